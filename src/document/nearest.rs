//! Suggests a known name for an unknown one, which may be misspelt.

use super::problem::{MeantName, ProblemKind};

/// The known name that is most similar to a name; `None` if none is similar enough.
///
/// Very long names and very long lists of names are skipped: the search would take long and rarely help.
pub(crate) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let (_, nearest) = near(name, known).min_by_key(|(distance, _)| *distance)?;
    Some(nearest)
}

/// The known name that is most similar to a name, if no other one is as similar.
fn only_nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let mut near: Vec<(usize, &str)> = near(name, known).collect();
    near.sort_by_key(|(distance, _)| *distance);
    match near.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, nearest), ..] => Some(nearest),
        [] => None,
    }
}

/// The known name that is meant without a doubt: for a field the nearest one, for a value one that differs in capitals
/// only.
pub(crate) fn meant(kind: ProblemKind, name: &str, known: &[&str]) -> Option<Box<MeantName>> {
    let nearest = only_nearest(name, known)?;
    let is_meant = kind == ProblemKind::Unknown || nearest.eq_ignore_ascii_case(name);
    is_meant.then(|| Box::new(MeantName(nearest.into())))
}

/// The known names that are similar to a name, with how far they are from it.
fn near<'a>(name: &str, known: &[&'a str]) -> impl Iterator<Item = (usize, &'a str)> {
    const MOST: usize = 3;
    let known = if name.len() > 64 || known.len() > 1_000 {
        &[]
    } else {
        known
    };
    let name = name.to_lowercase();
    let letters = name.chars().count();
    let far = move |known: &str| strsim::osa_distance(&name, &known.to_lowercase());
    known
        .iter()
        // A larger difference in length alone rules the name out.
        .filter(move |known| known.chars().count().abs_diff(letters) <= MOST)
        .map(move |known| (far(known), *known))
        // A long name may have up to three wrong letters, a short one only one.
        .filter(|(distance, known)| *distance <= known.len().div_ceil(4).min(MOST))
}

#[cfg(test)]
mod tests {
    use super::{nearest, only_nearest};

    #[test]
    fn a_slip_of_the_hand_is_near_and_another_word_is_not() {
        let known = ["headline", "kicker", "standfirst", "body"];
        assert_eq!(nearest("hedline", &known), Some("headline"));
        assert_eq!(nearest("Headline", &known), Some("headline"));
        assert_eq!(nearest("bdoy", &known), Some("body"));
        assert_eq!(nearest("summary", &known), None);
        assert_eq!(nearest("x", &[]), None);
        assert_eq!(nearest(&"headline".repeat(9), &known), None);
    }

    #[test]
    fn of_two_that_are_as_near_none_is_meant_for_sure() {
        let known = ["year", "years", "name"];
        assert_eq!(only_nearest("yeers", &known), Some("years"));
        assert_eq!(only_nearest("Year", &known), Some("year"));
        assert_eq!(only_nearest("yearz", &known), None);
        assert_eq!(nearest("yearz", &known), Some("year"));
        assert_eq!(only_nearest("x", &known), None);
    }
}

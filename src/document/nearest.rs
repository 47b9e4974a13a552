//! Suggests a known name for an unknown one, which may be misspelt.

/// The known name that is most similar to a name; `None` if none is similar enough.
///
/// Very long names and very long lists of names are skipped: the search would take long and rarely help.
pub(crate) fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    const MOST: usize = 3;
    if name.len() > 64 || known.len() > 1_000 {
        return None;
    }
    let name = name.to_lowercase();
    let letters = name.chars().count();
    let far = |known: &str| strsim::osa_distance(&name, &known.to_lowercase());
    let (distance, nearest) = known
        .iter()
        // A larger difference in length alone rules the name out.
        .filter(|known| known.chars().count().abs_diff(letters) <= MOST)
        .map(|known| (far(known), *known))
        .min_by_key(|(distance, _)| *distance)?;
    // A long name may have up to three wrong letters, a short one only one.
    (distance <= nearest.len().div_ceil(4).min(MOST)).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::nearest;

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
}

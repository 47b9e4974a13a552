//! The name that an author may have meant who wrote one that does not exist.

/// The known name that is nearest, where one is near.
///
/// Not among very many names, and not for a very long one: that takes long and does not help.
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
        // Whatever differs in length by so much is not near.
        .filter(|known| known.chars().count().abs_diff(letters) <= MOST)
        .map(|known| (far(known), *known))
        .min_by_key(|(distance, _)| *distance)?;
    // Up to three letters of a long name may be wrong, one of a short one.
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

//! The order of names from A to Z in a language.
//!
//! It needs tables of Unicode that are larger than the whole widget. Every browser has them: [`provide`] makes them
//! known here. Natively they come from ICU4X.

use crate::messages::Language;
use std::sync::OnceLock;

/// Gives the rank of each name in the order of the language with this BCP 47 tag. Equal names have the same rank.
pub(crate) type Collation = fn(tag: &str, names: &[&str]) -> Vec<u32>;

static PROVIDED: OnceLock<Collation> = OnceLock::new();

/// From now on, names have the order that this function gives them. A second call changes nothing.
pub(crate) fn provide(collation: Collation) {
    PROVIDED.get_or_init(|| collation);
}

/// The rank of each name from A to Z. Equal names have the same rank.
pub(crate) fn ranks(names: &[&str], language: Language) -> Vec<u32> {
    let collation = PROVIDED.get().copied().unwrap_or(ranks_natively);
    collation(language.tag(), names)
}

#[cfg(feature = "prerender")]
fn ranks_natively(tag: &str, names: &[&str]) -> Vec<u32> {
    use icu_collator::Collator;

    let locale: icu_locale_core::Locale = tag.parse().unwrap_or(icu_locale_core::Locale::UNKNOWN);
    let collator = Collator::try_new(locale.into(), <_>::default());
    // Its data is compiled in, so it does not fail.
    let collator = collator.expect("the tables of every language");
    let mut order: Vec<_> = (0..names.len()).collect();
    order.sort_by(|&one, &other| collator.compare(names[one], names[other]));
    let mut ranks = vec![0; names.len()];
    for pair in order.windows(2) {
        let is_after = collator.compare(names[pair[0]], names[pair[1]]).is_lt();
        ranks[pair[1]] = ranks[pair[0]] + u32::from(is_after);
    }
    ranks
}

/// Without tables, all have the same rank, and keep their order.
#[cfg(not(feature = "prerender"))]
fn ranks_natively(_: &str, names: &[&str]) -> Vec<u32> {
    vec![0; names.len()]
}

//! The languages whose words the checker of claims reads.

/// A language whose words the checker of claims reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Every other language: digits and signs.
    #[default]
    Other,
}

impl Locale {
    /// All of them, for tests.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 5] = [
        Self::English,
        Self::German,
        Self::French,
        Self::Spanish,
        Self::Other,
    ];

    /// The language of a BCP 47 tag.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        const KNOWN: [(&str, Locale); 4] = [
            ("en", Locale::English),
            ("de", Locale::German),
            ("fr", Locale::French),
            ("es", Locale::Spanish),
        ];
        let language = tag.split('-').next().unwrap_or_default();
        let is_it = |(known, _): &&(&str, Self)| known.eq_ignore_ascii_case(language);
        KNOWN
            .iter()
            .find(is_it)
            .map_or(Self::Other, |(_, locale)| *locale)
    }
}

//! How figures, dates and lists are written in the languages that documents may have.
//!
//! The words in this file (months, scales, hedges, units of currencies) are locale data, as in CLDR: they are
//! parts of numbers and dates, and the checker parses them again. The words of the interface are in
//! [`messages`](crate::messages).

use crate::quantity::{Currency, Hedge, Scale};

/// A way to write figures and dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// `about $20.7 billion`.
    English,
    /// `rund 20,7 Milliarden Dollar`.
    German,
    /// `environ 20,7 milliards de dollars`.
    French,
    /// `unos 20,7 mil millones de dólares`.
    Spanish,
    /// `≈ 20.7 × 10⁹ USD`, for every other language: signs instead of words.
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

    /// The locale for a BCP 47 language tag.
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

    /// The decimal separator.
    #[must_use]
    pub fn point(self) -> char {
        match self {
            Self::English | Self::Other => '.',
            Self::German | Self::French | Self::Spanish => ',',
        }
    }

    /// The thousands separator. This function and those below are for the interface, so they only cover its
    /// languages.
    pub(super) fn thousands(self) -> &'static str {
        match self {
            Self::English => ",",
            _ => "\u{202f}",
        }
    }

    /// The text before the last item of a list, with its spaces.
    pub(super) fn and(self) -> &'static str {
        match self {
            Self::English => " and ",
            _ => ", ",
        }
    }

    /// The text before an upper bound, with the space between them.
    pub(super) fn less_than(self) -> &'static str {
        match self {
            Self::English => "under ",
            _ => "< ",
        }
    }

    /// The short form of a scale, directly after the number.
    pub(super) fn short_scale(self, scale: Scale) -> &'static str {
        let [thousand, million, billion, trillion] = match self {
            Self::English => ["k", "m", "bn", "tn"],
            _ => [" × 10³", " × 10⁶", " × 10⁹", " × 10¹²"],
        };
        match scale {
            Scale::One => "",
            Scale::Thousand => thousand,
            Scale::Million => million,
            Scale::Billion => billion,
            Scale::Trillion => trillion,
        }
    }

    /// The name of a month (1 to 12) as it stands in a date; `None` in unknown languages.
    pub(super) fn month(self, month: u8) -> Option<&'static str> {
        let names = match self {
            Self::English => {
                "January February March April May June July August September October November December"
            }
            Self::German => {
                "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
            }
            Self::French => {
                "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
            }
            Self::Spanish => {
                "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
            }
            Self::Other => return None,
        };
        names.split(' ').nth(usize::from(month) - 1)
    }

    /// The name of a scale, after the number.
    pub(super) fn scale(self, scale: Scale, number: &str) -> &'static str {
        let [thousand, million, billion, trillion] = match self {
            Self::English => ["thousand", "million", "billion", "trillion"],
            Self::German => ["Tausend", "Millionen", "Milliarden", "Billionen"],
            Self::French => ["mille", "millions", "milliards", "billions"],
            Self::Spanish => ["mil", "millones", "mil millones", "billones"],
            Self::Other => ["× 10³", "× 10⁶", "× 10⁹", "× 10¹²"],
        };
        let plural = match scale {
            Scale::One => "",
            Scale::Thousand => thousand,
            Scale::Million => million,
            Scale::Billion => billion,
            Scale::Trillion => trillion,
        };
        let is_one = match self {
            Self::German | Self::Spanish => number == "1",
            // In French the plural begins at two.
            Self::French => matches!(number.split(',').next(), Some("0" | "1")),
            Self::English | Self::Other => false,
        };
        if is_one { singular(plural) } else { plural }
    }

    /// The words of a hedge, before the figure.
    pub(super) fn hedge(self, hedge: Hedge) -> &'static str {
        let [over, at_least, about, nearly, up_to] = match self {
            Self::English => ["over", "at least", "about", "nearly", "up to"],
            Self::German => ["mehr als", "mindestens", "rund", "fast", "bis zu"],
            Self::French => ["plus de", "au moins", "environ", "près de", "jusqu’à"],
            Self::Spanish => ["más de", "al menos", "unos", "casi", "hasta"],
            Self::Other => [">", "≥", "≈", "≲", "≤"],
        };
        match hedge {
            Hedge::Over => over,
            Hedge::AtLeast => at_least,
            Hedge::About => about,
            Hedge::Nearly => nearly,
            Hedge::UpTo => up_to,
        }
    }

    /// The units of a currency in the plural. If it has no name here, its code.
    pub(super) fn units(self, currency: &Currency) -> &str {
        let [dollars, euros, pounds, yuan] = match self {
            Self::English => ["dollars", "euros", "pounds", "yuan"],
            Self::German => ["Dollar", "Euro", "Pfund", "Yuan"],
            Self::French => ["dollars", "euros", "livres", "yuans"],
            Self::Spanish => ["dólares", "euros", "libras", "yuanes"],
            Self::Other => return currency.code(),
        };
        match *currency {
            Currency::USD => dollars,
            Currency::EUR => euros,
            Currency::GBP => pounds,
            Currency::CNY => yuan,
            _ => currency.code(),
        }
    }
}

/// The singular of the name of a scale.
fn singular(plural: &'static str) -> &'static str {
    match plural {
        "Millionen" => "Million",
        "Milliarden" => "Milliarde",
        "Billionen" => "Billion",
        "millions" => "million",
        "milliards" => "milliard",
        "billions" => "billion",
        "millones" => "millón",
        "billones" => "billón",
        other => other,
    }
}

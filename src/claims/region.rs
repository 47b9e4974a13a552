//! How figures are written where a document is read: in the words of its language, and with the signs of its
//! region.
//!
//! The signs are those of CLDR 48 (`decimal` and `group` of the symbols of each region). In some regions,
//! another language or the local habit has the opposite signs of English or Spanish. Both are read there, and
//! a figure is refused if two readers could take it for two different numbers.

use crate::format::{self, Locale};
use crate::messages::Language;
use crate::quantity::Currency;

/// How figures are written where a document is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Region {
    /// The language, if the checker knows its words.
    pub(super) locale: Locale,
    /// The language in which the widget writes figures.
    pub(super) language: Language,
    /// The signs between the digits of its numbers.
    pub(super) digits: &'static Digits,
    /// The currency that is meant by a `$`, if it is not the US dollar.
    money: Option<&'static Money>,
}

/// A currency whose sign is `$`.
#[derive(Debug, PartialEq, Eq)]
struct Money {
    /// The region, as in BCP 47.
    region: &'static str,
    code: &'static str,
    /// Whether its name is dollar, and not peso.
    is_dollar: bool,
}

/// The signs between the digits of a number.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// The signs that may stand before the fraction. If there are two such signs, some numbers can be read in
    /// two ways.
    pub(super) points: &'static [char],
    /// The signs that may stand between thousands. The sign that is the point of a number is not one of them
    /// in that number. A space stands for all spaces, and an apostrophe for all apostrophes.
    pub(super) groups: &'static [char],
    /// Whether groups above the thousands may have two digits: `5,25,000`.
    pub(super) has_lakhs: bool,
    /// A number as it is written, for messages.
    pub(super) example: &'static str,
}

const fn digits(points: &'static [char], groups: &'static [char], example: &'static str) -> Digits {
    Digits {
        points,
        groups,
        has_lakhs: false,
        example,
    }
}

static ENGLISH: Digits = digits(&['.'], &[',', '\''], "1,234.5");
static INDIAN: Digits = Digits {
    has_lakhs: true,
    ..digits(&['.'], &[','], "1,23,456.5")
};
/// The signs of German and Spanish.
static COMMA: Digits = digits(&[','], &['.', '\'', ' '], "1.234,5");
static FRENCH: Digits = digits(&[','], &[' ', '.', '\''], "1\u{202f}234,5");
/// The signs of Canadian French. There are no points between thousands, because English is near.
static CANADIAN: Digits = digits(&[','], &[' '], "1\u{a0}234,5");
/// Spanish from Mexico to Panama, in the Caribbean and in Peru.
static AMERICAN: Digits = digits(&['.'], &[',', '\'', ' '], "1,234.5");
static EITHER: Digits = digits(&['.', ','], &['.', ',', '\'', ' '], "1234.5");
static SWISS: Digits = digits(&['.', ','], &['.', ',', '\'', ' '], "1’234.5");
/// The signs of all languages that are not known.
static OTHER: Digits = digits(&['.', ',', '٫'], &['.', ',', '\'', ' ', '٬', '٫'], "1234.5");

const fn dollar(region: &'static str, code: &'static str) -> Money {
    Money {
        region,
        code,
        is_dollar: true,
    }
}

const fn peso(region: &'static str, code: &'static str) -> Money {
    Money {
        region,
        code,
        is_dollar: false,
    }
}

/// Regions whose own currency has the sign `$`.
static MONEY: [Money; 21] = [
    dollar("AU", "AUD"),
    dollar("BB", "BBD"),
    dollar("BS", "BSD"),
    dollar("CA", "CAD"),
    dollar("FJ", "FJD"),
    dollar("GY", "GYD"),
    dollar("HK", "HKD"),
    dollar("JM", "JMD"),
    dollar("LR", "LRD"),
    dollar("NA", "NAD"),
    dollar("NZ", "NZD"),
    dollar("SG", "SGD"),
    dollar("TT", "TTD"),
    dollar("TW", "TWD"),
    peso("AR", "ARS"),
    peso("CL", "CLP"),
    peso("CO", "COP"),
    peso("CU", "CUP"),
    peso("DO", "DOP"),
    peso("MX", "MXN"),
    peso("UY", "UYU"),
];

/// Regions whose English has, in CLDR, the signs of the neighboring languages. Texts printed there often have
/// the signs of English.
const OF_TWO_ENGLISHES: [&str; 21] = [
    "AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "HU", "ID", "IT", "NL", "NO", "PL", "PT",
    "RO", "SE", "SI", "SK", "ZA",
];

/// Regions whose Spanish has the signs of English.
const WITH_POINTS: [&str; 13] = [
    "BR", "BZ", "CU", "DO", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "SV", "US",
];

impl Region {
    /// How figures are written in a document with this BCP 47 tag.
    pub(crate) fn of(tag: &str) -> Self {
        let locale = Locale::of(tag);
        let region = region(tag);
        let digits = match (locale, &*region) {
            (Locale::English, "IN") => &INDIAN,
            (Locale::English, region) if OF_TWO_ENGLISHES.contains(&region) => &EITHER,
            (Locale::German | Locale::French, "CH" | "LI") => &SWISS,
            (Locale::French, "CA") => &CANADIAN,
            (Locale::Spanish, region) if WITH_POINTS.contains(&region) => &AMERICAN,
            // The region is a group of countries: `es-419` includes Mexico and Argentina, which have opposite
            // signs.
            (Locale::Spanish, region)
                if region.starts_with(|first: char| first.is_ascii_digit()) =>
            {
                &EITHER
            }
            _ => Self::from(locale).digits,
        };
        let money = MONEY.iter().find(|money| money.region == region);
        Self {
            locale,
            language: Language::of_text(tag),
            digits,
            money,
        }
    }

    /// Whether a number that can be read in two ways is refused. If the language is not known, both readings
    /// are compared.
    pub(super) fn is_strict(self) -> bool {
        self.locale != Locale::Other
    }

    /// Whether some of its numbers can be read in two ways.
    pub(super) fn is_mixed(self) -> bool {
        self.is_strict() && self.digits.points.len() > 1
    }

    /// The currency that readers take a `$` for, if it is not the US dollar.
    pub(super) fn sign(self) -> Option<Currency> {
        Currency::from_code(self.money?.code)
    }

    /// The currency that readers take dollars for, if it is not the US dollar. Spanish calls only that one so.
    pub(super) fn dollar(self) -> Option<Currency> {
        self.sign()
            .filter(|_| self.money.is_some_and(|money| money.is_dollar))
    }

    /// The currency that readers take pesos for, if it is one.
    pub(super) fn peso(self) -> Option<Currency> {
        self.sign()
            .filter(|_| self.money.is_some_and(|money| !money.is_dollar))
    }

    /// A number in plain digits with a point, as the region writes it: `52500.5` is `52.500,5` in German.
    pub(super) fn number(self, number: &str) -> String {
        if self.is_strict() {
            self.local(&format::local(number, self.language))
        } else {
            number.into()
        }
    }

    /// The widget's words with the decimal point of the region. The widget knows some regions only, and writes the
    /// point of the language elsewhere.
    pub(super) fn local(self, words: &str) -> String {
        let point = self.language.formats().numbers.decimal;
        let is_known = |known: &char| point.starts_with(*known);
        match self.digits.points {
            points if points.iter().any(is_known) => words.into(),
            points => words.replace(point, points[0].encode_utf8(&mut [0; 4])),
        }
    }
}

/// How figures are written in a language if no region is named.
impl From<Locale> for Region {
    fn from(locale: Locale) -> Self {
        let digits = match locale {
            Locale::English => &ENGLISH,
            Locale::German | Locale::Spanish => &COMMA,
            Locale::French => &FRENCH,
            Locale::Other => &OTHER,
        };
        let tag = match locale {
            Locale::English => "en",
            Locale::German => "de",
            Locale::French => "fr",
            Locale::Spanish => "es",
            Locale::Other => "",
        };
        Self {
            locale,
            language: Language::of_text(tag),
            digits,
            money: None,
        }
    }
}

impl Default for Region {
    fn default() -> Self {
        Locale::default().into()
    }
}

/// The region of a tag, in capitals; empty if the tag has none. It stands after the language and the script.
fn region(tag: &str) -> String {
    let subtags = tag.split('-').skip(1);
    let mut found = subtags
        // Parts after a single letter are extensions: `de-u-co-phonebk`.
        .take_while(|subtag| subtag.len() > 1)
        .filter(|subtag| match subtag.len() {
            2 => subtag.bytes().all(|byte| byte.is_ascii_alphabetic()),
            3 => subtag.bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        });
    found.next().unwrap_or_default().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_region_has_the_signs_of_cldr() {
        let tags = |tags: &'static str| tags.split(' ');
        for (tags, digits) in [
            (
                tags("en en-US en-GB en-001 en-150 en-AU en-CA en-HK en-IE en-NG en-NZ en-SG"),
                &ENGLISH,
            ),
            (tags("en-IN EN-in en-Latn-IN"), &INDIAN),
            (tags("en-ZA en-DE en-CH en-SE en-FR"), &EITHER),
            (
                tags("de de-DE de-AT de-BE de-IT de-LU de-Latn de-1996 de-u-co-phonebk"),
                &COMMA,
            ),
            (tags("de-CH de-LI de-CH-1996 de-Latn-CH fr-CH"), &SWISS),
            (tags("fr fr-FR fr-BE fr-LU fr-MA fr-SN"), &FRENCH),
            (tags("fr-CA"), &CANADIAN),
            (
                tags("es es-ES es-AR es-BO es-CL es-CO es-CR es-EC es-GQ es-PH es-PY es-UY es-VE"),
                &COMMA,
            ),
            (
                tags(
                    "es-MX es-US es-PR es-DO es-GT es-HN es-NI es-PA es-PE es-SV es-mx es-Latn-MX",
                ),
                &AMERICAN,
            ),
            (tags("es-419 es-013"), &EITHER),
            (tags("zh-CN pt-BR it-CH x-es-MX"), &OTHER),
        ] {
            for tag in tags {
                assert_eq!(Region::of(tag).digits, digits, "{tag}");
            }
        }
    }

    #[test]
    fn the_words_of_the_widget_get_the_point_of_the_region() {
        for (tag, words) in [
            ("es-MX", "52,5 mil millones"),
            ("es-PE", "52.5 mil millones"),
            ("es-AR", "52,5 mil millones"),
            ("es-419", "52,5 mil millones"),
        ] {
            assert_eq!(Region::of(tag).local("52,5 mil millones"), words, "{tag}");
        }
    }
}

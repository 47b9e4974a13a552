//! Currencies that several countries have under one name, told apart by the country beside the name: “Canadian
//! dollars”, “pesos argentinos”.

use crate::quantity::Currency;

/// A name that several currencies have, in all languages, in lower case.
struct Family {
    names: &'static [&'static str],
    /// How the words for countries begin, and the currencies of these countries.
    countries: &'static [(&'static str, &'static str)],
}

const FAMILIES: [Family; 9] = [
    Family {
        names: &[
            "dollar", "dollars", "dólar", "dólares", "dollari", "dolar", "dólars",
        ],
        countries: &[
            ("americ", "USD"),
            ("améric", "USD"),
            ("amerik", "USD"),
            ("estadounid", "USD"),
            ("norteameric", "USD"),
            ("canad", "CAD"),
            ("kanad", "CAD"),
            ("austral", "AUD"),
            ("hong", "HKD"),
            ("kong", "HKD"),
            ("singap", "SGD"),
            ("taiwan", "TWD"),
            ("taïwan", "TWD"),
            ("zealand", "NZD"),
            ("neuseel", "NZD"),
            ("zélandais", "NZD"),
            ("zeeland", "NZD"),
            ("neozeland", "NZD"),
            ("bahama", "BSD"),
            ("barbad", "BBD"),
            ("fidschi", "FJD"),
            ("fiji", "FJD"),
            ("guyan", "GYD"),
            ("jamai", "JMD"),
            ("jamaï", "JMD"),
            ("liberi", "LRD"),
            ("libéri", "LRD"),
            ("namib", "NAD"),
            ("trinid", "TTD"),
        ],
    },
    Family {
        names: &["peso", "pesos"],
        countries: &[
            ("argent", "ARS"),
            ("chile", "CLP"),
            ("chili", "CLP"),
            ("colomb", "COP"),
            ("kolumb", "COP"),
            ("cuba", "CUP"),
            ("cubain", "CUP"),
            ("kuban", "CUP"),
            ("domini", "DOP"),
            ("mejic", "MXN"),
            ("mexi", "MXN"),
            ("filip", "PHP"),
            ("philip", "PHP"),
            ("urugu", "UYU"),
        ],
    },
    Family {
        names: &[
            "rupee", "rupees", "rupie", "rupien", "roupie", "roupies", "rupia", "rupias",
        ],
        countries: &[
            ("indi", "INR"),
            ("lanka", "LKR"),
            ("ceil", "LKR"),
            ("srilan", "LKR"),
            ("mauri", "MUR"),
            ("nepal", "NPR"),
            ("népal", "NPR"),
            ("pakist", "PKR"),
        ],
    },
    Family {
        names: &[
            "krone",
            "kroner",
            "krona",
            "kronor",
            "kronen",
            "couronne",
            "couronnes",
            "corona",
            "coronas",
            "koruna",
            "koruny",
            "korun",
        ],
        countries: &[
            ("czech", "CZK"),
            ("tschech", "CZK"),
            ("tchèq", "CZK"),
            ("chec", "CZK"),
            ("danish", "DKK"),
            ("dänisch", "DKK"),
            ("danois", "DKK"),
            ("danes", "DKK"),
            ("iceland", "ISK"),
            ("isländ", "ISK"),
            ("island", "ISK"),
            ("norweg", "NOK"),
            ("norvég", "NOK"),
            ("norueg", "NOK"),
            ("swed", "SEK"),
            ("schwed", "SEK"),
            ("suéd", "SEK"),
            ("suec", "SEK"),
        ],
    },
    Family {
        names: &[
            "pound", "pounds", "pfund", "livre", "livres", "libra", "libras",
        ],
        countries: &[
            ("egypt", "EGP"),
            ("ägypt", "EGP"),
            ("égypt", "EGP"),
            ("egip", "EGP"),
            ("leban", "LBP"),
            ("liban", "LBP"),
            ("south", "SSP"),
            ("sudan", "SDG"),
            ("soudan", "SDG"),
            ("syri", "SYP"),
            ("siri", "SYP"),
            ("turc", "TRY"),
            ("turq", "TRY"),
        ],
    },
    Family {
        names: &["franc", "francs", "franken", "franco", "francos"],
        countries: &[
            ("burund", "BIF"),
            ("cfp", "XPF"),
            ("congo", "CDF"),
            ("kongo", "CDF"),
            ("djibout", "DJF"),
            ("guin", "GNF"),
            ("rwand", "RWF"),
            ("ruand", "RWF"),
        ],
    },
    Family {
        names: &["lira", "liras"],
        countries: &[
            ("leban", "LBP"),
            ("liban", "LBP"),
            ("syri", "SYP"),
            ("siri", "SYP"),
        ],
    },
    Family {
        names: &["dirham", "dirhams"],
        countries: &[
            ("emir", "AED"),
            ("émir", "AED"),
            ("uae", "AED"),
            ("maroc", "MAD"),
            ("marok", "MAD"),
            ("marroq", "MAD"),
            ("morocc", "MAD"),
        ],
    },
    Family {
        names: &["riyal", "riyals", "rial", "rials", "riales"],
        countries: &[
            ("iran", "IRR"),
            ("oman", "OMR"),
            ("catar", "QAR"),
            ("katar", "QAR"),
            ("qatar", "QAR"),
            ("saud", "SAR"),
            ("jemen", "YER"),
            ("yemen", "YER"),
            ("yémén", "YER"),
        ],
    },
];

/// Whether a name is one of dollars.
pub(super) fn is_dollar(name: &str) -> bool {
    FAMILIES[0].names.contains(&name)
}

/// The currency with this name in the country that a word means.
pub(super) fn currency(name: &str, word: &str) -> Option<Currency> {
    let family = FAMILIES.iter().find(|family| family.names.contains(&name));
    family.and_then(|family| of(family, word))
}

/// Whether a word means a country, of which any currency is known.
pub(super) fn is_country(word: &str) -> bool {
    FAMILIES.iter().any(|family| of(family, word).is_some())
}

fn of(family: &Family, word: &str) -> Option<Currency> {
    let mut countries = family.countries.iter();
    let (_, code) = countries.find(|(stem, _)| word.starts_with(stem))?;
    Currency::from_code(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_one() {
        for (_, code) in FAMILIES.iter().flat_map(|family| family.countries) {
            assert!(iso_currency::Currency::from_code(code).is_some(), "{code}");
        }
    }

    #[test]
    fn each_name_is_of_one_family() {
        let names = || FAMILIES.iter().flat_map(|family| family.names);
        for name in names() {
            assert_eq!(names().filter(|other| *other == name).count(), 1, "{name}");
        }
    }
}

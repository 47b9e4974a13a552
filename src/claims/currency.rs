//! The currencies that words name.

use super::tokens::{Kind, Token};
use crate::quantity::Currency;

/// Names in all languages that the widget knows, in lower case, and the codes that they may mean.
const NAMES: [(&[&str], &[&str]); 33] = [
    (&["$", "us$"], &["USD"]),
    (&["c$", "ca$"], &["CAD"]),
    (&["a$", "au$"], &["AUD"]),
    (&["hk$"], &["HKD"]),
    (&["nz$"], &["NZD"]),
    (&["s$"], &["SGD"]),
    (&["nt$"], &["TWD"]),
    (&["mx$"], &["MXN"]),
    (&["r$", "reais", "reales"], &["BRL"]),
    (&["€", "euro", "euros"], &["EUR"]),
    (
        &[
            "£", "pound", "pounds", "pfund", "livre", "livres", "libra", "libras",
        ],
        &["GBP"],
    ),
    (&["¥"], &["CNY", "JPY"]),
    (&["yuan", "yuans", "yuanes", "renminbi", "rmb"], &["CNY"]),
    (&["yen", "yens", "yenes"], &["JPY"]),
    (
        &["franc", "francs", "franken", "franco", "francos"],
        &["CHF"],
    ),
    (
        &[
            "rupee", "rupees", "rupie", "rupien", "roupie", "roupies", "rupia", "rupias",
        ],
        &["INR", "LKR", "MUR", "NPR", "PKR"],
    ),
    (&["₹"], &["INR"]),
    (
        &[
            "₽", "rouble", "roubles", "ruble", "rubles", "rubel", "roubel", "rublo", "rublos",
        ],
        &["RUB", "BYN"],
    ),
    (
        &[
            "krone",
            "kroner",
            "krona",
            "kronor",
            "kronen",
            "couronne",
            "couronnes",
            "corona",
            "coronas",
            "krónur",
            "koruna",
            "koruny",
            "korun",
            "kr",
        ],
        &["CZK", "DKK", "ISK", "NOK", "SEK"],
    ),
    (
        &["peso", "pesos"],
        &["ARS", "CLP", "COP", "CUP", "DOP", "MXN", "PHP", "UYU"],
    ),
    (&["₩"], &["KRW", "KPW"]),
    (&["rand", "rands"], &["ZAR"]),
    (&["₺", "lira", "liras"], &["TRY"]),
    (
        &["zloty", "złoty", "zlotys", "zlotych", "złotych"],
        &["PLN"],
    ),
    (&["forint", "forints"], &["HUF"]),
    (&["฿", "baht", "bahts"], &["THB"]),
    (&["₫", "dong"], &["VND"]),
    (&["₪", "shekel", "shekels", "schekel"], &["ILS"]),
    (&["₴", "hryvnia", "hryvnias", "hrywnja"], &["UAH"]),
    (&["dirham", "dirhams"], &["AED", "MAD"]),
    (
        &["riyal", "riyals", "rial", "rials", "riales"],
        &["IRR", "OMR", "QAR", "SAR", "YER"],
    ),
    (&["ringgit"], &["MYR"]),
    (&["rupiah"], &["IDR"]),
];

const DOLLARS: [&str; 6] = ["dollar", "dollars", "dólar", "dólares", "dollari", "dolar"];

/// How the names of countries with dollars begin.
const COUNTRIES: [(&str, &str); 13] = [
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
];

/// A currency that a text names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named<'a> {
    /// The name as written.
    pub(super) text: &'a str,
    /// Whether the name is a code, three capital letters that may also stand for something else.
    pub(super) is_code: bool,
    codes: Vec<Currency>,
}

impl Named<'_> {
    /// Whether the name is one of this currency.
    pub(super) fn means(&self, currency: Currency) -> bool {
        self.codes.contains(&currency)
    }

    /// The currency, if the name has only one meaning.
    pub(super) fn only(&self) -> Option<Currency> {
        match *self.codes {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// The currency that the token at a place names. A dollar is the US dollar, unless a country is named beside
/// it.
pub(super) fn named<'a>(tokens: &[Token<'a>], at: usize) -> Option<Named<'a>> {
    let token = &tokens[at];
    let codes = match &token.kind {
        Kind::Sign(sign) => codes_of(sign.encode_utf8(&mut [0; 4])),
        Kind::Word(word) if DOLLARS.contains(&word.as_str()) => {
            let mut beside = tokens.iter().skip(at.saturating_sub(1)).take(4);
            let country = beside.find_map(|token| country(token.word()));
            vec![country.unwrap_or(Currency::USD)]
        }
        Kind::Word(word) => codes_of(word),
        Kind::Number | Kind::Power(_) => Vec::new(),
    };
    let code = iso_code(token.text).filter(|_| codes.is_empty());
    let is_code = code.is_some();
    let codes: Vec<Currency> = codes.into_iter().chain(code).collect();
    (!codes.is_empty()).then_some(Named {
        text: token.text,
        is_code,
        codes,
    })
}

/// Whether a word only qualifies a currency: "Canadian", "sterling".
pub(super) fn is_attribute(word: &str) -> bool {
    const OTHERS: [&str; 12] = [
        "us",
        "u",
        "s",
        "american",
        "swiss",
        "suisses",
        "schweizer",
        "suizos",
        "sterling",
        "esterlinas",
        "new",
        "de",
    ];
    OTHERS.contains(&word) || country(word).is_some()
}

fn codes_of(name: &str) -> Vec<Currency> {
    let entry = NAMES.iter().find(|(names, _)| names.contains(&name));
    let codes = entry.map_or(&[] as &[&str], |(_, codes)| codes);
    codes
        .iter()
        .filter_map(|code| Currency::from_code(code))
        .collect()
}

fn country(word: &str) -> Option<Currency> {
    let entry = COUNTRIES.iter().find(|(stem, _)| word.starts_with(stem));
    entry.and_then(|(_, code)| Currency::from_code(code))
}

fn iso_code(text: &str) -> Option<Currency> {
    iso_currency::Currency::from_code(text).and_then(|_| Currency::from_code(text))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use crate::format::Locale;

    /// The codes of all currencies that a text names.
    fn codes(text: &str) -> String {
        let tokens = tokens(text, Locale::English.into());
        let all = (0..tokens.len()).filter_map(|at| named(&tokens, at));
        let codes: Vec<String> = all.map(|named| format!("{:?}", named.codes)).collect();
        codes.join(" ")
    }

    #[test]
    fn currencies_by_many_names() {
        for (text, found) in [
            ("$53", "[USD]"),
            ("US$53bn", "[USD]"),
            ("53 billion dollars", "[USD]"),
            ("53 Milliarden US-Dollar", "[USD]"),
            ("53 billion Canadian dollars", "[CAD]"),
            ("C$53", "[CAD]"),
            ("53 milliards de dollars canadiens", "[CAD]"),
            ("5 Hong Kong dollars", "[HKD]"),
            ("5 dollars de Hong Kong", "[HKD]"),
            ("RMB 53", "[CNY]"),
            ("¥53", "[CNY, JPY]"),
            ("53 billion yuan", "[CNY]"),
            ("EUR53m", "[EUR]"),
            ("£5", "[GBP]"),
            ("CHF 5", "[CHF]"),
            ("5 SEK", "[SEK]"),
            ("5 kronor", "[CZK, DKK, ISK, NOK, SEK]"),
            ("THE 5", ""),
            ("5 usd", ""),
            ("€5 or $6", "[EUR] [USD]"),
        ] {
            assert_eq!(codes(text), found, "{text}");
        }
    }

    #[test]
    fn every_code_is_one() {
        let codes = NAMES.iter().flat_map(|(_, codes)| *codes);
        let all = codes.chain(COUNTRIES.iter().map(|(_, code)| code));
        for code in all {
            assert!(iso_code(code).is_some(), "{code}");
        }
    }
}

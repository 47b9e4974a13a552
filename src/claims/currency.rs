//! The currencies that words name.

use super::country;
use super::region::Region;
use super::tokens::{Kind, Token};
use crate::quantity::Currency;

/// Names in all languages that the widget knows, in lower case, and the codes that they may mean.
const NAMES: [(&[&str], &[&str]); 36] = [
    (
        &[
            "$",
            "us$",
            "美元",
            "米ドル",
            "ドル",
            "달러",
            "دولار",
            "دولارات",
        ],
        &["USD"],
    ),
    (&["c$", "ca$"], &["CAD"]),
    (&["a$", "au$"], &["AUD"]),
    (&["hk$"], &["HKD"]),
    (&["nz$"], &["NZD"]),
    (&["s$"], &["SGD"]),
    (&["nt$"], &["TWD"]),
    (&["mx$"], &["MXN"]),
    (&["r$", "reais", "reales"], &["BRL"]),
    (
        &[
            "€",
            "euro",
            "euros",
            "euroa",
            "欧元",
            "歐元",
            "ユーロ",
            "유로",
            "يورو",
            "евро",
            "євро",
            "ευρώ",
        ],
        &["EUR"],
    ),
    (
        &[
            "£", "pound", "pounds", "pfund", "livre", "livres", "libra", "libras",
        ],
        &["GBP"],
    ),
    (&["¥"], &["CNY", "JPY"]),
    (&["cn¥"], &["CNY"]),
    (&["jp¥"], &["JPY"]),
    (
        &[
            "yuan",
            "yuans",
            "yuanes",
            "renminbi",
            "rmb",
            "人民币",
            "人民幣",
        ],
        &["CNY"],
    ),
    (&["yen", "yens", "yenes", "円", "日元", "日圆"], &["JPY"]),
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
    (&["元"], &["CNY", "HKD", "MOP", "TWD"]),
    (
        &[
            "₽",
            "rouble",
            "roubles",
            "ruble",
            "rubles",
            "rubel",
            "roubel",
            "rublo",
            "rublos",
            "рубль",
            "рубля",
            "рублей",
            "рублів",
            "руб",
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
    (&["₩", "원"], &["KRW", "KPW"]),
    (&["rand", "rands"], &["ZAR"]),
    (&["₺", "lira", "liras"], &["TRY"]),
    (
        &["zloty", "złoty", "zlotys", "zlotych", "złotych", "zł"],
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

/// A currency that a text names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named<'a> {
    /// The name as written.
    pub(super) text: &'a str,
    /// Whether the name is a code, three capital letters that may also stand for something else.
    pub(super) is_code: bool,
    /// Whether the name has another meaning in other regions.
    pub(super) is_local: bool,
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

/// The currency that the token at a place names. A name that several countries use means the currency of the
/// country beside it, or else that of the region; a dollar elsewhere is the US dollar.
pub(super) fn named<'a>(tokens: &[Token<'a>], at: usize, region: Region) -> Option<Named<'a>> {
    let token = &tokens[at];
    let word = token.word();
    let beside = country_beside(tokens, at);
    let local = match &token.kind {
        Kind::Sign('$') => region.sign(),
        Kind::Word(word) if country::is_dollar(word) => region.dollar(),
        Kind::Word(word) if ["peso", "pesos"].contains(&word.as_str()) => region.peso(),
        _ => None,
    };
    let codes = match &token.kind {
        _ if beside.is_some() => beside.into_iter().collect(),
        _ if local.is_some() => local.into_iter().collect(),
        Kind::Word(word) if country::is_dollar(word) => vec![Currency::USD],
        Kind::Sign(sign) => codes_of(sign.encode_utf8(&mut [0; 4])),
        Kind::Word(_) => codes_of(word),
        Kind::Number | Kind::Power(_) => Vec::new(),
    };
    let code = iso_code(token.text).filter(|_| codes.is_empty());
    let is_code = code.is_some();
    let codes: Vec<Currency> = codes.into_iter().chain(code).collect();
    (!codes.is_empty()).then_some(Named {
        text: token.text,
        is_code,
        is_local: beside.is_none() && local.is_some(),
        codes,
    })
}

/// The currency with the name at a place in the country that is named beside it: “Canadian dollars”, “dollars de
/// Hong Kong”, “$53 billion US”.
fn country_beside(tokens: &[Token<'_>], at: usize) -> Option<Currency> {
    let name = &tokens[at];
    // “dollars de Hong Kong”, “U.S. dollars”.
    let reach = if country::is_dollar(name.word()) {
        2
    } else {
        1
    };
    let mut beside = tokens[at.saturating_sub(reach)..]
        .iter()
        .take(at.min(reach) + 1 + reach);
    if name.is_sign('$') {
        let mut after = tokens[at..].iter();
        return after.find_map(|token| match token.text {
            "US" | "U" => Some(Currency::USD),
            "CA" | "CAN" => Currency::from_code("CAD"),
            "AU" => Currency::from_code("AUD"),
            _ => None,
        });
    }
    beside.find_map(|token| match token.text {
        "US" | "U" if country::is_dollar(name.word()) => Some(Currency::USD),
        _ => country::currency(name.word(), token.word()),
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
    OTHERS.contains(&word) || country::is_country(word)
}

fn codes_of(name: &str) -> Vec<Currency> {
    let entry = NAMES.iter().find(|(names, _)| names.contains(&name));
    let codes = entry.map_or(&[] as &[&str], |(_, codes)| codes);
    codes
        .iter()
        .filter_map(|code| Currency::from_code(code))
        .collect()
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
        codes_in(text, Locale::English.into())
    }

    /// The same in a region.
    fn codes_in(text: &str, region: Region) -> String {
        let tokens = tokens(text, region);
        let all = (0..tokens.len()).filter_map(|at| named(&tokens, at, region));
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
            ("5 Swedish kronor", "[SEK]"),
            ("5 schwedische Kronen", "[SEK]"),
            ("5 coronas danesas", "[DKK]"),
            ("5 pesos argentinos", "[ARS]"),
            ("5 Mexican pesos", "[MXN]"),
            ("5 Pakistani rupees", "[PKR]"),
            ("5 Egyptian pounds", "[EGP]"),
            ("5 livres libanaises", "[LBP]"),
            ("5 pounds sterling", "[GBP]"),
            ("5 francs suisses", "[CHF]"),
            ("5 Jamaican dollars", "[JMD]"),
            ("5 US dollars", "[USD]"),
            ("5 U.S. dollars", "[USD]"),
            ("THE 5", ""),
            ("5 usd", ""),
            ("€5 or $6", "[EUR] [USD]"),
        ] {
            assert_eq!(codes(text), found, "{text}");
        }
    }

    #[test]
    fn names_mean_the_currency_of_the_region() {
        for (tag, text, found) in [
            ("en-CA", "$5", "[CAD]"),
            ("en-CA", "5 dollars", "[CAD]"),
            ("en-CA", "US$5", "[USD]"),
            ("en-CA", "$5 billion US", "[USD]"),
            ("en-CA", "5 US dollars", "[USD]"),
            ("en-CA", "5 American dollars", "[USD]"),
            ("en-CA", "5 Australian dollars", "[AUD]"),
            ("fr-CA", "5 milliards $", "[CAD]"),
            ("fr-CA", "5 milliards $ US", "[USD]"),
            ("fr-CA", "5 dollars américains", "[USD]"),
            ("en-AU", "$5", "[AUD]"),
            ("en-NZ", "$5", "[NZD]"),
            ("es-MX", "$5", "[MXN]"),
            ("es-MX", "5 dólares", "[USD]"),
            ("es-MX", "5 pesos", "[MXN]"),
            ("es-MX", "5 pesos chilenos", "[CLP]"),
            ("es-CL", "$5", "[CLP]"),
            ("es-CL", "5 pesos", "[CLP]"),
            ("es-ES", "$5", "[USD]"),
            ("en-GB", "$5", "[USD]"),
            ("de-AT", "5 Dollar", "[USD]"),
            ("es-EC", "$5", "[USD]"),
        ] {
            assert_eq!(codes_in(text, Region::of(tag)), found, "{tag}: {text}");
        }
    }

    #[test]
    fn every_code_is_one() {
        let codes = NAMES.iter().flat_map(|(_, codes)| *codes);
        for code in codes {
            assert!(iso_code(code).is_some(), "{code}");
        }
    }
}

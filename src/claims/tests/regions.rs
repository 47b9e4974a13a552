//! Figures as each region writes them: the wrong ones are refused, the right ones pass or have another way to say them.

use super::super::{Region, check};
use super::money;

/// Whether words pass for a sum, in a document with this tag.
fn passes(tag: &str, words: &str, (value, code): (f64, &str)) -> bool {
    check(words, &money(value, code, None), Region::of(tag)).is_ok()
}

#[test]
fn a_dollar_sign_means_the_currency_of_the_region() {
    for (tag, own) in [
        ("en-CA", "CAD"),
        ("fr-CA", "CAD"),
        ("en-AU", "AUD"),
        ("en-NZ", "NZD"),
        ("en-SG", "SGD"),
        ("en-HK", "HKD"),
        ("zh-Hant-TW", "TWD"),
        ("es-MX", "MXN"),
        ("es-AR", "ARS"),
        ("es-CL", "CLP"),
        ("es-CO", "COP"),
        ("es-UY", "UYU"),
    ] {
        assert!(passes(tag, "$53", (53.0, own)), "{tag}");
        assert!(!passes(tag, "US$53", (53.0, own)), "{tag}");
        assert!(!passes(tag, "$53", (53.0, "USD")), "{tag}");
        // These are the other ways to say it.
        for words in ["US$53", "USD 53", "53 USD"] {
            assert!(passes(tag, words, (53.0, "USD")), "{tag}: {words}");
        }
    }
    for tag in [
        "en-US", "en-GB", "es-ES", "es-EC", "es-PR", "de-DE", "ja", "en",
    ] {
        assert!(passes(tag, "$53", (53.0, "USD")), "{tag}");
    }
}

#[test]
fn a_refused_sign_is_named() {
    let message = |tag, words| {
        let quantity = money(53e9, "USD", None);
        check(words, &quantity, Region::of(tag)).unwrap_err()
    };
    for (tag, words, sign) in [
        ("en-CA", "$53 billion", "$"),
        ("en-CA", "53 billion dollars", "dollars"),
        ("fr-CA", "53 milliards de dollars", "dollars"),
        ("es-MX", "$53 mil millones", "$"),
    ] {
        let text = format!("take “{sign}” for their own currency");
        assert!(message(tag, words).contains(&text), "{tag}: {words}");
    }
    // The figure is another one in every region.
    assert!(!message("en-GB", "$54 billion").contains("their own currency"));
}

#[test]
fn countries_beside_a_name() {
    for (tag, words, code, pass) in [
        ("es-MX", "53 millones de dólares", "USD", true),
        ("es-MX", "53 millones de pesos", "MXN", true),
        ("es-MX", "53 millones de pesos argentinos", "MXN", false),
        ("es-MX", "53 millones de pesos argentinos", "ARS", true),
        ("es-AR", "53 millones de pesos chilenos", "ARS", false),
        ("en", "53 million Mexican pesos", "MXN", true),
        ("en", "53 million Mexican pesos", "ARS", false),
        ("en", "53 million Swedish kronor", "SEK", true),
        ("en", "53 million Swedish kronor", "NOK", false),
        ("de", "53 Millionen norwegische Kronen", "NOK", true),
        ("de", "53 Millionen norwegische Kronen", "DKK", false),
        ("en", "53 million Egyptian pounds", "GBP", false),
        ("en-IN", "53 million Pakistani rupees", "INR", false),
        ("en-CA", "53 million U.S. dollars", "USD", true),
        ("en-CA", "$53 million US", "USD", true),
        ("fr-CA", "53 millions $ US", "USD", true),
        ("fr-CA", "53 millions de dollars américains", "USD", true),
        ("fr-CA", "53 millions de dollars américains", "CAD", false),
    ] {
        assert_eq!(
            passes(tag, words, (53e6, code)),
            pass,
            "{tag}: {words} for {code}"
        );
    }
}

#[test]
fn lakhs_and_crores() {
    for (words, value, pass) in [
        ("₹52.5 lakh", 5.25e6, true),
        ("₹52.5 lakhs", 5.25e6, true),
        ("₹52,50,000", 5.25e6, true),
        ("₹52.5 crore", 5.25e6, false),
        ("₹5,250 crores", 52.5e9, true),
        ("Rs 5,250 cr", 52.5e9, true),
        ("₹5,250 lakh", 52.5e9, false),
        ("₹52.5 lakh crore", 52.5e12, true),
        ("₹52.5 crore", 52.5e12, false),
    ] {
        assert_eq!(passes("en-IN", words, (value, "INR")), pass, "{words}");
    }
}

/// The scale that a figure has in the words of a language that is not known otherwise.
#[test]
fn scales_of_other_languages() {
    for (tag, code, right, wrong) in [
        ("pt-BR", "BRL", "R$ 52,5 bilhões", "R$ 52,5 milhões"),
        (
            "pt-PT",
            "EUR",
            "52,5 mil milhões de euros",
            "52,5 biliões de euros",
        ),
        (
            "pt-PT",
            "EUR",
            "52.500 milhões de euros",
            "53.500 milhões de euros",
        ),
        ("it", "EUR", "52,5 miliardi di euro", "52,5 milioni di euro"),
        ("nl", "EUR", "52,5 miljard euro", "52,5 biljoen euro"),
        ("sv", "SEK", "52,5 miljarder kronor", "52,5 miljoner kronor"),
        ("da", "DKK", "52,5 mia. kr.", "52,5 mio. og billioner kr."),
        ("pl", "PLN", "52,5 mld zł", "52,5 mln zł"),
        ("cs", "CZK", "52,5 miliardy korun", "52,5 milionů korun"),
        ("tr", "TRY", "52,5 milyar lira", "52,5 milyon lira"),
        ("ru", "RUB", "52,5 млрд рублей", "52,5 млн рублей"),
        ("uk", "UAH", "52,5 мільярда", "52,5 мільйона"),
        ("ar", "USD", "٥٢٫٥ مليار دولار", "٥٢٫٥ مليون دولار"),
        ("ja", "JPY", "約525億円", "52.5億円"),
        ("ja", "JPY", "５２５億円", "５２５万円"),
        ("ja", "USD", "525億ドル", "525億円"),
        ("zh-CN", "CNY", "525亿元", "525亿美元"),
        ("zh-CN", "CNY", "525亿元", "52.5亿元"),
        ("zh-TW", "TWD", "525億元", "525萬元"),
        ("ko", "KRW", "525억 원", "52.5억 원"),
        // What has no known scale is compared by its digits.
        ("fi", "EUR", "52,5 euroa", "53,5 euroa"),
        ("el", "EUR", "52,5 δισ. ευρώ", "52,5 εκατ. ευρώ"),
    ] {
        assert!(passes(tag, right, (52.5e9, code)), "{tag}: {right}");
        assert!(!passes(tag, wrong, (52.5e9, code)), "{tag}: {wrong}");
    }
    // A million in Czech, a thousand in Portuguese: any scale may be meant.
    assert!(passes("cs", "52,5 mil. Kč", (52.5e6, "CZK")));
    assert!(passes("pt", "525 mil euros", (525e3, "EUR")));
    assert!(passes("ja", "3千万円", (3e7, "JPY")));
    assert!(!passes("ja", "3千万円", (3e6, "JPY")));
}

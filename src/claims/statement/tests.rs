use super::*;
use crate::format::Locale;

/// A statement in one line: number, parts, power, measure, hedge.
fn line(words: &str, region: impl Into<Region>) -> String {
    let read = match read(words, region.into()) {
        Ok(read) => read,
        Err(message) => return message,
    };
    let numbers: Vec<&str> = read.numbers.iter().map(|number| &*number.text).collect();
    let mut line = numbers.join("|");
    if let Some(parts) = read.parts {
        line = format!("{line}/{parts}");
    }
    if let Some(power) = read.power {
        line = format!("{line}e{power}");
    }
    match read.measure {
        Measure::Plain => {}
        Measure::Times => line.push_str(" times"),
        Measure::Percent => line.push('%'),
    }
    if let Some(hedge) = read.hedge {
        line = format!("{line} {hedge:?}");
    }
    for named in read.currencies {
        line = format!("{line} {}", named.text);
    }
    line
}

#[test]
fn english() {
    for (words, found) in [
        ("$53 billion", "53e9 $"),
        ("about $53 billion", "53e9 About $"),
        ("the equivalent of about $53 billion", "53e9 About $"),
        ("the sum of 53", "53"),
        ("some US$53bn", "53e9 About US$"),
        (
            "more than an estimated $53bn",
            "says with both “an estimated” and “more than” how exact its figure is: keep one",
        ),
        ("RMB 380bn", "380e9 RMB"),
        ("380 thousand million yuan", "380e9 yuan"),
        ("just over 380-billion-yuan", "380e9 Over yuan"),
        ("a billion dollars", "1e9 dollars"),
        ("half a billion dollars", "1/2e9 dollars"),
        ("two hundred million", "2e8"),
        ("$53bn or more", "53e9 AtLeast $"),
        ("$53bn+", "53e9 AtLeast $"),
        ("~53", "53 About"),
        ("no more than $53", "53 UpTo $"),
        ("No less than $53", "53 AtLeast $"),
        ("not quite $53", "53 Nearly $"),
        ("less than $53", "53 Nearly $"),
        ("$53 billion at most", "53e9 UpTo $"),
        ("twice", "2 times"),
        ("more than twice as large", "2 times Over"),
        ("1.5 times as large", "1.5 times"),
        ("4.5 times larger", "4.5 times"),
        ("1.5x", "1.5 times"),
        ("three times", "3 times"),
        ("half", "1/2"),
        ("half as large", "1/2"),
        ("about a third", "1/3 About"),
        ("one-third", "1/3"),
        ("two-thirds", "2/3"),
        ("about two fifths of it", "2/5 About"),
        ("about two-fifths", "2/5 About"),
        ("three-quarters", "3/4"),
        ("39%", "39%"),
        ("39 per cent", "39%"),
        ("nearly 39 percent of it", "39% Nearly"),
        ("at least five", "5 AtLeast"),
        ("AMD and its 53 billion USD", "53e9 USD"),
        ("$53 billion by Alibaba", "53e9 $"),
    ] {
        assert_eq!(line(words, Locale::English), found, "{words}");
    }
}

#[test]
fn german() {
    for (words, found) in [
        ("rund 53 Milliarden Dollar", "53e9 About Dollar"),
        ("über 380 Mrd. Yuan", "380e9 Over Yuan"),
        ("1,5 Billionen Euro", "1.5e12 Euro"),
        ("53 Mio. US-Dollar", "53e6 Dollar"),
        ("eine Milliarde", "1e9"),
        ("eine halbe Milliarde", "1/2e9"),
        ("tausend Euro", "1e3 Euro"),
        ("das 1,5-Fache", "1.5 times"),
        ("rund das 1,5fache", "1.5 times About"),
        ("4,5-mal so groß", "4.5 times"),
        ("doppelt so groß", "2 times"),
        ("mehr als das Doppelte", "2 times Over"),
        ("knapp die Hälfte", "1/2 Nearly"),
        ("halb so groß", "1/2"),
        ("zwei Drittel", "2/3"),
        ("gut ein Drittel", "1/3 Over"),
        ("39\u{a0}%", "39%"),
        ("39 Prozent", "39%"),
        ("1.234,5", "1234.5"),
    ] {
        assert_eq!(line(words, Locale::German), found, "{words}");
    }
}

#[test]
fn french() {
    for (words, found) in [
        ("environ 53 milliards de dollars", "53e9 About dollars"),
        ("plus de 380 milliards de yuans", "380e9 Over yuans"),
        ("53 Md€", "53e9 €"),
        ("mille euros", "1e3 euros"),
        ("un milliard d’euros", "1e9 euros"),
        ("1\u{202f}234,5 millions", "1234.5e6"),
        ("jusqu’à 5 millions", "5e6 UpTo"),
        ("1,5 fois", "1.5 times"),
        ("4,5 fois plus", "4.5 times"),
        ("deux fois", "2 times"),
        ("plus du double", "2 times Over"),
        ("le double", "2 times"),
        ("près de la moitié", "1/2 Nearly"),
        ("plus d’un tiers", "1/3 Over"),
        ("les deux tiers", "2/3"),
        ("trois quarts", "3/4"),
        ("39\u{202f}%", "39%"),
        ("39 pour cent", "39%"),
        ("cinq pour cent", "5%"),
        ("53 milliards environ", "53e9 About"),
    ] {
        assert_eq!(line(words, Locale::French), found, "{words}");
    }
}

#[test]
fn spanish() {
    for (words, found) in [
        ("unos 53 mil millones de dólares", "53e9 About dólares"),
        ("53.000 millones de euros", "53000e6 euros"),
        ("más de 1,5 billones", "1.5e12 Over"),
        ("mil millones de euros", "1e9 euros"),
        ("un millón", "1e6"),
        ("1,5 veces", "1.5 times"),
        ("el doble", "2 times"),
        ("más del doble", "2 times Over"),
        ("casi la mitad", "1/2 Nearly"),
        ("dos tercios", "2/3"),
        ("una tercera parte", "1/3"),
        ("39 %", "39%"),
        ("el 39 por ciento", "39%"),
        ("hasta 5 mil euros", "5e3 UpTo euros"),
    ] {
        assert_eq!(line(words, Locale::Spanish), found, "{words}");
    }
}

#[test]
fn other_languages_by_their_digits() {
    for (words, found) in [
        ("约530亿美元", "530e8 美元"),
        ("≈ 53 × 10⁹ USD", "53e9 About USD"),
        ("1,5 ×", "1.5 times"),
        ("39%", "39%"),
        ("53,000", "53000|53.000"),
        ("circa 53 miljard", "53e9"),
        ("52,5 mil milhões", "52.5e9"),
        ("52,5 mil.", "52.5"),
        ("3千万円", "3e7 円"),
    ] {
        assert_eq!(line(words, Locale::Other), found, "{words}");
    }
}

#[test]
fn what_is_not_understood_is_said() {
    for (words, found) in [
        ("a large sum", "no figure that is understood"),
        ("billions of dollars", "no figure that is understood"),
        (
            "$50 billion to $60 billion",
            "more than one figure, “50 billion” and “60 billion”",
        ),
        (
            "50–60 billion",
            "more than one figure, “50” and “60 billion”",
        ),
        (
            "$53 billion in 2025",
            "more than one figure, “53 billion” and “2025”",
        ),
        (
            "$53 billion over three years",
            "more than one figure, “53 billion” and “three”",
        ),
        ("fifty-three billion", "“fifty-three-billion”"),
        ("a three-year plan", "“three-year”"),
        ("1,5 times", "“1,5”, which is not understood"),
        ("50% more", "“more” beside its figure"),
        ("by about a sixth", "“by” beside its figure"),
        ("a third less", "“less” beside its figure"),
        ("four times smaller", "“smaller” beside its figure"),
        ("one and a half times", "more than one figure"),
        ("not $53", "“not” beside"),
        ("53 cents", "“cents” beside"),
        ("-$5 billion", "“-” beside"),
        ("two dozen", "“dozen” beside"),
        ("twenty five billion", "“twenty” beside"),
        ("one hundred and fifty billion", "“fifty” beside"),
        ("the billions of dollars", "no figure"),
        ("1½ times", "“½” beside"),
        ("39 percentage points", "“points” beside"),
        ("$53, in billions", "“billions” beside"),
        ("$53 billion a month", "“month” beside"),
        ("$53 billion each", "“each” beside"),
        (".5 billion", "“.” beside"),
    ] {
        let line = line(words, Locale::English);
        assert!(line.contains(found), "{words}: {line}");
    }
    for (words, locale, found) in [
        ("1.5 Milliarden", Locale::German, "such as 1.234,5"),
        ("50 Prozent mehr", Locale::German, "“mehr” beside"),
        ("53 Milliarden im Monat", Locale::German, "“Monat” beside"),
        ("53 milliards par mois", Locale::French, "“mois” beside"),
        ("53 millones al mes", Locale::Spanish, "“mes” beside"),
        ("anderthalb Milliarden", Locale::German, "no figure"),
        ("une fois et demie", Locale::French, "et"),
        ("2 fois moins", Locale::French, "“moins” beside"),
        ("5 veces menos", Locale::Spanish, "“menos” beside"),
        ("五百亿", Locale::Other, "in this language only digits"),
    ] {
        let line = line(words, locale);
        assert!(line.contains(found), "{words}: {line}");
    }
}

//! The signs between the words about a chart, in other languages than English.

use super::super::{chart_of, default_article};
use article_widget::chart::export::csv;
use article_widget::chart::{State, currencies, layout, words};
use article_widget::format;
use article_widget::messages::{self, Language};
use article_widget::quantity::{Quantity, Unit};

/// A text with brackets instead of the signs around isolated names.
fn shown(text: &str) -> String {
    text.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩")
}

#[test]
fn signs_between_words_are_those_of_the_language() {
    let chart = chart_of(&default_article());
    for (tag, unlike, announced, heading) in [
        (
            "en",
            "The periods differ: Alibaba three years; Microsoft, Meta and ByteDance one year.",
            "largest first. First Microsoft $80bn, last ByteDance $20.7bn (converted).",
            "Total (USD)",
        ),
        (
            "cs",
            "Období se liší: Alibaba – 3 roky; Microsoft, Meta a ByteDance – 1 rok.",
            "od největších. První Microsoft 80 mld. US$, poslední ByteDance 20,7 mld. US$ (přepočteno).",
            "Celkem (USD)",
        ),
        (
            "ja",
            "期間が異なります：Alibabaは3年；Microsoft、Meta、ByteDanceは1年。",
            "大きい順。最初はMicrosoft：$800億、最後はByteDance：$207億（換算）。",
            "総額（USD）",
        ),
        (
            "ar",
            "تختلف المدد: ⟨Alibaba⟩: ⟨3 سنوات⟩؛ ⟨Microsoft⟩ و⟨Meta⟩ و⟨ByteDance⟩: ⟨سنة⟩.",
            "⟨الأكبر أولًا⟩. في البداية: ⟨Microsoft⟩ ⟨‏80 مليار US$⟩؛ في النهاية: ⟨ByteDance⟩ ⟨‏20.7 مليار US$⟩ (بعد التحويل).",
            "الإجمالي (USD)",
        ),
    ] {
        let state = State {
            language: Language::of(tag),
            ..State::new(&chart)
        };
        let spaces = |text: &str| shown(text).replace('\u{a0}', " ");
        assert_eq!(spaces(&words::remarks(&chart, &state)[0]), unlike);
        let text = words::announcement(&chart, &state, &layout(&chart, &state));
        assert!(
            spaces(&text).ends_with(announced),
            "{tag}: {}",
            spaces(&text)
        );
        let data = csv(&chart, &state, "");
        assert!(data.contains(&["\"", heading, "\""].concat()), "{data}");
        // Machines read it.
        assert_eq!(shown(&data), data);
    }
}

#[test]
fn multiples_have_the_plural_of_their_number() {
    for (tag, expected) in [
        ("ru", ["1 раз", "2 раза", "5 раз", "1,5 раза", "21 раз"]),
        ("uk", ["1 раз", "2 рази", "5 разів", "1,5 раза", "21 раз"]),
        ("pl", ["1 raz", "2 razy", "5 razy", "1,5 razy", "21 razy"]),
        (
            "en",
            ["1 times", "2 times", "5 times", "1.5 times", "21 times"],
        ),
    ] {
        let multiple = |value| {
            let unit = Unit::Ratio;
            format::quantity(
                &Quantity {
                    value,
                    unit,
                    hedge: None,
                    stated: None,
                },
                Language::of(tag),
            )
        };
        assert_eq!([1.0, 2.0, 5.0, 1.5, 21.0].map(multiple), expected, "{tag}");
    }
}

#[test]
fn the_names_of_currencies_begin_with_capitals() {
    let chart = chart_of(&default_article());
    for tag in messages::languages() {
        for choice in currencies(&chart) {
            let label = choice.label(Language::of(tag));
            assert!(!label.starts_with(char::is_lowercase), "{label} in {tag}");
        }
    }
}

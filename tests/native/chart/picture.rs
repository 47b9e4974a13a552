//! Pictures of charts as SVG files.

use super::super::{chart_of, default_article};
use super::random::cases;
use super::some;
use article_widget::chart::export::picture::{PictureShape, picture};
use article_widget::chart::{Action, Form, Interaction, Row, text, words};
use article_widget::messages::Language;
use article_widget::model::Chart;
use proptest::prelude::*;

const SHAPES: [PictureShape; 3] = [PictureShape::Page, PictureShape::Wide, PictureShape::Tall];
const ADDRESS: &str = "https://example.org/news/alibaba";

/// The value of an attribute in a tag.
fn value<'a>(tag: &'a str, name: &str) -> &'a str {
    let (_, rest) = tag
        .split_once(&format!(" {name}=\""))
        .unwrap_or_else(|| panic!("no {name} in {tag}"));
    rest.split_once('"').expect("its end").0
}

fn number(tag: &str, name: &str) -> u32 {
    value(tag, name).parse().expect("a whole number")
}

/// The size of the canvas.
fn canvas(svg: &str) -> (u32, u32) {
    let numbers = value(svg, "viewBox").split(' ').skip(2);
    let numbers: Vec<u32> = numbers.map(|number| number.parse().unwrap()).collect();
    (numbers[0], numbers[1])
}

/// The texts, with their tags.
fn texts(svg: &str) -> Vec<(&str, String)> {
    let parts = svg.split("<text").skip(1);
    parts
        .map(|part| {
            let (tag, rest) = part.split_once('>').expect("a tag");
            let words = rest.split_once("</text>").expect("its end").0;
            (tag, words.replace("&lt;", "<").replace("&amp;", "&"))
        })
        .collect()
}

/// The corners of the marks.
fn marks(svg: &str) -> Vec<Vec<(u32, u32)>> {
    let parts = svg.split("<polygon").skip(1);
    let corners = |part: &str| -> Vec<(u32, u32)> {
        let pairs = value(part, "points").split_whitespace();
        pairs
            .map(|pair| {
                let (x, y) = pair.split_once(',').expect("a pair");
                (x.parse().unwrap(), y.parse().unwrap())
            })
            .collect()
    };
    parts.map(corners).collect()
}

fn drawn(chart: &Chart, actions: Vec<Action>, shape: PictureShape, is_rtl: bool) -> String {
    let mut interaction = Interaction::new(chart, Language::ENGLISH);
    for action in actions {
        interaction.update(chart, action);
    }
    picture(chart, &interaction, shape, ADDRESS, is_rtl)
}

#[test]
fn a_picture_has_all_that_it_needs_on_its_own() {
    let chart = chart_of(&default_article());
    for shape in SHAPES {
        let svg = drawn(&chart, vec![], shape, false);
        let all: Vec<String> = texts(&svg).into_iter().map(|(_, words)| words).collect();
        let all = all.join(" ");
        for words in [
            "Third in total, last by the year: what Alibaba’s promise amounts to",
            "Commitment in total and per year, in US dollars",
            "In total",
            "Per year",
            "fiscal year 2025 · planned",
            "about $53bn",
            "about $17.7bn",
            "$20.7bn†",
            "Alibaba’s dollar figure is the equivalent stated with its commitment.",
            "† Converted at 7.26 yuan",
            "Source: The companies’ announcements and plans",
            ADDRESS,
        ] {
            assert!(all.contains(words), "{words:?} is missing in {all:?}");
        }
        for word in ["style", "class", "var(", "<svg x=", "paint-order", "url("] {
            assert!(!svg.contains(word), "{word}");
        }
    }
}

#[test]
fn shapes_of_a_share_have_their_size() {
    let chart = chart_of(&default_article());
    for (shape, size) in [
        (PictureShape::Wide, (1200, 675)),
        (PictureShape::Tall, (1080, 1350)),
    ] {
        for form in [Form::Bars, Form::Timeline, Form::Ratio] {
            let svg = drawn(&chart, vec![Action::ShowAs(form)], shape, false);
            assert_eq!((number(&svg, "width"), number(&svg, "height")), size);
            let (wide, high) = canvas(&svg);
            let ratio = f64::from(wide) / f64::from(high) * f64::from(size.1) / f64::from(size.0);
            assert!((ratio - 1.0).abs() < 0.01, "{wide} × {high}");
        }
    }
}

#[test]
fn marks_are_as_long_as_their_figures() {
    let chart = chart_of(&default_article());
    let total = vec![Action::Compare(article_widget::model::ChartBasis::Total)];
    let svg = drawn(&chart, total, PictureShape::Page, false);
    let lengths: Vec<f64> = marks(&svg)
        .into_iter()
        .map(|corners| f64::from(corners.iter().map(|(x, _)| x).max().unwrap() - corners[0].0))
        .collect();
    for (length, share) in lengths.iter().zip([1.0, 65.0 / 80.0, 53.0 / 80.0, 0.2583]) {
        assert!((length - share * lengths[0]).abs() <= 1.0, "{lengths:?}");
    }
}

#[test]
fn from_right_to_left_everything_is_mirrored() {
    let chart = chart_of(&default_article());
    let ltr = drawn(&chart, vec![], PictureShape::Page, false);
    let rtl = drawn(&chart, vec![], PictureShape::Page, true);
    let (width, _) = canvas(&ltr);
    for (one, other) in marks(&ltr).iter().zip(marks(&rtl)) {
        for ((x, y), (mirrored, same)) in one.iter().zip(other) {
            assert_eq!((width - x, *y), (mirrored, same));
        }
    }
    for ((one, _), (other, _)) in texts(&ltr).iter().zip(texts(&rtl)) {
        assert_eq!(width - number(one, "x"), number(other, "x"));
        assert_eq!(value(one, "text-anchor"), "start");
        assert_eq!(value(other, "text-anchor"), "end");
    }
}

proptest! {
    #![proptest_config(some())]

    #[test]
    fn nothing_leaves_a_picture_or_is_left_out(case in cases(), is_rtl in any::<bool>(), shape in 0..3_usize) {
        let (chart, shape) = (&case.chart, SHAPES[shape]);
        let mut interaction = Interaction::new(chart, Language::ENGLISH);
        for action in case.actions {
            interaction.update(chart, action);
        }
        let svg = picture(chart, &interaction, shape, ADDRESS, is_rtl);
        let (wide, high) = canvas(&svg);
        let texts = texts(&svg);
        for (tag, words) in &texts {
            let (x, size) = (number(tag, "x"), number(tag, "font-size"));
            // Texts in regular type are narrower than the estimate, which is for bold type.
            let width = text::width(words, size) * if tag.contains("700") { 100 } else { 92 } / 100;
            let fits = if is_rtl { width <= x } else { x + width <= wide };
            prop_assert!(fits, "{words:?} at {x} of {wide}");
            prop_assert!(number(tag, "y") < high, "{words:?} is below the edge");
        }
        for (x, y) in marks(&svg).into_iter().flatten() {
            prop_assert!(x <= wide && y <= high, "a mark at {x}, {y} of {wide} × {high}");
        }
        for panel in interaction.panels() {
            for row in &panel.layout.rows {
                let label = match panel.state.form {
                    Form::Timeline => words::spread(chart, &panel.state, row),
                    _ => row.label().to_owned(),
                };
                prop_assert!(texts.iter().any(|(_, words)| words.starts_with(&label)), "{label:?} is missing");
            }
        }
        let count: usize = interaction
            .panels()
            .iter()
            .map(|panel| panel.layout.rows.iter().filter(|row: &&Row| row.mark.is_some()).count())
            .sum();
        prop_assert_eq!(marks(&svg).len(), count);
    }
}

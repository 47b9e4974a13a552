//! Pictures of charts as SVG files.

use super::super::{chart_of, default_article};
use super::random::cases;
use super::some;
use article_widget::chart::export::picture::{PictureShape, picture};
use article_widget::chart::{Action, Form, Interaction, Row, text, words};
use article_widget::messages::Language;
use article_widget::model::{Chart, ChartBasis};
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
            let words = words.replace(['\u{2067}', '\u{2068}', '\u{2069}'], "");
            (tag, words.replace("&lt;", "<").replace("&amp;", "&"))
        })
        .collect()
}

/// The place of a text in the widest typeface, in whole pixels.
#[derive(Debug)]
struct TextBox {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
}

impl TextBox {
    fn is_on(&self, other: &Self) -> bool {
        let (left, right) = (self.left.max(other.left), self.right.min(other.right));
        let (top, bottom) = (self.top.max(other.top), self.bottom.min(other.bottom));
        left < right && top < bottom
    }
}

fn text_box((tag, words): &(&str, String)) -> TextBox {
    let is_end = value(tag, "text-anchor") == "end";
    let size = number(tag, "font-size");
    let (x, y) = (number(tag, "x"), number(tag, "y"));
    // Texts in regular type are narrower than the estimate, which is for bold type.
    let width = text::width(words, size) * if tag.contains("700") { 100 } else { 92 } / 100;
    let [x, y, width, size] = [x, y, width, size].map(u32::cast_signed);
    TextBox {
        left: x - if is_end { width } else { 0 },
        right: x + if is_end { 0 } else { width },
        top: y - size * 3 / 4,
        bottom: y + size / 4,
    }
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
            "†\u{a0}Converted at 7.26 yuan",
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
    let total = vec![Action::Compare(ChartBasis::Total)];
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

#[test]
fn lines_pass_behind_texts() {
    let chart = chart_of(&default_article());
    for (form, lines) in [(Form::Bars, 0), (Form::Timeline, 7), (Form::Ratio, 1)] {
        let total = Action::Compare(ChartBasis::Total);
        for is_rtl in [false, true] {
            let actions = vec![total.clone(), Action::ShowAs(form)];
            let svg = drawn(&chart, actions, PictureShape::Page, is_rtl);
            // Before the first mark or text.
            let behind = svg.split("<polygon").next().unwrap().split("<text").next();
            let behind = behind.unwrap().matches("<line").count();
            assert_eq!(behind, lines, "{form:?}");
            // The names, the details and the labels have grounds, as wide as they may be.
            let grounds = svg.matches("stroke=\"#ffffff\"").count();
            assert!(
                if lines > 0 {
                    grounds >= 12
                } else {
                    grounds == 0
                },
                "{form:?}"
            );
        }
    }
}

#[test]
fn a_line_leads_from_the_highlighted_row_to_its_row_in_the_other_panel() {
    let chart = chart_of(&default_article());
    for shape in SHAPES {
        for is_rtl in [false, true] {
            let svg = drawn(&chart, vec![], shape, is_rtl);
            let links: Vec<_> = svg.split("<line").skip(1).collect();
            assert_eq!(links.len(), 3, "{shape:?}");
            for pair in links.windows(2) {
                assert_eq!(value(pair[0], "x2"), value(pair[1], "x1"));
                assert_eq!(value(pair[0], "y2"), value(pair[1], "y1"));
            }
            let marks = marks(&svg);
            for (link, end, mark) in [(links[0], "y1", &marks[2]), (links[2], "y2", &marks[7])] {
                let (top, bottom) = (mark[0].1, mark.last().unwrap().1);
                assert!(
                    (top..bottom).contains(&number(link, end)),
                    "{link} at {mark:?}"
                );
            }
        }
    }
    let none = drawn(&chart, vec![Action::Highlight(None)], SHAPES[0], false);
    assert!(!none.contains("<line"));
}

#[test]
fn names_stand_beside_the_bars_where_there_is_room() {
    let chart = chart_of(&default_article());
    let total = vec![Action::Compare(ChartBasis::Total)];
    let svg = drawn(&chart, total, PictureShape::Page, false);
    let texts = texts(&svg);
    let name = texts.iter().find(|(_, words)| words == "Meta");
    let name = number(name.expect("a name").0, "y");
    let marks = marks(&svg);
    assert!(
        (marks[1][0].1..marks[1][7].1).contains(&name),
        "{name} in {marks:?}"
    );
    assert!(
        marks
            .iter()
            .all(|corners| corners[0].0 == marks[0][0].0 && corners[0].0 > 200)
    );
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
        let boxes: Vec<_> = texts.iter().map(text_box).collect();
        for ((_, words), text) in texts.iter().zip(&boxes) {
            prop_assert!(text.left >= 0 && text.right <= wide.cast_signed(), "{words:?} in {wide}: {text:?}");
            prop_assert!(text.bottom < high.cast_signed(), "{words:?} is below the edge");
        }
        for (n, one) in boxes.iter().enumerate() {
            for (other, (_, words)) in boxes[..n].iter().zip(&texts) {
                prop_assert!(!one.is_on(other), "{:?} is on {words:?}", texts[n].1);
            }
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

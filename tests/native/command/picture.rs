//! The command `picture`.

use super::{directory, result, run};
use crate::default_article;
use article_widget::chart::Interaction;
use article_widget::chart::export::picture::{PictureShape, picture};
use article_widget::messages::Language;
use resvg::tiny_skia::Pixmap;
use std::fs;

const DOCUMENT: &str = include_str!("../../../articles/alibaba-ai-investment.json");
const ARABIC: &str = include_str!("../../../articles/alibaba-ai-investment-ar.json");

/// Runs the command on the document of the demonstration.
fn drawn(name: &str, arguments: &[&str]) -> (i32, Vec<u8>, String) {
    let all = [&["picture", "-"], arguments].concat();
    let output = run(&directory(name), &all, DOCUMENT.as_bytes());
    let words = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), output.stdout, words)
}

/// The colour of a pixel.
fn pixel(pixmap: &Pixmap, x: u32, y: u32) -> [u8; 3] {
    let pixel = pixmap.pixel(x, y).expect("a pixel in the picture");
    [pixel.red(), pixel.green(), pixel.blue()]
}

#[test]
fn without_options_it_is_the_svg_that_readers_download() {
    let article = default_article();
    let chart = &article.charts[0];
    let interaction = Interaction::new(chart, Language::ENGLISH);
    let expected = picture(chart, &interaction, PictureShape::Page, "", false);
    let (code, svg, words) = drawn("picture/svg", &[]);
    assert_eq!((code, words.as_str()), (0, ""));
    assert_eq!(String::from_utf8(svg).unwrap(), expected);
}

#[test]
fn a_state_is_written_as_in_a_link() {
    for (state, expected) in [
        ("basis=per-year", "Commitment per year"),
        (
            "#article-widget=ai-spending&form=ratio",
            "as a multiple of Alibaba’s",
        ),
        (
            "article-widget=ai-spending&form=ratio&baseline=meta",
            "Meta = 1",
        ),
        ("hide=meta&hide=bytedance", "Microsoft"),
        ("currency=CNY&sort=name-reversed", "yuan"),
        ("search=micro", "Microsoft"),
        (
            "article-widget=ai-spending",
            "Total commitment over unlike periods",
        ),
        ("", "Total commitment over unlike periods"),
    ] {
        let (code, svg, words) = drawn("picture/state", &["--state", state]);
        assert_eq!((code, words.as_str()), (0, ""), "{state}");
        let svg = String::from_utf8(svg).unwrap();
        assert!(svg.contains(expected), "{state}: {svg}");
        assert_eq!(
            svg.contains(">Meta<"),
            !state.contains("hide") && !state.contains("search")
        );
    }
}

#[test]
fn what_is_not_known_is_named_with_what_is() {
    for (arguments, expected) in [
        (
            &["--chart", "prices"][..],
            "there is no chart `prices`: known are ai-spending",
        ),
        (
            &["--state", "article-widget=prices"],
            "there is no chart `prices`: known are ai-spending",
        ),
        (
            &["--chart", "ai-spending", "--state", "article-widget=prices"],
            "the state is one of the chart `prices`, but the chart is to be `ai-spending`: name one of them",
        ),
        (
            &["--state", "form=pie"],
            "`form=pie`: the chart `ai-spending` has no such value; known are bars, timeline, ratio",
        ),
        (
            &["--state", "highlight=apple"],
            "`highlight=apple`: the chart `ai-spending` has no such value; known are none, alibaba, microsoft, meta, bytedance",
        ),
        (
            &["--state", "colour=red"],
            "`colour` is no choice of the chart `ai-spending`: known are form, basis, currency, sort, baseline, highlight, hide, search, more",
        ),
        (
            &["--state", "ratio"],
            "`ratio` in the state is no choice: write NAME=VALUE",
        ),
        (
            &[
                "--state",
                "hide=meta&hide=microsoft&hide=bytedance&hide=alibaba",
            ],
            "`hide=alibaba` would leave nothing to draw: show one commitment",
        ),
    ] {
        let (code, svg, words) = drawn("picture/unknown", arguments);
        assert_eq!(words, format!("error: standard input: {expected}\n"));
        assert_eq!((code, svg.len()), (1, 0), "{words}");
    }
}

#[test]
fn arguments_that_contradict_each_other_are_refused() {
    for (arguments, expected) in [
        (&["--scale", "2"][..], "--scale is for PNG"),
        (&["--font", "a.ttf", "--out", "a.svg"], "--font is for PNG"),
        (
            &["--format", "svg", "--out", "a.png"],
            "--format is not what the name of --out ends with",
        ),
        (
            &["--out", "a.jpg"],
            "the name of --out ends with neither .svg nor .png",
        ),
        (
            &["--width", "200"],
            "it is a whole number of CSS pixels from 280 to 4000",
        ),
        (
            &["--width", "7e2"],
            "it is a whole number of CSS pixels from 280 to 4000",
        ),
        (
            &["--scale", "0", "--out", "a.png"],
            "it is a number from 0.1 to 16",
        ),
    ] {
        let (code, _, words) = drawn("picture/conflicts", arguments);
        assert!(words.contains(expected), "{arguments:?}: {words}");
        assert_eq!(code, 2, "{arguments:?}");
    }
}

#[test]
fn png_files_have_their_size_their_ground_and_marks() {
    let white = [0xff; 3];
    let dark = [0x16, 0x17, 0x1a];
    for (arguments, width, ground, accent) in [
        (&[][..], 700, white, [0x9a, 0x1b, 0x2f]),
        (
            &["--width", "360", "--scale", "2"],
            720,
            white,
            [0x9a, 0x1b, 0x2f],
        ),
        (
            &["--width", "1200", "--theme", "dark"],
            1200,
            dark,
            [0xff, 0x8d, 0x8a],
        ),
        (
            &["--scale", "0.5", "--state", "form=timeline"],
            350,
            white,
            [0x9a, 0x1b, 0x2f],
        ),
        (&["--state", "form=ratio"], 700, white, [0x9a, 0x1b, 0x2f]),
    ] {
        let directory = directory("picture/png");
        let all = [&["picture", "-", "--out", "chart.png"], arguments].concat();
        let output = run(&directory, &all, DOCUMENT.as_bytes());
        assert_eq!(result(&output), (0, "", ""), "{arguments:?}");
        let file = fs::read(directory.join("chart.png")).unwrap();
        let pixmap = Pixmap::decode_png(&file).unwrap();
        assert_eq!(pixmap.width(), width, "{arguments:?}");
        let (right, bottom) = (width - 1, pixmap.height() - 1);
        for (x, y) in [(0, 0), (right, 0), (0, bottom), (right, bottom)] {
            assert_eq!(pixel(&pixmap, x, y), ground, "{arguments:?}");
        }
        let all: Vec<[u8; 3]> = (0..width)
            .flat_map(|x| (0..=bottom).map(move |y| (x, y)))
            .map(|(x, y)| pixel(&pixmap, x, y))
            .collect();
        let share = |colour| {
            let count = all.iter().filter(|&&other| other == colour).count();
            count * 1_000 / all.len()
        };
        assert!(share(accent) >= 2, "{arguments:?}: {}", share(accent));
        // The title is text: neither ground nor marks.
        let inked = all.iter().filter(|&&other| other != ground).count();
        assert!(inked * 100 / all.len() >= 5, "{arguments:?}");
    }
}

#[test]
fn to_standard_output_the_format_says_what_it_is() {
    let (code, png, _) = drawn("picture/format", &["--format", "png"]);
    assert_eq!(code, 0);
    assert!(png.starts_with(b"\x89PNG"));
    let (code, svg, _) = drawn(
        "picture/format",
        &["--canonical", "https://example.org/news/a"],
    );
    assert_eq!(code, 0);
    // What is needed to cite it stands in the last lines.
    let svg = String::from_utf8(svg).unwrap();
    let lines: Vec<&str> = svg.split("</text>").collect();
    let [.., title, address, _] = &*lines else {
        panic!("{svg}");
    };
    assert!(title.contains("(24 February 2025)"), "{title}");
    assert!(address.contains("https://example.org/news/a"), "{address}");
}

#[test]
fn the_licence_stands_below_the_source() {
    let mut json = crate::default_json();
    let link = serde_json::json!({ "href": "https://example.org/by", "text": "CC BY 4.0" });
    json["charts"][0]["license"] = serde_json::json!(["© The Example, ", { "link": link }]);
    let directory = directory("picture/licence");
    let output = run(&directory, &["picture", "-"], json.to_string().as_bytes());
    let (code, svg, _) = result(&output);
    assert_eq!(code, 0);
    let (_, after) = svg.split_once("Source: ").unwrap();
    assert!(after.contains("© The Example, CC BY 4.0"), "{after}");
    let output = run(&directory, &["prerender", "-"], json.to_string().as_bytes());
    let (_, after) = result(&output).1.split_once("Source: ").unwrap();
    assert!(
        after.contains("<p>© The Example, <a href=\"https://example.org/by\""),
        "{after}"
    );
}

#[test]
fn scripts_without_glyphs_and_fonts_that_are_none_are_named() {
    let directory = directory("picture/fonts");
    fs::write(directory.join("font.woff2"), "wOF2 …").unwrap();
    fs::write(directory.join("font.ttf"), "no font").unwrap();
    for (font, expected) in [
        (
            None,
            "standard input: no font has glyphs for Arabic (ا ل ث ة إ ج م و): add one that has with --font FILE.ttf",
        ),
        (
            Some("font.woff2"),
            "font.woff2: it is a font for the Web (WOFF): give the TTF or OTF file",
        ),
        (
            Some("font.ttf"),
            "font.ttf: it is no font that can be read: give a TTF or OTF file",
        ),
        (Some("none.ttf"), "cannot read none.ttf"),
    ] {
        let mut arguments = vec!["picture", "-", "--out", "chart.png"];
        arguments.extend(font.iter().flat_map(|font| ["--font", font]));
        let output = run(&directory, &arguments, ARABIC.as_bytes());
        let (code, _, words) = result(&output);
        assert!(words.starts_with(&format!("error: {expected}")), "{words}");
        assert_eq!(code, 1);
        assert!(!directory.join("chart.png").exists());
    }
    // An SVG is drawn with the fonts of those who look at it.
    let output = run(&directory, &["picture", "-"], ARABIC.as_bytes());
    assert_eq!(output.status.code(), Some(0));
}

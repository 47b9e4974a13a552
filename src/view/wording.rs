//! Tests that the words of the interface have one home: in a made-up language, in which each message is
//! marked, no other word is left.

use super::carousel_controls::carousel_controls;
use super::chart_controls::{chart_search, explore, show_more, switch};
use super::chart_export::chart_export;
use super::chart_notes::chart_notes;
use super::chart_plot::chart_plot;
use super::chart_pointing::Pointing;
use super::chart_reading::chart_reading;
use super::chart_table::chart_table;
use super::host::Host;
use super::setting::Setting;
use super::{ArticleWidget, ArticleWidgetProps};
use crate::carousel::{self, Announcement, Controls, Extent, InView, Rects, SelectedCompany};
use crate::chart::export::picture::{PictureShape, picture};
use crate::chart::export::{Export, ExportOutcome, csv};
use crate::chart::{Action, ChartBasis, Form, Interaction, Panel, Sort, currencies, words};
use crate::document::Value;
use crate::messages::{Language, marked};
use crate::model::{Article, Chart};
use crate::quantity::Length;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::LocalServerRenderer;
use yew::prelude::*;

/// A document with every feature of the format.
const FULL: &str = include_str!("../../tests/native/full.json");
/// Fields whose texts are names, dates and figures.
const NAMES: [&str; 34] = [
    "align",
    "base",
    "basis",
    "chart",
    "commitment",
    "commitments",
    "currency",
    "date",
    "end",
    "footnote",
    "form",
    "hedge",
    "highlight",
    "href",
    "id",
    "in",
    "language",
    "modified",
    "of",
    "published",
    "quote",
    "rate",
    "ratioTo",
    "related",
    "scale",
    "shareOf",
    "sizes",
    "sort",
    "src",
    "start",
    "status",
    "tags",
    "type",
    "value",
];

/// The document without a Latin letter in its own words.
fn document() -> Json {
    let mut json: Json = serde_json::from_str(FULL).expect("JSON");
    translate(&mut json);
    json["language"] = json!(marked::TAG);
    let body = json["body"].as_array_mut().expect("a body");
    body.push(json!({ "video": 1 }));
    // As long as an article with a list of its sections.
    for _ in 0..4 {
        body.push(json!({ "heading": "ж" }));
        body.push(json!({ "paragraph": "ж ".repeat(300) }));
    }
    json
}

fn translate(value: &mut Json) {
    match value {
        Json::String(text) => *text = text.replace(|c: char| c.is_ascii_alphabetic(), "ж"),
        Json::Array(items) => items.iter_mut().for_each(translate),
        Json::Object(fields) => {
            for (key, value) in fields {
                // Some of the names are also those of lists of objects, such as `related`.
                let is_list = |value: &Json| {
                    value
                        .as_array()
                        .is_some_and(|it| it.iter().any(Json::is_object))
                };
                if !NAMES.contains(&&**key) || value.is_object() || is_list(value) {
                    translate(value);
                }
            }
        }
        _ => {}
    }
}

fn read(json: &Json) -> Rc<Article> {
    let value: Value = serde_json::from_value(json.clone()).expect("a value");
    let (article, _) = Article::read(&value).expect("an article");
    Rc::new(article)
}

/// What has been checked: the messages that were there.
#[derive(Default)]
struct Seen(BTreeSet<String>);

impl Seen {
    /// Fails where a text has words that are in no message.
    fn check(&mut self, text: &str) {
        let mut rest = text.to_owned();
        while let Some((before, after)) = rest.split_once('⟦') {
            let (name, after) = after.split_once('⟧').expect("the end of a message");
            self.0.insert(name.to_owned());
            rest = format!("{before}{after}");
        }
        // The codes of currencies and of a time zone are names, in every language.
        for name in ["CNY", "CN¥", "USD", "EUR", "UTC"] {
            rest = rest.replace(name, "");
        }
        let is_word = rest.contains(|c: char| c.is_ascii_alphabetic());
        assert!(!is_word, "{rest:?} in {text:?} is no message");
    }

    /// The same for markup: its texts, and the attributes that are read aloud.
    fn check_markup(&mut self, html: &str) {
        for part in html.split('<') {
            let (tag, text) = part.split_once('>').unwrap_or(("", part));
            self.check(
                &text
                    .replace("&quot;", "")
                    .replace("&lt;", "")
                    .replace("&amp;", ""),
            );
            for name in [
                "aria-label",
                "aria-roledescription",
                "alt",
                "title",
                "placeholder",
            ] {
                for value in tag.split(&format!(" {name}=\"")).skip(1) {
                    let (value, _) = value.split_once('"').expect("the end of a value");
                    self.check(&value.replace("&quot;", ""));
                }
            }
        }
    }

    fn check_html(&mut self, content: Html) {
        let html = rendered::<Shown>(ShownProps { content });
        self.check_markup(&html);
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ShownProps {
    content: Html,
}

/// Shows a part of a view.
struct Shown;

impl Component for Shown {
    type Message = ();
    type Properties = ShownProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().content.clone()
    }
}

fn rendered<C: Component>(props: C::Properties) -> String
where
    C::Properties: Clone,
{
    let renderer = LocalServerRenderer::<C>::with_props(props).hydratable(false);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

/// All that a chart shows in its present state.
fn check_chart(seen: &mut Seen, chart: &Chart, interaction: &Interaction) {
    let host = Host::default();
    let setting = Setting::new(&host, interaction.state().language);
    let state = interaction.state();
    let node = NodeRef::default();
    let pointing = Pointing {
        frame: &node,
        active: interaction.active_row(),
        read: interaction.read(),
    };
    let table = interaction.in_table(chart);
    let longest = words::longest(chart, state.language).into();
    for html in [
        switch(chart, state, true, setting),
        explore(chart, state, setting),
        chart_reading(chart, state, &longest, interaction.read(), setting),
        chart_search(chart, state),
        chart_plot(chart, interaction, pointing, false, setting),
        show_more(&interaction.panels()[0].layout, state.language),
        chart_notes(chart, state, &interaction.panels()[0].layout, setting),
        chart_export(chart, state, true, interaction.outcome(), setting),
        chart_export(chart, state, false, interaction.outcome(), setting),
        chart_table(chart, state, &table, setting),
    ] {
        seen.check_html(html);
    }
    for panel in interaction.panels() {
        seen.check(&words::description(chart, &panel.state, &panel.layout));
        seen.check(&words::announcement(chart, &panel.state, &panel.layout));
    }
    seen.check(&csv(chart, state, ""));
}

fn check_charts(seen: &mut Seen, chart: &Chart, language: Language) {
    let mut actions = Form::ALL.map(Action::ShowAs).to_vec();
    actions.extend(Sort::ALL.map(Action::SortBy));
    actions.extend(
        currencies(chart)
            .iter()
            .map(|choice| Action::ShowIn(choice.currency)),
    );
    for panel in [Panel::Options, Panel::Export] {
        for basis in [ChartBasis::Total, ChartBasis::PerYear, ChartBasis::Both] {
            for action in &actions {
                let mut interaction = Interaction::new(chart, language);
                interaction.hydrate();
                for action in [Action::Open(panel), Action::Compare(basis), action.clone()] {
                    interaction.update(chart, action);
                }
                for row in 0..interaction.panels()[0].layout.rows.len().min(4) {
                    interaction.open(row, false);
                    check_chart(seen, chart, &interaction);
                }
            }
        }
    }
    for export in Export::ALL {
        for is_done in [true, false] {
            let mut interaction = Interaction::new(chart, language);
            interaction.update(chart, Action::Open(Panel::Export));
            interaction.export(Some(ExportOutcome { export, is_done }));
            check_chart(seen, chart, &interaction);
        }
    }
    // Multiples of a company with a long name.
    let mut interaction = Interaction::new(chart, language);
    interaction.update(chart, Action::ShowAs(Form::Ratio));
    interaction.update(chart, Action::MeasureBy(chart.commitments.len() - 1));
    check_chart(seen, chart, &interaction);
    // Some of the companies, one of them, and none.
    for search in ["1", "жжжж 19", "no such company"] {
        let mut interaction = Interaction::new(chart, language);
        interaction.update(chart, Action::Search(search.into()));
        check_chart(seen, chart, &interaction);
    }
}

/// The chart with so many companies, whose periods and names are unlike.
fn many(chart: &Chart, count: usize) -> Chart {
    let commitment = |index: usize| {
        let mut commitment = chart.commitments[index % chart.commitments.len()].clone();
        commitment.name = format!("{} {index}", "ж".repeat(4 + index * 5));
        commitment.period.length = Length::Months(u32::try_from(index).unwrap() + 1);
        commitment
    };
    Chart {
        commitments: (0..count).map(commitment).collect(),
        ..chart.clone()
    }
}

/// The chart with periods that are all alike, and without exchange rates.
fn alike(chart: &Chart) -> Chart {
    let commitment = |index: usize| {
        let mut commitment = chart.commitments[index].clone();
        commitment.period = chart.commitments[0].period.clone();
        commitment
    };
    Chart {
        commitments: (0..4).map(commitment).collect(),
        rates: Rc::new([]),
        ..chart.clone()
    }
}

fn check_carousel(seen: &mut Seen, chart: &Chart, language: Language) {
    let company = SelectedCompany::new(chart, 0);
    let in_view = |first, last| InView { first, last };
    for announcement in [
        Announcement::InView(in_view(0, 0)),
        Announcement::InView(in_view(0, 3)),
        Announcement::Order(1),
        Announcement::Order(2),
    ] {
        seen.check(&announcement.words(2_000, Some(&company), language));
        seen.check(&announcement.words(2_000, None, language));
    }
    for (count, viewport) in [(2, 10.0), (6, 25.0), (11, 10.0), (20, 10.0), (20, 30.0)] {
        let extent = |left, width| Extent {
            left,
            right: left + width,
        };
        let lefts = (0..count).map(|index| f64::from(index) * 10.0);
        let mut state = carousel::CarouselState::default();
        state.update(carousel::CarouselAction::Seen(Rects {
            is_right_to_left: false,
            viewport: extent(0.0, viewport),
            slides: lefts.map(|left| extent(left, 10.0)).collect(),
        }));
        let controls = Controls::new(&state, usize::try_from(count).unwrap());
        let html = carousel_controls(&controls, "id", 20, language, Callback::noop());
        seen.check_html(html);
    }
}

#[test]
fn every_word_of_the_interface_is_a_message() {
    let mut seen = Seen::default();
    let article = read(&document());
    let html = rendered::<ArticleWidget>(ArticleWidgetProps {
        article: article.clone(),
        on_chart: None,
        on_slide: None,
        has_links: false,
    });
    seen.check_markup(&html);
    let language = Language::of(&article.language);
    for chart in &article.charts {
        check_charts(&mut seen, chart, language);
    }
    let chart = many(&article.charts[0], 40);
    check_charts(&mut seen, &chart, language);
    check_charts(&mut seen, &alike(&chart), language);
    let interaction = Interaction::new(&chart, language);
    let drawing = picture(&chart, &interaction, PictureShape::Wide, "", false);
    for text in drawing.split("<text").skip(1) {
        let text = text
            .split_once('>')
            .and_then(|(_, text)| text.split_once('<'));
        seen.check(text.expect("a text").0);
    }
    check_carousel(&mut seen, &chart, language);
    // Stands in the list of a site, outside of the views.
    seen.check(language.messages().article.articles);
    // The company is selected in a page that is alive; the carousel says so beside its title.
    seen.check(&language.messages().stories.company_first.with(["ж"]));
    for name in marked::names() {
        assert!(seen.0.contains(&name), "the message {name} was nowhere");
    }
}

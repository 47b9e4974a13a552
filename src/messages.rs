//! Every word of the interface that a reader sees or hears, with one file for each language.
//!
//! A language is a value of `Messages`, with a field for each message. A message that contains names or numbers
//! is a `Message`, so each language decides where they stand. A message with plurals is a function. How
//! numbers, sums and dates are written is defined in [`format`](crate::format), by the locale of the language.
//!
//! To add a language, add a file beside `messages/en.rs` and a variant of [`Language`].
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod en;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod marked;

use crate::format::Locale;
use crate::model::Status;
use crate::quantity::Span;

/// A language of the interface.
///
/// As long as there is only one variant, a value has no size, and the messages are constants to the compiler.
/// So functions take the language, not a reference to its messages: with a reference, the WebAssembly would
/// contain all of them as a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// A made-up language for tests, in which every message is marked.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    Marked,
}

impl Language {
    /// The language of the interface for the BCP 47 tag of a document's language.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        #[cfg(all(test, not(target_arch = "wasm32")))]
        if tag == marked::TAG {
            return Self::Marked;
        }
        let _ = tag;
        Self::English
    }

    /// The locale in which numbers, sums and dates are written beside the messages.
    #[must_use]
    pub const fn locale(self) -> Locale {
        match self {
            Self::English => Locale::English,
            // Digits and signs, no words.
            #[cfg(all(test, not(target_arch = "wasm32")))]
            Self::Marked => Locale::Other,
        }
    }

    pub(crate) const fn messages(self) -> &'static Messages {
        match self {
            Self::English => &en::ENGLISH,
            #[cfg(all(test, not(target_arch = "wasm32")))]
            Self::Marked => &marked::MARKED,
        }
    }
}

/// A message with placeholders for `N` texts: the characters from U+0000 on.
///
/// It is data, and one function fills all messages. A closure for each would add kilobytes of WebAssembly.
#[derive(Clone, Copy)]
pub(crate) struct Message<const N: usize>(&'static str);

/// Builds a message from words and, in brackets, the numbers of the texts between them.
macro_rules! message {
    ($($part:tt)*) => {
        $crate::messages::Message::new(concat!($($crate::messages::part!($part)),*))
    };
}
macro_rules! part {
    ([0]) => {
        "\u{0}"
    };
    ([1]) => {
        "\u{1}"
    };
    ([2]) => {
        "\u{2}"
    };
    ([3]) => {
        "\u{3}"
    };
    ([4]) => {
        "\u{4}"
    };
    ($words:literal) => {
        $words
    };
}
use {message, part};

impl<const N: usize> Message<N> {
    /// Fails to compile if a text has no placeholder, or a placeholder has no text.
    const fn new(words: &'static str) -> Self {
        let mut found = [false; N];
        let bytes = words.as_bytes();
        let mut index = 0;
        while index < bytes.len() {
            if bytes[index] < b' ' {
                found[bytes[index] as usize] = true;
            }
            index += 1;
        }
        index = 0;
        while index < N {
            assert!(found[index], "a text has no place in the message");
            index += 1;
        }
        Self(words)
    }

    /// The message with these texts in its placeholders.
    pub(crate) fn with(self, texts: [&str; N]) -> String {
        filled(self.0, &texts)
    }
}

fn filled(message: &str, texts: &[&str]) -> String {
    let mut filled = String::new();
    for sign in message.chars() {
        match texts.get(sign as usize) {
            Some(text) => filled.push_str(text),
            None => filled.push(sign),
        }
    }
    filled
}

/// The messages of a language. Numbers are passed as formatted texts, except where the plural depends on them.
pub(crate) struct Messages {
    pub(crate) article: ArticleMessages,
    pub(crate) stories: StoryMessages,
    pub(crate) controls: ControlMessages,
    pub(crate) orders: OrderMessages,
    pub(crate) sentence_orders: OrderMessages,
    pub(crate) chart: ChartMessages,
    pub(crate) columns: ColumnMessages,
    pub(crate) periods: PeriodMessages,
    pub(crate) exports: ExportMessages,
}

/// The words around the text of an article.
pub(crate) struct ArticleMessages {
    /// Above the text: the author.
    /// With: byline.
    pub(crate) by: Message<1>,
    /// Before a date, including the space.
    pub(crate) published: &'static str,
    /// Before a date, including the space.
    pub(crate) updated: &'static str,
    /// Opens the list of the sections of a long article, and states the minutes it takes to read.
    pub(crate) contents: fn(minutes: usize, sections: usize) -> String,
    pub(crate) takeaways: &'static str,
    pub(crate) corrections: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) methodology: &'static str,
    /// With: number.
    pub(crate) footnote: Message<1>,
    pub(crate) back_to_text: &'static str,
    /// Replaces a block that is invalid or unknown.
    pub(crate) missing: &'static str,
    /// The heading of the list of articles, for a site without a name.
    #[cfg(feature = "prerender")]
    pub(crate) articles: &'static str,
}

/// Rows of related stories.
pub(crate) struct StoryMessages {
    /// The roles of a row and of a slide, for screen readers.
    pub(crate) carousel: &'static str,
    pub(crate) slide: &'static str,
    /// With: place, count, headline.
    pub(crate) slide_of: Message<3>,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) read_more: &'static str,
    /// The status if one story is visible: in full, and in short form.
    /// With: place, count.
    pub(crate) one_of: Message<2>,
    /// With: place, count.
    pub(crate) one_of_short: Message<2>,
    /// The status if several stories are visible.
    /// With: first, last, count.
    pub(crate) some_of: Message<3>,
    /// With: first, last, count.
    pub(crate) some_of_short: Message<3>,
    /// Says which company's stories come first: beside the title, and as an announcement.
    /// With: company.
    pub(crate) company_first: Message<1>,
    pub(crate) about_company: fn(count: usize, company: &str) -> String,
    pub(crate) first_order: &'static str,
}

/// The controls of a chart.
pub(crate) struct ControlMessages {
    /// The button of the panel with the choices that few readers need; it names them.
    pub(crate) explore: &'static str,
    pub(crate) show_as: &'static str,
    pub(crate) bars: &'static str,
    pub(crate) timeline: &'static str,
    pub(crate) ratio: &'static str,
    pub(crate) compare: &'static str,
    pub(crate) total: &'static str,
    pub(crate) per_year: &'static str,
    pub(crate) both: &'static str,
    /// The heading of the panel of whole sums, beside one of yearly sums.
    pub(crate) total_panel: &'static str,
    pub(crate) currency: &'static str,
    pub(crate) sort_by: &'static str,
    pub(crate) baseline: &'static str,
    pub(crate) highlight: &'static str,
    pub(crate) no_highlight: &'static str,
    pub(crate) companies: &'static str,
    pub(crate) show_all_companies: &'static str,
    pub(crate) find_company: &'static str,
    /// With: shown, count.
    pub(crate) show_more: Message<2>,
    /// The name of the group of marks, for screen readers.
    pub(crate) marks: &'static str,
    pub(crate) nothing_to_show: &'static str,
}

/// The orders of the rows of a chart, by sort key: the default direction, then the reverse.
pub(crate) struct OrderMessages {
    pub(crate) amount: [&'static str; 2],
    pub(crate) per_year: [&'static str; 2],
    pub(crate) name: [&'static str; 2],
    pub(crate) document: [&'static str; 2],
}

/// The words in and around a chart.
pub(crate) struct ChartMessages {
    /// What kind of sums are compared.
    pub(crate) totals: &'static str,
    pub(crate) unlike_totals: &'static str,
    pub(crate) yearly_sums: &'static str,
    pub(crate) both_sums: &'static str,
    /// The sum of the other basis, in the facts about a commitment.
    /// With: sum.
    pub(crate) in_total: Message<1>,
    /// With: sum.
    pub(crate) a_year: Message<1>,
    /// With: the amount as it was stated.
    pub(crate) stated: Message<1>,
    /// A sum and its period in a timeline: of a year at most, or longer.
    /// With: sum, length.
    pub(crate) in_a_period: Message<2>,
    /// With: sum, length.
    pub(crate) spread_over: Message<2>,
    /// The subtitle of each form. `sums` is one of the texts above.
    /// With: sums, currency.
    pub(crate) as_bars: Message<2>,
    /// With: currency.
    pub(crate) totals_over_time: Message<1>,
    /// With: sums, company.
    pub(crate) as_multiples_of: Message<2>,
    /// Used if the name of the company is too long.
    /// With: sums.
    pub(crate) as_multiples: Message<1>,
    /// A figure or a currency for which an exchange rate was used.
    /// With: what.
    pub(crate) converted: Message<1>,
    /// A multiple that was computed from inexact figures.
    /// With: multiple.
    pub(crate) about: Message<1>,
    pub(crate) not_known: &'static str,
    /// The yearly sum of an open-ended period.
    pub(crate) not_known_without_end: &'static str,
    pub(crate) not_stated_in_currency: &'static str,
    /// An amount with its equivalents.
    /// With: amount, equivalents.
    pub(crate) with_equivalents: Message<2>,
    pub(crate) status: fn(Status) -> &'static str,
    pub(crate) bar_chart: &'static str,
    pub(crate) timeline: &'static str,
    /// The end of a list that is cut off: how many more there are.
    /// With: count.
    pub(crate) more: Message<1>,
    /// A sentence that joins the subtitle and the order.
    /// With: subtitle, order.
    pub(crate) heading: Message<2>,
    /// With: kind, heading, rows.
    pub(crate) description: Message<3>,
    pub(crate) no_rows: &'static str,
    /// With: first, times, second.
    pub(crate) leads: Message<3>,
    /// The heading at the beginning of an announcement, as a sentence.
    /// With: heading.
    pub(crate) announced: Message<1>,
    /// With: shown, count.
    pub(crate) companies_of: Message<2>,
    /// With: row.
    pub(crate) only: Message<1>,
    /// With: row.
    pub(crate) first: Message<1>,
    /// With: first, last.
    pub(crate) first_and_last: Message<2>,
    /// The notes below the chart.
    /// With: groups.
    pub(crate) periods_differ: Message<1>,
    /// With: companies, length.
    pub(crate) last_for: Message<2>,
    pub(crate) other_lengths: &'static str,
    /// With: rate, quote, base, date, source.
    pub(crate) conversion: Message<5>,
    /// A remark on a date.
    /// With: remark, date.
    pub(crate) dated: Message<2>,
    /// With: source.
    pub(crate) source: Message<1>,
    /// The caption of the table.
    /// With: order.
    pub(crate) data: Message<1>,
    /// With: shown, count, order.
    pub(crate) data_of: Message<3>,
    pub(crate) show_table: &'static str,
    /// The name of the table, for screen readers.
    pub(crate) table: &'static str,
}

/// The columns of the table, of the tips and of the exported file.
pub(crate) struct ColumnMessages {
    pub(crate) company: &'static str,
    pub(crate) as_stated: &'static str,
    pub(crate) total: &'static str,
    pub(crate) per_year: &'static str,
    /// The columns above with the name of the currency.
    /// With: currency.
    pub(crate) total_in: Message<1>,
    /// With: currency.
    pub(crate) per_year_in: Message<1>,
    /// With: company.
    pub(crate) multiple_of: Message<1>,
    pub(crate) converted: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) start: &'static str,
    pub(crate) period: &'static str,
    pub(crate) status: &'static str,
    pub(crate) purpose: &'static str,
    pub(crate) remark: &'static str,
    pub(crate) source: &'static str,
}

/// Periods.
pub(crate) struct PeriodMessages {
    /// A length of time; `None` if it is open-ended.
    pub(crate) length: fn(Option<Span>) -> String,
    /// With: year.
    pub(crate) fiscal_year: Message<1>,
    /// With: length, start.
    pub(crate) from: Message<2>,
    /// With: start.
    pub(crate) without_end: Message<1>,
}

/// The words for exporting a chart.
pub(crate) struct ExportMessages {
    /// The name of the row of buttons, for screen readers.
    pub(crate) title: &'static str,
    pub(crate) csv: &'static str,
    /// The button that opens the panel with the pictures.
    pub(crate) image: &'static str,
    pub(crate) wide: &'static str,
    pub(crate) tall: &'static str,
    pub(crate) svg: &'static str,
    pub(crate) link: &'static str,
    pub(crate) print: &'static str,
    pub(crate) link_is_copied: &'static str,
    pub(crate) link_is_refused: &'static str,
    pub(crate) picture_is_saved: &'static str,
    pub(crate) picture_is_refused: &'static str,
}

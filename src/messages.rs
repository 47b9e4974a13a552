//! Every word of the interface that a reader sees or hears, a file for each language.
//!
//! A language is a value of `Messages`: a field for each message. Where names and numbers belong into it,
//! it is a `Message`, which puts them where the language wants them; where it has plurals, a function. How
//! numbers, sums and dates are written is up to [`format`](crate::format), in the way that the language names.
//!
//! To add a language: a file beside `messages/en.rs`, and a variant of [`Language`].
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
/// As long as there is one, it takes no room at run time, and its messages are constants to the compiler. So
/// functions take the language, not a reference to its messages, which would bring all of them as a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// A made-up one, for tests: every message is marked.
    #[cfg(all(test, not(target_arch = "wasm32")))]
    Marked,
}

impl Language {
    /// The language of the interface for a document in the language of this BCP 47 tag.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        #[cfg(all(test, not(target_arch = "wasm32")))]
        if tag == marked::TAG {
            return Self::Marked;
        }
        let _ = tag;
        Self::English
    }

    /// How numbers, sums and dates are written beside its messages.
    #[must_use]
    pub const fn locale(self) -> Locale {
        match self {
            Self::English => Locale::English,
            // In digits and signs.
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

/// A message with places for so many texts: the characters from U+0000 on stand for them.
///
/// It is data, and one function fills all of them: a closure for each would cost a reader kilobytes.
#[derive(Clone, Copy)]
pub(crate) struct Message<const N: usize>(&'static str);

/// A message from its words and, in brackets, the numbers of the texts between them.
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
    /// Fails to compile where a text has no place, or a place no text.
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

    /// The message with its places, for a script that fills it.
    pub(crate) const fn template(self) -> &'static str {
        self.0
    }

    /// The message with these texts.
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

/// The messages of a language. Numbers come as texts, but where they decide on a plural.
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

/// What stands around the text of an article.
pub(crate) struct ArticleMessages {
    /// Above the text, before the name of an author.
    /// With: byline.
    pub(crate) by: Message<1>,
    /// Before a date, with the space between them.
    pub(crate) published: &'static str,
    /// Before a date, with the space between them.
    pub(crate) updated: &'static str,
    pub(crate) takeaways: &'static str,
    pub(crate) corrections: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) methodology: &'static str,
    /// With: number.
    pub(crate) footnote: Message<1>,
    pub(crate) back_to_text: &'static str,
    /// In the place of a block that is wrong or not known.
    pub(crate) missing: &'static str,
    /// The heading above the articles of a site that has no name.
    #[cfg(feature = "prerender")]
    pub(crate) articles: &'static str,
}

/// Rows of related stories.
pub(crate) struct StoryMessages {
    /// What a row and a slide are, for screen readers.
    pub(crate) carousel: &'static str,
    pub(crate) slide: &'static str,
    /// With: place, count, headline.
    pub(crate) slide_of: Message<3>,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) read_more: &'static str,
    /// One story of so many: of the place where the row is, and in short.
    /// With: place, count.
    pub(crate) one_of: Message<2>,
    /// With: place, count.
    pub(crate) one_of_short: Message<2>,
    /// Several.
    /// With: first, last, count.
    pub(crate) some_of: Message<3>,
    /// With: first, last, count.
    pub(crate) some_of_short: Message<3>,
    /// Whose stories come first: beside the title, and as it is announced.
    /// With: company.
    pub(crate) company_first: Message<1>,
    pub(crate) about_company: fn(count: usize, company: &str) -> String,
    pub(crate) first_order: &'static str,
}

/// The controls of a chart.
pub(crate) struct ControlMessages {
    pub(crate) show_as: &'static str,
    pub(crate) bars: &'static str,
    pub(crate) timeline: &'static str,
    pub(crate) ratio: &'static str,
    pub(crate) compare: &'static str,
    pub(crate) total: &'static str,
    pub(crate) per_year: &'static str,
    pub(crate) currency: &'static str,
    pub(crate) options: &'static str,
    pub(crate) sort_by: &'static str,
    pub(crate) baseline: &'static str,
    pub(crate) highlight: &'static str,
    pub(crate) no_highlight: &'static str,
    pub(crate) companies: &'static str,
    pub(crate) show_all_companies: &'static str,
    pub(crate) find_company: &'static str,
    /// With: shown, count.
    pub(crate) show_more: Message<2>,
    /// Of the marks, for those who hear it.
    pub(crate) marks: &'static str,
    pub(crate) nothing_to_show: &'static str,
}

/// The orders of the rows of a chart by what they are ordered by: the usual one, and turned round.
pub(crate) struct OrderMessages {
    pub(crate) amount: [&'static str; 2],
    pub(crate) per_year: [&'static str; 2],
    pub(crate) name: [&'static str; 2],
    pub(crate) document: [&'static str; 2],
}

/// What a chart says of itself.
pub(crate) struct ChartMessages {
    /// What the sums are.
    pub(crate) totals: &'static str,
    pub(crate) unlike_totals: &'static str,
    pub(crate) yearly_sums: &'static str,
    /// The subtitle of each form, from what the sums are.
    /// With: sums, currency.
    pub(crate) as_bars: Message<2>,
    /// With: currency.
    pub(crate) totals_over_time: Message<1>,
    /// With: sums, currency.
    pub(crate) yearly_sums_over_time: Message<2>,
    /// With: sums, company.
    pub(crate) as_multiples_of: Message<2>,
    /// In the place of the name of a company that is too long.
    /// With: sums.
    pub(crate) as_multiples: Message<1>,
    /// A figure or a currency, where an exchange rate was used.
    /// With: what.
    pub(crate) converted: Message<1>,
    /// A multiple that was computed from figures that are not exact.
    /// With: multiple.
    pub(crate) about: Message<1>,
    pub(crate) not_known: &'static str,
    /// Of the yearly sum of a period that has no end.
    pub(crate) not_known_without_end: &'static str,
    pub(crate) not_stated_in_currency: &'static str,
    /// The words of an amount with those of its equivalents.
    /// With: amount, equivalents.
    pub(crate) with_equivalents: Message<2>,
    pub(crate) status: fn(Status) -> &'static str,
    pub(crate) bar_chart: &'static str,
    pub(crate) timeline: &'static str,
    /// A list is cut off; so many more are not named.
    /// With: count.
    pub(crate) more: Message<1>,
    /// A sentence of the subtitle and the order.
    /// With: subtitle, order.
    pub(crate) heading: Message<2>,
    /// With: kind, heading, rows.
    pub(crate) description: Message<3>,
    pub(crate) no_rows: &'static str,
    /// With: first, times, second.
    pub(crate) leads: Message<3>,
    /// The announcement of the heading, which is a sentence, and of what follows it.
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
    /// The notes below it.
    pub(crate) hedged: &'static str,
    pub(crate) reported: &'static str,
    /// With: groups.
    pub(crate) periods_differ: Message<1>,
    /// With: companies, length.
    pub(crate) last_for: Message<2>,
    pub(crate) other_lengths: &'static str,
    /// With: rate, quote, base, date, source.
    pub(crate) conversion: Message<5>,
    /// With: source.
    pub(crate) source: Message<1>,
    /// The caption of the table.
    /// With: title, order.
    pub(crate) data: Message<2>,
    /// With: title, shown, count, order.
    pub(crate) data_of: Message<4>,
    pub(crate) show_table: &'static str,
    /// Of the table, for those who hear it.
    pub(crate) table: &'static str,
}

/// The columns of the table, the tips and the file.
pub(crate) struct ColumnMessages {
    pub(crate) company: &'static str,
    pub(crate) as_stated: &'static str,
    pub(crate) total: &'static str,
    pub(crate) per_year: &'static str,
    /// The same with the currency in words.
    /// With: currency.
    pub(crate) total_in: Message<1>,
    /// With: currency.
    pub(crate) per_year_in: Message<1>,
    pub(crate) multiple: &'static str,
    /// With: company.
    pub(crate) multiple_of: Message<1>,
    /// With: multiple, company.
    pub(crate) compared_with: Message<2>,
    pub(crate) converted: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) start: &'static str,
    pub(crate) period: &'static str,
    pub(crate) status: &'static str,
    pub(crate) purpose: &'static str,
    pub(crate) source: &'static str,
}

/// Periods.
pub(crate) struct PeriodMessages {
    /// How long something is; `None` where it has no end.
    pub(crate) length: fn(Option<Span>) -> String,
    /// With: year.
    pub(crate) fiscal_year: Message<1>,
    /// With: length, start.
    pub(crate) from: Message<2>,
    /// With: start.
    pub(crate) without_end: Message<1>,
}

/// What a reader can take along from a chart.
pub(crate) struct ExportMessages {
    /// The button that opens the others, with and without links.
    pub(crate) title_with_link: &'static str,
    pub(crate) title: &'static str,
    pub(crate) csv: &'static str,
    pub(crate) svg: &'static str,
    pub(crate) png: &'static str,
    pub(crate) link: &'static str,
    pub(crate) print: &'static str,
    pub(crate) link_is_copied: &'static str,
    pub(crate) link_is_refused: &'static str,
    pub(crate) picture_is_saved: &'static str,
    pub(crate) picture_is_refused: &'static str,
    /// The signs in a picture, which has no legend.
    /// With: meaning.
    pub(crate) stripes: Message<1>,
    /// With: meaning.
    pub(crate) dashes: Message<1>,
}

//! Every word of the interface that a reader sees or hears, a file for each language.
//!
//! A language is a value of `Messages`: a field for each message, a function where it has to do with
//! numbers or names, so that each language can put them where it wants and has its own plurals. How numbers,
//! sums and dates are written is up to [`format`](crate::format), in the way that the language names.
//!
//! To add a language: a file beside `messages/en.rs`, and a variant of [`Language`].
//!
//! May not import yew, web-sys, js-sys, wasm-bindgen, gloo or any module that does.

mod en;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod marked;

use crate::format::Locale;
use crate::model::{Span, Status};

/// A language of the interface.
///
/// As long as there is one, it takes no room at run time, and its messages are constants to the compiler.
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
    pub fn locale(self) -> Locale {
        self.messages().locale
    }

    pub(crate) const fn messages(self) -> &'static Messages {
        match self {
            Self::English => &en::ENGLISH,
            #[cfg(all(test, not(target_arch = "wasm32")))]
            Self::Marked => &marked::MARKED,
        }
    }
}

/// The messages of a language. Numbers come to functions as numbers where they decide on a plural, and
/// formatted, as texts, where they do not.
pub(crate) struct Messages {
    pub(crate) locale: Locale,
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
    pub(crate) by: fn(byline: &str) -> String,
    /// Before a date, with the space between them.
    pub(crate) published: &'static str,
    /// Before a date, with the space between them.
    pub(crate) updated: &'static str,
    pub(crate) takeaways: &'static str,
    pub(crate) corrections: &'static str,
    pub(crate) notes: &'static str,
    pub(crate) sources: &'static str,
    pub(crate) methodology: &'static str,
    pub(crate) footnote: fn(number: usize) -> String,
    pub(crate) back_to_text: &'static str,
    /// In the place of a block that is wrong or not known.
    pub(crate) missing: &'static str,
}

/// Rows of related stories.
pub(crate) struct StoryMessages {
    /// What a row and a slide are, for screen readers.
    pub(crate) carousel: &'static str,
    pub(crate) slide: &'static str,
    pub(crate) slide_of: fn(place: &str, count: &str, headline: &str) -> String,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) read_more: &'static str,
    /// One story of so many: of the place where the row is, and in short.
    pub(crate) one_of: fn(place: &str, count: &str) -> String,
    pub(crate) one_of_short: fn(place: &str, count: &str) -> String,
    /// Several.
    pub(crate) some_of: fn(first: &str, last: &str, count: &str) -> String,
    pub(crate) some_of_short: fn(first: &str, last: &str, count: &str) -> String,
    /// Whose stories come first: beside the title, and as it is announced.
    pub(crate) company_first: fn(company: &str) -> String,
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
    pub(crate) show_more: fn(shown: &str, count: &str) -> String,
    /// Of the marks, for those who hear it.
    pub(crate) marks: &'static str,
    pub(crate) nothing_to_show: &'static str,
}

/// The orders of the rows of a chart.
pub(crate) struct OrderMessages {
    pub(crate) largest_first: &'static str,
    pub(crate) smallest_first: &'static str,
    pub(crate) largest_per_year_first: &'static str,
    pub(crate) smallest_per_year_first: &'static str,
    pub(crate) a_to_z: &'static str,
    pub(crate) z_to_a: &'static str,
    pub(crate) as_listed: &'static str,
    pub(crate) as_listed_reversed: &'static str,
}

/// What a chart says of itself.
pub(crate) struct ChartMessages {
    /// What the sums are.
    pub(crate) totals: &'static str,
    pub(crate) unlike_totals: &'static str,
    pub(crate) yearly_sums: &'static str,
    /// The subtitle of each form, from what the sums are.
    pub(crate) as_bars: fn(sums: &str, currency: &str) -> String,
    pub(crate) totals_over_time: fn(currency: &str) -> String,
    pub(crate) yearly_sums_over_time: fn(sums: &str, currency: &str) -> String,
    pub(crate) as_multiples_of: fn(sums: &str, company: &str) -> String,
    /// In the place of the name of a company that is too long.
    pub(crate) as_multiples: fn(sums: &str) -> String,
    /// A figure or a currency, where an exchange rate was used.
    pub(crate) converted: fn(what: &str) -> String,
    /// A multiple that was computed from figures that are not exact.
    pub(crate) about: fn(multiple: &str) -> String,
    pub(crate) not_known: &'static str,
    /// Of the yearly sum of a period that has no end.
    pub(crate) not_known_without_end: &'static str,
    pub(crate) not_stated_in_currency: &'static str,
    /// The words of an amount with those of its equivalents.
    pub(crate) with_equivalents: fn(amount: &str, equivalents: &str) -> String,
    pub(crate) status: fn(Status) -> &'static str,
    pub(crate) bar_chart: &'static str,
    pub(crate) timeline: &'static str,
    /// A list is cut off; so many more are not named.
    pub(crate) more: fn(count: &str) -> String,
    /// A sentence of the subtitle and the order.
    pub(crate) heading: fn(subtitle: &str, order: &str) -> String,
    pub(crate) description: fn(kind: &str, heading: &str, rows: &str) -> String,
    pub(crate) no_rows: &'static str,
    pub(crate) leads: fn(first: &str, times: &str, second: &str) -> String,
    /// The announcement of the heading, which is a sentence, and of what follows it.
    pub(crate) announced: fn(heading: &str) -> String,
    pub(crate) companies_of: fn(shown: &str, count: &str) -> String,
    pub(crate) only: fn(row: &str) -> String,
    pub(crate) first: fn(row: &str) -> String,
    pub(crate) first_and_last: fn(first: &str, last: &str) -> String,
    /// The notes below it.
    pub(crate) hedged: &'static str,
    pub(crate) reported: &'static str,
    pub(crate) periods_differ: fn(groups: &str) -> String,
    pub(crate) last_for: fn(companies: &str, length: &str) -> String,
    pub(crate) other_lengths: &'static str,
    pub(crate) conversion:
        fn(rate: &str, quote: &str, base: &str, date: &str, source: &str) -> String,
    pub(crate) source: fn(source: &str) -> String,
    /// The caption of the table.
    pub(crate) data: fn(title: &str, order: &str) -> String,
    pub(crate) data_of: fn(title: &str, shown: &str, count: &str, order: &str) -> String,
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
    pub(crate) total_in: fn(currency: &str) -> String,
    pub(crate) per_year_in: fn(currency: &str) -> String,
    pub(crate) multiple: &'static str,
    pub(crate) multiple_of: fn(company: &str) -> String,
    pub(crate) compared_with: fn(multiple: &str, company: &str) -> String,
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
    pub(crate) fiscal_year: fn(year: &str) -> String,
    pub(crate) from: fn(length: &str, start: &str) -> String,
    pub(crate) without_end: fn(start: &str) -> String,
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
}

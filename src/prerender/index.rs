//! A page that lists the pages of a site, the newest first.

use super::address::{Folder, WebAddress, encode};
use super::escape::Escaped;
use super::page::{canonical_link, opening, page_styles};
use super::story::Story;
use crate::format;
use crate::messages::Language;
use crate::model::Inlines;
use crate::quantity::Timestamp;
use std::cmp::Reverse;

/// The language of the list: its articles may be in several.
const LANGUAGE: Language = Language::English;
/// Its tag.
const TAG: &str = "en";

/// One page of a site.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The name of its file, beside that of the list.
    pub file: String,
    /// What it shows.
    pub story: Story,
}

/// The list as an HTML page. Stories without a date come last; those of the same time keep
/// their order.
///
/// `assets` is the folder of the widget's files, `address` where the list is going to be, where
/// that is known.
#[must_use]
pub fn index(
    entries: &[Entry],
    assets: &Folder,
    site_name: Option<&str>,
    address: Option<&WebAddress>,
) -> String {
    let title = site_name.unwrap_or(LANGUAGE.messages().article.articles);
    let head = opening(TAG, "ltr", title);
    let canonical = address.map(|address| canonical_link(address) + "\n");
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_by_key(|entry| Reverse(entry.story.article().published.as_ref().map(minutes)));
    let items: String = entries.into_iter().map(item).collect();
    format!(
        "{head}{}{}\n</head>\n<body>\n<main class=\"page-stories\">\n<h1>{}</h1>\n{items}</main>\n</body>\n</html>\n",
        canonical.unwrap_or_default(),
        page_styles(assets),
        Escaped(title),
    )
}

fn item(entry: &Entry) -> String {
    let article = entry.story.article();
    let standfirst = article.standfirst.as_ref().map(Inlines::plain_text);
    let standfirst = standfirst.map(|text| format!("<p>{}</p>\n", Escaped(&text)));
    let published = article.published.as_ref().map(|published| {
        format!(
            "<p><time datetime=\"{}\" lang=\"{TAG}\" dir=\"ltr\">{}</time></p>\n",
            Escaped(&published.iso),
            Escaped(&format::timestamp(published, LANGUAGE.locale()))
        )
    });
    format!(
        "<article lang=\"{}\" dir=\"{}\">\n<h2><a href=\"{}\">{}</a></h2>\n{}{}</article>\n",
        Escaped(&article.language),
        article.direction(),
        encode(&entry.file),
        Escaped(&article.headline.plain_text()),
        standfirst.unwrap_or_default(),
        published.unwrap_or_default(),
    )
}

/// The minutes from a fixed day to a moment, in UTC. A day counts from its first minute.
fn minutes(at: &Timestamp) -> i64 {
    let days = days(at.month.year.into(), at.month.month.into(), at.day.into());
    let clock = |hour: i64, minute: i64| hour * 60 + minute;
    let time = at.time.as_ref().map_or(0, |time| {
        clock(time.hour.into(), time.minute.into()) - offset(&time.offset)
    });
    clock(days * 24, time)
}

/// How many minutes an offset such as `+08:00` is ahead of UTC.
fn offset(text: &str) -> i64 {
    let part = |range| text.get(range).and_then(|digits: &str| digits.parse().ok());
    let minutes: i64 = part(1..3).unwrap_or(0) * 60 + part(4..6).unwrap_or(0);
    if text.starts_with('-') {
        -minutes
    } else {
        minutes
    }
}

/// The days from a fixed day to another. A year begins in March here, so that the leap day is its
/// last; 153 days are the five months from March to July, and every five from there.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = match month {
        1 | 2 => (year - 1, month + 9),
        _ => (year, month - 3),
    };
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day
}

#[cfg(test)]
mod tests {
    use super::{days, offset};

    #[test]
    fn every_day_follows_the_one_before() {
        for (before, after) in [
            ((2023, 12, 31), (2024, 1, 1)),
            ((2024, 2, 28), (2024, 2, 29)),
            ((2024, 2, 29), (2024, 3, 1)),
            ((2025, 2, 28), (2025, 3, 1)),
            ((2100, 2, 28), (2100, 3, 1)),
            ((2000, 2, 29), (2000, 3, 1)),
            ((2025, 7, 31), (2025, 8, 1)),
            ((2025, 11, 30), (2025, 12, 1)),
        ] {
            let number = |(year, month, day)| days(year, month, day);
            assert_eq!(number(before) + 1, number(after), "{before:?}");
        }
    }

    #[test]
    fn offsets() {
        assert_eq!(offset(""), 0);
        assert_eq!(offset("+08:00"), 480);
        assert_eq!(offset("-03:30"), -210);
    }
}

//! The remarks on dates in words: a note below a timeline, and a sentence of the description elsewhere.

use crate::format;
use crate::messages::Language;
use crate::model::{Annotation, Chart};

/// The remarks on dates: `Sanctions tightened (January 2025); …`. Where a drawing has their lines, with the numbers of
/// the lines. It is empty if there are none.
#[must_use]
pub fn dated_remarks(chart: &Chart, is_numbered: bool, language: Language) -> String {
    let mut texts = Vec::new();
    for remark in &chart.annotations {
        let mut words = dated_remark(remark, language);
        if words.is_empty() {
            continue;
        }
        if is_numbered {
            let number = format::count(texts.len() + 1, language);
            words = [&*number, " ", &words].concat();
        }
        texts.push(words);
    }
    format::joined(&texts, language.messages().chart.groups)
}

/// A remark with its date; empty if it has none.
pub(super) fn dated_remark(remark: &Annotation, language: Language) -> String {
    let Some(date) = remark.date else {
        return String::new();
    };
    let date = format::date(date, language);
    let messages = &language.messages().chart;
    messages.dated.with([&remark.text.plain_text(), &date])
}

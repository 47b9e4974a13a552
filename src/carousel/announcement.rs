//! What screen readers announce of a row.

use super::geometry::InView;
use super::selected_company::SelectedCompany;
use crate::format;
use crate::messages::Language;

/// The last announcement to screen readers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Announcement {
    /// None.
    #[default]
    None,
    /// The stories in view after the press of a button.
    InView(InView),
    /// How many stories are about the selected company; zero after it was deselected.
    Order(usize),
}

impl Announcement {
    /// The announcement after the row has come to rest in another place, moved by a button or by other means.
    #[must_use]
    pub const fn at_rest(self, in_view: InView, is_by_button: bool) -> Self {
        match self {
            _ if is_by_button => Self::InView(in_view),
            // Readers who scroll notice where that leads, so it is not announced. An older announcement is removed,
            // because it is no longer true.
            Self::InView(_) => Self::None,
            other => other,
        }
    }

    /// The announcement in words, for a row of so many stories.
    #[must_use]
    pub fn words(
        self,
        count: usize,
        selected: Option<&SelectedCompany>,
        language: Language,
    ) -> String {
        let messages = &language.messages().stories;
        match (self, selected) {
            (Self::None, _) => String::new(),
            (Self::InView(in_view), _) => in_view.words(count, language),
            (Self::Order(wanted), Some(company)) => {
                let number = format::count(wanted, language);
                let rules = language.formats().rules();
                messages
                    .about_company
                    .with(wanted, rules, [&number, &company.name])
            }
            (Self::Order(_), None) => messages.first_order.into(),
        }
    }
}

impl InView {
    /// The stories in view, of `count`: `Stories 2 to 4 of 6`.
    #[must_use]
    pub fn words(self, count: usize, language: Language) -> String {
        let messages = &language.messages().stories;
        let [first, last, count] = self.numbers(count, language);
        if first == last {
            messages.one_of.with([&first, &count])
        } else {
            messages.some_of.with([&first, &last, &count])
        }
    }

    /// The same in short: `2–4 of 6`.
    #[must_use]
    pub fn short_words(self, count: usize, language: Language) -> String {
        let messages = &language.messages().stories;
        let [first, last, count] = self.numbers(count, language);
        if first == last {
            messages.one_of_short.with([&first, &count])
        } else {
            messages.some_of_short.with([&first, &last, &count])
        }
    }

    fn numbers(self, count: usize, language: Language) -> [String; 3] {
        let number = |number| format::count(number, language);
        [self.first + 1, self.last + 1, count].map(number)
    }
}

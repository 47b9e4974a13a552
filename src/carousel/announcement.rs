//! What screen readers are told of a row.

use super::geometry::InView;
use super::selected_company::SelectedCompany;
use crate::format;

/// What screen readers were told last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Announcement {
    /// Nothing.
    #[default]
    None,
    /// Where a press of a button has led.
    InView(InView),
    /// How many stories are about the company that was selected; none after that was taken back.
    Order(usize),
}

impl Announcement {
    /// The announcement after the row has come to rest elsewhere, moved by a button or by other means.
    #[must_use]
    pub const fn at_rest(self, in_view: InView, is_by_button: bool) -> Self {
        match self {
            _ if is_by_button => Self::InView(in_view),
            // Those who scroll see or hear where that leads, so it is not said; nor is a place left to be
            // read that is no longer so.
            Self::InView(_) => Self::None,
            other => other,
        }
    }

    /// The announcement in words, for a row of so many stories.
    #[must_use]
    pub fn words(self, count: usize, selected: Option<&SelectedCompany>) -> String {
        match (self, selected) {
            (Self::None, _) => String::new(),
            (Self::InView(in_view), _) => in_view.words(count),
            (Self::Order(wanted), Some(company)) => {
                let (stories, come) = match wanted {
                    1 => (" story about ", " comes first."),
                    _ => (" stories about ", " come first."),
                };
                [&format::count(wanted), stories, &company.name, come].concat()
            }
            (Self::Order(_), None) => "The stories are in their first order again.".into(),
        }
    }
}

impl InView {
    /// Which stories of so many: `Stories 2 to 4 of 6`.
    #[must_use]
    pub fn words(self, count: usize) -> String {
        let [first, last, count] = self.numbers(count);
        if first == last {
            ["Story ", &first, " of ", &count].concat()
        } else {
            ["Stories ", &first, " to ", &last, " of ", &count].concat()
        }
    }

    /// The same in short: `2–4 of 6`.
    #[must_use]
    pub fn short_words(self, count: usize) -> String {
        let [first, last, count] = self.numbers(count);
        if first == last {
            [&*first, " of ", &count].concat()
        } else {
            [&*first, "–", &last, " of ", &count].concat()
        }
    }

    fn numbers(self, count: usize) -> [String; 3] {
        [self.first + 1, self.last + 1, count].map(format::count)
    }
}

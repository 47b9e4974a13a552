//! The company whose stories come first.

use crate::model::{Chart, Commitment, Teaser};
use std::rc::Rc;

/// The company that the reader has selected, in a chart or in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectedCompany {
    /// The id of the chart.
    pub chart: Rc<str>,
    /// The id of its commitment.
    pub commitment: Rc<str>,
    /// Its name.
    pub name: Rc<str>,
}

impl SelectedCompany {
    /// The company of the commitment with this index in a chart.
    #[must_use]
    pub fn new(chart: &Chart, place: usize) -> Self {
        let Commitment { id, name, .. } = &chart.commitments[place];
        Self {
            chart: (*chart.id).into(),
            commitment: (**id).into(),
            name: (**name).into(),
        }
    }

    /// Whether a story is about it.
    #[must_use]
    pub fn is_subject_of(&self, story: &Teaser) -> bool {
        story.is_about(&self.commitment, &self.name)
    }

    /// The company whose stories come first in a row of these teasers; `None` if no story is about it.
    #[must_use]
    pub fn with_stories(selected: Option<&Self>, stories: &[Teaser]) -> Option<Self> {
        let has_stories = |it: &&Self| stories.iter().any(|story| it.is_subject_of(story));
        selected.filter(has_stories).cloned()
    }
}

//! What the markup of an article depends on besides the article and its readers.

use super::host::Host;
use super::names::Names;
use crate::messages::{Language, Messages};

/// How the parts of an article are named, and which language its interface speaks.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    names: &'a Names,
    pub(super) language: Language,
}

impl<'a> Setting<'a> {
    /// The setting of an article, whose interface speaks this language, in a page.
    pub(super) const fn new(host: &'a Host, language: Language) -> Self {
        Self {
            names: &host.names,
            language,
        }
    }

    /// The words of its interface.
    pub(super) const fn messages(self) -> &'static Messages {
        self.language.messages()
    }

    /// See [`Names::id`].
    pub(super) fn id(self, own: &[&str]) -> String {
        self.names.id(own)
    }

    /// See [`Names::part`].
    pub(super) fn part(self, name: &'static str) -> Option<&'static str> {
        self.names.part(name)
    }
}

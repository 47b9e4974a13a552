//! The names and the language that all parts of an article's markup need.

use super::host::Host;
use super::names::Names;
use crate::messages::{Language, Messages};

/// The names of the parts of an article, and the language of its interface.
#[derive(Clone, Copy)]
pub(super) struct Setting<'a> {
    names: &'a Names,
    pub(super) language: Language,
}

impl<'a> Setting<'a> {
    /// The setting of an article in a page, with an interface in this language.
    pub(super) const fn new(host: &'a Host, language: Language) -> Self {
        Self {
            names: &host.names,
            language,
        }
    }

    /// The messages of its interface.
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

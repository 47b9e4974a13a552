//! The ids and part names of an article, which must not clash with others of the page.

use std::rc::Rc;

/// The ids and part names of an article.
///
/// A shadow tree has ids of its own. Among the page's own elements, ids begin with a prefix that no other article of the
/// page has, and elements have no `part`, which works in shadow trees only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// The prefix of ids; empty in a shadow tree.
    prefix: Rc<str>,
}

impl Names {
    /// Names with this prefix of ids. It is empty in a shadow tree.
    pub(crate) fn new(prefix: &str) -> Self {
        Self {
            prefix: prefix.into(),
        }
    }

    /// The id of a part.
    pub(super) fn id(&self, own: &[&str]) -> String {
        [&*self.prefix, &own.concat()].concat()
    }

    /// The value of the attribute `part`.
    pub(super) fn part(&self, name: &'static str) -> Option<&'static str> {
        self.prefix.is_empty().then_some(name)
    }
}

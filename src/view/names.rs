//! What the parts of an article are called where other parts of a page may be called alike.

use std::rc::Rc;

/// How the parts of an article are named.
///
/// A shadow tree has names of its own. Among the page's own elements ids begin with something that no other
/// article of the page has, and there are no `part`s, which mean something in shadow trees only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names {
    /// What ids begin with; empty in a shadow tree.
    prefix: Rc<str>,
}

impl Names {
    /// Names for ids that begin with this; those of a shadow tree where it is empty.
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

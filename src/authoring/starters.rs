//! Documents to begin with: they show the commonest features, and say what each is for.

/// A document that shows the commonest features, with remarks in its `$comment`s.
pub const STARTER_JSON: &str = include_str!("starters/article.json");

/// The same article as Markdown, with remarks in its front matter.
pub const STARTER_MARKDOWN: &str = include_str!("starters/article.md");

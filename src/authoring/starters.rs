//! Documents to start from. They show the most common features and explain each of them.

/// A document that shows the most common features, with explanations in its `$comment`s.
pub const STARTER_JSON: &str = include_str!("starters/article.json");

/// The same article as Markdown, with explanations in its front matter.
pub const STARTER_MARKDOWN: &str = include_str!("starters/article.md");

//! The model: the default article is complete, an error in a document only affects the part that contains it,
//! and every error is reported with its path.

mod annotations;
mod checking;
mod claims;
mod default;
mod figures;
mod limits;
mod reading;
mod references;

use super::{read, value};
use article_widget::model::{Article, Block, Inlines};
use serde_json::Value as Json;

/// The text of an article and of its teasers.
fn text_of(article: &Article) -> String {
    let mut text = vec![article.headline.plain_text()];
    text.extend(article.standfirst.as_ref().map(Inlines::plain_text));
    text.extend(block_words(article));
    for teaser in article.related.iter().flat_map(|row| &row.teasers) {
        text.push(teaser.headline.clone());
        text.extend(teaser.summary.clone());
    }
    text.join("\n")
}

/// The words of each block. Those of a list or a table are on one line.
fn block_words(article: &Article) -> Vec<String> {
    article.body.iter().filter_map(words).collect()
}

fn words(block: &Block) -> Option<String> {
    let lines =
        |texts: &[Inlines]| -> Vec<String> { texts.iter().map(Inlines::plain_text).collect() };
    Some(match block {
        Block::Heading(text) | Block::Subheading(text) | Block::Paragraph(text) => {
            text.plain_text()
        }
        Block::List(items) | Block::NumberedList(items) => lines(items).join(" / "),
        Block::Terms(terms) => {
            let terms = terms
                .iter()
                .map(|term| format!("{}: {}", term.term.plain_text(), term.text.plain_text()));
            terms.collect::<Vec<_>>().join(" / ")
        }
        Block::Quotation(quotation) => lines(&quotation.paragraphs).join(" / "),
        Block::PullQuote(quote) => quote.text.plain_text(),
        Block::Figure(figure) => figure.caption.as_ref()?.plain_text(),
        Block::Table(table) => {
            let rows: Vec<String> = table
                .rows
                .iter()
                .map(|row| lines(row).join(" | "))
                .collect();
            rows.join(" / ")
        }
        Block::Aside(aside) => {
            let blocks: Vec<String> = aside.body.iter().filter_map(words).collect();
            blocks.join(" / ")
        }
        Block::Chart(_) | Block::Related(_) | Block::Divider(_) | Block::Missing => return None,
    })
}

/// An article as a browser shows it, and the problems, as `path: message`.
fn problems(json: &Json) -> (Article, Vec<String>) {
    let (article, problems) = read(json).expect("the document was refused");
    (article, problems.iter().map(ToString::to_string).collect())
}

/// All problems that a checker reports, as `path: message`.
fn mistakes(json: &Json) -> Vec<String> {
    let (_, mistakes) = Article::inspect(&value(json));
    assert!(!mistakes.is_empty(), "the document is sound");
    mistakes.iter().map(ToString::to_string).collect()
}

/// The paths of problems in the form `path: message`.
fn paths(problems: &[String]) -> Vec<&str> {
    let path = |problem: &'_ String| {
        problem.len() - problem.split_once(": ").map_or(0, |(_, m)| m.len() + 2)
    };
    problems
        .iter()
        .map(|problem| &problem[..path(problem)])
        .collect()
}

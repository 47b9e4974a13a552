//! What must hold of every text that claims to be a document. Whatever does not hold panics.

use crate::markup::assert_sound;
use article_widget::authoring::{self, Import, ImportFormat};
use article_widget::document::Value;
use article_widget::document::{Place, ProblemKind};
use article_widget::model::Article;
use article_widget::prerender::{Folder, Fragment, Page, Placement, Story, Styles};

/// The longest text that is looked at, in bytes. Longer ones find nothing that shorter ones do not,
/// only later.
pub const MAX_BYTES: usize = 64 * 1024;

/// Reads a text through every door, and shows what could be read.
///
/// # Panics
///
/// Where a property does not hold.
pub fn hold(bytes: &[u8]) {
    if bytes.len() > MAX_BYTES {
        return;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Some(value) = parse(text) else {
        find(text);
        assert!(
            Story::read(text).is_err(),
            "JSON at one door, none at the other"
        );
        return;
    };
    let story = Story::read(text);
    let read = Article::read(&value);
    let checked = Article::check(&value);
    if let Ok(story) = &story {
        let placement = if text.len().is_multiple_of(2) {
            Placement::Light(Styles::default())
        } else {
            Placement::Shadow(Styles::default())
        };
        show(story, placement, checked.is_ok());
    }
    if let Ok(article) = &checked {
        let (shown, problems) = read.as_ref().expect("what is right can be read");
        assert_eq!(problems, &[], "a browser finds more than the checker");
        assert_eq!(shown, article, "a browser reads something else");
        write_and_read(article);
    }
    if let Err(problems) = &checked {
        assert!(!problems.is_empty(), "wrong, but nobody knows why");
    }
    find(text);
    // Where a key stands twice, the one door takes the first value and the other one the last.
    if let (Ok(story), Ok((article, problems))) = (&story, &read)
        && !repeats_a_key(&value)
    {
        assert_eq!(story.article(), article, "two doors, two articles");
        assert_eq!(story.problems().is_empty(), problems.is_empty());
    }
}

/// Writes the article as a page, in one of the two forms; `is_right` says that the checker finds
/// nothing.
fn show(story: &Story, placement: Placement, is_right: bool) {
    let page = Page {
        fragment: Fragment {
            assets: Folder::parse("widget/").expect("an address"),
            src: None,
            messages: None,
            is_linked: false,
            placement,
        },
        canonical: None,
        picture: None,
        images: Vec::new(),
        site_name: None,
        oembed: None,
    };
    let html = page.render(story);
    let (_, rest) = html.split_once("<main>\n").expect("a page has a main part");
    let (fragment, _) = rest.split_once("</main>").expect("it ends");
    assert_sound(fragment, is_right);
}

/// What the checker finds has a place in the text, and what it mends is mended at once.
fn find(text: &str) {
    let mended = authoring::mend(text);
    assert_eq!(mended.changes.is_empty(), mended.text == text);
    assert_eq!(parse(&mended.text).is_some(), parse(text).is_some(), "mended to no JSON");
    let again = authoring::mend(&mended.text);
    assert_eq!(again.text, mended.text, "mended twice");
    let Err(problems) = authoring::check(text) else {
        return;
    };
    assert!(!problems.is_empty(), "wrong, but where is not known");
    let placed = problems.into_iter().map(|problem| {
        let place = problem.place.expect("a place in the text");
        (problem.kind, place)
    });
    let placed: Vec<(ProblemKind, Place)> = placed.collect();
    for pair in placed.windows(2) {
        assert!(pair[0].1.start <= pair[1].1.start, "out of order");
    }
    for (kind, found) in placed {
        let part = text.get(found.range.clone()).expect("a part of the text");
        let syntax = kind == ProblemKind::Syntax || kind == ProblemKind::Limit;
        assert!(
            syntax || !part.is_empty(),
            "nothing at fault: {kind:?}, {found:?}"
        );
        assert!(found.start <= found.end, "it ends before it begins");
        let lines = 1 + text[..found.range.start].matches('\n').count();
        assert_eq!(found.start.line, lines, "another line");
    }
}

/// Makes a document of Markdown, and Markdown of it again.
///
/// # Panics
///
/// Where a property does not hold.
pub fn import(bytes: &[u8]) {
    if bytes.len() > MAX_BYTES {
        return;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    for format in [ImportFormat::Markdown, ImportFormat::Plain] {
        match Import::new(text, format).document() {
            Ok(document) => {
                let value = serde_json::from_value(document).expect("JSON is JSON");
                let article = Article::check(&value).expect("an import makes what is right");
                write_and_read(&article);
            }
            Err(mistakes) => {
                assert!(!mistakes.is_empty(), "wrong, but nobody knows why");
                let lines = 1 + text.replace("\r\n", "\n").matches(['\n', '\r']).count();
                for mistake in mistakes {
                    assert!(
                        mistake
                            .place
                            .as_ref()
                            .is_some_and(|place| (1..=lines).contains(&place.start.line)),
                        "no such line: {mistake:?}"
                    );
                }
            }
        }
    }
}

/// Reads a text as tables of commitments and of teasers.
///
/// # Panics
///
/// Where a table becomes a document that is wrong, or a problem has no line of the table.
pub fn tables(bytes: &[u8]) {
    const FRONT_MATTER: &str = "---\nlanguage: en\nheadline: H\n---\nX.\n";
    if bytes.len() > MAX_BYTES {
        return;
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let import = Import::new(FRONT_MATTER, authoring::ImportFormat::Markdown);
    let imports = [
        Import { commitments: Some(text), ..import.clone() },
        Import { teasers: Some(text), teasers_title: Some("More"), ..import },
    ];
    for import in imports {
        match import.document() {
            Ok(document) => {
                let value = serde_json::from_value(document).expect("JSON is JSON");
                let article = Article::check(&value).expect("an import makes what is right");
                write_and_read(&article);
                let table = authoring::commitments_csv(&article).expect("nothing is lost");
                let again = Import { commitments: Some(&table), ..Import::new(FRONT_MATTER, authoring::ImportFormat::Markdown) };
                let json = serde_json::to_value(&article).expect("an article can be written");
                if article.commitments.is_empty() {
                    continue;
                }
                let read = again.document().expect("what was written can be read");
                assert_eq!(read["commitments"], json["commitments"], "a table that is read again is another");
            }
            Err(problems) => {
                let lines = 1 + text.replace("\r\n", "\n").matches(['\n', '\r']).count();
                for problem in problems {
                    assert!(
                        problem.place.as_ref().is_some_and(|place| (1..=lines.max(4)).contains(&place.start.line)),
                        "no such line: {problem:?}"
                    );
                }
            }
        }
    }
}

/// An article that is written down and read again is the same one, in every form.
fn write_and_read(article: &Article) {
    let json = serde_json::to_value(article).expect("an article can be written");
    let json_length = json.to_string().len();
    let value = serde_json::from_value(json).expect("JSON is JSON");
    let again = Article::check(&value);
    assert_eq!(again.as_ref(), Ok(article), "written and read again");
    // Markdown is read again before it is handed out, which takes the longest of all.
    if json_length.is_multiple_of(4) {
        assert!(authoring::markdown(article).is_ok(), "no Markdown says it");
    }
    assert!(
        authoring::commitments_csv(article).is_ok(),
        "no table says it"
    );
}

fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
}

fn repeats_a_key(value: &Value) -> bool {
    match value {
        Value::List(items) => items.iter().any(repeats_a_key),
        Value::Object(entries) => {
            let mut keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
            keys.sort_unstable();
            keys.windows(2).any(|pair| pair[0] == pair[1])
                || entries.iter().any(|(_, value)| repeats_a_key(value))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::hold;

    #[test]
    fn they_hold_of_a_real_article() {
        hold(include_bytes!("../../articles/alibaba-ai-investment.json"));
    }
}

//! Front matter of other tools: fields that a document does not have, which an import leaves out.

use super::super::import_state::ImportState;
use super::super::node::Node;
use crate::document::nearest;
use crate::model::Article;

/// Fields of content management systems and site generators, each with the field of a document that says the same.
/// Some of them are so near to a field of a document that they would be taken for a typing error.
const KNOWN: [(&str, Option<&str>); 44] = [
    ("aliases", None),
    ("author", Some("byline` or `authors")),
    ("categories", None),
    ("category", None),
    ("comments", None),
    ("cover", None),
    ("created", Some("published")),
    ("createdAt", Some("published")),
    ("creator", Some("byline` or `authors")),
    ("date", Some("published")),
    ("dek", Some("standfirst")),
    ("description", Some("standfirst")),
    ("draft", None),
    ("excerpt", Some("standfirst")),
    ("featured", None),
    ("id", None),
    ("image", None),
    ("keywords", None),
    ("lang", Some("language")),
    ("last_modified_at", Some("modified")),
    ("lastmod", Some("modified")),
    ("layout", None),
    ("locale", Some("language")),
    ("menu", None),
    ("pageTitle", Some("headline")),
    ("params", None),
    ("permalink", None),
    ("published_at", Some("published")),
    ("publishedAt", Some("published")),
    ("publishDate", Some("published")),
    ("pubDate", Some("published")),
    ("section", Some("kicker")),
    ("series", None),
    ("slug", None),
    ("source", Some("sources")),
    ("subtitle", Some("standfirst")),
    ("summary", Some("standfirst")),
    ("tag", None),
    ("tags", None),
    ("template", None),
    ("title", Some("headline")),
    ("updated", Some("modified")),
    ("updatedAt", Some("modified")),
    ("weight", None),
];

/// Takes out the fields of other tools, and remarks on each. A name that is nearly that of a field of a document stays:
/// the check says which field is meant.
pub(super) fn leave_out(fields: &mut Vec<(String, Node)>, state: &mut ImportState) {
    fields.retain(|(name, value)| match remark(name) {
        Some(remark) => {
            state.remark(value.place, remark);
            false
        }
        None => true,
    });
}

/// The remark on a field of another tool; `None` for a field of a document, or one that is nearly so.
fn remark(name: &str) -> Option<String> {
    // `$schema` and `$comment` may stand in every document.
    if Article::FIELDS.contains(&name) || name.starts_with('$') {
        return None;
    }
    let known = KNOWN
        .iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known));
    match known {
        Some((_, Some(same))) => Some(format!(
            "`{name}` is no field of a document, and left out: for readers, write `{same}`"
        )),
        None if nearest(name, Article::FIELDS).is_some() => None,
        _ => Some(format!("`{name}` is no field of a document, and left out")),
    }
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, remark};
    use crate::model::Article;

    #[test]
    fn fields_of_documents_and_slips_of_the_hand_stay() {
        for name in Article::FIELDS {
            assert_eq!(remark(name), None, "{name}");
        }
        for name in [
            "hedline", "Headline", "kiker", "publishd", "languge", "$schema", "$comment",
        ] {
            assert_eq!(remark(name), None, "{name}");
        }
    }

    #[test]
    fn fields_of_other_tools_are_left_out() {
        for name in [
            "layout",
            "Tags",
            "author",
            "source",
            "og_image",
            "x",
            "wp:post_id",
            "",
        ] {
            let remark = remark(name).unwrap();
            assert!(
                remark.starts_with(&format!("`{name}` is no field")),
                "{remark}"
            );
        }
        for (name, same) in KNOWN {
            assert!(!Article::FIELDS.contains(&name), "{name}");
            for field in same.into_iter().flat_map(|same| same.split("` or `")) {
                assert!(Article::FIELDS.contains(&field), "{field}");
            }
        }
    }
}

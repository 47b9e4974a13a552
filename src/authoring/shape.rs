//! Where a document has inline content, which Markdown says in its own way.

/// What a value holds, as far as Markdown is concerned.
#[derive(Debug)]
pub(super) enum Shape {
    /// Nothing that Markdown could say.
    Plain,
    /// Text with marks.
    Inlines,
    /// A list of such values.
    List(&'static Shape),
    /// An object; fields that are not named are plain.
    Fields(&'static [(&'static str, Shape)]),
    /// Blocks, each an object whose key is its kind.
    Blocks,
}

use Shape::{Blocks, Fields, Inlines, List, Plain};

impl Shape {
    /// A whole document, without its body.
    pub(super) const DOCUMENT: Self = Fields(&[
        ("headline", Inlines),
        ("standfirst", Inlines),
        ("takeaways", List(&Inlines)),
        ("footnotes", List(&Fields(&[("text", Inlines)]))),
        ("sources", List(&Inlines)),
        ("methodology", List(&Inlines)),
        ("corrections", List(&Fields(&[("text", Inlines)]))),
        (
            "charts",
            List(&Fields(&[("title", Inlines), ("note", Inlines)])),
        ),
    ]);

    /// A block: an object whose key is its kind.
    pub(super) const BLOCK: Self = Fields(&[
        ("heading", Inlines),
        ("subheading", Inlines),
        ("paragraph", Inlines),
        ("list", List(&Inlines)),
        ("numbered-list", List(&Inlines)),
        (
            "terms",
            List(&Fields(&[("term", Inlines), ("text", Inlines)])),
        ),
        (
            "quotation",
            Fields(&[("paragraphs", List(&Inlines)), ("attribution", Inlines)]),
        ),
        (
            "pull-quote",
            Fields(&[("text", Inlines), ("attribution", Inlines)]),
        ),
        ("figure", Fields(&[("caption", Inlines)])),
        (
            "table",
            Fields(&[
                ("caption", Inlines),
                ("columns", List(&Fields(&[("title", Inlines)]))),
                ("rows", List(&List(&Inlines))),
            ]),
        ),
        ("aside", Fields(&[("title", Inlines), ("body", Blocks)])),
        ("chart", Plain),
        ("related", Plain),
        ("divider", Plain),
    ]);

    /// What a field of it holds.
    pub(super) fn field(&self, name: &str) -> &Self {
        match self {
            Fields(fields) => {
                let field = fields.iter().find(|(key, _)| *key == name);
                field.map_or(&Plain, |(_, shape)| shape)
            }
            _ => &Plain,
        }
    }

    /// What the items of it hold.
    pub(super) fn item(&self) -> &Self {
        match self {
            List(shape) => shape,
            _ => &Plain,
        }
    }

    /// The kinds that a block can be of.
    pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
        let Fields(kinds) = &Self::BLOCK else {
            unreachable!("a block has kinds")
        };
        kinds.iter().map(|(kind, _)| *kind)
    }
}

#[cfg(test)]
mod tests {
    use super::{Blocks, Inlines, List, Plain, Shape};
    use crate::model::Article;
    use serde_json::Value as Json;

    /// The model knows where inline content is: wherever it does, so does the shape.
    #[test]
    fn the_shape_is_that_of_the_model() {
        let schema = schemars::schema_for!(Article).to_value();
        let mut found = 0;
        compare(&schema, &schema, &Shape::DOCUMENT, "", &mut found);
        assert!(found > 20, "found only {found} places with inline content");
    }

    fn compare(root: &Json, schema: &Json, shape: &Shape, path: &str, found: &mut u32) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.rsplit('/').next().unwrap();
            if name == "Inlines" {
                *found += 1;
                assert!(
                    matches!(shape, Inlines),
                    "{path} has inline content, not {shape:?}"
                );
                return;
            }
            if name == "Block" && matches!(shape, Blocks) {
                return;
            }
            return compare(root, &root["$defs"][name], shape, path, found);
        }
        for alternative in ["anyOf", "oneOf", "allOf"] {
            for schema in schema[alternative].as_array().into_iter().flatten() {
                if schema["type"] != "null" {
                    compare(root, schema, shape, path, found);
                }
            }
        }
        if let Some(items) = schema.get("items") {
            let shape = match shape {
                List(shape) => shape,
                Blocks => &Blocks,
                _ => &Plain,
            };
            compare(root, items, shape, &format!("{path}[]"), found);
        }
        for (key, field) in schema["properties"].as_object().into_iter().flatten() {
            let shape = match (path, key.as_str()) {
                ("", "body") => {
                    let block = &root["$defs"]["Block"];
                    compare(root, block, &Shape::BLOCK, "body[]", found);
                    continue;
                }
                _ => shape.field(key),
            };
            compare(root, field, shape, &format!("{path}.{key}"), found);
        }
    }
}

//! The places in a document that have inline content, which Markdown writes in its own syntax. They are taken
//! from the schemas of the model's types.

use crate::model::Article;
use schemars::schema_for;
use serde_json::Value as Json;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Json> = LazyLock::new(|| schema_for!(Article).to_value());

/// The content of a value, as far as it matters for Markdown.
#[derive(Debug)]
pub(super) enum Shape {
    /// No Markdown.
    Plain,
    /// Text with marks.
    Inlines,
    /// A list of values of one shape.
    List(Box<Shape>),
    /// An object. Fields that are not listed are plain.
    Fields(Vec<(String, Shape)>),
    /// Blocks. Each is an object whose key is its kind.
    Blocks,
}

impl Shape {
    /// A whole document.
    pub(super) fn document() -> &'static Self {
        static SHAPE: LazyLock<Shape> = LazyLock::new(|| Shape::in_schema(&SCHEMA, &SCHEMA));
        &SHAPE
    }

    /// A block: an object whose key is its kind.
    pub(super) fn block() -> &'static Self {
        static SHAPE: LazyLock<Shape> =
            LazyLock::new(|| Shape::in_schema(&SCHEMA, &SCHEMA["$defs"]["Block"]));
        &SHAPE
    }

    fn in_schema(root: &Json, schema: &Json) -> Self {
        if let Some(name) = schema["$ref"].as_str() {
            return match name.trim_start_matches("#/$defs/") {
                "Inlines" => Self::Inlines,
                "Block" => Self::Blocks,
                name => Self::in_schema(root, &root["$defs"][name]),
            };
        }
        if let Some(items) = schema.get("items") {
            return match Self::in_schema(root, items) {
                Self::Plain => Self::Plain,
                Self::Blocks => Self::Blocks,
                shape => Self::List(Box::new(shape)),
            };
        }
        // The kinds of a block, or a value that may be null.
        let options = ["oneOf", "anyOf"].into_iter().map(|key| &schema[key]);
        let options: Vec<&Json> = options.filter_map(Json::as_array).flatten().collect();
        if let [option, null] = options[..]
            && null["type"] == "null"
        {
            return Self::in_schema(root, option);
        }
        let fields: Vec<(String, Self)> = options
            .into_iter()
            .chain([schema])
            .filter_map(|object| object["properties"].as_object())
            .flatten()
            .map(|(name, field)| (name.clone(), Self::in_schema(root, field)))
            .filter(|(_, shape)| !matches!(shape, Self::Plain))
            .collect();
        if fields.is_empty() {
            Self::Plain
        } else {
            Self::Fields(fields)
        }
    }

    /// The shape of a field.
    pub(super) fn field(&self, name: &str) -> &Self {
        match self {
            Self::Fields(fields) => {
                let field = fields.iter().find(|(key, _)| *key == name);
                field.map_or(&Self::Plain, |(_, shape)| shape)
            }
            _ => &Self::Plain,
        }
    }

    /// The shape of the items.
    pub(super) fn item(&self) -> &Self {
        match self {
            Self::List(shape) => shape,
            _ => &Self::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shape;

    #[test]
    fn inline_content_is_found_wherever_the_model_has_it() {
        let is_inlines = |shape: &Shape| matches!(shape, Shape::Inlines);
        let document = Shape::document();
        for field in ["headline", "standfirst"] {
            assert!(is_inlines(document.field(field)), "{field}");
        }
        for field in ["takeaways", "sources", "methodology"] {
            assert!(is_inlines(document.field(field).item()), "{field}");
        }
        assert!(is_inlines(document.field("footnotes").item().field("text")));
        assert!(is_inlines(document.field("charts").item().field("note")));
        assert!(matches!(document.field("body"), Shape::Blocks));
        for field in ["language", "byline", "commitments", "related"] {
            assert!(matches!(document.field(field), Shape::Plain), "{field}");
        }
        let block = Shape::block();
        for kind in ["heading", "paragraph"] {
            assert!(is_inlines(block.field(kind)), "{kind}");
        }
        assert!(is_inlines(block.field("numbered-list").item()));
        let table = block.field("table");
        assert!(is_inlines(table.field("caption")));
        assert!(is_inlines(table.field("columns").item().field("title")));
        assert!(is_inlines(table.field("rows").item().item()));
        let aside = block.field("aside");
        assert!(is_inlines(aside.field("title")));
        assert!(matches!(aside.field("body"), Shape::Blocks));
        for kind in ["chart", "related", "divider"] {
            assert!(matches!(block.field(kind), Shape::Plain), "{kind}");
        }
    }
}

//! The format as a JSON Schema. It combines the schemas that are derived from the model's types with the rules
//! that all objects of a document share.

use crate::document::{MAX_ITEMS, MAX_TEXT};
use crate::model::{Article, Block};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{Schema, json_schema};
use serde_json::{Map, Value as Json, json};

/// The JSON Schema (draft 2020-12) of documents, as indented JSON that ends with a line break.
///
/// It finds missing fields, values of the wrong type and unknown fields. Only [`check`](super::check())
/// verifies references between parts of a document, such as ids and figures in words.
///
/// ```
/// let schema = article_widget::authoring::schema();
/// let schema: serde_json::Value = serde_json::from_str(&schema)?;
/// assert_eq!(schema["required"][0], "version");
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Panics
///
/// Never: every schema is JSON.
#[must_use]
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(unwrap_lines))
        .with_transform(RecursiveTransform(allow_null))
        .with_transform(RecursiveTransform(gather_kinds))
        .with_transform(RecursiveTransform(close))
        .with_transform(RecursiveTransform(bound));
    let mut schema = settings.into_generator().into_root_schema_for::<Article>();
    restrict_asides(&mut schema);
    describe(&mut schema);
    let mut text = serde_json::to_string_pretty(&schema).expect("every schema is JSON");
    text.push('\n');
    text
}

/// The value of a keyword, if it is an object.
fn object<'a>(schema: &'a mut Schema, keyword: &str) -> Option<&'a mut Map<String, Json>> {
    schema.get_mut(keyword)?.as_object_mut()
}

fn is_of_type(schema: &Schema, name: &str) -> bool {
    match schema.get("type") {
        Some(Json::String(only)) => only == name,
        Some(Json::Array(some)) => some.iter().any(|one| one == name),
        _ => false,
    }
}

/// Adds the title, the description and the field `$schema`, which only the root has.
fn describe(schema: &mut Schema) {
    schema.insert("title".into(), "Document of the article widget".into());
    schema.insert(
        "description".into(),
        "A news article with its charts and related stories.".into(),
    );
    if let Some(properties) = object(schema, "properties") {
        let field = json!({
            "description": "The address of this schema, for editors.",
            "type": ["string", "null"],
        });
        properties.shift_insert(0, "$schema".into(), field);
    }
}

/// Removes the line breaks of doc comments.
fn unwrap_lines(schema: &mut Schema) {
    if let Some(Json::String(text)) = schema.get_mut("description") {
        let paragraphs = text.split("\n\n").map(|lines| lines.replace('\n', " "));
        *text = paragraphs.collect::<Vec<_>>().join("\n\n");
    }
}

/// Replaces "one of these objects, each with one field" by "an object with one of these fields". An author who
/// misspells a field then gets a message about that field, not that the value matches none of many objects.
fn gather_kinds(schema: &mut Schema) {
    let keyword = ["oneOf", "anyOf"].into_iter().find(|keyword| {
        let options = schema.get(*keyword).and_then(Json::as_array);
        options.is_some_and(|options| options.iter().any(|option| kind(option).is_some()))
    });
    let Some(keyword) = keyword else {
        return;
    };
    let Some(Json::Array(options)) = schema.remove(keyword) else {
        return;
    };
    let mut fields = Map::new();
    let mut others = Vec::new();
    for option in options {
        match kind(&option) {
            Some((name, field)) => {
                fields.insert(name, field);
            }
            None => others.push(option),
        }
    }
    let names = fields.keys();
    let one_of: Vec<Json> = names.map(|name| json!({ "required": [name] })).collect();
    let with_kind = json!({
        "type": "object",
        "properties": fields,
        "oneOf": one_of,
    });
    match (others.is_empty(), with_kind) {
        (true, Json::Object(with_kind)) => {
            for (keyword, value) in with_kind {
                schema.insert(keyword, value);
            }
        }
        (_, with_kind) => {
            others.push(with_kind);
            schema.insert("anyOf".into(), others.into());
        }
    }
}

/// The only field of an object, if it is required, with the description of the object.
fn kind(option: &Json) -> Option<(String, Json)> {
    let fields = option.get("properties")?.as_object()?;
    let (name, field) = fields.iter().next()?;
    let is_only = fields.len() == 1 && option["required"] == json!([name]);
    let mut described = Map::new();
    described.insert("description".into(), option.get("description")?.clone());
    described.extend(field.as_object()?.clone());
    is_only.then(|| (name.clone(), described.into()))
}

/// Allows null for fields that may be absent. It means the same.
fn allow_null(schema: &mut Schema) {
    // A schema without a type only adds rules for some fields.
    if !is_of_type(schema, "object") {
        return;
    }
    let required = schema.get("required").cloned().unwrap_or_default();
    let is_required = |name: &str| {
        let names = required.as_array();
        names.is_some_and(|names| names.iter().any(|required| required == name))
    };
    for (name, field) in object(schema, "properties").into_iter().flatten() {
        if !is_required(name)
            && let Some(field) = field.as_object_mut()
        {
            add_null(field);
        }
    }
}

fn add_null(field: &mut Map<String, Json>) {
    if let Some(kind @ Json::String(_)) = field.get_mut("type") {
        *kind = json!([kind, "null"]);
    } else if let Some(reference) = field.shift_remove("$ref") {
        let options = json!([{ "$ref": reference }, { "type": "null" }]);
        field.insert("anyOf".into(), options);
    }
}

/// Allows only the known fields of an object, and comments.
fn close(schema: &mut Schema) {
    if !is_of_type(schema, "object") {
        return;
    }
    let remark = json!({
        "description": "A remark of the author; readers do not see it.",
        "type": "string",
    });
    if schema.get("properties").is_none() {
        schema.insert("properties".into(), json!({}));
    }
    if let Some(properties) = object(schema, "properties") {
        properties.insert("$comment".into(), remark);
    }
    schema.insert("additionalProperties".into(), false.into());
}

/// Limits the size of lists and texts, and removes keywords that mean nothing in JSON.
fn bound(schema: &mut Schema) {
    // schemars writes the width of an integer here.
    schema.remove("format");
    if schema.get("const").is_some() {
        schema.remove("minimum");
        return;
    }
    if is_of_type(schema, "array") {
        schema.insert("maxItems".into(), MAX_ITEMS.into());
    }
    if is_of_type(schema, "string") && schema.get("pattern").is_none() {
        schema.insert("maxLength".into(), MAX_TEXT.into());
    }
}

/// Allows in asides only the kinds of blocks that they may contain.
fn restrict_asides(schema: &mut Schema) {
    let Some(definitions) = object(schema, "$defs") else {
        return;
    };
    let mut inner = definitions["Block"].clone();
    inner["description"] = "One block of an aside.".into();
    if let Some(fields) = inner["properties"].as_object_mut() {
        let is_allowed =
            |name: &str| name.starts_with('$') || Block::KINDS_OF_ASIDES.contains(&name);
        fields.retain(|name, _| is_allowed(name));
    }
    inner["oneOf"] = Block::KINDS_OF_ASIDES
        .iter()
        .map(|kind| json!({ "required": [kind] }))
        .collect();
    definitions.insert("AsideBlock".into(), inner);
    let reference = json_schema!({ "$ref": "#/$defs/AsideBlock" });
    definitions["Aside"]["properties"]["body"]["items"] = reference.to_value();
}

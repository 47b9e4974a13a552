//! The JSON Schema of the format is the committed one, describes everything, and agrees with the checker.

use super::EVERY_FEATURE;
use article_widget::authoring::{check, schema};
use article_widget::document::ProblemKind;
use jsonschema::Validator;
use serde_json::{Value as Json, json};
use std::collections::HashMap;

const COMMITTED: &str = include_str!("../../../docs/document.schema.json");
const DEFAULT: &str = include_str!("../../../articles/alibaba-ai-investment.json");

fn parse(text: &str) -> Json {
    serde_json::from_str(text).expect("JSON")
}

fn validator() -> Validator {
    let schema = parse(&schema());
    jsonschema::meta::validate(&schema).expect("a schema");
    jsonschema::validator_for(&schema).expect("a schema without loose ends")
}

/// Calls a function with every object and list in a value and with its JSON pointer.
fn walk(value: &Json, pointer: &str, visit: &mut impl FnMut(&Json, &str)) {
    visit(value, pointer);
    match value {
        Json::Object(entries) => {
            for (key, value) in entries {
                let key = key.replace('~', "~0").replace('/', "~1");
                walk(value, &format!("{pointer}/{key}"), visit);
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                walk(item, &format!("{pointer}/{index}"), visit);
            }
        }
        _ => {}
    }
}

#[test]
fn the_committed_schema_is_that_of_the_types() {
    assert!(
        schema() == COMMITTED,
        "write it anew: cargo run --features cli -- schema --out docs/document.schema.json"
    );
}

#[test]
fn every_field_is_described_and_every_object_closed() {
    let schema = parse(&schema());
    let mut objects = 0;
    walk(&schema, "", &mut |value, pointer| {
        if value["type"] != "object" || !value["properties"].is_object() {
            return;
        }
        objects += 1;
        assert_eq!(value["additionalProperties"], false, "{pointer}");
        for (name, field) in value["properties"].as_object().unwrap() {
            let description = field["description"].as_str().unwrap_or_default();
            assert!(description.contains(' '), "{pointer}: {name}");
            assert!(!description.contains('\n'), "{pointer}: {name}");
        }
        assert_eq!(
            value["properties"]["$comment"]["type"], "string",
            "{pointer}"
        );
    });
    assert!(objects > 20, "{objects}");
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(definition["description"].is_string(), "{name}");
    }
}

#[test]
fn sizes_are_bounded() {
    walk(&parse(&schema()), "", &mut |value, pointer| {
        let is = |name: &str| {
            let kind = &value["type"];
            kind == name || kind.as_array().is_some_and(|kinds| kinds[0] == name)
        };
        if is("array") {
            assert_eq!(value["maxItems"], 10_000, "{pointer}");
        }
        if is("string") && pointer.starts_with("/$defs") {
            let is_bounded = ["maxLength", "pattern", "const"]
                .iter()
                .any(|keyword| !value[keyword].is_null());
            assert!(is_bounded, "{pointer}");
        }
        if is("integer") {
            let is_bounded = value["maximum"].is_u64() || value["const"].is_u64();
            assert!(is_bounded, "{pointer}");
        }
    });
}

#[test]
fn documents_are_valid() {
    let validator = validator();
    for text in [EVERY_FEATURE, DEFAULT] {
        check(text).expect("a document without problems");
        if let Err(error) = validator.validate(&parse(text)) {
            panic!("{}: {error}", error.instance_path());
        }
    }
}

#[test]
fn the_document_of_every_feature_uses_every_field_and_every_name() {
    let document = parse(EVERY_FEATURE);
    let mut used = Vec::new();
    walk(&document, "", &mut |value, _| match value {
        Json::Object(entries) => used.extend(entries.keys().cloned()),
        Json::String(text) => used.push(text.clone()),
        _ => {}
    });
    walk(&parse(&schema()), "", &mut |value, pointer| {
        if value["type"] == "object"
            && let Some(fields) = value["properties"].as_object()
        {
            for name in fields.keys() {
                assert!(used.contains(name), "{pointer}: {name}");
            }
        }
        if let Some(name) = value["const"].as_str() {
            assert!(used.contains(&name.to_owned()), "{pointer}: {name}");
        }
    });
}

#[test]
fn every_object_takes_a_remark() {
    let validator = validator();
    let mut document = parse(EVERY_FEATURE);
    let mut objects = Vec::new();
    walk(&document, "", &mut |value, pointer| {
        if value.is_object() {
            objects.push(pointer.to_owned());
        }
    });
    for pointer in objects {
        document.pointer_mut(&pointer).unwrap()["$comment"] = "a remark".into();
    }
    assert!(check(&document.to_string()).is_ok());
    assert!(validator.is_valid(&document));
}

/// Checks that the schema rejects every document with a structural error, and accepts every document that the
/// checker accepts. Returns whether there was a structural error.
fn agrees(validator: &Validator, document: &Json, change: &str) -> bool {
    let is_valid = validator.is_valid(document);
    let findings = check(&document.to_string()).err().unwrap_or_default();
    let is_shape = |kind| {
        matches!(
            kind,
            ProblemKind::Type | ProblemKind::Missing | ProblemKind::Unknown
        )
    };
    let shape = findings.iter().find(|finding| is_shape(finding.kind));
    if let Some(finding) = shape {
        assert!(!is_valid, "{change}: the schema misses {finding}");
    }
    assert!(
        is_valid || !findings.is_empty(),
        "{change}: only the schema refuses it: {:?}",
        validator
            .iter_errors(document)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect::<Vec<_>>()
    );
    shape.is_some()
}

#[test]
fn schema_and_checker_agree_on_every_field_that_is_changed() {
    let validator = validator();
    let document = parse(EVERY_FEATURE);
    // One value of each type at each place of the format is enough.
    let mut pointers: HashMap<_, String> = HashMap::new();
    walk(&document, "", &mut |value, pointer| {
        let steps = pointer.split('/');
        let place: Vec<&str> = steps
            .map(|step| step.parse::<usize>().map_or(step, |_| "*"))
            .collect();
        let key = (place.join("/"), std::mem::discriminant(value));
        pointers.entry(key).or_insert_with(|| pointer.to_owned());
    });
    let values = [
        json!(null),
        json!(true),
        json!(7),
        json!(1.5),
        json!("a-text"),
        json!([]),
        json!({}),
    ];
    let mut mistakes = 0;
    for pointer in pointers.values() {
        if pointer.contains('$') {
            continue;
        }
        let mut try_out = |change: &str, changed: Json| {
            let change = format!("{change} {pointer}");
            mistakes += usize::from(agrees(&validator, &changed, &change));
        };
        for value in &values {
            let mut changed = document.clone();
            *changed.pointer_mut(pointer).unwrap() = value.clone();
            try_out(&format!("{value} at"), changed);
        }
        if let Some(Json::Object(_)) = document.pointer(pointer) {
            let mut changed = document.clone();
            changed.pointer_mut(pointer).unwrap()["unknown"] = 1.into();
            try_out("another field in", changed);
        }
        let Some((parent, key)) = pointer.rsplit_once('/') else {
            continue;
        };
        if let Some(Json::Object(_)) = document.pointer(parent) {
            let without = |changed: &mut Json| {
                let fields = changed.pointer_mut(parent).unwrap();
                fields.as_object_mut().unwrap().shift_remove(key)
            };
            let mut changed = document.clone();
            let value = without(&mut changed).unwrap();
            try_out("without", changed);
            let mut changed = document.clone();
            without(&mut changed);
            changed.pointer_mut(parent).unwrap()[format!("{key}x")] = value;
            try_out("misspelt", changed);
        }
    }
    assert!(mistakes > 1_000, "{mistakes}");
}

#[test]
fn schema_and_checker_agree_on_periods() {
    let validator = validator();
    let document = parse(EVERY_FEATURE);
    for (period, is_valid) in [
        (json!({ "year": 2025 }), true),
        (json!({ "year": 2025, "months": null, "start": null }), true),
        (json!({ "year": 2025, "start": "2025-01" }), false),
        (json!({ "year": 2025, "months": 12 }), false),
        (json!({ "start": "2025-01", "months": 12 }), true),
        (
            json!({ "start": "2025-01", "months": 12, "years": 1 }),
            false,
        ),
        (json!({ "start": "2025-01", "openEnded": false }), false),
        (json!({ "start": "2025-01" }), false),
        (json!({ "months": 12 }), false),
        (json!({ "start": "2025-01", "months": 1201 }), false),
        (
            json!({ "start": "2025-01-31", "end": "2025-02", "name": "weeks" }),
            true,
        ),
        (json!({ "start": "2025", "months": 12 }), false),
        (json!({}), false),
    ] {
        let mut changed = document.clone();
        changed["commitments"][5]["period"] = period.clone();
        let change = format!("period {period}");
        agrees(&validator, &changed, &change);
        assert_eq!(validator.is_valid(&changed), is_valid, "{change}");
        assert_eq!(check(&changed.to_string()).is_ok(), is_valid, "{change}");
    }
}

/// A picture needs an alternative unless it stands beside a headline.
#[test]
fn schema_and_checker_agree_on_pictures() {
    let validator = validator();
    let document = parse(EVERY_FEATURE);
    for (fields, in_figure, in_teaser) in [
        (json!({ "alternative": "A hall" }), true, true),
        (
            json!({ "alternative": "A hall", "decorative": false }),
            true,
            true,
        ),
        (
            json!({ "alternative": "A hall", "decorative": true }),
            false,
            false,
        ),
        (
            json!({ "alternative": null, "decorative": true }),
            true,
            true,
        ),
        (json!({ "decorative": true }), true, true),
        (json!({ "decorative": false }), false, false),
        (
            json!({ "alternative": null, "decorative": false }),
            false,
            false,
        ),
        (json!({ "decorative": null }), false, true),
        (json!({ "alternative": null }), false, true),
        (json!({}), false, true),
    ] {
        let mut image = json!({ "src": "a.png", "width": 1, "height": 1 });
        for (key, value) in fields.as_object().unwrap() {
            image[key] = value.clone();
        }
        let mut figure = document.clone();
        figure["body"]
            .as_array_mut()
            .unwrap()
            .push(json!({ "figure": { "image": image } }));
        let mut teaser = document.clone();
        teaser["related"][0]["teasers"][0]["image"] = image;
        for (place, changed, is_valid) in
            [("figure", figure, in_figure), ("teaser", teaser, in_teaser)]
        {
            let change = format!("picture of a {place}: {fields}");
            agrees(&validator, &changed, &change);
            assert_eq!(validator.is_valid(&changed), is_valid, "{change}");
            assert_eq!(check(&changed.to_string()).is_ok(), is_valid, "{change}");
        }
    }
}

#[test]
fn an_aside_takes_only_some_blocks() {
    let validator = validator();
    let document = parse(EVERY_FEATURE);
    let blocks = document["body"].as_array().unwrap();
    let mut refused = Vec::new();
    for block in blocks {
        let kind = block
            .as_object()
            .unwrap()
            .keys()
            .find(|key| *key != "$comment");
        let mut changed = document.clone();
        changed["body"] = json!([{ "aside": { "body": [block] } }]);
        if agrees(&validator, &changed, &block.to_string()) {
            refused.extend(kind.cloned());
        }
    }
    refused.sort();
    refused.dedup();
    let expected = [
        "aside",
        "chart",
        "divider",
        "heading",
        "related",
        "subheading",
    ];
    assert_eq!(refused, expected);
}

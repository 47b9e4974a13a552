//! The starter documents.

use super::{article, canonical, import};
use article_widget::authoring::{STARTER_JSON, STARTER_MARKDOWN, markdown};
use serde_json::Value as Json;

#[test]
fn both_are_sound_and_the_same() {
    let json: Json = serde_json::from_str(STARTER_JSON).unwrap();
    let imported = import(STARTER_MARKDOWN);
    assert_eq!(canonical(&imported), canonical(&json));
    assert_eq!(json["$schema"], imported["$schema"]);
}

#[test]
fn both_are_commented() {
    assert!(STARTER_JSON.matches("\"$comment\"").count() > 8);
    assert!(STARTER_MARKDOWN.matches("# ").count() > 8);
}

#[test]
fn they_show_the_commonest_features() {
    let json: Json = serde_json::from_str(STARTER_JSON).unwrap();
    assert!(markdown(&article(&json)).unwrap().contains("datum:"));
    assert_eq!(json["commitments"].as_array().unwrap().len(), 2);
    assert!(json["related"][0]["teasers"].is_array());
}

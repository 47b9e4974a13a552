//! Parts of documents, made from the JSON Schema of the format: so the fuzzer knows every field
//! and every kind, also those that do not exist yet.

use crate::dice::Dice;
use article_widget::model::Article;
use regex_lite::Regex;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Texts that mean something to some part of the format, right or wrong.
const TEXTS: [&str; 48] = [
    "a",
    "b",
    "a-reference",
    "A_1",
    "",
    " ",
    "\0",
    "\u{feff}",
    "Über 380 Mrd. ¥",
    "نص",
    "Some words. And more! Others? 句子。",
    "<script>alert('&\"')</script>",
    "--><!--<[]>--></p>",
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "https://example.org/a?b=c#d",
    "picture one.png",
    "picture.png",
    "picture,",
    "//example.org,",
    "#headline",
    "0",
    "0.000000001",
    "999999999999999",
    "999999.999999999",
    "7.26",
    "-1",
    "1e9",
    "USD",
    "EUR",
    "CNY",
    "JPY",
    "XTS",
    "usd",
    "en",
    "de-CH",
    "fr",
    "es",
    "zh-Hant",
    "ar",
    "0001-01",
    "9999-12",
    "2024-02-29",
    "2025-02-29",
    "9999-12-31",
    "2025-02-24T09:30:00.000+08:00",
    "about $53 billion",
    "nearly three times",
];

/// Numbers at the edges of what some field takes.
const NUMBERS: [i64; 14] = [
    0,
    1,
    2,
    3,
    12,
    100,
    1_200,
    9_999,
    10_000,
    65_535,
    65_536,
    999_999_999_999_999,
    1 << 53,
    -1,
];

/// The JSON Schema of a document, and the words in it.
#[derive(Debug)]
pub struct Grammar {
    schema: Value,
    words: Vec<String>,
    /// Every field of every object, and every kind: its name, and the schema of its value.
    fields: Vec<(String, Value)>,
}

impl Default for Grammar {
    fn default() -> Self {
        Self::new()
    }
}

impl Grammar {
    /// The grammar of this build.
    #[must_use]
    pub fn new() -> Self {
        let schema = schemars::schema_for!(Article).to_value();
        let (mut words, mut fields) = (BTreeSet::new(), Vec::new());
        collect(&schema, &mut words, &mut fields);
        words.insert("$comment".into());
        words.insert("$schema".into());
        Self {
            schema,
            words: words.into_iter().collect(),
            fields,
        }
    }

    /// The name of a field, a kind or a value.
    pub fn word(&self, dice: &mut Dice) -> String {
        dice.pick(&self.words).clone()
    }

    /// A field with a value that fits it.
    pub fn field(&self, dice: &mut Dice) -> (String, Value) {
        let (name, schema) = dice.pick(&self.fields);
        (name.clone(), self.grow(schema, 5, dice))
    }

    /// A text of any sort.
    pub fn text(&self, dice: &mut Dice) -> String {
        if dice.one_in(4) {
            self.word(dice)
        } else {
            (*dice.pick(&TEXTS)).into()
        }
    }

    /// A text that mostly fits a pattern, where there is one.
    fn text_like(&self, pattern: Option<&str>, dice: &mut Dice) -> String {
        let pattern = pattern.and_then(|pattern| Regex::new(pattern).ok());
        let Some(pattern) = pattern.filter(|_| !dice.one_in(20)) else {
            return self.text(dice);
        };
        let fitting: Vec<&str> = TEXTS
            .into_iter()
            .filter(|text| pattern.is_match(text))
            .collect();
        // Few different ids, so that some of them meet.
        let first = &fitting[..fitting.len().min(if dice.one_in(4) { 100 } else { 3 })];
        match first {
            [] => self.text(dice),
            first => (*dice.pick(first)).into(),
        }
    }

    /// A number of any sort.
    pub fn number(&self, dice: &mut Dice) -> Value {
        if dice.one_in(8) {
            json!(1.5)
        } else {
            json!(*dice.pick(&NUMBERS))
        }
    }

    /// A value that some place of a document takes, or nearly.
    pub fn value(&self, dice: &mut Dice) -> Value {
        let definitions = self.schema["$defs"].as_object();
        let schema = definitions
            .and_then(|found| found.values().nth(dice.below(found.len())))
            .unwrap_or(&self.schema);
        self.grow(schema, 6, dice)
    }

    /// A whole document.
    pub fn document(&self, dice: &mut Dice) -> Value {
        self.grow(&self.schema, 8, dice)
    }

    /// A value that fits a schema; nothing much where it is nested too deep.
    fn grow(&self, schema: &Value, depth: u32, dice: &mut Dice) -> Value {
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema["enum"].as_array() {
            return dice.pick(values).clone();
        }
        let Some(less) = depth.checked_sub(1) else {
            return json!(self.text(dice));
        };
        if let Some(name) = schema["$ref"].as_str() {
            let definition = self.schema.pointer(name.trim_start_matches('#'));
            return definition.map_or(Value::Null, |found| self.grow(found, less, dice));
        }
        for either in ["anyOf", "oneOf"] {
            // Of an object with fields, they only say which of those go together.
            if let Some(schemas) = schema[either].as_array()
                && schema["properties"].is_null()
            {
                return self.grow(dice.pick(schemas), less, dice);
            }
        }
        let kind = match &schema["type"] {
            Value::Array(kinds) => dice.pick(kinds).as_str(),
            other => other.as_str(),
        };
        match kind {
            Some("object") => self.object(schema, less, dice),
            Some("array") => {
                let items = 0..dice.below(4);
                let grown = items.map(|_| self.grow(&schema["items"], less, dice));
                grown.collect()
            }
            Some("string") => json!(self.text_like(schema["pattern"].as_str(), dice)),
            Some("integer" | "number") => self.number(dice),
            Some("boolean") => json!(dice.one_in(2)),
            _ => Value::Null,
        }
    }

    fn object(&self, schema: &Value, depth: u32, dice: &mut Dice) -> Value {
        let mut object = Map::new();
        let required: Vec<&str> = match schema["required"].as_array() {
            Some(names) => names.iter().filter_map(Value::as_str).collect(),
            None => Vec::new(),
        };
        for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
            if required.contains(&name.as_str()) || dice.one_in(3) {
                object.insert(name.clone(), self.grow(schema, depth, dice));
            }
        }
        Value::Object(object)
    }
}

/// Collects the names of fields, the texts that fields can have, and the fields themselves.
fn collect(schema: &Value, words: &mut BTreeSet<String>, fields: &mut Vec<(String, Value)>) {
    match schema {
        Value::Array(items) => items.iter().for_each(|item| collect(item, words, fields)),
        Value::Object(entries) => {
            for (key, value) in entries {
                match (key.as_str(), value) {
                    ("const", Value::String(text)) => {
                        words.insert(text.clone());
                    }
                    ("enum", Value::Array(items)) => {
                        words.extend(items.iter().filter_map(Value::as_str).map(Into::into));
                    }
                    ("properties", Value::Object(properties)) => {
                        words.extend(properties.keys().cloned());
                        for (name, schema) in properties {
                            fields.push((name.clone(), schema.clone()));
                            collect(schema, words, fields);
                        }
                    }
                    _ => collect(value, words, fields),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::Grammar;
    use crate::dice::Dice;

    #[test]
    fn the_grammar_knows_fields_kinds_and_values() {
        let grammar = Grammar::new();
        for word in [
            "exchangeRates",
            "pull-quote",
            "shareOf",
            "earmarked",
            "trillion",
        ] {
            assert!(grammar.words.iter().any(|known| known == word), "{word}");
        }
    }

    #[test]
    fn documents_have_what_they_need() {
        let document = Grammar::new().document(&mut Dice::new(1));
        assert_eq!(document["version"], 1);
        assert!(document.get("body").is_some());
    }
}

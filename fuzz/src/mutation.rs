//! Changes to a document that leave it JSON: a fuzzer that changes bytes alone seldom gets past the
//! first brace.

use crate::dice::Dice;
use crate::grammar::Grammar;
use article_widget::document;
use article_widget::model::Article;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// How deep a value is at most wrapped at once; deeper than any document may be.
const WRAPPINGS: usize = 120;

/// How many changes are tried to find one that leaves a document right.
const TRIES: usize = 12;

/// Changes a document in one to four places. `bytes` changes the bytes of a text.
///
/// A document that the checker accepts mostly stays so: nearly every change spoils one, and what
/// comes after the checker would never be reached.
pub fn mutate(
    document: &mut Value,
    grammar: &Grammar,
    dice: &mut Dice,
    bytes: &mut dyn FnMut(&str) -> String,
) {
    if dice.one_in(500) {
        *document = grammar.document(dice);
    }
    // Small documents are quick, and a change to one hits more often what matters.
    if dice.one_in(50) {
        *document = json!({ "version": 1, "language": "en", "headline": "A headline", "body": [] });
    }
    if !dice.one_in(4) && is_right(document) {
        for _ in 0..TRIES {
            let mut changed = document.clone();
            change_once(&mut changed, grammar, dice, bytes);
            if changed != *document && is_right(&changed) {
                *document = changed;
                return;
            }
        }
    } else {
        for _ in 0..=dice.below(4) {
            change_once(document, grammar, dice, bytes);
        }
    }
}

fn is_right(document: &Value) -> bool {
    document::Value::deserialize(document).is_ok_and(|value| Article::check(&value).is_ok())
}

fn change_once(
    document: &mut Value,
    grammar: &Grammar,
    dice: &mut Dice,
    bytes: &mut dyn FnMut(&str) -> String,
) {
    let donor = if dice.one_in(2) {
        grammar.value(dice)
    } else {
        let place = dice.below(count(document));
        nth(document, place).clone()
    };
    let place = dice.below(count(document));
    change(nth(document, place), donor, grammar, dice, bytes);
}

/// Changes one value; `donor` is another one that can be put in its place or beside it.
fn change(
    value: &mut Value,
    donor: Value,
    grammar: &Grammar,
    dice: &mut Dice,
    bytes: &mut dyn FnMut(&str) -> String,
) {
    match value {
        _ if dice.one_in(8) => *value = donor,
        _ if dice.one_in(30) => wrap(value, grammar, dice),
        Value::String(text) => {
            *text = match dice.below(4) {
                0 => grammar.text(dice),
                1 => grammar.word(dice),
                2 => format!("{text}{}", grammar.text(dice)),
                _ => bytes(text),
            }
        }
        Value::Number(_) => *value = grammar.number(dice),
        Value::Bool(is_set) => *is_set = !*is_set,
        Value::Null => *value = donor,
        Value::Array(items) => change_list(items, donor, dice),
        Value::Object(entries) => change_object(entries, donor, grammar, dice),
    }
}

fn change_list(items: &mut Vec<Value>, donor: Value, dice: &mut Dice) {
    let place = dice.below(items.len());
    match dice.below(5) {
        0 if !items.is_empty() => {
            items.remove(place);
        }
        1 if !items.is_empty() => {
            let copy = items[place].clone();
            let copies = 1 + dice.below(20);
            items.extend(vec![copy; copies]);
        }
        2 if !items.is_empty() => {
            let other = dice.below(items.len());
            items.swap(place, other);
        }
        _ => items.insert(place, donor),
    }
}

fn change_object(
    entries: &mut Map<String, Value>,
    donor: Value,
    grammar: &Grammar,
    dice: &mut Dice,
) {
    let key = entries.keys().nth(dice.below(entries.len())).cloned();
    match (dice.below(4), key) {
        (0, Some(key)) => {
            entries.shift_remove(&key);
        }
        (1, Some(key)) => {
            let value = entries.shift_remove(&key).unwrap_or_default();
            entries.insert(grammar.word(dice), value);
        }
        (2, Some(key)) => {
            entries.insert(key, donor);
        }
        _ => {
            let (name, value) = grammar.field(dice);
            entries.insert(name, value);
        }
    }
}

/// Puts a value into lists and objects around it.
fn wrap(value: &mut Value, grammar: &Grammar, dice: &mut Dice) {
    let word = grammar.word(dice);
    let times = if dice.one_in(10) { WRAPPINGS } else { 3 };
    let (in_objects, in_lists) = (dice.one_in(2), dice.one_in(2));
    for _ in 0..=dice.below(times) {
        let mut inner = value.take();
        if in_lists {
            inner = Value::Array(vec![inner]);
        }
        if in_objects {
            inner = Value::Object(Map::from_iter([(word.clone(), inner)]));
        }
        *value = inner;
    }
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(entries) => entries.values().map(count).sum(),
        _ => 0,
    }
}

/// The value at a place, counted from the outermost on.
fn nth(value: &mut Value, place: usize) -> &mut Value {
    let Some(mut place) = place.checked_sub(1) else {
        return value;
    };
    let values: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(entries) => entries.values_mut().collect(),
        _ => unreachable!("a place that was not counted"),
    };
    for value in values {
        let size = count(value);
        if place < size {
            return nth(value, place);
        }
        place -= size;
    }
    unreachable!("a place that was not counted")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_a_place() {
        let mut value = json!({ "a": [1, [2]], "b": 3 });
        assert_eq!(count(&value), 6);
        let values = [json!([1, [2]]), json!(1), json!([2]), json!(2), json!(3)];
        for (index, expected) in values.iter().enumerate() {
            assert_eq!(nth(&mut value, index + 1), expected);
        }
    }

    #[test]
    fn the_same_seed_makes_the_same_document() {
        let grammar = Grammar::new();
        let made = |seed| {
            let mut document = json!({ "headline": "A headline", "body": [] });
            let mut dice = Dice::new(seed);
            mutate(&mut document, &grammar, &mut dice, &mut |text| text.into());
            document
        };
        assert_eq!(made(7), made(7));
        assert!((0..20).any(|seed| made(seed) != made(7)));
    }
}

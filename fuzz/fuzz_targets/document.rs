//! Reads what the fuzzer makes up as a document.

#![no_main]

use article_widget_fuzz::dice::Dice;
use article_widget_fuzz::grammar::Grammar;
use article_widget_fuzz::{mutation, properties};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use serde_json::Value;
use std::sync::LazyLock;

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(Grammar::new);

fuzz_target!(|bytes: &[u8]| properties::hold(bytes));

// Most changes keep the text JSON; the others change any of its bytes.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut dice = Dice::new(seed);
    if !dice.one_in(5)
        && let Ok(mut document) = serde_json::from_slice::<Value>(&data[..size])
    {
        mutation::mutate(&mut document, &GRAMMAR, &mut dice, &mut mutate_text);
        let text = document.to_string();
        if text.len() <= max_size {
            data[..text.len()].copy_from_slice(text.as_bytes());
            return text.len();
        }
    }
    fuzzer_mutate(data, size, max_size)
});

/// The fuzzer's own changes to a text; what is no text any more is replaced.
fn mutate_text(text: &str) -> String {
    let size = text.len();
    let mut bytes = text.as_bytes().to_vec();
    bytes.resize(size + 64, 0);
    let new_size = fuzzer_mutate(&mut bytes, size, size + 64);
    bytes.truncate(new_size);
    String::from_utf8_lossy(&bytes).into_owned()
}

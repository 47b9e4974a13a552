//! Makes a document of what the fuzzer makes up as Markdown.

#![no_main]

use article_widget_fuzz::properties;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| properties::import(bytes));

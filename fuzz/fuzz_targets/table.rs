//! Reads what the fuzzer makes up as tables of a spreadsheet.

#![no_main]

use article_widget_fuzz::properties;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| properties::tables(bytes));

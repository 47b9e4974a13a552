//! The style sheets.

use std::fs;
use std::path::Path;

#[test]
fn every_file_of_styles_is_in_a_sheet() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let code = fs::read_to_string(root.join("src/prerender/sheets.rs")).unwrap();
    let files = fs::read_dir(root.join("style")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let forgotten: Vec<String> = names
        .filter(|name| !code.contains(&format!("include_str!(\"../../style/{name}\")")))
        .collect();
    assert!(forgotten.is_empty(), "{forgotten:?}");
}

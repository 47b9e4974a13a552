//! Tables of a spreadsheet.

use super::{EVERY_FEATURE, FRONT_MATTER, article, listed};
use article_widget::authoring::{Import, ImportFormat, commitments_csv};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn every_feature() -> Json {
    serde_json::from_str(EVERY_FEATURE).expect("JSON")
}

fn with_commitments(table: &str) -> Result<Json, Vec<article_widget::document::Problem>> {
    let text = format!("{FRONT_MATTER}X.\n");
    let import = Import {
        commitments: Some(table),
        ..Import::new(&text, ImportFormat::Markdown)
    };
    import.document()
}

fn with_teasers(
    front_matter: &str,
    table: &str,
    title: Option<&str>,
) -> Result<Json, Vec<article_widget::document::Problem>> {
    let text = format!("---\nlanguage: en\nheadline: H\n{front_matter}---\nX.\n");
    let import = Import {
        teasers: Some(table),
        teasers_title: title,
        ..Import::new(&text, ImportFormat::Markdown)
    };
    import.document()
}

#[test]
fn commitments_there_and_back() {
    let json = every_feature();
    let table = commitments_csv(&article(&json)).unwrap();
    let first = "\
id,name,value,scale,currency,hedge,equivalents,start,year,fiscalYear,months,years,end,openEnded,periodName,status,purpose,source
aurora,Aurora,380,billion,CNY,over,about 53 billion USD; about 50.4 billion EUR,2025-02,,,,3,,,,announced,cold storage,Aurora’s announcement
";
    assert!(table.starts_with(first), "{table}");
    let read = with_commitments(&table).unwrap();
    let canonical = serde_json::to_value(article(&json)).unwrap();
    assert_eq!(read["commitments"], canonical["commitments"]);
}

#[test]
fn semicolons_and_tabs_will_do() {
    let table =
        "id;name;value;currency;year;status;purpose;source\na;A, B;1.50;USD;2025;planned;p;s\n";
    let read = with_commitments(table).unwrap();
    assert_eq!(read["commitments"][0]["name"], "A, B");
    assert_eq!(read["commitments"][0]["amount"]["value"], "1.5");
    assert_eq!(with_commitments(&table.replace(';', "\t")).unwrap(), read);
    let capitals = table.replace("id;name;value", "ID;Name;VALUE");
    assert_eq!(with_commitments(&capitals).unwrap(), read);
}

#[test]
fn every_mistake_has_its_line() {
    let table = "\
id,name,value,scael,currency,year,status,purpose,source
a,A,1,,USD,2025,planned,p,s
b,\"B
C\",1e9,,USD,2025,planed,p,s
c,C,1,,USD,soon,planned,p
";
    let text = format!("{FRONT_MATTER}X.\n");
    let import = Import {
        commitments: Some(table),
        ..Import::new(&text, ImportFormat::Markdown)
    };
    assert_eq!(
        listed(import.document()),
        [
            "1: the first line names the columns, and `scael` is not known here: did you mean `scale`?",
            "3: `1e9` is not a number: write it like 380 or \"38.58\"",
            "3: `planed` is not known here: did you mean `planned`?",
            "5: 8 cells, where the table has 9 columns: put a cell with a comma into quotes",
            "5: found the text `soon`, expected a whole number from 1 to 9999",
        ]
    );
}

#[test]
fn teasers_go_to_their_rows() {
    let rows = "related:\n  - id: one\n    title: One\n    teasers: [{ headline: First, href: a }]\n  - { id: two, title: Two }\n";
    let table = "row,kicker,headline,summary,href\none,,Second,\"Why, and how\",b\ntwo,K,Third,,https://example.org/\n,,Fourth,,c\n";
    let read = with_teasers(rows, table, Some("More")).unwrap();
    assert_eq!(
        read["related"],
        json!([
            { "id": "one", "title": "One", "teasers": [
                { "headline": "First", "href": "a" },
                { "headline": "Second", "summary": "Why, and how", "href": "b" },
            ] },
            { "id": "two", "title": "Two", "teasers": [
                { "kicker": "K", "headline": "Third", "href": "https://example.org/" },
            ] },
            { "id": "more", "title": "More", "teasers": [{ "headline": "Fourth", "href": "c" }] },
        ])
    );
}

#[test]
fn teasers_have_sources_dates_pictures_and_tags() {
    let table = "\
headline,href,source,published,image,imageWidth,imageHeight,imageAlternative,tags
A,a,The Gazette,2025-02-20,a.jpg,800,450,,\"alibaba; Cloud, and more ;\"
B,b,,2025-02-20T18:00Z,b.jpg,320,320,A harbour,Ice
C,c,,,,,,,
";
    let read = with_teasers("", table, Some("More")).unwrap();
    assert_eq!(
        read["related"][0]["teasers"],
        json!([
            {
                "headline": "A", "href": "a", "source": "The Gazette", "published": "2025-02-20",
                "image": { "src": "a.jpg", "width": 800, "height": 450, "decorative": true },
                "tags": ["alibaba", "Cloud, and more"],
            },
            {
                "headline": "B", "href": "b", "published": "2025-02-20T18:00Z",
                "image": { "src": "b.jpg", "width": 320, "height": 320, "alternative": "A harbour" },
                "tags": ["Ice"],
            },
            { "headline": "C", "href": "c" },
        ])
    );
}

#[test]
fn what_is_wrong_with_a_teaser_has_its_line() {
    let table = "\
headline,href,published,image,imageWidth,imageHeight
A,a,20/02/2025,a.jpg,800,450
B,b,,b.jpg,wide,320
C,c,,,800,450
";
    assert_eq!(
        listed(with_teasers("", table, Some("More"))),
        [
            "2: `20/02/2025` is not a date: write it like 2025-02-24 or 2025-02-24T09:30:00+08:00",
            "3: found the text `wide`, expected a whole number from 1 to 65535",
            "4: the field `src` is missing",
        ]
    );
}

#[test]
fn a_new_row_needs_a_title() {
    let table = "headline,href\nA,a\nB,b\n";
    assert_eq!(
        listed(with_teasers("", table, None)),
        [
            "2: the row `more` has no title: give --teasers-title, or name the row in the front matter"
        ]
    );
    let only = "related: [{ id: r, title: R }]\n";
    let read = with_teasers(only, table, None).unwrap();
    assert_eq!(read["related"][0]["teasers"].as_array().unwrap().len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn words_survive_whatever_is_in_them(words in "[ -~\n\r\"',;\t–é漢😀]{0,20}x") {
        let mut json = every_feature();
        json["commitments"][1]["name"] = words.clone().into();
        json["commitments"][1]["period"] = json!({ "year": 2025, "name": words.clone() });
        json["commitments"][1]["source"] = words.clone().into();
        let canonical = serde_json::to_value(article(&json)).unwrap();
        let read = with_commitments(&commitments_csv(&article(&json)).unwrap()).unwrap();
        prop_assert_eq!(&read["commitments"], &canonical["commitments"]);
    }
}

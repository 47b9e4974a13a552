//! Import and export of tables of a spreadsheet.

use super::{EVERY_FEATURE, FRONT_MATTER, article, listed};
use article_widget::authoring::{Import, ImportFormat, commitments_csv};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn every_feature() -> Json {
    serde_json::from_str(EVERY_FEATURE).expect("JSON")
}

pub(super) fn with_commitments(
    table: &str,
) -> Result<Json, Vec<article_widget::document::Problem>> {
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
    let first = "\u{feff}\
id,name,value,scale,currency,hedge,equivalents,start,year,fiscalYear,months,years,end,openEnded,periodName,status,purpose,source\r
aurora,Aurora,380,billion,CNY,over,\"about 53 billion USD; about 50.4 billion EUR\",'2025-02,,,,3,,,,announced,cold storage,Aurora’s announcement\r
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
            "3: `1e9` has an exponent: format the column as a number, with all of its digits",
            "3: `planed` is not known here: did you mean `planned`?",
            "5: 8 cells, where the table has 9 columns: write a separator for each empty cell too",
            "5: `soon` is not a number: write digits alone, as in 380 or 38.58",
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
            "3: `wide` is not a number: write digits alone, as in 380 or 38.58",
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

#[test]
fn what_spreadsheets_save_is_read() {
    let plain = "\
id,name,value,scale,currency,year,status,purpose,source
alder,Alder Works,12,billion,EUR,2025,planned,data halls,press office
birch,Birch Grid,52500.5,million,EUR,2025,announced,power lines,annual report
";
    let expected = with_commitments(plain).unwrap()["commitments"].clone();
    let semicolons = plain.replace(',', ";");
    for (habit, table) in [
        (
            "rows of nothing but separators",
            format!(
                "{}\n;;;;;;;;\n;;;;;;;;\n",
                semicolons.replace('\n', "\n;;;;;;;;\n")
            ),
        ),
        ("columns without a name", semicolons.replace('\n', ";;\n")),
        (
            "a line that names the separator",
            format!("sep=;\n{semicolons}"),
        ),
        ("CR LF", format!("\u{feff}{}", plain.replace('\n', "\r\n"))),
        ("CR alone", plain.replace('\n', "\r")),
        ("tabs", plain.replace(',', "\t")),
        (
            "a line with spaces before the first",
            format!("\n  \n{plain}"),
        ),
        (
            "spaces around codes",
            plain
                .replace(",planned", ", planned ")
                .replace("alder,", " alder ,")
                .replace(",EUR", ",\" EUR\""),
        ),
        (
            "no-break spaces",
            plain.replace(",billion", ",\u{a0}billion"),
        ),
        (
            "capitals",
            plain
                .replace("planned", "Planned")
                .replace("million", "MILLION")
                .replace("EUR", "eur"),
        ),
        ("decimal commas", semicolons.replace("52500.5", "52500,5")),
        (
            "points for thousands",
            semicolons.replace("52500.5", "52.500,5"),
        ),
        (
            "commas for thousands",
            plain.replace("52500.5", "\"52,500.5\""),
        ),
        (
            "spaces for thousands",
            semicolons.replace("52500.5", "52\u{202f}500,5"),
        ),
        (
            "quotes around all",
            format!(
                "\"{}\"",
                plain.trim().replace(',', "\",\"").replace('\n', "\"\n\"")
            ),
        ),
    ] {
        let read = with_commitments(&table);
        let read = read.unwrap_or_else(|problems| panic!("{habit}: {problems:?}"));
        assert_eq!(read["commitments"], expected, "{habit}");
    }
}

#[test]
fn what_could_be_lost_or_read_two_ways_is_an_error_with_its_line() {
    let header = "id,name,value,scale,currency,year,status,purpose,source";
    let row = |id: &str| format!("{id},Name {id},1,billion,USD,2025,planned,halls,note");
    for (rows, message) in [
        (
            vec![row("a").replace(",note", ",\"note"), row("b"), row("c")],
            "2: the quote that opens a cell here is never closed: close it, or remove it",
        ),
        (
            vec![row("a"), row("b").replace("Name b", "\"Name b"), row("c")],
            "3: the quote that opens a cell here is never closed: close it, or remove it",
        ),
        (
            vec![row("a"), row("b").replace("Name b", "\"Name\" b")],
            "3: a cell that begins here with a quote goes on with `b` after the closing quote: write a quote inside of a cell twice",
        ),
        (
            vec![
                String::new(),
                row("a"),
                String::new(),
                row("b").replace(",1,", ",\"1,234\","),
            ],
            "5: `1,234` can be read two ways: format the column without thousands separators, so that it is 1234, or with four decimals, so that it is 1.2340",
        ),
        (
            vec![row("a") + ",more"],
            "2: 10 cells, where the table has 9 columns: put a cell with a separator into quotes",
        ),
        (
            vec![row("a").replace(",1,", ",1E+11,")],
            "2: `1E+11` has an exponent: format the column as a number, with all of its digits",
        ),
    ] {
        for end in ["\n", "\r\n", "\r"] {
            let table = format!("{header}\n{}\n", rows.join("\n")).replace('\n', end);
            let problems = listed(with_commitments(&table));
            assert_eq!(problems[0], message, "{table:?}");
        }
    }
    // A chart that has nothing to compare without the table is no further problem.
    let front_matter = "charts: [{ id: c, title: T, currency: USD, source: S }]\n";
    let text =
        format!("---\nlanguage: en\nheadline: H\n{front_matter}---\nX.\n\n```chart\nc\n```\n");
    let import = Import {
        commitments: Some("id,name\na,\"b\n"),
        ..Import::new(&text, ImportFormat::Markdown)
    };
    assert_eq!(
        listed(import.document()),
        ["2: the quote that opens a cell here is never closed: close it, or remove it"]
    );
    let unnamed = format!("{header},\n{},\n{},lost\n", row("a"), row("b"));
    assert_eq!(
        listed(with_commitments(&unnamed)),
        [
            "3: `lost` stands in column 10, which has no name: name it in the first line, or empty the cell"
        ]
    );
    let teasers = "headline,href\n\"A,a\nB,b\n";
    assert_eq!(
        listed(with_teasers("", teasers, Some("More"))),
        ["2: the quote that opens a cell here is never closed: close it, or remove it"]
    );
}

#[test]
fn cells_in_the_wrong_columns_are_errors() {
    for (table, message) in [
        // The comma in the headline moves all cells, and an empty one falls off the end.
        (
            "headline,href,summary,tags\nPrices up, again,https://example.org/a,,\n",
            "2: 5 cells, where the table has 4 columns: put a cell with a separator into quotes",
        ),
        (
            "headline,summary,href,source\nThe \"A, B\" story,https://example.org/a,Gazette\n",
            "2: a quote stands within a cell that has no quotes around it: put the cell into quotes, and write each quote in it twice",
        ),
        (
            "headline,href\n\"Pipes,a\nThe 5\",b\n",
            "2: a cell that begins here has whole rows in it: close its quote, or write it without line breaks",
        ),
        (
            "headline,href,tags\nA\n",
            "2: 1 cell, where the table has 3 columns: write a separator for each empty cell too",
        ),
    ] {
        let problems = listed(with_teasers("", table, Some("More")));
        assert_eq!(problems[0], message, "{table}");
    }
}

#[test]
fn errors_of_a_spreadsheet_are_errors_here() {
    for cell in ["#REF!", "#N/A", "#WERT!", "####", "Err:502"] {
        let table = format!("headline,href\n{cell},a\n");
        assert_eq!(
            listed(with_teasers("", &table, Some("More")))[0],
            format!(
                "2: `{cell}` is an error of the spreadsheet: mend its formula, or write the text"
            )
        );
    }
    let read = with_teasers("", "headline,href\n#MeToo,a\n", Some("More")).unwrap();
    assert_eq!(read["related"][0]["teasers"][0]["headline"], "#MeToo");
}

#[test]
fn a_point_before_three_digits_needs_another_decimal_point() {
    let values = |values: &[&str]| {
        let rows = values.iter().enumerate().map(|(index, value)| {
            format!("c{index},Name,\"{value}\",billion,USD,2025,planned,halls,note\n")
        });
        let header = "id,name,value,scale,currency,year,status,purpose,source\n";
        with_commitments(&(header.to_owned() + &rows.collect::<String>()))
    };
    let read = values(&["12.5", "1.155"]).unwrap();
    assert_eq!(read["commitments"][1]["amount"]["value"], "1.155");
    // Google Sheets writes commas between cells in Germany too.
    for table in [&["52.500", "380", "12.000"][..], &["38,58", "52.500"]] {
        let problems = listed(values(table));
        assert!(
            problems[0].contains("`52.500` can be read two ways"),
            "{problems:?}"
        );
    }
    // What an export writes is read again.
    let mut read = values(&["1.1550"]).unwrap();
    read["commitments"][0]["equivalents"] = json!([{ "value": "50.125", "currency": "EUR" }]);
    let table = commitments_csv(&article(&read)).unwrap();
    assert!(
        table.contains(",1.1550,") && table.contains(",50.1250 EUR,"),
        "{table}"
    );
    let again = with_commitments(&table).unwrap();
    assert_eq!(again["commitments"], read["commitments"], "{table}");
}

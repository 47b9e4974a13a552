//! Tables of teasers.

use super::super::import_state::ImportState;
use super::super::node::{Node, Tree};
use super::{TableRow, lines};
use crate::document::Input;

/// The columns of a table of teasers: the id of the row, the fields of a teaser and those of its picture.
const TEASERS: [&str; 12] = [
    "row",
    "kicker",
    "headline",
    "summary",
    "href",
    "source",
    "published",
    "image",
    "imageWidth",
    "imageHeight",
    "imageAlternative",
    "tags",
];

/// The id of the row for teasers that name none.
const ROW: &str = "more";

/// Reads the teasers of a table, each with the id of its row if the table names it.
pub(in super::super) fn read(table: &str, state: &mut ImportState) -> Vec<(Option<String>, Node)> {
    let lines = lines(table, Input::Teasers, &TEASERS, state);
    let mut teaser = |line: &TableRow| {
        let fields = [
            ("kicker", line.text("kicker")),
            ("headline", line.text("headline")),
            ("summary", line.text("summary")),
            ("href", line.code("href")),
            ("source", line.text("source")),
            ("published", line.code("published")),
            ("image", picture(line, state)),
            ("tags", line.list("tags", |tag| Node::text(line.place, tag))),
        ];
        let row = line.get("row").map(|row| row.trim().to_owned());
        (row, Node::object(line.place, fields))
    };
    lines.iter().map(&mut teaser).collect()
}

/// The picture of a teaser, if the row has a cell for it.
fn picture(line: &TableRow, state: &mut ImportState) -> Option<Node> {
    let columns = ["image", "imageWidth", "imageHeight", "imageAlternative"];
    let is_there = columns.iter().any(|column| line.get(column).is_some());
    is_there.then(|| {
        let fields = [
            ("src", line.code("image")),
            ("width", line.number("imageWidth", state)),
            ("height", line.number("imageHeight", state)),
            ("alternative", line.text("imageAlternative")),
        ];
        Node::object(line.place, fields)
    })
}

/// Adds teasers to the rows of the front matter, and creates rows that are not there.
///
/// A teaser without a row goes to the only existing row, or to a new one.
pub(in super::super) fn add(
    fields: &mut Vec<(String, Node)>,
    teasers: Vec<(Option<String>, Node)>,
    title: Option<&str>,
    state: &mut ImportState,
) {
    let Some((_, first)) = teasers.first() else {
        return;
    };
    if !fields.iter().any(|(key, _)| key == "related") {
        fields.push((
            "related".into(),
            Node::new(first.place, Tree::List(Vec::new())),
        ));
    }
    let related = fields.iter_mut().find(|(key, _)| key == "related");
    // A value that is not a list is invalid. The check reports that.
    let Some((
        _,
        Node {
            tree: Tree::List(rows),
            ..
        },
    )) = related
    else {
        return;
    };
    let id_of = |row: &Node| match row.get("id").map(|id| &id.tree) {
        Some(Tree::Text(id)) => Some(id.clone()),
        _ => None,
    };
    let only = match rows.as_slice() {
        [row] => id_of(row),
        _ => None,
    };
    for (id, teaser) in teasers {
        let id = id.or_else(|| only.clone()).unwrap_or_else(|| ROW.into());
        let place = teaser.place;
        let known = rows.iter().position(|row| id_of(row).as_ref() == Some(&id));
        let at = known.unwrap_or_else(|| {
            let fields = [("id", Some(Node::text(place, &*id))), ("title", title.map(|title| Node::text(place, title)))];
            rows.push(Node::object(place, fields));
            if title.is_none() {
                let message = format!("the row `{id}` has no title: give --teasers-title, or name the row in the front matter");
                state.note::<()>(place, message);
            }
            rows.len() - 1
        });
        if let Tree::Object(fields) = &mut rows[at].tree {
            if !fields.iter().any(|(key, _)| key == "teasers") {
                fields.push(("teasers".into(), Node::new(place, Tree::List(Vec::new()))));
            }
            let teasers = fields.iter_mut().find(|(key, _)| key == "teasers");
            if let Some((
                _,
                Node {
                    tree: Tree::List(teasers),
                    ..
                },
            )) = teasers
            {
                teasers.push(teaser);
            }
        }
    }
}

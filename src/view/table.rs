//! A table of the text.

use super::inlines::inlines;
use super::setting::Setting;
use crate::format::list;
use crate::model::{Align, Table};
use yew::prelude::*;

/// A table. If it is wider than the text it scrolls, so the keyboard must reach it.
pub(super) fn table(table: &Table, setting: Setting<'_>) -> Html {
    let name = name(table, setting);
    // A region without a name is none.
    let role = name.as_ref().map(|_| "region");
    html! {
        <div class="table-frame" {role} aria-label={name} tabindex="0">
            <table>
                if let Some(caption) = &table.caption {
                    <caption>{ inlines(caption, setting) }</caption>
                }
                <thead>
                    <tr>
                        for column in &table.columns {
                            <th scope="col" data-align={align(column.align)}>{ inlines(&column.title, setting) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in &table.rows {
                        <tr>
                            for (index, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
                                if index == 0 && !table.plain_rows {
                                    <th scope="row" data-align={align(column.align)}>{ inlines(cell, setting) }</th>
                                } else {
                                    <td data-align={align(column.align)}>{ inlines(cell, setting) }</td>
                                }
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

/// What a screen reader calls the table where the keyboard reaches it: its caption, or else its columns.
fn name(table: &Table, setting: Setting<'_>) -> Option<String> {
    let name = if let Some(caption) = &table.caption {
        caption.plain_text()
    } else {
        let titles = table.columns.iter().map(|column| column.title.plain_text());
        let titles: Vec<String> = titles.filter(|title| !title.is_empty()).collect();
        list(&titles, setting.language)
    };
    (!name.is_empty()).then_some(name)
}

fn align(align: Align) -> Option<&'static str> {
    match align {
        Align::Start => None,
        Align::Center => Some("center"),
        Align::End => Some("end"),
    }
}

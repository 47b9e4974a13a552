//! A table of the text.

use super::inlines::inlines;
use super::setting::Setting;
use crate::model::{Align, Table};
use yew::prelude::*;

/// A table. If it is wider than the text it scrolls, so the keyboard must reach it.
pub(super) fn table(table: &Table, setting: Setting<'_>) -> Html {
    html! {
        <div class="table-frame" role="region" aria-label={table.caption.plain_text()} tabindex="0">
            <table>
                <caption>{ inlines(&table.caption, setting) }</caption>
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

fn align(align: Align) -> Option<&'static str> {
    match align {
        Align::Start => None,
        Align::Center => Some("center"),
        Align::End => Some("end"),
    }
}

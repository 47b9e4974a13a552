//! The positions of problems in a text.

use crate::document::{Input, Place, Position, Problem};
use std::collections::BTreeMap;
use std::ops::Range;

/// Problems with the places of their ranges.
pub(super) fn placed(text: &str, found: Vec<(Problem, Range<usize>)>) -> Vec<Problem> {
    let offsets = found.iter().flat_map(|(_, range)| [range.start, range.end]);
    let positions = positions(text, offsets);
    let place = |(problem, range): (Problem, Range<usize>)| Problem {
        place: Some(Place {
            input: Input::Article,
            start: positions[&range.start],
            end: positions[&range.end],
            range,
        }),
        ..problem
    };
    found.into_iter().map(place).collect()
}

/// The positions of byte offsets. One pass through the text finds all of them, because they may all be on one
/// long line.
fn positions(text: &str, offsets: impl Iterator<Item = usize>) -> BTreeMap<usize, Position> {
    let start = Position { line: 1, column: 1 };
    let mut positions: BTreeMap<_, _> = offsets.map(|offset| (offset, start)).collect();
    let (mut here, mut at) = (start, 0);
    for (offset, position) in &mut positions {
        for character in text[at..*offset].chars() {
            match character {
                '\n' => {
                    here.line += 1;
                    here.column = 1;
                }
                '\u{feff}' if here == start => {}
                _ => here.column += 1,
            }
        }
        at = *offset;
        *position = here;
    }
    positions
}

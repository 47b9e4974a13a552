//! The order of the slides.

/// The indices of `count` slides, first those that are wanted, else in their order; and how many are wanted.
#[must_use]
pub fn order(count: usize, is_wanted: impl Fn(usize) -> bool) -> (Vec<usize>, usize) {
    let mut order = Vec::with_capacity(count);
    let mut wanted = 0;
    for slide in 0..count {
        if is_wanted(slide) {
            order.insert(wanted, slide);
            wanted += 1;
        } else {
            order.push(slide);
        }
    }
    (order, wanted)
}

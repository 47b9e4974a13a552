//! How many stories are in the page.

use super::from_to;
use article_widget::carousel::{Window, group_size, is_late};

/// How many stories are in the page, of `count`.
fn shown(window: Window, count: usize) -> usize {
    let groups = window.groups(count);
    let sizes = groups.map(|from| group_size(from).min(count.saturating_sub(from)));
    sizes.sum()
}

#[test]
fn stories_come_to_the_page_as_the_reader_comes_near_the_last_one() {
    for (count, in_view, grows, on_page) in [
        // Two fit. The next step would show the stories up to number 11.
        (100, from_to(7, 8), false, 12),
        (100, from_to(8, 9), true, 15),
        // One fits.
        (100, from_to(9, 9), false, 12),
        (100, from_to(10, 10), true, 15),
        // Five fit.
        (100, from_to(1, 5), false, 12),
        (100, from_to(2, 6), true, 15),
        // There are no more stories, or fewer than one group.
        (12, from_to(10, 11), false, 12),
        (3, from_to(0, 2), false, 3),
        (13, from_to(10, 11), true, 13),
        (0, from_to(0, 0), false, 0),
    ] {
        let mut window = Window::default();
        assert_eq!(window.grow(in_view, count), grows, "{in_view:?} of {count}");
        assert_eq!(shown(window, count), on_page, "{in_view:?} of {count}");
    }
}

#[test]
fn groups_that_are_on_the_page_stay_as_they_are() {
    let mut window = Window::default();
    let mut before: Vec<usize> = window.groups(20).collect();
    assert_eq!(before, [0]);
    for first in 10..20 {
        window.grow(from_to(first, first), 20);
        let groups: Vec<usize> = window.groups(20).collect();
        assert!(groups.starts_with(&before), "{groups:?}");
        before = groups;
    }
    assert_eq!(before, [0, 12, 15, 18]);
}

#[test]
fn a_whole_row_is_on_the_page_from_the_start() {
    for count in [0, 5, 12, 13, 40] {
        let mut window = Window::whole(count);
        assert_eq!(shown(window, count), count);
        assert!(!window.grow(
            from_to(count.saturating_sub(1), count.saturating_sub(1)),
            count
        ));
    }
    assert!(!is_late(11) && is_late(12));
}

//! The announcements for screen readers.

use super::super::{chart_of, default_article};
use super::from_to;
use article_widget::carousel::{Announcement, SelectedCompany};
use article_widget::messages::Language;

const EN: Language = Language::ENGLISH;

#[test]
fn a_button_is_answered_with_where_it_has_led_and_scrolling_is_not() {
    let (place, other) = (
        Announcement::InView(from_to(0, 1)),
        Announcement::InView(from_to(2, 3)),
    );
    let order = Announcement::Order(2);
    for (before, is_by_button, after) in [
        (Announcement::None, true, other),
        (Announcement::None, false, Announcement::None),
        (place, true, other),
        (place, false, Announcement::None),
        (order, true, other),
        (order, false, order),
    ] {
        let announcement = before.at_rest(from_to(2, 3), is_by_button);
        assert_eq!(announcement, after, "{before:?}");
    }
}

#[test]
fn it_is_said_in_words() {
    let company = SelectedCompany::new(&chart_of(&default_article()), 0);
    let selected = Some(&company);
    for (announcement, selected, words) in [
        (Announcement::None, selected, ""),
        (
            Announcement::InView(from_to(0, 0)),
            None,
            "Story 1 of 1,200",
        ),
        (
            Announcement::InView(from_to(1, 3)),
            selected,
            "Stories 2 to 4 of 1,200",
        ),
        (
            Announcement::Order(1),
            selected,
            "1 story about Alibaba comes first.",
        ),
        (
            Announcement::Order(3),
            selected,
            "3 stories about Alibaba come first.",
        ),
        (
            Announcement::Order(0),
            None,
            "The stories are in their first order again.",
        ),
    ] {
        assert_eq!(announcement.words(1_200, selected, EN), words);
    }
    assert_eq!(from_to(0, 0).short_words(6, EN), "1 of 6");
    assert_eq!(from_to(1, 3).short_words(6, EN), "2–4 of 6");
}

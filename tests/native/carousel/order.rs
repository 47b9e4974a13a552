//! The order of the slides.

use article_widget::carousel::order;
use proptest::prelude::*;

#[test]
fn what_is_wanted_comes_first_and_all_else_keeps_its_order() {
    assert_eq!(order(5, |slide| slide % 3 == 1), (vec![1, 4, 0, 2, 3], 2));
    assert_eq!(order(3, |_| false), (vec![0, 1, 2], 0));
    assert_eq!(order(3, |_| true), (vec![0, 1, 2], 3));
    assert_eq!(order(0, |_| true), (Vec::new(), 0));
}

proptest! {
    #![proptest_config(super::random::some())]

    #[test]
    fn an_order_has_every_slide_once(wanted in prop::collection::vec(any::<bool>(), 0..40)) {
        let (order, count) = order(wanted.len(), |slide| wanted[slide]);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        prop_assert_eq!(sorted, (0..wanted.len()).collect::<Vec<_>>());
        prop_assert_eq!(count, wanted.iter().filter(|is_wanted| **is_wanted).count());
        let (first, others) = order.split_at(count);
        prop_assert!(first.is_sorted() && others.is_sorted());
        prop_assert!(first.iter().all(|slide| wanted[*slide]));
    }
}

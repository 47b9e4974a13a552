//! A linear scale from zero with round ticks.

/// The step between ticks that gives about four of them up to `max`: 1, 2 or 5 times a power of ten.
///
/// A `max` that is not above zero gets a step of one, so that a chart of zeros has an axis too.
pub(super) fn step(max: f64) -> f64 {
    let rough = max / 4.0;
    if rough.is_nan() || rough <= 0.0 {
        return 1.0;
    }
    let mut power = 1.0;
    // Repeated multiplication instead of logarithms: no libm in the WebAssembly.
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    while power > rough {
        power /= 10.0;
    }
    match rough / power {
        part if part <= 1.0 => power,
        part if part <= 2.0 => power * 2.0,
        part if part <= 5.0 => power * 5.0,
        _ => power * 10.0,
    }
}

/// How many steps reach from zero to `max` or just beyond; at least one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`step` leaves at most four"
)]
pub(super) fn steps(max: f64, step: f64) -> u32 {
    ((max / step).ceil() as u32).max(1)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{step, steps};
    use proptest::prelude::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "small whole numbers")]
    fn steps_are_round() {
        for (max, expected) in [
            (80e9, 20e9),
            (580.8e9, 200e9),
            (65.0, 20.0),
            (4.0, 1.0),
            (0.0, 1.0),
        ] {
            assert_eq!(step(max), expected, "for {max}");
        }
        assert_eq!(steps(80.0, 20.0), 4);
        assert_eq!(steps(0.0, 1.0), 1);
    }

    proptest! {
        #[test]
        fn a_few_ticks_reach_the_largest_value(max in 0.01..1e15_f64) {
            let step = step(max);
            let steps = steps(max, step);
            prop_assert!((1..=4).contains(&steps), "{steps} steps of {step}");
            prop_assert!(f64::from(steps) * step >= max);
        }
    }
}

//! Scales with round ticks: of sums from zero, and of time.

use crate::quantity::Month;

/// The step between ticks: 1, 2 or 5 times a power of ten. There are at most `count` ticks up to `max`, beside zero.
///
/// If `max` is not above zero the step is one, so that a chart of zeros has an axis.
pub(super) fn step(max: f64, count: u32) -> f64 {
    let rough = max / f64::from(count);
    if rough.is_nan() || rough <= 0.0 {
        return 1.0;
    }
    let mut power = 1.0;
    // Repeated multiplication, because logarithms would bring libm into the WebAssembly.
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

/// The number of steps from zero to `max` or just beyond; at least one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "`step` leaves a few"
)]
pub(super) fn steps(max: f64, step: f64) -> u32 {
    ((max / step).ceil() as u32).max(1)
}

/// The months at the ticks of an axis of time. There are at most `count` equal steps (months, quarters, half years,
/// years or multiples of them), from the step that contains `start` to the first that is not before `end`. Both are
/// counted in months, see [`Period::bounds`](crate::quantity::Period::bounds).
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "months of years from 0 to about 10,000"
)]
pub(super) fn months(start: f64, end: f64, count: u32) -> Vec<Month> {
    const STEPS: [u32; 14] = [
        1, 3, 6, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000, 60_000,
    ];
    let (start, end) = (start as u32, (end.ceil() as u32).max(start as u32 + 1));
    let range = |step: u32| start / step..=end.div_ceil(step);
    let fits = |step: &u32| range(*step).end() - range(*step).start() <= count;
    let step = STEPS.into_iter().find(fits).unwrap_or(STEPS[13]);
    range(step).map(|n| Month::from_count(n * step)).collect()
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::{months, step, steps};
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
            assert_eq!(step(max, 4), expected, "for {max}");
        }
        assert_eq!(steps(80.0, 20.0), 4);
        assert_eq!(steps(0.0, 1.0), 1);
    }

    #[test]
    fn months_are_as_far_apart_as_calendars_have_it() {
        let ticks = |start: f64, end: f64, count| -> Vec<String> {
            let months = months(start, end, count).into_iter();
            months.map(|m| format!("{}-{}", m.year, m.month)).collect()
        };
        let year = |year: f64| year * 12.0;
        for (start, end, count, expected) in [
            (
                year(2025.0),
                year(2025.0) + 0.5,
                4,
                &["2025-1", "2025-2"] as &[_],
            ),
            (
                year(2025.0) + 1.0,
                year(2025.0) + 7.0,
                4,
                &["2025-1", "2025-4", "2025-7", "2025-10"],
            ),
            (
                year(2024.5),
                year(2028.0),
                4,
                &["2024-1", "2025-1", "2026-1", "2027-1", "2028-1"],
            ),
            (
                year(2024.5),
                year(2028.0) + 0.1,
                4,
                &["2024-1", "2026-1", "2028-1", "2030-1"],
            ),
            (year(1.0), year(9999.0), 1, &["0-1", "5000-1", "10000-1"]),
        ] {
            assert_eq!(ticks(start, end, count), expected, "{start} to {end}");
        }
    }

    proptest! {
        #[test]
        fn months_hold_what_they_are_for(start in 12.0..24_000.0_f64, length in 0.03..1_200.0_f64, count in 2..7_u32) {
            let months = months(start, start + length, count);
            prop_assert!((2..=count as usize + 1).contains(&months.len()));
            let at = |month: usize| f64::from(months[month].count());
            prop_assert!(at(0) <= start && start + length <= at(months.len() - 1));
            for pair in months.windows(2) {
                prop_assert_eq!(pair[1].since(pair[0]), months[1].since(months[0]));
            }
        }

        #[test]
        fn a_few_ticks_reach_the_largest_value(max in 0.01..1e15_f64, count in 1..6_u32) {
            let step = step(max, count);
            let steps = steps(max, step);
            prop_assert!((1..=count).contains(&steps), "{steps} steps of {step}");
            prop_assert!(f64::from(steps) * step >= max);
        }
    }
}

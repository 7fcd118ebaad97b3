use glam::DVec3;
use proptest::prelude::*;

use super::*;
use crate::limbs::{LIMBS, full_weights};

const PARTS: Weights = [1.0; LIMBS];

/// Returns a body that far along a way on which one limb turns.
fn stance(along: f64) -> Stance {
    let mut way = [DVec3::ZERO; LIMBS];
    way[9] = DVec3::Y * 2.0 * along;
    Stance { room: way, way, weights: full_weights(), camera: DVec3::Z }
}

/// Returns the swings of a progress that is looked at so many times a second.
fn swings(rate: f64, seconds: f64, progress: impl Fn(f64) -> f64) -> Vec<Swing> {
    let (mut swings, mut found) = (Swings::default(), Vec::new());
    for picture in 0_u32.. {
        let now = f64::from(picture) / rate;
        if now > seconds {
            break;
        }
        let along = progress(now);
        let sample = Sample {
            seconds: now,
            step: 1.0 / rate,
            along,
            stance: stance(along),
            other: None,
            witnessed: true,
            placed: true,
            home: true,
            doubt: 0.0,
        };
        if let Some(swing) = swings.follow(sample, &PARTS) {
            swings.learn(swing.rise);
            found.push(swing);
        }
    }
    found.extend(swings.end(&PARTS));
    found
}

proptest! {
    #[test]
    fn as_many_are_found_however_often_one_looks(
        rate in 10.0..60.0_f64,
        period in 1.5..6.0_f64,
        range in 0.4..1.0_f64,
        times in 1_u32..9,
    ) {
        let whole = f64::from(times) * period;
        let progress = |now: f64| {
            if now > whole { 0.0 } else { range * (1.0 - libm::cos(std::f64::consts::TAU * now / period)) / 2.0 }
        };
        let found = swings(rate, whole + 1.0, progress);
        prop_assert_eq!(found.len(), times as usize);
        for pair in found.windows(2) {
            prop_assert!(pair[0].start <= pair[0].peak && pair[0].peak <= pair[0].end);
            prop_assert!(pair[0].end <= pair[1].peak);
        }
    }

    #[test]
    fn who_only_trembles_does_nothing(
        noise in proptest::collection::vec(-0.1..0.1_f64, 600),
        rests in 0.0..0.5_f64,
    ) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "less than 600")]
        let found = swings(30.0, 19.0, |now| rests + noise[(now * 30.0).round() as usize]);
        prop_assert!(found.is_empty());
    }
}

#[test]
fn half_of_the_own_range_counts_and_less_does_not() {
    let ranges = [1.0, 1.0, 0.6, 1.0, 0.3, 1.0];
    let found = swings(30.0, 18.0, |now| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "18 at most")]
        let range = ranges.get((now / 3.0) as usize).copied().unwrap_or(0.0);
        range * (1.0 - libm::cos(std::f64::consts::TAU * now / 3.0)) / 2.0
    });
    assert_eq!(found.len(), 5);
    assert!(found.iter().all(|swing| swing.rise > 0.5));
}

#[test]
fn who_pauses_on_the_way_does_one() {
    let found = swings(30.0, 12.0, |now| match now {
        ..2.0 => 0.3 * now,
        2.0..5.0 => 0.6,
        5.0..6.0 => 0.6 + 0.4 * (now - 5.0),
        6.0..8.0 => 1.0,
        8.0..9.0 => 1.0 - 0.3 * (now - 8.0),
        9.0..10.0 => 0.7,
        _ => (0.7 - 0.7 * (now - 10.0)).max(0.0),
    });
    assert_eq!(found.len(), 1);
}

#[test]
fn who_was_never_where_it_begins_does_nothing() {
    let mut swings = Swings::default();
    for picture in 0_u32..300 {
        let along = 0.7 + 0.3 * libm::sin(f64::from(picture) / 10.0);
        let sample = Sample {
            seconds: f64::from(picture) / 30.0,
            step: 1.0 / 30.0,
            along,
            stance: stance(along),
            other: None,
            witnessed: true,
            placed: true,
            home: false,
            doubt: 0.0,
        };
        assert!(swings.follow(sample, &PARTS).is_none());
    }
    assert!(swings.end(&PARTS).is_none());
}

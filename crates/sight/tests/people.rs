//! Pictures with somebody in them, and without.

#![allow(clippy::unwrap_used, clippy::cast_possible_truncation, reason = "tests")]

mod common;

use unknot_landmarks::{Landmark, Landmarks};
use unknot_sight::{Eye, NetworkError, Networks, Picture, Sight};

/// A picture that owns its bytes.
struct Shown {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

impl Shown {
    fn figure() -> Self {
        let (width, height, bytes) = common::figure();
        Self { width, height, bytes }
    }

    fn made(width: usize, height: usize, color: impl Fn(usize, usize) -> [u8; 3]) -> Self {
        let bytes = (0..width * height).flat_map(|at| color(at % width, at / width)).collect();
        Self { width, height, bytes }
    }

    fn color(&self, x: usize, y: usize) -> [u8; 3] {
        self.bytes[(y * self.width + x) * 3..][..3].try_into().unwrap()
    }

    fn picture(&self) -> Picture<'_> {
        Picture::rgb(self.width, self.height, &self.bytes).unwrap()
    }

    /// The same, on a larger ground, moved so far.
    fn on_ground(&self, size: usize, left: usize, upper: usize) -> Self {
        Self::made(size, size, |x, y| {
            let inside = x.checked_sub(left).zip(y.checked_sub(upper));
            let inside = inside.filter(|&(x, y)| x < self.width && y < self.height);
            inside.map_or(self.color(0, 0), |(x, y)| self.color(x, y))
        })
    }

    /// The same, turned by a quarter, clockwise.
    fn turned(&self) -> Self {
        Self::made(self.height, self.width, |x, y| self.color(y, self.height - 1 - x))
    }
}

/// Returns the middle between a landmark and the same on the other side: the figure is seen from behind, and networks take
/// left for right now and then.
fn middle(of: &Landmarks, landmark: Landmark) -> [f64; 2] {
    let [one, other] = [landmark, landmark.mirrored()].map(|landmark| of.get(landmark).image);
    [(one.x + other.x) / 2.0, (one.y + other.y) / 2.0]
}

/// How far the middles of the body are apart at most, in shares of the picture.
fn apart(one: &Landmarks, other: impl Fn(Landmark) -> [f64; 2]) -> f64 {
    let middles = [Landmark::Nose, Landmark::LeftShoulder, Landmark::LeftHip, Landmark::LeftKnee];
    let away = middles.map(|landmark| {
        let ([x, y], [other_x, other_y]) = (middle(one, landmark), other(landmark));
        libm::hypot(x - other_x, y - other_y)
    });
    away.into_iter().fold(0.0, f64::max)
}

fn only(people: &[Sight]) -> &Sight {
    assert_eq!(people.len(), 1);
    &people[0]
}

#[test]
fn the_figure_is_seen_with_its_arms_raised() {
    let people = common::lite().people(&Shown::figure().picture());
    let Sight { raw, smoothed, presence } = only(&people);
    assert!(*presence > 0.9 && raw == smoothed && !raw.mirrored);
    let y = |landmark| raw.get(landmark).image.y;
    for (above, below) in [
        (Landmark::LeftWrist, Landmark::LeftElbow),
        (Landmark::RightWrist, Landmark::RightElbow),
        (Landmark::Nose, Landmark::LeftShoulder),
        (Landmark::LeftShoulder, Landmark::LeftHip),
    ] {
        assert!(y(above) < y(below), "{} is not above {}", above.name(), below.name());
        assert!(raw.get(above).world.y < raw.get(below).world.y);
    }
    let hips = [Landmark::LeftHip, Landmark::RightHip].map(|hip| raw.get(hip).world);
    assert!((hips[0].x + hips[1].x).abs() < 0.02 && (hips[0].y + hips[1].y).abs() < 0.02, "{hips:?}");
}

#[test]
fn who_lies_is_seen_as_who_stands() {
    let mut networks = common::lite();
    let upright = networks.people(&Shown::figure().picture());
    let lying = networks.people(&Shown::figure().turned().picture());
    let (upright, lying) = (only(&upright), only(&lying));
    let away = apart(&upright.raw, |landmark| {
        let [x, y] = middle(&lying.raw, landmark);
        [y, 1.0 - x]
    });
    assert!(away < 0.03, "{away}");
    // The world turns with the picture.
    let (one, other) = (upright.raw.get(Landmark::Nose).world, lying.raw.get(Landmark::Nose).world);
    assert!((one.x - other.y).abs() < 0.08 && (one.y + other.x).abs() < 0.08, "{one:?} {other:?}");
}

#[test]
fn nobody_is_seen_where_nobody_is() {
    let mut networks = common::lite();
    let mut state = 7_u32;
    let noise = (0..3 * 320 * 240).map(|_| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    });
    let pictures = [
        ("black", Shown::made(320, 240, |_, _| [0; 3])),
        ("white", Shown::made(320, 240, |_, _| [255; 3])),
        ("noise", Shown { width: 320, height: 240, bytes: noise.collect() }),
        ("stripes", Shown::made(320, 240, |x, _| [(x % 16 * 16) as u8; 3])),
        ("one place", Shown::made(1, 1, |_, _| [120; 3])),
        ("a line", Shown::made(5000, 1, |x, _| [(x % 251) as u8; 3])),
        ("a column", Shown::made(1, 5000, |_, y| [(y % 251) as u8; 3])),
    ];
    for (what, shown) in pictures {
        assert!(networks.people(&shown.picture()).is_empty(), "{what}");
    }
}

#[test]
fn somebody_is_followed_and_lost_and_found() {
    let figure = Shown::figure();
    let mut eye = Eye::new(common::lite());
    let mut alone = common::lite();
    for step in 0..12_usize {
        let shown = figure.on_ground(400, 40 + 5 * step, 60 + 2 * step);
        let sight = eye.look(&shown.picture(), step as f64 / 30.0).unwrap();
        let people = alone.people(&shown.picture());
        let away = apart(&sight.raw, |landmark| middle(&only(&people).raw, landmark));
        assert!(away < 0.04, "step {step}: {away}");
        let behind = apart(&sight.smoothed, |landmark| middle(&sight.raw, landmark));
        assert!(behind < 0.04, "step {step}: smoothed is {behind} behind");
        assert!((sight.raw.seconds - step as f64 / 30.0).abs() < 1e-12);
    }
    let empty = Shown::made(400, 400, |_, _| figure.color(0, 0));
    assert!(eye.look(&empty.picture(), 0.5).is_none());
    // Elsewhere: where they were before they would not be found.
    let elsewhere = figure.on_ground(900, 600, 600);
    let sight = eye.look(&elsewhere.picture(), 0.6).unwrap();
    assert!(sight.raw.get(Landmark::Nose).image.x > 0.6);
    assert_eq!(sight.raw, sight.smoothed, "what is found anew has no past");
}

#[test]
fn time_may_stand_still_or_run_back() {
    let shown = Shown::figure();
    let mut eye = Eye::new(common::lite());
    for seconds in [1.0, 1.0, 0.5, f64::NAN, -3.0, f64::INFINITY, 1.5] {
        let sight = eye.look(&shown.picture(), seconds).unwrap();
        assert!(
            sight.smoothed.points.iter().all(|point| point.image.x.is_finite() && point.world.z.is_finite())
        );
    }
}

#[test]
fn the_picture_may_change_its_size() {
    let mut eye = Eye::new(common::lite());
    let figure = Shown::figure();
    assert!(eye.look(&figure.picture(), 0.0).is_some());
    let small = Shown::made(1, 1, |_, _| [9; 3]);
    assert!(eye.look(&small.picture(), 0.1).is_none());
    assert!(eye.look(&figure.on_ground(600, 100, 200).picture(), 0.2).is_some());
}

#[test]
fn networks_are_not_taken_for_each_other() {
    let (detector, lite) = (unknot_content::POSE_DETECTOR, unknot_content::POSE_LITE);
    for (one, other) in [(lite, lite), (detector, detector), (lite, detector)] {
        assert!(matches!(Networks::read(one, other).unwrap_err(), NetworkError::Purpose(_)));
    }
    assert_eq!(Networks::read(detector, b"GIF89a").unwrap_err(), NetworkError::Magic);
}

//! Bodies of every shape, placed: they touch what they should, nothing sinks in, and left is the mirror of right.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use unknot_body::{
    Anatomy, Angle, AngleName, Body, BodyShape, Bone, Contact, Frames, JointName, Kit, Named, Placed,
    Position, Posture, Room, Side, angles, find_angle,
};

fn bodies() -> impl Iterator<Item = (BodyShape, Body)> {
    let anatomy = Anatomy::read(unknot_content::BODY).expect("the body is right");
    BodyShape::ALL.iter().map(move |&name| (name, Body::new(anatomy.shape(name.into()))))
}

/// Returns a posture as a file would have it: `(joint, angle, degrees)` on both sides.
fn posture(position: Position, angles: &[(JointName, &str, f64)], contacts: &[&str]) -> Posture {
    let mut degrees = BTreeMap::new();
    for (joint, key, value) in angles {
        let setting = find_angle(*joint, key).unwrap();
        for place in Angle::places(setting.angle) {
            degrees.insert(place, setting.factor * value);
        }
        if let Some((angle, value)) = setting.also {
            degrees.extend(Angle::places(angle).map(|place| (place, value)));
        }
    }
    let contacts = contacts.iter().map(|contact| Contact::parse(contact).unwrap());
    Posture::new(position, &degrees, contacts).unwrap()
}

fn standing() -> Posture {
    posture(Position::Standing, &[], &["feet on floor"])
}

fn all_fours() -> Posture {
    rounded_all_fours(0.0)
}

/// Returns hands and knees, with the upper back rounded by so many degrees.
fn rounded_all_fours(rounded: f64) -> Posture {
    let angles = [
        (JointName::Hip, "flexion", 90.0),
        (JointName::Knee, "flexion", 90.0),
        (JointName::Ankle, "plantarflexion", 50.0),
        (JointName::Shoulder, "flexion", 90.0),
        (JointName::Forearm, "pronation", 85.0),
        (JointName::Wrist, "extension", 76.0),
        (JointName::Thoracic, "flexion", rounded),
    ];
    posture(Position::AllFours, &angles, &["hands on floor", "knees on floor", "insteps on floor"])
}

fn at_the_wall() -> Posture {
    let angles = [(JointName::Hip, "flexion", 20.0), (JointName::Knee, "flexion", 15.0)];
    posture(Position::Wall, &angles, &["feet on floor", "pelvis on wall", "upper-back on wall"])
}

#[test]
fn contacts_hold_and_nothing_sinks_in_whatever_the_shape() {
    for (name, body) in bodies() {
        let cases = [
            (standing(), Room::default()),
            (all_fours(), Room::with(&[Kit::Mat])),
            (at_the_wall(), Room::with(&[Kit::Wall])),
        ];
        for (posture, room) in cases {
            let placed = Placed::first(&body, &posture, room);
            for (contact, off) in placed.contacts_off(&body) {
                assert!(off.abs() <= 0.01, "{name}: {contact} is off by {off} m");
            }
            assert!(placed.depth(&body) <= 0.01, "{name}: sinks in by {} m", placed.depth(&body));
        }
    }
}

#[test]
fn at_zero_arms_hang_and_legs_stand_straight() {
    for (name, body) in bodies() {
        let placed = Placed::first(&body, &posture(Position::Standing, &[], &[]), Room::default());
        let frames = Frames::of(body.rest(), &placed.placement);
        for side in [Side::Left, Side::Right] {
            for (upper, lower) in [
                (Bone::UpperArm(side), Bone::Forearm(side)),
                (Bone::Forearm(side), Bone::Hand(side)),
                (Bone::Thigh(side), Bone::Shin(side)),
                (Bone::Shin(side), Bone::Foot(side)),
            ] {
                let down = (frames.head(lower) - frames.head(upper)).normalize();
                // An arm hangs beside the trunk, and not in it.
                let is_arm = matches!(upper, Bone::UpperArm(_) | Bone::Forearm(_));
                let straight = if is_arm { -0.91 } else { -0.9999 };
                // Heavy hips leave the hands so little room that the legs give way, too, by some 10°: more than they should.
                let straight = if name == BodyShape::Heavy { f64::max(straight, -0.98) } else { straight };
                assert!(down.y < straight, "{name}: from {upper:?} to {lower:?} it goes {down}");
            }
        }
    }
}

#[test]
fn angles_go_the_way_their_names_say() {
    let (_, body) = bodies().next().unwrap();
    let hand = |angles: &[(JointName, &str, f64)]| {
        let placed = Placed::first(&body, &posture(Position::Standing, angles, &[]), Room::default());
        let frames = Frames::of(body.rest(), &placed.placement);
        (frames.head(Bone::Hand(Side::Left)) - frames.head(Bone::UpperArm(Side::Left))).normalize()
    };
    use JointName::{Elbow, Shoulder};
    assert!(hand(&[(Shoulder, "flexion", 90.0)]).z > 0.99, "flexion lifts the arm forward");
    assert!(hand(&[(Shoulder, "abduction", 90.0)]).x > 0.99, "abduction lifts it to its side");
    assert!(hand(&[(Shoulder, "extension", 50.0)]).z < -0.7, "extension takes it back");
    assert!(hand(&[(Shoulder, "flexion", 180.0)]).y > 0.99, "180 degrees is straight up");
    let goalpost =
        [(Shoulder, "abduction", 90.0), (Shoulder, "external_rotation", 90.0), (Elbow, "flexion", 90.0)];
    let up = hand(&goalpost);
    assert!(up.y > 0.6 && up.x > 0.6 && up.z.abs() < 0.05, "the forearm points up: {up}");
}

#[test]
fn what_stays_does_not_slide_and_the_way_is_smooth() {
    let (_, body) = bodies().next().unwrap();
    let start = Placed::first(&body, &all_fours(), Room::with(&[Kit::Mat]));
    let end = start.next(&body, &rounded_all_fours(20.0), &[]);
    let hand = |placed: &Placed| Frames::of(body.rest(), &placed.placement).head(Bone::Hand(Side::Left));
    let mut before = start.clone();
    for step in 0..=60 {
        let now = start.between(&body, &end, &[], f64::from(step) / 60.0);
        assert!(hand(&now).distance(hand(&start)) < 0.01, "the hand slides");
        let chest = |placed: &Placed| Frames::of(body.rest(), &placed.placement).head(Bone::Spine01);
        assert!(chest(&now).distance(chest(&before)) < 0.01, "it jumps at {step}");
        for (contact, off) in now.contacts_off(&body) {
            assert!(off.abs() <= 0.01, "{contact} is off by {off} m on the way");
        }
        before = now;
    }
}

#[test]
fn the_mirrored_posture_is_placed_as_the_mirror_image() {
    let (_, body) = bodies().next().unwrap();
    let right = Angle::places(find_angle(JointName::Shoulder, "elevation").unwrap().angle).last().unwrap();
    let lifted = Posture::new(
        Position::Standing,
        &BTreeMap::from([(right, 80.0)]),
        [Contact::parse("feet on floor").unwrap()],
    )
    .unwrap();
    let one = Placed::first(&body, &lifted, Room::default());
    let other = Placed::first(&body, &lifted.mirrored(), Room::default());
    let (one, other) = (Frames::of(body.rest(), &one.placement), Frames::of(body.rest(), &other.placement));
    for &bone in Bone::ALL {
        let (here, there) = (one.head(bone), other.head(bone.mirrored()));
        assert!((here.x + there.x).abs() < 1e-6 && (here - there).truncate().y.abs() < 1e-6, "{bone:?}");
    }
}

/// Returns somebody who stands and moves what is above the legs, each angle so far through its range.
fn moved(shares: &[f64]) -> Posture {
    let above =
        |joint| !matches!(joint, JointName::Pelvis | JointName::Hip | JointName::Knee | JointName::Ankle);
    let places = angles().iter().filter(|info| above(info.joint)).flat_map(|info| {
        // An arm goes no higher behind the body.
        let most = if info.name == AngleName::ShoulderElevation { 60.0 } else { info.max_degrees };
        Angle::places(info.name).map(move |angle| (angle, info.min_degrees, most))
    });
    let degrees =
        places.zip(shares).map(|((angle, least, most), share)| (angle, least + (most - least) * share));
    Posture::new(Position::Standing, &degrees.collect(), [Contact::parse("feet on floor").unwrap()]).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_no_joint_leaves_its_range(
        shares in proptest::collection::vec(0.15..0.85, 80),
        heavy in any::<bool>(),
    ) {
        let shape = if heavy { BodyShape::Heavy } else { BodyShape::Neutral };
        let body = Body::new(Anatomy::read(unknot_content::BODY).unwrap().shape(shape.into()));
        let posture = moved(&shares);
        let placed = Placed::first(&body, &posture, Room::default());
        // Where an arm swings to has no range of its own.
        let is_swing = |name| matches!(name, AngleName::ShoulderPlane | AngleName::ShoulderElevation);
        for info in angles().iter().filter(|info| !is_swing(info.name)) {
            for angle in Angle::places(info.name) {
                let degrees = placed.placement.radians(angle).to_degrees();
                let range = info.min_degrees - 1e-6..=info.max_degrees + 1e-6;
                prop_assert!(range.contains(&degrees), "{angle} is {degrees}");
            }
        }
        prop_assert!(placed.placement.hips.is_finite());
    }
}

//! Landmarks lie where they should, on bodies of every shape.

use std::collections::BTreeMap;

use glam::DVec3;
use unknot_landmarks::{Landmark, LandmarkSide};

use super::{LandmarkPlaces, Sites};
use crate::placement::{Angles, Placement};
use crate::{
    Anatomy, Angle, BodyShape, Bone, Frames, JointName, Marker, Named, Position, Posture, Rest, Shape, Side,
    Viewpoint, find_angle,
};

/// As much of a body as landmarks need; the rest takes long to make.
struct Body {
    shape: Shape,
    rest: Rest,
    sites: Sites,
}

impl Body {
    fn frames(&self, posture: &Posture, hips: DVec3) -> Frames {
        Frames::of(&self.rest, &Placement { hips, angles: Angles::of(posture) })
    }

    fn landmarks(&self, frames: &Frames) -> LandmarkPlaces {
        LandmarkPlaces::of(&self.sites, &self.rest, frames)
    }
}

fn bodies() -> impl Iterator<Item = (BodyShape, Body)> {
    let anatomy = Anatomy::read(unknot_content::BODY).unwrap();
    BodyShape::ALL.iter().map(move |&name| {
        let shape = anatomy.shape(name.into());
        (name, Body { rest: Rest::of(&shape), sites: Sites::of(&shape), shape })
    })
}

/// Upright at zero, the heels on the floor; nothing has to be solved for that.
fn standing(body: &Body) -> (Frames, LandmarkPlaces) {
    let upright = |height: f64| body.frames(&Posture::upright([]), DVec3::Y * height);
    let heel = body.shape.marker(Marker::HeelBottom, Some(Side::Left));
    let hips_above_heel = -upright(0.0).point(&body.rest, Bone::Foot(Side::Left), heel).y;
    let frames = upright(hips_above_heel);
    let places = body.landmarks(&frames);
    (frames, places)
}

/// Everything about the left of the body is bent in its own way, and the trunk to one side.
fn twisted() -> Posture {
    let left = [
        (JointName::Shoulder, "elevation", 70.0),
        (JointName::Elbow, "flexion", 55.0),
        (JointName::Wrist, "extension", 30.0),
        (JointName::Hip, "flexion", 40.0),
        (JointName::Knee, "flexion", 35.0),
        (JointName::Ankle, "plantarflexion", 20.0),
        (JointName::Neck, "rotation", 25.0),
        (JointName::Thoracic, "side_bend", 12.0),
    ];
    let degrees: BTreeMap<Angle, f64> = left
        .iter()
        .map(|(joint, key, degrees)| {
            let setting = find_angle(*joint, key).unwrap();
            (Angle::places(setting.angle).next().unwrap(), setting.factor * degrees)
        })
        .collect();
    Posture::new(Position::Standing, &degrees, []).unwrap()
}

#[test]
fn the_mirrored_placement_has_the_mirrored_landmarks_to_the_last_bit() {
    for (name, body) in bodies() {
        let places =
            |posture: &Posture, x: f64| body.landmarks(&body.frames(posture, DVec3::new(x, 0.9, 0.2)));
        let (one, other) = (places(&twisted(), 0.1), places(&twisted().mirrored(), -0.1));
        for landmark in Landmark::ALL {
            let (here, there) = (one.at(landmark), other.at(landmark.mirrored()));
            let mirrored = [-here.x, here.y, here.z].map(f64::to_bits);
            assert_eq!(mirrored, there.to_array().map(f64::to_bits), "{name}: {}", landmark.name());
        }
    }
}

#[test]
fn limbs_are_as_long_as_their_bones_in_any_posture() {
    use Landmark::*;
    for (name, body) in bodies() {
        let places = body.landmarks(&body.frames(&twisted(), DVec3::Y));
        let limbs = [
            (LeftShoulder, LeftElbow, Bone::UpperArm(Side::Left), Bone::Forearm(Side::Left)),
            (LeftElbow, LeftWrist, Bone::Forearm(Side::Left), Bone::Hand(Side::Left)),
            (LeftHip, LeftKnee, Bone::Thigh(Side::Left), Bone::Shin(Side::Left)),
            (LeftKnee, LeftAnkle, Bone::Shin(Side::Left), Bone::Foot(Side::Left)),
            (RightShoulder, RightElbow, Bone::UpperArm(Side::Right), Bone::Forearm(Side::Right)),
            (RightKnee, RightAnkle, Bone::Shin(Side::Right), Bone::Foot(Side::Right)),
        ];
        for (from, to, upper, lower) in limbs {
            let bone = body.rest.head(upper).distance(body.rest.head(lower));
            let limb = places.at(from).distance(places.at(to));
            assert!((bone - limb).abs() < 1e-9, "{name}: {} is {limb} m, not {bone}", from.name());
        }
    }
}

#[test]
fn every_landmark_lies_where_it_should_on_somebody_standing() {
    use Landmark::*;
    for (name, body) in bodies() {
        let (frames, places) = standing(&body);
        let at = |landmark: Landmark| places.at(landmark);
        let marker = |bone: Bone, marker: Marker| {
            frames.point(&body.rest, bone, body.shape.marker(marker, Some(Side::Left)))
        };
        let in_order = |what: &str, falling: &[f64], least: f64, most: f64| {
            for two in falling.windows(2) {
                let gap = two[0] - two[1];
                assert!((least..most).contains(&gap), "{name}: {what}: {gap} m in {falling:?}");
            }
        };
        let (top, chin) = (marker(Bone::Head, Marker::HeadTop), marker(Bone::Head, Marker::Chin));
        in_order("the face", &[top.y, at(LeftEye).y, at(Nose).y, at(MouthLeft).y, chin.y], 0.02, 0.15);
        in_order("an eye", &[at(LeftEyeOuter).x, at(LeftEye).x, at(LeftEyeInner).x, 0.0], 0.01, 0.02);
        in_order("from the nose back", &[at(Nose).z, at(LeftEye).z, at(LeftEar).z], 0.01, 0.13);
        in_order("ear, mouth, middle", &[at(LeftEar).x, at(MouthLeft).x, 0.0], 0.015, 0.06);
        let (inner, outer) = (at(LeftEyeInner), at(LeftEyeOuter));
        assert!((inner.y - outer.y).abs() < 0.012, "{name}: the eye slants from {inner} to {outer}");
        let eyeball = marker(Bone::Head, Marker::Eye).distance(at(LeftEye));
        assert!((0.008..0.022).contains(&eyeball), "{name}: the lid is {eyeball} m from the eye's middle");

        let down = [LeftShoulder, LeftElbow, LeftWrist, LeftIndex].map(|landmark| at(landmark).y);
        in_order("the arm", &down, 0.05, 0.36);
        let down = [LeftHip, LeftKnee, LeftAnkle].map(|landmark| at(landmark).y);
        in_order("the leg", &down, 0.3, 0.5);
        in_order("knuckles, the thumb's in front", &[at(LeftIndex).z, at(LeftPinky).z], 0.03, 0.09);
        let thumb = at(LeftThumb) - at(LeftWrist);
        assert!(thumb.z > 0.02 && thumb.length() < 0.09, "{name}: from the wrist to the thumb {thumb}");
        in_order("the foot", &[at(LeftFootIndex).z, at(LeftAnkle).z, at(LeftHeel).z], 0.03, 0.22);
        assert!(at(LeftFootIndex).y < 0.03 && at(LeftHeel).y < 0.06, "{name}: the foot is off the floor");
        assert!((0.25..0.45).contains(&(at(LeftShoulder).x - at(RightShoulder).x)), "{name}: shoulders");
        assert!((0.1..0.25).contains(&(at(LeftHip).x - at(RightHip).x)), "{name}: hips");
        for landmark in Landmark::ALL {
            let is_on = |side| landmark.side() == Some(side);
            let x = at(landmark).x;
            assert!(
                if is_on(LandmarkSide::Left) { x > 0.01 } else { !is_on(LandmarkSide::Right) || x < -0.01 },
                "{name}: {} is at x = {x}",
                landmark.name()
            );
        }
    }
}

#[test]
fn somebody_who_faces_the_camera_is_seen_the_right_way_round() {
    use Landmark::*;
    for (name, body) in bodies() {
        let (_, places) = standing(&body);
        let view = Viewpoint::new(DVec3::new(0.0, 0.9, 4.0), DVec3::new(0.0, 0.9, 0.0), 40.0, 0.75);
        let seen = view.landmarks(&places, 2.5);
        assert!(!seen.mirrored && (seen.seconds - 2.5).abs() < 1e-12);
        let world = |landmark: Landmark| seen.get(landmark).world;
        let image = |landmark: Landmark| seen.get(landmark).image;
        let (left, right) = (world(LeftHip), world(RightHip));
        for sum in [left.x + right.x, left.y + right.y, left.z + right.z] {
            assert!(sum.abs() < 1e-12, "{name}: hips {left:?}, {right:?}");
        }
        assert!(world(Nose).y < world(LeftShoulder).y && world(LeftShoulder).y < 0.0, "{name}: y is down");
        assert!(image(Nose).y < image(LeftShoulder).y && image(LeftShoulder).y < image(LeftHip).y);
        assert!(world(LeftShoulder).x > world(RightShoulder).x && image(LeftShoulder).x > 0.5);
        assert!(world(Nose).z < 0.0 && image(Nose).z < 0.0, "{name}: the nose is nearer than the hips");
        // Metres stay metres, and both ways of saying from where agree.
        let height = world(LeftAnkle).y - world(Nose).y;
        assert!((height - (places.at(Nose).y - places.at(LeftAnkle).y)).abs() < 1e-9, "{name}");
        let same = places.world(0.0, 0.0)[Nose.index()];
        assert!((same.y - world(Nose).y).abs() < 1e-9 && (same.z - world(Nose).z).abs() < 1e-9);

        // Seen from the left, forward is to the picture's left and the left is near; from above, too.
        let from_left = places.world(90.0, 0.0);
        assert!(from_left[Nose.index()].x < -0.05 && from_left[LeftShoulder.index()].z < -0.1, "{name}");
        let from_above = places.world(0.0, 90.0);
        assert!(from_above[Nose.index()].z < -0.5 && from_above[Nose.index()].y > 0.05, "{name}");
    }
}

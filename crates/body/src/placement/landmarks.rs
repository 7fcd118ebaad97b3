//! Where a placed body has the landmarks that are looked for in a picture.

use glam::DVec3;
use unknot_landmarks::{Landmark, LandmarkSide};

use super::skin::SkinPoint;
use crate::shape::{Bone, Marker, Material, Shape};
use crate::side::Side;
use crate::skeleton::{Frames, Rest};

/// How far the surface of an eye is in front of its middle, in metres.
const EYE_RADIUS: f64 = 0.012;

/// What a landmark is, on the body.
#[derive(Clone, Debug)]
enum Site {
    /// A joint: where a bone begins.
    Joint(Bone),
    /// A point of the model that one bone carries.
    Point(Bone, DVec3),
    /// A point of the skin.
    Skin(SkinPoint),
}

/// What every landmark is, on the body of a shape.
#[derive(Clone, Debug)]
pub(super) struct Sites(Vec<Site>);

impl Sites {
    /// Finds them on a shape. Those of the right are the mirror images of the left's.
    pub(super) fn of(shape: &Shape) -> Self {
        Self(Landmark::ALL.iter().map(|landmark| site(shape, *landmark)).collect())
    }

    fn at(&self, landmark: Landmark, rest: &Rest, frames: &Frames) -> DVec3 {
        match &self.0[landmark.index()] {
            Site::Joint(bone) => frames.head(*bone),
            Site::Point(bone, model) => frames.point(rest, *bone, *model),
            Site::Skin(point) => point.at(frames),
        }
    }
}

fn site(shape: &Shape, landmark: Landmark) -> Site {
    use Landmark::*;
    let side = match landmark.side() {
        Some(LandmarkSide::Right) => Side::Right,
        // The nose is on neither side, and its bone and its marker have none.
        Some(LandmarkSide::Left) | None => Side::Left,
    };
    let marked = |bone: Bone, marker: Marker| Site::Point(bone, shape.marker(marker, Some(side)));
    // Every shape has a face; without one, its joint would be the nearest thing.
    let on_skin = |left: Option<SkinPoint>| match (left, side) {
        (None, _) => Site::Joint(Bone::Head),
        (Some(left), Side::Left) => Site::Skin(left),
        (Some(left), Side::Right) => Site::Skin(left.mirrored()),
    };
    match landmark {
        Nose => marked(Bone::Head, Marker::Nose),
        // Lashes run from one corner of the eye to the other, lips to the corners of the mouth.
        LeftEyeInner | RightEyeInner => on_skin(end_of(shape, Material::Lash, DVec3::NEG_X)),
        LeftEye | RightEye => on_skin(eye(shape)),
        LeftEyeOuter | RightEyeOuter => on_skin(end_of(shape, Material::Lash, DVec3::X)),
        MouthLeft | MouthRight => on_skin(end_of(shape, Material::Lip, DVec3::X)),
        LeftEar | RightEar => marked(Bone::Head, Marker::Ear),
        LeftShoulder | RightShoulder => Site::Joint(Bone::UpperArm(side)),
        LeftElbow | RightElbow => Site::Joint(Bone::Forearm(side)),
        LeftWrist | RightWrist => Site::Joint(Bone::Hand(side)),
        LeftPinky | RightPinky => marked(Bone::Hand(side), Marker::LittleKnuckle),
        LeftIndex | RightIndex => marked(Bone::Hand(side), Marker::IndexKnuckle),
        LeftThumb | RightThumb => Site::Joint(Bone::Thumb(side)),
        LeftHip | RightHip => Site::Joint(Bone::Thigh(side)),
        LeftKnee | RightKnee => Site::Joint(Bone::Shin(side)),
        LeftAnkle | RightAnkle => Site::Joint(Bone::Foot(side)),
        LeftHeel | RightHeel => marked(Bone::Foot(side), Marker::HeelBack),
        LeftFootIndex | RightFootIndex => marked(Bone::Toes(side), Marker::BigToe),
    }
}

/// Returns the point of the left's skin that is the least of all by some measure.
fn least(shape: &Shape, measure: impl Fn(usize, DVec3) -> f64) -> Option<SkinPoint> {
    let places = shape.positions().iter().map(|place| place.as_dvec3()).enumerate();
    let left = places.filter(|(_, place)| place.x > 0.0).map(|(index, place)| (index, measure(index, place)));
    let (index, _) = left.min_by(|a, b| a.1.total_cmp(&b.1))?;
    SkinPoint::of(shape, index)
}

/// Returns the end, towards some direction, of what the left has of a material.
fn end_of(shape: &Shape, material: Material, towards: DVec3) -> Option<SkinPoint> {
    least(
        shape,
        |index, place| {
            if shape.materials()[index] == material { -place.dot(towards) } else { f64::INFINITY }
        },
    )
}

/// Returns the middle of the left eye's lids, which are closed over its surface.
fn eye(shape: &Shape) -> Option<SkinPoint> {
    let surface = shape.marker(Marker::Eye, Some(Side::Left)) + DVec3::Z * EYE_RADIUS;
    least(shape, |_, place| place.distance_squared(surface))
}

/// Where the landmarks of a placed body are in the room: metres, x to the left of the room's middle as the person
/// sees it, y up, z forward.
#[derive(Clone, Debug, PartialEq)]
pub struct LandmarkPlaces([DVec3; Landmark::COUNT]);

impl LandmarkPlaces {
    pub(super) fn of(sites: &Sites, rest: &Rest, frames: &Frames) -> Self {
        Self(Landmark::ALL.map(|landmark| sites.at(landmark, rest, frames)))
    }

    /// Returns where one of them is, in metres.
    #[must_use]
    pub fn at(&self, landmark: Landmark) -> DVec3 {
        self.0[landmark.index()]
    }

    /// Returns the middle between the hips, from which MediaPipe measures, in metres.
    #[must_use]
    pub fn hips(&self) -> DVec3 {
        (self.at(Landmark::LeftHip) + self.at(Landmark::RightHip)) / 2.0
    }
}

#[cfg(test)]
mod tests;

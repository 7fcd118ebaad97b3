//! What can be measured on a body by its landmarks.

use glam::DVec3;
use unknot_body::{Angle, AngleName, Placement, Side};
use unknot_landmarks::Landmark;
use unknot_routine::{Bound, Measure, NamedMeasure};

use Landmark::*;

/// A body in the room: x to where the file's body has its left, y up, z to its front.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure<'a> {
    /// Where the landmarks are, in metres.
    pub(crate) at: &'a [DVec3; Landmark::COUNT],
    /// How surely each is seen, 0–1.
    pub(crate) sure: &'a [f64; Landmark::COUNT],
    /// Where the left of a body is in this posture, as far as the body itself does not tell.
    pub(crate) left: DVec3,
    /// The direction to the camera.
    pub(crate) camera: DVec3,
}

/// A value, and how surely it is seen, 0–1.
pub(crate) type Reading = (f64, f64);

/// How much a camera tells of which way a body faces, by what is left and right in depth.
const DEPTH: f64 = 0.25;

/// The directions of a part of the body.
struct Axes {
    left: DVec3,
    up: DVec3,
    front: DVec3,
}

impl Figure<'_> {
    fn point(&self, landmark: Landmark) -> DVec3 {
        self.at[landmark.index()]
    }

    fn sure(&self, all: &[Landmark]) -> f64 {
        all.iter().map(|landmark| self.sure[landmark.index()]).fold(1.0, f64::min)
    }

    fn line(&self, [from, to]: [Landmark; 2]) -> DVec3 {
        (self.point(to) - self.point(from)).normalize_or_zero()
    }

    /// Returns the directions of the trunk, with `across` from right to left, and how surely they are seen. One half of
    /// the body tells where up is.
    fn trunk(&self, across: [Landmark; 2]) -> (Axes, f64) {
        let halves = [[LeftHip, LeftShoulder], [RightHip, RightShoulder]];
        let sures = halves.map(|half| self.sure(&half));
        let up = (self.line(halves[0]) * sures[0] + self.line(halves[1]) * sures[1]).normalize_or(DVec3::Y);
        // What depth says of left and right is believed less than how the file has it.
        let seen = self.line(across) * self.sure(&across);
        let usual = self.left * self.sure(&across).max(1e-3);
        let depth = (usual - seen).dot(self.camera) * (1.0 - DEPTH);
        let left = if self.sure(&across) > 0.0 { seen + self.camera * depth } else { self.left };
        let left = (left - up * left.dot(up)).normalize_or(self.left);
        (Axes { left, up, front: left.cross(up) }, sures[0].max(sures[1]))
    }

    /// Returns a joint angle in degrees.
    fn angle(&self, name: AngleName, side: Side) -> Option<Reading> {
        let sided = |left: Landmark| if side == Side::Left { left } else { left.mirrored() };
        let [shoulder, elbow, wrist] = [LeftShoulder, LeftElbow, LeftWrist].map(sided);
        let [hip, knee, ankle] = [LeftHip, LeftKnee, LeftAnkle].map(sided);
        let between = |one: [Landmark; 2], other: [Landmark; 2]| {
            let (a, b) = (self.line(one), self.line(other));
            let sure = self.sure(&one).min(self.sure(&other));
            (libm::atan2(a.cross(b).length(), a.dot(b)), sure)
        };
        let outward = |axes: &Axes| if side == Side::Left { axes.left } else { -axes.left };
        let (radians, sure) = match name {
            AngleName::ElbowFlexion => between([shoulder, elbow], [elbow, wrist]),
            AngleName::KneeFlexion => between([hip, knee], [knee, ankle]),
            AngleName::ShoulderElevation => {
                let (axes, sure) = self.trunk([RightShoulder, LeftShoulder]);
                let arm = self.line([shoulder, elbow]);
                let angle = libm::atan2(arm.cross(axes.up).length(), -arm.dot(axes.up));
                (angle, sure.min(self.sure(&[shoulder, elbow])))
            }
            AngleName::ShoulderPlane => {
                let (axes, sure) = self.trunk([RightShoulder, LeftShoulder]);
                let arm = self.line([shoulder, elbow]);
                (
                    libm::atan2(arm.dot(axes.front), arm.dot(outward(&axes))),
                    sure.min(self.sure(&[shoulder, elbow])),
                )
            }
            AngleName::HipFlexion | AngleName::HipAbduction => {
                let (axes, sure) = self.trunk([RightHip, LeftHip]);
                let thigh = self.line([hip, knee]);
                let aside = if name == AngleName::HipFlexion { axes.front } else { outward(&axes) };
                (libm::atan2(thigh.dot(aside), -thigh.dot(axes.up)), sure.min(self.sure(&[hip, knee])))
            }
            AngleName::NeckFlexion => {
                let (axes, sure) = self.trunk([RightShoulder, LeftShoulder]);
                let (face, seen) = self.face();
                (libm::atan2(-face.dot(axes.up), face.dot(axes.front)), sure.min(seen))
            }
            AngleName::NeckRotation => {
                let (axes, sure) = self.trunk([RightShoulder, LeftShoulder]);
                let (face, seen) = self.face();
                (libm::atan2(face.dot(axes.left), face.dot(axes.front)), sure.min(seen))
            }
            AngleName::NeckSideBend => {
                let (axes, sure) = self.trunk([RightShoulder, LeftShoulder]);
                let ears = self.line([RightEar, LeftEar]);
                (
                    libm::atan2(-ears.dot(axes.up), ears.dot(axes.left)),
                    sure.min(self.sure(&[RightEar, LeftEar])),
                )
            }
            // 33 points on a body show no more.
            _ => return None,
        };
        Some((radians.to_degrees(), sure))
    }

    /// Returns where the face looks: from the ears that are seen to the nose.
    fn face(&self) -> (DVec3, f64) {
        let sures = [LeftEar, RightEar].map(|ear| self.sure(&[ear, Nose]));
        let (left, right) = (self.line([LeftEar, Nose]), self.line([RightEar, Nose]));
        ((left * sures[0] + right * sures[1]).normalize_or_zero(), sures[0].max(sures[1]))
    }

    /// Returns a measure that is no joint angle, on one side where it has sides.
    fn named(&self, measure: NamedMeasure, side: Side) -> Option<Reading> {
        let sided = |left: Landmark| if side == Side::Left { left } else { left.mirrored() };
        match measure {
            NamedMeasure::TrunkLean => {
                let (axes, sure) = self.trunk([RightHip, LeftHip]);
                let both = self.sure(&[LeftShoulder, RightShoulder]);
                Some((libm::asin(axes.up.dot(self.left).clamp(-1.0, 1.0)).to_degrees(), sure.min(both)))
            }
            NamedMeasure::PelvisLevel => {
                let across = [RightHip, LeftHip];
                Some((libm::asin(self.line(across).y.clamp(-1.0, 1.0)).to_degrees(), self.sure(&across)))
            }
            NamedMeasure::ForearmLean => {
                let (axes, sure) = self.trunk([RightShoulder, LeftShoulder]);
                let forearm = [LeftElbow, LeftWrist].map(sided);
                let lean = libm::asin(self.line(forearm).dot(axes.front).clamp(-1.0, 1.0));
                Some((lean.to_degrees(), sure.min(self.sure(&forearm))))
            }
            NamedMeasure::EarToShoulder => {
                let [ear, shoulder] = [LeftEar, LeftShoulder].map(sided);
                Some((self.point(ear).distance(self.point(shoulder)), self.sure(&[ear, shoulder])))
            }
            NamedMeasure::ShoulderHeight => {
                let [hip, shoulder] = [LeftHip, LeftShoulder].map(sided);
                Some(((self.point(shoulder) - self.point(hip)).y, self.sure(&[hip, shoulder])))
            }
            NamedMeasure::AnkleHeight => {
                let ankle = sided(LeftAnkle);
                let seen = Landmark::ALL.into_iter().filter(|landmark| self.sure(&[*landmark]) > 0.5);
                let floor = seen.map(|landmark| self.point(landmark).y).fold(f64::INFINITY, f64::min);
                floor.is_finite().then(|| (self.point(ankle).y - floor, self.sure(&[ankle])))
            }
            // Walls and rollers have no landmarks, and seconds are no property of a posture.
            NamedMeasure::WristToWall
            | NamedMeasure::RollerPlace
            | NamedMeasure::PhaseSeconds
            | NamedMeasure::RepetitionSeconds => None,
        }
    }

    /// Returns what is a share of the other distance: between the shoulders, or from shoulder to hip.
    pub(crate) fn shoulder_width(&self) -> f64 {
        self.point(LeftShoulder).distance(self.point(RightShoulder))
    }

    /// Returns how far it is from the hips to the shoulders, in metres.
    pub(crate) fn trunk_length(&self) -> f64 {
        let middle = |left: Landmark| (self.point(left) + self.point(left.mirrored())) / 2.0;
        middle(LeftShoulder).distance(middle(LeftHip))
    }

    /// Returns a measure on every side that it is about: left and right, or the only one twice.
    pub(crate) fn measure(&self, measure: Measure) -> [Option<Reading>; 2] {
        match measure {
            Measure::Angle { name, side, factor } => {
                let read = |on: Side| {
                    let wanted = side.is_none_or(|side| side == on);
                    let (value, sure) = if wanted { self.angle(name, on)? } else { return None };
                    Some((factor * value, sure))
                };
                [read(Side::Left), read(Side::Right)]
            }
            Measure::Named(named) => [self.named(named, Side::Left), self.named(named, Side::Right)],
        }
    }
}

/// Returns a measure of a body whose joint angles are known, on the left and on the right.
pub(crate) fn known(measure: Measure, placement: &Placement) -> [Option<f64>; 2] {
    let Measure::Angle { name, factor, .. } = measure else { return [None, None] };
    [Side::Left, Side::Right].map(|side| {
        let angle = Angle::new(name, Some(side))?;
        Some(factor * placement.radians(angle).to_degrees())
    })
}

/// Returns how far a value is beyond a bound; negative where it is not.
pub(crate) fn beyond(bound: Bound, value: f64) -> f64 {
    match bound {
        Bound::Above(limit) => value - limit,
        Bound::Below(limit) => limit - value,
    }
}

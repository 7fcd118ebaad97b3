//! Where on the skin the parts of the body are that can touch something.

use glam::DVec3;

use super::room::{Edge, Face};
use super::skin::{AtZero, SkinPoint};
use super::spread::spread;
use crate::contact::Part;
use crate::shape::{Bone, Marker, Shape};
use crate::side::Side;
use crate::skeleton::{Frames, Rest};

/// How many points stand for a region that touches with its nearest one.
const POINTS: usize = 128;

/// A part of the body, by points of its skin.
#[derive(Clone, Debug)]
pub(super) struct Region {
    pub(super) points: Vec<SkinPoint>,
    /// Whether all of its points touch at once, as a palm does; else the nearest one does.
    pub(super) flat: bool,
}

impl Region {
    /// Returns the points with which it touches a face, or would: where each is, and how far in front of the face.
    pub(super) fn touching(&self, frames: &Frames, face: Face<'_>) -> Vec<(&SkinPoint, DVec3, f64)> {
        let placed = self.points.iter().map(|point| {
            let at = point.at(frames);
            (point, at, face.distance(at))
        });
        let mut points: Vec<_> = placed.collect();
        if !self.flat {
            let nearest = points.iter().map(|(_, _, distance)| *distance).fold(f64::INFINITY, f64::min);
            points.retain(|(_, _, distance)| *distance <= nearest);
        }
        points
    }

    /// Returns how far it is from an edge, in metres.
    pub(super) fn gap(&self, frames: &Frames, edge: Edge) -> f64 {
        self.points.iter().map(|point| edge.off(point.at(frames)).length()).fold(0.0, f64::max)
    }

    /// Returns how far it is in front of another region of the same body, in metres, where they are nearest.
    pub(super) fn gap_to(&self, other: &Self, frames: &Frames) -> f64 {
        let gap =
            |(point, to): (&SkinPoint, &SkinPoint)| (point.at(frames) - to.at(frames)).dot(to.normal(frames));
        self.nearest(other, frames).map_or(0.0, gap)
    }

    /// Returns where it is nearest to another region of the same body: its point, and that of the other.
    pub(super) fn nearest<'a>(
        &'a self,
        other: &'a Self,
        frames: &Frames,
    ) -> Option<(&'a SkinPoint, &'a SkinPoint)> {
        let there: Vec<(&SkinPoint, DVec3)> =
            other.points.iter().map(|point| (point, point.at(frames))).collect();
        let here = self.points.iter().map(|point| (point, point.at(frames)));
        let pairs = here.flat_map(|(point, at)| {
            there.iter().map(move |(to, place)| (at.distance_squared(*place), point, *to))
        });
        pairs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, point, to)| (point, to))
    }

    /// Returns how far it is from touching a face, in metres.
    pub(super) fn off(&self, frames: &Frames, face: Face<'_>) -> f64 {
        let distances = self.touching(frames, face).into_iter().map(|(_, _, distance)| distance);
        face.off(distances.max_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or_default())
    }
}

/// Where a part is, on a body that stands at the zero of every angle; for a paired one, the left.
struct Whereabouts {
    /// The bones that carry it.
    bones: Vec<Bone>,
    /// Which way its skin faces.
    faces: DVec3,
    /// The least cosine between the two.
    least: f64,
    /// What else has to be so.
    within: Within,
}

enum Within {
    All,
    /// No further than that from a point.
    Ball(DVec3, f64),
    /// No further to the side than that, and between two heights.
    Band(f64, f64, f64),
}

/// A body that stands at the zero of every angle, with its skin.
#[derive(Clone, Copy)]
pub(super) struct Standing<'a> {
    pub(super) shape: &'a Shape,
    pub(super) rest: &'a Rest,
    pub(super) zero: &'a Frames,
    pub(super) skin: &'a [AtZero],
}

impl Standing<'_> {
    fn marker(&self, marker: Marker, bone: Bone) -> DVec3 {
        self.zero.point(self.rest, bone, self.shape.marker(marker, Some(Side::Left)))
    }

    fn whereabouts(&self, part: Part) -> Whereabouts {
        let left = Side::Left;
        let head = |bone: Bone| self.zero.head(bone);
        let arm = vec![Bone::Forearm(left), Bone::ForearmTwist(left)];
        let foot = vec![Bone::Foot(left), Bone::Toes(left)];
        let hand = vec![Bone::Hand(left), Bone::Fingers1(left)];
        let shin = vec![Bone::Shin(left), Bone::ShinTwist(left)];
        let thigh = vec![Bone::Thigh(left), Bone::ThighTwist(left)];
        let chest = vec![Bone::Spine01, Bone::Spine02, Bone::Spine03];
        let loin = vec![Bone::Spine04, Bone::Spine05, Bone::Pelvis];
        let seat = vec![Bone::Pelvis, Bone::Thigh(left), Bone::Thigh(Side::Right)];
        let knee = head(Bone::Shin(left));
        let hip = head(Bone::Thigh(left));
        let skull = head(Bone::Head);
        let eyes = self.shape.marker(Marker::Eye, Some(left)).y;
        let heel = self.marker(Marker::HeelBottom, Bone::Foot(left));
        let place = |bones: Vec<Bone>, faces: DVec3, least: f64, within: Within| Whereabouts {
            bones,
            faces: faces.normalize(),
            least,
            within,
        };
        let (back, front) = (DVec3::NEG_Z, DVec3::Z);
        match part {
            Part::Hand => place(hand, DVec3::NEG_X, 0.5, Within::All),
            Part::HandBack => place(hand, DVec3::X, 0.5, Within::All),
            Part::Forearm => place(arm, DVec3::X, -2.0, Within::All),
            Part::Elbow => place(
                vec![Bone::UpperArmTwist(left), Bone::Forearm(left)],
                back,
                0.2,
                Within::Ball(head(Bone::Forearm(left)), 0.07),
            ),
            Part::Foot => place(foot, DVec3::NEG_Y, 0.5, Within::All),
            Part::Heel => place(foot, DVec3::new(0.0, -0.4, -1.0), 0.0, Within::Ball(heel, 0.05)),
            Part::Toes => place(vec![Bone::Toes(left)], DVec3::NEG_Y, 0.4, Within::All),
            Part::Instep => place(foot, DVec3::new(0.0, 1.0, 0.4), 0.5, Within::All),
            Part::Shin => place(shin, front, 0.5, Within::All),
            Part::Knee => place(
                [thigh, shin].concat(),
                DVec3::new(0.0, -0.2, 1.0),
                0.4,
                Within::Ball(knee + DVec3::Z * 0.04, 0.08),
            ),
            Part::Thigh => place(thigh, front, 0.5, Within::All),
            Part::Hip => place(
                vec![Bone::Pelvis, Bone::Thigh(left)],
                DVec3::X,
                0.6,
                Within::Ball(hip + DVec3::X * 0.08, 0.12),
            ),
            Part::Shoulder => place(
                vec![Bone::Shoulder(left), Bone::UpperArm(left)],
                DVec3::X,
                0.4,
                Within::Ball(head(Bone::UpperArm(left)), 0.09),
            ),
            Part::Forehead => {
                place(vec![Bone::Head], front, 0.6, Within::Band(0.06, eyes + 0.02, eyes + 0.10))
            }
            Part::Head => place(
                vec![Bone::Head, Bone::Neck03],
                back,
                0.4,
                Within::Band(0.08, skull.y + 0.03, skull.y + 0.22),
            ),
            Part::Temple => {
                place(vec![Bone::Head], DVec3::X, 0.6, Within::Band(0.2, eyes - 0.02, eyes + 0.08))
            }
            Part::UpperBack => place(chest, back, 0.4, Within::Band(0.07, f64::MIN, f64::MAX)),
            Part::LowerBack => place(loin, back, 0.5, Within::Band(0.1, hip.y + 0.07, f64::MAX)),
            Part::Pelvis => place(seat, back, 0.5, Within::Band(0.14, hip.y - 0.05, hip.y + 0.12)),
            Part::Buttocks => {
                place(seat, DVec3::new(0.0, -0.6, -1.0), 0.45, Within::Band(0.2, hip.y - 0.16, hip.y + 0.08))
            }
            Part::Chest => place(chest, front, 0.5, Within::Band(0.14, f64::MIN, f64::MAX)),
            Part::Belly => place(loin, front, 0.5, Within::Band(0.14, hip.y - 0.02, f64::MAX)),
        }
    }

    /// Returns the places where a flat part rests: of a palm the heel and the knuckles, of a sole the heel and
    /// the ball.
    fn rests_on(&self, part: Part) -> Option<[DVec3; 3]> {
        let left = Side::Left;
        let knuckle = |n: usize| self.marker(Marker::KNUCKLES[n], Bone::Hand(left));
        let wrist = self.zero.head(Bone::Hand(left));
        match part {
            Part::Hand | Part::HandBack => {
                let middle = (knuckle(1) + knuckle(2)) / 2.0;
                Some([wrist + (middle - wrist) * 0.25, knuckle(0), knuckle(3)])
            }
            Part::Foot => {
                let toe = |marker| self.marker(marker, Bone::Foot(left));
                let ball = toe(Marker::Ball);
                let across = toe(Marker::LittleToe) - toe(Marker::BigToe);
                Some([toe(Marker::HeelBottom), ball - across * 0.35, ball + across * 0.35])
            }
            _ => None,
        }
    }
}

/// Returns the region of a part of the body; for a paired one on that side.
pub(super) fn region(body: Standing<'_>, part: Part, side: Option<Side>) -> Region {
    let whereabouts = body.whereabouts(part);
    let mirror = side == Some(Side::Right);
    let mirrored = |v: DVec3| if mirror { DVec3::new(-v.x, v.y, v.z) } else { v };
    let fits = |vertex: &&AtZero| {
        let bone = if mirror { vertex.bone.mirrored() } else { vertex.bone };
        let at = mirrored(vertex.at);
        whereabouts.bones.contains(&bone)
            && mirrored(vertex.normal).dot(whereabouts.faces) >= whereabouts.least
            && match whereabouts.within {
                Within::All => true,
                Within::Ball(centre, radius) => at.distance(centre) <= radius,
                Within::Band(aside, low, high) => at.x.abs() <= aside && at.y >= low && at.y <= high,
            }
    };
    let candidates: Vec<(SkinPoint, DVec3)> =
        body.skin.iter().filter(fits).map(|vertex| (vertex.point.clone(), mirrored(vertex.at))).collect();
    match body.rests_on(part) {
        Some(spots) => {
            // Of the skin around each spot, what stands out most.
            let outermost = |spot: DVec3| {
                let near = candidates.iter().filter(|(_, at)| {
                    let apart = *at - spot;
                    (apart - whereabouts.faces * apart.dot(whereabouts.faces)).length() < 0.025
                });
                let highest = near
                    .max_by(|(_, a), (_, b)| a.dot(whereabouts.faces).total_cmp(&b.dot(whereabouts.faces)));
                highest.map(|(point, _)| point.clone())
            };
            Region { points: spots.into_iter().filter_map(outermost).collect(), flat: true }
        }
        None => Region { points: spread(&candidates, POINTS), flat: false },
    }
}

/// Returns the crook of a hand's fingers: the skin of the palm where the fingers begin.
pub(super) fn grip(body: Standing<'_>, side: Side) -> Region {
    let knuckle = |n: usize| body.marker(Marker::KNUCKLES[n], Bone::Hand(Side::Left));
    let wrist = body.zero.head(Bone::Hand(Side::Left));
    // Across all four fingers, a little beyond the knuckles.
    let crook = (knuckle(1) + knuckle(2)) / 2.0;
    let crook = crook + (crook - wrist) * 0.1;
    let on_palm = body.skin.iter().filter(|vertex| {
        (vertex.bone == Bone::Hand(Side::Left) || vertex.bone == Bone::Fingers1(Side::Left))
            && vertex.normal.x < -0.5
    });
    let apart = |vertex: &AtZero| vertex.at.distance_squared(crook);
    let nearest = on_palm.min_by(|a, b| apart(a).total_cmp(&apart(b))).map(|vertex| vertex.point.clone());
    let points: Vec<SkinPoint> =
        nearest.or_else(|| region(body, Part::Hand, None).points.first().cloned()).into_iter().collect();
    let mirrored = points.iter().map(SkinPoint::mirrored).collect();
    Region { points: if side == Side::Left { points } else { mirrored }, flat: true }
}

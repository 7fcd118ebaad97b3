//! Where a body comes so close to itself that it would sink in.
//!
//! Every bone of a limb has points spread over its skin. Where two limbs meet, each point of the one is held
//! against the plane through the nearest point of the other: behind it, it is inside.

use std::ops::Range;

use glam::DVec3;

use super::regions::Standing;
use super::skin::SkinPoint;
use super::spread::spread;
use crate::shape::Bone;
use crate::side::Side;
use crate::skeleton::{Frames, Rest};

/// How many points are spread over the skin of a bone of a limb, and of one of the trunk or the head.
const ON_LIMB: usize = 40;
const ON_TRUNK: usize = 80;
/// How far a point may be from its neighbour along the skin, in metres: beyond that, nothing is known.
const NEAR: f64 = 0.035;
/// How deep one may be behind the plane of its neighbour, because the skin is round, in metres.
const ROUND: f64 = 0.002;
/// How deep flesh gives way where thighs, trunk and shins are folded onto each other, in metres.
const FOLDS: f64 = 0.01;

/// A part of the body that can meet others. What hangs together at a joint never counts as meeting there: of the
/// upper arm and the thigh the lower half alone does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Limb {
    Trunk,
    Head,
    Arm(Side),
    Thigh(Side),
    Shin(Side),
}

impl Limb {
    fn of(bone: Bone) -> Option<Self> {
        Some(match bone {
            Bone::Pelvis | Bone::Spine05 | Bone::Spine04 | Bone::Spine03 | Bone::Spine02 | Bone::Spine01 => {
                Self::Trunk
            }
            Bone::Neck03 | Bone::Head => Self::Head,
            Bone::UpperArmTwist(side)
            | Bone::Forearm(side)
            | Bone::ForearmTwist(side)
            | Bone::Hand(side)
            | Bone::Thumb(side)
            | Bone::Fingers1(side)
            | Bone::Fingers2(side) => Self::Arm(side),
            Bone::ThighTwist(side) => Self::Thigh(side),
            Bone::ShinTwist(side) | Bone::Foot(side) | Bone::Toes(side) => Self::Shin(side),
            _ => return None,
        })
    }

    /// Returns how deep it may be in another limb before it is lifted out; nothing where the two are not compared,
    /// because they cannot meet or because the other way round they are.
    fn allowance(self, other: Self) -> Option<f64> {
        use Limb::{Arm, Head, Shin, Thigh, Trunk};
        match (self, other) {
            (Arm(_), Trunk) => Some(0.0),
            (Arm(Side::Right), Arm(Side::Left)) | (Arm(_), Head | Thigh(_)) => Some(ROUND),
            (Shin(Side::Right), Shin(Side::Left)) => Some(ROUND),
            // Who stands with heavy thighs has them touch.
            (Thigh(Side::Right), Thigh(Side::Left)) | (Thigh(_), Trunk) => Some(FOLDS),
            _ => None,
        }
    }
}

/// The skin of one bone of a limb.
#[derive(Clone, Debug)]
struct Piece {
    limb: Limb,
    bone: Bone,
    /// Its points, with whether the skin of the limb goes on all around.
    points: Vec<(SkinPoint, bool)>,
    /// The ball around them, in the model.
    centre: DVec3,
    radius: f64,
}

/// The skin of the limbs.
#[derive(Clone, Debug)]
pub(super) struct OwnSkin {
    pieces: Vec<Piece>,
}

/// A point of the skin behind the skin of another limb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inside<'a> {
    pub(super) point: &'a SkinPoint,
    /// The nearest point of the other limb.
    pub(super) other: &'a SkinPoint,
    /// Which way it faces.
    pub(super) normal: DVec3,
    /// How deep it is, beyond what flesh allows, in metres.
    pub(super) depth: f64,
}

impl OwnSkin {
    pub(super) fn of(Standing { shape, rest, zero, skin }: Standing<'_>) -> Self {
        let limbs: Vec<Option<Limb>> = skin.iter().map(|vertex| Limb::of(vertex.bone)).collect();
        let mut whole = vec![true; limbs.len()];
        for quad in shape.quads() {
            let corners = quad.map(usize::from);
            if corners.iter().any(|corner| limbs[*corner] != limbs[corners[0]]) {
                corners.iter().for_each(|corner| whole[*corner] = false);
            }
        }
        let pieces = Bone::ALL.iter().filter_map(|&bone| {
            // The right is the mirror image of the left, so that neither is favoured.
            let on_left = if bone.side() == Some(Side::Right) { bone.mirrored() } else { bone };
            let limb = Limb::of(bone)?;
            let candidates: Vec<((SkinPoint, bool), DVec3)> = skin
                .iter()
                .zip(&whole)
                .filter(|(vertex, _)| vertex.bone == on_left)
                .filter(|(vertex, _)| bone.side().is_some() || vertex.at.x >= 0.0)
                .map(|(vertex, whole)| ((vertex.point.clone(), *whole), vertex.at))
                .collect();
            let mirrored = |points: &[(SkinPoint, bool)]| {
                points.iter().map(|(point, whole)| (point.mirrored(), *whole)).collect()
            };
            let points: Vec<(SkinPoint, bool)> = match bone.side() {
                Some(Side::Left) => spread(&candidates, ON_LIMB),
                Some(Side::Right) => mirrored(&spread(&candidates, ON_LIMB)),
                None => {
                    let left = spread(&candidates, ON_TRUNK / 2);
                    let right: Vec<_> = mirrored(&left);
                    left.into_iter().chain(right).collect()
                }
            };
            let places: Vec<DVec3> = points.iter().map(|(point, _)| point.at(zero)).collect();
            let (low, high) =
                places.iter().fold((DVec3::INFINITY, DVec3::NEG_INFINITY), |(low, high), at| {
                    (low.min(*at), high.max(*at))
                });
            let middle = (low + high) / 2.0;
            let radius = places.iter().map(|at| at.distance(middle)).fold(0.0, f64::max);
            let centre = zero.rotation(bone).transpose() * (middle - zero.head(bone)) + rest.head(bone);
            Some(Piece { limb, bone, points, centre, radius })
        });
        Self { pieces: pieces.collect() }
    }

    /// Returns where the body is inside itself.
    pub(super) fn inside(&self, rest: &Rest, frames: &Frames) -> Vec<Inside<'_>> {
        let centres: Vec<DVec3> =
            self.pieces.iter().map(|piece| frames.point(rest, piece.bone, piece.centre)).collect();
        let mut skinned: Vec<Option<Vec<(DVec3, DVec3)>>> = vec![None; self.pieces.len()];
        let mut found = Vec::new();
        for (one, piece) in self.pieces.iter().enumerate() {
            let mut other = 0;
            while other < self.pieces.len() {
                let limb = self.pieces[other].limb;
                let all = self.of_limb(other);
                other = all.end;
                let Some(allowance) = piece.limb.allowance(limb) else { continue };
                let close = |other: &usize| {
                    let reach = piece.radius + self.pieces[*other].radius + NEAR;
                    centres[one].distance_squared(centres[*other]) < reach * reach
                };
                let close: Vec<usize> = all.filter(close).collect();
                if close.is_empty() {
                    continue;
                }
                for index in close.iter().chain([&one]) {
                    skinned[*index].get_or_insert_with(|| {
                        self.pieces[*index].points.iter().map(|(point, _)| point.placed(frames)).collect()
                    });
                }
                found.extend(self.behind(one, &close, &centres, &skinned, allowance));
            }
        }
        found
    }

    /// Returns the pieces of the limb that begins at one.
    fn of_limb(&self, first: usize) -> Range<usize> {
        let limb = self.pieces[first].limb;
        let length = self.pieces[first..].iter().take_while(|piece| piece.limb == limb).count();
        first..first + length
    }

    /// Returns the points of a piece that are behind the nearest points of others.
    fn behind(
        &self,
        one: usize,
        others: &[usize],
        centres: &[DVec3],
        skinned: &[Option<Vec<(DVec3, DVec3)>>],
        allowance: f64,
    ) -> Vec<Inside<'_>> {
        let placed = |piece: usize| skinned[piece].iter().flatten().enumerate();
        let inside = placed(one).filter_map(|(index, &(at, _))| {
            let is_near = |other: &&usize| {
                let reach = self.pieces[**other].radius + NEAR;
                at.distance_squared(centres[**other]) < reach * reach
            };
            // A plain loop: most of the time that placing takes is spent here.
            let (mut least, mut nearest) = (f64::INFINITY, None);
            for &other in others.iter().filter(is_near) {
                for (index, (to, normal)) in placed(other) {
                    let apart = at.distance_squared(*to);
                    if apart < least {
                        (least, nearest) = (apart, Some((other, index, *to, *normal)));
                    }
                }
            }
            let (other, neighbour, to, normal) = nearest?;
            let (other, is_whole) = &self.pieces[other].points[neighbour];
            let off = (at - to).dot(normal);
            let aside = (at - to - normal * off).length();
            let depth = -off - allowance;
            (depth > 0.0 && *is_whole && aside < NEAR).then_some(Inside {
                point: &self.pieces[one].points[index].0,
                other,
                normal,
                depth,
            })
        });
        inside.collect()
    }
}

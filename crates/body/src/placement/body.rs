//! A body of a certain shape, with everything about it that does not change from posture to posture.

use std::collections::BTreeMap;

use super::dofs::Dofs;
use super::landmarks::{LandmarkPlaces, Sites};
use super::own::OwnSkin;
use super::regions::{Region, Standing, grip, region};
use super::skin::{AtZero, SkinPoint};
use super::spread::sentinels;
use super::{Angles, Placement};
use crate::contact::Part;
use crate::names::Named;
use crate::posture::Posture;
use crate::shape::Shape;
use crate::side::Side;
use crate::skeleton::{Frames, Rest};

/// How many points of the skin are watched lest they sink into something.
const SENTINELS: usize = 240;

/// A body of a certain shape.
#[derive(Clone, Debug)]
pub struct Body {
    shape: Shape,
    rest: Rest,
    dofs: Dofs,
    regions: BTreeMap<(Part, Option<Side>), Region>,
    /// The crook of the fingers, left and right.
    grips: [Region; 2],
    sentinels: Vec<SkinPoint>,
    own: OwnSkin,
    landmarks: Sites,
}

impl Body {
    /// Returns the body of a shape.
    #[must_use]
    pub fn new(shape: Shape) -> Self {
        let rest = Rest::of(&shape);
        let upright = Placement {
            hips: rest.head(crate::shape::Bone::Pelvis),
            angles: Angles::of(&Posture::upright([])),
        };
        let zero = Frames::of(&rest, &upright);
        let skin = AtZero::all(&shape, &zero);
        let standing = Standing { shape: &shape, rest: &rest, zero: &zero, skin: &skin };
        let mut regions = BTreeMap::new();
        for &part in Part::ALL {
            let sides: &[Option<Side>] =
                if part.paired() { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
            for &side in sides {
                regions.insert((part, side), region(standing, part, side));
            }
        }
        let grips = [Side::Left, Side::Right].map(|side| grip(standing, side));
        let sentinels = sentinels(&skin, SENTINELS);
        let own = OwnSkin::of(standing);
        let landmarks = Sites::of(&shape);
        Self { shape, rest, dofs: Dofs::new(), regions, grips, sentinels, own, landmarks }
    }

    /// Returns its shape.
    #[must_use]
    pub fn shape(&self) -> &Shape {
        &self.shape
    }

    /// Returns its skeleton as it was modelled.
    #[must_use]
    pub fn rest(&self) -> &Rest {
        &self.rest
    }

    /// Returns where its landmarks are while its bones are there.
    #[must_use]
    pub fn landmarks(&self, frames: &Frames) -> LandmarkPlaces {
        LandmarkPlaces::of(&self.landmarks, &self.rest, frames)
    }

    pub(super) fn dofs(&self) -> &Dofs {
        &self.dofs
    }

    pub(super) fn region(&self, part: Part, side: Option<Side>) -> Option<&Region> {
        self.regions.get(&(part, side)).filter(|region| !region.points.is_empty())
    }

    pub(super) fn grip(&self, side: Side) -> &Region {
        &self.grips[usize::from(side == Side::Right)]
    }

    pub(super) fn own(&self) -> &OwnSkin {
        &self.own
    }

    pub(super) fn sentinels(&self) -> &[SkinPoint] {
        &self.sentinels
    }
}

//! Where on the skin the muscles are: what is stretched and what works is shown on the body itself.
//!
//! A muscle is one or more sheets of fibres from its origin to its insertion, named by places of the body
//! ([`table`]). Each place is looked up on the skin of a shape ([`place`], [`ray`]), the fibres are strung
//! between them ([`sheet`]), and the skin near them glows ([`glow`]). A deep muscle shows on the skin above it.
//!
//! All of this happens on the shape as it was modelled, not at the zero posture: with the arms away from the
//! trunk, the skin of the armpit is open, and nothing of the arm lies near the flank.

mod glow;
mod place;
mod ray;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::muscle::{Muscle, MuscleRegion};
use crate::shape::Shape;
use crate::side::Side;
use crate::skeleton::Rest;

/// Where on the skin of a shape each muscle is that was looked for.
///
/// It is the same in every posture. A muscle takes a millisecond or two to find: whoever has to answer meanwhile looks for
/// one at a time.
#[derive(Clone, Debug)]
pub struct MuscleMap {
    rest: Rest,
    skin: ray::Skin,
    /// The vertices of each left muscle with their weights, in ascending order.
    left: BTreeMap<Muscle, Vec<(u16, f32)>>,
    /// Which vertex is the mirror image of each.
    images: Vec<u16>,
}

impl MuscleMap {
    /// Returns the map of a shape's skin, on which no muscle is known yet.
    #[must_use]
    pub fn of(shape: &Shape) -> Self {
        Self {
            rest: Rest::of(shape),
            skin: ray::Skin::left(shape),
            left: BTreeMap::new(),
            images: shape.images().to_vec(),
        }
    }

    /// Returns whether a muscle was found before.
    #[must_use]
    pub fn knows(&self, muscle: Muscle) -> bool {
        self.left.contains_key(&muscle)
    }

    /// Finds a muscle, if it is not known yet, on the skin of the shape that the map is of.
    pub fn find(&mut self, shape: &Shape, muscle: Muscle) {
        let Self { rest, skin, left, .. } = self;
        left.entry(muscle).or_insert_with(|| {
            let places = place::Places { shape, rest, skin };
            let beads: Vec<_> =
                table::sheets(muscle).iter().flat_map(|sheet| sheet::beads(sheet, places)).collect();
            glow::weights(shape, &beads)
        });
    }

    /// Returns how much each vertex of the skin belongs to a muscle, from 0 to 1; without a side, to that of
    /// either. One that is not known has no skin.
    #[must_use]
    pub fn weights(&self, region: MuscleRegion) -> Vec<f32> {
        let mut weights = vec![0.0; self.images.len()];
        self.add_to(region, &mut weights);
        weights
    }

    /// Adds a muscle to what each vertex of the skin shows already: the larger of both counts, so muscles that
    /// overlap do not outshine others. Vertices that are not there are left out.
    pub fn add_to(&self, region: MuscleRegion, weights: &mut [f32]) {
        let left = self.left.get(&region.muscle).map_or(&[][..], Vec::as_slice);
        for &(vertex, weight) in left {
            let mut raise = |vertex: u16| {
                if let Some(known) = weights.get_mut(usize::from(vertex)) {
                    *known = known.max(weight);
                }
            };
            if region.side != Some(Side::Right) {
                raise(vertex);
            }
            if region.side != Some(Side::Left) {
                self.images.get(usize::from(vertex)).copied().into_iter().for_each(&mut raise);
            }
        }
    }
}

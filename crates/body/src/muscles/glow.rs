//! How much of the skin near a muscle's fibres glows.

use glam::Vec3;

use super::sheet::Bead;
use crate::shape::Shape;

/// How far below or above the skin fibres may be, in metres: they run straight from place to place, while the skin
/// curves. From here on the glow fades;
const SHALLOW: f32 = 0.018;
/// here it is gone.
const DEEP: f32 = 0.036;
/// The cosine between where the skin faces and where it should: below this one it stays dark;
const ASIDE: f32 = -0.1;
/// from this one on it glows.
const FACING: f32 = 0.4;
/// What glows less is left out.
const LEAST: f32 = 1.0 / 255.0;

/// So many beads, which follow each other along a fibre, make a piece of it.
const PIECE: usize = 12;

/// Some beads, and the box outside of which they make nothing glow.
struct Piece<'a> {
    beads: &'a [Bead],
    low: Vec3,
    high: Vec3,
}

impl<'a> Piece<'a> {
    fn of(beads: &'a [Bead]) -> Self {
        let (low, high) = beads.iter().fold((Vec3::MAX, Vec3::MIN), |(low, high), bead| {
            let along = bead.reach + bead.fade;
            let most = Vec3::splat((DEEP * DEEP + along * along).sqrt());
            (low.min(bead.at - most), high.max(bead.at + most))
        });
        Self { beads, low, high }
    }

    fn is_near(&self, at: Vec3) -> bool {
        at.cmpge(self.low).all() && at.cmple(self.high).all()
    }
}

/// Returns the vertices of a shape's skin that glow above the beads of a muscle, and how much, from 0 to 1.
pub(super) fn weights(shape: &Shape, beads: &[Bead]) -> Vec<(u16, f32)> {
    let (all, pieces) = (Piece::of(beads), beads.chunks(PIECE).map(Piece::of).collect::<Vec<_>>());
    let vertices = (0..=u16::MAX).zip(shape.positions().iter().zip(shape.normals()));
    vertices
        .filter(|(_, (at, _))| all.is_near(**at))
        .map(|(vertex, (&at, &normal))| {
            let near = pieces.iter().filter(|piece| piece.is_near(at)).flat_map(|piece| piece.beads);
            (vertex, near.map(|bead| glow(bead, at, normal)).fold(0.0, f32::max))
        })
        .filter(|(_, weight)| *weight >= LEAST)
        .collect()
}

/// Returns how much a bead makes a point of the skin glow.
fn glow(bead: &Bead, at: Vec3, normal: Vec3) -> f32 {
    let facing = bead.faces.dot(normal);
    if facing <= ASIDE {
        return 0.0;
    }
    let apart = at - bead.at;
    // Distance counts along the skin, and depth for itself.
    let depth = apart.dot(bead.faces);
    let along = (apart.length_squared() - depth * depth).max(0.0);
    let most = bead.reach + bead.fade;
    if along >= most * most || depth.abs() >= DEEP {
        return 0.0;
    }
    let near = 1.0 - smooth((along.sqrt() - bead.reach) / bead.fade);
    let shallow = 1.0 - smooth((depth.abs() - SHALLOW) / (DEEP - SHALLOW));
    let facing = smooth((facing - ASIDE) / (FACING - ASIDE));
    near * shallow * facing
}

/// Returns the gentle step from 0 to 1.
fn smooth(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

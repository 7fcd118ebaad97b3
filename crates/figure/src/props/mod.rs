//! Solids as surfaces of quads.

mod boxes;
mod cylinder;
mod surface;

use unknot_body::{PlacedSolid, PropMaterial};

use crate::bounds::Bounds;
use crate::lens::Lens;
use crate::palette::Colours;
use crate::raster::{Look, Piece};
use crate::shadow::{Occluder, Plane};
use surface::{Face, Surface, faces};

/// The least half width of a face that receives shadows of its own, in metres.
const BROAD: f32 = 0.08;
/// How much a wall may lean: the most that the direction it faces may rise.
const UPRIGHT: f32 = 0.1;
/// How upright what faces up has to be.
const LEVEL: f32 = 0.999;
/// What rises less than this above a plane, in metres, lies flat on it and takes no light from it.
const FLAT: f32 = 0.06;

/// The receiver of shadows that the floor is; those of things are counted from the next one.
const FLOOR: u16 = 1;
/// What is not higher than this over the floor, in metres, shares the floor's shadow.
const ON_FLOOR: f32 = 0.035;

/// The things in a room, ready to be drawn. Their surfaces are made anew only when the things change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Props {
    solids: Vec<PlacedSolid>,
    surfaces: Vec<Surface>,
    bounds: Vec<Bounds>,
    faces: Vec<Vec<Face>>,
    /// For every quad of each, which receiver of shadows it belongs to.
    receivers: Vec<Vec<u16>>,
    planes: Vec<(usize, Plane)>,
    /// How high the highest thing is that shares the floor's shadow, in metres.
    on_floor: f32,
    /// The wall that the first upright slab of wall is seen as.
    wall: Option<Plane>,
}

impl Props {
    /// Takes over the things of a room as seen through a lens, with a floor at a height in metres.
    pub(crate) fn set(&mut self, solids: &[PlacedSolid], lens: &Lens, floor: Option<f32>) {
        if self.solids != solids {
            self.solids = solids.to_vec();
            self.surfaces = solids.iter().map(Surface::new).collect();
            self.bounds = self.surfaces.iter().map(|surface| Bounds::of(&surface.positions)).collect();
            self.faces = solids.iter().map(faces).collect();
        }
        self.planes.clear();
        self.receivers.clear();
        self.wall = None;
        self.on_floor = 0.0;
        for (own, (surface, faces)) in self.surfaces.iter().zip(&self.faces).enumerate() {
            let mut numbers = [0; boxes::SIDES.len()];
            if is_wall(&self.solids[own], faces) {
                self.wall = self.wall.or_else(|| wall(faces, lens));
            } else {
                for (face, number) in faces.iter().zip(&mut numbers) {
                    let towards_eye = (lens.eye - face.middle).dot(face.axes[2]) > 0.0;
                    let over_floor = floor.map_or(f32::MAX, |floor| face.middle.y - floor);
                    if face.axes[2].y > LEVEL && (0.0..=ON_FLOOR).contains(&over_floor) {
                        self.on_floor = self.on_floor.max(over_floor);
                        *number = FLOOR;
                    } else if towards_eye && face.half[0].min(face.half[1]) > BROAD {
                        let plane = Plane { origin: face.middle, axes: face.axes, half: face.half };
                        self.planes.push((own, plane));
                        *number = u16::try_from(self.planes.len()).map_or(0, |planes| FLOOR + planes);
                    }
                }
            }
            self.receivers.push(surface.faces.iter().map(|&face| numbers[usize::from(face)]).collect());
        }
    }

    /// Returns how much higher than the floor its shadow has to be cast, in metres, to be right for what lies on it.
    pub(crate) fn on_floor(&self) -> f32 {
        self.on_floor
    }

    /// Returns the wall that the first upright slab of wall is seen as.
    pub(crate) fn wall(&self) -> Option<Plane> {
        self.wall
    }

    /// Returns the flat faces that receive shadows, each with the number of the thing it belongs to, in the order
    /// in which receivers are counted, after the floor.
    pub(crate) fn planes(&self) -> &[(usize, Plane)] {
        &self.planes
    }

    /// Returns what is to be drawn.
    pub(crate) fn pieces(&self, colours: &Colours) -> impl Iterator<Item = Piece<'_>> {
        let things = self.solids.iter().zip(&self.surfaces).zip(&self.faces).zip(&self.receivers);
        let drawn = things.filter(|(((solid, _), faces), _)| !is_wall(solid, faces));
        drawn.map(|(((solid, surface), _), receivers)| Piece {
            positions: &surface.positions,
            normals: &surface.normals,
            quads: &surface.quads,
            look: Look::Plain(colours.material(solid.material)),
            receivers,
        })
    }

    /// Returns what casts a shadow on a plane, leaving out the thing that the plane belongs to.
    pub(crate) fn occluders(&self, plane: &Plane, own: Option<usize>) -> impl Iterator<Item = Occluder<'_>> {
        let things = self.surfaces.iter().zip(&self.bounds).enumerate();
        let others = things.filter(move |&(number, (surface, bounds))| {
            let rises = || surface.positions.iter().any(|&position| plane.local(position).z > FLAT);
            let is_wall = || is_wall(&self.solids[number], &self.faces[number]);
            own != Some(number) && plane.meets(bounds) && rises() && !is_wall()
        });
        others.map(|(_, (surface, &bounds))| Occluder {
            positions: &surface.positions,
            quads: &surface.quads,
            bounds,
        })
    }
}

/// Returns whether a thing is an upright slab of wall: such a one belongs to the backdrop, so that it fades into
/// the paper and never stands in front of anybody.
fn is_wall(solid: &PlacedSolid, faces: &[Face]) -> bool {
    solid.material == PropMaterial::Wall && broadest(faces).is_some_and(|face| face.axes[2].y.abs() < UPRIGHT)
}

/// Returns the broad side of a slab that faces what the camera looks at, as a wall.
fn wall(faces: &[Face], lens: &Lens) -> Option<Plane> {
    let broadest = broadest(faces)?;
    let normal = broadest.axes[2];
    let facing = |face: &&Face| {
        (lens.target - face.middle).dot(face.axes[2]) > 0.0 && face.axes[2].dot(normal).abs() > 0.5
    };
    faces.iter().find(facing).map(|face| Plane::wall(face.middle, face.axes[2]))
}

/// Returns the face with the largest area, if there are faces.
fn broadest(faces: &[Face]) -> Option<&Face> {
    faces.iter().max_by(|a, b| (a.half[0] * a.half[1]).total_cmp(&(b.half[0] * b.half[1])))
}

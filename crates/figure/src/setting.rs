//! What is around the bodies of a scene, and the shadows on it: the same for every renderer.

use crate::bounds::Bounds;
use crate::lens::Lens;
use crate::props::Props;
use crate::renderer::Scene;
use crate::shadow::{Occluder, Plane, ShadowMap, Workshop};

/// The things of a scene, and the shadows on everything flat.
#[derive(Clone, Debug, Default)]
pub(crate) struct Setting {
    pub(crate) props: Props,
    /// The shadows on the floor and, after it, on faces of props.
    pub(crate) floor_and_faces: Vec<ShadowMap>,
    on_wall: ShadowMap,
    workshop: Workshop,
}

impl Setting {
    /// Takes over the things of a scene as seen through a lens, and casts the shadows.
    pub(crate) fn set(&mut self, scene: &Scene<'_>, lens: &Lens) {
        self.props.set(scene.solids, lens, scene.backdrop.floor_seen_from(lens.eye));
        let bodies: Vec<Occluder<'_>> = scene
            .meshes
            .iter()
            .map(|mesh| Occluder {
                positions: mesh.positions,
                quads: mesh.quads,
                bounds: Bounds::of(mesh.positions),
            })
            .collect();
        let mut cast = |plane: &Plane, own: Option<usize>, into: &mut ShadowMap| {
            let mut occluders = bodies.clone();
            occluders.extend(self.props.occluders(plane, own));
            self.workshop.cast(plane, &occluders, into);
        };
        if let Some(wall) = scene.backdrop.wall_seen_from(lens.eye, self.props.wall()) {
            cast(&wall, None, &mut self.on_wall);
        }
        let planes = self.props.planes();
        self.floor_and_faces.resize_with(1 + planes.len(), ShadowMap::default);
        if let Some((floor_map, maps)) = self.floor_and_faces.split_first_mut() {
            if let Some(floor) = scene.backdrop.floor_seen_from(lens.eye) {
                cast(&Plane::floor(floor + self.props.on_floor()), None, floor_map);
            }
            for ((own, plane), map) in planes.iter().zip(maps) {
                cast(plane, Some(*own), map);
            }
        }
    }

    /// Returns the height of the floor in metres and the shadow on it, if it is seen.
    pub(crate) fn floor(&self, scene: &Scene<'_>, lens: &Lens) -> Option<(f32, &ShadowMap)> {
        scene.backdrop.floor_seen_from(lens.eye).zip(self.floor_and_faces.first())
    }

    /// Returns the wall and the shadow on it, if it is seen.
    pub(crate) fn wall(&self, scene: &Scene<'_>, lens: &Lens) -> Option<(Plane, &ShadowMap)> {
        scene.backdrop.wall_seen_from(lens.eye, self.props.wall()).map(|wall| (wall, &self.on_wall))
    }
}

//! From a scene to a picture.

use unknot_body::PlacedSolid;

use crate::backdrop::{Backdrop, Paints, View};
use crate::bounds::Bounds;
use crate::camera::Camera;
use crate::compose::Composer;
use crate::lens::Lens;
use crate::mesh::Mesh;
use crate::palette::Palette;
use crate::picture::{Picture, TooLarge};
use crate::props::Props;
use crate::raster::{Band, Film, Look, Piece, Triangles, Vertices, bands, develop};
use crate::shade::Lights;
use crate::shadow::{Occluder, Plane, ShadowMap, Workshop};

/// What is to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The bodies.
    pub meshes: &'a [Mesh<'a>],
    /// The things in the room.
    pub solids: &'a [PlacedSolid],
    /// Floor and wall.
    pub backdrop: Backdrop,
    /// Where the picture is taken from.
    pub camera: Camera,
    /// The colours.
    pub palette: Palette,
    /// Whether the paper is left out, so that the picture can be put on something else.
    pub transparent: bool,
}

/// How far drawing goes: for measuring what each part of it costs.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Shadows are cast.
    Shadow,
    /// Vertices are in the picture and lit, triangles sorted.
    Transform,
    /// Every sample knows its triangle, every pixel its colour.
    Raster,
    /// The picture is there.
    Compose,
}

/// Draws pictures, and keeps its buffers from one to the next.
#[derive(Clone, Debug, Default)]
pub struct Renderer {
    props: Props,
    workshop: Workshop,
    /// The shadows on the floor and, after it, on faces of props; and the one on the wall.
    floor_and_faces: Vec<ShadowMap>,
    wall: ShadowMap,
    vertices: Vertices,
    triangles: Triangles,
    band: Band,
    film: Film,
    composer: Composer,
}

/// Returns a picture of a scene, so many pixels wide and high.
///
/// # Errors
/// The picture would be too large.
pub fn render(scene: &Scene<'_>, width: usize, height: usize) -> Result<Picture, TooLarge> {
    let mut picture = Picture::default();
    Renderer::default().draw(scene, width, height, &mut picture)?;
    Ok(picture)
}

impl Renderer {
    /// Draws a scene into a picture, which gets this size in pixels. The same scene gives the same bytes,
    /// whatever was drawn before.
    ///
    /// # Errors
    /// The picture would be too large; it is left as it was.
    pub fn draw(
        &mut self,
        scene: &Scene<'_>,
        width: usize,
        height: usize,
        picture: &mut Picture,
    ) -> Result<(), TooLarge> {
        self.draw_until(Stage::Compose, scene, width, height, picture)
    }

    /// Draws, but stops after a stage; only after the last one is there a picture.
    ///
    /// # Errors
    /// The picture would be too large; it is left as it was.
    #[doc(hidden)]
    pub fn draw_until(
        &mut self,
        last: Stage,
        scene: &Scene<'_>,
        width: usize,
        height: usize,
        picture: &mut Picture,
    ) -> Result<(), TooLarge> {
        picture.resize(width, height)?;
        if picture.rgba.is_empty() {
            return Ok(());
        }
        let lens = Lens::new(&scene.camera, width, height);
        let colours = scene.palette.colours();
        let lights = Lights::new(scene.palette, &colours, &lens);
        self.props.set(scene.solids, &lens, scene.backdrop.floor_seen_from(lens.eye));
        self.shadows(scene, &lens);
        if last == Stage::Shadow {
            return Ok(());
        }

        let skins = scene.meshes.iter().map(|mesh| Piece {
            positions: mesh.positions,
            normals: mesh.normals,
            quads: mesh.quads,
            look: Look::Skin(mesh),
            receivers: &[],
        });
        let pieces: Vec<Piece<'_>> = skins.chain(self.props.pieces(&colours)).collect();
        let floor = scene.backdrop.floor.unwrap_or(f64::MIN);
        self.vertices.place(&pieces, &lens, &lights, crate::number::narrow(floor));
        self.triangles.collect(&pieces, &mut self.vertices, &lens, [width, height]);
        if last == Stage::Transform {
            return Ok(());
        }

        let margin = self.composer.prepare(width, height);
        self.film.clear(width, height, margin);
        let light = (&lens, &lights);
        for number in 0..bands(height) {
            if self.band.draw(number, &self.triangles, &self.vertices, [width, height]) {
                develop(&self.band, &self.floor_and_faces, light, &mut self.film);
            }
        }
        if last == Stage::Raster {
            return Ok(());
        }

        let paints = Paints::new(&colours, scene.transparent);
        let view = View {
            lens: &lens,
            floor: scene.backdrop.floor_seen_from(lens.eye).zip(self.floor_and_faces.first()),
            wall: scene.backdrop.wall_seen_from(lens.eye, self.props.wall()).map(|wall| (wall, &self.wall)),
        };
        self.composer.compose(&self.film, &view, &paints, picture);
        Ok(())
    }

    /// Casts the shadows on everything flat that can be seen.
    fn shadows(&mut self, scene: &Scene<'_>, lens: &Lens) {
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
            cast(&wall, None, &mut self.wall);
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
}

//! From a scene to a picture.

use unknot_body::PlacedSolid;

use crate::backdrop::{Backdrop, Paints, View};
use crate::camera::Camera;
use crate::compose::Composer;
use crate::lens::Lens;
use crate::mesh::Mesh;
use crate::palette::Palette;
use crate::picture::{Picture, TooLarge};
use crate::raster::{Band, Facets, Film, Look, Piece, Vertices, bands, develop};
use crate::setting::Setting;
use crate::shade::Lights;

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
    /// Vertices are in the picture and lit, facets sorted.
    Transform,
    /// Every sample knows its facet, every pixel its colour.
    Raster,
    /// The picture is there.
    Compose,
}

/// Draws pictures, and keeps its buffers from one to the next.
#[derive(Clone, Debug, Default)]
pub struct Renderer {
    setting: Setting,
    vertices: Vertices,
    facets: Facets,
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
        self.setting.set(scene, &lens);
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
        let pieces: Vec<Piece<'_>> = skins.chain(self.setting.props.pieces(&colours)).collect();
        let floor = scene.backdrop.floor.unwrap_or(f64::MIN);
        self.vertices.place(&pieces, &lens, &lights, crate::number::narrow(floor));
        self.facets.collect(&pieces, &mut self.vertices, &lens, [width, height]);
        if last == Stage::Transform {
            return Ok(());
        }

        let margin = self.composer.prepare(width, height);
        self.film.clear(width, height, margin);
        for number in 0..bands(height) {
            if self.band.draw(number, &self.facets, &self.vertices, [width, height]) {
                develop(&mut self.band, &self.setting.floor_and_faces, &lens, &mut self.film);
            }
        }
        if last == Stage::Raster {
            return Ok(());
        }

        let paints = Paints::new(&colours, scene.transparent);
        let view = View {
            lens: &lens,
            floor: self.setting.floor(scene, &lens),
            wall: self.setting.wall(scene, &lens),
        };
        self.composer.compose(&self.film, &view, &paints, picture);
        Ok(())
    }
}

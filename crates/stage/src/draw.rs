//! Pictures of what is on the stage.

use unknot_body::{Body, Muscle, MuscleMap, PlacedSolid};
use unknot_figure::{Backdrop, Colour, Mesh, Palette, Picture, Renderer, Scene, Skin, TooLarge};
use unknot_routine::Timeline;

use crate::dissolve::dissolve;
use crate::performer::{Performer, Scenery};
use crate::shot::Shot;

/// What a picture is drawn on, and from where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// From where.
    pub shot: Shot,
    /// The colours.
    pub palette: Palette,
    /// Whether the paper is left out, so that the picture can be put on something else.
    pub transparent: bool,
}

/// What drawing keeps from one picture to the next.
#[derive(Clone, Debug)]
pub(crate) struct Studio {
    wardrobe: Wardrobe,
    renderer: Renderer,
    other: Picture,
}

/// The skin of the body, and what it looks like.
#[derive(Clone, Debug)]
struct Wardrobe {
    skin: Skin,
    muscles: MuscleMap,
    albedo: Option<(Palette, Vec<Colour>)>,
    lengthens: Vec<f32>,
    works: Vec<f32>,
}

impl Studio {
    pub(crate) fn new(body: &Body) -> Self {
        let wardrobe = Wardrobe {
            skin: Skin::new(body),
            muscles: MuscleMap::of(body.shape()),
            albedo: None,
            lengthens: Vec::new(),
            works: Vec::new(),
        };
        Self { wardrobe, renderer: Renderer::default(), other: Picture::default() }
    }
}

impl Studio {
    /// Finds one more muscle of some on the skin; false where all are known.
    pub(crate) fn find(&mut self, body: &Body, mut muscles: impl Iterator<Item = Muscle>) -> bool {
        let map = &mut self.wardrobe.muscles;
        let unknown = muscles.find(|muscle| !map.knows(*muscle));
        unknown.inspect(|muscle| map.find(body.shape(), *muscle)).is_some()
    }

    /// Returns whether a muscle is known on the skin.
    pub(crate) fn knows(&self, muscle: Muscle) -> bool {
        self.wardrobe.muscles.knows(muscle)
    }
}

impl Wardrobe {
    /// Returns what `draw` makes of a body as a scene.
    fn show<R>(
        &mut self,
        body: &Body,
        scenery: &Scenery,
        look: &Look,
        draw: impl FnOnce(&Scene<'_>) -> R,
    ) -> R {
        let solids: Vec<PlacedSolid> =
            scenery.placed.room.props.iter().flat_map(|prop| prop.solids.iter().copied()).collect();
        let aspect = if look.height == 0 { 1.0 } else { look.width as f64 / look.height as f64 };
        let shape = body.shape();
        if self.albedo.as_ref().is_none_or(|(palette, _)| *palette != look.palette) {
            self.albedo = Some((look.palette, look.palette.albedo(shape)));
        }
        let albedo = self.albedo.as_ref().map_or(&[][..], |(_, albedo)| albedo);
        for (regions, tint) in [(&scenery.lengthens, &mut self.lengthens), (&scenery.works, &mut self.works)]
        {
            tint.clear();
            tint.resize(shape.positions().len(), 0.0);
            for region in regions {
                self.muscles.find(shape, region.muscle);
                self.muscles.add_to(*region, tint);
            }
            #[expect(clippy::cast_possible_truncation, reason = "a share of a colour")]
            let effort = scenery.effort as f32;
            tint.iter_mut().for_each(|share| *share *= effort);
        }
        let mesh = Mesh {
            positions: &self.skin.positions,
            normals: &self.skin.normals,
            quads: shape.quads(),
            albedo,
            lengthens: &self.lengthens,
            works: &self.works,
        };
        draw(&Scene {
            meshes: &[mesh],
            solids: &solids,
            backdrop: Backdrop { floor: Some(0.0), wall: None },
            camera: scenery.framing.camera(look.shot, scenery.seen, scenery.turned, aspect),
            palette: look.palette,
            transparent: look.transparent,
        })
    }
}

impl Performer {
    /// Draws what there is after that many seconds.
    ///
    /// # Errors
    /// The picture would be too large.
    pub fn draw(
        &mut self,
        timeline: &Timeline,
        seconds: f64,
        look: &Look,
        picture: &mut Picture,
    ) -> Result<(), TooLarge> {
        let shown = self.at(timeline, seconds);
        self.draw_both(&shown, look, picture)
    }

    /// Draws a body, perhaps dissolving into another: what [`Performer::at`] and [`Performer::stills`] return.
    ///
    /// # Errors
    /// The picture would be too large.
    pub fn draw_both(
        &mut self,
        (scenery, other): &(Scenery, Option<(Scenery, f64)>),
        look: &Look,
        picture: &mut Picture,
    ) -> Result<(), TooLarge> {
        self.draw_scenery(scenery, look, picture)?;
        if let Some((other, fraction)) = other {
            let mut second = std::mem::take(&mut self.studio.other);
            let drawn = self.draw_scenery(other, look, &mut second);
            if drawn.is_ok() {
                dissolve(picture, &second, *fraction);
            }
            self.studio.other = second;
            drawn?;
        }
        Ok(())
    }

    /// Draws one body in its room.
    ///
    /// # Errors
    /// The picture would be too large.
    pub fn draw_scenery(
        &mut self,
        scenery: &Scenery,
        look: &Look,
        picture: &mut Picture,
    ) -> Result<(), TooLarge> {
        self.carry_skin(scenery);
        self.draw_carried(scenery, look, picture)
    }

    /// Moves the skin to where the body is: the first half of [`Performer::draw_scenery`], to be measured by itself.
    #[doc(hidden)]
    pub fn carry_skin(&mut self, scenery: &Scenery) {
        let frames = self.frames(scenery);
        self.studio.wardrobe.skin.follow(&frames, scenery.breath);
    }

    /// Draws the body whose skin was moved last: the second half.
    ///
    /// # Errors
    /// The picture would be too large.
    #[doc(hidden)]
    pub fn draw_carried(
        &mut self,
        scenery: &Scenery,
        look: &Look,
        picture: &mut Picture,
    ) -> Result<(), TooLarge> {
        let Studio { wardrobe, renderer, .. } = &mut self.studio;
        let draw = |scene: &Scene<'_>| renderer.draw(scene, look.width, look.height, picture);
        wardrobe.show(&self.body, scenery, look, draw)
    }

    /// Returns what `draw` makes of one body in its room, as a scene: for whoever has a renderer of their own.
    pub fn show<R>(&mut self, scenery: &Scenery, look: &Look, draw: impl FnOnce(&Scene<'_>) -> R) -> R {
        self.carry_skin(scenery);
        self.studio.wardrobe.show(&self.body, scenery, look, draw)
    }
}

//! Who draws: the graphics processor or, where there is none, we.

use unknot_figure::{GlError, GlRenderer, Picture};
use unknot_stage::{Look, Performer, Scenery};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{Clamped, JsCast as _};
use web_sys::{ImageData, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn log(what: &str);
}

/// Draws on a canvas.
pub(crate) enum Painter {
    Graphics(Box<GlRenderer>),
    Plain(OffscreenCanvas, OffscreenCanvasRenderingContext2d, Picture),
}

/// Why a picture is not drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotDrawn {
    /// The graphics processor was taken away for a while.
    ForNow,
    /// This canvas will never show anything.
    Ever,
}

impl From<GlError> for NotDrawn {
    fn from(error: GlError) -> Self {
        match error {
            GlError::Lost => Self::ForNow,
            other => {
                tell(&other);
                Self::Ever
            }
        }
    }
}

/// Returns whether a graphics processor draws here.
pub(crate) fn has_graphics() -> bool {
    // One that is only away comes back.
    let without = GlRenderer::probe().err().filter(|error| !matches!(error, GlError::Lost));
    without.inspect(tell).is_none()
}

fn tell(error: &GlError) {
    log(&format!("drawing without the graphics processor: {error}"));
}

impl Painter {
    /// Returns the one that draws on a canvas, plainly if so told.
    pub(crate) fn new(canvas: &OffscreenCanvas, plainly: bool) -> Result<Self, NotDrawn> {
        if !plainly {
            return Ok(Self::Graphics(Box::new(GlRenderer::new(canvas)?)));
        }
        let context = canvas.get_context("2d").ok().flatten().ok_or(NotDrawn::Ever)?;
        let context = context.dyn_into().map_err(|_| NotDrawn::Ever)?;
        Ok(Self::Plain(canvas.clone(), context, Picture::default()))
    }

    /// Returns whether it can draw without waiting.
    pub(crate) fn is_ready(&self) -> bool {
        match self {
            Self::Graphics(renderer) => renderer.is_ready(),
            Self::Plain(..) => true,
        }
    }

    /// Draws a body, perhaps dissolving into another, with no side longer than so many pixels where we draw: the browser
    /// enlarges that. Returns whether it was so made smaller.
    pub(crate) fn paint(
        &mut self,
        performer: &mut Performer,
        shown: &(Scenery, Option<(Scenery, f64)>),
        look: &Look,
        longest: usize,
    ) -> Result<bool, NotDrawn> {
        match self {
            Self::Graphics(renderer) => {
                let (scenery, other) = shown;
                performer.show(scenery, look, |scene| renderer.draw(scene, look.width, look.height))?;
                if let Some((other, fraction)) = other {
                    #[expect(clippy::cast_possible_truncation, reason = "a share")]
                    let fraction = *fraction as f32;
                    performer.show(other, look, |scene| {
                        renderer.dissolve(scene, look.width, look.height, fraction)
                    })?;
                }
                Ok(false)
            }
            Self::Plain(canvas, context, picture) => {
                let wanted = look.width.max(look.height);
                let is_smaller = wanted > longest;
                let smaller = |side: usize| if is_smaller { side * longest / wanted } else { side };
                let look = Look { width: smaller(look.width), height: smaller(look.height), ..*look };
                performer.draw_both(shown, &look, picture).map_err(|_| NotDrawn::ForNow)?;
                put(picture, canvas, context).ok_or(NotDrawn::ForNow)?;
                Ok(is_smaller)
            }
        }
    }

    /// Gives back what it holds.
    pub(crate) fn release(self) {
        if let Self::Graphics(renderer) = self {
            renderer.release();
        }
    }
}

/// Puts a picture on a canvas, which gets its size.
fn put(
    picture: &Picture,
    canvas: &OffscreenCanvas,
    context: &OffscreenCanvasRenderingContext2d,
) -> Option<()> {
    let [width, height] = [picture.width, picture.height].map(|side| u32::try_from(side).ok());
    let (width, height) = (width?, height?);
    if (canvas.width(), canvas.height()) != (width, height) {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&picture.rgba), width, height).ok()?;
    context.put_image_data(&data, 0.0, 0.0).ok()
}

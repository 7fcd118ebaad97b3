//! Draws the figure: a program of its own for a browser's worker, so that the page never waits for it.
//!
//! Pages hand over canvases, what is performed and from where it is looked at; crates/web/src/page/drawer.js calls this
//! whenever the browser has time for a picture. All canvases show the same body, which is made once.
#![allow(clippy::needless_pass_by_value, reason = "what comes from JavaScript is handed over")]
#![allow(clippy::float_cmp, reason = "wasm-bindgen compares so what it reads of an enum")]

mod figure;
mod painter;

use std::collections::BTreeMap;

use unknot_body::{Anatomy, Body, BodyShape, Named as _};
use unknot_stage::Performer;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::OffscreenCanvas;

use figure::Figure;
pub use figure::{Drawn, View};

/// Draws on canvases, which have numbers.
#[wasm_bindgen]
pub struct Drawer {
    packed: Vec<u8>,
    performer: Option<(BodyShape, Performer)>,
    figures: BTreeMap<u32, Figure>,
    /// Whether no graphics processor draws here.
    plainly: bool,
}

#[wasm_bindgen]
impl Drawer {
    /// Returns who draws, by the graphics processor if there is one; the body is still to come.
    #[wasm_bindgen(constructor)]
    #[must_use]
    #[expect(clippy::new_without_default, reason = "JavaScript calls it")]
    pub fn new() -> Self {
        Self {
            packed: Vec::new(),
            performer: None,
            figures: BTreeMap::new(),
            plainly: !painter::has_graphics(),
        }
    }

    /// Takes the packed body.
    pub fn take(&mut self, packed: Vec<u8>) {
        self.packed = packed;
    }

    /// Has the body made of a shape, by its name, unless it is there.
    ///
    /// # Errors
    ///
    /// There is no such shape, or the packed body cannot be read.
    pub fn embody(&mut self, shape: &str) -> Result<(), JsError> {
        let shape = BodyShape::parse(shape)?;
        if self.performer.as_ref().is_none_or(|(there, _)| *there != shape) {
            let body = Body::new(Anatomy::read(&self.packed)?.shape(shape.into()));
            self.performer = Some((shape, Performer::new(body)));
            self.figures.values_mut().for_each(Figure::recast);
        }
        Ok(())
    }

    /// Takes a canvas, to be drawn on.
    pub fn begin(&mut self, figure: u32, canvas: OffscreenCanvas) {
        self.figures.insert(figure, Figure::on(canvas));
    }

    /// Tells what is performed: what is shown of a timeline.
    ///
    /// # Errors
    ///
    /// The bytes are something else.
    pub fn perform(&mut self, figure: u32, shown: &[u8]) -> Result<(), JsError> {
        match self.figures.get_mut(&figure) {
            Some(figure) => Ok(figure.perform(shown)?),
            None => Ok(()),
        }
    }

    /// Draws a moment of it; where no graphics processor draws, with no side longer than so many pixels.
    pub fn draw(&mut self, figure: u32, view: &View, longest: usize) -> Drawn {
        let performer = self.performer.as_mut().map(|(_, performer)| performer);
        match self.figures.get_mut(&figure) {
            Some(figure) => figure.draw(performer, view, longest, &mut self.plainly),
            None => Drawn::Done,
        }
    }

    /// Does a piece of what has to be known before that moment, or what comes after it, can be drawn; false when nothing
    /// is left.
    pub fn prepare(&mut self, figure: u32, seconds: f64) -> bool {
        match (self.figures.get_mut(&figure), &mut self.performer) {
            (Some(figure), Some((_, performer))) => figure.prepare(performer, seconds),
            _ => false,
        }
    }

    /// Lets go of what draws on a canvas, as it was taken away.
    pub fn lose(&mut self, figure: u32) {
        if let Some(figure) = self.figures.get_mut(&figure) {
            figure.lose();
        }
    }

    /// Gives a canvas back.
    pub fn end(&mut self, figure: u32) {
        if let Some(figure) = self.figures.remove(&figure) {
            figure.end();
        }
    }
}

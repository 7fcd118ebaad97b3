//! `unknot render`: pictures in files, and a session to hear.

mod area;
mod audio;
mod clip;
pub(super) mod file;
mod frame;
mod gif;
mod interrupt;
mod moments;
mod mp4;
mod page;
mod progress;
mod sheet;
mod webp;

use unknot_body::{Anatomy, Body, BodyShape};
use unknot_figure::{Palette, Picture};
use unknot_journal::Agreed;
use unknot_routine::{Exercise, Plan, Timeline};
use unknot_stage::{Look, Performer, Shot};

use self::interrupt::Interrupt;
use crate::args::{RenderCommand, Size, Subject};
use crate::failure::Failure;
use crate::known::Known;

/// Writes what is asked for.
pub(crate) fn run(
    known: &Known,
    command: &RenderCommand,
    agreed: impl FnOnce() -> Result<Agreed, Failure>,
) -> Result<(), Failure> {
    match command {
        RenderCommand::Frame(args) => frame::run(known, args),
        RenderCommand::Sheet { output } => sheet::run(known, output),
        RenderCommand::Clip(args) => clip::run(known, args),
        RenderCommand::Audio(args) => audio::run(known, args, &agreed()?),
    }
}

/// Returns the timeline of one exercise by itself.
pub(super) fn timeline(
    known: &Known,
    exercise: &Exercise,
    variant: Option<&str>,
) -> Result<Timeline, Failure> {
    let Some(plan) = Plan::alone(exercise, variant) else {
        let variants: Vec<&str> = exercise.variants.iter().map(|variant| variant.id.as_str()).collect();
        let known = match variants.as_slice() {
            [] => "it has none".to_owned(),
            some => format!("it has {}", some.join(", ")),
        };
        let variant = variant.unwrap_or_default();
        return Err(Failure::Usage(format!("`{}` has no variant `{variant}`; {known}", exercise.id)));
    };
    Timeline::compile(&known.catalogue, &plan, known).map_err(|error| Failure::Failed(error.to_string()))
}

/// Returns somebody of that shape who can perform timelines.
fn performer(shape: BodyShape) -> Result<Performer, Failure> {
    Ok(Performer::new(body_of(shape)?))
}

/// Returns the body that the postures of files mean.
pub(super) fn body() -> Result<Body, Failure> {
    body_of(BodyShape::Neutral)
}

fn body_of(shape: BodyShape) -> Result<Body, Failure> {
    let anatomy = Anatomy::read(unknot_content::BODY)
        .map_err(|error| Failure::Failed(format!("the figure's body: {error}")))?;
    Ok(Body::new(anatomy.shape(shape.into())))
}

/// Takes pictures of a timeline: what stays the same from one to the next.
struct Studio {
    performer: Performer,
    shot: Shot,
    palette: Palette,
    drawn: Picture,
    interrupt: Interrupt,
}

impl Studio {
    fn of(subject: &Subject) -> Result<Self, Failure> {
        let palette = if subject.night { Palette::Night } else { Palette::Paper };
        Self::new(subject.shape, subject.camera, palette)
    }

    fn new(shape: BodyShape, shot: Shot, palette: Palette) -> Result<Self, Failure> {
        let (performer, interrupt) = (performer(shape)?, Interrupt::listen()?);
        Ok(Self { performer, shot, palette, drawn: Picture::default(), interrupt })
    }

    /// Takes a picture: at twice the size and halved where that can be drawn, which makes edges finer.
    /// So much is in the lungs, 0–1, where it is not to be what the timeline says.
    fn take(
        &mut self,
        timeline: &Timeline,
        seconds: f64,
        breath: Option<f64>,
        size: Size,
    ) -> Result<Picture, Failure> {
        self.interrupt.check()?;
        let doubled = size.doubled();
        let Size { width, height } = doubled.unwrap_or(size);
        let look = Look { width, height, shot: self.shot, palette: self.palette, transparent: false };
        let drawn = match breath {
            None => self.performer.draw(timeline, seconds, &look, &mut self.drawn),
            Some(breath) => {
                let (mut scenery, _) = self.performer.at(timeline, seconds);
                scenery.breath = breath;
                self.performer.draw_scenery(&scenery, &look, &mut self.drawn)
            }
        };
        drawn.map_err(|error| Failure::Usage(error.to_string()))?;
        Ok(if doubled.is_some() { self.drawn.halved() } else { self.drawn.clone() })
    }
}

//! `unknot render`: pictures in files, and a session to hear.

mod audio;
mod clip;
mod file;
mod frame;
mod gif;
mod moments;
mod mp4;
mod page;
mod progress;
mod sheet;

use unknot_body::{Anatomy, Body, BodyShape};
use unknot_figure::{Palette, Picture};
use unknot_routine::{Exercise, Plan, Timeline};
use unknot_stage::{Look, Performer, Shot};

use crate::args::{RenderCommand, Size, Subject};
use crate::failure::Failure;
use crate::known::Known;

/// Writes what is asked for.
pub(crate) fn run(known: &Known, command: &RenderCommand) -> Result<(), Failure> {
    match command {
        RenderCommand::Frame(args) => frame::run(known, args),
        RenderCommand::Sheet { output } => sheet::run(known, output),
        RenderCommand::Clip(args) => clip::run(known, args),
        RenderCommand::Audio(args) => audio::run(known, args),
    }
}

/// Returns the timeline of one exercise by itself.
fn timeline(known: &Known, exercise: &Exercise, variant: Option<&str>) -> Result<Timeline, Failure> {
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
    let anatomy = Anatomy::read(unknot_content::BODY)
        .map_err(|error| Failure::Failed(format!("the figure's body: {error}")))?;
    Ok(Performer::new(Body::new(anatomy.shape(shape.into()))))
}

/// Takes pictures of a timeline: what stays the same from one to the next.
struct Studio {
    performer: Performer,
    shot: Shot,
    palette: Palette,
    drawn: Picture,
}

impl Studio {
    fn of(subject: &Subject) -> Result<Self, Failure> {
        let palette = if subject.night { Palette::Night } else { Palette::Paper };
        Ok(Self {
            performer: performer(subject.shape)?,
            shot: subject.camera,
            palette,
            drawn: Picture::default(),
        })
    }

    /// Takes a picture: at twice the size and halved where that can be drawn, which makes edges finer.
    fn take(&mut self, timeline: &Timeline, seconds: f64, size: Size) -> Result<Picture, Failure> {
        let doubled = size.doubled();
        let Size { width, height } = doubled.unwrap_or(size);
        let look = Look { width, height, shot: self.shot, palette: self.palette, transparent: false };
        self.performer
            .draw(timeline, seconds, &look, &mut self.drawn)
            .map_err(|error| Failure::Usage(error.to_string()))?;
        Ok(if doubled.is_some() { self.drawn.halved() } else { self.drawn.clone() })
    }
}

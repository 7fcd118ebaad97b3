//! The JSON that programs read. The inner rooms know no JSON; whoever changes a shape changes a promise.

mod exercise;
mod plan;
mod screen;
mod timeline;

pub(crate) use exercise::{ExerciseInList, ExercisePage, usual_seconds};
pub(crate) use plan::{PlanShape, order};
pub(crate) use screen::ScreenShape;
pub(crate) use timeline::{TimelineShape, tone_name};

use unknot_body::Named;

/// Returns the written names of things.
fn names<T: Named>(things: impl IntoIterator<Item = T>) -> Vec<&'static str> {
    things.into_iter().map(Named::name).collect()
}

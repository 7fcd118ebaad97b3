//! What Unknot does and when: the exercise language, programmes, the safety screen, the planner, the
//! timeline and the running session.
//!
//! Everything here is a pure function of its inputs: no clock is read, no file is opened, nothing is drawn.
//! The way of a session is [`Exercise::parse`] (and its like) → [`Catalogue`] → [`Plan::make`] →
//! [`Timeline::compile`] → [`Session`].

mod catalogue;
mod changes;
mod exercise;
mod observation;
mod plan;
mod problem;
mod programme;
mod safety;
mod sayings;
mod schema;
mod session;
mod sources;
mod time;
mod timeline;
mod words;

pub use catalogue::{Catalogue, CatalogueError, CatalogueFileError};
pub use changes::{Changes, HelpStep};
pub use exercise::{
    Anchor, Between, Block, BlockDose, BlockSides, Bound, Caution, Content, Cue, Dose, DoseChoice, Easing,
    Effect, Exercise, Form, FormFault, Gate, IntoCue, Length, Lesson, Measure, NamedMeasure, Need, Occasion,
    Phase, PhaseKind, Priority, Reference, Share, Tone, Unit, Variant, VariantKind, relative_dose,
};
pub use observation::{FaultSeen, Observation, PhaseSeen, Repetition, Sight};
pub use plan::{LeftOut, Plan, PlanError, PlanItem, Reason, Request};
pub use problem::{FileError, Problem};
pub use programme::{Item, Order, Prescribed, Programme, Schedule};
pub use safety::{
    Advice, Answers, Ask, Hurt, HurtOutcome, Judgement, Limits, PainState, Rules, Screen, ScreenBox,
    ScreenError, Stage, Verdict,
};
pub use schema::{exercise_schema, programme_schema};
pub use session::{
    CameraWord, Changed, Done, End, Event, Follow, Glance, Hurting, Performed, Session, SessionError, State,
};
pub use sources::Sources;
pub use time::Millis;
pub use timeline::{Activity, CompileError, Moment, NotShown, Pose, Segment, Sound, Timeline, Utterance};
pub use words::{Argument, Phrase, SpokenLength, WordError, WordKey, Words};

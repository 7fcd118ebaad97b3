//! From a plan to segments and what is said in them.

use std::collections::BTreeMap;

use unknot_body::{Contact, Kit, Manner, MuscleRegion, Part, Position, Posture, Side, Sides, Surface, View};

use super::speech::{Sound, Utterance, Wanted, arbitrate};
use super::{Activity, Segment, Timeline};
use crate::catalogue::Catalogue;
use crate::exercise::{
    Between, Block, BlockDose, Content, Cue, Easing, Exercise, Form, Occasion, Phase, Priority, Turn,
};
use crate::plan::{Plan, PlanItem};
use crate::time::Millis;
use crate::words::{Argument, Phrase, SpokenLength, WordKey};

/// The message that says the number of a repetition.
pub(crate) const COUNT: &str = "count";
/// The message that says a number of the countdown.
pub(crate) const COUNTDOWN: &str = "countdown";

/// Returns a word of an exercise as it is said of a side, in the first exercise of a session or a later one.
pub(crate) fn phrase_of(key: &WordKey, side: Sides, is_first: bool) -> Phrase {
    let (this, other) = match side {
        Sides::Left => ("left", "right"),
        Sides::Right => ("right", "left"),
        Sides::Both => ("both", "both"),
    };
    Phrase::plain(key.clone())
        .with("side", Argument::Choice(this))
        .with("other", Argument::Choice(other))
        .with("place", Argument::Choice(if is_first { "first" } else { "later" }))
}

/// Returns a number that is counted or counted down.
pub(crate) fn number_phrase(message: &str, n: u32) -> Phrase {
    Phrase::plain(WordKey::message(message)).with("n", Argument::Number(n.into()))
}

/// Returns whether a word is only a number.
pub(super) fn is_number(key: &WordKey) -> bool {
    matches!(key.as_str(), COUNT | COUNTDOWN)
}

/// A plan that does not belong to the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CompileError {
    /// The catalogue has no such exercise or variant.
    #[error("the plan has `{0}`, which the catalogue lacks")]
    Unknown(String),
    /// The exercise has other blocks than the plan.
    #[error("the plan's dose for `{0}` does not go with its blocks")]
    Dose(String),
    /// There is nothing to do.
    #[error("the plan is empty")]
    Empty,
}

pub(super) fn compile(
    catalogue: &Catalogue,
    plan: &Plan,
    spoken: &dyn SpokenLength,
    interruptions: &BTreeMap<usize, Whereabouts>,
) -> Result<Timeline, CompileError> {
    let mut compiler = Compiler {
        catalogue,
        segments: Vec::new(),
        wanted: Vec::new(),
        place: Whereabouts::standing(View::Front),
        was_interrupted: false,
    };
    for (index, item) in plan.items.iter().enumerate() {
        compiler.interrupt(interruptions.get(&index));
        compiler.item(index, item)?;
    }
    compiler.interrupt(interruptions.get(&plan.items.len()));
    compiler.get_up(plan.get_up);
    if compiler.segments.is_empty() {
        return Err(CompileError::Empty);
    }
    let (utterances, unsaid) = arbitrate(compiler.wanted, spoken);
    let breaths = super::breath::spoken(&utterances);
    Ok(Timeline { segments: compiler.segments, utterances, unsaid, breaths })
}

/// Where somebody is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Whereabouts {
    pub(crate) position: Position,
    pub(crate) posture: Posture,
    pub(crate) kit: Vec<Kit>,
    pub(crate) view: View,
}

impl Whereabouts {
    /// Somebody standing at ease, before the first exercise and after the last.
    pub(crate) fn standing(view: View) -> Self {
        let feet = Contact { side: None, part: Part::Foot, manner: Manner::On, surface: Surface::Floor };
        Self { position: Position::Standing, posture: Posture::upright([feet]), kit: Vec::new(), view }
    }
}

struct Compiler<'a> {
    catalogue: &'a Catalogue,
    segments: Vec<Segment>,
    wanted: Vec<Wanted>,
    /// Where the person is by now.
    place: Whereabouts,
    /// Whether they were interrupted before what comes next.
    was_interrupted: bool,
}

/// What stays the same all through an item.
struct Job<'a> {
    index: usize,
    item: &'a PlanItem,
    exercise: &'a Exercise,
    form: &'a Form,
    kit: Vec<Kit>,
}

impl Job<'_> {
    /// Returns a posture of the file as this person does it on this side.
    fn posture(&self, authored: &Posture, side: Sides) -> Posture {
        let side = match side {
            Sides::Left => Some(Side::Left),
            Sides::Right => Some(Side::Right),
            Sides::Both => None,
        };
        let sore =
            self.item.sore_side.filter(|(sore, _)| side == Some(*sore)).map_or(1.0, |(_, share)| share);
        let range = self.item.range * sore;
        let reached = if range < 1.0 { self.form.start.blend(authored, range) } else { authored.clone() };
        match side {
            Some(side) if side != self.exercise.authored_side => reached.mirrored(),
            _ => reached,
        }
    }

    fn first_side(&self) -> Sides {
        self.item.sides.first().map_or(Sides::Both, |side| (*side).into())
    }

    fn phrase(&self, key: &WordKey, side: Sides) -> Phrase {
        phrase_of(key, side, self.index == 0)
            .with("repetitions", Argument::Number(self.item.repetitions.into()))
    }
}

impl Compiler<'_> {
    fn now(&self) -> Millis {
        self.segments.last().map_or(Millis::ZERO, |last| last.end)
    }

    fn interrupt(&mut self, place: Option<&Whereabouts>) {
        self.was_interrupted = place.is_some();
        if let Some(place) = place {
            // What was left is not spoken of on the way.
            let now = self.now();
            self.wanted.retain(|wanted| wanted.utterance.at < now);
            self.place = place.clone();
        }
    }

    fn item(&mut self, index: usize, item: &PlanItem) -> Result<(), CompileError> {
        let exercise = self
            .catalogue
            .exercise(&item.exercise)
            .ok_or_else(|| CompileError::Unknown(item.exercise.clone()))?;
        let form = exercise.way(item.variant.as_deref()).ok_or_else(|| {
            CompileError::Unknown(format!(
                "{}/{}",
                item.exercise,
                item.variant.as_deref().unwrap_or_default()
            ))
        })?;
        if form.blocks.len() != item.dose.len() {
            return Err(CompileError::Dose(item.exercise.clone()));
        }
        let kit = form.needs.iter().map(|need| need.item).collect();
        let job = Job { index, item, exercise, form, kit };
        self.change_into(&job);
        for (block, dose) in form.blocks.iter().zip(&item.dose) {
            self.block(&job, block, dose);
        }
        if let Some(closing) = &form.closing {
            let last_side = self.segments.last().map_or(Sides::Both, |last| last.side);
            let sound = Sound::Words(job.phrase(closing, last_side));
            self.want(self.now(), sound, Priority::Should, Some(index));
        }
        Ok(())
    }

    fn change_into(&mut self, job: &Job<'_>) {
        let start = self.now();
        let side = job.first_side();
        let end = start + job.item.into_position;
        // The next position may be announced while the last movement of the exercise before is let go, unless
        // that exercise was left.
        let earliest = self
            .segments
            .last()
            .filter(|_| !self.was_interrupted)
            .filter(|last| matches!(&last.activity, Activity::Phase { kind, .. } if !kind.is_still()))
            .map_or(start, |last| last.start);
        for cue in &job.form.into {
            let at = end.saturating_sub(cue.before).max(earliest);
            let sound = Sound::Words(job.phrase(&cue.say, side));
            let announcement =
                Utterance { at, until: at, sound, priority: cue.priority, item: Some(job.index) };
            self.wanted.push(Wanted { over_by: end, ..Wanted::just_then(announcement) });
        }
        let caption = job.form.into.first().map_or_else(|| job.exercise.name(), |cue| cue.say.clone());
        let to = job.posture(&job.form.start, side);
        let change = Segment {
            start,
            end,
            item: Some(job.index),
            exercise: Some(job.exercise.id.clone()),
            activity: Activity::Change { from: self.place.position, to: job.form.position },
            side: Sides::Both,
            repetition: 0,
            repetitions: job.item.repetitions,
            set: 0,
            sets: 0,
            caption: job.phrase(&caption, side),
            from: self.place.posture.clone(),
            to: to.clone(),
            easing: Easing::Smooth,
            sliding: Vec::new(),
            lengthens: Vec::new(),
            works: Vec::new(),
            position: job.form.position,
            kit: job.kit.clone(),
            view: job.form.view,
        };
        self.place = Whereabouts {
            position: job.form.position,
            posture: to,
            kit: job.kit.clone(),
            view: job.form.view,
        };
        self.push(change);
    }

    fn block(&mut self, job: &Job<'_>, block: &Block, dose: &BlockDose) {
        let only = match job.item.sides[..] {
            [only] => Some(only),
            _ => None,
        };
        let first = job.item.sides.first().copied().unwrap_or(job.exercise.authored_side);
        let breath = job.exercise.breath;
        let turns: Vec<_> = block.turns(dose, first, only).collect();
        for (number, turn) in turns.iter().enumerate() {
            let alike = |other: &Turn| other.between == turn.between;
            let phases = block.phases.iter().filter(|phase| phase.between == turn.between);
            for (phase, length) in phases.zip(block.lengths(turn.between, dose, breath)) {
                let to = match &phase.posture {
                    Some(posture) => job.posture(posture, turn.side),
                    None => self.place.posture.clone(),
                };
                let times = Times {
                    first: !turns[..number].iter().any(alike),
                    last: !turns[number + 1..].iter().any(alike),
                    repetition: turn.repetition,
                };
                self.cues(job, phase, turn.side, length, times);
                let segment = Segment {
                    start: self.now(),
                    end: self.now() + length,
                    item: Some(job.index),
                    exercise: Some(job.exercise.id.clone()),
                    activity: Activity::Phase {
                        block: block.id.clone(),
                        name: phase.name.clone(),
                        kind: phase.kind,
                        sore_spot: block.sore_spot,
                    },
                    // Between sides and sets it is nobody's turn, so that both get the same time.
                    side: match turn.between {
                        Between::Always | Between::Repetitions => turn.side,
                        Between::Sides | Between::Sets => Sides::Both,
                    },
                    repetition: turn.repetition,
                    repetitions: dose.repetitions,
                    set: turn.set,
                    sets: dose.sets,
                    caption: job.phrase(&phase.caption, turn.side),
                    from: self.place.posture.clone(),
                    to,
                    easing: phase.easing,
                    sliding: phase.sliding.clone(),
                    lengthens: mirrored_for(
                        job,
                        turn.side,
                        phase.lengthens.as_ref().unwrap_or(&job.form.lengthens),
                    ),
                    works: mirrored_for(job, turn.side, phase.works.as_ref().unwrap_or(&job.form.works)),
                    position: job.form.position,
                    kit: job.kit.clone(),
                    view: if is_mirrored(job, turn.side) { job.form.view.mirrored() } else { job.form.view },
                };
                self.push(segment);
            }
        }
    }

    fn cues(&mut self, job: &Job<'_>, phase: &Phase, side: Sides, length: Millis, times: Times) {
        for cue in phase.cues.iter().filter(|cue| times.include(cue) && length >= cue.least) {
            let Some(after) = cue.anchor.within(length) else { continue };
            let number = |message: &str, n: u32| Sound::Words(number_phrase(message, n));
            let sound = match &cue.content {
                Content::Say(key) => {
                    let seconds = Argument::Number(length.seconds());
                    Sound::Words(job.phrase(key, side).with("seconds", seconds))
                }
                Content::Tone(tone) => Sound::Tone(*tone),
                Content::Count => number(COUNT, times.repetition),
                Content::Countdown(n) => number(COUNTDOWN, *n),
            };
            self.want(self.now() + after, sound, cue.priority, Some(job.index));
        }
    }

    fn get_up(&mut self, length: Millis) {
        let (start, end, position) = (self.now(), self.now() + length, self.place.position);
        let catalogue = self.catalogue;
        let steps = catalogue.changes.help_up(position);
        // Whoever is upright has nothing to get up from.
        let Some(first) = steps.first().filter(|_| length > Millis::ZERO) else { return };
        let sum: Millis = steps.iter().map(|step| step.length).sum();
        let mut passed = Millis::ZERO;
        for step in steps {
            let at = start + passed.scaled(length.0, sum.0);
            let sound = Sound::Words(Phrase::plain(step.say.clone()));
            let step_said = Utterance { at, until: at, sound, priority: Priority::Must, item: None };
            self.wanted.push(Wanted { over_by: end, ..Wanted::just_then(step_said) });
            passed += step.length;
        }
        let standing = Whereabouts::standing(self.place.view);
        let place = std::mem::replace(&mut self.place, standing);
        self.push(Segment {
            start,
            end,
            item: None,
            exercise: None,
            activity: Activity::Change { from: position, to: Position::Standing },
            side: Sides::Both,
            repetition: 0,
            repetitions: 0,
            set: 0,
            sets: 0,
            caption: Phrase::plain(first.say.clone()),
            from: place.posture,
            to: self.place.posture.clone(),
            easing: Easing::Smooth,
            sliding: Vec::new(),
            lengthens: Vec::new(),
            works: Vec::new(),
            position: Position::Standing,
            kit: place.kit,
            view: place.view,
        });
    }

    fn want(&mut self, at: Millis, sound: Sound, priority: Priority, item: Option<usize>) {
        self.wanted.push(Wanted::just_then(Utterance { at, until: at, sound, priority, item }));
    }

    fn push(&mut self, segment: Segment) {
        // A phase of no length is nowhere; leaving it out keeps "every instant in exactly one" true, and
        // nobody gets anywhere in it.
        if segment.length() > Millis::ZERO {
            self.place.posture = segment.to.clone();
            self.segments.push(segment);
        }
    }
}

/// Which of its times a phase is done.
#[derive(Clone, Copy)]
struct Times {
    first: bool,
    last: bool,
    repetition: u32,
}

impl Times {
    fn include(self, cue: &Cue) -> bool {
        let occasion = match cue.on {
            Occasion::Every => true,
            Occasion::First => self.first,
            Occasion::Later => !self.first,
            Occasion::Last => self.last,
        };
        occasion && (cue.repetitions.is_empty() || cue.repetitions.contains(&self.repetition))
    }
}

fn is_mirrored(job: &Job<'_>, side: Sides) -> bool {
    side == Sides::from(job.exercise.authored_side.other())
}

fn mirrored_for(job: &Job<'_>, side: Sides, regions: &[MuscleRegion]) -> Vec<MuscleRegion> {
    let mirrored = is_mirrored(job, side);
    regions.iter().map(|region| if mirrored { region.mirrored() } else { *region }).collect()
}

//! An exercise.

use serde::Serialize;
use unknot_body::{Named as _, shorthands};
use unknot_routine::{
    Block, BlockSides, Bound, Caution, Dose, Effect, Exercise, Form, FormFault, Length, Lesson, Measure,
    Phase, PhaseKind, Sources,
};

use super::names;
use crate::known::Known;

/// An exercise as a list shows it.
#[derive(Serialize)]
pub(crate) struct ExerciseInList {
    id: String,
    name: String,
    article: Option<u32>,
    position: &'static str,
    needs: Vec<NeedShape>,
    default_seconds: f64,
}

/// Everything about an exercise.
#[derive(Serialize)]
pub(crate) struct ExercisePage {
    #[serde(flatten)]
    head: ExerciseInList,
    aliases: Vec<String>,
    why: String,
    view: &'static str,
    lengthens: Vec<String>,
    works: Vec<String>,
    blocks: Vec<BlockShape>,
    faults: Vec<FaultShape>,
    cautions: Vec<CautionShape>,
    variants: Vec<VariantShape>,
    lessons: Vec<LessonShape>,
    sources: Vec<SourceShape>,
}

#[derive(Serialize)]
struct NeedShape {
    item: &'static str,
    or: Vec<&'static str>,
}

#[derive(Serialize)]
struct BlockShape {
    id: String,
    sides: &'static str,
    sets: DoseShape,
    repetitions: DoseShape,
    hold_seconds: Option<DoseShape>,
    tempo_seconds: Option<DoseShape>,
    phases: Vec<PhaseShape>,
}

#[derive(Serialize)]
struct DoseShape {
    default: f64,
    min: f64,
    max: f64,
    step: f64,
    gentle: Option<f64>,
    article_asks: Option<[f64; 2]>,
}

#[derive(Serialize)]
struct PhaseShape {
    name: String,
    kind: &'static str,
    /// How many breaths, where it is as long as those.
    breaths: Option<u32>,
    /// How long it takes at the usual dose.
    seconds: f64,
    caption: String,
}

#[derive(Serialize)]
struct FaultShape {
    id: String,
    measure: String,
    above: Option<f64>,
    below: Option<f64>,
    views: Vec<&'static str>,
    say: String,
}

#[derive(Serialize)]
struct CautionShape {
    condition: String,
    effect: &'static str,
    variant: Option<String>,
    range: Option<f64>,
}

#[derive(Serialize)]
struct VariantShape {
    id: String,
    name: String,
    kind: &'static str,
    position: &'static str,
    needs: Vec<NeedShape>,
}

#[derive(Serialize)]
struct LessonShape {
    id: String,
    written: String,
    taught: String,
    why: String,
    variant: Option<String>,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct SourceShape {
    id: String,
    citation: String,
}

impl ExerciseInList {
    /// Returns the shape of an exercise in a list.
    pub(crate) fn of(known: &Known, exercise: &Exercise) -> Self {
        Self {
            id: exercise.id.clone(),
            name: known.word(exercise.name()),
            article: exercise.article,
            position: exercise.form.position.name(),
            needs: needs(&exercise.form),
            default_seconds: exercise
                .form
                .length(&exercise.form.default_choice(), exercise.breath, None)
                .seconds(),
        }
    }
}

impl ExercisePage {
    /// Returns the shape of everything about an exercise.
    pub(crate) fn of(known: &Known, sources: &Sources, exercise: &Exercise) -> Self {
        let form = &exercise.form;
        let variants = exercise.variants.iter().map(|variant| VariantShape {
            id: variant.id.clone(),
            name: known.word(exercise.word(&format!("variant-{}", variant.id))),
            kind: crate::commands::show::kind(variant.kind),
            position: variant.form.position.name(),
            needs: needs(&variant.form),
        });
        Self {
            head: ExerciseInList::of(known, exercise),
            aliases: exercise.aliases.clone(),
            why: known.word(exercise.word("why")),
            view: form.view.name(),
            lengthens: form.lengthens.iter().map(ToString::to_string).collect(),
            works: form.works.iter().map(ToString::to_string).collect(),
            blocks: form.blocks.iter().map(|block| BlockShape::of(known, exercise, block)).collect(),
            faults: exercise.faults.iter().map(|fault| FaultShape::of(known, exercise, fault)).collect(),
            cautions: exercise.cautions.iter().map(CautionShape::of).collect(),
            variants: variants.collect(),
            lessons: exercise.lessons.iter().map(|lesson| LessonShape::of(known, exercise, lesson)).collect(),
            sources: exercise
                .sources
                .iter()
                .map(|id| SourceShape { id: id.clone(), citation: sources.cite(id).to_owned() })
                .collect(),
        }
    }
}

fn needs(form: &Form) -> Vec<NeedShape> {
    let shape = |need: &unknot_routine::Need| NeedShape {
        item: need.item.name(),
        or: names(need.or.iter().copied()),
    };
    form.needs.iter().map(shape).collect()
}

impl BlockShape {
    fn of(known: &Known, exercise: &Exercise, block: &Block) -> Self {
        Self {
            id: block.id.clone(),
            sides: match block.sides {
                BlockSides::Both => "both",
                BlockSides::Each => "each",
                BlockSides::Alternate => "alternate",
            },
            sets: DoseShape::of(&block.sets, 1.0),
            repetitions: DoseShape::of(&block.repetitions, 1.0),
            hold_seconds: block.hold.as_ref().map(|dose| DoseShape::of(dose, 1000.0)),
            tempo_seconds: block.tempo.as_ref().map(|dose| DoseShape::of(dose, 1000.0)),
            phases: block
                .phases
                .iter()
                .map(|phase| PhaseShape {
                    name: phase.name.clone(),
                    kind: phase_kind(phase.kind),
                    breaths: match phase.length {
                        Length::Breaths(breaths) => Some(breaths),
                        Length::Fixed(_) | Length::Hold => None,
                    },
                    seconds: usual_seconds(exercise, block, phase),
                    caption: known.caption(exercise, phase),
                })
                .collect(),
        }
    }
}

/// Returns how long a phase takes at the usual dose, in seconds.
pub(crate) fn usual_seconds(exercise: &Exercise, block: &Block, phase: &Phase) -> f64 {
    match phase.length {
        Length::Fixed(length) => length.seconds(),
        Length::Breaths(breaths) => (exercise.breath * breaths).seconds(),
        Length::Hold => block.default_dose().hold.seconds(),
    }
}

impl DoseShape {
    fn of(dose: &Dose, per_unit: f64) -> Self {
        let unit = |amount: u32| f64::from(amount) / per_unit;
        Self {
            default: unit(dose.default),
            min: unit(dose.min),
            max: unit(dose.max),
            step: unit(dose.step),
            gentle: dose.gentle.map(unit),
            article_asks: dose.asks.map(|(least, most)| [unit(least), unit(most)]),
        }
    }
}

impl FaultShape {
    fn of(known: &Known, exercise: &Exercise, fault: &FormFault) -> Self {
        let (above, below) = match fault.bound {
            Bound::Above(limit) => (Some(limit), None),
            Bound::Below(limit) => (None, Some(limit)),
        };
        Self {
            id: fault.id.clone(),
            measure: measure(fault.measure),
            above,
            below,
            views: names(fault.views.iter().copied()),
            say: known.said(exercise, &fault.say),
        }
    }
}

/// Returns the name of a measure as a file writes it: what counts the other way has a name of its own.
fn measure(measure: Measure) -> String {
    let Measure::Angle { name, side, factor } = measure else { return measure.to_string() };
    let is_it = |other: &&unknot_body::AngleSetting| {
        other.angle == name && other.also.is_none() && other.factor.total_cmp(&factor).is_eq()
    };
    let other = shorthands().iter().find(is_it).filter(|_| factor < 0.0);
    let Some(other) = other else { return measure.to_string() };
    let side = side.map(|side| format!("{side}.")).unwrap_or_default();
    format!("{side}{}.{}", other.joint, other.key)
}

fn phase_kind(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Move => "move",
        PhaseKind::Hold => "hold",
        PhaseKind::Breathe => "breathe",
        PhaseKind::Return => "return",
    }
}

impl CautionShape {
    fn of(caution: &Caution) -> Self {
        let (effect, variant, range) = match &caution.effect {
            Effect::Omit => ("omit", None, None),
            Effect::Variant(variant) => ("variant", Some(variant.clone()), None),
            Effect::Range(range) => ("range", None, Some(*range)),
        };
        Self { condition: caution.condition.clone(), effect, variant, range }
    }
}

impl LessonShape {
    fn of(known: &Known, exercise: &Exercise, lesson: &Lesson) -> Self {
        let words = |part: &str| known.word(exercise.word(&format!("lesson-{}-{part}", lesson.id)));
        Self {
            id: lesson.id.clone(),
            written: words("written"),
            taught: words("taught"),
            why: words("why"),
            variant: lesson.variant.clone(),
            sources: lesson.sources.clone(),
        }
    }
}

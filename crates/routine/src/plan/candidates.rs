//! Which exercises can be done at all, in which way, and at which doses.

use unknot_body::{Ground, Side};

use super::request::{PlanError, Request};
use super::solve::{Score, keep_improving};
use super::{LeftOut, PlanItem, Reason};
use crate::catalogue::Catalogue;
use crate::exercise::{
    BlockDose, Dose, DoseChoice, Effect, Exercise, Form, Variant, VariantKind, relative_dose,
};
use crate::programme::{Item, Order};
use crate::safety::Limits;
use crate::time::Millis;

/// An exercise that can be done, in the way in which it would be done.
#[derive(Clone, Debug)]
pub(super) struct Candidate<'a> {
    pub(super) exercise: &'a Exercise,
    pub(super) variant: Option<String>,
    pub(super) form: Form,
    pub(super) options: Vec<DoseOption>,
    only_side: Option<Side>,
    range: f64,
}

/// A dose at which it could be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DoseOption {
    pub(super) dose: DoseChoice,
    /// Of the usual dose, in millionths; never nothing.
    pub(super) relative_dose: u32,
    /// How much faster than usual its repetitions are, all together.
    pub(super) hurry: Millis,
    pub(super) length: Millis,
}

/// Returns what can be done, in the order in which it would be, and what cannot.
pub(super) fn of<'a>(
    catalogue: &'a Catalogue,
    request: &Request<'_>,
) -> Result<(Vec<Candidate<'a>>, Vec<LeftOut>), PlanError> {
    if let Some(judgement) = request.judgement.filter(|judgement| judgement.is_red_flag()) {
        return Err(PlanError::RedFlag { verdict: judgement.verdict, because: judgement.because.clone() });
    }
    let limits = request.all_limits();
    let mut candidates = Vec::new();
    let mut left_out = Vec::new();
    for item in items(catalogue, request)? {
        let exercise = find(catalogue, &item.exercise)?;
        if request.only.is_none() && request.left_out.contains(&exercise.id) {
            left_out.push(LeftOut { exercise: exercise.id.clone(), reason: Reason::Wish });
            continue;
        }
        if let Some(variant) = item.variant.as_deref().filter(|variant| exercise.way(Some(variant)).is_none())
        {
            return Err(PlanError::UnknownVariant {
                exercise: exercise.id.clone(),
                variant: variant.to_owned(),
            });
        }
        match candidate(catalogue, request, &limits, exercise, &item)? {
            Ok(candidate) => candidates.push(candidate),
            Err(reason) => left_out.push(LeftOut { exercise: exercise.id.clone(), reason }),
        }
    }
    match request.order {
        Order::Flow => candidates.sort_by_key(|c| catalogue.changes.flow_rank(c.form.position)),
        Order::Article => candidates.sort_by_key(|c| c.exercise.article.unwrap_or(u32::MAX)),
        Order::Listed => {}
    }
    Ok((candidates, left_out))
}

fn find<'a>(catalogue: &'a Catalogue, id: &str) -> Result<&'a Exercise, PlanError> {
    catalogue
        .exercise(id)
        .ok_or_else(|| PlanError::UnknownExercise { id: id.to_owned(), hint: catalogue.suggest(id) })
}

/// Returns the items of the programme, or those of them (and beside them) that were asked for.
fn items(catalogue: &Catalogue, request: &Request<'_>) -> Result<Vec<Item>, PlanError> {
    let programme = &request.programme.items;
    let Some(only) = &request.only else { return Ok(programme.clone()) };
    let mut wanted = Vec::new();
    for id in only {
        let id = &find(catalogue, id)?.id;
        if !wanted.contains(id) {
            wanted.push(id.clone());
        }
    }
    let is_wanted = |item: &&Item| catalogue.exercise(&item.exercise).is_some_and(|e| wanted.contains(&e.id));
    let mut items: Vec<Item> = programme.iter().filter(is_wanted).cloned().collect();
    for id in &wanted {
        if !items.iter().any(|item| catalogue.exercise(&item.exercise).is_some_and(|e| e.id == *id)) {
            items.push(Item::of(id));
        }
    }
    Ok(items)
}

/// Returns the way in which an exercise would be done: as prescribed, or else in the first substitute or
/// easier variant that the kit and the person's limits allow; or why it cannot be done.
fn candidate<'a>(
    catalogue: &Catalogue,
    request: &Request<'_>,
    limits: &Limits,
    exercise: &'a Exercise,
    item: &Item,
) -> Result<Result<Candidate<'a>, Reason>, PlanError> {
    let usual = exercise.form.position.ground();
    for id in &limits.programmes {
        let programme = catalogue.programme(id).ok_or_else(|| PlanError::UnknownProgramme(id.clone()))?;
        let is_it =
            |allowed: &Item| catalogue.exercise(&allowed.exercise).is_some_and(|e| e.id == exercise.id);
        if !programme.items.iter().any(is_it) {
            return Ok(Err(Reason::Screen));
        }
    }
    let usual_form_only = !limits.programmes.is_empty();
    let mut range = limits.range;
    let mut forced: Option<&str> = None;
    for caution in exercise.cautions.iter().filter(|caution| limits.conditions.contains(&caution.condition)) {
        match &caution.effect {
            Effect::Omit => return Ok(Err(Reason::Screen)),
            // Two conditions that ask for different ways leave none that is right for both.
            Effect::Variant(variant) if forced.is_some_and(|other| other != variant) => {
                return Ok(Err(Reason::Screen));
            }
            Effect::Variant(variant) => forced = Some(variant),
            Effect::Range(share) => range = range.min(*share),
        }
    }
    let variants = exercise.variants.iter();
    let prescribed = item.variant.as_deref().filter(|prescribed| {
        let is_easier = |v: &Variant| v.id == *prescribed && v.kind == VariantKind::Easier;
        !usual_form_only || variants.clone().any(is_easier)
    });
    let others = variants.clone().filter(|v| {
        let instead = matches!(v.kind, VariantKind::Substitute | VariantKind::Easier);
        forced.is_none() && !usual_form_only && instead
    });
    let others = others.map(|v| Some(v.id.as_str()));
    let first = forced.or(prescribed);
    let mut reason = Reason::Screen;
    for variant in std::iter::once(first).chain(others) {
        let Some(form) = exercise.way(variant) else { continue };
        let stays_upright = limits.upright_only || (usual_form_only && usual == Ground::Upright);
        if stays_upright && form.position.ground() == Ground::Floor {
            continue;
        }
        if let Some(missing) = form.missing_kit(|kit| request.without.contains(kit)) {
            // What the usual way lacks says more than what the last resort does.
            if reason == Reason::Screen {
                reason = Reason::Kit(missing);
            }
            continue;
        }
        let form = aimed(item.prescribe(form), request, limits);
        let options = options(&form, exercise.breath, item.side);
        let range = range * form.range;
        let variant = variant.map(str::to_owned);
        return Ok(Ok(Candidate { exercise, variant, form, options, only_side: item.side, range }));
    }
    Ok(Err(reason))
}

/// Returns the form with its doses aimed at what this session asks for.
fn aimed(mut form: Form, request: &Request<'_>, limits: &Limits) -> Form {
    for block in &mut form.blocks {
        let mut doses = vec![&mut block.repetitions, &mut block.sets];
        doses.extend(block.hold.as_mut());
        // Half of two of them would be a quarter, so only that one is halved of which half is nearest.
        let halved = doses
            .iter()
            .map(|dose| half(**dose))
            .enumerate()
            .min_by_key(|(index, half)| {
                u64::from(half.default) * 1_000_000 / u64::from(doses[*index].default.max(1))
            })
            .filter(|_| limits.half_dose);
        for dose in &mut doses {
            **dose = aim(**dose, request, limits);
        }
        if let Some((index, half)) = halved {
            *doses[index] = lesser(half, *doses[index]);
        }
    }
    form
}

fn lesser(a: Dose, b: Dose) -> Dose {
    if a.default <= b.default { a } else { b }
}

/// Returns half a dose, rounded up to a whole step, and never below what the file allows.
fn half(dose: Dose) -> Dose {
    let step = dose.step.max(1);
    let steps_down = (dose.default / 2 / step).min((dose.default - dose.min) / step);
    let default = dose.default - steps_down * step;
    Dose { default, max: default, ..dose }
}

fn aim(dose: Dose, request: &Request<'_>, limits: &Limits) -> Dose {
    if request.gentle {
        let default = dose.gentle.unwrap_or(dose.default);
        return Dose { default, max: default, ..dose };
    }
    if limits.is_careful() {
        return Dose { max: dose.default, ..dose };
    }
    // Who asks for the article's order is given the article's doses.
    match dose.asks.filter(|_| request.order == Order::Article) {
        Some((least, most)) if least <= dose.default && dose.default <= most => {
            Dose { min: dose.min.max(least), max: dose.max.min(most), ..dose }
        }
        _ => dose,
    }
}

/// Returns every dose worth considering, the shortest first: none is both longer and no better than another.
fn options(form: &Form, breath: Millis, only: Option<Side>) -> Vec<DoseOption> {
    let mut choices: Vec<DoseChoice> = vec![Vec::new()];
    for block in &form.blocks {
        let holds: Vec<Millis> =
            block.hold.map_or(vec![Millis::ZERO], |hold| hold.amounts().map(Millis).collect());
        let tempos: Vec<Option<Millis>> = match block.tempo {
            None => vec![None],
            // Slower than usual buys nothing.
            Some(tempo) => tempo.amounts().filter(|t| *t <= tempo.default).map(|t| Some(Millis(t))).collect(),
        };
        let mut doses = Vec::new();
        for sets in block.sets.amounts() {
            for repetitions in block.repetitions.amounts() {
                let held = holds.iter().flat_map(|&hold| tempos.iter().map(move |&tempo| (hold, tempo)));
                doses.extend(held.map(|(hold, tempo)| BlockDose { sets, repetitions, hold, tempo }));
            }
        }
        let with_each = |choice: &DoseChoice| -> Vec<DoseChoice> {
            doses.iter().map(|dose| choice.iter().copied().chain([*dose]).collect()).collect()
        };
        let longer = choices.iter().flat_map(with_each).collect();
        choices = longer;
    }
    let mut options: Vec<DoseOption> = choices
        .into_iter()
        .map(|dose| DoseOption {
            relative_dose: relative_dose(&form.blocks, &dose, breath),
            hurry: hurry(form, &dose),
            length: form.length(&dose, breath, only),
            dose,
        })
        .filter(|option| option.relative_dose > 0)
        .collect();
    let worth = Score::of;
    options.sort_by(|a, b| a.length.cmp(&b.length).then(worth(b).cmp(&worth(a))).then(a.dose.cmp(&b.dose)));
    keep_improving(&mut options, worth);
    options
}

fn hurry(form: &Form, dose: &[BlockDose]) -> Millis {
    let blocks = form.blocks.iter().zip(dose);
    blocks
        .filter_map(|(block, dose)| {
            let usual = Millis(block.tempo?.default);
            Some(usual.saturating_sub(dose.tempo?) * dose.repetitions * dose.sets)
        })
        .sum()
}

impl Candidate<'_> {
    pub(super) fn item(&self, option: &DoseOption, into_position: Millis, request: &Request<'_>) -> PlanItem {
        // The easier side first.
        let first = request.sore_side.map_or(self.exercise.authored_side, |(sore, _)| sore.other());
        let sides = match (self.form.has_sides(), self.only_side) {
            (false, _) => Vec::new(),
            (true, Some(only)) => vec![only],
            (true, None) => vec![first, first.other()],
        };
        let form = self.exercise.way(self.variant.as_deref()).unwrap_or(&self.form);
        let main = form.main_block().and_then(|index| option.dose.get(index));
        PlanItem {
            exercise: self.exercise.id.clone(),
            variant: self.variant.clone(),
            position: self.form.position,
            into_position,
            work: option.length,
            dose: option.dose.clone(),
            relative_dose: option.relative_dose,
            repetitions: main.map_or(1, |dose| dose.repetitions),
            sides,
            range: self.range,
            sore_side: request.sore_side,
        }
    }
}

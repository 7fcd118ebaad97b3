//! Planning by trying everything: written from the text of the objective and from the made-up exercises'
//! plain numbers, without a line of the planner.

use std::cmp::Reverse;

use unknot_body::{Ground, Kit, Position, Side};
use unknot_routine::{BlockSides, Catalogue, Changes, Millis, Order, Plan, VariantKind};

use super::ask::{Ask, Prescribed};
use super::recipe::{Amounts, BlockRecipe, Change, Recipe, millis};

/// What the objective counts, in the order in which it counts; more is better.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worth {
    /// The usual dose done, in millionths of one exercise's.
    pub dose: u64,
    pub floor_changes: Reverse<u32>,
    pub hurry: Reverse<u64>,
    pub extra: u64,
    pub seconds: Reverse<Millis>,
    pub ids: Reverse<Vec<String>>,
}

/// The dose of one block: sets, repetitions, hold and, where it can be chosen, the length of a repetition in tenths.
type Chosen = (u32, u32, u32, Option<u32>);

/// An exercise in the way in which it would be done.
pub struct Way<'a> {
    pub recipe: &'a Recipe,
    pub variant: Option<String>,
    pub position: Position,
    /// Sets, repetitions and hold of each block, as they may be chosen today.
    pub doses: Vec<(Amounts, Amounts, Option<Amounts>)>,
    pub only: Option<Side>,
}

/// Returns what may be done, in the order in which it would be.
pub fn ways<'a>(ask: &'a Ask, changes: &Changes) -> Vec<Way<'a>> {
    let mut items: Vec<Prescribed> = ask.items.clone();
    if let Some(only) = &ask.only {
        items.retain(|item| only.contains(&item.exercise));
        for exercise in only {
            if !items.iter().any(|item| item.exercise == *exercise) {
                items.push(Prescribed { exercise: *exercise, variant: None, side: None, repetitions: None });
            }
        }
    }
    let mut ways: Vec<Way<'_>> = items.iter().filter_map(|item| way(ask, item)).collect();
    match ask.order {
        Order::Flow => ways.sort_by_key(|way| changes.flow_rank(way.position)),
        Order::Article => ways.sort_by_key(|way| way.recipe.article.unwrap_or(u32::MAX)),
        Order::Listed => {}
    }
    ways
}

fn at_hand(ask: &Ask, needs: &[(Kit, Vec<Kit>)]) -> bool {
    let there = |kit: &Kit| !ask.without.contains(kit);
    needs.iter().all(|(item, or)| there(item) || or.iter().any(there))
}

fn way<'a>(ask: &'a Ask, item: &Prescribed) -> Option<Way<'a>> {
    let recipe = &ask.recipes[item.exercise];
    let limited = ask.limited && !ask.allowed.is_empty();
    if limited && !ask.allowed.contains(&item.exercise) {
        return None;
    }
    let conditions = ask.conditions();
    let mut forced: Vec<&str> = Vec::new();
    for (_, change) in recipe.cautions.iter().filter(|(condition, _)| conditions.contains(condition)) {
        match change {
            Change::Omit => return None,
            // Two conditions that ask for different ways: neither is right for both.
            Change::Variant(variant) if forced.iter().any(|other| other != variant) => return None,
            Change::Variant(variant) => forced.push(variant),
            Change::Range(_) => {}
        }
    }
    let usual_ground = recipe.position.ground();
    let prescribed = item.variant.and_then(|v| recipe.variants.get(v));
    let mut tried: Vec<Option<&str>> = Vec::new();
    if let Some(variant) = forced.first() {
        tried.push(Some(variant));
    } else if limited {
        // In its usual form; a prescribed easier one is not taken away.
        tried.push(prescribed.filter(|v| v.kind == VariantKind::Easier).map(|v| v.id.as_str()));
    } else {
        tried.push(prescribed.map(|v| v.id.as_str()));
        let others = recipe
            .variants
            .iter()
            .filter(|v| matches!(v.kind, VariantKind::Easier | VariantKind::Substitute));
        tried.extend(others.map(|v| Some(v.id.as_str())));
    }
    let variant = tried.into_iter().find(|variant| {
        let (position, needs) = recipe.way(*variant);
        let ground = position.ground();
        at_hand(ask, needs)
            && !(ask.is_limited_to_upright() && ground == Ground::Floor)
            && !(limited && ground == Ground::Floor && usual_ground == Ground::Upright)
    })?;
    let (position, _) = recipe.way(variant);
    let of_variant = variant.and_then(|id| recipe.variants.iter().find(|v| v.id == id));
    let main = main_block(recipe, of_variant.and_then(|v| v.repetitions));
    let doses = recipe.blocks.iter().enumerate().map(|(index, block)| {
        let mut repetitions = block.repetitions;
        if let (0, Some(other)) = (index, of_variant.and_then(|v| v.repetitions)) {
            repetitions = other;
        }
        if let Some(n) = item.repetitions.filter(|_| index == main) {
            repetitions =
                Amounts { min: repetitions.min.min(n), ..Amounts::fixed(n) }.stepped(repetitions.step);
        }
        today(ask, block.sets, repetitions, block.hold)
    });
    Some(Way {
        recipe,
        variant: variant.map(str::to_owned),
        position,
        doses: doses.collect(),
        only: item.side,
    })
}

/// The block that gives an exercise its dose: the first of which more or less can be done; else the first that
/// is repeated; else the first.
fn main_block(recipe: &Recipe, first_repetitions: Option<Amounts>) -> usize {
    let repetitions = |index: usize| match first_repetitions {
        Some(other) if index == 0 => other,
        _ => recipe.blocks[index].repetitions,
    };
    let count = recipe.blocks.len();
    let several = |amounts: Amounts| amounts.all().len() > 1;
    let choosable = |i: &usize| {
        let block = &recipe.blocks[*i];
        several(repetitions(*i)) || several(block.sets) || block.hold.is_some_and(several)
    };
    (0..count).find(choosable).or_else(|| (0..count).find(|i| repetitions(*i).default > 1)).unwrap_or(0)
}

impl Amounts {
    fn stepped(self, step: u32) -> Self {
        Self { step, ..self }
    }

    fn at_most(self, usual: u32) -> Self {
        Self { default: usual, max: usual, ..self }
    }

    /// Half, rounded up to a whole step and not below what the file allows.
    fn half(self) -> Self {
        let enough = self.all().into_iter().find(|amount| amount * 2 >= self.default);
        self.at_most(enough.unwrap_or(self.default).min(self.default))
    }

    fn gentle(self) -> Self {
        self.at_most(self.gentle.unwrap_or(self.default))
    }
}

/// Returns what may be chosen today: the first sessions are gentler, a bad night halves the dose (repetitions,
/// sets or hold, whichever comes nearest to half), who may do only some exercises does no more than usual, and who
/// asks for the article is given what it asks for.
fn today(
    ask: &Ask,
    sets: Amounts,
    repetitions: Amounts,
    hold: Option<Amounts>,
) -> (Amounts, Amounts, Option<Amounts>) {
    let gentler = |a: Amounts| if ask.gentle { a.gentle() } else { a.at_most(a.default) };
    let asked_for = |a: Amounts| match a.asks {
        Some((least, most)) if ask.order == Order::Article && (least..=most).contains(&a.default) => {
            Amounts { min: a.min.max(least), max: a.max.min(most), ..a }
        }
        _ => a,
    };
    let is_careful = ask.limited && !ask.allowed.is_empty();
    if !ask.half_dose {
        let aim = |a: Amounts| match (ask.gentle, is_careful) {
            (true, _) => a.gentle(),
            (false, true) => a.at_most(a.default),
            (false, false) => asked_for(a),
        };
        return (aim(sets), aim(repetitions), hold.map(aim));
    }
    let halved = |a: Amounts| if a.half().default <= gentler(a).default { a.half() } else { gentler(a) };
    let share = |a: Amounts| f64::from(a.half().default) / f64::from(a.default);
    let of_hold = hold.map_or(1.0, share);
    if share(repetitions) <= share(sets) && share(repetitions) <= of_hold {
        (gentler(sets), halved(repetitions), hold.map(gentler))
    } else if share(sets) <= of_hold {
        (halved(sets), gentler(repetitions), hold.map(gentler))
    } else {
        (gentler(sets), gentler(repetitions), hold.map(halved))
    }
}

fn length(block: &BlockRecipe, (sets, repetitions, hold, tempo): Chosen, only: Option<Side>) -> u32 {
    if repetitions == 0 {
        return 0;
    }
    let one = tempo.unwrap_or_else(|| block.written(hold));
    let gaps = repetitions - 1;
    let (rest, switch) = (block.rest.unwrap_or(0), block.switch.unwrap_or(0));
    let set = match (block.sides, only) {
        (BlockSides::Both, _) | (_, Some(_)) => repetitions * one + gaps * rest,
        (BlockSides::Each, None) => 2 * (repetitions * one + gaps * rest) + switch,
        (BlockSides::Alternate, None) => 2 * repetitions * one + (2 * repetitions - 1) * switch,
    };
    sets * set + sets.saturating_sub(1) * block.set_rest.unwrap_or(0)
}

/// An exercise at one dose.
#[derive(Clone, Debug)]
struct Option_ {
    length: Millis,
    dose: u64,
    hurry: u64,
}

impl Way<'_> {
    /// Returns how much a choice is of the usual dose, in millionths: blocks count by the time they usually take.
    fn relative(&self, choice: &[Chosen]) -> u64 {
        let (mut done, mut usual) = (0_u128, 0_u128);
        // Over a common denominator, so that nothing is rounded before the end.
        let denominator: u128 = self
            .doses
            .iter()
            .map(|(s, r, h)| u128::from(s.default * r.default) * u128::from(h.map_or(1, |hold| hold.default)))
            .product();
        for ((block, (sets, repetitions, hold)), (s, r, h, _)) in
            self.recipe.blocks.iter().zip(&self.doses).zip(choice)
        {
            let fixed = |amounts: &Amounts| amounts.all().len() < 2;
            if fixed(sets) && fixed(repetitions) && hold.as_ref().is_none_or(fixed) {
                continue;
            }
            let usual_hold = hold.map_or(0, |hold| hold.default);
            let times = u128::from(sets.default * repetitions.default);
            let weight = u128::from(block.written(usual_hold)) * times;
            let whole = times * u128::from(hold.map_or(1, |hold| hold.default));
            let part = u128::from(s * r) * u128::from(hold.map_or(1, |_| *h));
            done += weight * part * (denominator / whole);
            usual += weight;
        }
        if usual == 0 { 1_000_000 } else { ((done * 2_000_000 / (usual * denominator)).div_ceil(2)) as u64 }
    }

    fn hurry(&self, choice: &[Chosen]) -> u64 {
        let blocks = self.recipe.blocks.iter().zip(choice);
        let faster = blocks.map(|(block, (sets, repetitions, _, tempo))| {
            let usual = block.usual_repetition();
            u64::from(usual.saturating_sub(tempo.unwrap_or(usual))) * 100 * u64::from(sets * repetitions)
        });
        faster.sum()
    }

    fn length(&self, choice: &[Chosen]) -> Millis {
        millis(
            self.recipe
                .blocks
                .iter()
                .zip(choice)
                .map(|(block, chosen)| length(block, *chosen, self.only))
                .sum(),
        )
    }

    fn options(&self) -> Vec<Option_> {
        let mut choices: Vec<Vec<Chosen>> = vec![Vec::new()];
        for (block, (sets, repetitions, hold)) in self.recipe.blocks.iter().zip(&self.doses) {
            let holds = hold.map_or(vec![0], |hold| hold.all());
            let tempos: Vec<Option<u32>> = match block.tempo {
                None => vec![None],
                Some((min, max, step)) => {
                    let usual = Amounts { min, max, step, ..Amounts::fixed(block.usual_repetition()) };
                    usual.all().into_iter().map(Some).collect()
                }
            };
            let mut longer = Vec::new();
            for choice in choices {
                for s in sets.all() {
                    for r in repetitions.all() {
                        for h in &holds {
                            for t in &tempos {
                                let mut choice = choice.clone();
                                choice.push((s, r, *h, *t));
                                longer.push(choice);
                            }
                        }
                    }
                }
            }
            choices = longer;
        }
        let options = choices.iter().map(|choice| Option_ {
            length: self.length(choice),
            dose: self.relative(choice),
            hurry: self.hurry(choice),
        });
        options.filter(|option| option.dose > 0).collect()
    }
}

/// Tries everything.
struct Search<'a> {
    ask: &'a Ask,
    changes: &'a Changes,
    ways: Vec<(Way<'a>, Vec<Option_>)>,
    best: Option<Worth>,
}

/// What has been chosen so far.
#[derive(Clone)]
struct SoFar {
    at: Option<Position>,
    length: Millis,
    dose: u64,
    floor_changes: u32,
    hurry: u64,
    extra: u64,
}

/// Returns the best that there is, or nothing where nothing fits.
pub fn best(ask: &Ask, catalogue: &Catalogue) -> Option<Worth> {
    let changes = &catalogue.changes;
    let ways = ways(ask, changes).into_iter().map(|way| {
        let options = way.options();
        (way, options)
    });
    let mut search = Search { ask, changes, ways: ways.collect(), best: None };
    let nothing = SoFar { at: None, length: Millis::ZERO, dose: 0, floor_changes: 0, hurry: 0, extra: 0 };
    search.from(0, &nothing, &mut Vec::new());
    search.best
}

impl Search<'_> {
    fn pace(&self, change: Millis) -> Millis {
        Millis(change.0 * self.ask.pace.0 / self.ask.pace.1)
    }

    fn from(&mut self, index: usize, so_far: &SoFar, chosen: &mut Vec<usize>) {
        if so_far.length > self.ask.budget {
            return;
        }
        if index == self.ways.len() {
            self.finish(so_far, chosen);
            return;
        }
        self.from(index + 1, so_far, chosen);
        let there = self.ways[index].0.position;
        let (change, floor) = match so_far.at {
            None => (self.changes.begin(there), there.ground() != Ground::Upright),
            Some(here) => (self.changes.between(here, there), there.ground() != here.ground()),
        };
        let change = self.pace(change);
        chosen.push(index);
        for option in 0..self.ways[index].1.len() {
            let option = &self.ways[index].1[option];
            let next = SoFar {
                at: Some(there),
                length: so_far.length + change + option.length,
                dose: so_far.dose + option.dose.min(1_000_000),
                floor_changes: so_far.floor_changes + u32::from(floor),
                hurry: so_far.hurry + option.hurry,
                extra: so_far.extra + option.dose.saturating_sub(1_000_000),
            };
            self.from(index + 1, &next, chosen);
        }
        chosen.pop();
    }

    fn finish(&mut self, so_far: &SoFar, chosen: &[usize]) {
        let Some(last) = so_far.at else { return };
        let floor = last.ground() == Ground::Floor;
        let up = if floor { self.pace(self.changes.between(last, Position::Standing)) } else { Millis::ZERO };
        let seconds = so_far.length + up;
        if seconds > self.ask.budget {
            return;
        }
        let floor_changes =
            if self.ask.order == Order::Flow { so_far.floor_changes + u32::from(floor) } else { 0 };
        let mut worth = Worth {
            dose: so_far.dose,
            floor_changes: Reverse(floor_changes),
            hurry: Reverse(so_far.hurry),
            extra: so_far.extra,
            seconds: Reverse(seconds),
            ids: Reverse(Vec::new()),
        };
        // The ids are only written out where everything else is at least as good.
        let without_ids = |w: &Worth| (w.dose, w.floor_changes, w.hurry, w.extra, w.seconds);
        if self.best.as_ref().is_none_or(|best| without_ids(&worth) >= without_ids(best)) {
            worth.ids = Reverse(chosen.iter().map(|index| self.ways[*index].0.recipe.id.clone()).collect());
            if self.best.as_ref().is_none_or(|best| worth > *best) {
                self.best = Some(worth);
            }
        }
    }
}

/// Returns what a plan is worth, by the made-up exercises' plain numbers.
pub fn worth(ask: &Ask, catalogue: &Catalogue, plan: &Plan) -> Worth {
    let ways = ways(ask, &catalogue.changes);
    let mut worth = Worth {
        dose: 0,
        floor_changes: Reverse(if ask.order == Order::Flow { plan.floor_changes() } else { 0 }),
        hurry: Reverse(0),
        extra: 0,
        seconds: Reverse(plan.total()),
        ids: Reverse(plan.items.iter().map(|item| item.exercise.clone()).collect()),
    };
    for item in &plan.items {
        let way = ways
            .iter()
            .find(|way| way.recipe.id == item.exercise)
            .expect("planned though it may not be done");
        assert_eq!((&way.variant, way.position), (&item.variant, item.position), "{}", item.exercise);
        let chosen: Vec<Chosen> = item
            .dose
            .iter()
            .map(|dose| {
                (dose.sets, dose.repetitions, dose.hold.0 / 100, dose.tempo.map(|tempo| tempo.0 / 100))
            })
            .collect();
        for ((block, (sets, repetitions, hold)), (s, r, h, t)) in
            way.recipe.blocks.iter().zip(&way.doses).zip(&chosen)
        {
            assert!(sets.all().contains(s), "{s} sets of {sets:?}");
            assert!(repetitions.all().contains(r), "{r} repetitions of {repetitions:?}");
            assert!(hold.map_or(*h == 0, |hold| hold.all().contains(h)), "a hold of {h} of {hold:?}");
            let (min, max, _) = block.tempo.unwrap_or_default();
            assert!(t.map_or(block.tempo.is_none(), |t| (min..=max).contains(&t)), "a tempo of {t:?}");
        }
        assert_eq!(item.work, way.length(&chosen), "{}", item.exercise);
        let dose = way.relative(&chosen);
        assert_eq!(u64::from(item.relative_dose), dose, "{}", item.exercise);
        worth.dose += dose.min(1_000_000);
        worth.extra += dose.saturating_sub(1_000_000);
        worth.hurry.0 += way.hurry(&chosen);
    }
    worth
}

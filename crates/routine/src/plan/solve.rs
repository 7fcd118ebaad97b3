//! The best plan, exactly: a knapsack whose pieces also cost the way from one position to the next.
//!
//! The order of the candidates is given, so a plan is a subsequence of them with a dose for each. Going
//! through them from the last to the first, `fronts[p]` holds the plans that begin in position `p` with
//! some later candidate: of these only those matter than which no other is at most as long and at least as
//! good, because what comes before adds the same to both. Scores add up component by component and are
//! compared lexicographically, which addition respects; so nothing that is dropped could have become best.
//!
//! Most of these labels cannot become best in the time that is left before them. So the search first looks
//! only for plans close to what a bound says is possible at most, and farther from it if there are none.

use std::cmp::{Ordering, Reverse};
use std::ops::Add;

use unknot_body::{Ground, Named, Position};

use super::USUAL_DOSE;
use super::bound::Bound;
use super::candidates::{Candidate, DoseOption};
use super::request::Request;
use crate::changes::Changes;
use crate::programme::Order;
use crate::time::Millis;

/// How good a plan is by the objective, its length and ids apart: fields in the order in which they count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Score {
    /// The sum over exercises of their dose, at most the usual one, in millionths.
    dose: u64,
    /// Changes between floor and standing; counted only in flow order.
    floor_changes: Reverse<u32>,
    /// How much faster than usual repetitions are, all together.
    hurry: Reverse<Millis>,
    /// The sum of what is above the usual dose, in millionths.
    extra: u64,
}

impl Score {
    /// Returns what one exercise at a dose adds to a plan.
    pub(super) fn of(option: &DoseOption) -> Self {
        Self {
            dose: option.relative_dose.min(USUAL_DOSE).into(),
            floor_changes: Reverse(0),
            hurry: Reverse(option.hurry),
            extra: option.relative_dose.saturating_sub(USUAL_DOSE).into(),
        }
    }

    fn floor_change(from: Ground, to: Ground, order: Order) -> Self {
        let counted = from != to && order == Order::Flow;
        Self { floor_changes: Reverse(u32::from(counted)), ..Self::default() }
    }
}

impl Add for Score {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            dose: self.dose + other.dose,
            floor_changes: Reverse(self.floor_changes.0 + other.floor_changes.0),
            hurry: Reverse(self.hurry.0 + other.hurry.0),
            extra: self.extra + other.extra,
        }
    }
}

/// The rest of a plan, from some exercise on.
#[derive(Clone, Copy, Debug)]
struct Label {
    length: Millis,
    score: Score,
    /// The first exercise with its dose, and the label of what follows it; none at the end of the plan.
    first: Option<Link>,
}

#[derive(Clone, Copy, Debug)]
struct Link {
    candidate: usize,
    option: usize,
    /// Where in the arena the rest begins.
    rest: usize,
}

/// Labels that others link to.
struct Arena<'a> {
    labels: Vec<Label>,
    /// Where each candidate's id comes among all, so that ids are compared as numbers.
    id_rank: &'a [usize],
}

impl Arena<'_> {
    /// Compares by the objective, the best first: score, then length, then ids.
    fn better_first(&self, a: &Label, b: &Label) -> Ordering {
        b.score.cmp(&a.score).then(a.length.cmp(&b.length)).then_with(|| self.by_ids(a.first, b.first))
    }

    fn by_ids(&self, mut a: Option<Link>, mut b: Option<Link>) -> Ordering {
        loop {
            let (Some(left), Some(right)) = (a, b) else { return a.is_some().cmp(&b.is_some()) };
            let order = self.id_rank[left.candidate].cmp(&self.id_rank[right.candidate]);
            if order != Ordering::Equal || left.rest == right.rest {
                return order;
            }
            (a, b) = (self.labels[left.rest].first, self.labels[right.rest].first);
        }
    }

    /// Keeps the labels than which no other is at most as long and at least as good, the shortest first.
    fn front(&self, labels: &mut Vec<Label>) {
        labels.sort_unstable_by(|a, b| a.length.cmp(&b.length).then_with(|| self.better_first(a, b)));
        keep_improving(labels, |label| label.score);
    }
}

/// Everything that stays the same all through a search.
struct Search<'a> {
    candidates: &'a [Candidate<'a>],
    changes: &'a Changes,
    request: &'a Request<'a>,
    /// Where each candidate's id comes among all, so that ids are compared as numbers.
    id_rank: Vec<usize>,
    bound: Bound,
}

/// How far from the bound plans are looked for first, in millionths of an exercise.
const NEAR: u64 = 50_000;

/// Returns the best plan as candidates with the index of their dose.
pub(super) fn best(
    candidates: &[Candidate<'_>],
    changes: &Changes,
    request: &Request<'_>,
) -> Vec<(usize, usize)> {
    let mut by_id: Vec<usize> = (0..candidates.len()).collect();
    by_id.sort_by_key(|&index| &candidates[index].exercise.id);
    let mut id_rank = vec![0; candidates.len()];
    for (rank, index) in by_id.into_iter().enumerate() {
        id_rank[index] = rank;
    }
    let bound = Bound::new(candidates, changes, request);
    let possible = bound.possible;
    let search = Search { candidates, changes, request, id_rank, bound };
    let mut near = NEAR;
    loop {
        let goal = possible.saturating_sub(near);
        let (dose, chosen) = search.best(goal);
        // No plan with at least that dose was left aside, so that the best of them is the best of all.
        if dose >= goal {
            return chosen;
        }
        near = near.saturating_mul(2);
    }
}

impl Search<'_> {
    /// Returns the dose of the best plan and the plan, where it has at least the dose `goal`; else some plan
    /// with less.
    fn best(&self, goal: u64) -> (u64, Vec<(usize, usize)>) {
        let Self { candidates, changes, request, .. } = *self;
        let end = Label { length: Millis::ZERO, score: Score::default(), first: None };
        let mut arena = Arena { labels: vec![end], id_rank: &self.id_rank };
        // For every position, the labels of plans that begin in it, by their place in the arena.
        let mut fronts: Vec<Vec<usize>> = vec![Vec::new(); Position::ALL.len()];

        for (index, candidate) in candidates.iter().enumerate().rev() {
            let here = candidate.form.position;
            // Whether the exercises before this one can still make up what is missing.
            let can_reach = |label: &Label| {
                let left = request.budget.saturating_sub(label.length);
                self.bound.can_reach(goal, index, label.score.dose, left)
            };
            let tails = self.tails(&arena, &fronts, index, goal);
            let mut labels: Vec<Label> = Vec::new();
            for (rest, tail) in &tails {
                for (option, dose) in candidate.options.iter().enumerate() {
                    let first = Some(Link { candidate: index, option, rest: *rest });
                    let length = dose.length + tail.length;
                    if length > request.budget {
                        break; // Options come the shortest first.
                    }
                    let label = Label { length, score: Score::of(dose) + tail.score, first };
                    labels.extend(Some(label).filter(can_reach));
                }
            }
            if labels.is_empty() {
                continue;
            }
            labels.extend(fronts[here as usize].iter().map(|&at| arena.labels[at]).filter(can_reach));
            arena.front(&mut labels);
            let start = arena.labels.len();
            arena.labels.extend(labels);
            fronts[here as usize] = (start..arena.labels.len()).collect();
        }

        let mut best = end;
        for position in Position::ALL {
            let begin = request.pace(changes.begin(*position));
            let step = Score::floor_change(Ground::Upright, position.ground(), request.order);
            for &at in &fronts[*position as usize] {
                let label = arena.labels[at];
                let whole = Label { length: begin + label.length, score: step + label.score, ..label };
                if whole.length <= request.budget && arena.better_first(&whole, &best) == Ordering::Less {
                    best = whole;
                }
            }
        }
        let mut chosen = Vec::new();
        let mut next = best.first;
        while let Some(link) = next {
            chosen.push((link.candidate, link.option));
            next = arena.labels[link.rest].first;
        }
        (best.score.dose, chosen)
    }

    /// Returns what can follow a candidate, with the way there counted in.
    fn tails(
        &self,
        arena: &Arena<'_>,
        fronts: &[Vec<usize>],
        index: usize,
        goal: u64,
    ) -> Vec<(usize, Label)> {
        let Self { candidates, changes, request, .. } = *self;
        let here = candidates[index].form.position;
        let get_up = Label {
            length: request.pace(changes.get_up(here)),
            score: Score::floor_change(here.ground(), Ground::Upright, request.order),
            first: None,
        };
        let mut tails = vec![(0, get_up)];
        for &there in Position::ALL {
            let way = request.pace(changes.between(here, there));
            let step = Score::floor_change(here.ground(), there.ground(), request.order);
            let front = fronts[there as usize].iter().map(|&at| (at, arena.labels[at]));
            tails.extend(front.map(|(at, label)| {
                (at, Label { length: way + label.length, score: step + label.score, ..label })
            }));
        }
        tails.retain(|(_, label)| {
            let left = request.budget.saturating_sub(label.length);
            label.length <= request.budget && self.bound.can_reach_after(goal, index, label.score.dose, left)
        });
        tails.sort_unstable_by(|(_, a), (_, b)| {
            a.length.cmp(&b.length).then_with(|| arena.better_first(a, b))
        });
        keep_improving(&mut tails, |(_, label)| label.score);
        tails
    }
}

/// Keeps of a list that is sorted by length whatever is better than all that is shorter.
pub(super) fn keep_improving<T>(sorted: &mut Vec<T>, score: impl Fn(&T) -> Score) {
    let mut best: Option<Score> = None;
    sorted.retain(|item| {
        let better = best.is_none_or(|best| score(item) > best);
        if better {
            best = Some(score(item));
        }
        better
    });
}

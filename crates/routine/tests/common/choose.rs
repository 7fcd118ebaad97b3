//! Strategies for made-up exercises.

use proptest::prelude::*;
use proptest::sample::select;
use unknot_body::{Kit, Position, Side};
use unknot_routine::{BlockSides, VariantKind};

use super::ask::{Ask, asks};
use super::recipe::{Amounts, BlockRecipe, Change, Recipe, VariantRecipe, tenths};

/// Conditions of the content's screen that made-up exercises know.
pub const CONDITIONS: &[&str] = &["osteoporosis", "pregnant", "knee"];

/// Returns a strategy for repetitions with up to that many fewer than usual.
pub fn repetitions(most_choices: u32) -> impl Strategy<Value = Amounts> {
    let default = 1..11_u32;
    (default, 0..=most_choices, 0..=2_u32, select(vec![1_u32, 1, 2]), any::<[bool; 3]>(), 0..3_u32).prop_map(
        move |(default, below, above, step, [has_gentle, has_asks, asks_outside], less)| {
            let min = default.saturating_sub(below * step);
            let gentle = has_gentle.then(|| default.saturating_sub(less).max(min).max(1));
            let shift = if asks_outside { default } else { 0 };
            Amounts {
                default,
                min,
                max: default + above.min(most_choices) * step,
                step,
                gentle,
                asks: has_asks.then_some((default.saturating_sub(1) + shift, default + 1 + shift)),
            }
        },
    )
}

/// Returns a strategy for holds, in tenths of a second.
pub fn holds() -> impl Strategy<Value = Amounts> {
    let default = select(vec![30_u32, 50, 70, 100, 200]);
    (default, 0..=2_u32, 0..=1_u32, select(vec![5_u32, 10, 25, 50]), any::<[bool; 2]>()).prop_map(
        |(default, below, above, step, [has_gentle, has_asks])| Amounts {
            default,
            min: default.saturating_sub(below * step),
            max: default + above * step,
            step,
            gentle: has_gentle.then_some(default.saturating_sub(step * below).max(1)),
            asks: has_asks.then_some((default.saturating_sub(step), default)),
        },
    )
}

/// What in a block can be chosen.
#[derive(Clone, Copy, Debug)]
enum Chosen {
    Repetitions,
    Hold,
    Both,
    Tempo,
    Sets,
    Nothing,
}

pub fn sides() -> impl Strategy<Value = BlockSides> {
    select(vec![BlockSides::Both, BlockSides::Both, BlockSides::Each, BlockSides::Alternate])
}

pub fn blocks() -> impl Strategy<Value = BlockRecipe> {
    let chosen = select(vec![
        Chosen::Repetitions,
        Chosen::Hold,
        Chosen::Both,
        Chosen::Tempo,
        Chosen::Tempo,
        Chosen::Sets,
        Chosen::Nothing,
    ]);
    let gap = || proptest::option::of(1..40_u32);
    let lengths = (1..60_u32, 1..60_u32, gap(), gap(), gap());
    (chosen, sides(), repetitions(4), repetitions(1), holds(), lengths, any::<bool>()).prop_map(
        |(chosen, sides, many, few, hold, (there, back, rest, switch, set_rest), has_hold)| {
            let (repetitions, hold) = match chosen {
                Chosen::Repetitions => (many, has_hold.then(|| Amounts::fixed(hold.default))),
                Chosen::Hold => (Amounts::fixed(1), Some(hold)),
                Chosen::Both => (few, Some(hold)),
                Chosen::Tempo | Chosen::Sets => (few, None),
                Chosen::Nothing => (Amounts::fixed(2), None),
            };
            let usual = there + back;
            let sets = if matches!(chosen, Chosen::Sets) {
                Amounts { min: 1, max: 3, ..Amounts::fixed(2) }
            } else {
                Amounts::fixed(1)
            };
            let tempo =
                matches!(chosen, Chosen::Tempo).then(|| (usual - usual / 3, usual + 5, (usual / 6).max(5)));
            BlockRecipe {
                sides,
                sets,
                repetitions,
                hold,
                tempo,
                there,
                back,
                rest,
                switch,
                set_rest,
                sore_spot: false,
                cues: Default::default(),
            }
        },
    )
}

fn needs() -> impl Strategy<Value = Vec<(Kit, Vec<Kit>)>> {
    let kit = || select(vec![Kit::Mat, Kit::Roller, Kit::Chair, Kit::Towel]);
    proptest::collection::vec((kit(), proptest::collection::vec(kit(), 0..2)), 0..2)
}

/// Positions with several of a kind, so that plans stay in one or come back to it.
pub fn positions() -> impl Strategy<Value = Position> {
    select(vec![
        Position::Standing,
        Position::Standing,
        Position::Wall,
        Position::Chair,
        Position::AllFours,
        Position::Prone,
        Position::Prone,
        Position::Kneeling,
        Position::SupineRoller,
    ])
}

fn variants() -> impl Strategy<Value = Vec<VariantRecipe>> {
    let kind = select(vec![
        VariantKind::Easier,
        VariantKind::Easier,
        VariantKind::Harder,
        VariantKind::Substitute,
        VariantKind::AsWritten,
    ]);
    let one = (
        kind,
        proptest::option::of(positions()),
        proptest::option::of(needs()),
        proptest::option::of(30..100_u32),
        proptest::option::of(repetitions(2)),
    );
    proptest::collection::vec(one, 0..3).prop_map(|all| {
        let named = all.into_iter().enumerate();
        named
            .map(|(index, (kind, position, needs, range, repetitions))| VariantRecipe {
                id: format!("v{index}"),
                kind,
                position,
                needs,
                range,
                repetitions,
            })
            .collect()
    })
}

fn cautions() -> impl Strategy<Value = Vec<(usize, usize)>> {
    proptest::collection::vec((0..CONDITIONS.len(), 0..4_usize), 0..3)
}

/// Returns a strategy for exercises, whose ids and article numbers are those of their place in the list.
pub fn recipes(count: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Vec<Recipe>> {
    let one = (
        (positions(), needs(), proptest::collection::vec(blocks(), 1..3), variants(), cautions()),
        (any::<bool>(), any::<bool>(), proptest::collection::vec((5..120_u32, 3..60_u32), 0..3)),
        proptest::option::of(1..40_u32),
    );
    proptest::collection::vec(one, count).prop_map(|all| {
        // Ids and numbers run against each other, so that no order is right by chance.
        let number = |index: usize| 1 + (index as u32 * 7 + 3) % 11;
        all.into_iter()
            .enumerate()
            .map(
                |(
                    index,
                    ((position, needs, mut blocks, variants, cautions), (in_article, left, into), closing),
                )| {
                    // A second block doubles the choices; that its weight is the first one's keeps shares exact.
                    if blocks.len() > 1 {
                        let first = blocks[0].clone();
                        let second = &mut blocks[1];
                        *second = BlockRecipe { repetitions: first.repetitions, hold: first.hold, ..first };
                        if second.sets.all().len()
                            * second.repetitions.all().len()
                            * second.hold.map_or(1, |h| h.all().len())
                            > 4
                            || second.tempo.is_some()
                        {
                            blocks.pop();
                        }
                    }
                    let cautions = cautions
                        .into_iter()
                        .filter_map(|(condition, effect)| {
                            let change = match effect {
                                0 => Change::Omit,
                                1 => Change::Range(60),
                                2 => Change::Range(80),
                                _ => Change::Variant(
                                    variants.get(condition % 2).or(variants.first())?.id.clone(),
                                ),
                            };
                            Some((CONDITIONS[condition].to_owned(), change))
                        })
                        .collect();
                    Recipe {
                        id: format!("ex-{}", (index * 5 + 3) % 11),
                        article: in_article.then(|| number(index)),
                        authored_side: if left { Side::Left } else { Side::Right },
                        position,
                        needs,
                        blocks,
                        variants,
                        cautions,
                        into,
                        closing,
                    }
                },
            )
            .collect()
    })
}

/// Returns a strategy for cues, as they are written in the list of a phase.
pub fn cues() -> impl Strategy<Value = String> {
    let when = prop_oneof![
        (0..100_u32).prop_map(|at| format!("at = {}", tenths(at))),
        (0..60_u32).prop_map(|before| format!("before_end = {}", tenths(before))),
        (0..10_u32).prop_map(|share| format!("fraction = 0.{share}")),
    ];
    let what = prop_oneof![
        3 => (3..60_u32).prop_map(|n| format!("say = 'n{n}'")),
        1 => Just("tone = 'hold'".to_owned()),
        1 => Just("count = true".to_owned()),
    ];
    let timed = (when, what).prop_map(|(when, what)| format!("{when}, {what}"));
    let content = prop_oneof![8 => timed, 1 => (1..5_u32).prop_map(|from| format!("countdown = {from}"))];
    let on = proptest::option::of(select(vec!["every", "first", "later", "last"]));
    let priority = proptest::option::of(select(vec!["may", "should", "must"]));
    let repetitions = proptest::option::weighted(0.1, proptest::collection::vec(1..5_u32, 1..3));
    let least = proptest::option::weighted(0.1, 10..100_u32);
    (content, on, priority, repetitions, least).prop_map(|(content, on, priority, repetitions, least)| {
        let on = on.map_or(String::new(), |on| format!(", on = '{on}'"));
        let priority = priority.map_or(String::new(), |priority| format!(", priority = '{priority}'"));
        let repetitions = repetitions.map_or(String::new(), |only| format!(", repetitions = {only:?}"));
        let least = least.map_or(String::new(), |least| format!(", least = {}", tenths(least)));
        format!("{{ {content}{on}{priority}{repetitions}{least} }}")
    })
}

/// Returns a strategy for what is asked, with time enough, of exercises in whose phases much is said.
pub fn talkative(most: usize) -> impl Strategy<Value = Ask> {
    asks(most).prop_flat_map(|ask| {
        let blocks: usize = ask.recipes.iter().map(|recipe| recipe.blocks.len()).sum();
        let of_phase = || proptest::collection::vec(cues(), 0..6);
        let of_block =
            (of_phase(), of_phase(), of_phase()).prop_map(|(there, hold, back)| [there, hold, back]);
        let cues = proptest::collection::vec(of_block, blocks);
        (Just(ask), cues).prop_map(|(mut ask, cues)| {
            ask.budget = ask.budget * 4;
            let blocks = ask.recipes.iter_mut().flat_map(|recipe| &mut recipe.blocks);
            for (block, cues) in blocks.zip(cues) {
                block.cues = cues;
            }
            ask
        })
    })
}

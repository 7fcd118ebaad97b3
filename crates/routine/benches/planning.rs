//! How long planning and compiling take: the seven, and a made-up catalogue of five hundred exercises.
//!
//! `cargo bench -p unknot-routine --bench planning`

#![allow(missing_docs, reason = "criterion's macros write functions")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "what cannot be read cannot be measured")]

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};
use unknot_routine::{
    Catalogue, Changes, Exercise, Millis, Order, Phrase, Plan, Programme, Request, Screen, SpokenLength,
    Timeline,
};

/// Every word takes two seconds.
struct TwoSeconds;

impl SpokenLength for TwoSeconds {
    fn seconds(&self, _: &Phrase) -> f64 {
        2.0
    }
}

fn empty() -> Catalogue {
    let changes = Changes::parse("changes.toml", unknot_content::CHANGES.text).unwrap();
    let screen = Screen::parse("screen.toml", unknot_content::SCREEN.text).unwrap();
    Catalogue::new(changes, screen)
}

fn seven() -> (Catalogue, Programme) {
    let mut catalogue = empty();
    for file in unknot_content::EXERCISES {
        catalogue
            .add(Exercise::parse(file.path, file.text).unwrap_or_else(|error| panic!("{error}")))
            .unwrap();
    }
    let file = &unknot_content::PROGRAMMES[0];
    (catalogue, Programme::parse(file.path, file.text).unwrap())
}

/// A small generator of random numbers (SplitMix64, Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn between(&mut self, least: u64, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        least + (mixed ^ (mixed >> 31)) % (most - least + 1)
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[usize::try_from(self.between(0, from.len() as u64 - 1)).unwrap()]
    }
}

const POSITIONS: &[&str] = &[
    "standing",
    "wall",
    "table",
    "chair",
    "all-fours",
    "prone",
    "kneeling",
    "side-lying",
    "supine",
    "supine-roller",
];

/// Returns that many exercises with the doses that exercises have, and lengths in whole seconds or in tenths.
fn many(count: u64, in_tenths: bool) -> (Catalogue, Programme) {
    let (mut catalogue, mut dice) = (empty(), Dice(7));
    let mut items = Vec::new();
    for index in 0..count {
        let position = dice.pick(POSITIONS);
        let seconds = |dice: &mut Dice, least: u64, most: u64| {
            let tenths = if in_tenths { dice.between(0, 9) } else { 0 };
            format!("{}.{tenths}", dice.between(least, most))
        };
        let (there, back) = (seconds(&mut dice, 1, 4), seconds(&mut dice, 1, 4));
        let sides = dice.pick(&["both", "both", "each", "alternate"]);
        let (dose, hold) = match dice.between(0, 2) {
            0 => {
                let usual = dice.between(6, 12);
                (
                    format!("repetitions = {{ default = {usual}, range = [{}, {}] }}", usual - 4, usual + 3),
                    false,
                )
            }
            1 => {
                let (least, most) = (dice.between(2, 3) * 5, dice.between(4, 6) * 5);
                (format!("hold = {{ default = {most}, range = [{least}, {}], step = 5 }}", most + 10), true)
            }
            _ => {
                let hold = dice.between(4, 6);
                let hold = format!("hold = {{ default = {hold}, range = [{}, {}] }}", hold - 1, hold + 2);
                (format!("repetitions = {{ default = 3, range = [2, 5] }}\n{hold}"), true)
            }
        };
        let hold =
            if hold { "[[blocks.phases]]\nname = 'hold'\nkind = 'hold'\ncaption = 'hold'\n" } else { "" };
        let text = format!(
            "id = 'exercise-{index}'\nposition = '{position}'\nstart = 'start'\narticle = {index}\n\
             [postures.start]\n[postures.there]\nelbow.flexion = 90\n\
             [[blocks]]\nid = 'main'\nsides = '{sides}'\n{dose}\n\
             [[blocks.phases]]\nname = 'there'\nkind = 'move'\nseconds = {there}\nposture = 'there'\nsay = 'there'\n{hold}\
             [[blocks.phases]]\nname = 'back'\nkind = 'return'\nseconds = {back}\nposture = 'start'\ncaption = 'back'\n"
        );
        catalogue
            .add(Exercise::parse("made-up.toml", &text).unwrap_or_else(|error| panic!("{error}")))
            .unwrap();
        items.push(format!("{{ exercise = 'exercise-{index}' }}"));
    }
    let text = format!("id = 'many'\nitems = [{}]", items.join(", "));
    (catalogue, Programme::parse("many.toml", &text).unwrap())
}

fn planning(c: &mut Criterion) {
    let (catalogue, programme) = seven();
    for (order, name) in [(Order::Flow, "flow"), (Order::Article, "article")] {
        let request = Request { order, ..Request::of(&programme) };
        c.bench_function(&format!("plan/seven/{name}"), |b| {
            b.iter(|| Plan::make(&catalogue, black_box(&request)));
        });
    }
    let plan = Plan::make(&catalogue, &Request::of(&programme)).unwrap();
    c.bench_function("compile/seven", |b| {
        b.iter(|| Timeline::compile(&catalogue, black_box(&plan), &TwoSeconds).unwrap());
    });
    let timeline = Timeline::compile(&catalogue, &plan, &TwoSeconds).unwrap();
    let mut seconds = 0.0;
    c.bench_function("at/seven", |b| {
        b.iter(|| {
            seconds = (seconds + 0.7) % 420.0;
            timeline.at(black_box(seconds)).index
        });
    });
}

fn planning_of_many(c: &mut Criterion) {
    for (in_tenths, seconds) in [(false, "whole"), (true, "tenths")] {
        let (catalogue, programme) = many(500, in_tenths);
        for minutes in [7, 20] {
            for (order, name) in [(Order::Flow, "flow"), (Order::Listed, "listed")] {
                let request = Request { order, budget: Millis(minutes * 60_000), ..Request::of(&programme) };
                c.bench_function(&format!("plan/500-{seconds}/{minutes}-minutes/{name}"), |b| {
                    b.iter(|| Plan::make(&catalogue, black_box(&request)).unwrap());
                });
            }
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).measurement_time(Duration::from_secs(3)).warm_up_time(Duration::from_millis(500));
    targets = planning_of_many, planning
}
criterion_main!(benches);

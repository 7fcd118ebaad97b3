//! What the content holds: seven exercises at the doses that were decided, for the people they are meant for, in
//! a plan of seven minutes.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::recipe::rules;
use common::{real, seven};
use unknot_body::{Kit, Named, Position};
use unknot_content::File;
use unknot_routine::{
    BlockDose, Catalogue, Effect, Form, Millis, Order, Plan, Programme, Reason, Request, Verdict,
};

const FLOW: [&str; 7] = [
    "w-and-y",
    "wall-angels",
    "levator-scapulae",
    "opposite-arm-and-leg",
    "back-extension",
    "childs-pose",
    "foam-rolling",
];

const BUDGET: Millis = Millis(420_000);

#[test]
fn every_file_can_be_read_and_fits_the_others() {
    let catalogue = seven();
    for file in unknot_content::PROGRAMMES {
        let programme = Programme::parse(file.path, file.text).unwrap();
        programme.check_against(&catalogue, file.path, file.text).unwrap();
        assert_eq!(file.path, format!("programmes/{}.toml", programme.id));
    }
    let rules = rules();
    assert!(catalogue.programme(&rules.severe_programme).is_some());
    for meanwhile in catalogue.screen.stages.iter().filter_map(|stage| stage.meanwhile.as_deref()) {
        assert!(catalogue.programme(meanwhile).is_some(), "{meanwhile}");
    }
    assert!(catalogue.programme(unknot_content::DEFAULT_PROGRAMME).is_some());
}

#[test]
fn there_are_seven_exercises_with_the_numbers_of_the_article() {
    let catalogue = seven();
    assert_eq!(catalogue.exercises().count(), 7);
    for (index, (file, id)) in unknot_content::EXERCISES.iter().zip(real::IDS).enumerate() {
        assert_eq!(file.path, format!("exercises/{id}.toml"));
        let exercise = catalogue.exercise(id).unwrap();
        assert_eq!(exercise.article, Some(u32::try_from(index).unwrap() + 1), "{id}");
    }
}

/// Returns everything of an exercise that a plan may choose: the least, the usual and the most.
fn choices(form: &Form) -> String {
    let mut all = Vec::new();
    for block in &form.blocks {
        let doses = [
            ("sets", Some(block.sets), 1.0),
            ("repetitions", Some(block.repetitions), 1.0),
            ("hold", block.hold, 1000.0),
            ("tempo", block.tempo, 1000.0),
        ];
        for (what, dose, unit) in doses {
            let Some(dose) = dose.filter(|dose| dose.count() > 1) else { continue };
            let [min, default, max] = [dose.min, dose.default, dose.max].map(|n| f64::from(n) / unit);
            let gentle = dose.gentle.map_or(String::new(), |gentle| format!(" (at first {gentle})"));
            all.push(format!("{what} {min} {default} {max}{gentle}"));
        }
    }
    all.join(", ")
}

/// For each exercise its number, the seconds of work at its usual dose, and what a plan may choose.
#[test]
fn doses_are_those_that_were_decided() {
    let table = [
        ("w-and-y", 3, 46, "repetitions 1 2 3"),
        ("wall-angels", 7, 45, "repetitions 6 10 10 (at first 6), tempo 4 4.5 5"),
        ("levator-scapulae", 4, 65, "hold 10 20 20"),
        ("opposite-arm-and-leg", 6, 32, "hold 10 10 15"),
        ("back-extension", 5, 79, "repetitions 5 8 10 (at first 5)"),
        ("childs-pose", 2, 33, "hold 4 5 10"),
        ("foam-rolling", 1, 36, "repetitions 1 2 4, repetitions 0 1 2"),
    ];
    let catalogue = seven();
    for (id, number, seconds, choice) in table {
        let exercise = catalogue.exercise(id).unwrap();
        let form = &exercise.form;
        let work = form.length(&form.default_choice(), exercise.breath, None);
        assert_eq!((exercise.article, work), (Some(number), Millis(seconds * 1000)), "{id}");
        assert_eq!(choices(form), choice, "{id}");
        assert_eq!(exercise.breath, Millis(4000), "{id}");
    }
}

#[test]
fn changes_take_as_long_as_was_decided() {
    let table = [
        ("standing", "wall", 8),
        ("wall", "standing", 8),
        ("standing", "chair", 8),
        ("chair", "standing", 8),
        ("wall", "chair", 8),
        ("chair", "wall", 8),
        ("standing", "all-fours", 12),
        ("wall", "all-fours", 12),
        ("chair", "all-fours", 12),
        ("all-fours", "prone", 10),
        ("prone", "kneeling", 6),
        ("all-fours", "kneeling", 4),
        ("kneeling", "all-fours", 4),
        ("kneeling", "supine-roller", 18),
        ("prone", "supine-roller", 18),
        ("all-fours", "supine-roller", 18),
        ("supine-roller", "prone", 12),
        ("supine-roller", "kneeling", 14),
        ("supine-roller", "all-fours", 14),
        ("supine-roller", "standing", 12),
        ("kneeling", "standing", 8),
        ("all-fours", "standing", 8),
        ("prone", "standing", 12),
        ("standing", "supine-roller", 20),
        ("chair", "supine-roller", 20),
    ];
    let changes = seven().changes;
    let position = |name: &str| Position::parse(name).unwrap();
    for (from, to, seconds) in table {
        let change = changes.between(position(from), position(to));
        assert_eq!(change, Millis(seconds * 1000), "{from} → {to}");
    }
    assert_eq!(changes.begin(Position::Standing), Millis(5000));
    assert_eq!(changes.begin(Position::Wall), Millis(13_000));
    assert_eq!(changes.get_up(Position::Chair), Millis::ZERO);
}

fn ids(plan: &Plan) -> Vec<&str> {
    plan.items.iter().map(|item| item.exercise.as_str()).collect()
}

fn usual(catalogue: &Catalogue, id: &str) -> Vec<BlockDose> {
    catalogue.exercise(id).unwrap().form.default_choice()
}

/// 336 seconds of work and 79 of getting there make 415, and there are five to spare.
#[test]
fn the_usual_plan_flows_and_takes_seven_minutes() {
    let catalogue = seven();
    let exactly = real::plan(&catalogue, "seven", |request| request.budget = Millis(415_000));
    assert_eq!(ids(&exactly), FLOW);
    assert_eq!((exactly.total(), exactly.brisk), (Millis(415_000), false));
    assert_eq!(exactly.items.iter().map(|item| item.work).sum::<Millis>(), Millis(336_000));
    for item in &exactly.items {
        assert_eq!(item.dose, usual(&catalogue, &item.exercise), "{}", item.exercise);
    }

    let plan = real::plan(&catalogue, "seven", |_| {});
    assert_eq!(ids(&plan), FLOW);
    assert!(!plan.brisk && plan.left_out.is_empty() && plan.total() <= BUDGET, "{}", plan.total());
    assert!(plan.items.iter().all(|item| item.relative_dose >= 1_000_000 && item.variant.is_none()));
    assert_eq!(plan.floor_changes(), 2, "down to the floor once, and up");

    let short = real::plan(&catalogue, "seven", |request| request.budget = Millis(414_999));
    assert!(short.brisk && short.total() < Millis(415_000));
}

#[test]
fn the_articles_order_takes_seven_minutes_too_and_is_brisk() {
    let catalogue = seven();
    let article = |budget: Millis| {
        real::plan(&catalogue, "seven", |request| {
            request.order = Order::Article;
            request.budget = budget;
        })
    };
    let plan = article(BUDGET);
    assert_eq!(ids(&plan), real::IDS);
    assert!(plan.brisk && plan.left_out.is_empty() && plan.total() <= BUDGET, "{}", plan.total());
    // The neck is held for 15 seconds, the roller passes once, angels take 4 seconds; the rest is as usual.
    for item in &plan.items {
        let mut expected = usual(&catalogue, &item.exercise);
        match item.exercise.as_str() {
            "levator-scapulae" => expected[0].hold = Millis(15_000),
            "foam-rolling" => expected[1].repetitions = 1,
            "wall-angels" => expected[0].tempo = Some(Millis(4000)),
            _ => {}
        }
        assert_eq!(item.dose, expected, "{}", item.exercise);
    }
    // With 439 seconds nothing would have to give way.
    let longer = article(Millis(439_000));
    assert_eq!((ids(&longer), longer.total(), longer.brisk), (real::IDS.to_vec(), Millis(439_000), false));
}

#[test]
fn the_first_sessions_are_gentle_and_take_seven_minutes_at_most() {
    let catalogue = seven();
    let plan = real::plan(&catalogue, "seven", real::gently);
    assert_eq!(ids(&plan), FLOW);
    assert!(!plan.brisk && plan.total() <= BUDGET);
    assert_eq!(plan.total(), Millis(406_500), "about 407 seconds");
    let repetitions = |id: &str| plan.items.iter().find(|item| item.exercise == id).unwrap().repetitions;
    assert_eq!((repetitions("wall-angels"), repetitions("back-extension")), (6, 5));
    // Half as long again for every change, which a person new to it needs.
    let usual = real::plan(&catalogue, "seven", |_| {});
    for (gentle, usual) in plan.items.iter().zip(&usual.items) {
        assert_eq!(gentle.into_position.0 * 2, usual.into_position.0 * 3, "{}", usual.exercise);
    }
}

#[test]
fn the_short_programmes_are_those_that_were_decided() {
    let catalogue = seven();
    assert_eq!(ids(&real::plan(&catalogue, "office", |_| {})), FLOW[..3]);
    assert_eq!(ids(&real::plan(&catalogue, "standing", |_| {})), FLOW[..2]);
    let rules = rules();
    assert_eq!((rules.severe_from, rules.severe_programme.as_str()), (7, "office"));
    assert_eq!((rules.rise, rules.worse_sessions, rules.gentle_sessions), (2, 3, 3));
    assert!((rules.severe_range - 0.5).abs() < 1e-9 && (rules.gentle_changes - 1.5).abs() < 1e-9);
    let mut check_first = catalogue.screen.stages.iter().filter(|stage| stage.verdict == Verdict::CheckFirst);
    assert!(check_first.all(|stage| stage.meanwhile.as_deref() == Some("standing")));
}

/// A box of the screen, and what it changes.
#[test]
fn conditions_change_what_was_decided() {
    let (omit, half) = ("left out", "half the range");
    let table = [
        ("pregnant", "foam-rolling", omit),
        ("pregnant", "back-extension", omit),
        ("pregnant", "childs-pose", "knees-wide"),
        ("blood-thinners", "foam-rolling", omit),
        ("glaucoma", "childs-pose", "at-table"),
        ("blood-pressure", "childs-pose", "at-table"),
        ("osteoporosis", "foam-rolling", omit),
        ("osteoporosis", "childs-pose", "at-table"),
        ("osteoporosis", "levator-scapulae", half),
        ("osteoporosis", "back-extension", half),
        ("dizzy-turning", "levator-scapulae", omit),
    ];
    let catalogue = seven();
    for condition in
        ["pregnant", "blood-thinners", "glaucoma", "blood-pressure", "osteoporosis", "dizzy-turning"]
    {
        let mut changes: Vec<(&str, String)> = Vec::new();
        for exercise in catalogue.exercises() {
            let own = exercise.cautions.iter().filter(|caution| caution.condition == condition);
            changes.extend(own.map(|caution| {
                let what = match &caution.effect {
                    Effect::Omit => omit.to_owned(),
                    Effect::Variant(variant) => variant.clone(),
                    Effect::Range(range) if (range - 0.5).abs() < 1e-9 => half.to_owned(),
                    Effect::Range(range) => format!("{range} of the range"),
                };
                (exercise.id.as_str(), what)
            }));
        }
        let rows = table.iter().filter(|(c, _, _)| *c == condition);
        let mut decided: Vec<(&str, String)> = rows.map(|(_, id, what)| (*id, (*what).to_owned())).collect();
        decided.sort();
        assert_eq!(changes, decided, "{condition}");
    }
}

/// Whoever has neither mat nor roller is left with what can be done upright, in ways that need none.
#[test]
fn without_kit_something_else_takes_its_place() {
    let catalogue = seven();
    let programme = catalogue.programme("seven").unwrap();
    let without = |kit: &[Kit]| {
        let request = Request { without: kit.iter().copied().collect(), ..Request::of(programme) };
        Plan::make(&catalogue, &request).unwrap()
    };
    let plan = without(&[Kit::Roller]);
    let rolling = plan.items.iter().find(|item| item.exercise == "foam-rolling").unwrap();
    assert_eq!(rolling.variant.as_deref(), Some("over-chair-back"));
    let plan = without(&[Kit::Mat]);
    assert_eq!(plan.floor_changes(), 0);
    assert!(plan.left_out.iter().all(|left| left.reason == Reason::Time), "{:?}", plan.left_out);
}

/// What somebody leaves out is left out, unless they ask for it by name.
#[test]
fn what_is_left_out_is_told_as_a_wish() {
    let catalogue = seven();
    let programme = catalogue.programme("seven").unwrap();
    let request = Request { left_out: ["foam-rolling".to_owned()].into(), ..Request::of(programme) };
    let plan = Plan::make(&catalogue, &request).unwrap();
    assert!(!plan.items.iter().any(|item| item.exercise == "foam-rolling"));
    assert!(plan.left_out.iter().any(|left| left.exercise == "foam-rolling" && left.reason == Reason::Wish));
    let named = Request { only: Some(vec!["foam-rolling".to_owned()]), ..request };
    assert_eq!(Plan::make(&catalogue, &named).unwrap().items.len(), 1);
}

#[test]
fn what_is_read_from_json_is_the_same() {
    use unknot_content::json;
    use unknot_routine::{Changes, Exercise, Rules, Screen, Sources};
    fn same<T: PartialEq + std::fmt::Debug>(read: impl Fn(&str, &str) -> T, toml: &[File], json: &[File]) {
        assert_eq!(toml.len(), json.len());
        for (toml, json) in toml.iter().zip(json) {
            assert!(json.path.ends_with(".json") && json.text.starts_with('{'));
            assert_eq!(read(toml.path, toml.text), read(json.path, json.text));
        }
    }
    same(|path, text| Exercise::parse(path, text).unwrap(), unknot_content::EXERCISES, json::EXERCISES);
    same(|path, text| Programme::parse(path, text).unwrap(), unknot_content::PROGRAMMES, json::PROGRAMMES);
    same(|path, text| Changes::parse(path, text).unwrap(), &[unknot_content::CHANGES], &[json::CHANGES]);
    same(|path, text| Screen::parse(path, text).unwrap(), &[unknot_content::SCREEN], &[json::SCREEN]);
    same(|path, text| Rules::parse(path, text).unwrap(), &[unknot_content::RULES], &[json::RULES]);
    same(|path, text| Sources::parse(path, text).unwrap(), &[unknot_content::SOURCES], &[json::SOURCES]);
}

//! `unknot plan`.

use serde_json::Value;

use crate::run::{Home, WELL};

fn exercises(plan: &Value) -> Vec<&str> {
    plan["items"].as_array().unwrap().iter().map(|item| item["exercise"].as_str().unwrap()).collect()
}

/// Milliseconds, so that sums are exact.
fn millis(value: &Value) -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "a session has less than a million milliseconds")]
    let millis = (value.as_f64().unwrap() * 1000.0).round() as i64;
    millis
}

#[test]
fn the_seven_fit_into_seven_minutes_and_every_second_is_accounted_for() {
    for args in
        [&["plan", "--json"][..], &["plan", "--json", "--minutes", "5"], &["plan", "--json", "--gentle"]]
    {
        let plan = Home::new().run(args).json();
        let items = plan["items"].as_array().unwrap();
        let pieces: i64 = items
            .iter()
            .map(|item| millis(&item["into_position_seconds"]) + millis(&item["work_seconds"]))
            .sum();
        assert_eq!(pieces + millis(&plan["get_up_seconds"]), millis(&plan["total_seconds"]));
        assert!(plan["total_seconds"].as_f64().unwrap() <= 420.0);
        assert!(plan["get_up_seconds"].as_f64().unwrap() > 0.0, "it ends on the floor");
    }
}

#[test]
fn the_default_is_the_seven_upright_first() {
    let plan = Home::new().run(&["plan", "--json"]).json();
    let order = [
        "w-and-y",
        "wall-angels",
        "levator-scapulae",
        "opposite-arm-and-leg",
        "back-extension",
        "childs-pose",
        "foam-rolling",
    ];
    assert_eq!(exercises(&plan), order);
    assert_eq!(plan["order"], "flow");
    assert_eq!(plan["screened"], false);
    assert_eq!(plan["items"][0]["sides"], serde_json::json!(["both"]));
    assert_eq!(plan["items"][0]["variant"], Value::Null);
    assert_eq!(plan["items"][2]["sides"], serde_json::json!(["right", "left"]));
    assert_eq!(plan["items"][2]["kit"], serde_json::json!(["chair"]));
}

#[test]
fn the_article_goes_from_one_to_seven() {
    let plan = Home::new().run(&["plan", "--json", "--order", "article"]).json();
    assert_eq!(exercises(&plan).first(), Some(&"foam-rolling"));
    assert_eq!(exercises(&plan).last(), Some(&"wall-angels"));
    assert_eq!(plan["get_up_seconds"], 0.0);
}

#[test]
fn a_missing_roller_is_replaced_and_a_missing_wall_is_told() {
    let home = Home::new();
    let plan = home.run(&["plan", "--json", "--minutes", "9", "--without", "roller"]).json();
    let rolling = plan["items"].as_array().unwrap().iter().find(|item| item["exercise"] == "foam-rolling");
    assert_ne!(rolling.unwrap()["variant"], Value::Null);
    assert!(!rolling.unwrap()["kit"].as_array().unwrap().contains(&"roller".into()));
    let all = "mat,roller,pillow,chair,wall,table,towel";
    let plan = home.run(&["plan", "--json", "--minutes", "9", "--without", all]).json();
    let left = plan["left_out"].as_array().unwrap();
    assert!(left.iter().any(|left| left["reason"] == "kit" && left["missing"].is_string()), "{left:?}");
}

#[test]
fn only_what_is_asked_for_by_id_or_alias() {
    let home = Home::new();
    let plan = home.run(&["plan", "--json", "--only", "neck-stretch,wall-angels"]).json();
    assert_eq!(exercises(&plan), ["wall-angels", "levator-scapulae"]);
    let plan = home.run(&["plan", "--json", "--only", "neck-stretch", "--sore-side", "left"]).json();
    assert_eq!(plan["items"][0]["sides"], serde_json::json!(["right", "left"]), "the easier side first");
    let plan = home.run(&["plan", "--json", "--only", "neck-stretch", "--sore-side", "right"]).json();
    assert_eq!(plan["items"][0]["sides"], serde_json::json!(["left", "right"]));
}

#[test]
fn gently_is_less_and_slower() {
    let home = Home::new();
    let usual = home.run(&["plan", "--json"]).json();
    let gentle = home.run(&["plan", "--json", "--gentle"]).json();
    assert_eq!(gentle["items"][1]["reps"], 6);
    assert_eq!(
        millis(&gentle["items"][0]["into_position_seconds"]) * 2,
        millis(&usual["items"][0]["into_position_seconds"]) * 3
    );
}

#[test]
fn programmes_are_built_in_or_files() {
    let home = Home::new();
    assert_eq!(
        exercises(&home.run(&["plan", "--json", "--programme", "standing"]).json()),
        ["w-and-y", "wall-angels"]
    );
    let file = home.write("mine.toml", "id = 'mine'\nminutes = 2\norder = 'listed'\nitems = [{ exercise = 'wall-angels', repetitions = 6 }]\n");
    let plan = home.run(&["plan", "--json", "--programme", &file]).json();
    assert_eq!((plan["items"][0]["reps"].as_u64(), plan["order"].as_str()), (Some(6), Some("listed")));
    let file = home.write("bad.toml", "id = 'bad'\nitems = [{ exercise = 'wal-angels' }]\n");
    home.run(&["plan", "--programme", &file]).assert_says(1, &["wal-angels", "did you mean `wall-angels`"]);
}

#[test]
fn the_text_shows_names_and_the_sum() {
    let ran = Home::new().run(&["plan"]);
    ran.assert_says(
        0,
        &["Wall angels", "at the wall", "10 times", "Getting up", "in flow order", "not screened"],
    );
    assert!(ran.stdout.lines().all(|line| line.chars().count() <= 80), "{}", ran.stdout);
    assert!(!ran.stdout.contains('\u{1b}'), "no escapes where there is no terminal");
    Home::new().run(&["plan", "--minutes", "4"]).assert_says(0, &["brisk", "Left out: "]);
}

#[test]
fn what_cannot_be_is_refused_with_a_way_out() {
    let home = Home::new();
    for minutes in ["0", "-3", "nan", "inf", "121", "seven", "1e-400"] {
        home.run(&["plan", "--minutes", minutes]).assert_says(2, &["more than 0 and at most 120"]);
    }
    home.run(&["plan", "--minutes", "0.05"]).assert_says(2, &["nothing fits"]);
    home.run(&["plan", "--only", "wal-angels"]).assert_says(2, &["did you mean `wall-angels`"]);
    home.run(&["plan", "--only", "x"]).assert_says(2, &["there are", "foam-rolling"]);
    home.run(&["plan", "--without", "rollr"]).assert_says(2, &["did you mean `roller`", "towel"]);
    home.run(&["plan", "--without", "trampoline"]).assert_says(2, &["known are mat, roller"]);
    home.run(&["plan", "--order", "random"]).assert_says(2, &["flow, article"]);
    home.run(&["plan", "--sore-side", "lft"]).assert_says(2, &["left"]);
    home.run(&["plan", "--programme", "ofice"]).assert_says(2, &["did you mean `office`"]);
    home.run(&["plan", "--programme", "nothing.toml"]).assert_says(2, &["cannot read nothing.toml"]);
    home.run(&["plan", "--bogus"]).assert_says(2, &["--bogus"]);
    home.run(&["plna"]).assert_says(2, &["plan"]);
}

#[test]
fn answers_change_the_plan() {
    let home = Home::new();
    let plan = |ticked: &str| {
        let file = home.write("me.json", WELL.replace('}', &format!(r#", "ticked": [{ticked}]}}"#)));
        home.run(&["plan", "--json", "--minutes", "9", "--screen", &file])
    };
    assert_eq!(plan("").json()["screened"], true);
    let pregnant = plan("\"pregnant\"").json();
    assert!(!exercises(&pregnant).contains(&"foam-rolling"));
    let left = pregnant["left_out"].as_array().unwrap();
    assert!(left.iter().any(|left| left["exercise"] == "foam-rolling" && left["reason"] == "screen"));
    plan("\"fever\"").assert_says(3, &["unknot screen"]);
    plan("\"chest\"").assert_says(3, &["emergency"]);
    assert_eq!(plan("\"chest\"").stdout, "");
}

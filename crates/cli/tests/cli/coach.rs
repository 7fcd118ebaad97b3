//! `unknot coach`, `unknot landmarks convert`, `unknot virtual`.
#![allow(clippy::disallowed_methods, reason = "these recordings may differ by a bit between machines")]

use crate::run::Home;

/// Returns a picture of a Kinect: somebody who stands, with the arms so far raised forward, in radians.
fn standing(raised: f64) -> String {
    let (sin, cos) = (raised.sin(), raised.cos());
    let arm = |x: f64, along: f64| [x, 0.4 - along * cos, 3.0 - along * sin];
    let joints = [
        [0.0, -0.1, 3.0],
        [0.0, 0.15, 3.0],
        [0.0, 0.5, 3.0],
        [0.0, 0.65, 3.0],
        arm(-0.18, 0.0),
        arm(-0.18, 0.28),
        arm(-0.18, 0.52),
        arm(-0.18, 0.6),
        arm(0.18, 0.0),
        arm(0.18, 0.28),
        arm(0.18, 0.52),
        arm(0.18, 0.6),
        [-0.09, -0.1, 3.0],
        [-0.1, -0.5, 3.0],
        [-0.1, -0.9, 3.0],
        [-0.1, -0.95, 2.9],
        [0.09, -0.1, 3.0],
        [0.1, -0.5, 3.0],
        [0.1, -0.9, 3.0],
        [0.1, -0.95, 2.9],
        [0.0, 0.42, 3.0],
        arm(-0.18, 0.68),
        arm(-0.16, 0.62),
        arm(0.18, 0.68),
        arm(0.16, 0.62),
    ];
    joints.concat().iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

#[test]
fn who_does_not_exist_is_watched() {
    let home = Home::new();
    let file = home.path().join("fold.jsonl").display().to_string();
    let made = home.run(&["virtual", "--exercise", "childs-pose", "--view", "left", "-o", &file]);
    made.assert_says(0, &[]);
    let json = home.run(&["coach", "--exercise", "childs-pose", "--landmarks", &file, "--json"]).json();
    assert_eq!(json["repetitions"], 3);
    assert_eq!(json["reps"].as_array().unwrap().len(), 3);
    assert_eq!(json["holds"].as_array().unwrap().len(), 3);
    assert_eq!(json["holds"][0]["phase"], "hold");
    let held = json["holds"][0]["seconds"].as_f64().unwrap();
    assert!((4.0..6.5).contains(&held), "{held}");
    assert_eq!(json["reps"][0]["faults"].as_array().unwrap().len(), 0);
    home.run(&["coach", "--exercise", "childs-pose", "--landmarks", &file])
        .assert_says(0, &["childs-pose: 3 repetitions", "right", "held"]);
    home.run(&["coach", "--exercise", "wall-angels", "--landmarks", &file])
        .assert_says(0, &["0 repetitions"]);
}

#[test]
fn a_fault_is_named() {
    let home = Home::new();
    let file = home.path().join("bent.jsonl").display().to_string();
    let args =
        ["virtual", "--exercise", "childs-pose", "--view", "side", "--fault", "elbows-bent", "-o", &file];
    home.run(&args).assert_says(0, &[]);
    let json = home.run(&["coach", "--exercise", "childs-pose", "--landmarks", &file, "--json"]).json();
    assert_eq!(json["repetitions"], 3);
    for rep in json["reps"].as_array().unwrap() {
        assert_eq!(rep["faults"][0]["id"], "elbows-bent", "{rep}");
        assert_eq!(rep["correct"], false);
    }
    home.run(&["virtual", "--exercise", "childs-pose", "--fault", "elbow", "-o", &file])
        .assert_says(2, &["no fault `elbow`", "elbows-bent"]);
    home.run(&["virtual", "--exercise", "childs-pose", "--fault", "too-high", "-o", &file])
        .assert_says(2, &[]);
}

#[test]
fn a_kinect_is_converted_and_watched() {
    let home = Home::new();
    let picture = |index: usize| standing(1.4 * (1.0 - (index as f64 / 60.0 * std::f64::consts::PI).cos()));
    let text: String = (0..600).map(|index| picture(index) + "\n").collect();
    let (one, two) = text.split_at(text.match_indices('\n').nth(299).unwrap().0 + 1);
    let files = [home.write("1.txt", one), home.write("2.txt", two)];
    let file = home.path().join("raises.jsonl").display().to_string();
    home.run(&["landmarks", "convert", "--from", "kinect25", &files[0], &files[1], "-o", &file])
        .assert_says(0, &[]);
    let exercise =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/exercises/extra/forward-elevation.toml");
    let json = home.run(&["coach", "--exercise", exercise, "--landmarks", &file, "--json"]).json();
    assert_eq!((&json["pictures"], &json["repetitions"]), (&600.into(), &5.into()));
}

#[test]
fn what_is_wrong_is_said() {
    let home = Home::new();
    let file = home.write("short.txt", "1,2,3\n");
    let out = home.path().join("x.jsonl").display().to_string();
    home.run(&["landmarks", "convert", "--from", "kinect25", &file, "-o", &out])
        .assert_says(1, &["line 1", "found 3 numbers", "75"]);
    let file = home.write("nan.txt", standing(0.0).replacen("0.65", "NaN", 1));
    home.run(&["landmarks", "convert", "--from", "kinect25", &file, "-o", &out])
        .assert_says(1, &["line 1", "found `NaN`"]);
    let file = home.write("lines.jsonl", "{\"t\": 0, \"world\": [[0, 0, 0, 1]]}\n");
    home.run(&["coach", "--exercise", "w-and-y", "--landmarks", &file])
        .assert_says(1, &["line 1", "`world`", "found 1 points", "33 points"]);
    home.run(&["coach", "--exercise", "w-and-y", "--landmarks", "nowhere.jsonl"])
        .assert_says(2, &["cannot read nowhere.jsonl"]);
    home.run(&["coach", "--exercise", "w-and-why", "--landmarks", &file]).assert_says(2, &["no exercise"]);
}

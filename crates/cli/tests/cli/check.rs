//! `unknot check`.

use std::path::{Path, PathBuf};

use crate::run::Home;

fn content(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content").join(name)
}

/// An exercise that uses a word of its own and one that is built in.
pub(crate) const MINE: &str = r#"
id = "doorway"
position = "standing"
view = "front"
start = "tall"

[postures.tall]
contacts = ["feet on floor"]
source = "judgement"

[[blocks]]
id = "lean"
source = "judgement"

[[blocks.phases]]
name = "lean"
kind = "hold"
seconds = 6
say = "lean-in"

[[cautions]]
condition = "shoulder"
omit = true
source = "judgement"

[words.en]
name = "Doorway lean"
why = "Opens the front of the shoulders."
lean-in = "Lean in."
"#;

#[test]
fn everything_that_is_built_in_is_right() {
    let home = Home::new();
    for folder in ["exercises", "programmes"] {
        for entry in std::fs::read_dir(content(folder)).unwrap() {
            let path = entry.unwrap().path();
            home.run(&["check", path.to_str().unwrap()]).assert_says(0, &["ok: "]);
        }
    }
    let path = content("exercises/wall-angels.toml");
    home.run(&["check", path.to_str().unwrap()]).assert_says(0, &["ok: wall-angels, 45 s, 10 times"]);
}

#[test]
fn an_exercise_of_ones_own_is_right() {
    let home = Home::new();
    let file = home.write("doorway.toml", MINE);
    home.run(&["check", &file]).assert_says(0, &["ok: doorway, 6 s, once, standing"]);
    let checked = home.run(&["check", &file, "--json"]).json();
    assert_eq!((checked["ok"].as_bool(), checked["problems"].as_array().unwrap().len()), (Some(true), 0));
}

#[test]
fn every_problem_has_its_place_and_a_way_out() {
    let home = Home::new();
    let text = MINE
        .replace("position = \"standing\"", "position = \"standin\"")
        .replace("seconds = 6", "seconds = -6");
    let file = home.write("bad.toml", text);
    home.run(&["check", &file]).assert_says(
        1,
        &[
            "2 things are wrong",
            "standin",
            "did you mean `standing`?",
            "bad.toml:3:",
            "blocks[0].phases[0].seconds",
        ],
    );
    let ran = home.run(&["check", &file, "--json"]);
    assert_eq!(ran.code, Some(1));
    let checked: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(
        (checked["problems"][0]["line"].as_u64(), checked["problems"][0]["key"].as_str()),
        (Some(3), Some("position"))
    );
}

#[test]
fn words_and_conditions_must_exist() {
    let home = Home::new();
    let file = home.write("a.toml", MINE.replace("lean-in = \"Lean in.\"", ""));
    home.run(&["check", &file])
        .assert_says(1, &["no words for `lean-in`", "lean-in = \"…\"", "a.toml:19:", "[words.en]"]);
    let file = home.write("b.toml", MINE.replace("say = \"lean-in\"", "say = \"cue.halfwy\""));
    home.run(&["check", &file]).assert_says(1, &["no words for `cue.halfwy`"]);
    let file = home.write("c.toml", MINE.replace("\"shoulder\"", "\"sholder\""));
    home.run(&["check", &file]).assert_says(1, &["does not ask about `sholder`", "did you mean `shoulder`?"]);
    let file = home.write("d.toml", MINE.replace("why = \"Opens the front of the shoulders.\"", ""));
    home.run(&["check", &file]).assert_says(1, &["why = \"…\""]);
}

#[test]
fn words_that_belong_together_are_asked_for_together() {
    let home = Home::new();
    let lessons = "\n[[lessons]]\nid = \"depth\"\nsource = \"judgement\"\n\n[words.en]";
    let file = home.write("l.toml", MINE.replace("\n[words.en]", lessons));
    home.run(&["check", &file]).assert_says(
        1,
        &[
            "something is wrong",
            "`lesson-depth-taught`, `lesson-depth-why`, `lesson-depth-written`",
            "l.toml:27:6",
        ],
    );
}

#[test]
fn words_in_another_language_will_do() {
    let home = Home::new();
    let file = home.write("de.toml", MINE.replace("[words.en]", "[words.de]"));
    home.run(&["check", &file]).assert_says(0, &["ok: doorway"]);
}

#[test]
fn a_programme_is_checked_against_what_there_is() {
    let home = Home::new();
    let file = home.write("p.toml", "id = 'p'\n[[items]]\nexercise = 'doorway'\n");
    home.run(&["check", &file]).assert_says(1, &["there is no exercise `doorway`", "p.toml:3:"]);
    let folder = home.path().join("mine");
    home.write("mine/doorway.toml", MINE);
    home.run(&["check", &file, "--exercises", folder.to_str().unwrap()])
        .assert_says(0, &["ok: p, one exercise"]);
    let file = home.write("q.toml", "id = 'q'\n[[items]\n");
    home.run(&["check", &file]).assert_says(1, &["q.toml"]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let home = Home::new();
    home.run(&["check", "nothing.toml"]).assert_says(2, &["cannot read nothing.toml"]);
    let file = home.write("long.toml", vec![b'#'; (1 << 20) + 1]);
    home.run(&["check", &file]).assert_says(2, &["longer than 1 MB"]);
    let file = home.write("bytes.toml", [0x69, 0xff]);
    home.run(&["check", &file]).assert_says(2, &["not UTF-8", "byte 1"]);
    home.run(&["check", "."]).assert_says(2, &["cannot read ."]);
    let file = home.write("empty.toml", "");
    home.run(&["check", &file]).assert_says(1, &["`id` is missing"]);
}

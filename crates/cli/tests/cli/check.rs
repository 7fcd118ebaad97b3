//! `unknot check`.

use std::path::{Path, PathBuf};

use crate::run::{Home, Ran};

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

/// Returns the files of a folder of the content, without what is in folders there.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(content(folder)).unwrap();
    entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect()
}

#[test]
fn everything_that_is_built_in_is_right() {
    let home = Home::new();
    for folder in ["exercises", "exercises/extra", "programmes"] {
        for path in files(folder) {
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

/// Checks the doorway lean with parts replaced.
fn check_with(replacements: &[(&str, &str)]) -> Ran {
    let home = Home::new();
    let mut text = MINE.to_owned();
    for (old, new) in replacements {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    let file = home.write("mine.toml", text);
    home.run(&["check", &file])
}

#[test]
fn words_speak_only_of_what_there_is() {
    let lean = "lean-in = \"Lean in.\"";
    check_with(&[(lean, "lean-in = \"Turn { $sied }.\"")])
        .assert_says(1, &["there is no `$sied`", "did you mean `$side`?", "$repetitions", "mine.toml:29:11"]);
    check_with(&[(lean, "lean-in = \"Lean { $side.\"")])
        .assert_says(1, &["cannot be read", "mine.toml:29:11"]);
    check_with(&[(lean, "lean-in = \"For { $seconds } seconds.\"")])
        .assert_says(1, &["which only the `say`"]);
    check_with(&[("[words.en]", "[words.english]")]).assert_says(1, &["`english` is no language tag"]);
}

#[test]
fn where_both_sides_are_meant_nothing_speaks_of_one() {
    let side = ("lean-in = \"Lean in.\"", "lean-in = \"Lean to the { $other }.\"");
    check_with(&[side]).assert_says(1, &["`lean-in` speaks of one side", "phases[0].say"]);
    check_with(&[side, ("id = \"lean\"\n", "id = \"lean\"\nsides = \"each\"\n")]).assert_says(0, &["ok: "]);
    let closing = ("view = \"front\"", "view = \"front\"\nclosing = \"lean-in\"");
    check_with(&[side, closing]).assert_says(1, &["closing: `lean-in` speaks"]);
    check_with(&[("seconds = 6", "seconds = 6\nbetween = \"sides\"")])
        .assert_says(1, &["nothing is between them", "phases[0].between"]);
}

#[test]
fn a_moment_that_never_comes_is_a_mistake() {
    let with = |cue: &str| check_with(&[("seconds = 6", &format!("seconds = 6\ncues = [{{ {cue} }}]"))]);
    with("at = 6, tone = \"hold\"").assert_says(1, &["cues[0].at: its moment never comes", "less than 6 s"]);
    with("before_end = 7, tone = \"hold\"").assert_says(1, &["cues[0].before_end"]);
    with("countdown = 8").assert_says(1, &["cues[0].countdown"]);
    with("at = 5.9, tone = \"hold\"").assert_says(0, &["ok: "]);
}

#[test]
fn what_may_not_be_meant_is_noted() {
    let ran = check_with(&[
        ("seconds = 6", "seconds = 6\ncues = [{ at = 0.1, say = \"and-on\" }]"),
        (
            "lean-in = \"Lean in.\"",
            "lean-in = \"Lean in.\"\nand-on = \"Stay there.\"\nidle = \"Nobody says it.\"",
        ),
    ]);
    ran.assert_says(0, &["ok: ", "note: `and-on` is never spoken", "note: the word `idle` is not used"]);
    let ran = check_with(&[
        ("id = \"lean\"\n", "id = \"lean\"\nrepetitions = 3\n"),
        ("seconds = 6", "seconds = 6\nposture = \"bent\""),
        (
            "[[blocks]]",
            "[postures.bent]\nfrom = \"tall\"\nsource = \"judgement\"\nelbow.flexion = 90\n\n[[blocks]]",
        ),
    ]);
    ran.assert_says(0, &["3 times", "does not lead back", "elbow.flexion"]);
}

#[test]
fn what_is_built_in_needs_no_second_look() {
    let home = Home::new();
    for path in files("exercises") {
        let checked = home.run(&["check", path.to_str().unwrap(), "--json"]).json();
        assert_eq!(checked["notes"].as_array().unwrap().len(), 1, "{checked}");
    }
}

#[test]
fn an_angle_is_wrong_where_it_is_written() {
    let bent = |angle: &str| {
        let of = format!("[postures.bent]\nfrom = \"tall\"\nsource = \"judgement\"\n{angle}\n\n[[blocks]]");
        check_with(&[("[[blocks]]", &of)])
    };
    bent("shoulder.abduction = 200")
        .assert_says(1, &["something is wrong", "`shoulder.abduction`", "mine.toml:14:"]);
    bent("left.elbow.flexion = 200").assert_says(1, &["`left.elbow.flexion`", "mine.toml:14:"]);
    let bent = "[postures.bent]\nfrom = \"tall\"\nsource = \"judgement\"\n\n[[blocks]]";
    let variant = "[[variants]]\nid = \"half\"\nkind = \"easier\"\nrange = 0.5\n\n[[cautions]]";
    check_with(&[("[[blocks]]", bent), ("[[cautions]]", variant), ("feet on floor", "feet on flor")])
        .assert_says(1, &["something is wrong", "mine.toml:8:"]);
}

#[test]
fn nothing_is_said_in_the_words_of_rust() {
    check_with(&[("seconds = 6", "seconds = \"six\"")]).assert_says(1, &["the text \"six\"", "a number"]);
    check_with(&[("kind = \"hold\"", "kind = \"back\"")]).assert_says(1, &["`back` is none of `move`"]);
    check_with(&[("id = \"doorway\"", "id =")]).assert_says(1, &["nothing behind `=`"]);
    check_with(&[("seconds = 6", "seconds = 6\nseconds = 7")]).assert_says(1, &["stands here twice"]);
    check_with(&[("id = \"lean\"\n", "id = \"lean\"\nrepetitions = true\n")])
        .assert_says(1, &["a number, or a table like"]);
}

#[test]
fn a_programme_may_prescribe_outside_the_range() {
    let home = Home::new();
    let check = |rest: &str| {
        let file = home.write("p.toml", format!("id = 'p'\nminutes = 20\n{rest}"));
        home.run(&["check", &file])
    };
    check("[[items]]\nexercise = 'wall-angels'\nrepetitions = 30\n").assert_says(
        0,
        &[
            "ok: p, one exercise, ",
            " minutes of 20:00",
            "`wall-angels`: repetitions = 30 is outside",
            "6 to 10",
        ],
    );
    check("[[items]]\nexercise = 'wall-angels'\nsets = 2\n")
        .assert_says(1, &["items[0].sets", "not done in sets"]);
    check("").assert_says(1, &["`items` is missing", "at least one [[items]]"]);
}

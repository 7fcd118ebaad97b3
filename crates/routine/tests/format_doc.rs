//! What `docs/exercise-format.md` shows as whole files is taken as it stands.

use unknot_routine::{Argument, Exercise, Phrase, Programme, Words};

fn whole_files() -> Vec<String> {
    let doc = include_str!("../../../docs/exercise-format.md");
    let blocks = doc.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.filter(|block| block.starts_with("id = ")).map(str::to_owned).collect()
}

#[test]
fn the_examples_are_right() {
    let files = whole_files();
    let [exercise, programme] = files.as_slice() else {
        panic!("{} whole files in the document", files.len())
    };
    let exercise = Exercise::parse("chin-tuck.toml", exercise).unwrap_or_else(|error| panic!("{error}"));
    Programme::parse("for-kim.toml", programme).unwrap_or_else(|error| panic!("{error}"));

    let mut words = Words::read("en", unknot_content::WORDS_EN.text).unwrap();
    words.add_exercise(&exercise).unwrap();
    for key in exercise.word_keys() {
        words.say(&Phrase::plain(key)).unwrap();
    }
}

#[test]
fn the_choice_of_a_side_reads_as_the_document_says() {
    let doc = include_str!("../../../docs/exercise-format.md");
    let choice = doc.split("```toml\n").find(|rest| rest.starts_with("raise = ")).unwrap();
    let choice = choice.split("```").next().unwrap();
    let (whole_file, _) = doc.split("```toml\n").nth(1).unwrap().split_once("```").unwrap();
    let exercise =
        Exercise::parse("raise.toml", &format!("{whole_file}{choice}")).unwrap_or_else(|e| panic!("{e}"));
    let mut words = Words::read("en", unknot_content::WORDS_EN.text).unwrap();
    words.add_exercise(&exercise).unwrap();
    let phrase = Phrase::plain(exercise.word("raise")).with("side", Argument::Choice("left"));
    assert_eq!(words.say(&phrase).unwrap(), "Left arm up.");
}

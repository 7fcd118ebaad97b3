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

#[test]
fn a_dose_may_be_a_number_alone() {
    let files = whole_files();
    let with = |dose: &str| {
        let text = files[0].replace("{ default = 6, range = [3, 10] }", dose);
        Exercise::parse("chin-tuck.toml", &text).map(|exercise| exercise.form.blocks[0].repetitions)
    };
    assert_eq!(with("6").unwrap(), with("{ default = 6 }").unwrap());
    assert_eq!((with("6").unwrap().min, with("6").unwrap().max), (6, 6));
    assert!(with("6.5").unwrap_err().to_string().contains("a whole number"));
    assert!(
        with("{ default = 6, rnage = [1, 2] }").unwrap_err().to_string().contains("did you mean `range`?")
    );
}

#[test]
fn the_lists_of_names_are_whole() {
    use unknot_body::{Kit, Named as _, Position};
    let doc = include_str!("../../../docs/exercise-format.md");
    let row = |key: &str| doc.lines().find(|line| line.starts_with(&format!("| `{key}` |"))).unwrap();
    let kit = Kit::ALL.iter().filter(|kit| !row("needs").contains(&format!("`{kit}`")));
    assert_eq!(kit.collect::<Vec<_>>(), Vec::<&Kit>::new());
    let positions = Position::ALL.iter().filter(|at| !row("position").contains(&format!("`{at}`")));
    assert_eq!(positions.collect::<Vec<_>>(), Vec::<&Position>::new());
}

//! The words of what is shown before the program is there.

use anyhow::{Context as _, Result, bail};
use unknot_body::Named as _;
use unknot_content::{CHANGES, EXERCISES, File, NAMES_EN, SCREEN, WEB_WORDS_EN, WORDS_EN};
use unknot_routine::{Argument, Catalogue, Exercise, Phrase, WordKey, Words};

/// Puts words in the place of their keys, which stand in the page as in `{web-today.start}`. What stands between
/// `{each exercise}` and `{end}` comes once for each, in the order of the article, with `{exercise.name}` and its like.
pub(crate) fn fill(page: &str) -> Result<String> {
    let words = Words::read("en", &[WORDS_EN, NAMES_EN, WEB_WORDS_EN].map(|file| file.text).join("\n"))?;
    let files = EXERCISES.iter().map(File::named);
    let catalogue = Catalogue::read(CHANGES.named(), SCREEN.named(), files, [])?;
    let mut exercises: Vec<&Exercise> = catalogue.exercises().collect();
    exercises.sort_by_key(|exercise| exercise.article);
    let (mut filled, mut rest) = (String::new(), page);
    while let Some((before, each)) = rest.split_once("{each exercise}") {
        let (each, after) = each.split_once("{end}").context("{each exercise} without {end}")?;
        fill_part(before, &words, None, &mut filled)?;
        for exercise in &exercises {
            fill_part(each, &words, Some(exercise), &mut filled)?;
        }
        rest = after;
    }
    fill_part(rest, &words, None, &mut filled)?;
    Ok(filled)
}

fn fill_part(part: &str, words: &Words, exercise: Option<&Exercise>, filled: &mut String) -> Result<()> {
    let mut pieces = part.split('{');
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (key, rest) = piece.split_once('}').context("a { without a }")?;
        let said = match (key.split_once('.'), exercise) {
            (Some(("exercise", what)), Some(exercise)) => said_of(exercise, what, words)?,
            (Some((message, attribute)), _) => say(words, WordKey::attribute(message, attribute))?,
            (None, _) => say(words, WordKey::message(key))?,
        };
        filled.push_str(&said.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"));
        filled.push_str(rest);
    }
    Ok(())
}

fn say(words: &Words, key: WordKey) -> Result<String> {
    Ok(words.say(&Phrase::plain(key))?)
}

/// Returns what lists of exercises say of one.
fn said_of(exercise: &Exercise, what: &str, words: &Words) -> Result<String> {
    let form = &exercise.form;
    match what {
        "id" => Ok(exercise.id.clone()),
        "name" => say(words, exercise.name()),
        "why" => say(words, exercise.word("why")),
        "position" => say(words, WordKey::attribute("position", form.position.name())),
        "length" => {
            let seconds = form.length(&form.default_choice(), exercise.breath, None).seconds();
            let phrase = Phrase::plain(WordKey::attribute("web-dose", "seconds"));
            Ok(words.say(&phrase.with("n", Argument::Number(seconds)))?)
        }
        other => bail!("{{exercise.{other}}} is nothing of an exercise"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_where_their_keys_were() {
        assert_eq!(fill("<a>{web-today.start}</a>, {w-and-y}").unwrap(), "<a>Start</a>, W &amp; Y");
        assert!(fill("{web-today.nothing-like-it}").is_err());
        assert!(fill("{web-today").is_err());
    }

    #[test]
    fn what_is_said_of_each_exercise_comes_in_the_order_of_the_article() {
        let page = "<ol>{each exercise}<li id=\"{exercise.id}\">{exercise.name}, {exercise.length}{end}</ol>";
        let filled = fill(page).unwrap();
        let first = "<ol><li id=\"foam-rolling\">Foam rolling, 36 s<li id=\"childs-pose\">";
        assert!(filled.starts_with(first) && filled.matches("<li").count() == 7, "{filled}");
        assert!(fill("{each exercise}").is_err());
        assert!(fill("{each exercise}{exercise.nothing}{end}").is_err());
    }
}

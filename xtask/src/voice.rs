//! What the voice has to say, and whether its clips say it.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use unknot_content::File;
use unknot_routine::{Catalogue, Phrase, Words};
use unknot_voice::{Index, address};

/// Returns the list that `content/assets/voice/speak.py` reads: a line for each clip, its address, a tab, its words.
pub(crate) fn list() -> Result<String> {
    Ok(sayings()?.iter().map(|(address, text)| format!("{address}\t{text}\n")).collect())
}

/// Returns where the clips are not what is said today.
pub(crate) fn problems() -> Result<Vec<String>> {
    let index = Index::read(unknot_content::VOICE_INDEX.text).context(unknot_content::VOICE_INDEX.path)?;
    let mut clips: BTreeMap<&str, &str> =
        index.clips().iter().map(|clip| (clip.address.as_str(), clip.text.as_str())).collect();
    let mut problems = Vec::new();
    for (address, text) in sayings()? {
        match clips.remove(address.as_str()) {
            None => problems.push(format!("no clip says `{address}`: “{text}”")),
            Some(said) if said != text => {
                problems.push(format!("the clip of `{address}` says “{said}”, and the words are “{text}”"));
            }
            Some(_) => {}
        }
    }
    problems.extend(clips.keys().map(|address| format!("nobody needs the clip of `{address}`")));
    let end = index.clips().last().map_or(0, |clip| clip.bytes.end);
    if end != unknot_content::VOICE.len() {
        problems.push(format!("the pack has {} bytes, and its index {end}", unknot_content::VOICE.len()));
    }
    if !problems.is_empty() {
        problems.push("content/assets/voice/ORIGIN.md says how clips are made".to_owned());
    }
    Ok(problems)
}

/// Returns everything that is said, by address.
fn sayings() -> Result<BTreeMap<String, String>> {
    let words = Words::read("en", unknot_content::WORDS_EN.text)?;
    let of = |phrase: Phrase| -> Result<(String, String)> {
        let speaks_of = words.speaks_of(&phrase.key);
        let arguments = phrase.args.iter().filter(|(name, _)| speaks_of.contains(**name));
        let arguments = arguments.map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
        Ok((address(phrase.key.as_str(), &arguments), words.say(&phrase)?))
    };
    catalogue()?.sayings().into_iter().map(of).collect()
}

fn catalogue() -> Result<Catalogue> {
    let exercises = unknot_content::EXERCISES.iter().map(File::named);
    let (changes, screen) = (unknot_content::CHANGES.named(), unknot_content::SCREEN.named());
    Ok(Catalogue::read(changes, screen, exercises, [])?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clips_say_what_is_said() {
        assert_eq!(problems().unwrap(), Vec::<String>::new());
    }
}

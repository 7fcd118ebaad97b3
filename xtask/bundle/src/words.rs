//! The words of what is shown before the program is there.

use anyhow::{Context as _, Result};
use unknot_content::{NAMES_EN, WEB_WORDS_EN, WORDS_EN};
use unknot_routine::{Phrase, WordKey, Words};

/// Puts words in the place of their keys, which stand in the page as in `{web-today.start}`.
pub(crate) fn fill(page: &str) -> Result<String> {
    let words = Words::read("en", &[WORDS_EN, NAMES_EN, WEB_WORDS_EN].map(|file| file.text).join("\n"))?;
    let mut parts = page.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (key, rest) = part.split_once('}').context("a { without a }")?;
        let key = match key.split_once('.') {
            Some((message, attribute)) => WordKey::attribute(message, attribute),
            None => WordKey::message(key),
        };
        let said = words.say(&Phrase::plain(key))?;
        filled.push_str(&said.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"));
        filled.push_str(rest);
    }
    Ok(filled)
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
}

//! What is to be heard, and when: without a browser.

use unknot_journal::Settings;
use unknot_routine::Phrase;
use unknot_voice::Volumes;

/// After more seconds than this somebody has skipped, and what would have been said is not said.
const SKIPPED: f64 = 3.0;

/// Returns how loud it is; none where nothing is to be heard. An office stays quiet.
pub(super) fn volumes(settings: &Settings, is_office: bool) -> Option<Volumes> {
    let share = |percent: u8| f32::from(percent.min(100)) / 100.0;
    let volumes = Volumes { voice: share(settings.voice), tones: share(settings.sounds) };
    let is_silent = settings.captions_only || is_office || settings.voice == 0 && settings.sounds == 0;
    (!is_silent).then_some(volumes)
}

/// Returns which of some words, each with its time in milliseconds, is to be said between two moments in seconds. Of
/// several it is the last: the others are late.
pub(super) fn due(words: &[(u32, Phrase)], before: f64, now: f64) -> Option<&Phrase> {
    if now < before || now - before > SKIPPED {
        return None;
    }
    let is_due = |at: u32| (before..now).contains(&(f64::from(at) / 1000.0));
    words.iter().rfind(|(at, _)| is_due(*at)).map(|(_, phrase)| phrase)
}

#[cfg(test)]
mod tests {
    use unknot_routine::WordKey;

    use super::*;

    #[test]
    fn captions_only_and_an_office_are_silent() {
        let usual = Settings::default();
        assert!(volumes(&usual, false).is_some());
        assert_eq!(volumes(&usual, true), None);
        assert_eq!(volumes(&Settings { captions_only: true, ..usual.clone() }, false), None);
        assert_eq!(volumes(&Settings { voice: 0, sounds: 0, ..usual.clone() }, false), None);
        let tones = volumes(&Settings { voice: 0, sounds: 50, ..usual }, false).unwrap();
        assert_eq!(tones, Volumes { voice: 0.0, tones: 0.5 });
    }

    #[test]
    fn a_word_is_said_once_at_its_time_and_not_after_a_skip() {
        let word = |at, key: &str| (at, Phrase::plain(WordKey::message(key)));
        let words = [word(0, "a"), word(1000, "b"), word(1400, "c"), word(9000, "d")];
        let due = |before, now| due(&words, before, now).map(|phrase| phrase.key.to_string());
        assert_eq!(due(0.0, 0.016).as_deref(), Some("a"));
        assert_eq!(due(0.016, 0.99), None);
        assert_eq!((due(0.99, 1.0), due(1.0, 1.01).as_deref()), (None, Some("b")));
        assert_eq!(due(0.9, 1.9).as_deref(), Some("c"));
        assert_eq!(due(2.0, 9.5), None);
        assert_eq!(due(2.0, 1.0), None);
    }
}

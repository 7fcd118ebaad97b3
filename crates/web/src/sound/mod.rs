//! What is heard of a session.
//!
//! All that a timeline says and sounds is mixed ahead to one file (`file`), by the same code that mixes it for
//! `unknot render audio`, and a media element plays that (`player`). WebAudio would schedule clips as exactly, but
//! iPhones mute it with their mute switch and stop it with the locked screen; a media element they take for music, and
//! within a file no word can come late, however busy or far in the background the page is. A pause, a skip, a reload are
//! the element's own; what changes the words or the volumes makes another file. Clips come from `pack`. Words that no
//! clip says are left to the browser's voice (`synthesis`), `due` says when.

mod due;
mod file;
mod pack;
mod player;
mod synthesis;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use unknot_journal::Settings;
use unknot_routine::{Argument, Phrase, Timeline, WordKey};
use unknot_voice::{Clip, Mix, Priority, Recordings, Score, Speaker, Volumes, Wish};
use wasm_bindgen::prelude::{Closure, JsCast as _};

use crate::known::Known;
use crate::session::{Act, Playing, Running, Said};
use file::File;
use player::{Player, Plays};

/// What is said outside of the timeline begins so many milliseconds later, when it has been mixed in.
const LEAD: u32 = 400;
/// For how many milliseconds words that are said by the way can wait for others to be over.
const PATIENCE: u32 = 4000;
/// Sound and picture may be apart for so many seconds,
const APART: f64 = 0.15;
/// and are brought together at most once in so many, as that can be heard.
const BETWEEN: f64 = 3.0;

/// What is heard, on every page.
#[derive(Clone, Copy)]
pub(crate) struct Sound {
    known: &'static Known,
    running: Running,
    settings: RwSignal<Settings>,
    pack: RwSignal<Pack, LocalStorage>,
    player: StoredValue<Option<Player>, LocalStorage>,
    track: StoredValue<Option<Track>, LocalStorage>,
    /// Counts what is mixed: what comes too late is not played.
    mixed: StoredValue<u32>,
    /// When sound and picture were brought together.
    followed: StoredValue<f64>,
    is_refused: RwSignal<bool>,
}

/// The clips.
#[derive(Clone, Default)]
enum Pack {
    /// No session has needed them.
    #[default]
    NotAsked,
    Coming,
    Here(Rc<Recordings>),
    /// They cannot be had, for now.
    Missing,
}

/// Why something is not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hindrance {
    /// The browser plays nothing before the next touch.
    Refused,
    /// There are no clips.
    Missing,
}

/// What is heard of a timeline.
struct Track {
    timeline: Arc<Timeline>,
    volumes: Volumes,
    score: Score<'static>,
    /// None until it is mixed.
    file: Option<Rc<File>>,
    /// Whether words have come since that are not in it.
    is_old: bool,
    /// Under which number it is being mixed.
    number: Option<u32>,
}

impl Sound {
    /// Begins to follow the session, for the whole program.
    pub(crate) fn open(running: Running, settings: RwSignal<Settings>) -> Self {
        let is_refused = RwSignal::new(false);
        let sound = Self {
            known: running.known(),
            running,
            settings,
            pack: RwSignal::new_local(Pack::default()),
            player: StoredValue::new_local(Player::new(is_refused)),
            track: StoredValue::new_local(None),
            mixed: StoredValue::new(0),
            followed: StoredValue::new(0.0),
            is_refused,
        };
        sound.player.with_value(|player| {
            let Some(player) = player else { return };
            player.listen("loadedmetadata", move || sound.keep_together(0.0));
            player.listen("timeupdate", move || sound.keep_together(BETWEEN));
            player.listen("pause", move || {
                // A call comes in, or headphones are pulled out.
                if sound.with_player(|player| player.was_stopped()).unwrap_or(false) {
                    running.act(Act::Pause);
                }
            });
        });
        for touch in ["click", "keydown"] {
            let touched = Closure::<dyn Fn()>::new(move || sound.touch()).into_js_value();
            let touched = touched.unchecked_ref();
            // It lasts as long as the page, and comes before whoever keeps the touch to themselves.
            let _listens = window().add_event_listener_with_callback_and_bool(touch, touched, true);
        }
        Effect::new(move |before: Option<u32>| {
            let (playing, said) = (running.playing().get(), running.said().get());
            sound.perform(playing.as_ref(), (before != Some(said.times)).then_some(&said));
            said.times
        });
        Effect::new(move |before: Option<f64>| {
            let now = running.frame().get().seconds;
            sound.say_unrecorded(before.unwrap_or(now), now);
            now
        });
        sound
    }

    /// Returns what is heard, in a part of a page.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Fetches the clips: a session is near. Where nothing is to be heard nothing is fetched.
    pub(crate) fn prepare(self) {
        let is_asked = matches!(self.pack.get_untracked(), Pack::Coming | Pack::Here(_));
        if is_asked || untrack(|| self.volumes()).is_none() {
            return;
        }
        self.pack.set(Pack::Coming);
        spawn_local(async move {
            let recordings = pack::load(&self.known.voice).await;
            self.track.set_value(None);
            self.pack.set(recordings.map_or(Pack::Missing, |recordings| Pack::Here(Rc::new(recordings))));
        });
    }

    /// Returns whether anything is to be heard.
    pub(crate) fn is_on(self) -> bool {
        self.volumes().is_some()
    }

    /// Returns why something is not heard that should be.
    pub(crate) fn hindrance(self) -> Option<Hindrance> {
        self.volumes()?;
        let is_missing = matches!(self.pack.get(), Pack::Missing);
        let refused = self.is_refused.get().then_some(Hindrance::Refused);
        refused.or(is_missing.then_some(Hindrance::Missing))
    }

    /// Says a sentence by which somebody finds out how loud it is, as soon as it is there.
    pub(crate) fn say_sample(self) {
        let (volumes, pack) = (self.volumes(), self.pack.get());
        match (volumes, pack) {
            (Some(volumes), Pack::Here(recordings)) => self.say(&recordings, &[sample()], volumes),
            (Some(volumes), Pack::Missing) => self.synthesise(&sample(), volumes),
            _ => self.stop(),
        }
    }

    /// Returns the words of that sentence.
    pub(crate) fn sample_words(self) -> String {
        self.known.say(&sample())
    }

    /// Stops what sounds, and what is to sound once it is mixed.
    pub(crate) fn stop(self) {
        self.mixed.update_value(|mixed| *mixed += 1);
        self.halt();
    }

    /// Stops what sounds.
    fn halt(self) {
        self.with_player(Player::pause);
        synthesis::hush();
    }

    fn volumes(self) -> Option<Volumes> {
        let is_office = self.running.playing().with(|playing| match playing {
            Some(_) => self.running.with(|engine| engine.start().wishes.office).unwrap_or(false),
            None => self.running.wishes().with(|wishes| wishes.office),
        });
        self.settings.with(|settings| due::volumes(settings, is_office))
    }

    /// Brings what is heard in line with what is performed, and says what was said outside of it since.
    fn perform(self, playing: Option<&Playing>, said: Option<&Said>) {
        let (volumes, pack) = (self.volumes(), self.pack.get());
        let phrases = said.map(|said| said.phrases.as_slice()).unwrap_or_default();
        let recordings = match pack {
            Pack::Here(recordings) => recordings,
            Pack::Missing => Rc::default(),
            Pack::NotAsked | Pack::Coming => return self.stop(),
        };
        let Some(playing) = playing else {
            self.track.set_value(None);
            if self.with_player(|player| player.plays()) == Some(Plays::Session) {
                self.stop();
            }
            return;
        };
        let Some(volumes) = volumes else { return self.stop() };
        let can_wait = said.is_some_and(|said| said.can_wait);
        if !playing.running {
            if !phrases.is_empty() && !can_wait {
                return self.say(&recordings, phrases, volumes);
            }
            // What is being mixed is wanted again soon: the clock may only wait for the body.
            self.halt();
            if phrases.is_empty() {
                return;
            }
        }
        let is_same = self.track.with_value(|track| {
            let fits =
                |track: &Track| Arc::ptr_eq(&track.timeline, &playing.timeline) && track.volumes == volumes;
            track.as_ref().is_some_and(fits)
        });
        if !is_same {
            // Until the other one is mixed nothing sounds rather than what is not so any more.
            self.stop();
            let timeline = Arc::clone(&playing.timeline);
            let score = Score::of(&timeline, |phrase| self.clip(&recordings, phrase));
            self.track.set_value(Some(Track {
                timeline,
                volumes,
                score,
                file: None,
                is_old: false,
                number: None,
            }));
        }
        for phrase in phrases {
            match self.clip(&recordings, phrase) {
                Some(clip) => self.mix_in(clip, playing.now(), can_wait),
                None => self.synthesise(phrase, volumes),
            }
        }
        if playing.running {
            self.play(playing, recordings);
        }
    }

    /// Adds words to what is said from now on: those that can wait only where there is room for them soon.
    fn mix_in(self, clip: &Clip, seconds: f64, can_wait: bool) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let at = (seconds * 1000.0) as u32 + LEAD;
        self.track.update_value(|track| {
            let wish = match can_wait {
                true => Wish::correction(clip, at, PATIENCE, Priority::May),
                false => Wish::cue(clip, at, Priority::Must),
            };
            if let Some(track) = track
                && track.score.speaker.say(at, wish)
            {
                track.is_old = true;
                track.number = None;
            }
        });
    }

    /// Plays the track, once it is mixed; until words are mixed in that came since, without them.
    fn play(self, playing: &Playing, recordings: Rc<Recordings>) {
        let track = self.track.with_value(|track| {
            let track = track.as_ref()?;
            Some((track.file.clone(), track.is_old, track.number, track.score.clone(), track.volumes))
        });
        let Some((file, is_old, number, score, volumes)) = track else { return };
        if let Some(file) = file {
            self.with_player(|player| player.play(Plays::Session, &file, playing.now()));
            if !is_old {
                // Words alone that are still being mixed come too late.
                self.mixed.update_value(|mixed| *mixed += 1);
                return;
            }
        }
        if number == Some(self.mixed.get_value()) {
            return;
        }
        let total = playing.timeline.total().0;
        let number = self.mix(recordings, score.speaker, score.tones, volumes, total, move |file| {
            self.track.update_value(|track| {
                if let Some(track) = track {
                    track.file = Some(Rc::clone(&file));
                    track.is_old = false;
                }
            });
            let playing = self.running.playing().get_untracked().filter(|playing| playing.running);
            if let Some(playing) = playing {
                self.with_player(|player| player.play(Plays::Session, &file, playing.now()));
            }
        });
        self.track.update_value(|track| {
            if let Some(track) = track {
                track.number = Some(number);
            }
        });
    }

    /// Says words alone, one after the other, instead of all that sounds.
    fn say(self, recordings: &Rc<Recordings>, phrases: &[Phrase], volumes: Volumes) {
        self.stop();
        let mut speaker = Speaker::new();
        for phrase in phrases {
            match self.clip(recordings, phrase) {
                Some(clip) => drop(speaker.say(0, Wish::cue(clip, 0, Priority::Must))),
                None => self.synthesise(phrase, volumes),
            }
        }
        if speaker.spoken().is_empty() {
            return;
        }
        self.mix(Rc::clone(recordings), speaker, Vec::new(), volumes, 0, move |file| {
            self.with_player(|player| player.play(Plays::Words, &file, 0.0));
        });
    }

    /// Mixes what is heard and hands it over, unless something else is wanted by then. Returns its number.
    fn mix(
        self,
        recordings: Rc<Recordings>,
        speaker: Speaker,
        tones: Vec<(u32, unknot_voice::Tone)>,
        volumes: Volumes,
        milliseconds: u32,
        done: impl FnOnce(Rc<File>) + 'static,
    ) -> u32 {
        let number = self.mixed.get_value() + 1;
        self.mixed.set_value(number);
        spawn_local(async move {
            let mix = Mix::new(&recordings, speaker.spoken(), &tones, volumes);
            let file = File::mix(&mix, milliseconds).await.map(Rc::new);
            if let Some(file) = file.filter(|_| self.mixed.get_value() == number) {
                done(file);
            }
        });
        number
    }

    /// Returns the clip that says a phrase, if it is there.
    fn clip(self, recordings: &Recordings, phrase: &Phrase) -> Option<&'static Clip> {
        self.known.clip(phrase).filter(|clip| recordings.has(&clip.address))
    }

    fn synthesise(self, phrase: &Phrase, volumes: Volumes) {
        if volumes.voice > 0.0 {
            synthesis::say(&self.known.say(phrase), self.known.words().locale(), volumes.voice);
        }
    }

    /// Says what no clip says, when its time comes.
    fn say_unrecorded(self, before: f64, now: f64) {
        let is_running = self
            .running
            .playing()
            .with_untracked(|playing| playing.as_ref().is_some_and(|playing| playing.running));
        let Some(volumes) = untrack(|| self.volumes()).filter(|_| is_running) else { return };
        let phrase = self.track.with_value(|track| {
            track.as_ref().and_then(|track| due::due(&track.score.unrecorded, before, now).cloned())
        });
        if let Some(phrase) = phrase {
            self.synthesise(&phrase, volumes);
        }
    }

    /// Brings the sound to where the picture is, unless that was done a moment ago.
    fn keep_together(self, between: f64) {
        let Some(playing) = self.running.playing().get_untracked() else { return };
        let now = playing.now();
        let is_due = (now - self.followed.get_value()).abs() >= between;
        let is_off = self
            .with_player(|player| is_due && player.plays() == Plays::Session && player.follow(now, APART));
        if is_off == Some(true) {
            self.followed.set_value(now);
        }
    }

    fn touch(self) {
        if !matches!(self.pack.get_untracked(), Pack::NotAsked) {
            self.with_player(Player::touch);
        }
    }

    fn with_player<T>(self, act: impl FnOnce(&mut Player) -> T) -> Option<T> {
        self.player.try_update_value(|player| player.as_mut().map(act)).flatten()
    }
}

/// Returns the first words of the usual session.
fn sample() -> Phrase {
    Phrase::plain(WordKey::attribute("w-and-y", "stand-tall")).with("place", Argument::Choice("first"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sample_has_a_clip() {
        assert!(Known::built_in().unwrap().clip(&sample()).is_some());
    }
}

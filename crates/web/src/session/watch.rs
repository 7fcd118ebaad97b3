//! What a camera that watches does to the session.

use leptos::prelude::*;
use unknot_routine::{CameraWord, Follow, Glance, Phrase, Session, SpokenLength, State};

use super::act::Act;
use super::engine::Engine;
use super::now::Face;
use super::running::Running;

/// The words that page/camera.js shows.
pub(crate) const CAMERA_WORDS: [&str; 6] = ["on", "picture", "opening", "nobody", "somebody", "awaited"];

/// So many seconds more than its words take the clock stands for where to put the device: they begin once they are mixed.
const LONGER: f64 = 0.6;

/// Whether a camera watches, and what comes of that.
#[derive(Clone, Copy, Default)]
pub(super) struct Watch {
    is_on: RwSignal<bool>,
    watching: StoredValue<Watching>,
}

#[derive(Default)]
struct Watching {
    /// Lets the clock wait for the body, while a camera watches.
    follow: Option<Follow>,
    /// Where the device was last said to be put in this session.
    place: Option<CameraWord>,
    /// For how many seconds the clock stands, as that is being said.
    telling: f64,
}

impl Watch {
    /// The session is over.
    pub(super) fn forget(self) {
        self.watching.set_value(Watching::default());
        self.is_on.set(false);
    }

    /// Returns whether a camera is to watch.
    pub(super) fn is_on(self) -> bool {
        self.is_on.get_untracked()
    }

    /// Returns whether the clock stands, for the body or for words about the device.
    pub(super) fn holds(self) -> bool {
        let waits = |watching: &Watching| watching.follow.as_ref().is_some_and(Follow::waits);
        self.is_telling() || self.watching.with_value(waits)
    }

    fn is_telling(self) -> bool {
        self.watching.with_value(|watching| watching.telling > 0.0)
    }
}

/// What is told of one picture.
pub(crate) struct Told {
    /// What is seen of the person, if anything is.
    pub(crate) glance: Option<Glance>,
    /// The fault of form to speak of.
    pub(crate) fault: Option<String>,
    /// Whether the one that was spoken of is gone.
    pub(crate) better: bool,
}

/// What the session makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Made {
    /// The clock waits for the person.
    Waits,
    /// So many repetitions of the exercise are counted.
    Counted(u32),
}

impl Running {
    /// Returns whether a camera is to watch while the session goes on.
    pub(crate) fn is_watched(self) -> RwSignal<bool> {
        self.watch.is_on
    }

    /// Has the camera watch, or not any more.
    pub(crate) fn set_watch(self, is_on: bool) {
        self.watch.watching.update_value(|watching| {
            watching.follow = is_on.then(Follow::default);
            watching.telling = 0.0;
        });
        self.watch.is_on.set(is_on);
        self.show();
    }

    /// The camera cannot watch: the clock leads, and the person is told why.
    pub(crate) fn end_watch(self, trouble: CameraWord) {
        self.set_watch(false);
        self.tell_by_the_way(trouble.words());
    }

    /// Takes what a picture shows.
    pub(crate) fn take(self, told: Told) -> Made {
        let placed = told.glance.as_ref().is_some_and(|glance| glance.placed);
        if placed
            && self.now().with_untracked(|now| now.as_ref().is_some_and(|now| now.face == Face::Waiting))
        {
            self.act(Act::Ready);
        }
        let seen = self.follow(|follow, session| {
            let counted = follow.see(session, told.glance)?;
            Some((counted, follow.is_ahead(session)))
        });
        if let Some((counted, is_ahead)) = seen.flatten() {
            let mut acts = vec![Act::Counted(Some(counted))];
            if is_ahead {
                acts.push(Act::Through);
            }
            self.acts(acts);
        }
        let advice = match told.fault {
            Some(id) => self.with(|engine| engine.fault(&id)).flatten(),
            None => told.better.then(|| CameraWord::Better.words()),
        };
        if let Some(phrase) = advice {
            self.tell_by_the_way(phrase);
        }
        let made = self.follow(|follow, _| match follow.waits() {
            true => Made::Waits,
            false => Made::Counted(follow.counted()),
        });
        made.unwrap_or(Made::Counted(0))
    }

    /// Returns how many of so many seconds the clock goes on: all of them where no camera watches, and for who is helped up.
    pub(super) fn followed(self, seconds: f64) -> f64 {
        if self.with(Engine::is_running) != Some(true) {
            return seconds;
        }
        let is_telling = self.watch.watching.try_update_value(|watching| {
            let is_telling = watching.telling > 0.0;
            watching.telling = (watching.telling - seconds).max(0.0);
            is_telling
        });
        if is_telling == Some(true) {
            return 0.0;
        }
        let followed = self.follow(|follow, session| {
            let before = follow.is_unseen();
            let passes = follow.pass(session, seconds);
            (passes, follow.is_unseen() && !before)
        });
        let Some((passes, is_unseen)) = followed else { return seconds };
        if is_unseen {
            self.act(Act::Counted(None));
        }
        passes
    }

    /// Says where the device has to be, when that is elsewhere than before; the clock stands meanwhile.
    pub(super) fn place_device(self) {
        if !self.watch.is_on() {
            return;
        }
        let place = self.with(|engine| {
            let segment = engine.session().moment().segment;
            let is_led = engine.is_running() || engine.session().state() == State::Waiting;
            let place = CameraWord::place(segment.view, segment.position);
            place.filter(|_| is_led && segment.item.is_some())
        });
        let Some(place) = place.flatten() else {
            // Who pauses meanwhile has read it.
            return self.watch.watching.update_value(|watching| watching.telling = 0.0);
        };
        let is_said =
            self.watch.watching.try_update_value(|watching| watching.place.replace(place) == Some(place));
        if is_said != Some(false) {
            return;
        }
        let (known, phrase) = (self.known(), place.words());
        let telling = SpokenLength::seconds(known, &phrase) + LONGER;
        self.watch.watching.update_value(|watching| watching.telling = telling);
        self.remark(known.say(&phrase));
        self.say(vec![phrase], false);
    }

    /// Says words that can wait for others, and remarks them.
    fn tell_by_the_way(self, phrase: Phrase) {
        self.remark(self.known().say(&phrase));
        self.say(vec![phrase], true);
        self.show();
    }

    /// Looks at who lets the clock wait, while a camera watches.
    fn follow<T>(self, look: impl FnOnce(&mut Follow, &Session<'static>) -> T) -> Option<T> {
        let followed = self.with(|engine| {
            self.watch.watching.try_update_value(|watching| {
                watching.follow.as_mut().map(|follow| look(follow, engine.session()))
            })
        });
        followed.flatten().flatten()
    }
}

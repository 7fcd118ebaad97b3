//! What there is to show of a camera that watches, and what it does to the session.

use leptos::prelude::*;
use unknot_body::View;
use unknot_routine::{Follow, Glance};

use super::act::Act;
use super::now::Face;
use super::running::Running;

/// What there is to show of a camera.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Watch {
    /// Whether it is to watch while the session goes on.
    pub(crate) is_on: bool,
    /// What it sees.
    pub(crate) sees: Sees,
    /// How many repetitions of the exercise it has counted.
    pub(crate) count: u32,
}

/// What a camera sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sees {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Not enough of anybody.
    Nobody,
    /// Somebody.
    Somebody,
    /// Somebody for whom the clock waits.
    Awaited,
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

impl Running {
    /// Returns what there is to show of the camera.
    pub(crate) fn watch(self) -> Signal<Watch> {
        self.watch.into()
    }

    /// Has the camera watch, or not any more.
    pub(crate) fn set_watch(self, is_on: bool) {
        self.following(|follow, _| *follow = is_on.then(Follow::default));
        self.watch.set(Watch { is_on, ..Watch::default() });
    }

    /// The camera cannot watch, and this says why: the clock leads on.
    pub(crate) fn cannot_watch(self, trouble: &str) {
        self.set_watch(false);
        let known = self.known();
        self.remark(match trouble {
            "refused" => known.ui("web-camera", "refused"),
            "missing" => known.ui("web-camera", "missing"),
            "in-use" => known.ui("web-camera", "in-use"),
            "unplugged" => known.ui("web-camera", "unplugged"),
            _ => known.ui("web-camera", "broken"),
        });
    }

    /// Takes what a picture shows.
    pub(crate) fn take(self, told: Told) {
        let placed = told.glance.as_ref().is_some_and(|glance| glance.placed);
        let seen = self.following(|follow, session| {
            let follow = follow.as_mut()?;
            let counted = follow.see(session, told.glance);
            let ahead = counted.is_some() && follow.is_ahead(session);
            let waits = session.moment().segment.is_change() && !follow.waits();
            Some((counted, ahead, waits, follow.sees()))
        });
        let Some((counted, ahead, on_the_way, sees)) = seen.flatten() else { return };
        if placed && self.now().with_untracked(|now| now.as_ref().is_some_and(|now| now.face == Face::Waiting)) {
            self.act(Act::Ready);
        }
        if counted.is_some() {
            self.act(Act::Counted(counted));
        }
        if ahead {
            self.act(Act::Through);
        }
        if let Some(phrase) = told.fault.and_then(|id| self.with(|engine| engine.fault(&id))?) {
            self.remark(self.known().say(&phrase));
            self.say(vec![phrase], true);
        } else if told.better {
            self.remark(self.known().ui("web-camera", "better"));
        }
        let sees = if sees { Sees::Somebody } else { Sees::Nobody };
        self.notice(|watch| {
            if watch.sees != Sees::Awaited {
                watch.sees = sees;
            }
            watch.count = counted.unwrap_or(if on_the_way { 0 } else { watch.count });
        });
    }

    /// Returns how many of so many seconds the clock goes on: all of them where no camera watches.
    pub(super) fn followed(self, seconds: f64) -> f64 {
        let followed = self.following(|follow, session| {
            let follow = follow.as_mut()?;
            let before = follow.is_unseen();
            let passes = follow.pass(session, seconds);
            Some((passes, follow.waits(), follow.sees(), follow.is_unseen() && !before))
        });
        let Some((passes, waits, sees, is_unseen)) = followed.flatten() else { return seconds };
        if is_unseen {
            self.act(Act::Counted(None));
        }
        self.notice(|watch| match watch.sees {
            Sees::Nothing => {}
            _ if waits && sees => watch.sees = Sees::Awaited,
            _ => watch.sees = if sees { Sees::Somebody } else { Sees::Nobody },
        });
        passes
    }

    /// Returns whether the clock waits for the body.
    pub(super) fn waits_for_body(self) -> bool {
        self.following(|follow, _| follow.as_ref().is_some_and(Follow::waits)) == Some(true)
    }

    fn notice(self, change: impl FnOnce(&mut Watch)) {
        let before = self.watch.get_untracked();
        let mut now = before;
        change(&mut now);
        if now != before {
            self.watch.set(now);
        }
    }

    /// Returns from where the exercise is best seen that goes on or comes, and whether the person is on the way to it.
    pub(crate) fn view(self) -> Option<(View, bool)> {
        self.with(|engine| {
            let segment = engine.session().moment().segment;
            segment.item.map(|_| (segment.view, segment.is_change()))
        })?
    }
}

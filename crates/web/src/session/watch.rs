//! What a camera that watches does to the session.

use leptos::prelude::*;
use unknot_body::View;
use unknot_routine::{Follow, Glance};

use super::act::Act;
use super::now::{Face, Now};
use super::running::Running;

/// The words that page/camera.js shows.
pub(crate) const CAMERA_WORDS: [&str; 13] = [
    "offer", "stop", "on", "picture", "opening", "nobody", "somebody", "awaited", "refused", "missing",
    "taken", "gone", "broken",
];

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
        self.watch
    }

    /// Has the camera watch, or not any more.
    pub(crate) fn set_watch(self, is_on: bool) {
        self.following(|follow, _| *follow = is_on.then(Follow::default));
        self.watch.set(is_on);
        self.show();
    }

    /// Takes what a picture shows.
    pub(crate) fn take(self, told: Told) -> Made {
        let placed = told.glance.as_ref().is_some_and(|glance| glance.placed);
        if placed
            && self.now().with_untracked(|now| now.as_ref().is_some_and(|now| now.face == Face::Waiting))
        {
            self.act(Act::Ready);
        }
        let seen = self.following(|follow, session| {
            let follow = follow.as_mut()?;
            let counted = follow.see(session, told.glance);
            let ahead = counted.is_some() && follow.is_ahead(session);
            Some((counted, ahead))
        });
        if let Some((Some(counted), ahead)) = seen.flatten() {
            self.act(Act::Counted(Some(counted)));
            if ahead {
                self.act(Act::Through);
            }
        }
        if let Some(phrase) = told.fault.and_then(|id| self.with(|engine| engine.fault(&id))?) {
            self.remark(self.known().say(&phrase));
            self.say(vec![phrase], true);
        } else if told.better {
            self.remark(self.known().ui("web-camera", "better"));
        }
        let made = self.following(|follow, _| {
            let follow = follow.as_ref()?;
            Some(if follow.waits() { Made::Waits } else { Made::Counted(follow.counted()) })
        });
        made.flatten().unwrap_or(Made::Counted(0))
    }

    /// Returns how many of so many seconds the clock goes on: all of them where no camera watches.
    pub(super) fn followed(self, seconds: f64) -> f64 {
        let followed = self.following(|follow, session| {
            let follow = follow.as_mut()?;
            let before = follow.is_unseen();
            let passes = follow.pass(session, seconds);
            Some((passes, follow.is_unseen() && !before))
        });
        let Some((passes, is_unseen)) = followed.flatten() else { return seconds };
        if is_unseen {
            self.act(Act::Counted(None));
        }
        passes
    }

    /// Returns whether the clock waits for the body.
    pub(super) fn waits_for_body(self) -> bool {
        self.following(|follow, _| follow.as_ref().is_some_and(Follow::waits)) == Some(true)
    }

    /// Remarks where to put the device, on the way to an exercise that is watched.
    pub(super) fn remark_place(self, now: &mut Now) {
        if !self.watch.get_untracked() || now.remark.is_some() || now.face != Face::Led {
            return;
        }
        let view = self.with(|engine| {
            let segment = engine.session().moment().segment;
            (segment.item.is_some() && segment.is_change()).then_some(segment.view)
        });
        let known = self.known();
        now.remark = match view.flatten() {
            Some(View::Front | View::Back) => Some(known.ui("web-camera", "place-front")),
            Some(View::Left | View::Right | View::Side) => Some(known.ui("web-camera", "place-side")),
            // From above no device sees anything that stands in a room.
            Some(View::Above) | None => None,
        };
    }
}

//! The session that goes on in this page.

mod kept;

use std::sync::Arc;

use leptos::leptos_dom::helpers::{IntervalHandle, set_interval_with_handle};
use leptos::prelude::*;
use unknot_journal::{Entry, Moment, Pain, PainRating, RecordId, Settings, Time};
use unknot_routine::{Done, Phrase, Timeline};

use super::act::Act;
use super::awake::Awake;
use super::clock::{Passed, Reading, passed};
use super::engine::Engine;
use super::now::{Face, Frame, Now};
use super::past::Past;
use super::playing::{Playing, Said, clock};
use super::saved::Saved;
use super::start::{Refusal, Start, Wishes};
use super::watch::Watch;
use super::{listen, media};
use crate::keep::{Keep, today};
use crate::known::Known;

/// How often a session goes on in the background, where no pictures are made.
const BACKGROUND: std::time::Duration = std::time::Duration::from_millis(250);
/// How often it is kept, in milliseconds.
const KEEP: f64 = 3000.0;

/// The session that goes on, in every part of every page.
#[derive(Clone, Copy)]
pub(crate) struct Running {
    known: &'static Known,
    keep: Keep,
    settings: RwSignal<Settings>,
    going: StoredValue<Option<Going>, LocalStorage>,
    now: RwSignal<Option<Now>>,
    frame: RwSignal<Frame>,
    timeline: RwSignal<Option<Arc<Timeline>>>,
    playing: RwSignal<Option<Playing>>,
    said: RwSignal<Said>,
    saved: RwSignal<Option<Saved>, LocalStorage>,
    wishes: RwSignal<Wishes>,
    pain: RwSignal<Option<u8>>,
    pub(super) watch: Watch,
}

/// A session with everything around it.
struct Going {
    engine: Engine<'static>,
    name: RecordId,
    started: Time,
    is_told: bool,
    read: Option<Reading>,
    kept: f64,
    awake: Option<Awake>,
    interval: Option<IntervalHandle>,
}

impl Running {
    /// Begins to listen, for the whole program.
    pub(crate) fn open(known: Arc<Known>, keep: Keep, settings: RwSignal<Settings>) -> Self {
        // A session borrows what is known, and both last as long as the page.
        let known: &'static Arc<Known> = Box::leak(Box::new(known));
        let wishes = RwSignal::new(Wishes::load());
        let running = Self {
            known,
            keep,
            settings,
            going: StoredValue::new_local(None),
            now: RwSignal::new(None),
            frame: RwSignal::default(),
            timeline: RwSignal::new(None),
            playing: RwSignal::new(None),
            said: RwSignal::default(),
            saved: RwSignal::new_local(Saved::load()),
            wishes,
            pain: RwSignal::new(None),
            watch: Watch::default(),
        };
        // As long as nobody has wished for anything else there is nothing to keep.
        Effect::new(move |before: Option<()>| {
            let wishes = wishes.get();
            if before.is_some() {
                wishes.keep();
            }
        });
        window_event_listener_untyped("pagehide", move |_| running.save());
        document_visibility(move || running.visibility_changed());
        media::listen(move |act| running.act(act));
        Effect::new(move || running.let_old_go());
        running
    }

    /// Returns the session, in a part of a page.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Returns what is known, which lasts as long as the page.
    pub(crate) fn known(self) -> &'static Known {
        self.known
    }

    /// Returns what a page shows; nothing while there is no session.
    pub(crate) fn now(self) -> Signal<Option<Now>> {
        self.now.into()
    }

    /// Returns what is asked of the person.
    pub(crate) fn face(self) -> Memo<Face> {
        let now = self.now;
        Memo::new(move |_| now.with(|now| now.as_ref().map_or(Face::Paused, |now| now.face.clone())))
    }

    /// Returns what moves with every picture.
    pub(crate) fn frame(self) -> Signal<Frame> {
        self.frame.into()
    }

    /// Returns the timeline that is performed.
    pub(crate) fn timeline(self) -> Signal<Option<Arc<Timeline>>> {
        self.timeline.into()
    }

    /// Returns which moment of which timeline is performed, for who plays its sounds.
    pub(crate) fn playing(self) -> Signal<Option<Playing>> {
        self.playing.into()
    }

    /// Returns what was said last outside of the timeline.
    pub(crate) fn said(self) -> Signal<Said> {
        self.said.into()
    }

    /// Returns how somebody would like sessions. It is kept.
    pub(crate) fn wishes(self) -> RwSignal<Wishes> {
        self.wishes
    }

    /// Returns the pain that was told before a session.
    pub(crate) fn pain(self) -> RwSignal<Option<u8>> {
        self.pain
    }

    /// Returns what earlier sessions and answers mean.
    pub(crate) fn past(self) -> Past {
        // Only a clock that shows nonsense has no day.
        let Ok(today) = today().parse() else { return Past::default() };
        #[allow(clippy::cast_possible_truncation, reason = "`as` saturates, and it is a whole number")]
        let now = js_sys::Date::now() as i64;
        self.keep.journal().with(|journal| Past::of(self.known, journal, now, today))
    }

    /// Returns whether a session was left in the middle, to which one can go back.
    pub(crate) fn is_left(self) -> bool {
        let is_kept = self.saved.with(|saved| saved.as_ref().is_some_and(|saved| !saved.is_told));
        let goes_on = |now: &Now| !matches!(now.face, Face::Ended(_));
        self.now.with(|now| now.as_ref().map_or(is_kept, goes_on))
    }

    /// Returns what was done in the session, and its name.
    pub(crate) fn done(self) -> Option<(Done, RecordId)> {
        self.going.with_value(|going| {
            let going = going.as_ref()?;
            Some((going.engine.done().clone(), going.name))
        })
    }

    /// Looks at the session.
    pub(crate) fn with<T>(self, look: impl FnOnce(&Engine<'static>) -> T) -> Option<T> {
        self.going.with_value(|going| going.as_ref().map(|going| look(&going.engine)))
    }

    /// Begins a session; a session before it is over.
    pub(crate) fn begin(self, start: Start) -> Result<(), Refusal> {
        if self.is_left() {
            self.go_back();
        }
        self.leave();
        let pain = start.pain.and_then(|pain| Pain::try_from(pain).ok());
        let engine = Engine::begin(self.known, start)?;
        let name = self.keep.name();
        let started = self.keep.time().ok_or_else(|| Refusal::Broken("Date".to_owned()))?;
        if let Some(pain) = pain {
            self.keep.add(Entry::Pain(PainRating { pain, moment: Moment::Before, session: Some(name) }));
        }
        self.pain.set(None);
        self.set_going(engine, name, started, false);
        let waits = self.settings.with_untracked(|settings| settings.wait_for_me);
        self.act(Act::Wait(waits));
        if waits {
            listen::ask();
        }
        self.set_watch(self.wishes.with_untracked(|wishes| wishes.camera));
        Ok(())
    }

    /// Goes back to the session that was left in the middle: it stands where it stood, and goes on when the person
    /// does. Returns whether there is one.
    pub(crate) fn go_back(self) -> bool {
        if self.now.with_untracked(Option::is_some) {
            return true;
        }
        let Some(saved) = self.saved.get_untracked() else { return false };
        let Saved { name, started, start, acts, total, is_told, is_watched, .. } = saved;
        match Engine::replay(self.known, start, acts) {
            Ok(engine) if engine.timeline().total().0 == total => {
                self.set_going(engine, name, started, is_told);
                self.act(Act::Pause);
                self.set_watch(is_watched);
                // Nobody needs to be told that what stands stands.
                self.said.update(|said| said.phrases.clear());
                true
            }
            _ => {
                self.forget();
                false
            }
        }
    }

    /// Takes what happens.
    pub(crate) fn act(self, act: Act) {
        self.acts(vec![act]);
    }

    /// Takes what happens at once.
    pub(super) fn acts(self, acts: Vec<Act>) {
        let (mut phrases, mut keeps) = (Vec::new(), false);
        for act in acts {
            // What is counted is kept with the time that passes.
            keeps |= !matches!(act, Act::Pass(_) | Act::Counted(_) | Act::Through);
            let said = self.going.try_update_value(|going| going.as_mut().map(|going| going.engine.act(act)));
            phrases.extend(said.flatten().unwrap_or_default());
        }
        self.say(phrases, false);
        if keeps {
            self.save();
        }
        self.show();
    }

    /// Remarks something that changes nothing, where it is shown next.
    pub(super) fn remark(self, words: String) {
        self.going.update_value(|going| {
            if let Some(going) = going {
                going.engine.remark(words);
            }
        });
    }

    /// Has words said, if there are any.
    pub(super) fn say(self, phrases: Vec<Phrase>, can_wait: bool) {
        if !phrases.is_empty() {
            self.said.update(|said| *said = Said { times: said.times + 1, phrases, can_wait });
        }
    }

    /// Ends the session that was left in the middle, if one was: what was done of it counts.
    pub(crate) fn give_up_left(self) {
        if self.go_back() {
            self.leave();
        }
    }

    /// The session is over and everything was asked: nothing of it is left.
    pub(crate) fn leave(self) {
        self.tell();
        self.stop_around();
        self.going.set_value(None);
        self.now.set(None);
        self.timeline.set(None);
        self.playing.set(None);
        self.watch.forget();
        self.forget();
    }

    fn set_going(self, engine: Engine<'static>, name: RecordId, started: Time, is_told: bool) {
        let running = self;
        let interval = set_interval_with_handle(
            move || {
                if document().hidden() {
                    running.tick();
                }
            },
            BACKGROUND,
        );
        let (awake, interval) = (Awake::hold(), interval.ok());
        let going = Going { engine, name, started, is_told, read: None, kept: 0.0, awake, interval };
        self.going.set_value(Some(going));
        if is_told {
            self.stop_around();
        }
        self.show();
        request_animation_frame(move || running.picture());
    }

    /// Goes on with every picture that the browser makes.
    fn picture(self) {
        if self.going.with_value(|going| going.as_ref().is_some_and(|going| going.interval.is_some())) {
            self.tick();
            request_animation_frame(move || self.picture());
        }
    }

    /// Lets the time pass that has passed.
    fn tick(self) {
        let now = Reading { running: clock(), day: js_sys::Date::now(), hidden: document().hidden() };
        let before =
            self.going.try_update_value(|going| going.as_mut().and_then(|going| going.read.replace(now)));
        let Some(before) = before.flatten() else { return };
        match passed(before, now) {
            Passed::Away => self.act(Act::Away),
            Passed::Seconds(seconds) if seconds > 0.0 && self.is_moving() => {
                match self.followed(seconds) {
                    0.0 => self.show(),
                    seconds => self.act(Act::Pass(seconds)),
                }
                let is_due = self.going.with_value(|going| {
                    going.as_ref().is_some_and(|going| (now.day - going.kept).abs() > KEEP)
                });
                if is_due {
                    self.save();
                }
            }
            Passed::Seconds(_) => {}
        }
    }

    fn is_moving(self) -> bool {
        let helps = self
            .now
            .with_untracked(|now| now.as_ref().is_some_and(|now| matches!(now.face, Face::HelpingUp(_))));
        helps || self.with(Engine::is_running).unwrap_or(false)
    }

    /// Shows what is so now.
    pub(super) fn show(self) {
        self.place_device();
        let shown = self.with(|engine| {
            (engine.now(), engine.frame(), Arc::clone(engine.timeline()), engine.is_running())
        });
        let Some((now, frame, timeline, running)) = shown else { return };
        let running = running && !self.watch.holds();
        if matches!(now.face, Face::Ended(_)) {
            self.tell();
            self.stop_around();
            if self.watch.is_on() {
                self.set_watch(false);
            }
        }
        let is_same = |before: &Option<Arc<Timeline>>| {
            before.as_ref().is_some_and(|before| Arc::ptr_eq(before, &timeline))
        };
        if !self.timeline.with_untracked(is_same) {
            self.timeline.set(Some(Arc::clone(&timeline)));
        }
        if self.frame.get_untracked() != frame {
            self.frame.set(frame);
        }
        let since = clock();
        let goes_on = self.playing.with_untracked(|playing| {
            playing.as_ref().is_some_and(|playing| {
                Arc::ptr_eq(&playing.timeline, &timeline)
                    && playing.running == running
                    && (playing.now() - frame.seconds).abs() < 0.25
            })
        });
        if !goes_on {
            self.playing.set(Some(Playing { timeline, seconds: frame.seconds, since, running }));
        }
        if self.now.with_untracked(|before| before.as_ref() != Some(&now)) {
            let is_other = self.now.with_untracked(|before| {
                before.as_ref().is_none_or(|before| before.exercise != now.exercise)
            });
            if is_other || !goes_on {
                media::show(&now.exercise, &self.known.ui("web", "name"), running);
            }
            self.now.set(Some(now));
        }
    }

    /// Lets the screen go off, and the clocks be.
    fn stop_around(self) {
        self.going.update_value(|going| {
            let Some(going) = going else { return };
            if let Some(awake) = going.awake.take() {
                awake.release();
            }
            if let Some(interval) = going.interval.take() {
                interval.clear();
            }
        });
        media::clear();
    }

    fn visibility_changed(self) {
        self.tick();
        self.save();
        // Nobody is watched by a page that nobody sees.
        if document().hidden() && self.watch.is_on() {
            self.set_watch(false);
        }
        if !document().hidden() {
            // The browser lets the screen go when a page is hidden.
            self.going.update_value(|going| {
                if let Some(going) = going.as_mut().filter(|going| going.interval.is_some()) {
                    going.awake = Awake::hold();
                }
            });
        }
    }
}

fn document_visibility(changed: impl Fn() + 'static) {
    use wasm_bindgen::prelude::{Closure, JsCast};
    let changed = Closure::<dyn Fn()>::new(changed).into_js_value();
    // It lasts as long as the page, and no document refuses to be listened to.
    let _listens = document().add_event_listener_with_callback("visibilitychange", changed.unchecked_ref());
}

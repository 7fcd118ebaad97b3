//! Watches somebody exercise: a program of its own for a browser's worker, so that the page never waits for it.
//!
//! Pictures come in, and what they mean for the session goes out: whether somebody is seen, in position, holding still,
//! how many repetitions were counted, and now and then one word that helps (`advice`). No picture is kept.
#![allow(clippy::needless_pass_by_value, reason = "what comes from JavaScript is handed over")]

mod advice;

use unknot_body::{Anatomy, Body, BodyShape};
use unknot_coach::Coach;
use unknot_landmarks::{Landmark, Landmarks, Sighting};
use unknot_routine::{Exercise, Observation, PhaseKind, Sight};
use unknot_sight::{Eye, Networks, Picture};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use advice::{Advice, Adviser};

/// Somebody who watches.
#[wasm_bindgen]
pub struct Watcher {
    eye: Eye,
    body: Body,
    /// The exercise that is watched.
    watched: Option<Watched>,
}

/// An exercise that is watched.
struct Watched {
    coach: Coach,
    adviser: Adviser,
}

/// What a picture shows.
#[wasm_bindgen(getter_with_clone)]
pub struct Glance {
    /// Whether enough of somebody is seen to judge what they do.
    pub seen: bool,
    /// Whether they are where the exercise has them.
    pub placed: bool,
    /// The phase in which they hold still, if they do.
    pub holds: Option<String>,
    /// How many repetitions were counted since the exercise is watched.
    pub count: u32,
    /// The fault of form that is to be spoken of now, if one is.
    pub fault: Option<String>,
    /// Whether a fault that was spoken of is gone.
    pub better: bool,
    /// Every landmark: its place in the picture, to the right and down, in shares of it, and how surely it is seen, 0–1.
    /// Nothing where nobody is seen.
    pub landmarks: Vec<f32>,
}

#[wasm_bindgen]
impl Watcher {
    /// Returns somebody who watches, from the packed networks and the packed body.
    ///
    /// # Errors
    ///
    /// One of them cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(detector: &[u8], landmarks: &[u8], body: &[u8]) -> Result<Self, JsError> {
        let networks = Networks::read(detector, landmarks)?;
        // What postures mean is the same for every build.
        let body = Body::new(Anatomy::read(body)?.shape(BodyShape::Neutral.into()));
        Ok(Self { eye: Eye::new(networks), body, watched: None })
    }

    /// Watches an exercise from its beginning, by its id and its variant. Of one that is not built in nothing is told.
    pub fn watch(&mut self, exercise: &str, variant: Option<String>) {
        self.watched = exercise_of(exercise).and_then(|exercise| {
            let form = exercise.way(variant.as_deref())?;
            let coach = Coach::new(&exercise, form, &self.body);
            Some(Watched { coach, adviser: Adviser::default() })
        });
    }

    /// Looks at a picture, of four bytes for each place, taken at a time in seconds. It must not be mirrored.
    ///
    /// # Errors
    ///
    /// There are not as many bytes as its size asks for.
    pub fn look(
        &mut self,
        width: usize,
        height: usize,
        rgba: &[u8],
        seconds: f64,
    ) -> Result<Glance, JsError> {
        let picture = Picture::rgba(width, height, rgba)?;
        let sight = self.eye.look(&picture, seconds);
        let landmarks = sight.as_ref().map_or_else(Vec::new, |sight| flat(&sight.smoothed));
        // Somebody who is not there is unknown in every landmark: what was going on is not over yet.
        let nobody =
            || Landmarks { seconds, mirrored: false, points: [Sighting::default(); Landmark::COUNT] };
        let seen = sight.map_or_else(nobody, |sight| sight.smoothed);
        let told = self.watched.as_mut().map(|watched| {
            let observation = watched.coach.see(&seen);
            let advice = watched.adviser.take(&observation);
            (observation, advice)
        });
        Ok(glance(told, landmarks))
    }
}

/// Reads an exercise that is built in.
fn exercise_of(id: &str) -> Option<Exercise> {
    let path = format!("exercises/{id}.json");
    let mut known = unknot_content::json::EXERCISES.iter().map(unknot_content::File::named);
    let (path, text) = known.find(|(known, _)| *known == path)?;
    Exercise::parse(path, text).ok()
}

fn glance(told: Option<(Observation, Option<Advice>)>, landmarks: Vec<f32>) -> Glance {
    let (observation, advice) = told.unzip();
    let stays = |kind| matches!(kind, PhaseKind::Hold | PhaseKind::Breathe);
    let seen = observation.as_ref();
    let phase =
        seen.and_then(|seen| seen.phase.as_ref().filter(|phase| seen.held > 0.0 && stays(phase.kind)));
    let advice = advice.flatten();
    Glance {
        seen: seen.is_some_and(|seen| seen.sight == Sight::Seen),
        placed: seen.is_some_and(|seen| seen.in_position),
        holds: phase.map(|phase| phase.name.clone()),
        count: seen.map_or(0, |seen| seen.count),
        better: advice == Some(Advice::Better),
        fault: match advice {
            Some(Advice::Fault(id)) => Some(id),
            _ => None,
        },
        landmarks,
    }
}

/// Returns the landmarks as a row of numbers.
fn flat(landmarks: &Landmarks) -> Vec<f32> {
    let numbers = Landmark::ALL.iter().flat_map(|landmark| {
        let sighting = landmarks.get(*landmark);
        [sighting.image.x, sighting.image.y, sighting.visibility]
    });
    #[expect(clippy::cast_possible_truncation, reason = "places on a screen")]
    numbers.map(|number| number as f32).collect()
}

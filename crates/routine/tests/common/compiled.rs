//! Compiled plans, made-up ones and those of the content: for what must be so of every timeline.

use proptest::prelude::*;
use proptest::test_runner::{TestError, TestRunner};
use unknot_routine::{Catalogue, Form, Millis, Plan, Sound, SpokenLength, Timeline, Utterance};

use super::ask::Ask;
use super::choose::talkative;
use super::{NamedLengths, real, seven};

/// How long a tone sounds.
pub const TONE: Millis = Millis(400);

/// A compiled plan with all that it was made from.
pub struct Compiled {
    pub catalogue: Catalogue,
    pub plan: Plan,
    pub spoken: Box<dyn SpokenLength>,
    pub timeline: Timeline,
}

impl Compiled {
    pub fn new(catalogue: Catalogue, plan: Plan, spoken: Box<dyn SpokenLength>) -> Self {
        let timeline = Timeline::compile(&catalogue, &plan, &*spoken).unwrap();
        Self { catalogue, plan, spoken, timeline }
    }

    /// Returns the plan of made-up exercises, or nothing where nothing fits.
    pub fn asked(ask: &Ask) -> Option<Self> {
        let asked = ask.asked();
        let plan = Plan::make(&asked.catalogue, &ask.request(&asked)).ok()?;
        Some(Self::new(asked.catalogue, plan, Box::new(NamedLengths)))
    }

    /// Returns the way in which an item of the plan is done.
    pub fn form(&self, item: usize) -> &Form {
        let item = &self.plan.items[item];
        self.catalogue.exercise(&item.exercise).unwrap().way(item.variant.as_deref()).unwrap()
    }

    /// Returns how long something is said or sounded.
    pub fn length(&self, utterance: &Utterance) -> Millis {
        match &utterance.sound {
            Sound::Words(phrase) => Millis::from_seconds(self.spoken.seconds(phrase)),
            Sound::Tone(_) => TONE,
        }
    }
}

/// Checks something of the content's plans and of hundreds of made-up ones.
pub fn everywhere(check: impl Fn(&Compiled) -> Result<(), TestCaseError>) {
    for (name, plan) in real::plans(&seven()) {
        let compiled = Compiled::new(seven(), plan, Box::new(real::words()));
        check(&compiled).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    let config = ProptestConfig {
        cases: 300,
        failure_persistence: None,
        max_shrink_iters: 1500,
        ..ProptestConfig::default()
    };
    let checked = TestRunner::new(config).run(&talkative(4), |ask| match Compiled::asked(&ask) {
        Some(compiled) => check(&compiled),
        None => Err(TestCaseError::reject("nothing fits")),
    });
    match checked {
        Ok(()) => {}
        Err(TestError::Fail(why, ask)) => panic!("{why}\n{ask:#?}"),
        Err(error) => panic!("{error}"),
    }
}

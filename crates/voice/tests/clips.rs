//! The clips of the content: everything that timelines and sessions say has one, and with the clips' own lengths
//! everything that matters still has its time.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use unknot_body::Kit;
use unknot_routine::{
    Catalogue, Changes, Exercise, Hurt, Millis, Order, Phrase, Plan, Priority, Programme, Request, Rules,
    Screen, Session, Sound, SpokenLength, State, Timeline, Words,
};
use unknot_voice::{Clip, Index};

/// The content with its clips.
struct Content {
    catalogue: Catalogue,
    rules: Rules,
    words: Words,
    index: Index,
}

impl Content {
    fn new() -> Self {
        let changes = Changes::parse("", unknot_content::CHANGES.text).unwrap();
        let screen = Screen::parse("", unknot_content::SCREEN.text).unwrap();
        let mut catalogue = Catalogue::new(changes, screen);
        for file in unknot_content::EXERCISES {
            catalogue.add(Exercise::parse(file.path, file.text).unwrap()).unwrap();
        }
        for file in unknot_content::PROGRAMMES {
            catalogue.add_programme(Programme::parse(file.path, file.text).unwrap());
        }
        let words = Words::read("en", unknot_content::WORDS_EN.text).unwrap();
        let index = Index::read(unknot_content::VOICE_INDEX.text).unwrap();
        let rules = Rules::parse("", unknot_content::RULES.text).unwrap();
        Self { catalogue, rules, words, index }
    }

    fn clip(&self, phrase: &Phrase) -> Option<&Clip> {
        self.index.clip(phrase.key.as_str(), |name| phrase.args.get(name).map(ToString::to_string))
    }

    /// Returns what is wrong with the clip of a phrase.
    fn complaint(&self, phrase: &Phrase) -> Option<String> {
        let words = self.words.say(phrase).unwrap();
        match self.clip(phrase) {
            None => Some(format!("no clip says `{}`: {words}", phrase.key)),
            Some(clip) => {
                (clip.text != words).then(|| format!("`{}`: {} / {words}", clip.address, clip.text))
            }
        }
    }

    fn plan(&self, programme: &str, change: impl FnOnce(&mut Request<'_>)) -> Option<Plan> {
        let mut request = Request::of(self.catalogue.programme(programme).unwrap());
        change(&mut request);
        Plan::make(&self.catalogue, &request).ok()
    }

    fn compile(&self, plan: &Plan) -> Timeline {
        Timeline::compile(&self.catalogue, plan, self).unwrap()
    }

    /// Returns what a timeline leaves unsaid, of what matters so much.
    fn unsaid(&self, timeline: &Timeline, least: Priority) -> Vec<String> {
        let unsaid = timeline.unsaid().iter().filter(|unsaid| unsaid.priority >= least);
        let text = |sound: &Sound| words_of(sound).map_or("tone".to_owned(), |p| self.words.say(p).unwrap());
        unsaid.map(|unsaid| format!("{}: {}", unsaid.at, text(&unsaid.sound))).collect()
    }
}

impl SpokenLength for Content {
    fn seconds(&self, phrase: &Phrase) -> f64 {
        self.clip(phrase).map_or(0.0, |clip| Millis(clip.milliseconds).seconds())
    }
}

fn words_of(sound: &Sound) -> Option<&Phrase> {
    match sound {
        Sound::Words(phrase) => Some(phrase),
        Sound::Tone(_) => None,
    }
}

fn gently(request: &mut Request<'_>) {
    request.gentle = true;
    request.change_pace = (3, 2);
}

#[test]
fn everything_that_a_plan_can_say_has_a_clip() {
    let content = Content::new();
    let mut complaints = Vec::new();
    let mut look = |plan: Option<Plan>| {
        let timeline = content.compile(&plan.unwrap());
        let sounds = timeline.utterances().iter().chain(timeline.unsaid()).map(|utterance| &utterance.sound);
        complaints.extend(sounds.filter_map(words_of).filter_map(|phrase| content.complaint(phrase)));
    };
    for exercise in content.catalogue.exercises() {
        let variants = exercise.variants.iter().map(|variant| Some(variant.id.as_str()));
        variants.chain([None]).for_each(|variant| look(Plan::alone(exercise, variant)));
    }
    for programme in content.catalogue.programmes() {
        for minutes in [1, 3, 5, 7, 20] {
            for order in [Order::Flow, Order::Article] {
                let limited = |request: &mut Request<'_>| {
                    request.budget = Millis(minutes * 60_000);
                    request.order = order;
                };
                look(content.plan(&programme.id, limited));
            }
        }
        look(content.plan(&programme.id, gently));
    }
    for kit in [Kit::Roller, Kit::Mat, Kit::Pillow, Kit::Chair] {
        look(content.plan("seven", |request| request.without = [kit].into()));
    }
    assert_eq!(complaints, Vec::<String>::new());
}

#[test]
fn what_must_be_said_has_its_time() {
    let content = Content::new();
    let plans = [
        content.plan("seven", |_| {}),
        content.plan("seven", |request| request.order = Order::Article),
        content.plan("seven", gently),
        content.plan("office", |_| {}),
        content.plan("standing", |_| {}),
    ];
    for plan in plans {
        let timeline = content.compile(&plan.unwrap());
        assert_eq!(content.unsaid(&timeline, Priority::Must), Vec::<String>::new());
    }
    for exercise in content.catalogue.exercises() {
        for variant in exercise.variants.iter().map(|variant| Some(variant.id.as_str())).chain([None]) {
            let way = variant.map_or(String::new(), |id| format!(", variant = '{id}'"));
            let text = format!(
                "id = 'alone'\nminutes = 20\norder = 'listed'\nitems = [{{ exercise = '{}'{way} }}]",
                exercise.id
            );
            let programme = Programme::parse("alone.toml", &text).unwrap();
            let plan = Plan::make(&content.catalogue, &Request::of(&programme)).unwrap();
            let timeline = content.compile(&plan);
            let unsaid = content.unsaid(&timeline, Priority::Must);
            assert_eq!(unsaid, Vec::<String>::new(), "{} {variant:?}", exercise.id);
        }
    }
}

#[test]
fn nothing_that_should_be_said_goes_unsaid_in_the_usual_plan() {
    let content = Content::new();
    let timeline = content.compile(&content.plan("seven", |_| {}).unwrap());
    assert_eq!(content.unsaid(&timeline, Priority::Should), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Somebody who asks for everything there is, at any time.
    #[test]
    fn everything_that_a_session_says_has_a_clip(
        programme in prop::sample::select(vec!["seven", "office", "standing"]),
        gentle in any::<bool>(),
        asked in prop::collection::vec((0..11_u8, 0.0..40.0_f64), 1..60),
    ) {
        let content = Content::new();
        let plan = content.plan(programme, |request| if gentle { gently(request) }).unwrap();
        let rules = &content.rules;
        let mut session = Session::new(&content.catalogue, rules, &content, plan, (1, 1), []).unwrap();
        for (what, seconds) in asked {
            let mut events = session.advance(seconds);
            match what {
                0 => session.pause(),
                1 => events.extend(session.skip()),
                2 => session.back(),
                3 => events.extend(session.easier()),
                4 => events.extend(session.sore_here()),
                5 => events.extend(session.help_up()),
                6 => events.extend(session.it_hurts()),
                7 => events.extend(session.hurt_is(Hurt::Sharp)),
                8 => session.wait_for_ready(true),
                9 => session.ready(),
                _ => session.resume(),
            }
            let phrases = events.iter().filter_map(unknot_routine::Event::words).chain(session.state().words());
            for phrase in phrases {
                prop_assert_eq!(content.complaint(&phrase), None);
            }
            if matches!(session.state(), State::Ended(_)) {
                break;
            }
        }
    }
}

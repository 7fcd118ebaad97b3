//! A journal as a bundle of FHIR R4, for health records.
//!
//! The person is a pseudonym. Pain is an Observation, a session a Procedure, the safety questions and PEG are
//! QuestionnaireResponses.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::table::name;
use crate::correction::Standing;
use crate::entry::{Entry, Hurt, Moment, PainRating, ScreenAnswers};
use crate::id::RecordId;
use crate::journal::{Journal, SessionStory};
use crate::peg::Peg;
use crate::record::Record;
use crate::session::{ExerciseDone, SessionEnd};
use crate::time::Time;

/// Where the project's own questionnaires are named.
const QUESTIONNAIRES: &str = "https://github.com/unknot/unknot/questionnaires";

/// What a bundle depends on beside the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct Fhir {
    /// When it is written.
    pub now: Time,
    /// Whether sessions have a code of SNOMED CT, for whose use a licence is needed in some countries.
    pub snomed: bool,
}

/// Returns a journal as a bundle; none of an empty one, as there is no person in it.
#[must_use]
pub fn fhir(journal: &Journal, how: &Fhir) -> Option<Value> {
    // By chance, and the same in every export.
    let person = journal.records().first()?.device().to_string();
    let stories = journal.sessions();
    let sessions: BTreeSet<RecordId> = stories.iter().map(|story| story.session.session).collect();
    let bundle = Bundle { person: format!("urn:uuid:{person}"), sessions, snomed: how.snomed };
    let patient = json!({
        "resourceType": "Patient",
        "id": person,
        "identifier": [{ "system": "urn:ietf:rfc:3986", "value": format!("urn:uuid:{person}") }],
    });
    let mut entries = vec![entry(&person, &patient)];
    entries.extend(stories.iter().map(|story| {
        let id = story.session.session.to_string();
        entry(&id, &bundle.procedure(story))
    }));
    for standing in journal.standing() {
        if let Some(resource) = bundle.resource(&standing) {
            entries.push(entry(&standing.record.id().to_string(), &resource));
        }
    }
    Some(json!({
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": how.now.with_offset(),
        "entry": entries,
    }))
}

fn entry(id: &str, resource: &Value) -> Value {
    json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": resource })
}

/// What every resource needs to know.
struct Bundle {
    person: String,
    sessions: BTreeSet<RecordId>,
    snomed: bool,
}

impl Bundle {
    fn subject(&self) -> Value {
        json!({ "reference": self.person })
    }

    /// Returns the resource that something told is, if any.
    fn resource(&self, standing: &Standing<'_>) -> Option<Value> {
        match standing.entry {
            Entry::Pain(rating) => Some(self.observation(standing.record, rating)),
            Entry::Peg(peg) => Some(self.peg(standing.record, *peg)),
            Entry::Screen(answers) => Some(self.screen(standing.record, answers)),
            _ => None,
        }
    }

    fn observation(&self, record: &Record, rating: &PainRating) -> Value {
        let mut observation = json!({
            "resourceType": "Observation",
            "id": record.id().to_string(),
            "status": "final",
            "category": [{ "coding": [{
                "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                "code": "survey",
                "display": "Survey",
            }] }],
            "code": {
                "coding": [{
                    "system": "http://loinc.org",
                    "code": "72514-3",
                    "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
                }],
                "text": "Pain, 0 to 10",
            },
            "subject": self.subject(),
            "effectiveDateTime": record.time().with_offset(),
            "valueInteger": rating.pain.number(),
        });
        let words = match rating.moment {
            Moment::Before => Some("before a session"),
            Moment::After => Some("after a session"),
            Moment::Other => None,
        };
        if let Some(words) = words {
            observation["note"] = json!([{ "text": words }]);
        }
        if let Some(session) = rating.session.filter(|session| self.sessions.contains(session)) {
            observation["partOf"] = json!([{ "reference": format!("urn:uuid:{session}") }]);
        }
        observation
    }

    fn procedure(&self, story: &SessionStory<'_>) -> Value {
        let session = story.session;
        let mut code = Map::new();
        code.insert("text".to_owned(), json!("Stretching exercises"));
        if self.snomed {
            let coding = json!([{
                "system": "http://snomed.info/sct",
                "code": "229070002",
                "display": "Stretching exercises",
            }]);
            code.insert("coding".to_owned(), coding);
        }
        let mut procedure = json!({
            "resourceType": "Procedure",
            "id": session.session.to_string(),
            "status": if session.end == SessionEnd::Finished { "completed" } else { "stopped" },
            "code": code,
            "subject": self.subject(),
            "performedPeriod": {
                "start": session.started.with_offset(),
                // A clock that was set back in between makes no session end before it began.
                "end": if session.ended < session.started { session.started.with_offset() } else { session.ended.with_offset() },
            },
        });
        let notes: Vec<Value> =
            session.exercises.iter().map(|done| json!({ "text": exercise(done) })).collect();
        if !notes.is_empty() {
            procedure["note"] = json!(notes);
        }
        let hurts: Vec<Value> = story.hurts.iter().map(|hurt| json!({ "text": hurt_text(hurt) })).collect();
        if !hurts.is_empty() {
            procedure["complication"] = json!(hurts);
        }
        procedure
    }

    fn peg(&self, record: &Record, peg: Peg) -> Value {
        let item = |id: &str, text: &str, answer: crate::pain::Pain| json!({ "linkId": id, "text": text, "answer": [{ "valueInteger": answer.number() }] });
        self.response(
            record,
            "peg",
            &[
                item("pain", "Pain on average in the last week", peg.pain),
                item("enjoyment", "How pain got in the way of enjoying life in the last week", peg.enjoyment),
                item("activity", "How pain got in the way of usual activity in the last week", peg.activity),
            ],
        )
    }

    fn screen(&self, record: &Record, answers: &ScreenAnswers) -> Value {
        let item = |id: &str, is_so: bool| json!({ "linkId": id, "answer": [{ "valueBoolean": is_so }] });
        let mut items: Vec<Value> = answers.ticked.iter().map(|ticked| item(ticked, true)).collect();
        items.push(item("any", !answers.ticked.is_empty()));
        items.push(item("unsure", answers.unsure));
        self.response(record, &answers.stage, &items)
    }

    fn response(&self, record: &Record, questionnaire: &str, items: &[Value]) -> Value {
        json!({
            "resourceType": "QuestionnaireResponse",
            "id": record.id().to_string(),
            "questionnaire": format!("{QUESTIONNAIRES}/{questionnaire}"),
            "status": "completed",
            "subject": self.subject(),
            "authored": record.time().with_offset(),
            "item": items,
        })
    }
}

fn exercise(done: &ExerciseDone) -> String {
    let mut text =
        format!("{}: {} of {} repetitions", done.exercise, done.done.repetitions, done.asked.repetitions);
    if let Some(hold) = done.done.hold_seconds {
        text.push_str(&format!(", held {hold} s"));
    }
    text.push_str(&format!(", {} s in all", done.seconds));
    for (is_so, words) in
        [(done.skipped, "skipped"), (done.eased, "made easier"), (!done.sore.is_empty(), "sore")]
    {
        if is_so {
            text.push_str(&format!(", {words}"));
        }
    }
    text
}

fn hurt_text(hurt: &Hurt) -> String {
    let place = hurt.exercise.as_deref().map(|exercise| format!(" in {exercise}")).unwrap_or_default();
    let answer = hurt.answer.map(|answer| format!(": {}", name(&answer))).unwrap_or_default();
    format!("it hurt{place}{answer}")
}

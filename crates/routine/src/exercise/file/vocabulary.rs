//! Words from fixed vocabularies, and sources.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use unknot_body::{Muscle, Named, Part, Surface};

/// Where numbers come from: one source or several; `judgement` where no source confirms them.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected the name of a source, or a list of names")]
pub(crate) enum Source {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

/// A word from a fixed vocabulary.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Word<T> {
    pub(crate) written: String,
    #[serde(skip)]
    kind: PhantomData<T>,
}

impl<T: Named> JsonSchema for Word<T> {
    fn schema_name() -> Cow<'static, str> {
        T::KIND.split(' ').collect::<Vec<_>>().join("-").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<&str> = T::ALL.iter().map(|member| member.name()).collect();
        json_schema!({ "type": "string", "enum": names })
    }
}

/// `PART on SURFACE`, with a side before it or without.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct ContactPhrase(pub(crate) String);

impl JsonSchema for ContactPhrase {
    fn schema_name() -> Cow<'static, str> {
        "Contact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let list = |names: Vec<&str>| names.join("|");
        let one = list(Part::ALL.iter().filter(|part| part.paired()).map(|part| part.name()).collect());
        let all = list(Part::ALL.iter().map(|part| part.plural()).collect());
        let surfaces = list(Surface::ALL.iter().map(|surface| surface.name()).collect());
        json_schema!({
            "type": "string",
            "description": "What touches what: `feet on floor`, `right hand grips chair`.",
            "pattern": format!("^(((left|right) ({one}))|({all})) (on|grips) ({surfaces})$"),
        })
    }
}

/// A muscle, with a side before it or without.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(crate) struct Region(pub(crate) String);

impl JsonSchema for Region {
    fn schema_name() -> Cow<'static, str> {
        "Muscle".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let muscles: Vec<&str> = Muscle::ALL.iter().map(|muscle| muscle.name()).collect();
        json_schema!({ "type": "string", "pattern": format!("^((left|right) )?({})$", muscles.join("|")) })
    }
}

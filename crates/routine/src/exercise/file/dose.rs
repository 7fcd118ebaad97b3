//! Doses, as they are written: a table, or a number alone.

use std::fmt;

use schemars::{JsonSchema, Schema, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::vocabulary::Source;

/// How much: of repetitions a count, of holds and tempo seconds. A number alone is the usual dose, with
/// nothing for a plan to choose.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(remote = "Self", deny_unknown_fields)]
#[schemars(rename = "Dose", transform = or_a_number)]
pub(crate) struct DoseFile {
    /// The usual dose.
    pub(crate) default: f64,
    /// The least and the most that a plan may use. Default: only the usual dose.
    pub(crate) range: Option<[f64; 2]>,
    /// Between them, in steps of this much from the usual dose. Default 1.
    pub(crate) step: Option<f64>,
    /// The dose of the first three sessions, where it is less.
    pub(crate) gentle: Option<f64>,
    /// What the article asks for, least and most.
    pub(crate) asks: Option<[f64; 2]>,
    /// Where the numbers come from, if not where the block's do.
    pub(crate) source: Option<Source>,
}

impl DoseFile {
    fn only(default: f64) -> Self {
        Self { default, range: None, step: None, gentle: None, asks: None, source: None }
    }
}

// By hand, because with serde's `untagged` errors would lose their place in the file.
impl<'de> Deserialize<'de> for DoseFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NumberOrTable;

        impl<'de> Visitor<'de> for NumberOrTable {
            type Value = DoseFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or a table like `{ default = 6, range = [3, 10] }`")
            }

            fn visit_f64<E>(self, number: f64) -> Result<DoseFile, E> {
                Ok(DoseFile::only(number))
            }

            #[allow(clippy::cast_precision_loss, reason = "so large a dose is refused in any case")]
            fn visit_i64<E>(self, number: i64) -> Result<DoseFile, E> {
                Ok(DoseFile::only(number as f64))
            }

            #[allow(clippy::cast_precision_loss, reason = "so large a dose is refused in any case")]
            fn visit_u64<E>(self, number: u64) -> Result<DoseFile, E> {
                Ok(DoseFile::only(number as f64))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DoseFile, A::Error> {
                DoseFile::deserialize(MapAccessDeserializer::new(map))
            }
        }

        deserializer.deserialize_any(NumberOrTable)
    }
}

/// Lets the schema of the table accept a number too.
fn or_a_number(schema: &mut Schema) {
    let description = schema.remove("description");
    let number = json_schema!({ "type": "number", "description": "The usual dose, and the only one." });
    let table = std::mem::take(schema);
    *schema = json_schema!({ "anyOf": [number, table] });
    if let Some(description) = description {
        schema.insert("description".to_owned(), description);
    }
}

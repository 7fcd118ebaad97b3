//! Postures, as they are written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use unknot_body::{JointName, Named, angles, shorthands};

use super::vocabulary::{ContactPhrase, Source};

/// A posture: joint angles in degrees. What is left out is as in the posture it is `from`, or zero.
/// `elbow.flexion = 90` sets both elbows, `right.elbow.flexion = 90` one.
#[derive(Debug, Default, JsonSchema)]
#[schemars(rename = "Posture", deny_unknown_fields)]
pub(crate) struct PostureFile {
    /// The posture that this one starts from.
    pub(crate) from: Option<String>,
    /// What it touches: `"feet on floor"`, `"right hand grips chair"`. Left out, as in the posture it is from.
    pub(crate) contacts: Option<Vec<ContactPhrase>>,
    /// Where the angles come from.
    pub(crate) source: Option<Source>,
    /// Angles of the left side alone.
    #[schemars(default)]
    pub(crate) left: Joints,
    /// Angles of the right side alone.
    #[schemars(default)]
    pub(crate) right: Joints,
    #[schemars(flatten)]
    pub(crate) both: Joints,
}

// By hand, because with serde's `flatten` errors would lose their place in the file.
impl<'de> Deserialize<'de> for PostureFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;

        impl<'de> Visitor<'de> for Keys {
            type Value = PostureFile;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a posture: a table of joints and their angles")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PostureFile, A::Error> {
                let mut posture = PostureFile::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        "from" => posture.from = Some(map.next_value()?),
                        "contacts" => posture.contacts = Some(map.next_value()?),
                        "source" => posture.source = Some(map.next_value()?),
                        "left" => posture.left = map.next_value()?,
                        "right" => posture.right = map.next_value()?,
                        _ => {
                            posture.both.0.insert(key, map.next_value()?);
                        }
                    }
                }
                Ok(posture)
            }
        }

        deserializer.deserialize_map(Keys)
    }
}

/// Angles in degrees, by joint and then by name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Joints(pub(crate) BTreeMap<String, BTreeMap<String, f64>>);

impl JsonSchema for Joints {
    fn schema_name() -> Cow<'static, str> {
        "Joints".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let joints = JointName::ALL.iter().map(|joint| {
            let own = angles().iter().filter(|info| info.joint == *joint).map(|info| {
                let range = json_schema!({
                    "type": "number", "minimum": info.min_degrees, "maximum": info.max_degrees,
                    "description": format!("Degrees; 0 is {}; positive is {}.", info.zero, info.positive),
                });
                (info.key.to_owned(), range.to_value())
            });
            let short = shorthands().iter().filter(|s| s.joint == *joint).map(|s| {
                let description = format!("Degrees; another way of setting {}.", s.angle.info().key);
                (s.key.to_owned(), json_schema!({ "type": "number", "description": description }).to_value())
            });
            let properties: BTreeMap<_, _> = own.chain(short).collect();
            let joint_schema =
                json_schema!({ "type": "object", "properties": properties, "additionalProperties": false });
            (joint.name().to_owned(), joint_schema.to_value())
        });
        let properties: BTreeMap<_, _> = joints.collect();
        json_schema!({ "type": "object", "properties": properties })
    }
}

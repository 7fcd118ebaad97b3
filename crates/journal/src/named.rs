//! How the body's vocabularies are written: by their names.

use serde::{Deserializer, Serializer};
use unknot_body::Named;

use crate::text;

pub(crate) fn serialize<T: Named, S: Serializer>(member: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(member.name())
}

pub(crate) fn deserialize<'de, T: Named, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    text::read(deserializer, T::parse)
}

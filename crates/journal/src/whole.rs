//! A record of a form that is known here, read at one go.
//!
//! It is the usual case by far, and ten years of records are to be read while somebody waits. Whatever is otherwise, such as
//! what a newer Unknot wrote, or a mistake, is left to `record`, which tells the two apart.

use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::entry::Entry;
use crate::id::{DeviceId, RecordId};
use crate::time::Time;

/// A record of a form that is known here.
pub(crate) struct Whole {
    pub(crate) v: u32,
    pub(crate) id: RecordId,
    pub(crate) device: DeviceId,
    pub(crate) at: Time,
    pub(crate) entry: Entry,
}

#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "kebab-case")]
enum Key {
    V,
    Id,
    Device,
    At,
    Kind,
    Entry,
    #[serde(other)]
    Other,
}

/// What an entry is about: how it is written is the business of [`Entry`].
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Session,
    Pain,
    Screen,
    Clearance,
    Hurt,
    Aftermath,
    Note,
    Settings,
    Correction,
    Peg,
    Stop,
    Decision,
}

impl<'de> DeserializeSeed<'de> for Kind {
    type Value = Entry;

    fn deserialize<D: Deserializer<'de>>(self, entry: D) -> Result<Entry, D::Error> {
        match self {
            Self::Session => Deserialize::deserialize(entry).map(Entry::Session),
            Self::Pain => Deserialize::deserialize(entry).map(Entry::Pain),
            Self::Screen => Deserialize::deserialize(entry).map(Entry::Screen),
            Self::Clearance => Deserialize::deserialize(entry).map(Entry::Clearance),
            Self::Hurt => Deserialize::deserialize(entry).map(Entry::Hurt),
            Self::Aftermath => Deserialize::deserialize(entry).map(Entry::Aftermath),
            Self::Note => Deserialize::deserialize(entry).map(Entry::Note),
            Self::Settings => Deserialize::deserialize(entry).map(Entry::Settings),
            Self::Correction => Deserialize::deserialize(entry).map(Entry::Correction),
            Self::Peg => Deserialize::deserialize(entry).map(Entry::Peg),
            Self::Stop => Deserialize::deserialize(entry).map(Entry::Stop),
            Self::Decision => Deserialize::deserialize(entry).map(Entry::Decision),
        }
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(record: D) -> Result<Self, D::Error> {
        record.deserialize_map(Keys)
    }
}

struct Keys;

impl<'de> Visitor<'de> for Keys {
    type Value = Whole;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Whole, M::Error> {
        let (mut v, mut id, mut device, mut at) = (None, None, None, None);
        let (mut kind, mut entry) = (None::<Kind>, None);
        while let Some(key) = map.next_key()? {
            let is_twice = match key {
                Key::V => v.replace(map.next_value()?).is_some(),
                Key::Id => id.replace(map.next_value()?).is_some(),
                Key::Device => device.replace(map.next_value()?).is_some(),
                Key::At => at.replace(map.next_value()?).is_some(),
                Key::Kind => kind.replace(map.next_value()?).is_some(),
                // What comes before its kind cannot be read at one go.
                Key::Entry => {
                    let kind = kind.ok_or_else(|| M::Error::missing_field("kind"))?;
                    entry.replace(map.next_value_seed(kind)?).is_some()
                }
                Key::Other => map.next_value::<IgnoredAny>().map(|_| false)?,
            };
            if is_twice {
                return Err(M::Error::custom("a key is there twice"));
            }
        }
        let missing = M::Error::missing_field;
        Ok(Whole {
            v: v.ok_or_else(|| missing("v"))?,
            id: id.ok_or_else(|| missing("id"))?,
            device: device.ok_or_else(|| missing("device"))?,
            at: at.ok_or_else(|| missing("at"))?,
            entry: entry.ok_or_else(|| missing("entry"))?,
        })
    }
}

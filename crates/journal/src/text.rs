//! Reading values from text, without a copy of the text.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{Error, Visitor};

/// Reads a value from text.
pub(crate) fn read<'de, D: Deserializer<'de>, T, E: Display>(
    deserializer: D,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text { read, value: PhantomData::<fn() -> Result<T, E>> })
}

struct Text<R, V> {
    read: R,
    value: PhantomData<V>,
}

impl<T, E: Display, R: FnOnce(&str) -> Result<T, E>> Visitor<'_> for Text<R, fn() -> Result<T, E>> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<F: Error>(self, text: &str) -> Result<T, F> {
        (self.read)(text).map_err(F::custom)
    }
}

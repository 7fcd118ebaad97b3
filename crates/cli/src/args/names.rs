//! Values that are names of a fixed set: shells can complete them, and a slip is told what it may have meant.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};
use unknot_body::Named;

/// Reads a name with this function. Clap's own parser of possible values would complete as well, but say less of
/// what is wrong.
#[derive(Clone)]
pub(super) struct Names<T>(pub(super) fn(&str) -> Result<T, String>);

impl<T: Named + Clone + Send + Sync + 'static> TypedValueParser for Names<T> {
    type Value = T;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<T, Error> {
        let read = self.0;
        StringValueParser::new().try_map(move |text| read(&text)).parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(T::ALL.iter().map(|name| PossibleValue::new(name.name()))))
    }
}

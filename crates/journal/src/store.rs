//! The port that stores keep to.

use crate::record::Record;

/// A place where records are kept.
///
/// It knows lines, not what they tell. `conformance` says what every store has to do, as tests.
#[allow(async_fn_in_trait, reason = "a page has one thread, and its store cannot leave it")]
pub trait Store {
    /// What goes wrong with it, in words for a person.
    type Error: std::error::Error;

    /// Keeps records, all of them or none. Those of a name that is there are passed over. It returns only when they
    /// are kept for good.
    ///
    /// # Errors
    /// They could not be kept.
    async fn append(&self, records: &[Record]) -> Result<(), Self::Error>;

    /// Returns the lines of all records, in the order of their names, byte for byte.
    ///
    /// # Errors
    /// They could not be read.
    async fn lines(&self) -> Result<Vec<String>, Self::Error>;

    /// Removes every record.
    ///
    /// # Errors
    /// They could not be removed, and are all still there.
    async fn erase(&self) -> Result<(), Self::Error>;
}

//! A store that forgets everything when it is dropped.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::id::RecordId;
use crate::record::Record;
use crate::store::Store;

/// A store that forgets everything when it is dropped.
#[derive(Debug, Default)]
pub struct Memory {
    lines: RefCell<BTreeMap<RecordId, String>>,
}

impl Store for Memory {
    type Error = Infallible;

    async fn append(&self, records: &[Record]) -> Result<(), Infallible> {
        let mut lines = self.lines.borrow_mut();
        for record in records {
            lines.entry(record.id()).or_insert_with(|| record.line().to_owned());
        }
        Ok(())
    }

    async fn lines(&self) -> Result<Vec<String>, Infallible> {
        Ok(self.lines.borrow().values().cloned().collect())
    }

    async fn erase(&self) -> Result<(), Infallible> {
        self.lines.borrow_mut().clear();
        Ok(())
    }
}

//! Many lines at once, because a browser takes ten times as long to read them one by one.
//!
//! Packs only repeat what stands in the records, and change in the same transaction. Each holds the lines of a stretch of
//! records with nothing left out between them, one a line, in UTF-8, under the name of the last of them; the first pack
//! begins with the first record, and every other one after the pack before it.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use crate::error::IdbError;
use crate::event::{complete, result};
use crate::idb::RECORDS;

/// The store of packs.
pub(crate) const PACKS: &str = "packs";
/// How many records are in one.
const RECORDS_IN_ONE: u32 = 512;

/// The packs, within a transaction.
pub(crate) struct Packs(IdbObjectStore);

impl Packs {
    pub(crate) fn of(transaction: &IdbTransaction) -> Result<Self, IdbError> {
        transaction.object_store(PACKS).map(Self).map_err(IdbError::thrown)
    }

    /// Forgets every pack that a record of that name, or one after it, would have to be in.
    pub(crate) fn forget_from(&self, name: &str) -> Result<(), IdbError> {
        let range = IdbKeyRange::lower_bound(&name.into()).map_err(IdbError::thrown)?;
        self.0.delete(&range).map(|_| ()).map_err(IdbError::thrown)
    }

    /// Returns the lines in them, and the name of the last record of which there is one.
    pub(crate) async fn lines(&self) -> Result<(Vec<String>, Option<JsValue>), IdbError> {
        let packs = self.0.get_all().map_err(IdbError::thrown)?;
        let last = self.last().await?;
        let packs: Array = packs.result().map_err(IdbError::thrown)?.unchecked_into();
        let bytes = packs.iter().map(|pack| pack.unchecked_into::<Uint8Array>().to_vec());
        // Written from text, they are text.
        let lines = bytes.filter_map(|pack| String::from_utf8(pack).ok());
        Ok((lines.flat_map(|pack| pack.lines().map(str::to_owned).collect::<Vec<_>>()).collect(), last))
    }

    async fn last(&self) -> Result<Option<JsValue>, IdbError> {
        let names: Array = result(&self.0.get_all_keys().map_err(IdbError::thrown)?).await?;
        Ok((names.length() > 0).then(|| names.get(names.length() - 1)))
    }
}

/// Asks for the lines of all records after one, or of all there are.
pub(crate) fn after(transaction: &IdbTransaction, last: Option<&JsValue>) -> Result<IdbRequest, IdbError> {
    let records = transaction.object_store(RECORDS).map_err(IdbError::thrown)?;
    records.get_all_with_key(&beyond(last)?).map_err(IdbError::thrown)
}

/// Returns the range of all names after one, or of all there are.
fn beyond(last: Option<&JsValue>) -> Result<JsValue, IdbError> {
    let Some(last) = last else { return Ok(JsValue::UNDEFINED) };
    IdbKeyRange::lower_bound_with_open(last, true).map(Into::into).map_err(IdbError::thrown)
}

/// Returns whether so many records, in no pack, should be in one.
pub(crate) fn are_worth_it(records: u32) -> bool {
    records >= RECORDS_IN_ONE
}

/// Puts the records that are in no pack into packs, but for the last few, which do not make a whole one.
pub(crate) async fn pack(transaction: &IdbTransaction) -> Result<(), IdbError> {
    let packs = Packs::of(transaction)?;
    let last = packs.last().await?;
    let lines = after(transaction, last.as_ref())?;
    let records = transaction.object_store(RECORDS).map_err(IdbError::thrown)?;
    let names: Array =
        result(&records.get_all_keys_with_key(&beyond(last.as_ref())?).map_err(IdbError::thrown)?).await?;
    let lines: Array = lines.result().map_err(IdbError::thrown)?.unchecked_into();
    for first in (0..names.length()).step_by(RECORDS_IN_ONE as usize) {
        let end = first + RECORDS_IN_ONE;
        if end > names.length() {
            break;
        }
        let text = String::from(lines.slice(first, end).join("\n"));
        packs
            .0
            .put_with_key(&Uint8Array::from(text.as_bytes()), &names.get(end - 1))
            .map_err(IdbError::thrown)?;
    }
    complete(transaction).await
}

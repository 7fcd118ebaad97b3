//! Holds the store in IndexedDB against what every store has to do. It only runs in a browser, which
//! `crates/web/tests/browser/store.test.mjs` starts.

use unknot_journal::{Record, Store, conformance};
use unknot_journal_idb::Idb;
use wasm_bindgen::prelude::wasm_bindgen;

/// Holds a database of that name against every promise; what it says is the first that is broken.
///
/// # Errors
/// One is broken, or the database cannot be opened.
#[wasm_bindgen]
pub async fn check(database: String) -> Result<(), String> {
    let store = Idb::open(&database).await.map_err(|error| error.to_string())?;
    conformance::check(&store).await
}

/// Appends a record to a database by its line.
///
/// # Errors
/// It could not be kept, or is no record.
#[wasm_bindgen]
pub async fn append(database: String, line: String) -> Result<(), String> {
    let record = Record::parse(&line).map_err(|error| error.to_string())?;
    let store = Idb::open(&database).await.map_err(|error| error.to_string())?;
    store.append(&[record]).await.map_err(|error| error.to_string())
}

/// Returns the lines of a database, one each.
///
/// # Errors
/// They could not be read.
#[wasm_bindgen]
pub async fn lines(database: String) -> Result<Vec<String>, String> {
    let store = Idb::open(&database).await.map_err(|error| error.to_string())?;
    store.lines().await.map_err(|error| error.to_string())
}

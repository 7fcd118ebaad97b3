//! Holds the stores of browsers, IndexedDB and the local server, against what every store has to do. It only runs in a
//! browser, which `crates/web/tests/browser/store.test.mjs` starts.

use unknot_journal::{
    Asked, Insight, Journal, Record, Store, SuggestionLimits, Time, conformance, read_lines,
};
use unknot_journal_http::Http;
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

/// Appends records to a database by their lines.
///
/// # Errors
/// They could not be kept, or one is no record.
#[wasm_bindgen]
pub async fn append(database: String, lines: String) -> Result<(), String> {
    let records = read_lines(&lines).map_err(|error| error.to_string())?;
    let store = Idb::open(&database).await.map_err(|error| error.to_string())?;
    store.append(&records).await.map_err(|error| error.to_string())
}

/// Opens a database and says what its journal means at a time, as a page does before it shows it; returns how many
/// sessions there were.
///
/// # Errors
/// It cannot be read, or a line is no record.
#[wasm_bindgen]
pub async fn insight(database: String, now: String) -> Result<usize, String> {
    let store = Idb::open(&database).await.map_err(|error| error.to_string())?;
    let lines = store.lines().await.map_err(|error| error.to_string())?;
    let records: Result<Vec<Record>, _> = lines.into_iter().map(Record::of_line).collect();
    let journal: Journal = records.map_err(|(_, error)| error.to_string())?.into_iter().collect();
    let now: Time = now.parse().map_err(|error: unknot_journal::TimeError| error.to_string())?;
    let limits = SuggestionLimits { rise: 2, worse_sessions: 3 };
    Ok(Insight::of(&journal, &Asked { now, times_a_week: 5, limits }).sessions)
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

/// Holds the journal of the server of this page, which is erased, against every promise; what it says is the first that is
/// broken.
///
/// # Errors
/// One is broken, or the server does not answer.
#[wasm_bindgen]
pub async fn check_server(token: String) -> Result<(), String> {
    conformance::check(&Http::new(&token, None)).await
}

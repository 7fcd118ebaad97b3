//! What every store has to do.
//!
//! Each function is one promise of [`Store`], held against an empty store. They are no tests of one kind of machine: the
//! same functions hold a store natively and in a browser.

use crate::entry::{Entry, Note};
use crate::id::{DeviceId, RecordId};
use crate::record::Record;
use crate::store::Store;
use crate::time::Time;

/// Holds every promise against a store, which is emptied. Returns the first that is broken, and how.
///
/// # Errors
/// A promise is broken.
pub async fn check<S: Store>(store: &S) -> Result<(), String> {
    let promises: [(&str, Result<(), String>); 5] = [
        ("an empty store is empty", empty(store).await),
        ("lines come back in the order of names, byte for byte", bytes(store).await),
        ("a name that is there keeps its line", first_stays(store).await),
        ("many records at once", many(store).await),
        ("erased is erased, and goes on", erased(store).await),
    ];
    for (promise, kept) in promises {
        kept.map_err(|how| format!("{promise}: {how}"))?;
    }
    Ok(())
}

async fn empty<S: Store>(store: &S) -> Result<(), String> {
    told(store.erase().await)?;
    same(&told(store.lines().await)?, &[])?;
    told(store.append(&[]).await)?;
    same(&told(store.lines().await)?, &[])
}

async fn bytes<S: Store>(store: &S) -> Result<(), String> {
    told(store.erase().await)?;
    let newer = newer("\u{1F9D8} e\u{301} \\u0000 \u{2028} שלום", 3)?;
    let (first, second) = (note("first", 1), note("second", 2));
    told(store.append(&[newer.clone(), first.clone()]).await)?;
    told(store.append(std::slice::from_ref(&second)).await)?;
    same(&told(store.lines().await)?, &[first.line(), second.line(), newer.line()])
}

async fn first_stays<S: Store>(store: &S) -> Result<(), String> {
    told(store.erase().await)?;
    let (first, other, new) = (note("first", 1), note("other", 1), note("new", 2));
    told(store.append(&[first.clone(), first.clone()]).await)?;
    told(store.append(&[other, first.clone(), new.clone()]).await)?;
    same(&told(store.lines().await)?, &[first.line(), new.line()])
}

async fn many<S: Store>(store: &S) -> Result<(), String> {
    told(store.erase().await)?;
    let records: Vec<Record> = (0..1000).map(|number| note("one of many", number)).collect();
    told(store.append(&records).await)?;
    same(&told(store.lines().await)?, &records.iter().map(Record::line).collect::<Vec<_>>())
}

async fn erased<S: Store>(store: &S) -> Result<(), String> {
    told(store.append(&[note("first", 1)]).await)?;
    told(store.erase().await)?;
    same(&told(store.lines().await)?, &[])?;
    let next = note("next", 2);
    told(store.append(std::slice::from_ref(&next)).await)?;
    same(&told(store.lines().await)?, &[next.line()])
}

fn told<T, E: std::error::Error>(result: Result<T, E>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

fn same(found: &[String], wanted: &[&str]) -> Result<(), String> {
    if found == wanted { Ok(()) } else { Err(format!("found {found:?}, expected {wanted:?}")) }
}

/// Returns a note of which the name is that of a moment.
fn note(text: &str, milliseconds: u16) -> Record {
    let note = Note { text: text.to_owned(), session: None };
    let (id, device, time) = outside(milliseconds);
    Record::new(id, device, time, Entry::Note(note))
}

/// Returns a record that a newer Unknot could have written, with such text in it.
fn newer(text: &str, milliseconds: u16) -> Result<Record, String> {
    let (id, device, time) = outside(milliseconds);
    let line = format!(
        r#"{{ "v": 9, "id": "{id}", "device": "{device}", "at": "{time}", "kind": "dream", "entry": "{text}" }}"#
    );
    told(Record::parse(&line))
}

fn outside(milliseconds: u16) -> (RecordId, DeviceId, Time) {
    let at = i64::from(milliseconds);
    (RecordId::new(at, [1; 10]), DeviceId::new(0, [2; 10]), Time::at_zero())
}

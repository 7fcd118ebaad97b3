//! The database.

use js_sys::Reflect;
use unknot_journal::{Record, Store};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode as Mode,
    IdbVersionChangeEvent,
};

use crate::error::IdbError;
use crate::event::{complete, either};
use crate::packs::{self, Packs};

/// The version of the database's form. What changes it goes into [`upgrade`].
const VERSION: u32 = 2;
/// The store of records: from a name to a line.
pub(crate) const RECORDS: &str = "records";

/// A journal in a browser's database. Several tabs may have the same one.
#[derive(Debug)]
pub struct Idb {
    database: IdbDatabase,
    /// Lets go of the database when a newer version of the program wants to change its form.
    _lets_go: Closure<dyn FnMut(Event)>,
}

impl Idb {
    /// Opens the database of that name, which is made where there is none.
    ///
    /// # Errors
    /// The browser refuses, or a newer or an older version of the program is in the way.
    pub async fn open(name: &str) -> Result<Self, IdbError> {
        let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(|_| IdbError::Refused)?;
        let factory: IdbFactory = factory.dyn_into().map_err(|_| IdbError::Refused)?;
        let request = factory.open_with_u32(name, VERSION).map_err(IdbError::thrown)?;
        let making = request.clone();
        let make = Closure::once(move |event: IdbVersionChangeEvent| {
            let failed = upgrade(&making, event.old_version()).is_err();
            if let Some(transaction) = making.transaction().filter(|_| failed) {
                // The browser takes everything back, and the request fails.
                let _aborted = transaction.abort();
            }
        });
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let opened = either(|success, error| {
            request.set_onsuccess(Some(success));
            request.set_onerror(Some(error));
            request.set_onblocked(Some(error));
        });
        opened.await.map_err(|event| why_not(&request, event.as_ref()))?;
        let database: IdbDatabase = request.result().map_err(IdbError::thrown)?.unchecked_into();
        let held = database.clone();
        let lets_go = Closure::<dyn FnMut(Event)>::new(move |_| held.close());
        database.set_onversionchange(Some(lets_go.as_ref().unchecked_ref()));
        Ok(Self { database, _lets_go: lets_go })
    }
}

impl Store for Idb {
    type Error = IdbError;

    async fn append(&self, records: &[Record]) -> Result<(), IdbError> {
        let transaction = begin(&self.database, Mode::Readwrite)?;
        let store = transaction.object_store(RECORDS).map_err(IdbError::thrown)?;
        let passes_over = Closure::<dyn FnMut(Event)>::new(|event: Event| pass_over(&event));
        if let Some(first) = records.iter().map(Record::id).min() {
            Packs::of(&transaction)?.forget_from(&first.to_string())?;
        }
        for record in records {
            let (line, name) = (JsValue::from(record.line()), JsValue::from(record.id().to_string()));
            match store.add_with_key(&line, &name) {
                Ok(request) => request.set_onerror(Some(passes_over.as_ref().unchecked_ref())),
                Err(thrown) => {
                    // All or none.
                    let _aborted = transaction.abort();
                    return Err(IdbError::thrown(thrown));
                }
            }
        }
        complete(&transaction).await
    }

    async fn lines(&self) -> Result<Vec<String>, IdbError> {
        let transaction = begin(&self.database, Mode::Readonly)?;
        let (mut lines, last) = Packs::of(&transaction)?.lines().await?;
        let single = packs::after(&transaction, last.as_ref())?;
        complete(&transaction).await?;
        let single: js_sys::Array = single.result().map_err(IdbError::thrown)?.unchecked_into();
        lines.extend(single.iter().filter_map(|line| line.as_string()));
        if packs::are_worth_it(single.length()) {
            let database = self.database.clone();
            // Whoever waits for the lines does not wait for this; where it fails, the next time is as slow as this one was.
            spawn_local(async move {
                if let Ok(transaction) = begin(&database, Mode::Readwrite) {
                    let _slow = packs::pack(&transaction).await;
                }
            });
        }
        Ok(lines)
    }

    async fn erase(&self) -> Result<(), IdbError> {
        let transaction = begin(&self.database, Mode::Readwrite)?;
        for store in [RECORDS, packs::PACKS] {
            let store = transaction.object_store(store).map_err(IdbError::thrown)?;
            store.clear().map_err(IdbError::thrown)?;
        }
        complete(&transaction).await
    }
}

/// Begins a transaction on everything there is.
fn begin(database: &IdbDatabase, mode: Mode) -> Result<IdbTransaction, IdbError> {
    let stores = js_sys::Array::of2(&RECORDS.into(), &packs::PACKS.into());
    // It was open once, so what is wrong is that it is not any more.
    database.transaction_with_str_sequence_and_mode(&stores, mode).map_err(|_| IdbError::Closed)
}

/// Brings a database from the form it has, 0 where it is new, step by step to the present one.
fn upgrade(request: &IdbOpenDbRequest, from: f64) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    if from < 1.0 {
        database.create_object_store(RECORDS)?;
    }
    if from < 2.0 {
        database.create_object_store(packs::PACKS)?;
    }
    Ok(())
}

/// Passes over a record whose name is there: the transaction goes on without it.
fn pass_over(event: &Event) {
    let request = event.target().and_then(|target| target.dyn_into::<IdbRequest>().ok());
    let error = request.and_then(|request| request.error().ok().flatten());
    if error.is_some_and(|error| error.name() == "ConstraintError") {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// Returns why a database could not be opened.
fn why_not(request: &IdbOpenDbRequest, event: Option<&Event>) -> IdbError {
    if event.is_some_and(|event| event.type_() == "blocked") {
        return IdbError::Blocked;
    }
    match IdbError::told(request.error().ok().flatten()) {
        // This is how some browsers refuse in private windows.
        IdbError::Other(_) => IdbError::Refused,
        error => error,
    }
}

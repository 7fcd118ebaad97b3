//! The store in memory keeps every promise, and a store that breaks one is found out.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::convert::Infallible;

use pollster::block_on;
use unknot_journal::{Memory, Record, Store, conformance};

#[test]
fn memory_keeps_every_promise() {
    block_on(conformance::check(&Memory::default())).unwrap();
}

/// What a careless store does.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    TakesTheLast,
    ForgetsToErase,
    TrimsLines,
    KeepsTen,
}

struct Careless(Memory, Fault);

impl Store for Careless {
    type Error = Infallible;

    async fn append(&self, records: &[Record]) -> Result<(), Infallible> {
        let Self(memory, fault) = self;
        match fault {
            Fault::TakesTheLast => {
                let known = memory.lines().await?;
                memory.erase().await?;
                memory.append(records).await?;
                let known: Vec<Record> = known.iter().map(|line| Record::parse(line).unwrap()).collect();
                memory.append(&known).await
            }
            Fault::KeepsTen => memory.append(&records[..records.len().min(10)]).await,
            Fault::ForgetsToErase | Fault::TrimsLines => memory.append(records).await,
        }
    }

    async fn lines(&self) -> Result<Vec<String>, Infallible> {
        let mut lines = self.0.lines().await?;
        if self.1 == Fault::TrimsLines {
            lines.iter_mut().for_each(|line| *line = line.replace("{ ", "{"));
        }
        Ok(lines)
    }

    async fn erase(&self) -> Result<(), Infallible> {
        if self.1 == Fault::ForgetsToErase { Ok(()) } else { self.0.erase().await }
    }
}

#[test]
fn a_careless_store_is_found_out() {
    for (fault, promise) in [
        (Fault::TakesTheLast, "keeps its line"),
        (Fault::ForgetsToErase, "erased is erased"),
        (Fault::TrimsLines, "byte for byte"),
        (Fault::KeepsTen, "many records"),
    ] {
        let broken = block_on(conformance::check(&Careless(Memory::default(), fault))).unwrap_err();
        assert!(broken.contains(promise), "{broken}");
    }
}

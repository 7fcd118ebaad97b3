//! What records tell once corrections are taken into account.

use std::collections::BTreeMap;

use crate::entry::{Correction, Entry};
use crate::id::RecordId;
use crate::record::Record;

/// A record with what it tells now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing<'r> {
    /// The record that told first.
    pub record: &'r Record,
    /// What is told now.
    pub entry: &'r Entry,
}

/// Returns what records tell, corrections taken into account, in the order of time.
///
/// Their names differ. Of several corrections of one record the latest counts. Records that a newer Unknot wrote and
/// this one cannot read tell nothing.
pub(crate) fn standing(records: &[Record]) -> Vec<Standing<'_>> {
    let records: BTreeMap<RecordId, &Record> = records.iter().map(|record| (record.id(), record)).collect();
    let mut told: BTreeMap<RecordId, Option<&Entry>> =
        records.iter().map(|(id, record)| (*id, record.entry())).collect();
    // How many corrections of each record are not settled themselves.
    let mut open: BTreeMap<RecordId, usize> = BTreeMap::new();
    for of in records.values().filter_map(|record| corrected(record.entry())) {
        *open.entry(of).or_default() += 1;
    }
    let is_settled =
        |(id, record): (&RecordId, &&Record)| corrected(record.entry()).is_some() && !open.contains_key(id);
    let mut settled: Vec<RecordId> =
        records.iter().filter(|pair| is_settled(*pair)).map(|(id, _)| *id).collect();
    let mut latest: BTreeMap<RecordId, &Record> = BTreeMap::new();
    while let Some(id) = settled.pop() {
        let record = records[&id];
        // What it was written to correct, whatever has become of it since: that is what waits for it.
        let Some(of) = corrected(record.entry()) else { continue };
        if let Some(Some(Entry::Correction(correction))) = told.get(&id).copied()
            && correction.of == of
            && latest.get(&of).is_none_or(|other| other.order(record).is_lt())
        {
            latest.insert(of, record);
            if let Some(entry) = told.get_mut(&of) {
                *entry = correction.instead.as_deref();
            }
        }
        if let Some(waiting) = open.get_mut(&of) {
            *waiting -= 1;
            if *waiting == 0 && records.contains_key(&of) {
                settled.push(of);
            }
        }
    }
    let mut standing: Vec<Standing<'_>> = told
        .into_iter()
        .filter(|(id, _)| open.get(id).is_none_or(|&waiting| waiting == 0))
        .filter_map(|(id, entry)| Some(Standing { record: records[&id], entry: entry? }))
        .filter(|standing| !matches!(standing.entry, Entry::Correction(_)))
        .collect();
    standing.sort_by(|a, b| a.record.order(b.record));
    standing
}

/// Returns the record that an entry corrects.
fn corrected(entry: Option<&Entry>) -> Option<RecordId> {
    match entry {
        Some(Entry::Correction(Correction { of, .. })) => Some(*of),
        _ => None,
    }
}

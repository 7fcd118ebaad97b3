//! What holds for all records.

mod made;

use made::{record, records, time};
use proptest::prelude::*;
use unknot_journal::{
    Asked, Correction, Entry, Fhir, Insight, Journal, Record, Standing, SuggestionLimits, Time, fhir,
    read_lines, table, write_lines,
};

fn journal(records: &[Record]) -> Journal {
    records.iter().cloned().collect()
}

/// What is told after corrections, word for word as the documentation has it, by asking again and again.
fn told_slowly<'r>(all: &'r [Record], record: &'r Record) -> Option<&'r Entry> {
    let own = record.entry();
    let corrections = all.iter().filter(|other| match other.entry() {
        Some(Entry::Correction(Correction { of, .. })) => *of == record.id(),
        _ => false,
    });
    let mut counts: Vec<(&Record, &Correction)> = corrections
        .filter_map(|other| match told_slowly(all, other) {
            Some(Entry::Correction(told)) if told.of == record.id() => Some((other, told)),
            _ => None,
        })
        .collect();
    counts.sort_by(|(a, _), (b, _)| a.order(b));
    counts.last().map_or(own, |(_, correction)| correction.instead.as_deref())
}

/// Returns whether following corrections from a record leads back to it, or into a ring.
fn in_a_ring(all: &[Record], record: &Record) -> bool {
    fn depends(all: &[Record], record: &Record, left: usize) -> bool {
        left == 0
            || all
                .iter()
                .filter(|other| matches!(other.entry(), Some(Entry::Correction(c)) if c.of == record.id()))
                .any(|other| depends(all, other, left - 1))
    }
    depends(all, record, all.len() + 1)
}

fn asked(now: Time) -> Asked {
    Asked { now, times_a_week: 5, limits: SuggestionLimits { rise: 2, worse_sessions: 3 } }
}

proptest! {
    #[test]
    fn every_journal_means_the_same_in_any_order_and_has_every_form((records, shuffled, now) in (records(), time()).prop_flat_map(|(records, now)| {
        (Just(records.clone()), Just(records).prop_shuffle(), Just(now))
    })) {
        let (one, other) = (journal(&records), journal(&shuffled));
        prop_assert_eq!(Insight::of(&one, &asked(now.clone())), Insight::of(&other, &asked(now.clone())));
        prop_assert_eq!(table(&one), table(&other));
        let how = Fhir { now, snomed: true };
        prop_assert_eq!(fhir(&one, &how), fhir(&other, &how));
        prop_assert_eq!(fhir(&one, &how).is_none(), records.is_empty());
    }

    #[test]
    fn no_cell_of_a_table_is_a_formula(records in records()) {
        let table = table(&journal(&records));
        let text = table.strip_prefix('\u{feff}').unwrap();
        // All rows of one length, or the reader fails.
        for row in csv::Reader::from_reader(text.as_bytes()).records() {
            for cell in &row.unwrap() {
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{}", cell);
            }
        }
    }

    #[test]
    fn a_record_reads_back_as_the_same_bytes_and_the_same_entry(record in record()) {
        let read = Record::parse(record.line()).unwrap();
        prop_assert_eq!(read.line(), record.line());
        prop_assert_eq!((read.id(), read.device(), read.time()), (record.id(), record.device(), record.time()));
        prop_assert_eq!(read.entry(), record.entry());
        prop_assert!(!record.line().contains('\n'));
    }

    #[test]
    fn a_file_reads_back_as_the_same_bytes(records in records()) {
        let text = write_lines(&records);
        prop_assert_eq!(write_lines(&read_lines(&text).unwrap()), text);
    }

    #[test]
    fn neither_order_nor_repetition_changes_a_journal((records, shuffled) in records().prop_flat_map(|records| {
        let twice = [records.clone(), records.clone()].concat();
        (Just(records), Just(twice).prop_shuffle())
    })) {
        let (once, twice) = (journal(&records), journal(&shuffled));
        prop_assert_eq!(&once, &twice);
        prop_assert_eq!(once.standing(), twice.standing());
        prop_assert_eq!(once.sessions(), twice.sessions());
    }

    #[test]
    fn union_is_of_sets(a in records(), b in records(), c in records()) {
        let (a, b, c) = (journal(&a), journal(&b), journal(&c));
        prop_assert_eq!(a.clone().union(b.clone()), b.clone().union(a.clone()));
        prop_assert_eq!(a.clone().union(b.clone()).union(c.clone()), a.clone().union(b.clone().union(c)));
        prop_assert_eq!(a.clone().union(a.clone()), a.clone());
        prop_assert_eq!(a.clone().union(Journal::default()), a);
    }

    #[test]
    fn corrections_do_what_is_written(records in records()) {
        let journal = journal(&records);
        let all = journal.records();
        let wanted: Vec<Standing<'_>> = all
            .iter()
            .filter(|record| !in_a_ring(all, record))
            .filter_map(|record| Some(Standing { record, entry: told_slowly(all, record)? }))
            .filter(|standing| !matches!(standing.entry, Entry::Correction(_)))
            .collect();
        prop_assert_eq!(journal.standing(), wanted);
    }
}

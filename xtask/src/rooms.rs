//! The rooms of the house and which of them may use which.

use std::collections::{BTreeMap, BTreeSet};

/// A crate of the workspace.
#[derive(Debug)]
pub(crate) struct Room {
    /// Its name.
    pub(crate) name: &'static str,
    /// The crates of the workspace that it uses. More is forbidden; less means that this table is out of date.
    pub(crate) may_use: &'static [&'static str],
    /// Whether it is a pure function of its inputs: no clock, no files, no network, the same in WebAssembly.
    pub(crate) pure: bool,
}

/// Every room. ARCHITECTURE.md has the same table for people.
pub(crate) const ROOMS: &[Room] = &[
    Room { name: "unknot-landmarks", may_use: &[], pure: true },
    Room { name: "unknot-body", may_use: &["unknot-landmarks"], pure: true },
    Room { name: "unknot-routine", may_use: &["unknot-body"], pure: true },
    Room {
        name: "unknot-coach",
        may_use: &["unknot-body", "unknot-landmarks", "unknot-routine"],
        pure: true,
    },
    Room { name: "unknot-content", may_use: &[], pure: true },
    Room { name: "unknot-figure", may_use: &["unknot-body"], pure: true },
    Room { name: "unknot-journal", may_use: &["unknot-body", "unknot-routine"], pure: true },
    Room { name: "unknot-journal-http", may_use: &["unknot-journal"], pure: false },
    Room { name: "unknot-journal-idb", may_use: &["unknot-journal"], pure: false },
    Room { name: "unknot-journal-sqlite", may_use: &["unknot-journal"], pure: false },
    Room {
        name: "unknot-patient",
        may_use: &["unknot-body", "unknot-landmarks", "unknot-routine"],
        pure: true,
    },
    Room { name: "unknot-plot", may_use: &["unknot-figure", "unknot-journal", "unknot-routine"], pure: true },
    Room { name: "unknot-sight", may_use: &["unknot-landmarks"], pure: true },
    Room { name: "unknot-stage", may_use: &["unknot-body", "unknot-figure", "unknot-routine"], pure: true },
    Room { name: "unknot-voice", may_use: &["unknot-routine"], pure: true },
    Room {
        name: "unknot",
        may_use: &[
            "unknot-body",
            "unknot-coach",
            "unknot-content",
            "unknot-figure",
            "unknot-journal",
            "unknot-journal-sqlite",
            "unknot-landmarks",
            "unknot-patient",
            "unknot-plot",
            "unknot-routine",
            "unknot-server",
            "unknot-sight",
            "unknot-stage",
            "unknot-voice",
        ],
        pure: false,
    },
    Room {
        name: "unknot-web",
        may_use: &[
            "unknot-body",
            "unknot-content",
            "unknot-figure",
            "unknot-journal",
            "unknot-journal-http",
            "unknot-journal-idb",
            "unknot-plot",
            "unknot-routine",
            "unknot-voice",
        ],
        pure: false,
    },
    Room {
        name: "unknot-draw",
        may_use: &["unknot-body", "unknot-figure", "unknot-routine", "unknot-stage"],
        pure: false,
    },
    Room {
        name: "unknot-watch",
        may_use: &[
            "unknot-body",
            "unknot-coach",
            "unknot-content",
            "unknot-landmarks",
            "unknot-routine",
            "unknot-sight",
        ],
        pure: false,
    },
    Room { name: "unknot-server", may_use: &["unknot-journal", "unknot-journal-sqlite"], pure: false },
    Room {
        name: "unknot-bundle",
        may_use: &["unknot-body", "unknot-content", "unknot-figure", "unknot-routine", "unknot-stage"],
        pure: false,
    },
    Room {
        name: "unknot-store-proof",
        may_use: &["unknot-journal", "unknot-journal-http", "unknot-journal-idb"],
        pure: false,
    },
    Room {
        name: "unknot-probe",
        may_use: &["unknot-body", "unknot-content", "unknot-figure", "unknot-landmarks"],
        pure: true,
    },
    Room {
        name: "xtask",
        may_use: &["unknot-body", "unknot-content", "unknot-probe", "unknot-routine", "unknot-voice"],
        pure: false,
    },
];

/// For each crate of the workspace, which others it depends on.
pub(crate) type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Returns where the crates of the workspace and the table differ.
pub(crate) fn problems(rooms: &[Room], arrows: &Arrows) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, used) in arrows {
        let Some(room) = rooms.iter().find(|room| room.name == name) else {
            problems.push(format!(
                "`{name}` is no known room; add it to ROOMS in xtask/src/rooms.rs and to the table in ARCHITECTURE.md"
            ));
            continue;
        };
        for other in used.iter().filter(|other| !room.may_use.contains(&other.as_str())) {
            problems.push(format!(
                "`{name}` must not use `{other}`; take it out of its Cargo.toml (tests may use it: [dev-dependencies])"
            ));
        }
        for other in room.may_use.iter().filter(|other| !used.contains(**other)) {
            problems.push(format!(
                "`{name}` does not use `{other}`; take it out of ROOMS in xtask/src/rooms.rs and of the table in ARCHITECTURE.md"
            ));
        }
    }
    for room in rooms.iter().filter(|room| !arrows.contains_key(room.name)) {
        problems
            .push(format!("there is no crate `{}`; take it out of ROOMS in xtask/src/rooms.rs", room.name));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &[Room] = &[
        Room { name: "low", may_use: &[], pure: true },
        Room { name: "high", may_use: &["low"], pure: false },
    ];

    fn arrows(all: &[(&str, &[&str])]) -> Arrows {
        let used = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        all.iter().map(|(name, names)| ((*name).to_owned(), used(names))).collect()
    }

    fn says(all: &[(&str, &[&str])], needle: &str) {
        let problems = problems(TWO, &arrows(all));
        assert!(problems.len() == 1 && problems[0].contains(needle), "{problems:?}");
    }

    #[test]
    fn what_the_table_has_is_fine() {
        assert!(problems(TWO, &arrows(&[("low", &[]), ("high", &["low"])])).is_empty());
    }

    #[test]
    fn every_difference_is_told() {
        says(&[("low", &["high"]), ("high", &["low"])], "`low` must not use `high`");
        says(&[("low", &[]), ("high", &[])], "`high` does not use `low`");
        says(&[("low", &[]), ("high", &["low"]), ("new", &[])], "`new` is no known room");
        says(&[("high", &["low"])], "there is no crate `low`");
    }
}

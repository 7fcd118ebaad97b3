//! Pages in a folder.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::borrow::Cow;
use std::path::Path;

use unknot_server::{ExportError, Pages, export};

fn pages(names: &[&str]) -> Pages {
    Pages::new(names.iter().map(|name| ((*name).to_owned(), Cow::Borrowed(&b"text"[..]))))
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_later_export_takes_the_place_of_an_earlier_one() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("site");
    export(&pages(&["index.html", "app.1.js", "app.1.js.br"]), &folder).unwrap();
    assert_eq!(names(&folder), ["app.1.js", "index.html", "unknot-files.txt"]);
    export(&pages(&["index.html", "app.2.js"]), &folder).unwrap();
    assert_eq!(names(&folder), ["app.2.js", "index.html", "unknot-files.txt"]);
}

#[test]
fn nothing_of_anybodys_is_removed() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path();
    export(&pages(&["index.html"]), folder).unwrap();
    std::fs::write(folder.join("notes.txt"), "mine").unwrap();
    assert!(matches!(export(&pages(&["index.html"]), folder), Err(ExportError::NotEmpty(_))));
    assert_eq!(names(folder), ["index.html", "notes.txt", "unknot-files.txt"]);
}

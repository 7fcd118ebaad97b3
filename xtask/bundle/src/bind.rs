//! From what the compiler gives to what a browser can load.

use std::path::Path;

use anyhow::{Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::files::Files;

/// Returns the program as `NAME_bg.wasm` and what joins it to the browser as `NAME.js`.
pub(crate) fn javascript(program: &Path, name: &str) -> Result<Files> {
    let folder = tempfile::tempdir()?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(program)
        .out_name(name)
        .typescript(false)
        // Otherwise it would not find the program beside it.
        .omit_default_module_path(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.web(true)?;
    bindgen.generate(folder.path())?;
    ensure!(
        !folder.path().join("snippets").exists(),
        "a crate brings JavaScript of its own, which is not bundled yet"
    );
    let mut files = Files::default();
    for name in [format!("{name}.js"), format!("{name}_bg.wasm")] {
        files.insert(&name, std::fs::read(folder.path().join(&name))?);
    }
    Ok(files)
}

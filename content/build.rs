//! Writes the exercises and everything else that stands in TOML as JSON, too, for `json` in `src/lib.rs`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of such files, and files.
const SOURCES: [&str; 5] = ["changes.toml", "exercises", "programmes", "safety", "sources.toml"];

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        let source = Path::new(source);
        if !source.is_dir() {
            write(source, &out)?;
            continue;
        }
        fs::create_dir_all(out.join(source))?;
        for entry in source.read_dir()? {
            // Folders in it hold exercises that are not built in.
            let path = entry?.path();
            if path.is_file() {
                write(&path, &out)?;
            }
        }
    }
    Ok(())
}

fn write(source: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let value: serde_json::Value = toml::from_str(&fs::read_to_string(source)?)?;
    fs::write(out.join(source).with_extension("json"), value.to_string())?;
    Ok(())
}

//! Checks and generators of the workspace that need code: `cargo xtask check`, `cargo xtask generate`,
//! `cargo xtask bundle`, `cargo xtask proof`.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

mod angles;
mod architecture;
mod bundle;
mod bytes;
mod generated;
mod metadata;
mod purity;
mod rooms;
mod voice;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

const USAGE: &str =
    "cargo xtask check      dependency direction, ARCHITECTURE.md, purity, generated files, wasm, same bytes
cargo xtask generate   write the generated files anew
cargo xtask bundle [--out DIR]
                       make the files that browsers get, in target/web or DIR
cargo xtask proof      make what the browser's tests hold the stores of browsers with, in target/store-proof
cargo xtask voice-list what the voice says: the address of each clip, and its words";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // Printed here, because `main` returning it would add a backtrace where RUST_BACKTRACE is set.
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let root = root()?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check"] => check(&root),
        ["generate"] => generated::write(&root),
        ["bundle"] => bundle::make(&root, &root.join("target/web")),
        ["proof"] => bundle::proof(&root, &root.join("target/store-proof")),
        ["bundle", "--out", out] => bundle::make(&root, &std::env::current_dir()?.join(out)),
        ["voice-list"] => {
            print!("{}", voice::list()?);
            Ok(())
        }
        _ => bail!("what is to be done?\n{USAGE}"),
    }
}

/// Returns the folder of the workspace.
fn root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    Ok(here.parent().context("xtask lies in the workspace")?.to_owned())
}

/// Runs every check, the quick ones first.
fn check(root: &Path) -> Result<()> {
    let arrows = metadata::arrows(root)?;
    report("dependency direction", &rooms::problems(rooms::ROOMS, &arrows))?;
    report("ARCHITECTURE.md", &architecture::problems(root, rooms::ROOMS)?)?;
    report("purity", &purity::problems(root, rooms::ROOMS, &metadata::folders(root)?)?)?;
    report("generated files", &generated::problems(root)?)?;
    report("the voice's clips", &voice::problems()?)?;
    println!("  the pure rooms as WebAssembly …");
    let pure = rooms::ROOMS.iter().filter(|room| room.pure).map(|room| room.name);
    let program = wasm::build(root, pure)?.join("unknot_probe.wasm");
    println!("✓ the pure rooms as WebAssembly");
    report("the same bytes natively and in WebAssembly", &bytes::problems(root, &program)?)
}

fn report(what: &str, problems: &[String]) -> Result<()> {
    if problems.is_empty() {
        println!("✓ {what}");
        return Ok(());
    }
    bail!("{what}:\n  {}", problems.join("\n  "))
}

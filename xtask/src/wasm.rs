//! Compiles crates of the workspace to WebAssembly.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::metadata::cargo;

const TARGET: &str = "wasm32-unknown-unknown";

/// How everything is compiled, the standard library included.
const FLAGS: [&str; 3] = [
    "-C target-feature=+simd128",
    // Leptos then has one piece of code for many views instead of one for each.
    "--cfg erase_components",
    "-Z unstable-options -C panic=immediate-abort",
];

/// Where the compiler for WebAssembly comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toolchain {
    /// The toolchain that rustup keeps.
    Rustup,
    /// Debian's packages.
    Debian,
}

/// Compiles crates in the profile `wasm`, and returns the folder in which those are that are programs.
///
/// All of them as browsers get them, with the wide instructions. What is downloaded has to be small, so the standard
/// library is compiled from its source, once: without the words of a panic, which nobody would read, and with shorter ways of
/// sorting. A stable compiler does that only when told so.
pub(crate) fn build<'n>(root: &Path, packages: impl IntoIterator<Item = &'n str>) -> Result<PathBuf> {
    let mut command = match choose()? {
        Toolchain::Rustup => Command::new(cargo()),
        Toolchain::Debian => with_debian()?,
    };
    let folder = root.join("target-wasm");
    command
        .current_dir(root)
        .env("CARGO_TARGET_DIR", &folder)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", FLAGS.join(" "))
        .args(["build", "--profile", "wasm", "--target", TARGET])
        .args(["-Z", "build-std=std,panic_abort", "-Z", "build-std-features=optimize_for_size"]);
    for package in packages {
        command.args(["--package", package]);
    }
    let status = command.status().context("the compiler for WebAssembly could not be run")?;
    ensure!(status.success(), "not everything compiles for {TARGET}");
    Ok(folder.join(TARGET).join("wasm"))
}

/// `UNKNOT_WASM_TOOLCHAIN` decides, or else whether there is a rustup.
fn choose() -> Result<Toolchain> {
    let wanted = std::env::var("UNKNOT_WASM_TOOLCHAIN").ok();
    match wanted.as_deref() {
        Some("debian") => return Ok(Toolchain::Debian),
        Some("rustup") => {}
        None if Command::new("rustup").arg("--version").output().is_err() => return Ok(Toolchain::Debian),
        None => {}
        Some(other) => bail!("UNKNOT_WASM_TOOLCHAIN is `{other}`; known are rustup, debian"),
    }
    if has_source() || run("rustup", &["component", "add", "rust-src"]) {
        return Ok(Toolchain::Rustup);
    }
    println!("  rustup could not add rust-src; taking Debian's compiler");
    Ok(Toolchain::Debian)
}

/// Returns whether rustc has the source of the standard library.
fn has_source() -> bool {
    let Ok(output) = Command::new("rustc").args(["--print", "sysroot"]).output() else { return false };
    let sysroot = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.lock").exists()
}

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).status().is_ok_and(|status| status.success())
}

fn with_debian() -> Result<Command> {
    let (cargo, rustc) = (Path::new("/usr/bin/cargo"), Path::new("/usr/bin/rustc"));
    ensure!(
        cargo.exists() && rustc.exists() && Path::new("/usr/bin/wasm-ld-19").exists(),
        "Debian's compiler for WebAssembly is missing: apt-get install rustc-web cargo-web rust-web-src lld-19"
    );
    let mut command = Command::new(cargo);
    command.env("RUSTC", rustc).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
    // What rustup's cargo has left for its children would lead to rustup's compiler and its libraries.
    for variable in ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "RUSTDOC"] {
        command.env_remove(variable);
    }
    Ok(command)
}

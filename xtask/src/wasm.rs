//! Compiles crates of the workspace to WebAssembly.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::metadata::cargo;

const TARGET: &str = "wasm32-unknown-unknown";

/// Where the compiler for WebAssembly comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Toolchain {
    /// A target of the toolchain that rustup keeps.
    Rustup,
    /// Debian's packages, which bring the standard library as source.
    Debian,
}

/// Compiles crates in the profile `wasm`, and returns the folder in which those are that are programs.
///
/// All of them as browsers get them, with the wide instructions: the standard library is compiled once.
pub(crate) fn build<'n>(root: &Path, packages: impl IntoIterator<Item = &'n str>) -> Result<PathBuf> {
    let mut command = match choose()? {
        Toolchain::Rustup => with_rustup(),
        Toolchain::Debian => with_debian()?,
    };
    let folder = root.join("target-wasm");
    command
        .current_dir(root)
        .env("CARGO_TARGET_DIR", &folder)
        .env("RUSTFLAGS", "-C target-feature=+simd128")
        .args(["--profile", "wasm"]);
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
    if has_target() || run("rustup", &["target", "add", TARGET]) {
        return Ok(Toolchain::Rustup);
    }
    println!("  rustup could not add {TARGET}; taking Debian's compiler");
    Ok(Toolchain::Debian)
}

/// Returns whether rustc has a core library for the target.
fn has_target() -> bool {
    let output = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).output();
    let Ok(output) = output else { return false };
    let folder = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let Ok(mut entries) = std::fs::read_dir(folder) else { return false };
    entries.any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libcore-")))
}

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).status().is_ok_and(|status| status.success())
}

fn with_rustup() -> Command {
    let mut command = Command::new(cargo());
    command.args(["build", "--target", TARGET]);
    command
}

fn with_debian() -> Result<Command> {
    let (cargo, rustc) = (Path::new("/usr/bin/cargo"), Path::new("/usr/bin/rustc"));
    ensure!(
        cargo.exists() && rustc.exists() && Path::new("/usr/bin/wasm-ld-19").exists(),
        "Debian's compiler for WebAssembly is missing: apt-get install rustc-web cargo-web rust-web-src lld-19"
    );
    let mut command = Command::new(cargo);
    command
        .args(["build", "--target", TARGET, "-Z", "build-std=std,panic_abort"])
        .env("RUSTC", rustc)
        // The standard library is built from source, which a stable compiler does only when told so.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19");
    // What rustup's cargo has left for its children would lead to rustup's compiler and its libraries.
    for variable in ["RUSTUP_TOOLCHAIN", "LD_LIBRARY_PATH", "RUSTDOC"] {
        command.env_remove(variable);
    }
    Ok(command)
}

//! Makes the folder of files that a browser gets out of the compiled pages. `cargo xtask bundle` calls it.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a tool for the terminal")]

mod bind;
mod compress;
mod files;
mod lean;
mod licences;
mod pictures;
mod sources;
mod words;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail, ensure};

use files::Files;

/// What a browser asks for by a name that stays.
const SERVICE_WORKER: &str = "service-worker.js";
/// The body of the figure and what draws it, which the first page does without.
const BODY: &str = "body.bin";
const DRAWS: [&str; 3] = ["draw_bg.wasm", "draw.js", "drawer.js"];
/// What is kept only when everything else is there: it is large, and the first page does without.
const VOICE: &str = "voice.pack";
/// The networks that see a body.
const NETWORKS: [&str; 2] = ["detector.net", "lite.net"];
/// What watches by a camera besides them: only who wants that needs it.
const WATCHES: [&str; 3] = ["watch_bg.wasm", "watch.js", "watcher.js"];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // Printed here, because `main` returning it would add a backtrace where RUST_BACKTRACE is set.
        Err(error) => {
            eprintln!("bundle: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(Path::new).collect::<Vec<_>>()[..] {
        [flag, program, out] if flag == Path::new("--bind") => bare(&bind::javascript(program, "app")?, out),
        [root, pages, draw, watch, out] => {
            let mut files = sources::read(root)?;
            files.extend(pictures::draw()?);
            files.insert("licences.txt", licences::collect(root)?);
            files.extend(bind::javascript(pages, "app")?);
            files.extend(bind::javascript(draw, "draw")?);
            files.extend(bind::javascript(watch, "watch")?);
            files.make_lean();
            write(&finished(files)?, out)
        }
        _ => {
            bail!(
                "usage: unknot-bundle ROOT PAGES.wasm DRAW.wasm WATCH.wasm OUT\n       unknot-bundle --bind PROGRAM.wasm OUT"
            )
        }
    }
}

/// Gives names to all that may be kept for ever, and tells the service worker what there is.
fn finished(mut files: Files) -> Result<Files> {
    let worker = files.remove(SERVICE_WORKER).context("no service-worker.js")?;
    // In this order: each names only those before it.
    let pages = [VOICE, "regular.woff2", "bold.woff2", "app_bg.wasm", "app.js", "app.css"];
    let camera = ["camera.css", "camera.js", "start.js"];
    for name in [&[BODY][..], &DRAWS, &NETWORKS, &WATCHES, &pages, &camera].concat() {
        files.name_by_content(name)?;
    }
    // Browsers fetch icons by themselves, once, when the pages are installed.
    let kept = files.names().filter(|name| !name.starts_with("icon-"));
    let (later, list): (Vec<&str>, Vec<&str>) = kept.partition(|name| name.ends_with(".pack"));
    let stem = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let watches: Vec<String> = NETWORKS.iter().chain(&WATCHES).map(|name| stem(name)).collect();
    let (used, list): (Vec<&str>, Vec<&str>) =
        list.into_iter().partition(|name| watches.contains(&stem(name)));
    let quoted = |name: &str| format!("\"{name}\"");
    let [later, used, list] =
        [later, used, list].map(|names| names.into_iter().map(quoted).collect::<Vec<_>>().join(", "));
    let version = files.version();
    let bundle = format!(
        "const BUNDLE = {{ version: \"{version}\", files: [{list}], later: [{later}], used: [{used}] }};\n"
    );
    files.insert(SERVICE_WORKER, [bundle.as_bytes(), &worker].concat());
    Ok(files)
}

/// Writes a program that is no page, as it is.
fn bare(files: &Files, out: &Path) -> Result<()> {
    std::fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    for (name, bytes) in files.iter() {
        std::fs::write(out.join(name), bytes)?;
    }
    Ok(())
}

/// Writes them where nothing else is, besides an earlier bundle, and says what they weigh.
fn write(files: &Files, out: &Path) -> Result<()> {
    if out.exists() {
        let is_ours = out.join(SERVICE_WORKER).exists() || out.read_dir()?.next().is_none();
        ensure!(is_ours, "{} has something else in it", out.display());
        std::fs::remove_dir_all(out).with_context(|| out.display().to_string())?;
    }
    std::fs::create_dir_all(out).with_context(|| out.display().to_string())?;
    let mut total = 0;
    for (name, bytes) in files.iter() {
        std::fs::write(out.join(name), bytes)?;
        let small = compress::brotli(name, bytes)?;
        if let Some(small) = &small {
            std::fs::write(out.join(format!("{name}.br")), small)?;
        }
        let sent = small.map_or(bytes.len(), |small| small.len());
        total += sent;
        println!("{sent:>8} bytes  {name}");
    }
    println!("{total:>8} bytes over the wire, in {}", out.display());
    Ok(())
}

//! Compares what the probe computes natively and as WebAssembly, which is to be the same to the last bit.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};

/// Returns the fingerprints that differ. `program` is the probe as WebAssembly.
pub(crate) fn problems(root: &Path, program: &Path) -> Result<Vec<String>> {
    let native = unknot_probe::fingerprints().map_err(|error| anyhow!("the probe: {error}"))?;
    let output = Command::new("node")
        .arg(root.join("xtask/probe/run.mjs"))
        .arg(program)
        .arg(unknot_probe::COUNT.to_string())
        .output()
        .context("node, which runs WebAssembly, could not be run; Debian has it in the package nodejs")?;
    ensure!(
        output.status.success(),
        "the probe failed as WebAssembly: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(differences(&native, &String::from_utf8_lossy(&output.stdout)))
}

/// Compares the fingerprints with those that were printed, one a line.
fn differences(native: &[u64], printed: &str) -> Vec<String> {
    let lines: Vec<&str> = printed.lines().collect();
    let mut problems = Vec::new();
    if lines.len() != native.len() {
        problems.push(format!("{} fingerprints natively, {} in WebAssembly", native.len(), lines.len()));
    }
    for (index, (native, printed)) in native.iter().zip(lines).enumerate() {
        let native = format!("{native:016x}");
        if native != printed {
            let name = unknot_probe::name(index).unwrap_or_else(|| format!("number {index}"));
            problems.push(format!("{name}: {native} natively, {printed} in WebAssembly"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_difference_is_told_by_its_name() {
        let printed = "0000000000000001\n00000000000000ff\n";
        assert_eq!(differences(&[1, 255], printed), Vec::<String>::new());
        let found = differences(&[2, 255], printed);
        let name = unknot_probe::name(0).unwrap();
        assert!(found.len() == 1 && found[0].starts_with(&name), "{found:?}");
        assert!(differences(&[1, 255, 3], printed)[0].starts_with("3 fingerprints natively, 2"));
    }

    #[test]
    fn every_fingerprint_has_its_name() {
        let names: std::collections::BTreeSet<_> = (0..unknot_probe::COUNT).map(unknot_probe::name).collect();
        assert_eq!(names.len(), unknot_probe::COUNT);
        assert!(!names.contains(&None) && unknot_probe::name(unknot_probe::COUNT).is_none());
    }
}

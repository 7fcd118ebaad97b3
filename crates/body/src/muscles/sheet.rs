//! Fibres strung between the places of a muscle.

use glam::Vec3;

use super::place::{Place, Places};
use super::ray::Hit;

/// A part of a muscle whose fibres run side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sheet {
    /// How far from its outermost fibres the muscle reaches, in metres.
    pub(super) reach: f32,
    /// Over how much more the glow fades, in metres.
    pub(super) fade: f32,
    /// The line of origin, lines that the fibres pass on their way, the line of insertion. The same fibre begins
    /// each line, and the same ends it.
    pub(super) lines: &'static [&'static [Place]],
}

impl Sheet {
    /// A broad muscle.
    pub(super) const fn broad(lines: &'static [&'static [Place]]) -> Self {
        Self { reach: 0.004, fade: 0.03, lines }
    }

    /// A muscle like a strap.
    pub(super) const fn strap(lines: &'static [&'static [Place]]) -> Self {
        Self { reach: 0.002, fade: 0.02, lines }
    }
}

/// A piece of a fibre, a few millimetres long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bead {
    pub(super) at: Vec3,
    /// Which way the skin above it faces.
    pub(super) faces: Vec3,
    pub(super) reach: f32,
    pub(super) fade: f32,
}

/// How far apart beads are at most, as a share of how far each glows: no gap can be seen.
const APART: f32 = 0.35;
/// How many steps there are at most from one fibre to the last, and along a fibre from line to line.
const MOST: u16 = 60;

/// Returns the fibres of a sheet as beads.
pub(super) fn beads(sheet: &Sheet, places: Places<'_>) -> Vec<Bead> {
    let lines: Vec<Vec<Hit>> =
        sheet.lines.iter().map(|line| line.iter().map(|place| places.find(*place)).collect()).collect();
    let apart = f64::from((sheet.reach + sheet.fade) * APART);
    let length = |line: &Vec<Hit>| line.windows(2).map(|two| two[0].point.distance(two[1].point)).sum();
    let fibres = steps(lines.iter().map(length).fold(0.0, f64::max) / apart);
    let mut beads = Vec::new();
    for fibre in 0..=fibres {
        let passes: Vec<Hit> =
            lines.iter().filter_map(|line| along(line, f64::from(fibre) / f64::from(fibres))).collect();
        for two in passes.windows(2) {
            let pieces = steps(two[0].point.distance(two[1].point) / apart);
            for piece in 0..=pieces {
                let hit = mixed(two[0], two[1], f64::from(piece) / f64::from(pieces));
                let (at, faces) = (hit.point.as_vec3(), hit.normal.as_vec3());
                beads.push(Bead { at, faces, reach: sheet.reach, fade: sheet.fade });
            }
        }
    }
    beads
}

/// Returns how many whole steps a length takes that is measured in steps.
fn steps(length: f64) -> u16 {
    (1..MOST).find(|steps| f64::from(*steps) >= length).unwrap_or(MOST)
}

/// Returns the point of a line that is that share of its places along it.
fn along(line: &[Hit], share: f64) -> Option<Hit> {
    let mut left = share;
    let part = 1.0 / f64::from(u16::try_from(line.len().saturating_sub(1)).unwrap_or(u16::MAX)).max(1.0);
    for two in line.windows(2) {
        if left <= part {
            return Some(mixed(two[0], two[1], left / part));
        }
        left -= part;
    }
    line.last().copied()
}

/// Returns what is that share of the way from one point to another.
fn mixed(from: Hit, to: Hit, share: f64) -> Hit {
    let normal = from.normal.lerp(to.normal, share).normalize_or(from.normal);
    Hit { point: from.point.lerp(to.point, share), normal }
}

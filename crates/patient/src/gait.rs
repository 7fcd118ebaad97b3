//! Somebody who walks about.

use std::collections::BTreeMap;

use unknot_body::{Angle, AngleName, Body, Frames, LandmarkPlaces, Placed, Position, Posture, Room, Side};
use unknot_landmarks::Landmarks;

use crate::camera::Camera;
use crate::chance::Chance;

/// How many postures a stride of two steps has, and how long it takes, in seconds.
const POSTURES: u32 = 32;
const STRIDE: f64 = 1.1;
/// How long somebody walks one way until they turn or stand, in seconds, at most.
const LEG: f64 = 4.0;
/// How fast they turn, in degrees a second.
const TURNS: f64 = 120.0;

/// Returns the postures of a stride: first standing, then step by step.
pub(crate) fn cycle(body: &Body) -> Vec<LandmarkPlaces> {
    let stand = Placed::first(body, &Posture::upright([]), Room::default());
    let landmarks = |placed: &Placed| body.landmarks(&Frames::of(body.rest(), &placed.placement));
    let mut places = vec![landmarks(&stand)];
    for index in 0..POSTURES {
        let phase = std::f64::consts::TAU * f64::from(index) / f64::from(POSTURES);
        let mut degrees = BTreeMap::new();
        let mut set = |name, side, value: f64| {
            if let Some(angle) = Angle::new(name, side) {
                degrees.insert(angle, value);
            }
        };
        for (side, ahead) in [(Side::Left, 0.0), (Side::Right, std::f64::consts::PI)] {
            // Hips 30° to and fro, knees bent by up to 60° while the leg swings (Perry and Burnfield 2010).
            let swing = libm::sin(phase + ahead);
            let lifted = libm::cos(phase + ahead).max(0.0);
            set(AngleName::HipFlexion, Some(side), 5.0 + 20.0 * swing);
            set(AngleName::KneeFlexion, Some(side), 8.0 + 52.0 * lifted * lifted);
            let (plane, elevation) = (if swing > 0.0 { -89.0 } else { 89.0 }, 25.0 * swing.abs());
            set(AngleName::ShoulderPlane, Some(side), plane);
            set(AngleName::ShoulderElevation, Some(side), elevation);
            set(AngleName::ElbowFlexion, Some(side), 20.0 - 12.0 * swing);
        }
        set(AngleName::ThoracicRotation, None, 6.0 * libm::sin(phase));
        if let Ok(posture) = Posture::new(Position::Standing, &degrees, []) {
            places.push(landmarks(&Placed::first(body, &posture, Room::default())));
        }
    }
    places
}

/// Returns what a camera tells of somebody who walks to and fro for so long, turns round, and stands now and then.
pub(crate) fn film(cycle: &[LandmarkPlaces], seconds: f64, camera: &Camera) -> Vec<Landmarks> {
    let Some((standing, stride)) = cycle.split_first() else { return Vec::new() };
    let mut chance = Chance::new(camera.seed ^ 0x6A17);
    let (mut places, mut turned) = (Vec::new(), Vec::new());
    let (mut heading, mut wanted, mut walks, mut until, mut phase) = (0.0, 0.0, false, 1.0, 0.0);
    while places.len() as f64 / camera.rate < seconds {
        let now = places.len() as f64 / camera.rate;
        if now >= until {
            until = now + LEG * (0.3 + 0.7 * chance.share());
            walks = chance.share() < 0.8;
            wanted += if chance.share() < 0.7 { 360.0 * (chance.share() - 0.5) } else { 0.0 };
        }
        let step = TURNS / camera.rate;
        heading += (wanted - heading).clamp(-step, step);
        turned.push(heading);
        if walks {
            phase += stride.len() as f64 / (STRIDE * camera.rate);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it grows from 0")]
            places.push(&stride[phase as usize % stride.len().max(1)]);
        } else {
            places.push(standing);
        }
    }
    camera.film(&places, |index| turned.get(index).copied().unwrap_or(0.0))
}

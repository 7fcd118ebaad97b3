#![allow(clippy::unwrap_used, reason = "a test may fail")]
mod common;
use common::*;
use unknot_body::BodyShape;
use unknot_patient::{Camera, Deed};
#[test]
fn tmp() {
    let args: Vec<String> = std::env::var("TMP").unwrap().split(' ').map(str::to_owned).collect();
    let catalogue = catalogue();
    let mut patient = patient(BodyShape::Woman);
    let done = catalogue.exercises().find(|e| e.id == args[0]).unwrap();
    let coached = catalogue.exercises().find(|e| e.id == args[1]).unwrap();
    let camera = Camera { azimuth_degrees: args[2].parse().unwrap(), noise: args.get(3).map_or(0.0, |n| n.parse().unwrap()), ..Camera::perfect(done.form.view) };
    let film = patient.perform(&timeline(&catalogue, done), &Deed::default(), &camera).unwrap();
    let seen = watch(&coach(coached), &film);
    eprintln!("{:?}", seen.repetitions());
}

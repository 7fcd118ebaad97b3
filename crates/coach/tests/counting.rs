//! What somebody really did is counted, whoever they are and from wherever the movement is seen.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{catalogue, coach, patient, repetitions, timeline, watch};
use unknot_body::BodyShape;
use unknot_patient::{Camera, Deed};

#[test]
fn grid() {
    let catalogue = catalogue();
    let (mut right, mut all) = (0, 0);
    let shapes: &[BodyShape] = if std::env::var_os("ALL").is_some() { &[BodyShape::Woman, BodyShape::Man, BodyShape::Heavy, BodyShape::Slim] } else { &[BodyShape::Man] };
    for &shape in shapes {
        let mut patient = patient(shape);
        for exercise in catalogue.exercises() {
            let coach = coach(exercise);
            let timeline = timeline(&catalogue, exercise);
            let wanted = repetitions(exercise);
            let base = Camera::perfect(exercise.form.view);
            let camera = |a: f64| Camera { azimuth_degrees: a, ..base };
            let views: &[f64] = match exercise.id.as_str() {
                "levator-scapulae" => &[0.0, 30.0, -30.0],
                "w-and-y" => &[0.0, 45.0, 135.0, 180.0, -90.0],
                "wall-angels" => &[0.0, 45.0, -45.0],
                _ => &[45.0, 90.0, -90.0, 135.0],
            };
            let mut cases: Vec<(String, Deed, Camera)> = Vec::new();
            for &v in views {
                cases.push((format!("clean {v}"), Deed::default(), camera(v)));
                cases.push((format!("noise .01 {v}"), Deed::default(), Camera { noise: 0.01, ..camera(v) }));
                cases.push((format!("noise .02 {v}"), Deed::default(), Camera { noise: 0.02, ..camera(v) }));
            }
            let v = if views.len() == 4 { 90.0 } else { 0.0 };
            cases.push(("fps 10".into(), Deed::default(), Camera { rate: 10.0, noise: 0.01, ..camera(v) }));
            cases.push(("fps 60".into(), Deed::default(), Camera { rate: 60.0, noise: 0.01, ..camera(v) }));
            cases.push(("mirrored".into(), Deed::default(), Camera { mirrored: true, noise: 0.01, ..camera(v) }));
            cases.push(("dropped".into(), Deed::default(), Camera { dropped: 0.4, noise: 0.01, ..camera(v) }));
            cases.push(("tremor".into(), Deed::default(), Camera { tremor: 0.02, noise: 0.01, ..camera(v) }));
            cases.push(("fast".into(), Deed { speed: 1.7, ..Deed::default() }, Camera { noise: 0.01, ..camera(v) }));
            cases.push(("slow".into(), Deed { speed: 0.6, ..Deed::default() }, Camera { noise: 0.01, ..camera(v) }));
            cases.push(("half".into(), Deed { ranges: vec![0.6], ..Deed::default() }, Camera { noise: 0.005, ..camera(v) }));
            cases.push(("varied".into(), Deed { ranges: vec![1.0, 0.65, 0.9, 0.7], ..Deed::default() }, Camera { noise: 0.005, ..camera(v) }));
            for (name, deed, camera) in cases {
                let Some(film) = patient.perform(&timeline, &deed, &camera) else { continue };
                let seen = watch(&coach, &film);
                all += 1;
                if seen.repetitions().len() == wanted as usize {
                    right += 1;
                } else {
                    eprintln!("WRONG {shape:?} {} {name}: {} of {wanted}", exercise.id, seen.repetitions().len());
                }
            }
        }
    }
    eprintln!("right {right} of {all}");
}

//! The same scene gives the same bytes: again, after other scenes, and on every machine.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{Mannequin, at_the_wall, bare, chair, mat, on_the_mat, roller};
use glam::DVec3;
use unknot_figure::{Camera, Palette, Picture, Renderer, Scene, render};

/// What these scenes looked like when somebody last looked at them. They differ from machine to machine only if
/// something here does not hold what it promises; when the look was changed, write down the new ones.
const LOOKED_AT: [u64; 3] = [0x58df_9ff2_472c_be7b, 0x8db8_6695_c4aa_fba3, 0x0877_c8db_3f00_cd22];

fn with_scenes(check: impl FnOnce(&[(Scene<'_>, [usize; 2])])) {
    let (dog, angel) = (Mannequin::bird_dog(Palette::Paper), Mannequin::wall_angel(Palette::Night));
    let (dogs, angels) = ([dog.mesh()], [angel.mesh()]);
    let (mat, chair) = ([mat(), roller()], chair());
    check(&[
        (on_the_mat(&dogs, &mat, Palette::Paper), [160, 120]),
        (at_the_wall(&angels, &chair, Palette::Night), [420, 440]),
        (bare(&dogs, Camera::around(DVec3::Y * 0.4, 1.0, -120.0, 70.0)), [64, 65]),
    ]);
}

#[test]
fn pictures_are_those_that_were_looked_at() {
    with_scenes(|scenes| {
        let found: Vec<u64> = scenes
            .iter()
            .map(|(scene, [width, height])| render(scene, *width, *height).unwrap().fingerprint())
            .collect();
        assert_eq!(found, LOOKED_AT, "{found:#018x?}");
    });
}

#[test]
fn what_was_drawn_before_leaves_no_trace() {
    with_scenes(|scenes| {
        let mut renderer = Renderer::default();
        let mut picture = Picture::default();
        for _ in 0..2 {
            for (scene, [width, height]) in scenes {
                renderer.draw(scene, *width, *height, &mut picture).unwrap();
                assert_eq!(picture, render(scene, *width, *height).unwrap());
            }
        }
    });
}

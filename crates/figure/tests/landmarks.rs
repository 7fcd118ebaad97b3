//! Where a body says its landmarks are in a picture, there it is drawn.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail")]

use glam::DVec3;
use unknot_body::{Anatomy, Body, BodyShape, Contact, Frames, Placed, Posture, Room, Viewpoint};
use unknot_figure::{Backdrop, Camera, Mesh, Palette, Scene, Skin, render};

/// The picture's width and height, in pixels.
const SIZES: [[usize; 2]; 2] = [[512, 384], [300, 420]];

#[test]
fn landmarks_lie_on_the_figure_from_every_side() {
    let anatomy = Anatomy::read(unknot_content::BODY).expect("the body is right");
    let body = Body::new(anatomy.shape(BodyShape::Neutral.into()));
    let upright = Posture::upright([Contact::parse("feet on floor").unwrap()]);
    let placed = Placed::first(&body, &upright, Room::default());
    let frames = Frames::of(body.rest(), &placed.placement);
    let skin = Skin::of(&body, &frames);
    let mesh = Mesh {
        positions: &skin.positions,
        normals: &skin.normals,
        quads: body.shape().quads(),
        ..Mesh::default()
    };
    for (azimuth, elevation) in [(0.0, 0.0), (70.0, 20.0), (200.0, -10.0), (-90.0, 60.0)] {
        for [width, height] in SIZES {
            let camera = Camera::around(DVec3::new(0.1, 0.85, 0.0), 1.0, azimuth, elevation);
            let scene = Scene {
                meshes: &[mesh],
                solids: &[],
                backdrop: Backdrop { floor: None, wall: None },
                camera,
                palette: Palette::Paper,
                transparent: true,
            };
            let picture = render(&scene, width, height).unwrap();
            let aspect = width as f64 / height as f64;
            let view = Viewpoint::new(camera.eye, camera.target, camera.vertical_fov_degrees, aspect);
            let seen = view.landmarks(&body.landmarks(&frames), 0.0);
            for (index, point) in seen.points.iter().enumerate() {
                let (x, y) = (point.image.x * width as f64, point.image.y * height as f64);
                // A pixel beside it will do: tips lie on the edge of the figure.
                let near = |dx: f64, dy: f64| {
                    (0..width)
                        .find(|&column| column as f64 + 1.0 > x + dx)
                        .zip((0..height).find(|&row| row as f64 + 1.0 > y + dy))
                        .and_then(|(column, row)| picture.pixel(column, row))
                        .is_some_and(|[.., opacity]| opacity > 0)
                };
                let steps = [-1.0, 0.0, 1.0];
                let is_on = steps.iter().any(|dx| steps.iter().any(|dy| near(*dx, *dy)));
                assert!(is_on, "landmark {index} is beside the figure, from {azimuth}°, {elevation}°");
            }
        }
    }
}

//! What is where, in front of what, and how edges look.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use common::{Mannequin, bare, block, mat, on_the_mat};
use glam::{DVec3, Vec3, vec3};
use unknot_body::PropMaterial;
use unknot_figure::{Backdrop, Camera, Colour, Mesh, Palette, Picture, Scene, render};

const RED: Colour = [0.8, 0.0, 0.0];
const BLUE: Colour = [0.0, 0.0, 0.8];

/// A flat piece of quads that faces +z.
#[derive(Default)]
struct Sheet {
    positions: Vec<Vec3>,
    normals: Vec<Vec3>,
    quads: Vec<[u16; 4]>,
    albedo: Vec<Colour>,
}

impl Sheet {
    fn add(&mut self, corners: [Vec3; 4], colour: Colour) -> &mut Self {
        let first = u16::try_from(self.positions.len()).unwrap();
        self.positions.extend(corners);
        self.normals.extend([Vec3::Z; 4]);
        self.albedo.extend([colour; 4]);
        self.quads.push([first, first + 1, first + 2, first + 3]);
        self
    }

    fn square(&mut self, centre: Vec3, half: f32, colour: Colour) -> &mut Self {
        let corner = |x: f32, y: f32| centre + vec3(x, y, 0.0) * half;
        self.add([corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)], colour)
    }

    fn mesh(&self) -> Mesh<'_> {
        Mesh {
            positions: &self.positions,
            normals: &self.normals,
            quads: &self.quads,
            albedo: &self.albedo,
            ..Mesh::default()
        }
    }
}

/// From 5 m in front; at the origin a metre is so many pixels.
fn front(height: usize) -> (Camera, f64) {
    let camera = Camera { eye: DVec3::Z * 5.0, target: DVec3::ZERO, vertical_fov_degrees: 30.0 };
    (camera, height as f64 / 2.0 / libm::tan(15.0_f64.to_radians()) / 5.0)
}

fn draw(sheet: &Sheet, width: usize, height: usize) -> Picture {
    render(&bare(&[sheet.mesh()], front(height).0), width, height).unwrap()
}

/// How many pixels are covered, shares included.
fn covered(picture: &Picture) -> f64 {
    picture.rgba.chunks(4).map(|pixel| f64::from(pixel[3]) / 255.0).sum()
}

#[test]
fn a_square_covers_what_it_should() {
    for (half, height) in [(0.5, 400), (0.2, 400), (0.77, 131)] {
        let (_, scale) = front(height);
        let found =
            covered(&draw(Sheet::default().square(vec3(0.13, -0.21, 0.0), half, RED), height, height));
        let wanted = (2.0 * f64::from(half) * scale).powi(2);
        assert!((found / wanted - 1.0).abs() < 0.01, "{found} instead of {wanted} pixels");
    }
}

#[test]
fn a_square_is_where_it_should_be() {
    let picture = draw(Sheet::default().square(vec3(0.5, 0.5, 0.0), 0.4, RED), 200, 200);
    let middle = |x: usize, y: usize| picture.pixel(x, y).unwrap()[3];
    assert_eq!([middle(137, 62), middle(62, 62), middle(137, 137)], [255, 0, 0]);
}

#[test]
fn what_is_in_front_hides_what_is_behind() {
    for red_first in [true, false] {
        let mut sheet = Sheet::default();
        let squares = [(vec3(0.0, 0.0, 0.2), 0.3, RED), (vec3(0.0, 0.0, 0.0), 0.6, BLUE)];
        let order = if red_first { [0, 1] } else { [1, 0] };
        for (centre, half, colour) in order.map(|index| squares[index]) {
            sheet.square(centre, half, colour);
        }
        let picture = draw(&sheet, 100, 100);
        let [red, _, blue, _] = picture.pixel(50, 50).unwrap();
        assert!(red > 100 && blue == 0);
        let [red, _, blue, _] = picture.pixel(33, 50).unwrap();
        assert!(red == 0 && blue > 100);
    }
}

#[test]
fn what_faces_away_is_not_seen() {
    let mut sheet = Sheet::default();
    sheet.square(Vec3::ZERO, 0.5, RED);
    sheet.quads[0].reverse();
    assert!(covered(&draw(&sheet, 50, 50)) == 0.0);
}

#[test]
fn an_edge_is_crossed_in_one_direction() {
    // A slanted edge: along a row, coverage only grows; and all four shades occur.
    let corners = [vec3(-0.3, -2.0, 0.0), vec3(2.0, -2.0, 0.0), vec3(2.0, 2.0, 0.0), vec3(0.4, 2.0, 0.0)];
    let picture = draw(Sheet::default().add(corners, RED), 90, 90);
    let mut shades = [0; 5];
    for y in 0..90 {
        let row: Vec<u8> = (0..90).map(|x| picture.pixel(x, y).unwrap()[3]).collect();
        assert!(row.windows(2).all(|pair| pair[0] <= pair[1]), "{row:?}");
        for alpha in row {
            shades[usize::from(alpha.div_ceil(64))] += 1;
        }
    }
    assert!(shades.iter().all(|&count| count > 10), "{shades:?}");
}

#[test]
fn an_edge_moves_evenly() {
    let (_, scale) = front(60);
    let at = |step: u8| {
        let middle = DVec3::X * (2.0 + f64::from(step) / 16.0 / scale);
        covered(&draw(Sheet::default().square(middle.as_vec3(), 2.0, RED), 60, 60))
    };
    let areas: Vec<f64> = (0..=16).map(at).collect();
    assert!(areas.windows(2).all(|pair| pair[1] <= pair[0]), "{areas:?}");
    assert!((areas[0] - areas[16] - 60.0).abs() < 1.0, "{areas:?}");
}

#[test]
fn nothing_shows_through_where_triangles_meet() {
    // A crooked grid that is larger than the picture, with cells from less than a pixel to large ones.
    let line = |index: u16| {
        let x = f32::from(index) / 20.0 - 1.0;
        x * x * x * 6.0
    };
    let crooked = |row: u16, column: u16| {
        let wave = f32::from((row * 7 + column * 13) % 11) / 11.0 - 0.5;
        vec3(line(column) + wave * 0.004, line(row) - wave * 0.003, wave * 0.05)
    };
    let mut sheet = Sheet::default();
    for row in 0..41 {
        for column in 0..41 {
            sheet.positions.push(crooked(row, column));
        }
    }
    sheet.normals = vec![Vec3::Z; sheet.positions.len()];
    for row in 0..40 {
        for column in 0..40 {
            let first = row * 41 + column;
            sheet.quads.push([first, first + 1, first + 42, first + 41]);
        }
    }
    for size in [97, 256, 600] {
        let picture = draw(&sheet, size, size);
        assert!(picture.rgba.chunks(4).all(|pixel| pixel[3] == 255), "at {size}");
    }
}

#[test]
fn what_is_behind_the_eye_is_cut_off() {
    // Ground that goes on behind the camera fills the picture from the horizon down.
    let mut ground = Sheet::default();
    let corner = |x: f32, z: f32| vec3(x * 1000.0, -1.0, z * 1000.0);
    ground.add([corner(-1.0, 1.0), corner(1.0, 1.0), corner(1.0, -1.0), corner(-1.0, -1.0)], RED);
    let camera = Camera { eye: DVec3::ZERO, target: DVec3::NEG_Z, vertical_fov_degrees: 60.0 };
    let picture = render(&bare(&[ground.mesh()], camera), 80, 80).unwrap();
    let alpha = |y: usize| picture.pixel(40, y).unwrap()[3];
    assert_eq!([alpha(0), alpha(37), alpha(42), alpha(79)], [0, 0, 255, 255]);
    assert!((covered(&picture) / 3200.0 - 1.0).abs() < 0.01);
}

#[test]
fn a_camera_inside_of_a_body_sees_nothing_of_it() {
    let body = Mannequin::bird_dog(Palette::Paper);
    let camera =
        Camera { eye: DVec3::new(0.0, 0.52, -0.1), target: DVec3::X * 9.0, vertical_fov_degrees: 20.0 };
    let picture = render(&bare(&[body.mesh()], camera), 40, 40).unwrap();
    assert!(covered(&picture) == 0.0);
}

#[test]
fn a_wall_that_would_hide_the_figure_is_cut_away() {
    let wall = [block(DVec3::new(0.0, 0.0, -0.5), DVec3::new(2.0, 2.0, 0.1), 0.01, PropMaterial::Wall)];
    let seen = |azimuth: f64| {
        let scene = Scene { solids: &wall, ..bare(&[], Camera::around(DVec3::Y, 1.2, azimuth, 0.0)) };
        covered(&render(&scene, 60, 60).unwrap()) > 0.0
    };
    assert!(seen(0.0) && seen(80.0) && !seen(180.0) && !seen(140.0));
}

#[test]
fn a_body_darkens_the_floor_and_the_mat_under_it() {
    let body = Mannequin::bird_dog(Palette::Paper);
    let (bodies, mats) = ([body.mesh()], [mat()]);
    // Between the knee and the hand, seen past the arm.
    let light = |scene: &Scene<'_>, x: usize, y: usize| {
        let [red, green, blue, _] = render(scene, 320, 320).unwrap().pixel(x, y).unwrap();
        u32::from(red) + u32::from(green) + u32::from(blue)
    };
    let nobody = on_the_mat(&[], &mats, Palette::Paper);
    let scene = on_the_mat(&bodies, &mats, Palette::Paper);
    assert!(light(&scene, 140, 205) + 10 < light(&nobody, 140, 205), "on the mat");
    let nobody = on_the_mat(&[], &[], Palette::Paper);
    let scene = on_the_mat(&bodies, &[], Palette::Paper);
    assert!(light(&scene, 140, 205) + 10 < light(&nobody, 140, 205), "on the floor");
    assert_eq!(light(&scene, 5, 5), light(&nobody, 5, 5), "far away");
}

#[test]
fn without_anything_there_is_only_paper() {
    for palette in [Palette::Paper, Palette::Night] {
        let camera = front(50).0;
        let backdrop = Backdrop { floor: None, wall: None };
        let scene = Scene { meshes: &[], solids: &[], backdrop, camera, palette, transparent: false };
        let picture = render(&scene, 50, 40).unwrap();
        let paper = match palette {
            Palette::Paper => [0xf6, 0xf3, 0xec, 255],
            Palette::Night => [0x1b, 0x18, 0x15, 255],
        };
        assert!(picture.rgba.chunks(4).all(|pixel| pixel == paper));
    }
}

//! Where rays meet the floor and the wall, and what there is.

use glam::Vec3;

use super::View;
use crate::number::signed;
use crate::shadow::{Plane, ShadowMap};

/// How far the floor reaches, relative to half of what the picture shows.
pub(crate) const FLOOR_REACH: f32 = 1.3;
/// How far the wall reaches to each side of what the camera looks at, relative to the same.
pub(crate) const WALL_REACH: f32 = 1.5;
/// At this height over the floor the wall has faded, in metres.
pub(crate) const WALL_TOP: f32 = 2.7;
/// How dark the corner between floor and wall is.
pub(crate) const CORNER: f32 = 0.18;
/// How far from the corner half of that is gone, in metres.
pub(crate) const CORNER_REACH: f32 = 0.10;
/// So many pixels behind the edge between floor and wall, the one hides the other from all neighbouring knots too.
const HIDDEN: f32 = 32.0;

/// What a ray sees of the backdrop, in the order of [`Seen`].
pub(super) type Glimpse = [f32; 5];

/// What rays see of the backdrop: how plain the floor and how dark the shadow on it is, the same for the wall, and how much
/// wall there is rather than floor: below 0 for the floor in front of it, above 1 for the wall above it, so that what
/// is between can be found in between.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub(super) floor: Vec<f32>,
    pub(super) on_floor: Vec<f32>,
    pub(super) wall: Vec<f32>,
    pub(super) on_wall: Vec<f32>,
    pub(super) share: Vec<f32>,
}

/// Rays from the eye, each as far from the next.
#[derive(Clone, Copy)]
pub(super) struct Rays {
    pub(super) first: Vec3,
    pub(super) step: Vec3,
    pub(super) count: usize,
}

impl Rays {
    /// Returns how far each ray goes in a direction with every metre.
    fn go(&self, direction: Vec3) -> impl Iterator<Item = f32> {
        let (first, step) = (self.first.dot(direction), self.step.dot(direction));
        (0..signed(self.count)).map(move |ray| first + step * ray as f32)
    }
}

impl Seen {
    /// Returns what one ray sees.
    #[inline]
    pub(super) fn at(&self, ray: usize) -> Glimpse {
        [self.floor[ray], self.on_floor[ray], self.wall[ray], self.on_wall[ray], self.share[ray]]
    }

    /// Returns what each ray sees.
    pub(super) fn all(&self) -> impl Iterator<Item = Glimpse> {
        let floor = self.floor.iter().zip(&self.on_floor);
        let wall = self.wall.iter().zip(&self.on_wall);
        let all = floor.zip(wall).zip(&self.share);
        all.map(|(((&floor, &on_floor), (&wall, &on_wall)), &share)| [floor, on_floor, wall, on_wall, share])
    }

    /// Looks along rays, one thing after the other: a step by itself is something that processors do to four numbers at
    /// once.
    pub(super) fn look(&mut self, view: &View<'_>, rays: &Rays) {
        for values in
            [&mut self.floor, &mut self.on_floor, &mut self.wall, &mut self.on_wall, &mut self.share]
        {
            values.clear();
            values.resize(rays.count, 0.0);
        }
        if let Some((wall, shadow)) = view.wall {
            self.look_at_wall(view, &wall, shadow, rays);
        }
        // All rays of a row are equally steep, so they all meet the floor equally far away, or do not.
        let (Some((height, shadow)), false) = (view.floor, self.share.iter().all(|share| *share >= HIDDEN))
        else {
            return;
        };
        if let Some(there) = distance(height - view.lens.eye.y, rays.first.y) {
            self.look_at_floor(view, shadow, rays, there);
        }
    }

    fn look_at_floor(&mut self, view: &View<'_>, shadow: &ShadowMap, rays: &Rays, there: f32) {
        let lens = view.lens;
        let reach = 1.0 / (lens.framed * FLOOR_REACH);
        let off = |axis: Vec3| (lens.eye - lens.target).dot(axis) * reach;
        let (from_x, from_z) = (off(Vec3::X), off(Vec3::Z));
        let places = rays.go(Vec3::X * reach).zip(rays.go(Vec3::Z * reach));
        for (plain, (x, z)) in self.floor.iter_mut().zip(places) {
            let (x, z) = (from_x + x * there, from_z + z * there);
            *plain = fade(x * x + z * z);
        }
        if let Some((wall, _)) = view.wall {
            let from = wall.local(lens.eye).z;
            let plain = self.floor.iter().zip(rays.go(wall.axes[2]));
            for (dark, (plain, away)) in self.on_floor.iter_mut().zip(plain) {
                *dark = corner(from + away * there) * plain;
            }
        }
        let [x, y] = shadow.texel(lens.eye);
        let places = rays.go(shadow.along[0]).zip(rays.go(shadow.along[1]));
        for (dark, (right, up)) in self.on_floor.iter_mut().zip(places) {
            *dark = both(*dark, shadow.at_texel(x + right * there, y + up * there));
        }
    }

    fn look_at_wall(&mut self, view: &View<'_>, wall: &Plane, shadow: &ShadowMap, rays: &Rays) {
        let lens = view.lens;
        let away = -wall.local(lens.eye).z;
        let reach = 1.0 / (lens.framed * WALL_REACH);
        let from_aside = (lens.eye - lens.target).dot(wall.axes[0]) * reach;
        let floor = view.floor.map(|(height, _)| height);
        let from_height = lens.eye.y - floor.unwrap_or(0.0);
        let [x, y] = shadow.texel(lens.eye);
        let asides = rays.go(wall.axes[0] * reach);
        let texels = rays.go(shadow.along[0]).zip(rays.go(shadow.along[1]));
        let seen = self.wall.iter_mut().zip(&mut self.on_wall).zip(&mut self.share);
        for (((plain, dark), share), ((goes, aside), (right, up))) in
            seen.zip(rays.go(wall.axes[2]).zip(asides).zip(texels))
        {
            let Some(there) = distance(away, goes) else { continue };
            let height = from_height + rays.first.y * there;
            // The edge is smoothed over the height that a pixel spans there.
            *share = if floor.is_some() { (height * lens.focal / there + 0.5).clamp(-1e3, 1e3) } else { 2.0 };
            // What is so well hidden is not looked at.
            if *share > -HIDDEN {
                let aside = from_aside + aside * there;
                *plain = fade(aside * aside) * fade(height * height * (1.0 / (WALL_TOP * WALL_TOP)));
                let corner = if floor.is_some() { corner(height) * *plain } else { 0.0 };
                *dark = both(corner, shadow.at_texel(x + right * there, y + up * there));
            }
        }
    }
}

/// Returns how far along a ray a plane is that is so far away, where the ray goes so far with every metre; nothing
/// where it goes the other way.
fn distance(away: f32, goes: f32) -> Option<f32> {
    (away < 0.0 && goes < -1e-6).then(|| away / goes)
}

/// Returns 1 in the middle, falling smoothly to 0 where the squared distance is 1.
fn fade(squared: f32) -> f32 {
    let left = (1.0 - squared).max(0.0);
    left * left
}

/// Returns how much darker it is so far from the corner of floor and wall, in metres.
fn corner(away: f32) -> f32 {
    let relative = away.max(0.0) * (1.0 / CORNER_REACH);
    CORNER / (1.0 + relative * relative)
}

/// Returns the darkness of two shadows that fall on the same place.
fn both(one: f32, other: f32) -> f32 {
    one + other - one * other
}

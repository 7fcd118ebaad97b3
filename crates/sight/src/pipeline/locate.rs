//! Locates the landmarks of whoever is in a region.

use unknot_landmarks::{ImagePoint, Landmark, Landmarks, Sighting, WorldPoint};

use crate::network::{Network, NetworkError};
use crate::picture::Picture;

use super::crop::{Beside, crop};
use super::region::{Point, Region};

/// The size of the picture that the network takes.
const SIZE: usize = 256;

/// How many points the network knows: the landmarks, two by which the next region is found, and four that nobody uses.
const POINTS: usize = 39;

/// How many numbers it tells of each: x, y, z, whether it is visible and whether it is in the picture.
const NUMBERS: usize = 5;

/// How many places its maps have each way: there is one for every point, of how likely it is there.
const MAP: usize = 64;

/// How far from a point, in places of a map, it may be more exactly.
const REACH: usize = 3;

/// How likely it has to be somewhere near, that a map is believed.
const LIKELY: f32 = 0.5;

/// How sure the network has to be that there is somebody.
const SURE: f32 = 0.5;

/// Returns an error unless a network is one that locates landmarks.
pub(super) fn check(network: &Network) -> Result<(), NetworkError> {
    let outputs: Vec<_> = network.outputs().collect();
    if network.input() == [SIZE, SIZE, 3] && outputs == [POINTS * NUMBERS, 1, MAP * MAP * POINTS, POINTS * 3]
    {
        Ok(())
    } else {
        Err(NetworkError::Purpose("it does not locate landmarks"))
    }
}

/// Somebody, as the network sees them.
#[derive(Clone, Debug)]
pub(crate) struct Located {
    pub(crate) points: [Sighting; Landmark::COUNT],
    /// How sure it is that somebody is there, from 0 to 1.
    pub(crate) presence: f64,
    /// By what the next region is found: the middle of the hips, and where the circle around the body is cut above the
    /// head.
    pub(crate) guides: [Point; 2],
}

impl Located {
    /// Returns the landmarks at a time.
    pub(crate) fn at(&self, seconds: f64) -> Landmarks {
        Landmarks { seconds, mirrored: false, points: self.points }
    }
}

/// Returns who is in a region; none where nobody is.
pub(super) fn locate(network: &mut Network, picture: &Picture<'_>, region: &Region) -> Option<Located> {
    crop(picture, region, SIZE, Beside::Edge, [0.0, 1.0], network.picture());
    network.run();
    let presence = network.output(1).next().filter(|&presence| presence >= SURE)?;
    let numbers: Vec<f32> = network.output(0).collect();
    let world: Vec<f64> = network.output(3).map(f64::from).collect();
    let point = |index: usize| -> Point {
        let numbers = &numbers[index * NUMBERS..];
        region.in_picture(refined(network, index, [numbers[0] / SIZE as f32, numbers[1] / SIZE as f32]))
    };
    let (width, height) = (picture.width() as f64, picture.height() as f64);
    let points = Landmark::ALL.map(|landmark| {
        let index = landmark.index();
        let [x, y] = point(index);
        let z = f64::from(numbers[index * NUMBERS + 2]) / SIZE as f64 * region.side;
        let visibility = sigmoid(numbers[index * NUMBERS + 3]);
        let at = &world[index * 3..][..3];
        let turned = region.turned([at[0], at[1]]);
        Sighting {
            world: WorldPoint { x: turned[0], y: turned[1], z: at[2] },
            image: ImagePoint { x: x / width, y: y / height, z: z / width },
            visibility: f64::from(visibility),
        }
    });
    let guides = [point(Landmark::COUNT), point(Landmark::COUNT + 1)];
    let all = points.iter().flat_map(|point| {
        let (world, image) = (point.world, point.image);
        [world.x, world.y, world.z, image.x, image.y, image.z, point.visibility]
    });
    let is_sound = all.chain(guides.into_iter().flatten()).all(f64::is_finite);
    is_sound.then_some(Located { points, presence: f64::from(presence), guides })
}

/// Returns where a point is more exactly: the middle of what its map says near it, weighted by how likely it is there.
fn refined(network: &Network, point: usize, [x, y]: [f32; 2]) -> Point {
    let near = |at: f32| {
        let at = at * MAP as f32;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 63")]
        (at >= 0.0 && at < MAP as f32).then(|| {
            let at = at as usize;
            at.saturating_sub(REACH)..(at + REACH + 1).min(MAP)
        })
    };
    let told = [f64::from(x), f64::from(y)];
    let Some((columns, rows)) = near(x).zip(near(y)) else { return told };
    let (mut sum, mut most, mut across, mut along) = (0.0, 0.0_f32, 0.0, 0.0);
    for row in rows {
        for column in columns.clone() {
            let likely = sigmoid(network.place(2, row * MAP + column)[point]);
            sum += likely;
            most = most.max(likely);
            across += likely * column as f32;
            along += likely * row as f32;
        }
    }
    if most < LIKELY {
        return told;
    }
    [across, along].map(|at| f64::from(at / sum / MAP as f32))
}

fn sigmoid(value: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-value))
}

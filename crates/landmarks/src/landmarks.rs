//! The landmarks of one picture.

use crate::landmark::Landmark;

/// Where a landmark is in the world: in metres from the middle between the two hip landmarks, along the axes of
/// the picture. Of a person each is within about ±2.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WorldPoint {
    /// Metres to the picture's right.
    pub x: f64,
    /// Metres down.
    pub y: f64,
    /// Metres away from the camera; negative is nearer to it than the hips.
    pub z: f64,
}

/// Where a landmark is in the picture, in shares of its width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ImagePoint {
    /// From 0 at the picture's left edge to 1 at its right edge; outside of that where the picture cuts it off.
    pub x: f64,
    /// From 0 at the picture's upper edge to 1 at its lower edge; outside of that where the picture cuts it off.
    pub y: f64,
    /// How much further away from the camera than the middle between the hips, in the scale of x: 1 is as much as
    /// the picture's width spans at the hips. Negative is nearer to the camera.
    pub z: f64,
}

/// One landmark in a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sighting {
    /// Where it is in the world.
    pub world: WorldPoint,
    /// Where it is in the picture.
    pub image: ImagePoint,
    /// How likely it is to be inside the picture and hidden by nothing, from 0 to 1.
    pub visibility: f64,
}

/// The landmarks of one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Landmarks {
    /// The time of the picture, in seconds from where the recording began; never less than the time before.
    pub seconds: f64,
    /// Whether the picture was mirrored, as people see themselves. What is called left in it is the person's right.
    pub mirrored: bool,
    /// Every landmark, by its [`Landmark::index`].
    pub points: [Sighting; Landmark::COUNT],
}

impl Landmarks {
    /// Returns one of them.
    #[must_use]
    pub fn get(&self, landmark: Landmark) -> &Sighting {
        &self.points[landmark.index()]
    }

    /// Returns what the same picture would show in a mirror: x runs the other way, and left and right have
    /// changed names.
    #[must_use]
    pub fn flipped(&self) -> Self {
        let points = Landmark::ALL.map(|landmark| {
            let Sighting { mut world, mut image, visibility } = *self.get(landmark.mirrored());
            world.x = -world.x;
            image.x = 1.0 - image.x;
            Sighting { world, image, visibility }
        });
        Self { seconds: self.seconds, mirrored: !self.mirrored, points }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every landmark at a place of its own, in numbers that halve exactly.
    fn scattered() -> Landmarks {
        let points = Landmark::ALL.map(|landmark| {
            let at = landmark.index() as f64 / 64.0;
            Sighting {
                world: WorldPoint { x: at, y: -at, z: 0.5 },
                image: ImagePoint { x: at, y: 0.5, z: -at },
                visibility: at,
            }
        });
        Landmarks { seconds: 1.5, mirrored: false, points }
    }

    #[test]
    fn a_mirror_changes_the_names_of_left_and_right_and_turns_x() {
        let (seen, flipped) = (scattered(), scattered().flipped());
        assert!(flipped.mirrored);
        let (left, right) = (seen.get(Landmark::LeftWrist), flipped.get(Landmark::RightWrist));
        assert_eq!(right.world, WorldPoint { x: -left.world.x, ..left.world });
        assert_eq!(right.image, ImagePoint { x: 1.0 - left.image.x, ..left.image });
        assert_eq!(right.visibility.to_bits(), left.visibility.to_bits());
        assert_eq!(flipped.flipped(), seen);
    }
}

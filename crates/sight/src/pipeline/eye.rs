//! Who is in a picture; who is in pictures that follow each other.

use unknot_landmarks::Landmarks;

use crate::network::{Network, NetworkError};
use crate::picture::Picture;

use super::detect;
use super::locate::{self, Located};
use super::region::Region;
use super::smooth::Smoothing;

/// Two people whose hips are nearer than this, in sizes of the region around one, are the same.
const SAME: f64 = 0.1;

/// The two networks that it takes to see somebody: one finds people, one locates landmarks.
#[derive(Debug)]
pub struct Networks {
    detector: Network,
    landmarks: Network,
}

/// Somebody in a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Sight {
    /// The landmarks as this picture alone shows them.
    pub raw: Landmarks,
    /// The landmarks without the trembling that they have from picture to picture; the same as `raw` where there is one
    /// picture alone.
    pub smoothed: Landmarks,
    /// How sure it is that somebody is there, from 0.5 to 1. It says nothing of whether they can be seen whole: that does
    /// the visibility of each landmark.
    pub presence: f64,
}

impl Networks {
    /// Reads the network that finds people and the one that locates their landmarks, as they are packed.
    ///
    /// # Errors
    ///
    /// Where the bytes are no network, or one for something else.
    pub fn read(detector: &[u8], landmarks: &[u8]) -> Result<Self, NetworkError> {
        let networks = Self { detector: Network::read(detector)?, landmarks: Network::read(landmarks)? };
        detect::check(&networks.detector)?;
        locate::check(&networks.landmarks)?;
        Ok(networks)
    }

    /// Returns everybody in a picture by itself, whoever is seen best first. Their time is 0.
    pub fn people(&mut self, picture: &Picture<'_>) -> Vec<Sight> {
        let mut people: Vec<Located> = Vec::new();
        for region in detect::detect(&mut self.detector, picture) {
            let Some(located) = locate::locate(&mut self.landmarks, picture, &region) else { continue };
            let hips = located.guides[0];
            let is_new = people.iter().all(|other| {
                libm::hypot(hips[0] - other.guides[0][0], hips[1] - other.guides[0][1]) > SAME * region.side
            });
            if is_new {
                people.push(located);
            }
        }
        people.iter().map(|located| sight(located, located, 0.0)).collect()
    }

    /// Returns whoever is seen best, and in which region.
    fn find(&mut self, picture: &Picture<'_>) -> Option<(Located, Region)> {
        let regions = detect::detect(&mut self.detector, picture);
        regions.into_iter().find_map(|region| {
            locate::locate(&mut self.landmarks, picture, &region).map(|located| (located, region))
        })
    }
}

/// Sees one person in pictures that follow each other.
///
/// As long as it sees them it looks where they were before, and nowhere else; once they are lost, in the whole picture.
#[derive(Debug)]
pub struct Eye {
    networks: Networks,
    /// Where to look for the person of the picture before.
    region: Option<Region>,
    smoothing: Smoothing,
}

impl Eye {
    /// Returns one that has seen nothing yet.
    #[must_use]
    pub fn new(networks: Networks) -> Self {
        Self { networks, region: None, smoothing: Smoothing::new() }
    }

    /// Looks at a picture, taken at a time, and returns who is in it; none where nobody is seen.
    ///
    /// A time that is not after the one before is taken as it is, but then nothing is smoothed.
    pub fn look(&mut self, picture: &Picture<'_>, seconds: f64) -> Option<Sight> {
        let tracked = self.region.take().and_then(|region| {
            locate::locate(&mut self.networks.landmarks, picture, &region).map(|located| (located, region))
        });
        if tracked.is_none() {
            self.smoothing = Smoothing::new();
        }
        let (raw, region) = tracked.or_else(|| self.networks.find(picture))?;
        let smoothed = self.smoothing.smooth(&raw, &region, picture, seconds);
        let [hips, above] = smoothed.guides;
        self.region = Region::around(hips, above, picture);
        Some(sight(&raw, &smoothed, seconds))
    }

    /// Forgets whom it saw: the next picture shows something else.
    pub fn forget(&mut self) {
        self.region = None;
    }
}

fn sight(raw: &Located, smoothed: &Located, seconds: f64) -> Sight {
    Sight { raw: raw.at(seconds), smoothed: smoothed.at(seconds), presence: raw.presence }
}

//! Numbers that differ when, almost certainly, any bit of what they are of does.

use unknot_body::{Bone, Frames};
use unknot_figure::Skin;
use unknot_landmarks::Landmarks;

/// FNV-1a of bits, as pictures have it.
pub(crate) struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    /// Returns the number.
    pub(crate) fn value(self) -> u64 {
        self.0
    }

    /// Adds where every bone is.
    pub(crate) fn frames(&mut self, frames: &Frames) {
        for &bone in Bone::ALL {
            self.f64s(&frames.rotation(bone).to_cols_array());
            self.f64s(&frames.head(bone).to_array());
        }
    }

    /// Adds where landmarks are.
    pub(crate) fn landmarks(&mut self, landmarks: &Landmarks) {
        for one in &landmarks.points {
            self.f64s(&[one.world.x, one.world.y, one.world.z]);
            self.f64s(&[one.image.x, one.image.y, one.image.z]);
        }
    }

    /// Adds where every vertex is, and which way it faces.
    pub(crate) fn skin(&mut self, skin: &Skin) {
        for number in skin.positions.iter().chain(&skin.normals).flat_map(|v| v.to_array()) {
            self.bytes(&number.to_bits().to_le_bytes());
        }
    }

    fn f64s(&mut self, numbers: &[f64]) {
        for number in numbers {
            self.bytes(&number.to_bits().to_le_bytes());
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
}

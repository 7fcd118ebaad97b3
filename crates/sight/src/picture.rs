//! The picture that is looked at.

use thiserror::Error;

/// A picture: rows from above, places from the left, red, green and blue from 0 to 255 for each.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'p> {
    width: usize,
    height: usize,
    /// How many bytes each place has.
    depth: usize,
    bytes: &'p [u8],
}

/// Why bytes are no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PictureError {
    /// It has no width or no height.
    #[error("a picture of {width}×{height} shows nothing")]
    Empty {
        /// Its width.
        width: usize,
        /// Its height.
        height: usize,
    },
    /// There are more or fewer bytes than its size asks for.
    #[error("a picture of {width}×{height} has {wanted} bytes, not {found}")]
    Size {
        /// Its width.
        width: usize,
        /// Its height.
        height: usize,
        /// How many bytes there are.
        found: usize,
        /// How many there would have to be.
        wanted: usize,
    },
}

impl<'p> Picture<'p> {
    /// Returns a picture of three bytes for each place: red, green, blue.
    ///
    /// # Errors
    ///
    /// Where it is empty, or the number of bytes is not that of its size.
    pub fn rgb(width: usize, height: usize, bytes: &'p [u8]) -> Result<Self, PictureError> {
        Self::new(width, height, 3, bytes)
    }

    /// Returns a picture of four bytes for each place: red, green, blue, and a fourth that is not looked at.
    ///
    /// # Errors
    ///
    /// Where it is empty, or the number of bytes is not that of its size.
    pub fn rgba(width: usize, height: usize, bytes: &'p [u8]) -> Result<Self, PictureError> {
        Self::new(width, height, 4, bytes)
    }

    fn new(width: usize, height: usize, depth: usize, bytes: &'p [u8]) -> Result<Self, PictureError> {
        if width == 0 || height == 0 {
            return Err(PictureError::Empty { width, height });
        }
        let wanted = width.saturating_mul(height).saturating_mul(depth);
        if bytes.len() != wanted {
            return Err(PictureError::Size { width, height, found: bytes.len(), wanted });
        }
        Ok(Self { width, height, depth, bytes })
    }

    /// Returns how many places each row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// Returns how many rows it has.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// Returns how many bytes each place has: 3 or 4.
    pub(crate) fn depth(&self) -> usize {
        self.depth
    }

    /// Returns the bytes of every place, row by row, if so many they are: red, green, blue, and maybe a fourth.
    #[inline]
    pub(crate) fn places<const DEPTH: usize>(&self) -> &'p [[u8; DEPTH]] {
        self.bytes.as_chunks().0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_as_many_bytes_as_its_size_says() {
        assert!(Picture::rgb(2, 1, &[0; 6]).is_ok() && Picture::rgba(1, 1, &[0; 4]).is_ok());
        let error = Picture::rgba(2, 1, &[0; 6]).unwrap_err();
        assert_eq!(error, PictureError::Size { width: 2, height: 1, found: 6, wanted: 8 });
        assert_eq!(error.to_string(), "a picture of 2×1 has 8 bytes, not 6");
        assert_eq!(Picture::rgb(0, 3, &[]).unwrap_err(), PictureError::Empty { width: 0, height: 3 });
        assert!(Picture::rgb(usize::MAX, usize::MAX, &[]).is_err());
    }

    #[test]
    fn a_place_has_its_own_colors() {
        let bytes: Vec<u8> = (0..24).collect();
        assert_eq!(Picture::rgba(3, 2, &bytes).unwrap().places::<4>()[4], [16, 17, 18, 19]);
        assert_eq!(Picture::rgb(4, 2, &bytes).unwrap().places::<3>()[5], [15, 16, 17]);
    }
}

//! One picture dissolving into another.

use unknot_figure::Picture;

/// Lets a picture dissolve into another of the same size: fraction 0 leaves it, 1 is the other.
pub(crate) fn dissolve(picture: &mut Picture, other: &Picture, fraction: f64) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 256")]
    let share = (fraction.clamp(0.0, 1.0) * 256.0).round() as u32;
    for (here, &there) in picture.rgba.iter_mut().zip(&other.rgba) {
        let mixed = (u32::from(*here) * (256 - share) + u32::from(there) * share + 128) / 256;
        *here = u8::try_from(mixed).unwrap_or(u8::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_begins_as_one_and_ends_as_the_other() {
        let one = Picture { width: 1, height: 1, rgba: vec![0, 100, 255, 255] };
        let other = Picture { width: 1, height: 1, rgba: vec![255, 200, 0, 255] };
        let at = |fraction: f64| {
            let mut picture = one.clone();
            dissolve(&mut picture, &other, fraction);
            picture.rgba
        };
        assert_eq!(at(0.0), one.rgba);
        assert_eq!(at(1.0), other.rgba);
        assert_eq!(at(0.5), [128, 150, 128, 255]);
    }
}

//! Conversions between kinds of numbers: each in one place, with the reason why it loses nothing that counts.

/// Returns the nearest `f32`: pictures need no more than its 24 bits.
#[allow(clippy::cast_possible_truncation, reason = "rounding to the nearest is what is wanted")]
pub(crate) fn narrow(x: f64) -> f32 {
    x as f32
}

/// Returns the whole number towards zero; what does not fit saturates, NaN is 0.
#[allow(clippy::cast_possible_truncation, reason = "`as` saturates, NaN is 0")]
pub(crate) fn whole(x: f32) -> i32 {
    x as i32
}

/// Returns the greatest whole number that is not above `x`; what does not fit saturates, NaN is 0.
pub(crate) fn floor(x: f32) -> i32 {
    let towards_zero = whole(x);
    towards_zero.saturating_sub(i32::from(x < towards_zero as f32))
}

/// Returns a count as the signed number that pixel arithmetic uses; sizes of pictures are checked to fit.
#[allow(clippy::cast_possible_truncation, reason = "no picture has more than 2²⁴ pixels")]
pub(crate) fn signed(x: usize) -> i32 {
    x as i32
}

/// Returns a coordinate as an index; what is negative becomes 0.
#[allow(clippy::cast_sign_loss, reason = "held at 0")]
pub(crate) fn index(x: i32) -> usize {
    x.max(0) as usize
}

/// Returns a coordinate within a picture in the form in which triangles store it.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no side of a picture is that long"
)]
pub(crate) fn pixel(x: i32) -> u16 {
    x as u16
}

/// Returns a number from 0 to 2¹⁶, rounded.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, NaN is 0")]
pub(crate) fn part(x: f64) -> u16 {
    (x + 0.5) as u16
}

/// Returns the low sixteen bits.
#[allow(clippy::cast_possible_truncation, reason = "that is what is wanted")]
pub(crate) fn half(x: usize) -> u16 {
    x as u16
}

/// Returns the low eight bits.
#[allow(clippy::cast_possible_truncation, reason = "that is what is wanted")]
pub(crate) fn byte(x: usize) -> u8 {
    x as u8
}

/// Returns a count as the 32-bit index that the buffers store.
#[allow(clippy::cast_possible_truncation, reason = "a mesh has at most 2¹⁶ vertices, a scene few meshes")]
pub(crate) fn short(x: usize) -> u32 {
    x as u32
}

/// Adding 1½ · 2²³ to a number from −2²² to 2²² rounds it to a whole one in the low bits, which is quicker than a cast
/// that has to think of every number, and the same on every machine.
const SHIFT: f32 = 12_582_912.0;

/// Returns the nearest whole number of one from −2²² to 2²².
#[inline]
pub(crate) fn rounded(x: f32) -> i32 {
    (x + SHIFT).to_bits().wrapping_sub(SHIFT.to_bits()).cast_signed()
}

/// Splits a number from 0 to 2²² into a whole number and a rest from 0 to 1. A whole number may come apart as one
/// less and a rest of 1.
#[inline]
pub(crate) fn split(x: f32) -> (usize, f32) {
    let rounded = x - 0.5 + SHIFT;
    (rounded.to_bits().wrapping_sub(SHIFT.to_bits()) as usize, x - (rounded - SHIFT))
}

/// Returns the lesser of two numbers, the second where one is none. Plain comparisons become one instruction each; `min`
/// and `max` would think of what is no number.
#[inline]
pub(crate) fn least(one: f32, other: f32) -> f32 {
    if one < other { one } else { other }
}

/// Returns the greater of two numbers, the second where one is none.
#[inline]
pub(crate) fn most(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_apart() {
        for x in [0.0, 0.25, 0.75, 1.0, 2.0, 1234.5, 1_000_000.25] {
            let (whole, rest) = split(x);
            assert!(
                (whole as f32 + rest - x).abs() < 1e-9 && (0.0..=1.0).contains(&rest),
                "{x}: {whole} and {rest}"
            );
        }
    }

    #[test]
    fn numbers_are_rounded() {
        let all = [0.0, 0.4, 0.6, -0.4, -0.6, -7.2, 300_000.8, -300_000.8].map(rounded);
        assert_eq!(all, [0, 0, 1, 0, -1, -7, 300_001, -300_001]);
    }

    #[test]
    fn floors_go_down() {
        assert_eq!([floor(1.9), floor(1.0), floor(-0.1), floor(-1.0), floor(-1.5)], [1, 1, -1, -1, -2]);
        assert_eq!(floor(f32::NAN), 0);
        assert_eq!(floor(-1e30), i32::MIN);
    }
}

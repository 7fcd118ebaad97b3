//! The colours of the two papers: warm and quiet by day and by night.

use unknot_body::{Material, PropMaterial, Shape};

use crate::number::narrow;

/// A colour as linear light: red, green and blue from 0 to 1.
pub type Colour = [f32; 3];

/// What the picture is drawn on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Palette {
    /// Warm white paper.
    #[default]
    Paper,
    /// Its night twin: a warm near-black.
    Night,
}

/// Every colour of a palette.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colours {
    /// What the picture is drawn on.
    pub paper: Colour,
    /// The floor where it is plainest, under the person.
    pub floor: Colour,
    /// The wall where it is plainest.
    pub wall: Colour,
    /// What a shadow on floor and wall tends to.
    pub shadow: Colour,
    /// Text and lines.
    pub ink: Colour,
    /// The suit of the figure.
    pub suit: Colour,
    /// Its skin.
    pub skin: Colour,
    /// Its hair.
    pub hair: Colour,
    /// Its brows: lighter than the hair, as the skin shows between their hairs.
    pub brow: Colour,
    /// The lashes of its closed eyes.
    pub lash: Colour,
    /// Its lips: hardly more than skin that has more blood below it.
    pub lip: Colour,
    /// What is being stretched.
    pub lengthens: Colour,
    /// What works.
    pub works: Colour,
    materials: [Colour; 6],
}

impl Palette {
    /// Returns the colours of this palette.
    #[must_use]
    pub fn colours(self) -> Colours {
        match self {
            Self::Paper => Colours {
                paper: linear(0x00f6_f3ec),
                floor: linear(0x00ec_e6da),
                wall: linear(0x00ed_e8dd),
                shadow: linear(0x0058_4838),
                ink: linear(0x002b_2a28),
                suit: linear(0x002a_6f74),
                skin: linear(0x00d9_b196),
                hair: linear(0x004a_3c34),
                brow: linear(0x0077_5b48),
                lash: linear(0x005e_473b),
                lip: linear(0x00c2_8774),
                lengthens: linear(0x00ef_6f58),
                works: linear(0x00d8_a23c),
                materials: [0x00a9_b8a6, 0x0086_96a0, 0x00d9_c9b4, 0x00c9_a982, 0x009a_9c9c, 0x00ea_e4d8]
                    .map(linear),
            },
            Self::Night => Colours {
                paper: linear(0x001b_1815),
                floor: linear(0x002b_2722),
                wall: linear(0x0029_2520),
                shadow: linear(0x000a_0807),
                ink: linear(0x00ec_e4d6),
                suit: linear(0x0035_8c90),
                skin: linear(0x00d9_b196),
                hair: linear(0x0057_483e),
                brow: linear(0x0079_5e4b),
                lash: linear(0x005f_493d),
                lip: linear(0x00c2_8875),
                lengthens: linear(0x00f5_7a60),
                works: linear(0x00dd_a943),
                materials: [0x006c_7a6c, 0x005c_6a73, 0x0090_8373, 0x0087_6f55, 0x0072_7474, 0x0037_312b]
                    .map(linear),
            },
        }
    }

    /// Returns the colour of every vertex of a shape: for [`crate::Mesh::albedo`].
    #[must_use]
    pub fn albedo(self, shape: &Shape) -> Vec<Colour> {
        let colours = self.colours();
        let vertices = shape.materials().iter().zip(shape.tints());
        vertices.map(|(&material, &tint)| colours.body(material, f32::from(tint) / 255.0)).collect()
    }
}

impl Colours {
    /// Returns the colour of what a vertex of the figure shows, where so much of it, from 0 to 1, covers the skin.
    fn body(&self, material: Material, cover: f32) -> Colour {
        let over_skin = |colour| mix(self.skin, colour, cover);
        match material {
            // Cloth hides all that is below it.
            Material::Suit => self.suit,
            Material::Skin => self.skin,
            Material::Hair => over_skin(self.hair),
            Material::Brow => over_skin(self.brow),
            Material::Lash => over_skin(self.lash),
            Material::Lip => over_skin(self.lip),
        }
    }

    /// Returns the colour of a thing in the room.
    #[must_use]
    pub fn material(&self, material: PropMaterial) -> Colour {
        let [mat, foam, cushion, wood, metal, wall] = self.materials;
        match material {
            PropMaterial::Mat => mat,
            PropMaterial::Foam => foam,
            PropMaterial::Cushion => cushion,
            PropMaterial::Wood => wood,
            PropMaterial::Metal => metal,
            PropMaterial::Wall => wall,
        }
    }
}

/// Returns the linear light of a colour that is written as sRGB in the order `0xRRGGBB`.
#[must_use]
pub fn linear(rgb: u32) -> Colour {
    let [_, channels @ ..] = rgb.to_be_bytes();
    channels.map(|channel| {
        let x = f64::from(channel) / 255.0;
        narrow(if x <= 0.04045 { x / 12.92 } else { libm::pow((x + 0.055) / 1.055, 2.4) })
    })
}

/// Returns a colour as it is stored, as sRGB.
#[must_use]
pub fn srgb(colour: Colour) -> [u8; 3] {
    colour.map(|light| {
        let light = f64::from(light);
        let stored =
            if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * libm::pow(light, 1.0 / 2.4) - 0.055 };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let stored = libm::round(stored * 255.0) as u8;
        stored
    })
}

/// Returns the colour that is `share` of the way from one to another.
pub(crate) fn mix(from: Colour, to: Colour, share: f32) -> Colour {
    [0, 1, 2].map(|channel| from[channel] + (to[channel] - from[channel]) * share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_stored_as_they_were_written() {
        assert_eq!(srgb(linear(0x00f6_f3ec)), [0xf6, 0xf3, 0xec]);
        assert_eq!(srgb(linear(0x0002_00ff)), [2, 0, 255]);
    }

    #[test]
    fn what_covers_the_skin_wholly_or_not_at_all_is_seen_as_itself() {
        let same =
            |one: Colour, other: Colour| one.iter().zip(other).all(|(one, other)| (one - other).abs() < 1e-6);
        for palette in [Palette::Paper, Palette::Night] {
            let colours = palette.colours();
            assert!(same(colours.body(Material::Hair, 0.0), colours.skin));
            assert!(same(colours.body(Material::Lip, 1.0), colours.lip));
            assert!(same(colours.body(Material::Skin, 1.0), colours.skin));
            assert!(same(colours.body(Material::Suit, 0.0), colours.suit));
        }
    }
}

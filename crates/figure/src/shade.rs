//! How light falls: the one set of formulas and numbers for every renderer.
//!
//! Everything here can be said in a shader: dot products, mixes and small powers. `webgl/shaders.rs` says it, with these
//! numbers; a change of a formula here is a change there.
//!
//! ```glsl
//! float near_floor = clamp(1.0 - height / FLOOR_REACH, 0.0, 1.0);
//! vec3 base   = mix(mix(albedo, WORKS, works * WORKS_COVER), LENGTHENS, lengthens * LENGTHENS_COVER);
//! float open  = 1.0 - FLOOR_SHADE * near_floor * (0.5 - 0.5 * n.y);
//! vec3 light  = mix(ground, sky, 0.5 + 0.5 * n.y) * open
//!             + key * pow2(max(0.0, (dot(n, towards_key) + WRAP) / (1.0 + WRAP)));
//! vec3 colour = base * light + (LENGTHENS * lengthens + WORKS * works * WORKS_GLOW) * glow;
//! colour     *= 1.0 + rim * pow3(1.0 - dot(n, towards_eye));
//! ```

use glam::Vec3;

use crate::lens::Lens;
use crate::mesh::Skin;
use crate::palette::{Colour, Colours, Palette, mix};

/// How far the key light reaches around the body: 0 to the terminator, 1 all around.
pub(crate) const WRAP: f32 = 0.40;
/// How much of its own colour a vertex loses that works with all it has.
pub(crate) const WORKS_COVER: f32 = 0.85;
/// How much of its own colour a vertex loses that is lengthened all it can.
pub(crate) const LENGTHENS_COVER: f32 = 0.92;
/// How much what works glows, relative to what is lengthened: just so much that it keeps its colour in the shade.
pub(crate) const WORKS_GLOW: f32 = 0.3;
/// How much light from above is lost right over the floor, on what faces down.
pub(crate) const FLOOR_SHADE: f32 = 0.55;
/// From this height above the floor, in metres, the floor takes no light away.
pub(crate) const FLOOR_REACH: f32 = 0.35;
/// How dark a line gets where one limb passes in front of another.
pub(crate) const SEPARATION: f32 = 0.5;
/// The same behind a limb or a thing that is in front of a thing.
pub(crate) const SEPARATION_ON_PROPS: f32 = 0.22;
/// How dark the floor gets under a body: where it touches, where it is close, and by it as a whole.
pub(crate) const SHADOW: [f32; 3] = [0.60, 0.46, 0.46];

/// The light of a scene.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Lights {
    /// From the surface towards the key light.
    pub(crate) towards_key: Vec3,
    /// The light of the key light.
    pub(crate) key: Colour,
    /// The light from above.
    pub(crate) sky: Colour,
    /// The light that the floor throws back.
    pub(crate) ground: Colour,
    /// How much the outline gains (or, below 0, loses) in brightness.
    pub(crate) rim: f32,
    /// How much light what is lengthened adds of its own.
    pub(crate) glow: f32,
    /// The colour of what is lengthened.
    pub(crate) lengthens: Colour,
    /// The colour of what works.
    pub(crate) works: Colour,
}

impl Lights {
    /// Returns the light of a scene as seen through a lens: the key light stands at the left of whoever
    /// looks, above them, so that form reads the same from every side.
    pub(crate) fn new(palette: Palette, colours: &Colours, lens: &Lens) -> Self {
        let ahead = Vec3::Y.cross(lens.right);
        let towards_key = (lens.right * -0.62 + Vec3::Y * 0.72 - ahead * 0.42).normalize_or(Vec3::Y);
        let (lengthens, works) = (colours.lengthens, colours.works);
        match palette {
            Palette::Paper => Self {
                towards_key,
                key: [0.74, 0.715, 0.67],
                sky: [0.46, 0.47, 0.48],
                ground: [0.25, 0.23, 0.21],
                rim: -0.30,
                glow: 0.22,
                lengthens,
                works,
            },
            Palette::Night => Self {
                towards_key,
                key: [0.66, 0.63, 0.58],
                sky: [0.27, 0.28, 0.30],
                ground: [0.115, 0.105, 0.095],
                rim: 0.45,
                glow: 0.34,
                lengthens,
                works,
            },
        }
    }

    /// Returns the colour of a surface in this light, its outline left aside.
    #[inline(always)]
    pub(crate) fn lit(&self, skin: &Skin, normal: Vec3, height: f32) -> Colour {
        let tinted = mix(skin.albedo, self.works, held(skin.works) * WORKS_COVER);
        let base = mix(tinted, self.lengthens, held(skin.lengthens) * LENGTHENS_COVER);
        let upward = 0.5 + 0.5 * normal.y;
        let near_floor = held(1.0 - height * (1.0 / FLOOR_REACH));
        let open = 1.0 - FLOOR_SHADE * near_floor * (1.0 - upward);
        let reached = (normal.dot(self.towards_key) + WRAP) * (1.0 / (1.0 + WRAP));
        let reached = if reached > 0.0 { reached } else { 0.0 };
        let keyed = reached * reached;
        let (lengthens, works) =
            (held(skin.lengthens) * self.glow, held(skin.works) * self.glow * WORKS_GLOW);
        [0, 1, 2].map(|c| {
            let ambient = (self.ground[c] + (self.sky[c] - self.ground[c]) * upward) * open;
            base[c] * (ambient + self.key[c] * keyed) + self.lengthens[c] * lengthens + self.works[c] * works
        })
    }

    /// Returns by how much a colour is multiplied where the surface faces the eye so much: 1 fully, 0 not.
    #[inline]
    pub(crate) fn outline(&self, facing: f32) -> f32 {
        let away = 1.0 - facing;
        1.0 + self.rim * away * away * away
    }
}

/// Holds a share between 0 and 1; what is no number is 0. Plain comparisons become one instruction each.
#[inline]
fn held(share: f32) -> f32 {
    let above = if share > 0.0 { share } else { 0.0 };
    if above < 1.0 { above } else { 1.0 }
}

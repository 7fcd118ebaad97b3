//! How a breath moves the skin.
//!
//! In front of the trunk belly and chest rise together; the ribs widen to the sides by half of that; the back, the
//! shoulders and the limbs stay, and so does what a body lies or leans on with its back. The amounts are judgement:
//! those of a deep, easy breath, so that it can be seen in a picture in which a pixel is some 3 mm.

use unknot_body::{Bone, Shape, Side};

use crate::number::narrow;

/// How far the sides of the ribs rise, in metres.
const SIDES: f32 = 0.004;
/// How much farther it is in front, in metres.
const FRONT: f32 = 0.004;
/// How much the skin may face backward and still rise, as a cosine.
const BACKWARD: f32 = 0.6;
/// Over what height the rise fades out above the hips and below the collar bones, in metres.
const FADE: [f32; 2] = [0.14, 0.09];
/// So far below the collar bones nothing rises, in metres: the collar lies on neither.
const COLLAR: f32 = 0.01;

/// Returns how far every vertex of a shape rises along its normal with a whole breath, in metres.
pub(crate) fn rises(shape: &Shape) -> Vec<f32> {
    let height = |bone: Bone| narrow(shape.bone_head(bone).y);
    let hips = height(Bone::Pelvis);
    let collar = height(Bone::Clavicle(Side::Left)) - COLLAR;
    let vertices = shape.positions().iter().zip(shape.normals()).zip(shape.weights());
    let rise = |((position, normal), weights): ((&glam::Vec3, &glam::Vec3), &[(u8, u8); 4])| {
        let trunk = weights.iter().filter(|(bone, _)| is_trunk(*bone)).map(|(_, share)| f32::from(*share));
        let trunk = trunk.sum::<f32>() / 255.0;
        let between = eased((position.y - hips) / FADE[0]) * eased((collar - position.y) / FADE[1]);
        let round = SIDES * eased((normal.z + BACKWARD) / BACKWARD) + FRONT * eased(normal.z);
        round * between * trunk
    };
    vertices.map(rise).collect()
}

/// Returns whether a bone belongs to what a breath widens.
fn is_trunk(bone: u8) -> bool {
    let trunk = [Bone::Pelvis, Bone::Spine05, Bone::Spine04, Bone::Spine03, Bone::Spine02, Bone::Spine01];
    trunk.iter().any(|trunk| trunk.index() == usize::from(bone))
}

/// Returns a share from 0 to 1, without a corner at either end.
fn eased(share: f32) -> f32 {
    let share = share.clamp(0.0, 1.0);
    share * share * (3.0 - 2.0 * share)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use unknot_body::{Anatomy, BodyShape};

    #[test]
    fn a_breath_widens_the_front_of_the_trunk_and_nothing_else() {
        for build in [BodyShape::Neutral, BodyShape::Woman, BodyShape::Heavy] {
            let shape = Anatomy::read(unknot_content::BODY).unwrap().shape(build.into());
            let rises = rises(&shape);
            let most = rises.iter().copied().fold(0.0, f32::max);
            assert!((0.007..=SIDES + FRONT).contains(&most), "{most}");
            for (number, rise) in rises.iter().enumerate() {
                let vertex = shape.vertex(number).unwrap();
                let limb = vertex.weights[0].1 == u8::MAX && !is_trunk(vertex.weights[0].0);
                if vertex.normal.z < -BACKWARD || limb {
                    assert!(*rise <= 0.0, "{number}: {rise}");
                }
                if vertex.normal.z < 0.0 {
                    assert!(*rise <= SIDES, "{number}: {rise}");
                }
            }
        }
    }
}

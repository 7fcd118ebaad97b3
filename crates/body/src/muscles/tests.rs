use std::sync::LazyLock;

use glam::Vec3;

use super::*;
use crate::names::Named;
use crate::shape::{Anatomy, BodyShape};

struct Known {
    name: &'static str,
    shape: Shape,
    map: MuscleMap,
}

static ALL: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let anatomy = Anatomy::read(unknot_content::BODY).unwrap();
    let known = |&build: &BodyShape| {
        let shape = anatomy.shape(build.into());
        let mut map = MuscleMap::of(&shape);
        Muscle::ALL.iter().for_each(|muscle| map.find(&shape, *muscle));
        Known { name: build.name(), shape, map }
    };
    BodyShape::ALL.iter().map(known).collect()
});

fn both(muscle: Muscle) -> MuscleRegion {
    MuscleRegion { side: None, muscle }
}

fn left(muscle: Muscle) -> MuscleRegion {
    MuscleRegion { side: Some(Side::Left), muscle }
}

impl Known {
    /// How much skin glows, in cm²: its area, each piece counted as much as it glows.
    fn area(&self, region: MuscleRegion) -> f32 {
        let weights = self.map.weights(region);
        let quads = self.shape.quads().iter();
        let areas = quads.map(|quad| {
            let [a, b, c, d] = quad.map(|index| self.shape.positions()[usize::from(index)]);
            let mean = quad.iter().map(|index| weights[usize::from(*index)]).sum::<f32>() / 4.0;
            (c - a).cross(d - b).length() / 2.0 * mean
        });
        areas.sum::<f32>() * 1e4
    }

    /// The middle of what glows.
    fn middle(&self, region: MuscleRegion) -> Vec3 {
        let weights = self.map.weights(region);
        let sum: Vec3 = weights.iter().zip(self.shape.positions()).map(|(weight, at)| *at * *weight).sum();
        sum / weights.iter().sum::<f32>()
    }
}

#[test]
fn every_muscle_has_some_skin_on_every_body() {
    for known in &*ALL {
        for &muscle in Muscle::ALL {
            let area = known.area(left(muscle));
            assert!((25.0..900.0).contains(&area), "{}: {muscle} {area}", known.name);
            let most = known.map.weights(left(muscle)).into_iter().fold(0.0, f32::max);
            assert!(most > 0.9, "{}: {muscle} glows {most} at most", known.name);
        }
    }
}

#[test]
fn muscles_are_as_large_as_they_are() {
    // On one side, in cm².
    let sizes = [
        (Muscle::UpperTrapezius, 100.0, 260.0),
        (Muscle::MiddleTrapezius, 120.0, 290.0),
        (Muscle::LowerTrapezius, 100.0, 260.0),
        (Muscle::LevatorScapulae, 40.0, 120.0),
        (Muscle::Rhomboids, 100.0, 240.0),
        (Muscle::LatissimusDorsi, 380.0, 800.0),
        (Muscle::PectoralisMajor, 250.0, 520.0),
        (Muscle::Deltoid, 200.0, 420.0),
        (Muscle::ThoracicErectors, 140.0, 320.0),
        (Muscle::RectusAbdominis, 180.0, 420.0),
        (Muscle::GluteusMaximus, 230.0, 520.0),
        (Muscle::Hamstrings, 250.0, 560.0),
        (Muscle::Quadriceps, 400.0, 880.0),
        (Muscle::Sternocleidomastoid, 45.0, 130.0),
    ];
    for known in &*ALL {
        for (muscle, least, most) in sizes {
            let area = known.area(left(muscle));
            assert!(area >= least && area <= most, "{}: {muscle} {area} cm²", known.name);
        }
    }
}

#[test]
fn the_right_is_the_mirror_image_of_the_left_and_no_side_is_both() {
    for known in &*ALL {
        for &muscle in Muscle::ALL {
            let of = |side| known.map.weights(MuscleRegion { side, muscle });
            let (left, right, both) = (of(Some(Side::Left)), of(Some(Side::Right)), of(None));
            for (vertex, &image) in known.shape.images().iter().enumerate() {
                let image = usize::from(image);
                let (at, mirrored) = (known.shape.positions()[vertex], known.shape.positions()[image]);
                assert_eq!((at.x, at.y, at.z), (-mirrored.x, mirrored.y, mirrored.z));
                assert_eq!(left[vertex].to_bits(), right[image].to_bits(), "{}: {muscle}", known.name);
                assert_eq!(both[vertex].to_bits(), left[vertex].max(right[vertex]).to_bits());
                assert!((0.0..=1.0).contains(&both[vertex]));
            }
            assert!(known.middle(self::left(muscle)).x > 0.005, "{}: {muscle}", known.name);
        }
    }
}

#[test]
fn what_is_behind_never_shows_in_front() {
    let back = [
        Muscle::MiddleTrapezius,
        Muscle::LowerTrapezius,
        Muscle::Rhomboids,
        Muscle::LatissimusDorsi,
        Muscle::Infraspinatus,
        Muscle::ThoracicErectors,
        Muscle::LumbarErectors,
        Muscle::Multifidus,
        Muscle::GluteusMaximus,
        Muscle::Hamstrings,
        Muscle::Calf,
    ];
    let front = [
        Muscle::PectoralisMajor,
        Muscle::PectoralisMinor,
        Muscle::RectusAbdominis,
        Muscle::DeepNeckFlexors,
        Muscle::HipFlexors,
    ];
    for known in &*ALL {
        for (muscles, backwards) in [(&back[..], -1.0), (&front[..], 1.0)] {
            for &muscle in muscles {
                let weights = known.map.weights(both(muscle));
                for (vertex, weight) in weights.into_iter().enumerate().filter(|(_, weight)| *weight > 0.0) {
                    let faces = known.shape.normals()[vertex].z * backwards;
                    assert!(faces > -0.5, "{}: {muscle} {weight} where it faces {faces}", known.name);
                    assert!(
                        faces > -0.2 || weight < 0.4,
                        "{}: {muscle} {weight} where it faces {faces}",
                        known.name
                    );
                }
            }
        }
    }
}

#[test]
fn muscles_lie_in_order() {
    for known in &*ALL {
        let at = |muscle| known.middle(left(muscle));
        let (upper, middle, lower) =
            (at(Muscle::UpperTrapezius), at(Muscle::MiddleTrapezius), at(Muscle::LowerTrapezius));
        assert!(upper.y > middle.y + 0.03 && middle.y > lower.y + 0.05, "{}", known.name);
        assert!(at(Muscle::LevatorScapulae).y > at(Muscle::Rhomboids).y, "{}", known.name);
        assert!(at(Muscle::Multifidus).x < at(Muscle::LumbarErectors).x, "{}", known.name);
        assert!(at(Muscle::Obliques).x > at(Muscle::RectusAbdominis).x + 0.04, "{}", known.name);
        assert!(at(Muscle::Biceps).z > at(Muscle::Triceps).z + 0.04, "{}", known.name);
        assert!(at(Muscle::Quadriceps).z > at(Muscle::Hamstrings).z + 0.08, "{}", known.name);
        assert!(at(Muscle::GluteusMedius).x > at(Muscle::GluteusMaximus).x, "{}", known.name);
        assert!(at(Muscle::Sternocleidomastoid).z > at(Muscle::Splenius).z, "{}", known.name);
    }
}

#[test]
fn muscles_of_the_trunk_leave_the_arms_alone() {
    use crate::shape::Bone;
    for known in &*ALL {
        for muscle in [Muscle::SerratusAnterior, Muscle::Obliques, Muscle::Rhomboids, Muscle::LowerTrapezius]
        {
            let weights = known.map.weights(left(muscle));
            for (weight, bones) in weights.iter().zip(known.shape.weights()) {
                let bone = Bone::ALL[usize::from(bones[0].0)];
                let arm = matches!(bone, Bone::UpperArmTwist(_) | Bone::Forearm(_) | Bone::ForearmTwist(_));
                assert!(!arm || *weight < 0.05, "{}: {muscle} {weight} on {bone:?}", known.name);
            }
        }
    }
}

#[test]
fn the_pectorals_stay_on_the_chest() {
    use crate::shape::Bone;
    for known in &*ALL {
        let lowest = known.shape.bone_head(Bone::Spine02).as_vec3().y + 0.07;
        for muscle in [Muscle::PectoralisMajor, Muscle::PectoralisMinor] {
            let weights = known.map.weights(both(muscle));
            for (weight, at) in weights.iter().zip(known.shape.positions()) {
                assert!(at.y > lowest || *weight < 0.1, "{}: {muscle} {weight} at {at}", known.name);
            }
        }
    }
}

#[test]
fn muscles_that_overlap_do_not_outshine_others() {
    let known = &ALL[0];
    let mut weights = known.map.weights(both(Muscle::MiddleTrapezius));
    known.map.add_to(both(Muscle::Rhomboids), &mut weights);
    let apart = [Muscle::MiddleTrapezius, Muscle::Rhomboids].map(|muscle| known.map.weights(both(muscle)));
    for (vertex, weight) in weights.iter().enumerate() {
        assert_eq!(weight.to_bits(), apart[0][vertex].max(apart[1][vertex]).to_bits());
    }
    // Fewer vertices than the body has are no harm.
    known.map.add_to(both(Muscle::Calf), &mut weights[..10]);
}

//! Every muscle by its attachments: standard anatomy, as places on the skin above them.

mod arm;
mod back;
mod front;
mod leg;
mod neck;

use super::sheet::Sheet;
use crate::muscle::Muscle;

/// Returns the parts of a left muscle.
pub(super) fn sheets(muscle: Muscle) -> &'static [Sheet] {
    match muscle {
        Muscle::UpperTrapezius => back::UPPER_TRAPEZIUS,
        Muscle::MiddleTrapezius => back::MIDDLE_TRAPEZIUS,
        Muscle::LowerTrapezius => back::LOWER_TRAPEZIUS,
        Muscle::LevatorScapulae => neck::LEVATOR_SCAPULAE,
        Muscle::Rhomboids => back::RHOMBOIDS,
        Muscle::LatissimusDorsi => back::LATISSIMUS_DORSI,
        Muscle::TeresMajor => back::TERES_MAJOR,
        Muscle::Infraspinatus => back::INFRASPINATUS,
        Muscle::SerratusAnterior => front::SERRATUS_ANTERIOR,
        Muscle::PectoralisMajor => front::PECTORALIS_MAJOR,
        Muscle::PectoralisMinor => front::PECTORALIS_MINOR,
        Muscle::Deltoid => arm::DELTOID,
        Muscle::Biceps => arm::BICEPS,
        Muscle::Triceps => arm::TRICEPS,
        Muscle::ForearmFlexors => arm::FOREARM_FLEXORS,
        Muscle::ForearmExtensors => arm::FOREARM_EXTENSORS,
        Muscle::Splenius => neck::SPLENIUS,
        Muscle::Sternocleidomastoid => neck::STERNOCLEIDOMASTOID,
        Muscle::Scalenes => neck::SCALENES,
        Muscle::DeepNeckFlexors => neck::DEEP_NECK_FLEXORS,
        Muscle::ThoracicErectors => back::THORACIC_ERECTORS,
        Muscle::LumbarErectors => back::LUMBAR_ERECTORS,
        Muscle::Multifidus => back::MULTIFIDUS,
        Muscle::RectusAbdominis => front::RECTUS_ABDOMINIS,
        Muscle::Obliques => front::OBLIQUES,
        Muscle::GluteusMaximus => leg::GLUTEUS_MAXIMUS,
        Muscle::GluteusMedius => leg::GLUTEUS_MEDIUS,
        Muscle::HipFlexors => leg::HIP_FLEXORS,
        Muscle::Hamstrings => leg::HAMSTRINGS,
        Muscle::Quadriceps => leg::QUADRICEPS,
        Muscle::Adductors => leg::ADDUCTORS,
        Muscle::Calf => leg::CALF,
        Muscle::ToeFlexors => leg::TOE_FLEXORS,
    }
}

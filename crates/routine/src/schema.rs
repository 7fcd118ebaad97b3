//! JSON Schemas of the file formats, made from the types that read them.

use schemars::Schema;
use schemars::generate::SchemaSettings;

use crate::exercise::ExerciseFile;
use crate::programme::ProgrammeFile;

/// Returns the JSON Schema of exercise files.
#[must_use]
pub fn exercise_schema() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<ExerciseFile>()
}

/// Returns the JSON Schema of programme files.
#[must_use]
pub fn programme_schema() -> Schema {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<ProgrammeFile>()
}

//! Whatever is in a programme file: no panic, and an error that can be shown.
#![no_main]

#[path = "../../crates/routine/tests/sound/mod.rs"]
mod sound;

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Err(error) = unknot_routine::Programme::parse("fuzz.toml", text) {
        sound::assert_sound(&error, text);
    }
});

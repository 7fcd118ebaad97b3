//! Whatever is in the file of a network: no panic; and what can be read, and is small, runs.
#![no_main]

use unknot_sight::Network;

/// A longer file may ask for so much work that nothing else would be tried.
const SHORT: usize = 600;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(mut network) = Network::read(bytes)
        && bytes.len() < SHORT
    {
        network.picture().fill(0.5);
        network.run();
        for output in 0..network.outputs().count() {
            let _ = network.output(output).last();
        }
    }
});

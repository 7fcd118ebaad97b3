//! The networks as a WebAssembly program, to be timed beside others that run them; `peers/web.mjs` calls it.

#![allow(
    unsafe_code,
    reason = "WebAssembly calls by a name, and two functions with the same name would be one"
)]

use std::cell::RefCell;

use unknot_sight::Network;

thread_local! {
    static NETWORK: RefCell<Option<Network>> = const { RefCell::new(None) };
}

/// Reads the detector (0), the lite (1) or the full network (2), fills its picture with noise, and returns whether it could.
#[unsafe(no_mangle)]
pub extern "C" fn read(which: usize) -> bool {
    let all = [unknot_content::POSE_DETECTOR, unknot_content::POSE_LITE, unknot_content::POSE_FULL];
    let network = all.get(which).and_then(|bytes| Network::read(bytes).ok()).map(|mut network| {
        let mut state = 1_u32;
        for number in network.picture() {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *number = (state >> 8) as f32 / (1 << 24) as f32;
        }
        network
    });
    NETWORK.with_borrow_mut(|held| *held = network);
    NETWORK.with_borrow(Option::is_some)
}

/// Runs the network so often, and returns the first number of its first output.
#[unsafe(no_mangle)]
pub extern "C" fn run(times: usize) -> f32 {
    NETWORK.with_borrow_mut(|network| {
        let Some(network) = network else { return f32::NAN };
        for _ in 0..times {
            network.run();
        }
        network.output(0).next().unwrap_or(f32::NAN)
    })
}

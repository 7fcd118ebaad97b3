#!/bin/sh
# Builds the networks as a WebAssembly program, as pages get it, with Debian's compiler: packages rustc-web, cargo-web,
# rust-web-src, lld-19.
set -eu
cd "$(dirname "$0")/../../.."
export CARGO_TARGET_DIR="$PWD/target-wasm" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-19
export RUSTFLAGS="-C target-feature=+simd128 -Z unstable-options -C panic=immediate-abort"
/usr/bin/cargo build --profile wasm --target wasm32-unknown-unknown --package unknot-sight --example peer_web \
    -Z build-std=std,panic_abort -Z build-std-features=optimize_for_size
ls -l target-wasm/wasm32-unknown-unknown/wasm/examples/peer_web.wasm

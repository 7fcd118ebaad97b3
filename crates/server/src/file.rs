//! One file, and all that can be said of it before anybody asks.

use std::borrow::Cow;

use axum::body::Bytes;
use sha2::{Digest as _, Sha256};

/// A file that browsers get.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its content.
    pub(crate) plain: Bytes,
    /// Its content compressed by brotli.
    pub(crate) brotli: Option<Bytes>,
    /// The beginning of the SHA-256 of its content, in hexadecimal.
    pub(crate) digest: String,
    /// What it is, as HTTP says it.
    pub(crate) kind: &'static str,
    /// Whether its name changes when its content does.
    pub(crate) is_named_by_content: bool,
}

impl File {
    pub(crate) fn new(name: &str, plain: Cow<'static, [u8]>, brotli: Option<Cow<'static, [u8]>>) -> Self {
        let digest = Sha256::digest(&plain);
        Self {
            digest: digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
            kind: kind(name),
            is_named_by_content: is_named_by_content(name),
            plain: bytes(plain),
            brotli: brotli.map(bytes),
        }
    }
}

fn bytes(bytes: Cow<'static, [u8]>) -> Bytes {
    match bytes {
        Cow::Borrowed(bytes) => Bytes::from_static(bytes),
        Cow::Owned(bytes) => Bytes::from(bytes),
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("webp") => "image/webp",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Returns whether a name is like `app.0123456789abcdef.js`.
fn is_named_by_content(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    matches!(parts[..], [_, digest, _] if digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_digest_change_with_the_content() {
        assert!(is_named_by_content("app.0123456789abcdef.js"));
        assert!(!is_named_by_content("index.html"));
        assert!(!is_named_by_content("service-worker.js"));
        assert!(!is_named_by_content("a.service-worker-js.b"));
    }
}

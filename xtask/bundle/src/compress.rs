//! Compression for the wire.

use anyhow::{Context as _, Result};
use brotli::enc::BrotliEncoderParams;

/// Returns the file compressed by brotli as far as it goes; none where that gains nothing.
pub(crate) fn brotli(name: &str, bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut small = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 24, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut small, &parameters).with_context(|| name.to_owned())?;
    // Pictures and fonts are compressed already; a few bytes are not worth the browser's time.
    Ok((small.len() < bytes.len() / 10 * 9).then_some(small))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_small_is_and_comes_back() {
        let text = "breathe in and out ".repeat(100);
        let small = brotli("x", text.as_bytes()).unwrap().unwrap();
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &small[..], &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        assert_eq!(brotli("x", &small).unwrap(), None);
    }
}

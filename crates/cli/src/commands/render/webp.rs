//! Clips as animated WebP: the container written here, around still pictures that lose nothing, of each only the
//! part that differs from the one before.
//!
//! The container is described at <https://developers.google.com/speed/webp/docs/riff_container>.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use image_webp::{ColorType, WebPEncoder};
use unknot_figure::Picture;

use super::area::Area;
use super::clip::Reel;
use super::file;
use crate::failure::Failure;

/// Among what a file has: moving pictures.
const ANIMATION: u8 = 0b10;
/// Of a picture: it is not blended with what is below it. It stays.
const NO_BLENDING: u8 = 0b10;
/// `RIFF`, how many bytes follow, and `WEBP` come before the chunks.
const HEAD: usize = 12;

/// Writes the clip; it begins again for ever.
pub(super) fn write(path: &Path, reel: &mut Reel<'_>) -> Result<(), Failure> {
    file::write(path, |out| {
        let failed = |why: String| file::failed(path, &why);
        begin(out, reel.size.width, reel.size.height).map_err(failed)?;
        let mut before: Option<Picture> = None;
        for number in 0..reel.length {
            let now = reel.draw(number)?;
            let pixels = before.as_ref().map(|picture| picture.rgba.as_chunks::<4>().0);
            let area = Area::changed(pixels, now.rgba.as_chunks().0, now.width).at_even();
            picture(out, &now, area, reel.hundredths(number) * 10).map_err(failed)?;
            before = Some(now);
        }
        end(out).map_err(failed)
    })
}

/// Writes what comes before the pictures.
fn begin(out: &mut impl Write, width: usize, height: usize) -> Result<(), String> {
    out.write_all(b"RIFF\0\0\0\0WEBP").map_err(|error| error.to_string())?;
    chunk(out, b"VP8X", &[&[ANIMATION, 0, 0, 0][..], &three(width - 1)?, &three(height - 1)?].concat())?;
    // The ground's colour is never seen, and 0 rounds are endless ones.
    chunk(out, b"ANIM", &[0; 6])
}

/// Writes an area of a picture, and for how many thousandths of a second it is shown.
fn picture(out: &mut impl Write, picture: &Picture, area: Area, milliseconds: u32) -> Result<(), String> {
    let rows = area.rows(picture.width).filter_map(|row| picture.rgba.get(row.start * 4..row.end * 4));
    let pixels: Vec<u8> = rows
        .flat_map(|row| row.as_chunks().0)
        .flat_map(|&[red, green, blue, _]| [red, green, blue])
        .collect();
    let side = |pixels: usize| u32::try_from(pixels).map_err(|error| error.to_string());
    let (width, height) = (side(area.width)?, side(area.height)?);
    let mut still = Vec::new();
    WebPEncoder::new(&mut still)
        .encode(&pixels, width, height, ColorType::Rgb8)
        .map_err(|error| error.to_string())?;
    let place =
        [three(area.left / 2)?, three(area.top / 2)?, three(area.width - 1)?, three(area.height - 1)?];
    let [a, b, c, _] = milliseconds.to_le_bytes();
    let head = [place.as_flattened(), &[a, b, c, NO_BLENDING]].concat();
    chunk(out, b"ANMF", &[&head[..], still.get(HEAD..).unwrap_or_default()].concat())
}

/// Writes at the beginning how long the file has become.
fn end(out: &mut (impl Write + Seek)) -> Result<(), String> {
    let mut write = || {
        let length = out.stream_position()?.saturating_sub(8);
        let length = u32::try_from(length).map_err(std::io::Error::other)?;
        out.seek(SeekFrom::Start(4))?;
        out.write_all(&length.to_le_bytes())
    };
    write().map_err(|error| error.to_string())
}

/// Writes a piece of the file: its name, its length and what is in it, to an even number of bytes.
fn chunk(out: &mut impl Write, name: &[u8; 4], bytes: &[u8]) -> Result<(), String> {
    let length = u32::try_from(bytes.len()).map_err(|error| error.to_string())?.to_le_bytes();
    let padding = &[0][..bytes.len() % 2];
    [name, &length, bytes, padding]
        .iter()
        .try_for_each(|part| out.write_all(part))
        .map_err(|error| error.to_string())
}

/// Returns a number in three bytes, the lowest first.
fn three(number: usize) -> Result<[u8; 3], String> {
    match u32::try_from(number).map(u32::to_le_bytes) {
        Ok([a, b, c, 0]) => Ok([a, b, c]),
        _ => Err(format!("{number} is too large for a WebP")),
    }
}

#[cfg(test)]
mod tests {
    use std::fs::File;
    use std::io::BufReader;

    use image_webp::{LoopCount, WebPDecoder};

    use super::*;
    use crate::commands::render::clip::tests::with_reel;

    #[test]
    fn what_is_read_is_what_was_drawn() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.webp");
        // Odd sides: places are written halved.
        with_reel("wall-angels", "63x81", 15, |reel| {
            write(&path, reel).unwrap();
            let mut decoder = WebPDecoder::new(BufReader::new(File::open(&path).unwrap())).unwrap();
            assert!(decoder.is_animated() && !decoder.has_alpha());
            assert_eq!((decoder.dimensions(), decoder.num_frames()), ((63, 81), reel.length));
            assert_eq!(decoder.loop_count(), LoopCount::Forever);
            let mut bytes = vec![0; decoder.output_buffer_size().unwrap()];
            for number in 0..reel.length {
                let shown = decoder.read_frame(&mut bytes).unwrap();
                assert_eq!(shown, reel.hundredths(number) * 10);
                assert_eq!(bytes, file::rgb(&reel.peek(number).unwrap()), "{number}");
            }
        });
    }

    #[test]
    fn lengths_are_even_and_told() {
        let mut out = std::io::Cursor::new(Vec::new());
        begin(&mut out, 16, 4096).unwrap();
        chunk(&mut out, b"ABCD", &[1, 2, 3]).unwrap();
        end(&mut out).unwrap();
        let bytes = out.into_inner();
        assert_eq!(bytes.len(), 12 + 18 + 14 + 12);
        assert_eq!(bytes[4..8], 48_u32.to_le_bytes());
        assert_eq!(bytes[24..30], [15, 0, 0, 0xff, 0x0f, 0]);
        assert_eq!(bytes[44..], *b"ABCD\x03\0\0\0\x01\x02\x03\0");
        assert!(three(1 << 24).is_err());
    }
}

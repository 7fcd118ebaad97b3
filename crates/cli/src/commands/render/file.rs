//! Writing pictures to files, so that a file is either whole or as it was.

use std::fmt::Display;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use png::{BitDepth, ColorType, Encoder, PixelDimensions, Unit};
use unknot_figure::Picture;

use crate::failure::Failure;

/// Sees to it that there is a folder for a file, before any work is done for it.
pub(in crate::commands) fn check_folder(path: &Path) -> Result<(), Failure> {
    let folder = folder(path);
    if path.is_dir() {
        return Err(Failure::Usage(format!("{} is a folder; name a file", path.display())));
    }
    if folder.is_dir() {
        return Ok(());
    }
    Err(Failure::Usage(format!("there is no folder {}; make it first, or write elsewhere", folder.display())))
}

/// Writes a file by a function, under another name first.
pub(in crate::commands) fn write(
    path: &Path,
    by: impl FnOnce(&mut BufWriter<File>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let draft = Draft::beside(path);
    let file = File::create(&draft.path).map_err(|error| failed(path, &error))?;
    let mut out = BufWriter::new(file);
    by(&mut out)?;
    out.flush().and_then(|()| out.get_ref().sync_all()).map_err(|error| failed(path, &error))?;
    drop(out);
    draft.keep_as(path)
}

/// Returns that a file cannot be written, and why.
pub(in crate::commands) fn failed(path: &Path, why: &impl Display) -> Failure {
    Failure::Failed(format!("cannot write {}: {why}", path.display()))
}

/// Writes a file that is a picture as PNG, opaque; with how many of its pixels go into a metre, if that is said.
pub(super) fn png(path: &Path, picture: &Picture, pixels_per_metre: Option<u32>) -> Result<(), Failure> {
    write(path, |out| encode(out, picture, pixels_per_metre).map_err(|why| failed(path, &why)))
}

fn encode(out: impl Write, picture: &Picture, pixels_per_metre: Option<u32>) -> Result<(), String> {
    let side = |pixels: usize| u32::try_from(pixels).map_err(|error| error.to_string());
    let mut encoder = Encoder::new(out, side(picture.width)?, side(picture.height)?);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    let dims = pixels_per_metre.map(|n| PixelDimensions { xppu: n, yppu: n, unit: Unit::Meter });
    encoder.set_pixel_dims(dims);
    let write = || {
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&rgb(picture))?;
        writer.finish()
    };
    write().map_err(|error| error.to_string())
}

/// Returns the colours of a picture without its opacity.
pub(super) fn rgb(picture: &Picture) -> Vec<u8> {
    picture.rgba.as_chunks().0.iter().flat_map(|&[red, green, blue, _]| [red, green, blue]).collect()
}

/// A file that is being written. What is not kept is deleted.
pub(super) struct Draft {
    pub(super) path: PathBuf,
}

impl Draft {
    /// Returns a draft in the folder of a file, where it can become that file in one step.
    pub(super) fn beside(path: &Path) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Self { path: folder(path).join(format!(".{name}.{}.part", std::process::id())) }
    }

    /// Makes the draft the file.
    pub(super) fn keep_as(self, path: &Path) -> Result<(), Failure> {
        std::fs::rename(&self.path, path).map_err(|error| failed(path, &error))
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After it was kept there is nothing any more under its name.
        let _gone = std::fs::remove_file(&self.path);
    }
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

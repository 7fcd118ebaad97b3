//! The options of `unknot see`.

use std::path::PathBuf;

use clap::Args;

use super::Form;
use super::render::png;

/// Which pictures to look at, and how.
#[derive(Debug, Args)]
pub(crate) struct SeeArgs {
    /// The pictures: JPEG, PNG, WebP or GIF, of 64 megapixels at most.
    #[arg(value_name = "IMAGE", required = true)]
    pub(crate) images: Vec<PathBuf>,

    /// Locate landmarks more exactly, which takes twice as long.
    #[arg(long)]
    pub(crate) full: bool,

    /// Write the picture with the landmarks drawn on it: a file that ends in .png. One that is there is replaced.
    #[arg(long, value_name = "FILE", value_parser = png)]
    pub(crate) draw: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) form: Form,
}

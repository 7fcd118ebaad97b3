//! Clips as MP4, by ffmpeg.

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::clip::Reel;
use super::file::Draft;
use crate::failure::Failure;

/// Writes the clip.
pub(super) fn write(path: &Path, reel: &mut Reel<'_>) -> Result<(), Failure> {
    let draft = Draft::beside(path);
    let mut child = start(&draft.path, reel)?;
    let fed = feed(&mut child, reel);
    // The terminal sends its signals to ffmpeg too, which then fails; others it does not hear of.
    let interrupted = reel.go_on();
    if interrupted.is_err() {
        let _ended = child.kill();
    }
    let output =
        child.wait_with_output().map_err(|error| Failure::Failed(format!("ffmpeg did not end: {error}")))?;
    interrupted.and_then(|()| reel.go_on())?;
    // What ffmpeg says of itself comes first: that it takes no more pictures only follows from it.
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::Failed(format!("ffmpeg failed: {}", said.trim())));
    }
    fed?;
    draft.keep_as(path)
}

fn start(draft: &Path, reel: &Reel<'_>) -> Result<Child, Failure> {
    let size = format!("{}x{}", reel.size.width, reel.size.height);
    let fps = reel.fps.to_string();
    let mut command = Command::new("ffmpeg");
    command.args(["-y", "-nostdin", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgba"]);
    command.args(["-video_size", &size, "-framerate", &fps, "-i", "pipe:0", "-an"]);
    // Players want even sides and half the colours.
    command.args(["-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p"]);
    command.args(["-movflags", "+faststart", "-f", "mp4"]).arg(draft);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::Failed(
            "videos are made by ffmpeg, and there is none; install it, or name a file .webp or .gif"
                .to_owned(),
        ),
        _ => Failure::Failed(format!("cannot start ffmpeg: {error}")),
    })
}

/// Hands all pictures over; afterwards ffmpeg knows that there are no more.
fn feed(child: &mut Child, reel: &mut Reel<'_>) -> Result<(), Failure> {
    let Some(mut pipe) = child.stdin.take() else { return Ok(()) };
    for number in 0..reel.length {
        let picture = reel.draw(number)?;
        pipe.write_all(&picture.rgba)
            .map_err(|error| Failure::Failed(format!("ffmpeg takes no more pictures: {error}")))?;
    }
    Ok(())
}

//! What can go wrong with a graphics processor.

/// Why a browser's graphics processor does not draw.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GlError {
    /// The browser has no WebGL2 for this canvas, or only a slow one.
    #[error("this browser has no graphics processor for the canvas")]
    Missing,
    /// The browser has taken the graphics processor away; it says when it is there again (`webglcontextrestored`).
    #[error("the graphics processor was taken away")]
    Lost,
    /// The graphics processor does not understand a shader.
    #[error("the graphics processor does not understand: {0}")]
    Shader(String),
    /// The graphics processor has no room.
    #[error("the graphics processor has no room for a picture of {0} × {1} pixels")]
    NoRoom(usize, usize),
}

//! The editor's place, until it is there.

use std::io;
use std::path::PathBuf;

use crate::lang::Lang;

/// What the editor starts with.
#[expect(dead_code, reason = "read by the editor")]
pub struct Options {
    pub lang: Lang,
    /// The map to open; none for the start screen.
    pub file: Option<PathBuf>,
    /// Makes the identities of new touchpoints random.
    pub seed: u64,
    pub colour: bool,
    pub mouse: bool,
}

/// Runs the editor until it is left.
pub fn run(_: Options) -> io::Result<()> {
    Ok(())
}

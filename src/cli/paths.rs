//! Paths on the command line: standard streams, and how paths appear in messages.

use std::path::Path;

pub(super) use crate::app::model::file_name::shell_quoted;
use crate::exchange::inventory::STREAM;
use crate::map::text::without_unsafe_chars;

/// Returns true if the path means standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    [STREAM, "/dev/stdin"].iter().any(|name| path.as_os_str() == *name)
}

/// Returns true if the path means standard output.
pub(super) fn is_stdout(path: &Path) -> bool {
    [STREAM, "/dev/stdout"].iter().any(|name| path.as_os_str() == *name)
}

/// Returns a path as text for messages, without control characters.
pub(super) fn display_path(path: &Path) -> String {
    without_unsafe_chars(&path.to_string_lossy()).into_owned()
}

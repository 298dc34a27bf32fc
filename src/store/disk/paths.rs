//! Which file is behind a path, whatever links lead to it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::new_file::folder_of;
use super::save::resolved;
use super::{NotAFile, read};

/// The path of an existing file or folder without links, and the same for every way of naming it.
pub fn canonical(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// The path of a file without links, also when the file is gone; its folder too may be.
pub(super) fn place(path: &Path) -> io::Result<PathBuf> {
    let path = resolved(path)?;
    if let Some(canonical) = canonical(&path) {
        return Ok(canonical);
    }
    match (canonical(folder_of(&path)), path.file_name()) {
        (Some(folder), Some(name)) => Ok(folder.join(name)),
        (Some(_) | None, _) => std::path::absolute(&path),
    }
}

/// Whether two paths lead to one existing file, also when it has two names.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let same_path = canonical(one).is_some_and(|one| canonical(other) == Some(one));
    same_path || has_two_names(one, other)
}

/// Whether something stands at a path, or behind the links there; a link to nothing is as good as a free name.
pub fn path_exists(path: &Path) -> bool {
    resolved(path).is_ok_and(|path| path.symlink_metadata().is_ok())
}

/// Whether a folder stands at a path.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// What stands at a path in the place of a file.
pub fn not_a_file(path: &Path) -> Option<NotAFile> {
    fs::metadata(path).ok().and_then(|metadata| read::not_a_file(&metadata))
}

/// Whether what is written to a path goes on to somebody else: a pipe, or a terminal.
#[cfg(unix)]
pub fn is_pipe_or_terminal(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    fs::metadata(path).is_ok_and(|metadata| metadata.file_type().is_fifo() || metadata.file_type().is_char_device())
}

/// Whether what is written to a path goes on to somebody else: a pipe, or a terminal.
#[cfg(not(unix))]
pub fn is_pipe_or_terminal(_: &Path) -> bool {
    false
}

#[cfg(unix)]
fn has_two_names(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |path: &Path| fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()));
    inode(one).is_some_and(|one| inode(other) == Some(one))
}

#[cfg(not(unix))]
fn has_two_names(_: &Path, _: &Path) -> bool {
    false
}

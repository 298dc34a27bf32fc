//! Resolves paths: which file a path leads to, and what kind of file it is.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use super::errors::NotAFile;

/// The most symbolic links that are followed, as on Linux.
const LINK_LIMIT: usize = 40;

/// Returns the path that the symbolic links at a path lead to, whether a file is there or not.
pub(super) fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..LINK_LIMIT {
        match fs::symlink_metadata(&path) {
            Ok(metadata) if metadata.is_symlink() => {
                let target = fs::read_link(&path)?;
                path = path.parent().unwrap_or(Path::new("")).join(target);
            }
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::TooManyLinks.into())
}

/// Returns the folder of a file.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Returns the absolute path of an existing file or folder without links. It is the same for every way to name it.
pub(crate) fn canonical(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

/// Returns the absolute path of a file without links. The file, and even its folder, may be gone.
pub(super) fn stable_path(path: &Path) -> io::Result<PathBuf> {
    let path = follow_links(path)?;
    if let Some(canonical) = canonical(&path) {
        return Ok(canonical);
    }
    match (canonical(folder_of(&path)), path.file_name()) {
        (Some(folder), Some(name)) => Ok(folder.join(name)),
        (Some(_) | None, _) => std::path::absolute(&path),
    }
}

/// True if two paths lead to the same existing file, also through hard links.
pub fn is_same(one: &Path, other: &Path) -> bool {
    let same_path = canonical(one).is_some_and(|one| canonical(other) == Some(one));
    same_path || is_same_inode(one, other)
}

/// True if a file has several hard links: if a new file replaced it, the others would keep the old content.
#[cfg(unix)]
pub(super) fn has_other_names(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 1
}

/// True if a file has several hard links. Not known on this system.
#[cfg(not(unix))]
pub(super) fn has_other_names(_: &Metadata) -> bool {
    false
}

/// True if something exists at a path, after following links.
pub(crate) fn path_exists(path: &Path) -> bool {
    follow_links(path).is_ok_and(|path| path.symlink_metadata().is_ok())
}

/// True if a folder exists at a path.
pub(crate) fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// True if something other than a regular file is at a path. A link counts as such.
pub(super) fn is_obstructed(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file())
}

/// Returns what exists at a path if it is not a regular file.
pub(crate) fn not_a_file(path: &Path) -> Option<NotAFile> {
    fs::metadata(path).ok().and_then(|metadata| NotAFile::of(&metadata))
}

/// True if a path leads to a pipe or a character device, such as a terminal. On Windows always false.
#[cfg(unix)]
pub(crate) fn is_pipe_or_terminal(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    fs::metadata(path).is_ok_and(|metadata| metadata.file_type().is_fifo() || metadata.file_type().is_char_device())
}

/// True if a path leads to a pipe or a character device, such as a terminal. On Windows always false.
#[cfg(not(unix))]
pub(crate) fn is_pipe_or_terminal(_: &Path) -> bool {
    false
}

#[cfg(unix)]
fn is_same_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let inode = |path: &Path| fs::metadata(path).ok().map(|metadata| (metadata.dev(), metadata.ino()));
    inode(one).is_some_and(|one| inode(other) == Some(one))
}

#[cfg(not(unix))]
fn is_same_inode(_: &Path, _: &Path) -> bool {
    false
}

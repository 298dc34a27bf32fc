//! New files: they appear whole or not at all, and never in the place of another.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::SaveError;
use super::save::{in_a_folder, resolved};

/// How many names are tried for a temporary file.
const TEMPORARY_LIMIT: usize = 1_000;

/// Gives a file a second name.
type Link = fn(&Path, &Path) -> io::Result<()>;

/// Writes a new file with these bytes, and refuses when there is one already; it appears whole or not at all.
pub(super) fn create_new(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    in_a_folder(path)?;
    let path = &resolved(path).map_err(SaveError::Unwritable)?;
    in_a_folder(path)?;
    match put_new(path, bytes, |old, new| fs::hard_link(old, new)) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(SaveError::Exists),
        Err(error) => Err(SaveError::Unwritable(error)),
    }
}

/// Writes a new file beside its name first, and then gives it that name by `link`.
fn put_new(path: &Path, bytes: &[u8], link: Link) -> io::Result<()> {
    let folder = folder_of(path);
    let temporary = temporary(folder, bytes)?;
    // Unlike a rename, a second name for the file never takes another's place.
    let linked = link(&temporary, path);
    fs::remove_file(&temporary).ok();
    match linked {
        // Not every file system knows second names.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => write_new(path, bytes)?,
        linked => linked?,
    }
    sync_folder(folder);
    Ok(())
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The name of the temporary file number `nth` of a process, hidden in its folder.
fn temporary_name(process: u32, nth: usize) -> String {
    format!(".periplo-{process}-{nth}.tmp")
}

/// The process that made a temporary file, by the file's name.
pub(super) fn maker(name: &str) -> Option<u32> {
    let (process, nth) = name.strip_prefix(".periplo-")?.strip_suffix(".tmp")?.split_once('-')?;
    let (process, nth) = (process.parse().ok()?, nth.parse().ok()?);
    (name == temporary_name(process, nth)).then_some(process)
}

/// Writes these bytes into a file of a name that nobody has, hidden in the folder.
fn temporary(folder: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let process = std::process::id();
    for nth in 0..TEMPORARY_LIMIT {
        let path = folder.join(temporary_name(process, nth));
        match write_new(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => return written.map(|()| path),
        }
    }
    Err(io::Error::other("no name is left for a temporary file"))
}

/// Writes these bytes into a file that is not there yet, and waits until the disk has it.
fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if written.is_err() {
        drop(file);
        // Half a file is worse than none; the first error is the one to tell.
        fs::remove_file(path).ok();
    }
    written
}

/// Waits until the disk knows the names in a folder, where the system can.
fn sync_folder(folder: &Path) {
    // The file is whole by now; systems that cannot do this with folders are no reason to call it unsaved.
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file system where no file has a second name.
    fn refused(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }

    #[test]
    fn where_files_have_one_name_only_a_new_file_is_whole_and_takes_no_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.ron");
        put_new(&path, b"first", refused).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first");
        let second = put_new(&path, b"second", refused).unwrap_err();
        assert_eq!(second.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.collect::<Vec<_>>(), ["map.ron"]);
    }

    #[test]
    fn a_temporary_file_tells_its_maker_by_its_exact_name() {
        assert_eq!(maker(".periplo-12-3.tmp"), Some(12));
        for other in
            ["periplo-12-3.tmp", ".periplo-12-3.tmp~", ".periplo-012-3.tmp", ".periplo-a-3.tmp", ".periplo-12.tmp"]
        {
            assert_eq!(maker(other), None, "{other}");
        }
    }
}

//! New files: they appear whole or not at all, and never in the place of another.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::SaveError;
use super::paths::not_a_file;
use super::save::{check_parent_folder, resolved};

/// How many names are tried for a temporary file.
const TEMPORARY_LIMIT: usize = 1_000;

/// Gives a file a second name.
type Link = fn(&Path, &Path) -> io::Result<()>;

/// Writes a new file with these bytes, and refuses when there is one already; it appears whole or not at all.
pub(super) fn create_new(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let mut new = NewFile::beside(path)?;
    new.file.write_all(bytes).map_err(SaveError::Unwritable)?;
    new.commit()
}

/// A new file that is written beside its name first, and gets that name when it is whole; given up, nothing of it is left.
#[derive(Debug)]
pub(super) struct NewFile {
    path: PathBuf,
    temporary: PathBuf,
    pub file: File,
}

impl NewFile {
    /// Begins a new file, hidden in the folder that it will be in.
    pub fn beside(path: &Path) -> Result<NewFile, SaveError> {
        check_parent_folder(path)?;
        let path = resolved(path).map_err(SaveError::Unwritable)?;
        check_parent_folder(&path)?;
        let (temporary, file) = temporary(folder_of(&path)).map_err(SaveError::Unwritable)?;
        Ok(NewFile { path, temporary, file })
    }

    /// Gives the file its name when the disk has all of it, and refuses when another has that name.
    pub fn commit(self) -> Result<(), SaveError> {
        let path = self.path.clone();
        match self.commit_by(|old, new| fs::hard_link(old, new)) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(not_a_file(&path).map_or(SaveError::Exists, SaveError::NotAFile))
            }
            Err(error) => Err(SaveError::Unwritable(error)),
        }
    }

    fn commit_by(self, link: Link) -> io::Result<()> {
        self.file.sync_all()?;
        // Unlike a rename, a second name for the file never takes another's place.
        match link(&self.temporary, &self.path) {
            // Not every file system knows second names.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy_new(&self.temporary, &self.path)?,
            linked => linked?,
        }
        let folder = folder_of(&self.path).to_owned();
        drop(self);
        sync_folder(&folder);
        Ok(())
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        fs::remove_file(&self.temporary).ok();
    }
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

/// Makes a file of a name that nobody has, hidden in the folder.
fn temporary(folder: &Path) -> io::Result<(PathBuf, File)> {
    let process = std::process::id();
    for nth in 0..TEMPORARY_LIMIT {
        let path = folder.join(temporary_name(process, nth));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|file| (path, file)),
        }
    }
    Err(io::Error::other("no name is left for a temporary file"))
}

/// Copies a file to one that is not there yet, and waits until the disk has it.
fn copy_new(from: &Path, path: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let copied = io::copy(&mut from, &mut file).and_then(|_| file.sync_all());
    if copied.is_err() {
        drop(file);
        // Half a file is worse than none; the first error is the one to tell.
        fs::remove_file(path).ok();
    }
    copied
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
        let put_new = |bytes: &[u8]| {
            let mut new = NewFile::beside(&path).unwrap();
            new.file.write_all(bytes).unwrap();
            new.commit_by(refused)
        };
        put_new(b"first").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first");
        let second = put_new(b"second").unwrap_err();
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

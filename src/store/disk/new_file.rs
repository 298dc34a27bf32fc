//! Creates private folders, and files that appear complete or not at all and never replace another.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::checks::check_parent_folder;
use super::errors::SaveError;
use super::paths::{folder_of, follow_links, not_a_file};

/// How many names are tried for a temporary file.
const TEMPORARY_LIMIT: usize = 1_000;

/// Gives a file a second name, as [`fs::hard_link`] does.
type HardLink = fn(&Path, &Path) -> io::Result<()>;

/// Who can access a new file. On systems other than Unix, this is decided by its folder alone.
#[derive(Clone, Copy, Debug)]
pub(super) enum Access {
    /// Those whom the system gives access to new files by default.
    Usual,
    /// Only its owner.
    Private,
}

/// Creates a file with these bytes and returns once the disk has it. Fails if the file exists already.
pub(super) fn create_new(path: &Path, bytes: &[u8], access: Access) -> Result<(), SaveError> {
    let mut new = NewFile::open(path, access)?;
    new.file.write_all(bytes).map_err(SaveError::Unwritable)?;
    new.commit()
}

/// A new file that is written under a temporary name and gets its own name when it is complete. If it is dropped
/// before, nothing of it is left.
#[derive(Debug)]
pub(super) struct NewFile {
    path: PathBuf,
    temporary: PathBuf,
    pub file: File,
}

impl NewFile {
    /// Creates the temporary file, hidden in the folder of the new file.
    pub fn open(path: &Path, access: Access) -> Result<NewFile, SaveError> {
        check_parent_folder(path)?;
        let path = follow_links(path).map_err(SaveError::Unwritable)?;
        check_parent_folder(&path)?;
        let (temporary, file) = create_temporary(folder_of(&path), access).map_err(SaveError::Unwritable)?;
        Ok(NewFile { path, temporary, file })
    }

    /// Gives the file its name once the disk has all of it. Fails if another file has that name.
    pub fn commit(self) -> Result<(), SaveError> {
        let path = self.path.clone();
        match self.commit_with(|old, new| fs::hard_link(old, new)) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                Err(not_a_file(&path).map_or(SaveError::Exists, SaveError::NotAFile))
            }
            Err(error) => Err(SaveError::Unwritable(error)),
        }
    }

    fn commit_with(self, hard_link: HardLink) -> io::Result<()> {
        self.file.sync_all()?;
        // Unlike a rename, a hard link never replaces another file.
        match hard_link(&self.temporary, &self.path) {
            // Some file systems have no hard links.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy_to_new(&self.temporary, &self.path)?,
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

/// Returns the name of the temporary file with this number of this process.
fn temporary_name(process: u32, number: usize) -> String {
    format!(".periplo-{process}-{number}.tmp")
}

/// Returns the process that created a temporary file, or `None` for any other file name.
pub(super) fn temporary_file_process(name: &str) -> Option<u32> {
    let (process, number) = name.strip_prefix(".periplo-")?.strip_suffix(".tmp")?.split_once('-')?;
    let (process, number) = (process.parse().ok()?, number.parse().ok()?);
    (name == temporary_name(process, number)).then_some(process)
}

/// Creates a temporary file with a name that no other file has.
pub(super) fn create_temporary(folder: &Path, access: Access) -> io::Result<(PathBuf, File)> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(
        &mut options,
        match access {
            Access::Usual => 0o666,
            Access::Private => 0o600,
        },
    );
    #[cfg(not(unix))]
    let _ = access;
    let process = std::process::id();
    for number in 0..TEMPORARY_LIMIT {
        let path = folder.join(temporary_name(process, number));
        match options.open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            created => return created.map(|file| (path, file)),
        }
    }
    Err(io::Error::other("no name is left for a temporary file"))
}

/// Copies a file to a path where no file exists, and returns once the disk has it. Leaves no partial copy.
fn copy_to_new(from: &Path, path: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let copied = io::copy(&mut from, &mut file).and_then(|_| file.sync_all());
    if copied.is_err() {
        drop(file);
        // If this fails too, the first error is still the one to report.
        fs::remove_file(path).ok();
    }
    copied
}

/// Waits until the names in a folder are on the disk, where the system can do that.
pub(super) fn sync_folder(folder: &Path) {
    // The content is on the disk already. Some systems cannot sync folders, which is not an error.
    File::open(folder).and_then(|folder| folder.sync_all()).ok();
}

/// Creates a folder, and those above it, that only its owner can access.
pub(super) fn create_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fails as on a file system without hard links.
    fn no_hard_links(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }

    #[test]
    fn without_hard_links_a_new_file_is_whole_and_replaces_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.ron");
        let create = |bytes: &[u8]| {
            let mut new = NewFile::open(&path, Access::Usual).unwrap();
            new.file.write_all(bytes).unwrap();
            new.commit_with(no_hard_links)
        };
        create(b"first").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"first");
        let second = create(b"second").unwrap_err();
        assert_eq!(second.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.collect::<Vec<_>>(), ["map.ron"]);
    }

    #[test]
    fn a_temporary_file_is_recognised_by_its_exact_name() {
        assert_eq!(temporary_file_process(".periplo-12-3.tmp"), Some(12));
        for other in
            ["periplo-12-3.tmp", ".periplo-12-3.tmp~", ".periplo-012-3.tmp", ".periplo-a-3.tmp", ".periplo-12.tmp"]
        {
            assert_eq!(temporary_file_process(other), None, "{other}");
        }
    }
}

//! The calls of a save that tests watch, interrupt and let fail.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use super::errors::OpenError;
use super::new_file::sync_folder;
use super::read::read_bytes;

/// The calls of a save on the map's own file and on the one that takes its place.
pub(super) trait SaveCalls {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    fn sync(&self, file: &File) -> io::Result<()>;
    /// Swaps two files in one step.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Reads what came out, or what stands, to compare it.
    fn read(&self, path: &Path) -> Result<Vec<u8>, OpenError>;
    /// Waits until the names in a folder are on the disk.
    fn sync_folder(&self, folder: &Path);
    fn remove(&self, path: &Path);
}

/// The calls of the system.
pub(super) struct SystemCalls;

impl SaveCalls for SystemCalls {
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        exchange(one, other)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, OpenError> {
        read_bytes(path)
    }

    fn sync_folder(&self, folder: &Path) {
        sync_folder(folder);
    }

    fn remove(&self, path: &Path) {
        // The next save removes it if this fails.
        fs::remove_file(path).ok();
    }
}

#[cfg(any(target_os = "linux", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Other systems have no such call.
#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

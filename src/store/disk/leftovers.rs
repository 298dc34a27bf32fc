//! Removes temporary files that killed programs left behind.

use std::fs::{self, DirEntry, Metadata};
use std::io::Read;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::new_file::temporary_file_process;
use super::nonblocking::open_to_read;
use super::paths::{folder_of, follow_links};
use crate::store::journal;
use crate::store::ron_text::OPENING;

/// A temporary file that was not changed for this long is no longer being written.
const QUIET_TIME: Duration = Duration::from_secs(60);
/// After this long, a temporary file is left over even if its process id is running: another process got the id.
const DEAD_TIME: Duration = Duration::from_secs(24 * 60 * 60);
/// The number of random characters at the end of the name of a replacement, as `AtomicWriteFile` makes it.
const RANDOM_LENGTH: usize = 6;
/// The least number of changes between small letters, capitals and digits in the random characters. Words and numbers
/// have fewer.
const MIN_CHANGES: usize = 3;
/// How many bytes at the beginning of a file are compared.
const COMPARED_BYTES: u64 = 64;

/// Removes the temporary files that killed programs left beside a file when they created or replaced it.
///
/// Removes only regular files that have exactly such a name and were not changed for a minute. A replacement must also
/// begin like this file, like a map or like a journal. What cannot be read or removed stays.
pub fn remove_leftovers(path: &Path, now: SystemTime) {
    let Ok(path) = follow_links(path) else { return };
    let folder = folder_of(&path);
    remove_stale_temporary_files(folder, now);
    let Some(name) = path.file_name() else { return };
    let name = name.as_encoded_bytes();
    for (entry, metadata) in hidden_files(folder) {
        let found = entry.file_name();
        if is_replacement_name(found.as_encoded_bytes(), name)
            && is_unchanged_for(&metadata, now, QUIET_TIME)
            && begins_alike(&entry.path(), &path)
        {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Removes the temporary files of new files whose process has ended.
pub(super) fn remove_stale_temporary_files(folder: &Path, now: SystemTime) {
    for (entry, metadata) in hidden_files(folder) {
        let Some(process) = entry.file_name().to_str().and_then(temporary_file_process) else { continue };
        let is_left_over = is_unchanged_for(&metadata, now, DEAD_TIME)
            || (is_unchanged_for(&metadata, now, QUIET_TIME) && !is_running(process));
        if is_left_over {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Returns the hidden regular files of a folder.
fn hidden_files(folder: &Path) -> impl Iterator<Item = (DirEntry, Metadata)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let hidden = entries.filter(|entry| entry.file_name().as_encoded_bytes().starts_with(b"."));
    // The metadata of a link are its own, so links are not regular files here.
    hidden.filter_map(|entry| entry.metadata().ok().filter(Metadata::is_file).map(|metadata| (entry, metadata)))
}

fn is_unchanged_for(metadata: &Metadata, now: SystemTime, time: Duration) -> bool {
    metadata.modified().is_ok_and(|modified| now.duration_since(modified).is_ok_and(|age| age >= time))
}

/// True if another process with this id is running. The id of this process counts as not running: the file is from an
/// earlier process with the same id.
#[cfg(unix)]
fn is_running(process: u32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    let pid = i32::try_from(process).ok().and_then(Pid::from_raw);
    process != std::process::id() && pid.is_some_and(|pid| test_kill_process(pid) != Err(Errno::SRCH))
}

#[cfg(not(unix))]
fn is_running(_: u32) -> bool {
    true
}

/// True if `found` is the name of a replacement of the file `name`, such as `.map.ron.aB3xY9`.
fn is_replacement_name(found: &[u8], name: &[u8]) -> bool {
    let random =
        found.strip_prefix(b".").and_then(|rest| rest.strip_prefix(name)).and_then(|rest| rest.strip_prefix(b"."));
    random.is_some_and(|random| {
        let class = |character: &u8| (character.is_ascii_uppercase(), character.is_ascii_digit());
        let changes = random.windows(2).filter(|pair| class(&pair[0]) != class(&pair[1])).count();
        random.len() == RANDOM_LENGTH && random.iter().all(u8::is_ascii_alphanumeric) && changes >= MIN_CHANGES
    })
}

/// True if a file begins like the file at `path`, like a new map or like a journal, as far as it was written.
fn begins_alike(found: &Path, path: &Path) -> bool {
    let have_same_start = |found: &[u8], other: &[u8]| {
        let common = found.len().min(other.len());
        found[..common] == other[..common]
    };
    let Some(found) = first_bytes(found) else { return false };
    have_same_start(&found, OPENING.as_bytes())
        || have_same_start(&found, journal::OPENING.as_bytes())
        || first_bytes(path).is_some_and(|start| have_same_start(&found, &start))
}

fn first_bytes(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    open_to_read(path).ok()?.take(COMPARED_BYTES).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

//! Temporary files of programs that were killed while they wrote: found by their names, and removed when surely dead.

use std::fs::{self, DirEntry, Metadata};
use std::io::Read;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::new_file::{folder_of, maker};
use super::nonblocking::to_read;
use super::save::resolved;
use crate::store::journal;
use crate::store::ron_text::OPENING;

/// Nobody writes a file for so long without touching it.
const QUIET: Duration = Duration::from_secs(60);
/// After so long a file of a process is left over, whoever has the process's number now.
const DEAD: Duration = Duration::from_secs(24 * 60 * 60);
/// The letters behind the name of a file that is being replaced.
const RANDOM: usize = 6;
/// How often random letters change from small to large to digit, at least; words and numbers do not.
const TURNS: usize = 3;
/// The bytes by which a text is known.
const KNOWN: u64 = 64;

/// Removes what killed programs left beside a file when they created or replaced it.
///
/// Only what is surely left over goes: a regular file of exactly such a name, untouched for a minute, that begins as this
/// file, a map or a journal does. What cannot be looked at or removed stays.
pub fn remove_leftovers(path: &Path, now: SystemTime) {
    let Ok(path) = resolved(path) else { return };
    let folder = folder_of(&path);
    remove_stale_temporary_files(folder, now);
    let Some(name) = path.file_name() else { return };
    let name = name.as_encoded_bytes();
    for (entry, metadata) in files(folder) {
        let found = entry.file_name();
        if is_random_name(found.as_encoded_bytes(), name)
            && is_quiet(&metadata, now, QUIET)
            && begins_alike(&entry.path(), &path)
        {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Removes what killed programs left in a folder when they created files there.
pub(super) fn remove_stale_temporary_files(folder: &Path, now: SystemTime) {
    for (entry, metadata) in files(folder) {
        let Some(process) = entry.file_name().to_str().and_then(maker) else { continue };
        let dead = is_quiet(&metadata, now, DEAD) || (is_quiet(&metadata, now, QUIET) && !is_alive(process));
        if dead {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// The hidden regular files of a folder.
fn files(folder: &Path) -> impl Iterator<Item = (DirEntry, Metadata)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let hidden = entries.filter(|entry| entry.file_name().as_encoded_bytes().starts_with(b"."));
    // The metadata of an entry are its own, not those behind a link.
    hidden.filter_map(|entry| entry.metadata().ok().filter(Metadata::is_file).map(|metadata| (entry, metadata)))
}

fn is_quiet(metadata: &Metadata, now: SystemTime, time: Duration) -> bool {
    metadata.modified().is_ok_and(|modified| now.duration_since(modified).is_ok_and(|age| age >= time))
}

/// Whether a process of that number runs; its own number says nothing of an earlier process.
#[cfg(unix)]
fn is_alive(process: u32) -> bool {
    use rustix::io::Errno;
    use rustix::process::{Pid, test_kill_process};
    let known = i32::try_from(process).ok().and_then(Pid::from_raw);
    process != std::process::id() && known.is_some_and(|process| test_kill_process(process) != Err(Errno::SRCH))
}

#[cfg(not(unix))]
fn is_alive(_: u32) -> bool {
    true
}

/// Whether a name is that of a file which was to take the place of `name`.
fn is_random_name(found: &[u8], name: &[u8]) -> bool {
    let random =
        found.strip_prefix(b".").and_then(|rest| rest.strip_prefix(name)).and_then(|rest| rest.strip_prefix(b"."));
    random.is_some_and(|random| {
        let sort = |letter: &u8| (letter.is_ascii_uppercase(), letter.is_ascii_digit());
        let turns = random.windows(2).filter(|pair| sort(&pair[0]) != sort(&pair[1])).count();
        random.len() == RANDOM && random.iter().all(u8::is_ascii_alphanumeric) && turns >= TURNS
    })
}

/// Whether a file, or as much of it as was written, begins as another one or as a map that is written anew.
fn begins_alike(found: &Path, path: &Path) -> bool {
    let is_beginning = |found: &[u8], of: &[u8]| {
        let common = found.len().min(of.len());
        found[..common] == of[..common]
    };
    let Some(found) = beginning(found) else { return false };
    is_beginning(&found, OPENING.as_bytes())
        || is_beginning(&found, journal::OPENING.as_bytes())
        || beginning(path).is_some_and(|path| is_beginning(&found, &path))
}

fn beginning(path: &Path) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    to_read(path).ok()?.take(KNOWN).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

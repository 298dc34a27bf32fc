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

/// Checks the order of the calls, another's save at each point between them, and calls that fail.
#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};
    use std::fs::{self, File};
    use std::io;
    use std::path::{Path, PathBuf};
    use std::time::SystemTime;

    use tempfile::TempDir;

    use super::{SaveCalls, SystemCalls};
    use crate::store::disk::backups::BackupStore;
    use crate::store::disk::errors::{OpenError, SaveError};
    use crate::store::disk::load::load;
    use crate::store::disk::replace::Protection;
    use crate::store::disk::save::{SaveContext, save_text};
    use crate::store::disk::swapped_out::merge_swapped_out;
    use crate::store::fingerprint::Fingerprint;

    /// A call of a save.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Call {
        Write,
        Sync,
        Exchange,
        Link,
        Rename,
        Read,
        SyncFolder,
        Remove,
    }

    /// What a file system lacks.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Lacks {
        Nothing,
        Swaps,
        SwapsAndLinks,
    }

    /// Records the calls of a save, and runs something before some of them.
    struct Recorder<'a> {
        calls: RefCell<Vec<Call>>,
        lacks: Lacks,
        /// The numbers of calls, and what happens before each.
        before: &'a [(usize, &'a dyn Fn())],
        /// Every call from this one on fails, as if the program had been killed.
        killed_from: Option<usize>,
        /// True once the bytes that were written are on the disk.
        is_synced: Cell<bool>,
    }

    impl Recorder<'_> {
        fn new(lacks: Lacks) -> Recorder<'static> {
            let calls = RefCell::default();
            Recorder { calls, lacks, before: &[], killed_from: None, is_synced: Cell::new(false) }
        }

        fn record(&self, call: Call) -> io::Result<()> {
            let number = self.calls.borrow().len();
            self.calls.borrow_mut().push(call);
            self.before.iter().filter(|(at, _)| *at == number).for_each(|(_, action)| action());
            if self.killed_from.is_some_and(|from| number >= from) { Err(io::Error::other("killed")) } else { Ok(()) }
        }
    }

    impl SaveCalls for Recorder<'_> {
        fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
            self.record(Call::Write)?;
            self.is_synced.set(false);
            SystemCalls.write(file, bytes)
        }

        fn sync(&self, file: &File) -> io::Result<()> {
            self.record(Call::Sync)?;
            self.is_synced.set(true);
            SystemCalls.sync(file)
        }

        fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
            if self.lacks != Lacks::Nothing {
                return Err(io::ErrorKind::InvalidInput.into());
            }
            self.record(Call::Exchange)?;
            assert!(self.is_synced.get(), "the disk has the new file before it is swapped in");
            SystemCalls.exchange(one, other)
        }

        fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
            if self.lacks == Lacks::SwapsAndLinks {
                return Err(io::ErrorKind::PermissionDenied.into());
            }
            self.record(Call::Link)?;
            SystemCalls.link(from, to)
        }

        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.record(Call::Rename)?;
            assert!(self.is_synced.get(), "the disk has the new file before it is renamed");
            SystemCalls.rename(from, to)
        }

        fn read(&self, path: &Path) -> Result<Vec<u8>, OpenError> {
            self.record(Call::Read).map_err(OpenError::Unreadable)?;
            SystemCalls.read(path)
        }

        fn sync_folder(&self, folder: &Path) {
            if self.record(Call::SyncFolder).is_ok() {
                SystemCalls.sync_folder(folder);
            }
        }

        fn remove(&self, path: &Path) {
            if self.record(Call::Remove).is_ok() {
                SystemCalls.remove(path);
            }
        }
    }

    /// Returns a map with touchpoints of these names. Each name has its own id.
    fn text(names: &[&str]) -> String {
        let id = |name: &str| name.bytes().map(u32::from).sum::<u32>();
        let rows = names.iter().map(|name| format!("(id: \"k{:07}\", name: \"{name}\")", id(name)));
        format!("(format: 1, title: \"t\", before: [{}])", rows.collect::<Vec<_>>().join(", "))
    }

    struct Folder {
        _folder: TempDir,
        path: PathBuf,
        backups: BackupStore,
    }

    /// Returns a folder with a map that holds `base0`.
    fn folder() -> Folder {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.ron");
        fs::write(&path, text(&["base0"])).unwrap();
        let backups = BackupStore::new(&folder.path().join("state"), SystemTime::now());
        Folder { _folder: folder, path, backups }
    }

    impl Folder {
        fn save(&self, calls: &dyn SaveCalls) -> Result<Protection, SaveError> {
            let seen = Fingerprint::of(text(&["base0"]).as_bytes());
            let context = SaveContext { backups: Some(&self.backups), calls, locks: None };
            let saved = save_text(&self.path, &text(&["base0", "ours0"]), Some(&seen), &context);
            saved.map(|saved| saved.protection)
        }

        /// Replaces the map as another program does, without a lock.
        fn save_by_another(&self) {
            let other = self.path.with_file_name("another");
            fs::write(&other, text(&["base0", "their"])).unwrap();
            fs::rename(other, &self.path).unwrap();
        }

        fn holds(&self, name: &str) -> bool {
            load(&self.path).unwrap().map.touchpoints().any(|(_, touchpoint)| &*touchpoint.name == name)
        }

        fn left_behind(&self) -> usize {
            let entries = fs::read_dir(self.path.parent().unwrap()).unwrap().flatten();
            entries.filter(|entry| entry.file_name().as_encoded_bytes().starts_with(b".periplo-")).count()
        }
    }

    /// Returns the calls of a save that nobody disturbs.
    fn calls(lacks: Lacks) -> Vec<Call> {
        let (folder, recorder) = (folder(), Recorder::new(lacks));
        folder.save(&recorder).unwrap();
        assert!(folder.holds("ours0") && folder.left_behind() == 0, "{lacks:?}");
        recorder.calls.into_inner()
    }

    #[test]
    fn a_save_writes_syncs_swaps_compares_syncs_the_folder_and_removes_what_came_out() {
        use Call::{Exchange, Link, Read, Remove, Rename, Sync, SyncFolder, Write};
        assert_eq!(calls(Lacks::Nothing), [Write, Sync, Exchange, Read, SyncFolder, Remove]);
        assert_eq!(calls(Lacks::Swaps), [Write, Sync, Link, Rename, Rename, Read, SyncFolder, Remove]);
        assert_eq!(calls(Lacks::SwapsAndLinks), [Write, Sync, Read, Rename, SyncFolder]);
    }

    #[test]
    fn a_save_that_nobody_could_compare_says_so() {
        assert_eq!(folder().save(&Recorder::new(Lacks::Nothing)).unwrap(), Protection::Compared);
        assert_eq!(folder().save(&Recorder::new(Lacks::Swaps)).unwrap(), Protection::Compared);
        assert_eq!(folder().save(&Recorder::new(Lacks::SwapsAndLinks)).unwrap(), Protection::LockOnly);
    }

    /// The calls before which a save by a program without locks is found out, for each kind of file system.
    ///
    /// Without swaps, what is saved between the link and the rename is not. The lock keeps other Periplo processes out of that moment.
    fn protected(lacks: Lacks, call: usize) -> bool {
        match lacks {
            Lacks::Nothing => true,
            Lacks::Swaps => call != 3,
            Lacks::SwapsAndLinks => call != 3,
        }
    }

    #[test]
    fn what_another_saves_between_any_two_calls_is_never_lost() {
        for lacks in [Lacks::Nothing, Lacks::Swaps, Lacks::SwapsAndLinks] {
            for at in (0..calls(lacks).len()).filter(|&at| protected(lacks, at)) {
                let folder = folder();
                let save_by_another = || folder.save_by_another();
                let before: [(usize, &dyn Fn()); 1] = [(at, &save_by_another)];
                let recorder = Recorder { before: &before, ..Recorder::new(lacks) };
                let saved = folder.save(&recorder);
                let calls = recorder.calls.borrow();
                // Either the other one is noticed, or it came later and replaced ours, which it will find missing.
                assert!(folder.holds("their"), "{lacks:?}, before call {at} of {calls:?}: {saved:?}");
                assert_eq!(folder.left_behind(), 0, "{lacks:?}, before call {at} of {calls:?}");
            }
        }
    }

    #[test]
    fn after_a_kill_between_any_two_calls_the_next_open_has_what_was_saved() {
        for lacks in [Lacks::Nothing, Lacks::Swaps] {
            // Another has saved before the swap, so that the swap takes out the only copy.
            let swap = calls(lacks).iter().position(|call| matches!(call, Call::Exchange | Call::Link)).unwrap();
            for killed in swap + 1..swap + 8 {
                let folder = folder();
                let save_by_another = || folder.save_by_another();
                let before: [(usize, &dyn Fn()); 1] = [(swap, &save_by_another)];
                let recorder = Recorder { before: &before, killed_from: Some(killed), ..Recorder::new(lacks) };
                folder.save(&recorder).ok();
                merge_swapped_out(&folder.path, Some(&folder.backups)).unwrap();
                let calls = recorder.calls.borrow();
                assert!(folder.holds("their") && folder.holds("base0"), "{lacks:?}, killed at {killed} of {calls:?}");
                assert_eq!(folder.left_behind(), 0, "{lacks:?}, killed at {killed} of {calls:?}");
            }
        }
    }

    #[test]
    fn what_two_others_saved_around_a_swap_is_all_kept() {
        let folder = folder();
        // One saves before the swap, and one builds on what stood there until the files were swapped again.
        let save_on_ours = || {
            let other = folder.path.with_file_name("another");
            fs::write(&other, text(&["base0", "ours0", "third"])).unwrap();
            fs::rename(other, &folder.path).unwrap();
        };
        let save_by_another = || folder.save_by_another();
        let before: [(usize, &dyn Fn()); 2] = [(2, &save_by_another), (3, &save_on_ours)];
        let calls = Recorder { before: &before, ..Recorder::new(Lacks::Nothing) };
        assert!(matches!(folder.save(&calls), Err(SaveError::ChangedOutside)));
        assert_eq!(folder.left_behind(), 1);
        assert!(merge_swapped_out(&folder.path, Some(&folder.backups)).unwrap());
        assert!(["base0", "their", "third", "ours0"].iter().all(|name| folder.holds(name)));
        assert_eq!(folder.left_behind(), 0);
    }
}

//! The saves that led to the content of a file, remembered in an extended attribute of the file.

use std::collections::HashSet;
use std::fs::File;
use std::path::Path;

use crate::store::fingerprint::Fingerprint;

/// How many saves are remembered with a file. They take eight bytes each.
const LIMIT: usize = 256;

/// The saves by this program that led to a content, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaveHistory {
    /// The hashes of the contents, newest first. It is empty if another program wrote the content.
    saves: Vec<u64>,
    /// The hashes of contents that were saved after this one, if another program put this one back.
    later: Vec<u64>,
}

impl SaveHistory {
    /// Returns the history of a file that holds this content.
    ///
    /// During a save, the attribute may already belong to the next content.
    pub(super) fn of_file(path: &Path, content: Fingerprint) -> SaveHistory {
        let bytes = attribute::read(path);
        let mut later: Vec<_> = bytes.as_chunks::<8>().0.iter().map(|&hash| u64::from_le_bytes(hash)).collect();
        let at = later.iter().position(|&hash| hash == content.hash).unwrap_or(later.len());
        let saves = later.split_off(at);
        SaveHistory { saves, later }
    }

    /// True if the last save of a file was by this program and wrote this content.
    pub(super) fn is_of_last_save(path: &Path, content: Fingerprint) -> bool {
        attribute::read(path).as_chunks::<8>().0.first() == Some(&content.hash.to_le_bytes())
    }

    /// Returns the history of a content that replaces `replaced`, of which this is the history.
    pub(super) fn after(self, replaced: Fingerprint, content: Fingerprint) -> SaveHistory {
        let SaveHistory { saves, later } = self;
        let earlier = saves.into_iter().skip_while(|&hash| hash == replaced.hash).filter(|hash| !later.contains(hash));
        let saves = [content.hash, replaced.hash].into_iter().chain(earlier).take(LIMIT).collect();
        SaveHistory { saves, later: Vec::new() }
    }

    /// Keeps the history with a file. A file system without such attributes is passed over.
    pub(super) fn store(&self, file: &File) {
        attribute::write(file, &self.saves.iter().flat_map(|hash| hash.to_le_bytes()).collect::<Vec<u8>>());
    }

    /// Returns true if saves of this program alone led from an earlier content to the present one. It is false if another
    /// program wrote the file, also if it wrote a content that had been saved before the earlier one, and where files have no
    /// such attributes.
    pub fn leads_from(&self, earlier: Fingerprint) -> bool {
        self.saves.contains(&earlier.hash) && !self.later.contains(&earlier.hash)
    }

    /// Adds the history of an earlier content, if saves of this program alone led from that one to the present one. The
    /// result may be longer than what is remembered with a file.
    pub fn extend_by(&mut self, earlier: &SaveHistory, content: Fingerprint) {
        if self.leads_from(content) {
            let known: HashSet<u64> = self.saves.iter().copied().collect();
            let earlier = earlier.saves.iter().skip_while(|&&hash| hash != content.hash);
            self.saves.extend(earlier.filter(|hash| !known.contains(hash)));
        }
    }

    /// Returns the hashes of the contents, newest first.
    pub fn hashes(&self) -> &[u64] {
        &self.saves
    }
}

#[cfg(target_os = "linux")]
mod attribute {
    use std::fs::File;
    use std::path::Path;

    use rustix::fs::{XattrFlags, fsetxattr, getxattr};

    const NAME: &str = "user.periplo.saves";

    /// Returns the attribute. It is empty if the file has none.
    pub(super) fn read(path: &Path) -> Vec<u8> {
        let mut value = vec![0; super::LIMIT * 8];
        let length = getxattr(path, NAME, &mut value[..]).unwrap_or_default();
        value.truncate(length);
        value
    }

    pub(super) fn write(file: &File, value: &[u8]) {
        fsetxattr(file, NAME, value, XattrFlags::empty()).ok();
    }
}

/// Such attributes are only known on Linux.
#[cfg(not(target_os = "linux"))]
mod attribute {
    use std::fs::File;
    use std::path::Path;

    pub(super) fn read(_: &Path) -> Vec<u8> {
        Vec::new()
    }

    pub(super) fn write(_: &File, _: &[u8]) {}
}

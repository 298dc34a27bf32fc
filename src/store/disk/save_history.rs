//! The saves that led to the content of a file, remembered in an extended attribute of the file.

use std::fs::File;
use std::path::Path;

use crate::store::fingerprint::Fingerprint;

/// How many saves are remembered. They take eight bytes each.
const LIMIT: usize = 64;

/// The saves by this program that led to a content, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaveHistory {
    /// The hashes of the contents, newest first. `None` if the file system cannot keep them.
    saves: Option<Vec<u64>>,
}

/// Whether a content was made from an earlier one by saves of this program alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Descent {
    FromSaves,
    /// Another program wrote the file, or an older version of it.
    Otherwise,
    Unknown,
}

impl SaveHistory {
    /// Returns the history of a file that holds this content. It is empty if another program wrote the content.
    pub(super) fn of_file(path: &Path, content: Fingerprint) -> SaveHistory {
        let saves = attribute::read(path).map(|bytes| {
            let saves: Vec<u64> = bytes.as_chunks::<8>().0.iter().map(|&hash| u64::from_le_bytes(hash)).collect();
            if saves.first() == Some(&content.hash) { saves } else { Vec::new() }
        });
        SaveHistory { saves }
    }

    /// Returns the history of a content that replaces `replaced`, of which this is the history.
    pub(super) fn after(self, replaced: Fingerprint, content: Fingerprint) -> SaveHistory {
        let earlier = self.saves.into_iter().flatten().skip_while(|&hash| hash == replaced.hash);
        let saves = [content.hash, replaced.hash].into_iter().chain(earlier);
        SaveHistory { saves: Some(saves.take(LIMIT).collect()) }
    }

    /// Keeps the history with a file. A file system without such attributes is passed over.
    pub(super) fn store(&self, file: &File) {
        let saves = self.saves.iter().flatten();
        attribute::write(file, &saves.flat_map(|hash| hash.to_le_bytes()).collect::<Vec<u8>>());
    }

    /// Returns whether saves of this program alone led from an earlier content to the present one.
    pub fn descent_from(&self, earlier: &Fingerprint) -> Descent {
        match &self.saves {
            Some(saves) if saves.contains(&earlier.hash) => Descent::FromSaves,
            Some(_) => Descent::Otherwise,
            None => Descent::Unknown,
        }
    }
}

#[cfg(target_os = "linux")]
mod attribute {
    use std::fs::File;
    use std::path::Path;

    use rustix::fs::{XattrFlags, fsetxattr, getxattr};
    use rustix::io::Errno;

    const NAME: &str = "user.periplo.saves";

    /// Returns the attribute, which is empty if the file has none, or `None` if the file system has no attributes.
    pub(super) fn read(path: &Path) -> Option<Vec<u8>> {
        let mut value = [0; super::LIMIT * 8];
        match getxattr(path, NAME, &mut value[..]) {
            Ok(length) => Some(value[..length].to_vec()),
            Err(Errno::NODATA | Errno::RANGE) => Some(Vec::new()),
            Err(_) => None,
        }
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

    pub(super) fn read(_: &Path) -> Option<Vec<u8>> {
        None
    }

    pub(super) fn write(_: &File, _: &[u8]) {}
}

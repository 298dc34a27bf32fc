//! Temporary files that take the place of others, with the same owner, mode, access list and extended attributes.

use std::fs::{File, Metadata};
use std::io;
use std::path::Path;

use atomic_write_file::AtomicWriteFile;

/// Opens a temporary file beside another one. Until it is given more rights, only its owner can open it.
pub(super) fn open_private(path: &Path) -> io::Result<AtomicWriteFile> {
    let mut options = AtomicWriteFile::options();
    options.read(true);
    #[cfg(unix)]
    {
        use atomic_write_file::unix::OpenOptionsExt as _;
        use std::os::unix::fs::OpenOptionsExt as _;
        options.preserve_mode(false).preserve_owner(false).mode(0o600);
    }
    options.open(path)
}

/// Gives a temporary file the owner, the mode, the access list and the extended attributes of the file at a path. Returns
/// false if it cannot get all of them: it must not take the place of that file then.
pub(super) fn copy_attributes(path: &Path, metadata: &Metadata, temporary: &File) -> bool {
    #[cfg(unix)]
    return unix::copy_attributes(path, metadata, temporary).unwrap_or(false);
    #[cfg(not(unix))]
    {
        let _ = (path, metadata, temporary);
        true
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::{File, Metadata};
    use std::io;
    use std::os::unix::fs::{MetadataExt, fchown};
    use std::path::Path;

    /// Copies the owner, the extended attributes, among them the access list, and the mode of a file to a new one. Returns
    /// false if they are not the same then.
    pub(crate) fn copy_attributes(path: &Path, metadata: &Metadata, new: &File) -> io::Result<bool> {
        if owner(&new.metadata()?) != owner(metadata) {
            fchown(new, Some(metadata.uid()), Some(metadata.gid()))?;
        }
        // The mode comes last: with an access list, its bits for the group are the most that the list can give.
        super::extended_attributes::copy(path, new)?;
        if mode(&new.metadata()?) != mode(metadata) {
            new.set_permissions(metadata.permissions())?;
        }
        let copied = new.metadata()?;
        Ok((owner(&copied), mode(&copied)) == (owner(metadata), mode(metadata)))
    }

    fn owner(metadata: &Metadata) -> (u32, u32) {
        (metadata.uid(), metadata.gid())
    }

    fn mode(metadata: &Metadata) -> u32 {
        metadata.mode() & 0o7777
    }
}

#[cfg(target_os = "linux")]
mod extended_attributes {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    use rustix::fs::{XattrFlags, fgetxattr, fgetxattr_query, flistxattr, flistxattr_query, fremovexattr, fsetxattr};
    use rustix::io::Errno;

    use crate::store::disk::nonblocking::open_to_read;

    /// Gives a new file exactly the extended attributes of the file at a path.
    pub(crate) fn copy(path: &Path, new: &File) -> io::Result<()> {
        let old = open_to_read(path)?;
        let names = names(&old)?;
        for name in &names {
            let value = value(&old, name)?;
            if value != self::value(new, name)? {
                fsetxattr(new, &**name, &value.unwrap_or_default(), XattrFlags::empty())?;
            }
        }
        // A new file can inherit an access list from its folder.
        for inherited in self::names(new)?.iter().filter(|name| !names.contains(name)) {
            fremovexattr(new, &**inherited)?;
        }
        Ok(())
    }

    /// Returns the names of a file's extended attributes. A file system that has none is not an error.
    fn names(file: &File) -> io::Result<Vec<Vec<u8>>> {
        let size = match flistxattr_query(file) {
            Err(Errno::NOTSUP | Errno::NOSYS) => 0,
            size => size?,
        };
        let mut list = vec![0; size];
        let length = flistxattr(file, &mut list[..])?;
        list.truncate(length);
        Ok(list.split(|&byte| byte == 0).filter(|name| !name.is_empty()).map(<[u8]>::to_vec).collect())
    }

    /// Returns the value of an extended attribute, or `None` if the file does not have it.
    fn value(file: &File, name: &[u8]) -> io::Result<Option<Vec<u8>>> {
        let size = match fgetxattr_query(file, name) {
            Err(Errno::NODATA) => return Ok(None),
            size => size?,
        };
        let mut value = vec![0; size];
        let length = fgetxattr(file, name, &mut value[..])?;
        value.truncate(length);
        Ok(Some(value))
    }
}

/// Extended attributes are only known on Linux.
#[cfg(all(unix, not(target_os = "linux")))]
mod extended_attributes {
    use std::fs::File;
    use std::io;
    use std::path::Path;

    /// Does nothing.
    pub(crate) fn copy(_: &Path, _: &File) -> io::Result<()> {
        Ok(())
    }
}

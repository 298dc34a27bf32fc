//! Access lists and extended attributes stay when a file is saved, and nobody gets more rights.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use periplo::store::disk::{IfExists, OutputFile, create};
use periplo::store::{Comments, SaveError};
use rustix::fs::{XattrFlags, getxattr, listxattr, setxattr};

use crate::store::saving::{folder, names, overwrite, titled};

/// The names under which the system shows the access list of a file, and the one that new files in a folder inherit.
const ACCESS: &str = "system.posix_acl_access";
const INHERITED: &str = "system.posix_acl_default";

/// Returns an access list: the owner and the user 54321 may read and write, the group may read, others nothing.
fn access_list() -> Vec<u8> {
    let none = u32::MAX;
    let entries: [(u16, u16, u32); 5] =
        [(0x01, 6, none), (0x02, 6, 54_321), (0x04, 4, none), (0x10, 6, none), (0x20, 0, none)];
    let bytes = entries
        .iter()
        .flat_map(|(tag, rights, id)| [&tag.to_le_bytes()[..], &rights.to_le_bytes(), &id.to_le_bytes()].concat());
    2_u32.to_le_bytes().into_iter().chain(bytes).collect()
}

/// Sets an attribute. Returns false, with a message, if the file system does not have it.
fn set(path: &Path, name: &str, value: &[u8]) -> bool {
    let is_set = setxattr(path, name, value, XattrFlags::empty()).is_ok();
    if !is_set {
        eprintln!("skipped: this file system has no {name}");
    }
    is_set
}

/// Returns the names and values of all extended attributes, without the one in which a save notes where it comes from.
fn attributes(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut list = [0; 4_096];
    let length = listxattr(path, &mut list[..]).unwrap();
    let names = list[..length].split(|&byte| byte == 0).filter(|name| !name.is_empty());
    names
        .map(|name| {
            let name = std::str::from_utf8(name).unwrap();
            let mut value = [0; 4_096];
            let length = getxattr(path, name, &mut value[..]).unwrap();
            (name.to_owned(), value[..length].to_vec())
        })
        .filter(|(name, _)| name != "user.periplo.saves")
        .collect()
}

fn save(path: &Path) -> Result<(), SaveError> {
    overwrite(path, &titled("new"), &Comments::default())
}

fn export(path: &Path) -> Result<(), SaveError> {
    let mut output = OutputFile::open(path, IfExists::Overwrite(None))?;
    output.write_all(b"new").unwrap();
    output.commit()
}

/// A way to write a file.
type Writer = fn(&Path) -> Result<(), SaveError>;

const WAYS: [Writer; 2] = [save, export];

#[test]
fn an_access_list_and_extended_attributes_are_kept() {
    for write in WAYS {
        let (folder, path) = folder();
        create(&path, &titled("old"), &Comments::default()).unwrap();
        if !set(&path, ACCESS, &access_list()) || !set(&path, "user.note", b"by hand") {
            return;
        }
        let (before, kept) = (fs::metadata(&path).unwrap(), attributes(&path));
        write(&path).unwrap();
        let after = fs::metadata(&path).unwrap();
        assert_eq!((attributes(&path), after.mode()), (kept, before.mode()));
        assert_ne!(after.ino(), before.ino(), "a new file took its place");
        assert_eq!(names(folder.path()), ["map.ron"]);
    }
}

#[test]
fn a_save_gives_nobody_the_rights_of_new_files_in_the_folder() {
    for write in WAYS {
        let (folder, path) = folder();
        create(&path, &titled("old"), &Comments::default()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        if !set(folder.path(), INHERITED, &access_list()) {
            return;
        }
        let before = attributes(&path);
        write(&path).unwrap();
        assert_eq!((attributes(&path), fs::metadata(&path).unwrap().mode() & 0o7777), (before, 0o640));
    }
}

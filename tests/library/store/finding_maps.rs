//! Finding maps below a folder.

use std::fs;

use periplo::store::disk::find_maps;

#[test]
fn maps_are_sorted_by_their_paths() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir_all(root.join("b/deep")).unwrap();
    fs::create_dir_all(root.join(".git")).unwrap();
    for name in ["z.ron", "a.ron", "b/deep/m.RON", "b/n.ron", ".hidden.ron", ".git/x.ron", "notes.txt", "ron"] {
        fs::write(root.join(name), "").unwrap();
    }
    fs::create_dir(root.join("folder.ron")).unwrap();
    let found = find_maps(root);
    let names: Vec<_> = found.maps.iter().map(|path| path.strip_prefix(root).unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["a.ron", "b/deep/m.RON", "b/n.ron", "z.ron"]);
    assert!(found.unreadable.is_empty());
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_links_to_folders_are_not() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::write(root.join("a.ron"), "").unwrap();
    symlink(root, root.join("circle")).unwrap();
    symlink(root.join("a.ron"), root.join("b.ron")).unwrap();
    symlink(root.join("gone"), root.join("c.ron")).unwrap();
    let found = find_maps(root);
    assert_eq!(found.maps, [root.join("a.ron"), root.join("b.ron")]);
}

#[test]
fn a_missing_folder_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let gone = folder.path().join("gone");
    let found = find_maps(&gone);
    assert!(found.maps.is_empty());
    assert_eq!(found.unreadable[0].0, gone);
}

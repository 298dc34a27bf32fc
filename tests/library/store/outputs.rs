//! Output files: what they overwrite is kept first, whether a new file takes its place or not.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::SystemTime;

use periplo::store::SaveError;
use periplo::store::disk::{BackupStore, IfExists, OutputFile, read_bytes};

use crate::store::saving::{folder, names};

fn write(path: &Path, text: &str, if_exists: IfExists) -> Result<(), SaveError> {
    let mut output = OutputFile::open(path, if_exists)?;
    output.write_all(text.as_bytes()).unwrap();
    output.commit()
}

#[test]
fn what_an_output_file_held_is_kept_when_it_is_overwritten() {
    for has_two_names in [false, true] {
        let (folder, path) = folder();
        let backups = BackupStore::new(&folder.path().join("state"), SystemTime::now());
        fs::write(&path, "a text that is longer than the new one").unwrap();
        if has_two_names {
            fs::hard_link(&path, folder.path().join("two.ron")).unwrap();
        }
        assert!(matches!(write(&path, "new", IfExists::Refuse), Err(SaveError::Exists)));
        for (nth, text) in ["new", "newer"].into_iter().enumerate() {
            let before = fs::read(&path).unwrap();
            write(&path, text, IfExists::Overwrite(Some(backups.clone()))).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            let kept = backups.list(&path).unwrap();
            assert_eq!((kept.len(), read_bytes(&kept[0].path).unwrap()), (nth + 1, before), "{has_two_names}");
        }
        assert_eq!(names(folder.path()).len(), 2 + usize::from(has_two_names), "{:?}", names(folder.path()));
    }
}

#[test]
fn a_file_whose_content_cannot_be_kept_is_not_overwritten_in_place() {
    let (folder, path) = folder();
    fs::write(&path, "old").unwrap();
    fs::hard_link(&path, folder.path().join("two.ron")).unwrap();
    let refused = write(&path, "new", IfExists::Overwrite(None));
    assert!(matches!(refused, Err(SaveError::NoStateFolder)), "{refused:?}");
    let no_folder = BackupStore::new(&path.join("state"), SystemTime::now());
    let refused = write(&path, "new", IfExists::Overwrite(Some(no_folder)));
    assert!(matches!(refused, Err(SaveError::BackupFailed(_))), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(names(folder.path()), ["map.ron", "two.ron"]);
}

#[test]
fn an_output_file_that_another_program_writes_is_busy() {
    let (folder, path) = folder();
    fs::write(&path, "old").unwrap();
    fs::hard_link(&path, folder.path().join("two.ron")).unwrap();
    let backups = BackupStore::new(&folder.path().join("state"), SystemTime::now());
    let held = fs::File::open(&path).unwrap();
    held.lock().unwrap();
    let refused = write(&path, "new", IfExists::Overwrite(Some(backups)));
    assert!(matches!(refused, Err(SaveError::Busy)), "{refused:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "old");
}

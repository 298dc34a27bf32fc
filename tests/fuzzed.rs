//! A little of what the fuzzer does for hours: files and acts at random, and the editor holds together.

#[path = "support/driver.rs"]
mod driver;

use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn seeds() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = ["assets/templates/en", "assets/templates/es", "tests/store_good", "tests/bad"]
        .into_iter()
        .flat_map(|folder| std::fs::read_dir(root.join(folder)).expect(folder))
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    files.into_iter().map(|path| std::fs::read(path).expect("a file")).filter(|bytes| bytes.len() < 8_192).collect()
}

/// A good or a bad file with a few bytes changed.
fn file() -> impl Strategy<Value = Vec<u8>> {
    let change = (any::<Index>(), 0usize..20, vec(0..0xff_u8, 0..8));
    (select(seeds()), vec(change, 0..3)).prop_map(|(mut bytes, changes)| {
        for (at, removed, inserted) in changes {
            let from = at.index(bytes.len() + 1);
            let to = (from + removed).min(bytes.len());
            bytes.splice(from..to, inserted);
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_file_holds_and_whatever_is_done_the_editor_holds_together(file in file(), script in vec(any::<u8>(), 0..400)) {
        driver::run(&[file.as_slice(), &[0xff], &script].concat());
    }

    #[test]
    fn any_text_is_read_or_explained(text in any::<String>()) {
        driver::is_read_or_explained(&text);
    }
}

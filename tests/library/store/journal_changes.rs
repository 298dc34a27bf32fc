//! Journals that grow by one change after another, are cut short, or are damaged.

use std::path::Path;
use std::time::SystemTime;

use periplo::map::{IdSource, JourneyMap};
use periplo::store::disk::journal::{JournalLease, claim};
use periplo::store::journal::{JournalOwner, JournalRecord, parse, print, print_change};
use periplo::store::ron_text::{self, Parsed};
use periplo::store::{Comments, Fingerprint};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::merge::{RandomEdit, edit, map, random_edit};

const OLD: &str = "(format: 1, title: \"Shop\", before: [(name: \"Asks\")])";
const NEW: &str = "(format: 1, title: \"Shop\", before: [(name: \"Asks\"), (name: \"Compares\")])";

/// A map with a comment at every kind of line.
const COMMENTED: &str = "// A shop.
(
    format: 1, // Of today.
    title: \"Shop\",
    before: [
        // By telephone.
        (id: \"aaaaaaaa\", name: \"Asks\"), // Often.
        (id: \"bbbbbbbb\", name: \"Compares\" /* in shops */),
        // More?
    ],
)
// The end.
";

fn record(base: Option<JourneyMap>, map: JourneyMap, comments: Comments) -> JournalRecord {
    let owner = JournalOwner { user: "ana".to_owned(), host: "atelier".to_owned(), process: 7 };
    JournalRecord { owner, file: None, based_on: None, base, map, comments }
}

fn read(text: &str) -> Parsed {
    ron_text::parse(text).expect("a map")
}

/// Returns the maps that these edits make, one after the other.
fn edited(map: JourneyMap, edits: &[RandomEdit]) -> Vec<JourneyMap> {
    let mut ids = IdSource::new(2);
    let mut maps = vec![map];
    for random_edit in edits {
        let mut map = maps[maps.len() - 1].clone();
        if edit(&map, random_edit, &mut ids).is_some_and(|edit| map.apply(edit).is_ok()) {
            maps.push(map);
        }
    }
    maps
}

/// Returns the journal of these maps, and its length after each change.
fn journal(base: Option<&JourneyMap>, maps: &[JourneyMap], comments: &Comments) -> (String, Vec<usize>) {
    let mut text = print(&record(base.cloned(), maps[0].clone(), comments.clone())).expect("a journal");
    let mut ends = vec![text.len()];
    for pair in maps.windows(2) {
        text += &print_change(&pair[0], &pair[1], comments).expect("a change");
        ends.push(text.len());
    }
    (text, ends)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_journal_holds_the_map_of_the_last_change_that_is_whole(
        base in map(),
        edits in vec(random_edit(), 1..12),
        is_new in any::<bool>(),
        cut in any::<Index>(),
    ) {
        let maps = edited(base.clone(), &edits);
        let base = (!is_new).then_some(base);
        let (text, ends) = journal(base.as_ref(), &maps, &Comments::default());
        let whole = parse(text.as_bytes()).expect("a whole journal");
        prop_assert_eq!(&whole.base, &base);
        prop_assert_eq!(&whole.map, &maps[maps.len() - 1]);
        let cut = cut.index(text.len());
        let held = parse(&text.as_bytes()[..cut]).map(|record| record.map);
        let last = ends.iter().rposition(|&end| end <= cut);
        prop_assert_eq!(held.as_ref(), last.map(|last| &maps[last]), "cut at {} of {:?}", cut, ends);
    }

    #[test]
    fn a_damaged_byte_costs_at_most_the_changes_from_there_on(
        base in map(),
        edits in vec(random_edit(), 1..6),
        at in any::<Index>(),
        with in any::<u8>(),
    ) {
        let maps = edited(base.clone(), &edits);
        let (text, ends) = journal(Some(&base), &maps, &Comments::default());
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = with;
        // A changed owner or file name cannot be noticed, but a changed map is.
        if let Some(record) = parse(&bytes) {
            let whole = ends.iter().filter(|&&end| end <= at).count();
            let expected = maps.iter().skip(whole.saturating_sub(1));
            prop_assert!(expected.into_iter().any(|map| *map == record.map), "{:?}", record.map);
            prop_assert_eq!(record.base, Some(base));
        }
    }
}

#[test]
fn a_change_of_one_touchpoint_is_short_in_a_large_map() {
    let touchpoints: String = (0..5_000).map(|nth| format!("(name: \"Step {nth}\"),")).collect();
    let old = read(&format!("(format: 1, title: \"Large\", during: [{touchpoints}])")).map;
    let edits = [
        // The first and the last touchpoint change at once, and one moves from the top to the bottom.
        touchpoints.replace("(name: \"Step 0\")", "(name: \"Step 0\", reach: 5)"),
        touchpoints.replace("Step 0\"", "First\"").replace("Step 4999\"", "Last\""),
        touchpoints.replace("(name: \"Step 1\"),", "") + "(name: \"Step 1\"),",
    ];
    for edit in edits {
        let new = read(&format!("(format: 1, title: \"Large\", during: [{edit}])")).map;
        let change = print_change(&old, &new, &Comments::default()).expect("a change");
        assert!(change.len() < 1_000, "{} bytes", change.len());
    }
}

#[test]
fn comments_are_kept_with_the_touchpoints_that_change_and_with_those_that_stay() {
    let Parsed { map: old, comments, .. } = read(COMMENTED);
    let changed = COMMENTED.replace("name: \"Asks\"", "name: \"Asks a friend\"");
    let new = read(&changed);
    for base in [Some(&old), None] {
        let (text, _) = journal(base, &[old.clone(), new.map.clone()], &comments);
        let held = parse(text.as_bytes()).expect("a journal");
        assert_eq!(held.map, new.map);
        assert_eq!(ron_text::print(&held.map, &held.comments), ron_text::print(&new.map, &comments), "{text}");
    }
}

#[test]
fn the_journal_of_an_earlier_program_is_read_if_it_is_whole() {
    let mark = |text: &str| {
        let Fingerprint { length, hash } = Fingerprint::of(text.as_bytes());
        format!("(length:{length},hash:{hash})")
    };
    let head = format!(
        "(owner:(user:\"ana\",host:\"atelier\",process:1),file:Some(\"/maps/shop.ron\"),based_on:None,base:{},map:{})",
        mark(OLD),
        mark(NEW)
    );
    let whole = format!("periplo journal 1\n{head}\n{OLD}{NEW}");
    let record = parse(whole.as_bytes()).expect("a journal");
    assert_eq!((record.base, record.map), (Some(read(OLD).map), read(NEW).map));
    assert_eq!(record.file.as_deref(), Some(Path::new("/maps/shop.ron")));
    for end in 0..whole.len() {
        assert_eq!(parse(&whole.as_bytes()[..end]), None, "cut at {end}");
    }
    assert_eq!(parse(whole.replace("journal 1", "journal 2").as_bytes()), None);
    assert_eq!(parse(format!("{whole}more").as_bytes()), None);
}

#[test]
fn nothing_is_appended_to_a_journal_that_somebody_else_has_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let claimed = claim(folder.path(), None, &JournalOwner::default(), SystemTime::now());
    let own: JournalLease = claimed.own.expect("a lease");
    let (old, new) = (read(OLD).map, read(NEW).map);
    let text = print(&record(None, old.clone(), Comments::default())).expect("a journal");
    let change = print_change(&old, &new, &Comments::default()).expect("a change");
    let length = text.len() as u64;
    assert!(own.append(&change, length).is_err(), "there is no journal yet");
    own.write(&text).expect("written");
    assert!(own.append(&change, length - 1).is_err() && own.append(&change, length + 1).is_err());
    own.append(&change, length).expect("appended");
    let mut journals = std::fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("a file").path());
    let journal = journals.find(|path| path.extension().is_some_and(|ending| ending == "journal"));
    let bytes = std::fs::read(journal.expect("a journal")).expect("bytes");
    assert_eq!(parse(&bytes).expect("a journal").map, new);
}

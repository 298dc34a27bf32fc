//! Tests of another program that writes an older or a shortened version over the open file.

use crate::app::journal::{Editor, SHOP, before, map};
use crate::app::message;
use crate::support::screen;
use periplo::app::model::context::Context;
use periplo::app::model::effect::Effect;
use periplo::app::model::live::LiveStatus;
use periplo::lang::Language;
use periplo::map::{Edit, JourneyMap, Phase, TouchpointId};
use periplo::store::disk;

/// A map with two more touchpoints than [`SHOP`] and more about one of them.
const LATER: &str = "(format: 1, title: \"Shop\", before: [(id: \"aaaaaaaa\", name: \"Asks\", reach: 90, need: \"advice\"), \
                     (id: \"bbbbbbbb\", name: \"Compares\"), (id: \"cccccccc\", name: \"Reads reviews\")], \
                     during: [(id: \"dddddddd\", name: \"Pays\")])";

/// The editor with an open map of which it has seen an older version.
fn editor() -> Editor {
    let mut editor = Editor::new();
    editor.write_outside(LATER);
    assert_eq!(editor.state.context(), Context::Board, "nothing is missing");
    editor
}

fn kept(effects: &[Effect]) -> Option<&JourneyMap> {
    effects.iter().find_map(|effect| if let Effect::KeepVersion { map, .. } = effect { Some(map) } else { None })
}

fn shown(editor: &Editor) -> String {
    screen(&editor.state, 100, 30)
}

/// Returns what the open question says is missing.
fn missing(editor: &Editor) -> String {
    let text = shown(editor);
    let lines = text.lines().skip_while(|line| !line.contains("A question")).skip(1);
    let frame = |line: &str| line.rsplit('│').nth(1).unwrap_or_default().trim().to_owned();
    let asked: Vec<String> = lines.map(frame).take_while(|line| !line.is_empty()).collect();
    let asked = asked.join(" ");
    let missing = asked.split_once("is missing now: ").and_then(|(_, missing)| missing.strip_suffix('.'));
    missing.unwrap_or_else(|| panic!("{text}")).to_owned()
}

/// Saves the file as another Periplo does, after deleting a touchpoint.
fn delete_elsewhere(editor: &Editor, id: &str) {
    let loaded = disk::load(&editor.file()).expect("a map");
    let mut map = loaded.map;
    let id: TouchpointId = id.parse().expect("an id");
    map.apply(Edit::Delete(vec![id])).expect("deleted");
    disk::save(&editor.file(), &map, &loaded.comments, Some(&loaded.fingerprint), None).expect("saved");
}

#[test]
fn an_older_version_put_back_is_told_and_brought_back_with_one_key() {
    let mut editor = editor();
    let effects = editor.write_outside(SHOP);
    assert_eq!(kept(&effects), Some(&map(LATER)), "what was there is kept as an old version");
    assert_eq!(editor.state.context(), Context::Confirmation);
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"], "nothing is brought back in silence");
    let all = "2 touchpoints (“Reads reviews”, “Pays”) and 2 values (need of “Asks”, reach of “Asks”)";
    assert_eq!(missing(&editor), all);
    editor.press("1");
    assert_eq!(editor.state.map(), &map(LATER));
    assert!(editor.state.session.document.is_dirty());
    editor.press("u");
    assert_eq!(editor.state.map(), &map(SHOP), "bringing back is one step");
    editor.press("<ctrl-r><ctrl-s>");
    assert_eq!(editor.saved_map(), map(LATER));
}

#[test]
fn what_is_left_out_stays_out() {
    for answer in ["2", "<Esc>"] {
        let mut editor = editor();
        editor.write_outside(SHOP);
        editor.press(answer);
        assert_eq!(editor.state.context(), Context::Board);
        assert!(message(&editor.state).contains("periplo backups"), "{}", message(&editor.state));
        editor.press("jm<ctrl-s>");
        assert_eq!(before(&editor.saved_map()), ["Asks", "Compares"]);
        assert!(!editor.state.session.document.is_dirty());
    }
}

#[test]
fn what_another_periplo_deleted_is_taken_as_a_deletion() {
    let mut editor = editor();
    editor.press("m<ctrl-s>");
    delete_elsewhere(&editor, "cccccccc");
    delete_elsewhere(&editor, "dddddddd");
    let effects = editor.reread();
    assert!(kept(&effects).is_none());
    assert_eq!((editor.state.context(), editor.state.map().len()), (Context::Board, 2));
    // An old copy that kept the attribute of its own save is told apart.
    let copy = editor.folder.path().join("copy.ron");
    std::fs::copy(editor.file(), &copy).expect("copied");
    editor.press("aHears<Enter><Esc><ctrl-s>");
    std::fs::rename(&copy, editor.file()).expect("put back");
    editor.reread();
    assert_eq!(editor.state.context(), Context::Confirmation);
    assert!(shown(&editor).contains("“Hears”"), "{}", shown(&editor));
}

#[test]
fn a_save_without_its_attribute_counts_as_one_of_another_program() {
    let mut editor = editor();
    delete_elsewhere(&editor, "cccccccc");
    let text = std::fs::read(editor.file()).expect("read");
    std::fs::remove_file(editor.file()).expect("removed");
    std::fs::write(editor.file(), text).expect("copied without attributes");
    editor.reread();
    assert_eq!(editor.state.context(), Context::Confirmation);
    editor.press("1<ctrl-s>");
    assert_eq!(before(&editor.saved_map()), ["Asks", "Compares", "Reads reviews"]);
}

#[test]
fn additions_and_changes_by_hand_are_merged_without_a_question() {
    let mut editor = editor();
    let changed = LATER.replace("reach: 90", "reach: 70, pain: \"noise\"").replace("Compares", "Compares prices");
    let changed = changed.replace("during: [", "during: [(id: \"eeeeeeee\", name: \"Queues\"), ");
    assert!(kept(&editor.write_outside(&changed)).is_none());
    assert_eq!((editor.state.context(), editor.state.map()), (Context::Board, &map(&changed)));
}

#[test]
fn a_new_name_in_a_file_without_ids_is_no_deletion() {
    let mut editor = Editor::new();
    let start = "(format: 1, title: \"Shop\", before: [(name: \"Asks\", reach: 100), (name: \"Compares\")])";
    editor.write_outside(start);
    editor.press("2");
    let effects = editor.write_outside(&start.replace("Asks", "Asks friends"));
    assert_eq!((editor.state.context(), editor.state.map().len()), (Context::Board, 2));
    assert_eq!(kept(&effects), Some(&map(start)), "it may have been a deletion and an addition");
    let told = message(&editor.state);
    assert!(told.contains("“Asks” is missing and “Asks friends” is new") && told.contains("periplo backups"), "{told}");
    editor.write_outside(&start.replace("(name: \"Asks\", reach: 100), ", "(name: \"Hears\"), "));
    assert_eq!(editor.state.context(), Context::Confirmation, "a touchpoint with a reach is gone");
}

#[test]
fn one_new_name_explains_one_missing_touchpoint_only() {
    let start = "(format: 1, title: \"Shop\", before: [(name: \"Asks\", reach: 100)])";
    let later = start.replace("reach: 100)", "reach: 100), (name: \"Compares\"), (name: \"Reads\")");
    let mut editor = Editor::new();
    editor.write_outside(start);
    editor.press("2");
    editor.write_outside(&later);
    let effects = editor.write_outside(&start.replace("reach: 100)", "reach: 100), (name: \"Waits\")"));
    assert_eq!(kept(&effects).map(JourneyMap::len), Some(3), "what was there is kept as an old version");
    assert_eq!(editor.state.context(), Context::Confirmation);
    assert!(shown(&editor).contains("2 touchpoints"), "{}", shown(&editor));
    editor.press("1");
    let mut names = before(editor.state.map());
    names.sort_unstable();
    assert_eq!(names, ["Asks", "Compares", "Reads", "Waits"]);
}

#[test]
fn deletions_by_hand_are_told() {
    for (from, to) in [
        (", (id: \"cccccccc\", name: \"Reads reviews\")", ""),
        (", need: \"advice\"", ""),
        ("reach: 90", "reach: 100"),
        ("\"Compares\"", "\"Compares prices\", votes: 1"),
    ] {
        let mut editor = editor();
        let start = LATER.replace("\"Compares\"", "\"Compares prices\", votes: 3");
        editor.write_outside(&start);
        let from = if to.contains("votes: 1") { "\"Compares prices\", votes: 3" } else { from };
        editor.write_outside(&start.replace(from, to));
        assert_eq!(editor.state.context(), Context::Confirmation, "{from}");
        editor.press("1");
        assert_eq!(editor.state.map(), &map(&start), "{from}");
    }
}

#[test]
fn an_edited_older_version_keeps_its_additions_when_the_rest_is_brought_back() {
    let mut editor = editor();
    editor.press("jkm");
    editor.write_outside(&SHOP.replace("name: \"Compares\"", "name: \"Compares\", pain: \"noise\", critical: true"));
    editor.press("1<ctrl-s>");
    let saved = editor.saved_map();
    assert_eq!(before(&saved), ["Asks", "Compares", "Reads reviews"]);
    let [asks, compares, _] = saved.phase(Phase::Before) else { panic!("{saved:?}") };
    assert!(asks.critical && compares.critical && compares.pain.is_some());
    assert_eq!(asks.reach, Some(90));
}

#[test]
fn unsaved_changes_of_what_is_missing_stay_and_only_one_question_is_asked() {
    for answer in ["1", "2"] {
        let mut editor = editor();
        editor.press("r80<Enter>jjmk");
        editor.write_outside(SHOP);
        assert_eq!(missing(&editor), "1 touchpoint (“Pays”) and 1 value (need of “Asks”)");
        editor.press(answer);
        assert_eq!(editor.state.context(), Context::Board);
        assert_eq!(before(editor.state.map()), ["Asks", "Compares", "Reads reviews"]);
        assert_eq!(editor.state.map().phase(Phase::Before)[0].reach, Some(80));
    }
}

#[test]
fn the_question_waits_for_an_open_form_also_if_others_save_meanwhile() {
    let mut editor = editor();
    editor.press("e");
    editor.write_outside(SHOP);
    assert_eq!(editor.state.context(), Context::Form);
    editor.press("<Esc>");
    editor.pass(1_000);
    assert_eq!(editor.state.context(), Context::Confirmation);
    editor.press("1<ctrl-s>e");
    // Saves of other people in a row are no older version.
    delete_elsewhere(&editor, "cccccccc");
    editor.reread();
    delete_elsewhere(&editor, "dddddddd");
    editor.reread();
    editor.press("<Esc>");
    assert_eq!((editor.state.context(), editor.state.map().len()), (Context::Board, 2));
}

#[test]
fn a_save_waits_for_the_answer() {
    for (answer, count) in [("1", 5), ("2", 3)] {
        let mut editor = editor();
        editor.press("aHears<Enter><Esc>");
        std::fs::write(editor.file(), SHOP).expect("written");
        editor.press("<ctrl-s>");
        assert_eq!(editor.state.context(), Context::Confirmation);
        assert_eq!(editor.saved_map().len(), 2, "not before the answer");
        editor.press(answer);
        assert_eq!(editor.saved_map().len(), count);
        assert!(!editor.state.session.document.is_dirty());
    }
}

#[test]
fn what_somebody_else_brought_back_is_not_asked_any_more() {
    let mut editor = editor();
    editor.press("aWalks in");
    editor.write_outside(SHOP);
    let (read, path) = (disk::load(&editor.file()).expect("a map"), editor.file());
    disk::save(&path, &map(LATER), &read.comments, Some(&read.fingerprint), None).expect("saved");
    editor.reread();
    editor.press("<Esc>");
    assert_eq!((editor.state.context(), editor.state.map()), (Context::Board, &map(LATER)));
}

#[test]
fn a_map_that_is_only_read_is_told_and_not_asked() {
    let mut editor = editor();
    editor.state.session.file.as_mut().expect("a file").read_only = true;
    assert!(kept(&editor.write_outside(SHOP)).is_some());
    assert_eq!(editor.state.context(), Context::Board);
    assert!(message(&editor.state).contains("2 touchpoints"), "{}", message(&editor.state));
}

#[test]
fn the_question_fits_small_windows_in_both_languages() {
    for (language, sentence) in [(Language::English, "is missing now"), (Language::Spanish, "ahora falta")] {
        let mut editor = editor();
        editor.state.lang = periplo::lang::Lang::new(language);
        editor.write_outside(SHOP);
        let text = screen(&editor.state, 80, 24);
        assert!(text.contains(sentence), "{text}");
    }
}

#[test]
fn what_was_changed_here_and_deleted_by_hand_is_asked_as_a_conflict() {
    let mut editor = editor();
    editor.press("jm");
    let effects = editor.write_outside(&LATER.replace("(id: \"bbbbbbbb\", name: \"Compares\"), ", ""));
    assert!(kept(&effects).is_none(), "nothing of it is missing here");
    assert!(shown(&editor).contains("deleted it. Keep yours"), "{}", shown(&editor));
    editor.press("1<ctrl-s>");
    assert_eq!(before(&editor.saved_map()), ["Asks", "Compares", "Reads reviews"]);
}

#[test]
fn a_live_map_goes_on_when_nothing_is_missing_or_others_brought_it_back() {
    let mut editor = editor();
    editor.press(":live<Enter>jm");
    editor.write_outside(&LATER.replace("(id: \"bbbbbbbb\", name: \"Compares\"), ", ""));
    assert_eq!((editor.state.context(), editor.state.live_status()), (Context::Board, LiveStatus::On));

    let mut editor = self::editor();
    editor.press(":live<Enter>");
    editor.write_outside(SHOP);
    assert_eq!(
        missing(&editor),
        "2 touchpoints (“Reads reviews”, “Pays”) and 2 values (need of “Asks”, reach of “Asks”)"
    );
    editor.others_save(&LATER.replace(", during: [(id: \"dddddddd\", name: \"Pays\")]", ""));
    assert_eq!(missing(&editor), "1 touchpoint (“Pays”)", "the rest is back");
    editor.others_save(LATER);
    assert_eq!((editor.state.context(), editor.state.live_status()), (Context::Board, LiveStatus::On));
    assert!(message(&editor.state).contains("brought back"), "{}", message(&editor.state));
}

#[test]
fn the_question_names_the_lost_values_and_a_lost_phase() {
    let mut editor = editor();
    let moved = LATER.replace("name: \"Pays\")", "name: \"Pays\"), (id: \"bbbbbbbb\", name: \"Compares\")");
    let moved = moved.replace("(id: \"bbbbbbbb\", name: \"Compares\"), (id: \"cccc", "(id: \"cccc");
    editor.write_outside(&moved);
    assert_eq!(editor.state.context(), Context::Board);
    editor.write_outside(&LATER.replace(", need: \"advice\"", ""));
    assert_eq!(missing(&editor), "2 values (need of “Asks”, phase of “Compares”)");

    let mut editor = self::editor();
    editor.write_outside(&LATER.replace("\"Shop\"", "\"Shop\", persona: \"Eva\", goal: \"Buy\""));
    editor.write_outside(SHOP);
    let missing = missing(&editor);
    assert!(missing.contains("4 values (") && missing.ends_with("need of “Asks”, …)"), "{missing}");
}

#[test]
fn what_the_user_took_out_too_is_not_offered() {
    for (keys, context) in [("jjd", Context::Board), ("", Context::Confirmation)] {
        let mut editor = editor();
        editor.press(keys);
        let text = LATER.replace(", (id: \"cccccccc\", name: \"Reads reviews\")", "");
        editor.write_outside(&text);
        assert_eq!(editor.state.context(), context, "{keys}");
    }
    // The other losses are offered without it.
    let mut editor = editor();
    editor.press("jjd");
    let text = LATER.replace(", (id: \"cccccccc\", name: \"Reads reviews\")", "");
    editor.write_outside(&text.replace("(id: \"dddddddd\", name: \"Pays\")", ""));
    assert_eq!(missing(&editor), "1 touchpoint (“Pays”)");
    editor.press("1");
    assert_eq!(before(editor.state.map()), ["Asks", "Compares"]);
}

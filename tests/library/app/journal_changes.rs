//! Tests of what goes to the journal after the first change, and of large maps.

use crate::app::journal::{Editor, journal_entries, key};
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::update;

#[test]
fn after_the_first_change_only_what_changed_goes_to_the_journal_until_it_asks_for_the_whole_map() {
    let mut editor = Editor::new();
    let effects = key(&mut editor.state, "m");
    let mut in_journal = journal_entries(&effects)[0].map.clone();
    for pressed in ["u", "m", "1", "ctrl-down", "u", "ctrl-r"] {
        if let [Effect::AppendToJournal(change)] = key(&mut editor.state, pressed).as_slice() {
            in_journal = change.apply(&in_journal).expect("a change of the map in the journal");
            assert_eq!(&in_journal, editor.state.map(), "{pressed}");
        } else {
            // Undo has led to the saved map; the next change begins the journal again.
            in_journal = editor.state.map().clone();
        }
    }
    assert!(editor.state.session.document.is_dirty());
    let effects = update(&mut editor.state, Msg::JournalNeedsMap);
    assert_eq!(journal_entries(&effects).first().map(|entry| &entry.map), Some(editor.state.map()));
    let mut saved = Editor::new();
    assert!(update(&mut saved.state, Msg::JournalNeedsMap).is_empty());
}

#[test]
fn the_journal_of_a_large_map_is_prepared_while_nothing_is_unsaved() {
    let touchpoints: String = (0..10_000).map(|nth| format!("(id: \"{nth:08x}\", name: \"Asks\"),")).collect();
    let mut editor = Editor::with_text("(format: 1, title: \"Shop\")");
    std::fs::write(editor.file(), format!("(format: 1, title: \"Shop\", before: [{touchpoints}])")).expect("written");
    let effects = editor.reread();
    let prepared = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::PrepareJournal(_)));
    assert!(prepared(&effects), "{effects:?}");
    assert!(key(&mut editor.state, "j").is_empty());
    let effects = key(&mut editor.state, "m");
    assert!(matches!(effects.as_slice(), [Effect::WriteJournal(_)]), "{effects:?}");
    let effects = key(&mut editor.state, "u");
    assert!(matches!(effects.as_slice(), [Effect::ClearJournal, Effect::PrepareJournal(_)]), "{effects:?}");
}

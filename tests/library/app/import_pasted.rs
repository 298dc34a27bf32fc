//! Cells, lists and diagrams that are pasted at the board, and how their first row is read.

use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::import::{ImportDialog, ImportRow};
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Phase;

use super::import::{answer, press_answered};
use super::message;
use crate::support::{empty, names, press};

/// Pastes a text at an empty board.
fn pasted(text: &str) -> State {
    let mut state = empty(Language::English);
    paste_answered(&mut state, text);
    assert_eq!(state.context(), Context::Import, "{text}");
    state
}

fn paste_answered(state: &mut State, text: &str) {
    let effects = update(state, Msg::Paste(text.to_owned()));
    answer(state, effects);
}

fn dialog(state: &State) -> &ImportDialog {
    match state.dialogs.last() {
        Some(Dialog::Import(dialog)) => dialog,
        other => panic!("{other:?}"),
    }
}

/// Returns the names of all touchpoints of the map as it will be.
fn all(state: &State) -> Vec<String> {
    let proposal = dialog(state).proposal.as_ref().expect("a proposal");
    proposal.map.touchpoints().map(|(_, each)| each.name.to_string()).collect()
}

#[test]
fn the_first_row_is_a_touchpoint_unless_it_looks_like_headings() {
    let texts = [
        "Sees the ad\t@tv\nAsks a friend\tstreet\nPays\tshop",
        "Sees the ad\t1200\nAsks a friend\t300\nPays\t20",
        "before\tSees the ad\nbefore\tAsks a friend\nduring\tPays",
        "Sees the ad;tv;1.200\r\nAsks a friend;street;300\r\nPays;shop;20\r\n",
        "tv,Sees the ad,5\nstreet,Asks a friend,4\ntv,Pays,1",
        "Touchpoint\tChannel\nSees the ad\ttv\nAsks a friend\tstreet\nPays\tshop",
        "Punto de contacto;Canal\nSees the ad;tv\nAsks a friend;street\nPays;shop",
        "My map\n\nTouchpoint\tReach\nSees the ad\t5\nAsks a friend\t4\nPays\t3",
    ];
    for text in texts {
        let state = pasted(text);
        assert_eq!(all(&state), ["Sees the ad", "Asks a friend", "Pays"], "{text}");
    }
}

#[test]
fn a_key_says_whether_the_first_row_is_headings() {
    let mut state = pasted("Zzk\tQwx\nSees the ad\thome\nPays\tdesk");
    assert_eq!(all(&state), ["Zzk", "Sees the ad", "Pays"]);
    let row = dialog(&state).rows.iter().position(|row| *row == ImportRow::Headings).expect("a row");
    press(&mut state, "g");
    press(&mut state, &"j".repeat(row));
    press_answered(&mut state, "<Right>");
    assert_eq!(dialog(&state).has_headings, Some(true));
    assert_eq!(dialog(&state).columns[0].heading, "Zzk");
    assert_eq!(dialog(&state).chosen_row(), Some(ImportRow::Headings), "the cursor stays");
    press_answered(&mut state, "<Backspace>");
    assert_eq!(all(&state), ["Zzk", "Sees the ad", "Pays"]);
    press_answered(&mut state, "<Enter>");
    assert_eq!(state.map().len(), 3);
    assert_eq!(state.map().phase(Phase::Before)[1].notes.as_deref(), Some("home"), "without a letter for a heading");
}

#[test]
fn columns_without_headings_get_their_meaning_by_key() {
    let mut state = pasted("Sees the ad\thome\nPays\tdesk\nPays\tdoor");
    let row = dialog(&state).rows.iter().position(|row| *row == ImportRow::Column(1)).expect("a row");
    press(&mut state, "g");
    press(&mut state, &"j".repeat(row));
    press_answered(&mut state, "x");
    press_answered(&mut state, "<Enter>");
    assert!(state.map().touchpoints().all(|(_, each)| each.notes.is_none()));
}

#[test]
fn pasted_lists_diagrams_and_tables_are_read_like_files() {
    let list = "Antes de comprar:\n1. Busca\n2. Compara\nCompra:\n1. Paga\nDespués:\n1. Llama";
    let mut state = pasted(list);
    press_answered(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Busca", "Compara"]);
    assert_eq!(names(state.map(), Phase::During), ["Paga"]);
    assert_eq!(names(state.map(), Phase::After), ["Llama"]);
    let diagram =
        "journey\n  title Shop\n  section Before\n    Sees it: 3: Ana\n  section Purchase\n    Pays: 5: Ana\n";
    assert_eq!(all(&pasted(diagram)), ["Sees it", "Pays"]);
    assert_eq!(all(&pasted("| Touchpoint | Owner |\n| --- | --- |\n| Sees it | Ana |")), ["Sees it"]);
}

#[test]
fn cells_that_are_pasted_into_a_typed_line_are_shown_and_the_line_stays() {
    let mut state = empty(Language::English);
    press(&mut state, "aHalf a na");
    paste_answered(&mut state, "Sees the ad\ttv\nPays\tshop");
    assert_eq!(state.context(), Context::Import);
    press_answered(&mut state, "<Enter>");
    assert_eq!(state.map().len(), 2);
    assert_eq!(state.context(), Context::QuickEntry);
    press(&mut state, "me<Enter>");
    assert!(state.map().touchpoints().any(|(_, each)| &*each.name == "Half a name"));
    press(&mut state, "again");
    paste_answered(&mut state, "A\tB\nC\tD");
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::QuickEntry, "Esc goes back to the line");
}

#[test]
fn the_start_screen_takes_pasted_cells_and_lists() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Start));
    answer(&mut state, effects);
    paste_answered(&mut state, "Touchpoint\tReach\nSees the ad\t5\nPays\t3");
    assert_eq!(state.context(), Context::Import);
    press_answered(&mut state, "<Enter>");
    assert_eq!(state.map().len(), 2);
}

#[test]
fn a_path_that_does_not_exist_is_told_and_makes_no_touchpoint() {
    for path in ["/nowhere/miro.csv", "~/no such folder/miro.csv", "./nowhere/miro.xlsx", "'/nowhere/map.ron'"] {
        let mut state = empty(Language::English);
        paste_answered(&mut state, path);
        assert!(state.dialogs.is_empty() && state.map().is_empty(), "{path}");
        assert!(message(&state).contains("miro") || message(&state).contains("map.ron"), "{}", message(&state));
    }
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Start));
    answer(&mut state, effects);
    paste_answered(&mut state, "/nowhere/miro.csv");
    assert!(message(&state).contains("miro.csv"), "{}", message(&state));
}

#[test]
fn undo_names_the_import_and_keeps_the_selection() {
    let mut state = empty(Language::English);
    press(&mut state, "aFirst<Enter>Second<Enter><Esc>gg");
    let selected = state.board.selected();
    paste_answered(&mut state, "Touchpoint\tReach\nSees the ad\t5\nPays\t3");
    press_answered(&mut state, "<Enter>");
    press(&mut state, "u");
    assert_eq!(message(&state), "Undone: the import of what was pasted.");
    assert_eq!((state.map().len(), state.board.selected()), (2, selected));
    press(&mut state, "<ctrl-r>");
    assert_eq!(message(&state), "Redone: the import of what was pasted.");
    assert_eq!(state.board.selected(), selected);
}

#[test]
fn a_list_with_titles_opens_the_preview_also_with_marks_of_quick_entry() {
    let mut state = pasted("Antes\nVe el anuncio @o !\nPregunta\nCompra\nPaga =300\n");
    assert_eq!(all(&state), ["Ve el anuncio", "Pregunta", "Paga"]);
    press_answered(&mut state, "<Enter>");
    let [sees, _] = state.map().phase(Phase::Before) else { panic!("two touchpoints") };
    assert_eq!((sees.channel.as_deref(), sees.critical), (Some("o"), true));
    assert_eq!(state.map().phase(Phase::During)[0].reach, Some(300));
}

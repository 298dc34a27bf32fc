//! The preview of a file that is taken in: opening it, changing what it was taken for, and taking it in.

use std::fs;
use std::path::{Path, PathBuf};

use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::import::{ImportDialog, ImportRow};
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Phase;
use periplo::store::disk;
use periplo::term::import::interpret;

use super::message;
use crate::support::{names, press};

const CARDS: &str = "Text,Area,Colour,Width\n\
    Asks a neighbour,Discover,#fff,20\n\
    Tries the sofa,Discover,#fff,20\n\
    Pays at the desk,Pay,#fff,20\n";

/// Answers every request to read or interpret a file, until there is none.
pub(crate) fn answer(state: &mut State, effects: Vec<Effect>) {
    let mut pending = effects;
    while let Some(effect) = pending.pop() {
        if let Effect::Import(job) = effect {
            pending.extend(update(state, Msg::Interpreted { number: job.number, outcome: interpret(&job) }));
        }
    }
}

/// Presses keys, and answers the requests of each.
pub(crate) fn press_answered(state: &mut State, script: &str) {
    let effects = press(state, script);
    answer(state, effects);
}

/// Begins the program with a file of a folder that is removed afterwards.
fn begin(folder: &Path, name: &str, content: &str) -> (State, PathBuf) {
    let path = folder.join(name);
    fs::write(&path, content).expect("a file");
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    answer(&mut state, effects);
    (state, path)
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn dialog(state: &State) -> &ImportDialog {
    match state.dialogs.last() {
        Some(Dialog::Import(dialog)) => dialog,
        other => panic!("{other:?}"),
    }
}

/// Selects the first row for which `is_wanted` is true.
fn select(state: &mut State, is_wanted: impl Fn(&ImportRow) -> bool) {
    let target = dialog(state).rows.iter().position(is_wanted).expect("a row");
    press(state, "g");
    while dialog(state).chosen < target {
        press(state, "j");
    }
}

#[test]
fn enter_takes_a_table_into_a_new_map_in_one_step() {
    let folder = folder();
    let (mut state, path) = begin(folder.path(), "cards.csv", CARDS);
    assert_eq!(state.context(), Context::Import);
    press_answered(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Asks a neighbour", "Tries the sofa"]);
    assert_eq!(names(state.map(), Phase::During), ["Pays at the desk"]);
    assert!(state.is_unsaved() && state.session.file.is_none(), "the table is not the file of the map");
    press(&mut state, "<ctrl-s>");
    assert_eq!(state.context(), Context::Prompt, "saving asks for a name");
    press(&mut state, "<Esc>u");
    assert!(state.map().is_empty(), "one step undoes everything");
    press(&mut state, "u");
    assert!(message(&state).contains("nothing to undo") || message(&state).contains("as it was opened"));
    assert_eq!(fs::read_to_string(path).expect("the table"), CARDS, "the table is as it was");
}

#[test]
fn columns_and_phases_can_be_changed() {
    let folder = folder();
    let (mut state, _path) = begin(folder.path(), "cards.csv", CARDS);
    select(&mut state, |row| matches!(row, ImportRow::Stage(0)));
    press_answered(&mut state, "<Right>");
    let shown = dialog(&state).proposal.clone().expect("a proposal");
    assert_eq!(names(&shown.map, Phase::During), ["Asks a neighbour", "Tries the sofa", "Pays at the desk"]);
    select(&mut state, |row| matches!(row, ImportRow::Column(2)));
    press_answered(&mut state, "x");
    let column = &dialog(&state).proposal.as_ref().expect("a proposal").read.columns[2];
    assert_eq!((column.heading.as_str(), column.is_guess()), ("Colour", false), "the user chose it");
    press_answered(&mut state, "<Backspace>");
    assert!(dialog(&state).choices.columns.is_empty());
    select(&mut state, |row| matches!(row, ImportRow::Column(0)));
    press_answered(&mut state, "<Left>");
    press_answered(&mut state, "<Right>");
    press_answered(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::During).len(), 3);
}

#[test]
fn late_answers_are_dropped() {
    let folder = folder();
    let (mut state, _path) = begin(folder.path(), "cards.csv", CARDS);
    select(&mut state, |row| matches!(row, ImportRow::Stage(0)));
    let first = press(&mut state, "<Right>");
    let second = press(&mut state, "<Right>");
    answer(&mut state, second);
    answer(&mut state, first);
    let proposal = dialog(&state).proposal.clone().expect("a proposal");
    assert_eq!(names(&proposal.map, Phase::After), ["Asks a neighbour", "Tries the sofa"]);
}

#[test]
fn enter_waits_for_the_answer_to_the_last_choice() {
    let folder = folder();
    let (mut state, _path) = begin(folder.path(), "cards.csv", CARDS);
    select(&mut state, |row| matches!(row, ImportRow::Stage(0)));
    let asked = press(&mut state, "<Right>");
    press(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Import);
    answer(&mut state, asked);
    assert_eq!(names(state.map(), Phase::During).len(), 3);
}

#[test]
fn a_map_with_the_ending_of_a_text_is_opened_as_a_map() {
    let folder = folder();
    let path = folder.path().join("map.txt");
    let mut state = State::new(Lang::new(Language::English), 7);
    let map = crate::support::with_template(periplo::store::Template::ALL[0], Language::English);
    disk::create(&path, map.map(), &Default::default()).expect("a map");
    let effects = update(&mut state, Msg::Begin(Opening::Map(path.clone())));
    let job = effects.into_iter().find_map(|effect| if let Effect::Import(job) = effect { Some(job) } else { None });
    let job = job.expect("a request");
    let effects = update(&mut state, Msg::Interpreted { number: job.number, outcome: interpret(&job) });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Open { path: opened } if *opened == path)));
}

#[test]
fn esc_leaves_without_a_trace() {
    let folder = folder();
    let (mut state, path) = begin(folder.path(), "cards.csv", CARDS);
    press_answered(&mut state, "x<Esc>");
    assert_eq!(state.context(), Context::Start);
    assert_eq!(fs::read_to_string(path).expect("the table"), CARDS);
}

#[test]
fn a_missing_table_is_told() {
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Map("/nowhere/cards.csv".into())));
    answer(&mut state, effects);
    assert!(message(&state).contains("cards.csv"), "{}", message(&state));
    assert_ne!(state.context(), Context::Import);
}

const CELLS: &str = "Etapa\tPunto de contacto\tCanal\nAntes\tVe el anuncio\tweb\nDurante\t\"Paga en la tienda\nde la esquina\"\ttienda\n";

/// Pastes a text and answers what it asks for.
fn paste_answered(state: &mut State, text: &str) {
    let effects = update(state, Msg::Paste(text.to_owned()));
    answer(state, effects);
}

#[test]
fn pasted_cells_are_shown_and_go_into_the_open_map_in_one_step() {
    let mut state = crate::support::empty(Language::English);
    press(&mut state, "aHears of it<Enter><Esc>");
    for keys in ["", "a"] {
        press(&mut state, keys);
        paste_answered(&mut state, CELLS);
        assert_eq!(state.context(), Context::Import);
        press_answered(&mut state, "<Enter>");
        assert_eq!(names(state.map(), Phase::Before), ["Hears of it", "Ve el anuncio"]);
        assert_eq!(names(state.map(), Phase::During), ["Paga en la tienda de la esquina"]);
        press(&mut state, if keys.is_empty() { "u" } else { "<Esc>u" });
        assert_eq!(names(state.map(), Phase::Before), ["Hears of it"]);
    }
}

#[test]
fn rows_without_a_touchpoint_are_added_only_if_the_user_says_so() {
    let folder = folder();
    let path = folder.path().join("cards.csv");
    fs::write(&path, CARDS.replace("#fff", "")).expect("a file without colours, which would go into the notes");
    let mut state = crate::support::empty(Language::English);
    press(&mut state, "aAsks a neighbour<Enter><Esc>");
    paste_answered(&mut state, &path.to_string_lossy());
    assert_eq!(state.context(), Context::Import, "a dropped file is opened");
    assert_eq!(dialog(&state).proposal.as_ref().expect("a proposal").unmatched.len(), 2);
    press_answered(&mut state, "<Enter>");
    assert_eq!(state.context(), Context::Import, "there is nothing to take in");
    press_answered(&mut state, "+<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Asks a neighbour", "Tries the sofa"]);
    press(&mut state, "u");
    assert_eq!(state.map().len(), 1);
}

#[test]
fn a_text_that_only_looks_like_a_file_is_pasted() {
    let mut state = crate::support::empty(Language::English);
    paste_answered(&mut state, "Reads the notes.md");
    assert_eq!(state.context(), Context::QuickEntry);
    press(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Reads the notes.md"]);
}

#[test]
fn a_dropped_map_is_opened() {
    let folder = folder();
    let path = folder.path().join("my map.ron");
    let map = crate::support::with_template(periplo::store::Template::ALL[0], Language::English);
    disk::create(&path, map.map(), &Default::default()).expect("a map");
    let mut state = crate::support::empty(Language::English);
    let effects = update(&mut state, Msg::Paste(format!("'{}' ", path.display())));
    let job = effects.into_iter().find_map(|effect| if let Effect::Import(job) = effect { Some(job) } else { None });
    let job = job.expect("a request");
    let effects = update(&mut state, Msg::Interpreted { number: job.number, outcome: interpret(&job) });
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Open { path: opened } if *opened == path)));
}

#[test]
fn a_long_list_goes_into_the_selected_phase() {
    let list: String = (0..30).map(|nth| format!("Step {nth} of the way\n")).collect();
    let mut state = crate::support::empty(Language::English);
    press(&mut state, "l");
    paste_answered(&mut state, &list);
    assert_eq!(state.context(), Context::Import);
    press_answered(&mut state, "<Enter>");
    assert_eq!(state.map().phase(Phase::During).len(), 30);
}

#[test]
fn a_pasted_paragraph_is_named_by_its_first_words() {
    let paragraph = "Nobody knows at first what the delivery will cost, and who carries it up. ".repeat(4);
    let mut state = crate::support::empty(Language::English);
    paste_answered(&mut state, &format!("Hears of the shop\n{paragraph}\nPays by card\n"));
    let pasted = &state.map().phase(Phase::Before)[1];
    assert!(pasted.name.starts_with("Nobody knows at first") && pasted.name.ends_with('…'), "{}", pasted.name);
    assert_eq!(pasted.notes.as_deref(), Some(paragraph.trim()));
    assert!(message(&state).contains("in the notes"), "{}", message(&state));
    press(&mut state, "u");
    assert!(state.map().is_empty());
    paste_answered(&mut state, &paragraph);
    assert_eq!(state.map().len(), 1, "also alone");
}

#[test]
fn a_table_without_known_headings_can_be_told() {
    let folder = folder();
    let (mut state, _path) = begin(folder.path(), "odd.csv", "Qwx,Zzk\nSees it,tv\nBuys it,shop\n");
    assert!(dialog(&state).failure.is_some(), "nothing says which column holds touchpoints");
    select(&mut state, |row| matches!(row, ImportRow::Column(0)));
    press_answered(&mut state, "<Right><Right>");
    let mut steps = 0;
    while dialog(&state).failure.is_some() && steps < 60 {
        press_answered(&mut state, "<Right>");
        steps += 1;
    }
    assert!(dialog(&state).failure.is_none());
    press_answered(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["Sees it", "Buys it"]);
}

/// Presses a key until the row that the test selected is taken for what it wants.
fn press_until(state: &mut State, key: &str, is_wanted: impl Fn(&ImportDialog) -> bool) {
    for _ in 0..60 {
        if is_wanted(dialog(state)) {
            return;
        }
        press_answered(state, key);
    }
    panic!("{key} never gets there");
}

#[test]
fn tags_and_colours_get_their_meaning_by_key() {
    let folder = folder();
    let cards = "Text,Area,Tags,Colour\nAsks a neighbour,Discover,\"waiting, paper\",#FCF281\n\
        Pays at the desk,Pay,waiting,#fcf281\nGets a letter,Pay,sad,#FFFFFF\n";
    let (mut state, _path) = begin(folder.path(), "cards.csv", cards);
    let found: Vec<_> = {
        let marks = &dialog(&state).proposal.as_ref().expect("a proposal").read.values.marks;
        marks.iter().map(|mark| (mark.text.clone(), mark.count)).collect()
    };
    let expected = [("waiting", 2), ("paper", 1), ("sad", 1), ("#FCF281", 2), ("#FFFFFF", 1)];
    assert_eq!(found, expected.map(|(text, count)| (text.to_owned(), count)));
    select(&mut state, |row| *row == ImportRow::Mark(0));
    press_until(&mut state, "<Right>", |dialog| dialog.choices.tags.iter().any(|(_, meaning)| meaning.critical));
    select(&mut state, |row| *row == ImportRow::Mark(3));
    press_answered(&mut state, "<Right>");
    press_answered(&mut state, "<Enter>");
    let map = state.map();
    let during = map.phase(Phase::During);
    let paying = during.iter().find(|each| &*each.name == "Pays at the desk").expect("the touchpoint");
    assert!(paying.critical && paying.kind == Some(periplo::map::Kind::Online), "{paying:?}");
    let asking = &map.phase(Phase::Before)[0];
    assert_eq!(asking.notes.as_deref(), Some("Tags: paper"));
}

#[test]
fn a_tag_that_means_nothing_is_kept_in_the_notes() {
    let folder = folder();
    let (mut state, _path) = begin(folder.path(), "cards.csv", "Text,Area,Tags\nAsks,Discover,online\nPays,Pay,\n");
    select(&mut state, |row| *row == ImportRow::Mark(0));
    press_until(&mut state, "<Left>", |dialog| dialog.choices.tags.iter().any(|(_, meaning)| meaning.kind.is_none()));
    press_answered(&mut state, "<Enter>");
    let asking = &state.map().phase(Phase::Before)[0];
    assert_eq!((asking.kind, asking.notes.as_deref()), (None, Some("Tags: online")));
}

#[test]
fn one_group_of_a_column_is_chosen_by_key() {
    let folder = folder();
    let counts = "Step,Device,Users\nSees it,mobile,700\nSees it,desktop,300\nBuys it,mobile,70\nBuys it,desktop,60\n";
    let (mut state, _path) = begin(folder.path(), "counts.csv", counts);
    let reach = |state: &State| dialog(state).proposal.as_ref().expect("a proposal").map.phase(Phase::Before)[0].reach;
    assert_eq!(reach(&state), Some(1000));
    select(&mut state, |row| *row == ImportRow::Group(0));
    press_answered(&mut state, "<Right>");
    assert_eq!(reach(&state), Some(700));
    press_answered(&mut state, "<Right>");
    assert_eq!(reach(&state), Some(300));
    press_answered(&mut state, "<Backspace>");
    assert_eq!(reach(&state), Some(1000));
}

#[test]
fn a_map_of_an_inventory_of_several_is_chosen_by_key() {
    let folder = folder();
    let tables = [
        ("maps.csv", "Map,Phase,Touchpoint\nShop,before,Sees it\nHotel,before,Calls\nHotel,during,Sleeps\n"),
        (
            "maps.json",
            r#"[{"map": "Shop", "phase": "before", "touchpoint": "Sees it"},
                {"map": "Hotel", "phase": "before", "touchpoint": "Calls"}]"#,
        ),
    ];
    for (name, content) in tables {
        let (mut state, _path) = begin(folder.path(), name, content);
        assert!(dialog(&state).failure.is_none(), "{:?}", dialog(&state).failure);
        select(&mut state, |row| *row == ImportRow::Map);
        let proposed = |state: &State| names(&dialog(state).proposal.as_ref().expect("a proposal").map, Phase::Before);
        assert_eq!(proposed(&state), ["Sees it"], "{name}");
        press_answered(&mut state, "<Right>");
        assert_eq!(proposed(&state), ["Calls"], "{name}");
        press_answered(&mut state, "<Right>");
        assert_eq!(proposed(&state), ["Sees it"], "{name}");
    }
}

#[test]
fn no_remark_of_the_preview_names_an_option_of_the_command_line() {
    let folder = folder();
    let page = "# Page\n\n```mermaid\njourney\n  section Qwx\n    Sees it: 3: Me\n```\n\n```mermaid\njourney\n  section Zzk\n    Buys: 3: Me\n```\n\n\
        | Text | Area |\n| --- | --- |\n| Calls | Pay |\n";
    let counts = "Step,Device,Users\nSees it,mobile,700\nSees it,desktop,300\nBuys it,mobile,70\nBuys it,desktop,60\n";
    for (name, content) in [("page.md", page), ("counts.csv", counts), ("odd.csv", "Qwx,Zzk\nSees it,tv\n")] {
        let (mut state, _path) = begin(folder.path(), name, content);
        if dialog(&state).rows.contains(&ImportRow::Group(0)) {
            select(&mut state, |row| *row == ImportRow::Group(0));
            press_answered(&mut state, "<Right>");
        }
        let remarks = dialog(&state).proposal.iter().flat_map(|proposal| &proposal.read.imported.remarks);
        let faults = dialog(&state).failure.iter().flat_map(|failure| &failure.faults);
        let options: Vec<_> = remarks.chain(faults).filter(|remark| remark.text.contains("--")).collect();
        assert!(options.is_empty(), "{options:?}");
    }
}

#[test]
fn columns_with_the_same_heading_are_chosen_one_by_one() {
    let folder = folder();
    let cards =
        "ID,Text,Area,Remark,Empty,Remark\n12,Asks a neighbour,Discover,first,,second\n13,Pays,Pay,third,,fourth\n";
    let (mut state, _path) = begin(folder.path(), "cards.csv", cards);
    select(&mut state, |row| *row == ImportRow::Column(4));
    press_answered(&mut state, "x<Enter>");
    assert_eq!(state.map().phase(Phase::Before)[0].notes.as_deref(), Some("Remark: first"));
}

//! Tests of the user's key file: what it can change, and the faults it can have.

use crokey::KeyCombination;
use crossterm::event::{KeyCode, KeyModifiers};
use periplo::app::faults::picture::{FaultyText, picture};
use periplo::app::input::key_name as name;
use periplo::app::input::key_table::BINDINGS;
use periplo::app::input::keys_text;
use periplo::app::input::remap::remapped;
use periplo::app::model::action::{Action, Reply};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::keymap::{Binding, Keymap};
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Phase;
use periplo::store::{Fault, Problem};

use crate::support::{empty, names, press};

/// Returns a board with the keys of a text, which must have no faults.
fn with_keys(text: &str) -> State {
    let (keys, faults) = remapped(text);
    assert_eq!(faults, [], "{text}");
    State { keys, ..empty(Language::English) }
}

/// Returns the problems of a key file and checks that the usual keys stay as they were.
fn problems(text: &str) -> Vec<Problem> {
    let (keys, faults) = remapped(text);
    assert!(keys == Keymap::default(), "{text}");
    faults.into_iter().map(|Fault { problem, .. }| problem).collect()
}

#[test]
fn a_new_key_replaces_the_usual_one() {
    let mut state = with_keys("(board: (quick_entry: [\"insert\", \"ñ\"], show_review: [\"alt-r\"]))");
    press(&mut state, "a");
    assert!(state.dialogs.is_empty());
    press(&mut state, "<insert>Pays<Enter><Esc>ñLeaves<Enter><Esc>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays", "Leaves"]);
    press(&mut state, "?alt-r");
    let Some(Dialog::Help(help)) = state.dialogs.last() else { panic!("the help is open") };
    let listed = help.listed(&state.lang, &state.keys);
    assert_eq!(listed.iter().map(|binding| binding.action.name()).collect::<Vec<_>>(), ["show-review"]);
}

#[test]
fn two_actions_can_swap_keys() {
    // A name may be written with a dash too.
    let mut state = with_keys("(board: (quick-entry: [\"d\"], delete: [\"a\"]))");
    press(&mut state, "dPays<Enter><Esc>a");
    assert!(state.map().is_empty());
}

#[test]
fn an_action_can_have_no_key() {
    let mut state = with_keys("(\n    // Never again by mistake\n    board: (delete: [],),\n)");
    press(&mut state, "aPays<Enter><Esc>d<delete>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays"]);
}

#[test]
fn keys_apply_only_in_their_own_context() {
    let mut state = with_keys("(board: (save_as: [\"f9\"]), help: (leave: [\"f9\", \"esc\"]))");
    press(&mut state, "?<f9>");
    assert!(state.dialogs.is_empty());
    press(&mut state, "<f9>");
    assert!(matches!(state.dialogs.last(), Some(Dialog::Prompt(_))));
}

#[test]
fn quit_and_leave_must_keep_a_key() {
    assert_eq!(problems("(board: (quit: []))"), [Problem::NeedsKey { action: "quit" }]);
    assert_eq!(problems("(form: (leave: []))"), [Problem::NeedsKey { action: "leave" }]);
    // Without these, a question is left only by saving, and the presentation and the tour not at all.
    assert_eq!(problems("(question: (discard: []))"), [Problem::NeedsKey { action: "discard" }]);
    let leave = Problem::NeedsKey { action: "leave-presentation" };
    assert_eq!(problems("(presentation: (leave_presentation: []))"), [leave]);
    assert_eq!(problems("(tour: (end_tour: []))"), [Problem::NeedsKey { action: "end-tour" }]);
    let mut state = with_keys("(board: (quit: [\"f10\"]))");
    assert!(matches!(press(&mut state, "<f10>")[..], [Effect::Quit]));
}

#[test]
fn every_context_can_be_left_whatever_has_no_key() {
    for context in Context::ALL {
        let no_keys = |binding: &Binding| format!("{}: [], ", binding.action.name());
        let own = BINDINGS.iter().filter(|binding| binding.context == context).map(no_keys).collect::<String>();
        let (keys, _) = remapped(&format!("({}: ({own}))", context.name()));
        let leaves = |action: Action| {
            matches!(action, Action::Quit | Action::EndTour | Action::Reply(Reply::Leave | Reply::Discard))
        };
        let contexts = [Some(context), context.parent()].into_iter().flatten();
        let mut bindings = contexts.flat_map(|context| keys.bindings(context));
        assert!(bindings.any(|binding| leaves(binding.action) && !binding.keys.is_empty()), "{context:?}");
    }
}

#[test]
fn a_pane_cannot_cover_every_key_that_quits() {
    let covered = "(board: (quit: [\"f10\"]), funnel: (give_conversion: [\"f10\"]))";
    let (keys, faults) = remapped(covered);
    assert!(matches!(faults[..], [Fault { problem: Problem::NeedsKey { action: "quit" }, .. }]), "{faults:?}");
    assert_eq!(keys.keys(Context::Funnel, Action::Quit).count(), 1);
    with_keys("(review: (accept_finding: [\"q\"]))");
}

#[test]
fn the_keys_that_are_printed_can_be_read_again() {
    let texts = [
        "()",
        "(presentation: (leave_presentation: [\"esc\"]))",
        "(presentation: (leave_presentation: [\"backspace\"], previous_step: []))",
    ];
    for text in texts {
        let (keys, faults) = remapped(text);
        assert_eq!(faults, [], "{text}");
        let (again, faults) = remapped(&keys_text::text(&Lang::new(Language::English), &keys));
        assert_eq!(faults, [], "{text}");
        assert_eq!(again, keys, "{text}");
    }
}

#[test]
fn a_doubly_bound_key_keeps_its_first_action() {
    let taken = |key: &str, action| Problem::TakenKey { key: key.to_owned(), action };
    assert_eq!(problems("(board: (quick_entry: [\"u\"]))"), [taken("u", "undo")]);
    // The entry that would free the key is faulty itself.
    let both = problems("(board: (quick_entry: [\"u\"], undo: [\"nonsense\"]))");
    assert_eq!(both.len(), 2, "{both:?}");
    let (keys, faults) = remapped("(board: (quick_entry: [\"f9\"], delete: [\"f9\"]))");
    assert_eq!(faults.len(), 1);
    let key = name::parse("f9").expect("a key");
    let state = State { keys, ..empty(Language::English) };
    assert_eq!(state.keys.action(Context::Board, key).map(|action| action.name()), Some("quick-entry"));
}

#[test]
fn valid_entries_apply_beside_faulty_ones() {
    let (keys, faults) =
        remapped("(board: (quick_entry: [\"f2\"], undo: [\"zz\"], udno: [\"f3\"]), form: 3, bord: ())");
    assert_eq!(faults.len(), 4, "{faults:?}");
    let mut state = State { keys, ..empty(Language::English) };
    press(&mut state, "<f2>Pays<Enter><Esc>");
    assert_eq!(names(state.map(), Phase::Before), ["Pays"]);
    press(&mut state, "u");
    assert!(state.map().is_empty());
}

#[test]
fn keys_that_type_text_cannot_be_bound_where_text_is_typed() {
    for context in ["quick_entry", "form", "notes", "prompt", "help"] {
        for key in ["x", "X", "space", "backspace", "ñ", "?"] {
            let found = problems(&format!("({context}: (leave: [\"{key}\"]))"));
            assert_eq!(found, [Problem::TypedKey { key: key.to_owned() }], "{context}");
        }
        assert_eq!(remapped(&format!("({context}: (leave: [\"alt-x\", \"f12\"]))")).1, []);
    }
}

#[test]
fn keys_that_no_terminal_sends_are_refused() {
    for key in [
        "ctrl-i",
        "ctrl-m",
        "ctrl-shift-a",
        "ctrl-1",
        "shift-1",
        "shift-space",
        "cmd-s",
        "shift-enter",
        "ctrl-esc",
        "ctrl-backspace",
        "f24",
    ] {
        let key = key.to_owned();
        assert_eq!(problems(&format!("(board: (undo: [\"{key}\"]))")), [Problem::UnsentKey { key }]);
    }
}

#[test]
fn a_misspelt_key_comes_with_a_suggestion() {
    for (typed, suggested) in [
        ("Ctrl+S", "ctrl-s"),
        ("control-x", "ctrl-x"),
        ("<C-x>", "ctrl-x"),
        ("Return", "enter"),
        ("escape", "esc"),
        ("intro", "enter"),
        ("PgUp", "pageup"),
        ("page-up", "pageup"),
        ("Shift+F3", "shift-f3"),
        ("spcae", "space"),
    ] {
        let expected = Problem::UnknownKey { found: typed.to_owned(), suggestion: Some(suggested.to_owned()) };
        assert_eq!(problems(&format!("(board: (undo: [\"{typed}\"]))")), [expected]);
    }
    for typed in ["", "a-b", "zz", "f99", "-", "ctrl-", "\\u{7}", "hyper-x"] {
        let found = problems(&format!("(board: (undo: [\"{typed}\"]))"));
        let none = matches!(found[..], [Problem::UnknownKey { suggestion: None, .. }]);
        assert!(none || typed == "-", "{typed:?}: {found:?}");
    }
}

#[test]
fn every_key_name_parses_to_its_key() {
    let mut keys: Vec<KeyCombination> = BINDINGS.iter().flat_map(|binding| binding.keys.iter()).copied().collect();
    let none = KeyModifiers::NONE;
    let codes = ('!'..='~').chain("ñÑçßéÉж".chars()).map(KeyCode::Char).chain((1..=12).map(KeyCode::F));
    for code in codes.chain([KeyCode::Insert, KeyCode::Home, KeyCode::PageDown, KeyCode::Up, KeyCode::Enter]) {
        for modifiers in [none, KeyModifiers::SHIFT, KeyModifiers::CONTROL, KeyModifiers::ALT] {
            keys.push(KeyCombination::one_key(code, modifiers).normalized());
        }
    }
    for key in keys.into_iter().filter(|&key| name::is_sent(key)) {
        // Capital letters always come with Shift, and small letters never do.
        let letter = matches!(key.codes.first(), KeyCode::Char(c) if c.is_lowercase() || c.is_uppercase());
        let is_capital = matches!(key.codes.first(), KeyCode::Char(c) if c.is_uppercase());
        if !letter || is_capital == key.modifiers.contains(KeyModifiers::SHIFT) {
            assert_eq!(name::parse(&name::name(key)), Some(key), "{}", name::name(key));
        }
    }
    assert_eq!(name::parse("J"), name::parse("shift-j"));
    assert_eq!(name::parse("Ctrl-S"), name::parse("ctrl-s"));
    assert_eq!(name::parse("shift-tab"), name::parse("backtab"));
    assert_eq!(name::parse("-"), name::parse("hyphen"));
}

#[test]
fn the_pictures_of_faults_say_what_to_write() {
    let text = "(\n    bord: (),\n    board: (\n        quick_entri: [\"a\"],\n        undo: \"u\",\n        redo: [\"Ctrl+R\"],\n        copy: [\"q\"],\n    ),\n)\n";
    let (_, faults) = remapped(text);
    let drawn = picture(&Lang::new(Language::English), FaultyText { file: "keys.ron", text, faults: &faults }, false);
    let expected = "\
error: there is no context of keys called `bord`
 --> keys.ron:2:5
  |
2 |     bord: (),
  |     ^^^^ unknown
  = help: did you mean `board`?

error: there is no action `quick_entri` here
 --> keys.ron:4:9
  |
4 |         quick_entri: [\"a\"],
  |         ^^^^^^^^^^^ unknown
  = help: did you mean `quick_entry`?

error: `undo` should be a list of texts
 --> keys.ron:5:15
  |
5 |         undo: \"u\",
  |               ^^^ expected `[\"…\", \"…\"]`
  = help: put square brackets around, even for one: `undo: [\"…\"]`

error: there is no key `Ctrl+R`
 --> keys.ron:6:16
  |
6 |         redo: [\"Ctrl+R\"],
  |                ^^^^^^^^ unknown
  = help: did you mean `ctrl-r`?

error: `q` already means `quit` here
 --> keys.ron:7:16
  |
7 |         copy: [\"q\"],
  |                ^^^ means two things
  = help: choose another key, or give `quit` other keys too: `quit: [ … ]`
";
    assert_eq!(drawn, expected);
}

#[test]
fn odd_key_files_are_reported_and_never_fatal() {
    let unchanged =
        ["", "\n", "// nothing yet\n", "()", "\u{feff}(\r\n    board: (),\r\n)", "(board: (quick_entry: [\"a\"]))"];
    for text in unchanged {
        assert!(remapped(text) == (Keymap::default(), Vec::new()), "{text:?}");
    }
    let twice = "(board: (undo: [\"f9\"], undo: [\"f8\"]))";
    assert!(matches!(remapped(twice).1[..], [Fault { problem: Problem::DuplicateField { field: "undo" }, .. }]));
    for text in [
        "{\"board\": {\"undo\": [\"x\"]}}",
        "[]",
        "board",
        "(",
        "(board: (undo: [\"x\"",
        "(board: [])",
        "(board: (undo: [x]))",
        "(board: (undo: [1]))",
        "(board: (undo: [\"x\" \"y\"]))",
        "(board (undo: [\"x\"]))",
        "(board: (undo: ['x']))",
        "(\"board\": (undo: [\"f9\"]))",
        "(board: {\"undo\": [\"f9\"]})",
        "(board: (undo:))",
        "(board: (undo: [\"f9\"])) more",
        "(format: 1, title: \"a map\")",
    ] {
        assert!(!remapped(text).1.is_empty(), "{text:?}");
        for language in Language::ALL {
            let faulty = FaultyText { file: "keys.ron", text, faults: &remapped(text).1 };
            assert!(!picture(&Lang::new(language), faulty, false).is_empty());
        }
    }
    let deep = "(".repeat(100_000);
    assert!(!remapped(&deep).1.is_empty());
    // The entries before the end of a truncated file still apply.
    let (keys, faults) = remapped("(board: (quick_entry: [\"f2\"], undo: [\"f3\"");
    assert!(!faults.is_empty());
    assert!(keys != Keymap::default());
}

/// Types letters of another layout, each with the key in its place.
fn type_on_layout(state: &mut State, letters: &[(char, &str)]) {
    for &(letter, latin) in letters {
        let typed = KeyCombination::one_key(KeyCode::Char(letter), KeyModifiers::NONE).normalized();
        let latin = name::parse(latin).expect("a key");
        update(state, Msg::OtherLayoutKey { typed, latin });
    }
}

#[test]
fn the_keys_of_another_layout_act_in_their_places_and_its_text_is_typed() {
    let mut state = empty(Language::English);
    // The Cyrillic letter ф is on the key of the Latin a.
    type_on_layout(&mut state, &[('ф', "a"), ('ф', "a"), ('ы', "s")]);
    press(&mut state, "<Enter><Esc>");
    assert_eq!(names(state.map(), Phase::Before), ["фы"]);
    type_on_layout(&mut state, &[('е', "t"), ('Ж', ":")]);
    assert_eq!(state.context(), Context::Palette);
    press(&mut state, "<Esc>");
    // In a form, text is typed in the name, and a digit of another alphabet picks an option.
    press(&mut state, "e");
    type_on_layout(&mut state, &[('в', "d")]);
    while state.context() != Context::Choice {
        press(&mut state, "<tab>");
    }
    type_on_layout(&mut state, &[('۱', "1")]);
    press(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["фыв"]);
    assert!(state.map().touchpoints().all(|(_, each)| each.kind.is_some()));
    // In a question it is the key of the answer.
    type_on_layout(&mut state, &[('й', "q"), ('в', "d")]);
    assert!(state.dialogs.is_empty());
    type_on_layout(&mut state, &[('ё', "`")]);
    let text = state.message.as_ref().map(|message| message.text.as_str()).expect("a message");
    assert!(text.starts_with("` does nothing here."), "{text}");
}

#[test]
fn a_letter_of_another_layout_with_an_action_of_its_own_does_that() {
    let mut state = with_keys("(board: (show_review: [\"ф\"]))");
    type_on_layout(&mut state, &[('ф', "a")]);
    assert!(state.dialogs.is_empty());
}

#[test]
fn letters_of_another_layout_typed_ahead_are_commands_and_text() {
    let mut state = State::new(Lang::new(Language::English), 7);
    update(&mut state, Msg::Begin(Opening::Map("a.ron".into())));
    type_on_layout(&mut state, &[('ф', "a"), ('ы', "s")]);
    let outcome = Err(periplo::store::OpenError::NotFound);
    update(&mut state, Msg::Opened { path: "a.ron".into(), outcome, found: Default::default() });
    press(&mut state, "<Enter>");
    assert_eq!(names(state.map(), Phase::Before), ["ы"]);
}

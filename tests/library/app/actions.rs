//! Tests that no key is silent: each changes the screen, returns an effect, or shows why it is refused.

use periplo::app::model::action::Action;
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::Phase;
use periplo::store::{OpenError, SaveError, Template};

use crate::app::{first, message};
use crate::support::{empty, names, press, screen, with_template};

/// Presses every key of a context, each in a new state, and checks that it has a visible result or an effect.
/// The actions in `except` must have none.
fn no_key_is_silent(make: impl Fn() -> State, context: Context, except: &[&str]) {
    for binding in make().keys.bindings(context) {
        let mut state = make();
        assert_eq!(state.context(), context);
        state.message = None;
        let before = screen(&state, 80, 24);
        let key = binding.keys[0];
        let effects = update(&mut state, Msg::Key(key));
        let has_result = screen(&state, 80, 24) != before || !effects.is_empty();
        let name = binding.action.name();
        assert_eq!(has_result, !except.contains(&name), "{context:?}: {name} ({key})\n{}", screen(&state, 80, 24));
    }
}

fn retail(script: &str) -> State {
    let mut state = with_template(Template::Retail, Language::English);
    press(&mut state, script);
    state
}

#[test]
fn every_key_of_the_board_has_a_result() {
    for script in [
        "lj",
        "ljvvu",
        "ljyf#on<Enter>",
        "ljf#on<Enter>F",
        "lj/a<Enter>",
        "lj<Space>",
        "ljz",
        "ljt",
        "ljc",
        "lj<ctrl-a>",
    ] {
        no_key_is_silent(|| retail(script), Context::Board, &[]);
    }
    // Also in the second phase of an empty map.
    let second_phase = || {
        let mut state = empty(Language::English);
        press(&mut state, "l");
        state
    };
    no_key_is_silent(second_phase, Context::Board, &[]);
}

#[test]
fn every_key_of_the_side_panes_has_a_result() {
    for script in ["lj<Tab>", "lj<Tab>+", "<Tab>G"] {
        no_key_is_silent(|| retail(script), Context::Funnel, &[]);
    }
    no_key_is_silent(|| retail("Rj"), Context::Review, &[]);
    no_key_is_silent(|| retail("Tj"), Context::Priorities, &[]);
    no_key_is_silent(
        || {
            let mut state = empty(Language::English);
            press(&mut state, "T");
            state
        },
        Context::Priorities,
        &[],
    );
}

#[test]
fn every_key_of_the_presentation_has_a_result() {
    for script in ["ljP", "ljPz", "ljPR", "ljPvR", "lGP<Right>", "ljPP"] {
        no_key_is_silent(|| retail(script), Context::Presentation, &[]);
    }
}

#[test]
fn every_key_of_a_dialog_has_a_result() {
    no_key_is_silent(|| retail("a@te<Down>"), Context::QuickEntry, &[]);
    // Without completions there is nothing to move through.
    no_key_is_silent(|| retail("aAsks"), Context::QuickEntry, &["next", "previous"]);
    no_key_is_silent(|| retail("lj<Enter><Tab><Tab><Tab>"), Context::Form, &[]);
    no_key_is_silent(|| retail("lj<Enter><Tab>"), Context::Choice, &[]);
    no_key_is_silent(|| retail("ljr"), Context::Prompt, &[]);
    no_key_is_silent(|| retail("f#"), Context::Filter, &[]);
    no_key_is_silent(|| retail("f<Down><Down><Right>"), Context::FilterChoices, &[]);
    no_key_is_silent(|| retail(":e<Down>"), Context::Palette, &[]);
    no_key_is_silent(|| retail(":zzz"), Context::Palette, &["next", "previous", "page-up", "page-down"]);
    no_key_is_silent(|| retail("x"), Context::Export, &[]);
    no_key_is_silent(|| retail("vq"), Context::Question, &[]);
    no_key_is_silent(|| retail("?<Down>"), Context::Help, &[]);
    no_key_is_silent(|| retail("C<Down>"), Context::Themes, &[]);
}

#[test]
fn every_key_without_an_open_map_has_a_result() {
    let start = || {
        let mut state = State::new(periplo::lang::Lang::new(Language::English), 7);
        press(&mut state, "j");
        state
    };
    no_key_is_silent(start, Context::Start, &[]);
    let unreadable = || {
        let mut state = State::new(periplo::lang::Lang::new(Language::English), 7);
        let path = std::path::PathBuf::from("a.ron");
        update(&mut state, Msg::Begin(Opening::Map(path.clone())));
        let outcome = Err(OpenError::TooLarge { size: 2, limit: 1 });
        update(&mut state, Msg::Opened { path, outcome, found: Default::default() });
        state
    };
    // A picture of one line does not scroll.
    no_key_is_silent(unreadable, Context::Unreadable, &["next", "previous"]);
}

#[test]
fn duplicating_marked_touchpoints_marks_the_duplicates() {
    let mut state = retail("<Space><Space>D");
    let copies: Vec<_> = state.board.marked.iter().copied().collect();
    assert_eq!(copies.len(), 2);
    let originals = names(state.map(), Phase::Before);
    press(&mut state, "d");
    assert_eq!(names(state.map(), Phase::Before).len() + 2, originals.len());
    assert!(copies.iter().all(|&id| state.map().find(id).is_none()), "the next action applied to the duplicates");
    // Duplicating an unmarked touchpoint marks nothing.
    assert!(retail("D").board.marked.is_empty());
}

#[test]
fn a_change_outside_the_view_is_reported_with_its_value() {
    let mut state = retail("PR");
    let name = first(&state).name.to_string();
    press(&mut state, "m");
    assert!(message(&state).contains(&name), "{}", message(&state));
    assert!(message(&state).ends_with(if first(&state).critical { "yes" } else { "no" }), "{}", message(&state));
}

#[test]
fn a_save_reports_what_it_wrote() {
    let mut state = retail("v");
    press(&mut state, "<ctrl-s><Enter>");
    assert!(
        message(&state).contains("a-holiday-shop.ron") || message(&state).contains("Saving"),
        "{}",
        message(&state)
    );
    let revision = state.session.document.revision();
    let seen = periplo::store::Fingerprint { length: 4_200, hash: 1 };
    let path = std::path::PathBuf::from("shop.ron");
    update(&mut state, Msg::Saved { path, revision, outcome: Ok(seen.into()) });
    let count = state.map().len().to_string();
    for part in ["shop.ron", &count, "5 kB"] {
        assert!(message(&state).contains(part), "{}", message(&state));
    }
}

#[test]
fn a_page_of_all_phases_refuses_to_show_one_phase() {
    for script in ["PR", "lGP<Right>"] {
        let mut state = retail(script);
        press(&mut state, "P");
        let why = state.refusal_text(periplo::app::model::reason::Reason::NotByPhase);
        assert_eq!(message(&state), why);
        assert!(why.contains(&state.key_label(Action::Enlarge)));
    }
}

#[test]
fn a_refused_file_name_returns_to_the_palette_for_correction() {
    let mut state = retail("v");
    let mut effects = press(&mut state, ":w nowhere/shop<Enter>");
    let Some(Effect::Save { path, revision, .. }) = effects.pop() else { panic!("{effects:?}") };
    let outcome = Err(SaveError::NoFolder("nowhere".into()));
    update(&mut state, Msg::Saved { path, revision, outcome });
    let Some(Dialog::Palette(palette)) = state.dialogs.last() else { panic!("the palette is back") };
    assert_eq!(palette.line.text(), ":w nowhere/shop.ron");
    assert!(message(&state).contains("no folder"), "{}", message(&state));
}

#[test]
fn a_command_is_refused_as_a_file_name() {
    for script in [":w :e x<Enter>", ":e :w<Enter>", "W<ctrl-u>:wq<Enter>"] {
        let mut state = retail("v");
        let effects = press(&mut state, script);
        assert!(effects.is_empty(), "{script}: {effects:?}");
        assert!(message(&state).contains("looks like a command"), "{script}: {}", message(&state));
        assert!(!state.dialogs.is_empty(), "what was typed can be corrected");
    }
    assert!(!press(&mut retail("v"), ":w ./:e<Enter>").is_empty(), "a path with a folder is accepted");
}

#[test]
fn a_filter_completes_severities_and_suggests_similar_rules() {
    for (line, wanted) in [
        ("rule:warn", "rule:warning"),
        ("rule:h", "rule:hint"),
        ("regla:avi", "regla:aviso"),
        ("regla:sug", "regla:sugerencia"),
    ] {
        let filter = periplo::map::Filter::parse(line);
        assert_eq!(filter.terms(), periplo::map::Filter::parse(wanted).terms(), "{line}");
        assert_eq!(filter.terms().len(), 1);
    }
    for (language, typed, similar) in [
        (Language::English, "untaged", "untagged"),
        (Language::English, "critical", "machine-at-critical, unhappy-critical, unowned-critical"),
        (Language::Spanish, "etiquetar", "sin-etiquetar"),
    ] {
        let mut state = with_template(Template::Retail, language);
        press(&mut state, &format!("frule:{typed}"));
        let shown = screen(&state, 200, 50);
        assert!(shown.contains(similar), "{shown}");
    }
    let mut state = retail("frule:zzz");
    assert!(screen(&state, 200, 50).contains("channel-only"), "every rule is listed when none is similar");
    press(&mut state, "<ctrl-u>rule:");
    assert!(screen(&state, 80, 24).contains("not complete yet"));
}

#[test]
fn a_letter_that_means_nothing_says_so_and_which_keys_help() {
    for context in ["", "P", "<Tab>", "R"] {
        let mut state = retail(context);
        for (letter, words) in
            [("w", "w does nothing here. ?"), ("ж", "ж does nothing here: the keys are Latin letters")]
        {
            assert!(press(&mut state, letter).is_empty(), "{context}{letter}");
            assert!(message(&state).starts_with(words), "{context}{letter}: {}", message(&state));
        }
    }
    // The vi habit of `ciw` does not save the file.
    assert!(press(&mut retail("ci"), "w").is_empty());
}

#[test]
fn two_deletions_in_a_row_name_both_touchpoints() {
    let (mut state, _) = crate::support::play("aOne<Enter>Two<Enter>Three<Enter><Esc>gdd");
    assert!(message(&state).contains("Deleted “One”, then “Two”"), "{}", message(&state));
    press(&mut state, "uud");
    assert_eq!(message(&state), "Deleted “One”. Press u to undo.", "a deletion of its own");
}

#[test]
fn one_key_paints_the_screen_anew_everywhere() {
    for script in ["", "a", "aHalf", "r", ":", "?", "f", "x", "P", "R", "<Enter>", "<Enter><Tab>", "vq", "C"] {
        let effects = press(&mut retail(script), "<ctrl-l>");
        assert!(effects.iter().any(|effect| matches!(effect, Effect::Repaint)), "{script}: {effects:?}");
    }
    let mut start = State::new(periplo::lang::Lang::new(Language::English), 7);
    assert!(matches!(press(&mut start, "<ctrl-l>").as_slice(), [Effect::Repaint]));
}

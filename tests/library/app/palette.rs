//! Tests of the palette: finding actions by name, and commands as in vi.

use std::path::Path;

use crate::app::message;
use crate::support::{empty, play, press};
use periplo::app::model::action::{Action, TagEdit};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::command::Command;
use periplo::app::model::dialog::palette::{Palette, PaletteItem};
use periplo::app::model::effect::Effect;
use periplo::app::model::fuzzy::score;
use periplo::app::model::keymap::Keymap;
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::lang::{Lang, Language};
use periplo::map::{Direction, Kind, Phase};

/// Returns the first item that the palette lists for a typed text.
fn first(language: Language, typed: &str) -> Option<PaletteItem> {
    let mut state = empty(language);
    press(&mut state, &format!(":{typed}"));
    let Some(Dialog::Palette(palette)) = state.dialogs.last() else { panic!("the palette") };
    palette.listed(&state.lang, &state.keys, &state.recall.actions).into_iter().next()
}

#[test]
fn an_action_is_found_by_a_few_of_its_letters_in_both_languages() {
    let online = PaletteItem::Action(Action::Change(TagEdit::Kind(Kind::Online)));
    for (typed, item) in [
        ("online", online.clone()),
        ("offl", PaletteItem::Action(Action::Change(TagEdit::Kind(Kind::Offline)))),
        ("dup", PaletteItem::Action(Action::Duplicate)),
        ("hr", PaletteItem::Action(Action::HideRest)),
        ("save as", PaletteItem::Action(Action::SaveAs)),
        ("purchase nothing", PaletteItem::Action(Action::Search)),
    ] {
        let found = first(Language::English, typed);
        if typed == "purchase nothing" {
            assert_eq!(found, None, "{typed}");
        } else {
            assert_eq!(found, Some(item), "{typed}");
        }
    }
    for (typed, item) in [
        ("en linea", online),
        ("EMOCION", PaletteItem::Action(Action::Change(TagEdit::BetterEmotion))),
        ("guardar c", PaletteItem::Action(Action::SaveAs)),
        ("revisi", PaletteItem::Action(Action::Show(periplo::app::model::pane::SidePane::Review))),
    ] {
        assert_eq!(first(Language::Spanish, typed), Some(item), "{typed}");
    }
}

#[test]
fn letters_at_the_start_of_words_score_higher() {
    assert!(score("sa", "save as") > score("sa", "mess around"));
    assert!(score("hr", "hide the rest") > score("hr", "three"));
    assert!(score("emo", "emociones") > score("emo", "feels more"));
    assert_eq!(score("xyz", "save as"), None);
    assert_eq!(score("asve", "save"), None, "letters must come in order");
    assert!(score("emocion", "emoción").is_some());
    assert!(score("", "anything").is_some());
}

#[test]
fn enter_runs_the_selected_action_and_recent_actions_come_first() {
    let (mut state, _) = play("aPays<Enter><Esc>:critical<Enter>");
    assert_eq!(state.context(), Context::Board);
    assert!(crate::app::first(&state).critical);
    press(&mut state, "<ctrl-p>online<Enter>");
    assert_eq!(crate::app::first(&state).kind, Some(Kind::Online));
    let recent = [Action::Change(TagEdit::Kind(Kind::Online)), Action::Change(TagEdit::Critical)];
    let listed = Palette::new(Context::Board).listed(&state.lang, &state.keys, &state.recall.actions);
    assert_eq!(listed[..2], recent.map(PaletteItem::Action));
    press(&mut state, ":<Enter>");
    assert_eq!(crate::app::first(&state).kind, None, "Enter alone repeats the last action");
}

#[test]
fn a_refused_action_says_why_and_keeps_the_palette_open() {
    let (mut state, _) = play(":redo<Enter>");
    assert_eq!(state.context(), Context::Palette);
    assert!(message(&state).contains("nothing to redo"), "{}", message(&state));
    press(&mut state, "<ctrl-u>zzzz<Enter>");
    assert!(message(&state).starts_with("There is no action “zzzz”"), "{}", message(&state));
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn every_action_of_the_board_is_listed_once_with_its_name() {
    for language in Language::ALL {
        let lang = Lang::new(language);
        for context in [Context::Board, Context::Funnel, Context::Review, Context::Priorities] {
            let listed = Palette::new(context).listed(&lang, &Keymap::default(), &[]);
            for (nth, item) in listed.iter().enumerate() {
                assert!(!listed[..nth].contains(item), "{item:?}");
            }
            for action in [Action::Save, Action::Open, Action::NewMap, Action::Move(Direction::Left), Action::Filter] {
                assert!(listed.contains(&PaletteItem::Action(action)), "{action:?}");
            }
        }
    }
}

fn asked_to_open(effects: &[Effect], file: &str) -> bool {
    matches!(effects, [Effect::Open { path }] if path == Path::new(file))
}

#[test]
fn commands_of_vi_work_as_in_vi() {
    let (mut state, effects) = play("aPays<Enter><Esc>:w shop<Enter>");
    assert!(matches!(&effects[..], [Effect::Save { path, .. }] if path == Path::new("shop.ron")), "{effects:?}");
    let effects = press(&mut state, ":q!<Enter>");
    assert!(effects.is_empty(), "quitting waits for the save in progress");
    let (mut state, _) = play("aPays<Enter><Esc>:q<Enter>");
    assert_eq!(state.context(), Context::Question);
    let effects = press(&mut state, "<Esc>:q!<Enter>");
    assert!(matches!(&effects[..], [Effect::Quit]), "{effects:?}");
    let (state, _) = play("aPays<Enter><Esc>:wq<Enter>");
    assert_eq!(state.context(), Context::Prompt, "a map without a file asks for one");
    let (state, effects) = play(":e!<Enter>");
    assert!(effects.is_empty() && message(&state).contains("no file yet"), "{}", message(&state));
}

#[test]
fn commands_are_known_by_their_spanish_names_too() {
    for (typed, command) in
        [("vivo", Command::ToggleLive), ("guardarcomo otro.ron", Command::SaveAs("otro.ron".into()))]
    {
        assert_eq!(first(Language::Spanish, typed), Some(PaletteItem::Command(command)), "{typed}");
    }
    for (typed, action) in [("guardar", Action::Save), ("salir", Action::Quit), ("abrir", Action::Open)] {
        assert_eq!(first(Language::Spanish, typed), Some(PaletteItem::Action(action)), "{typed}");
    }
}

#[test]
fn opening_another_file_asks_about_unsaved_changes() {
    let (_, effects) = play(":e other.ron<Enter>");
    assert!(asked_to_open(&effects, "other.ron"), "{effects:?}");
    let (mut state, effects) = play("aPays<Enter><Esc>:e other.ron<Enter>");
    assert!(effects.is_empty());
    assert_eq!(state.context(), Context::Question);
    press(&mut state, "<Esc>");
    assert!(
        state.session.document.is_dirty() && matches!(state.screen, Screen::Board),
        "the map stays open and unsaved"
    );
    let effects = press(&mut state, ":e other.ron<Enter>d");
    assert!(asked_to_open(&effects, "other.ron"), "{effects:?}");
    // The keys for opening and for a new map ask too.
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-o>other.ron<Enter>");
    assert_eq!(state.context(), Context::Question);
    let effects = press(&mut state, "d");
    assert!(asked_to_open(&effects, "other.ron"), "{effects:?}");
    let (mut state, _) = play("aPays<Enter><Esc><ctrl-n>");
    assert_eq!((state.context(), state.map().len()), (Context::Question, 1));
    press(&mut state, "d");
    assert!(state.map().phase(Phase::Before).is_empty() && !state.session.document.is_dirty());
}

#[test]
fn the_start_screen_has_a_palette_without_a_map_to_save() {
    let mut state = State::new(Lang::new(Language::English), 1);
    press(&mut state, ":w<Enter>");
    assert!(message(&state).contains("No map is open yet"), "{}", message(&state));
    let effects = press(&mut state, "<ctrl-u>q<Enter>");
    assert!(matches!(&effects[..], [Effect::Quit]), "{effects:?}");
}

//! Settings that change what the editor begins with, and the list of themes.

use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::screen::Screen;
use periplo::app::model::settings::Settings;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::store::config::{Density, ThemeName};

use crate::app::message;
use crate::support::{play, press};

#[test]
fn a_theme_is_seen_as_soon_as_it_is_pointed_at() {
    let (mut state, _) = play("C");
    for expected in [ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast, ThemeName::None, ThemeName::Terminal] {
        press(&mut state, "<down>");
        assert_eq!(state.settings.theme, expected);
    }
    press(&mut state, "k");
    assert_eq!(state.settings.theme, ThemeName::None);
}

#[test]
fn a_theme_that_is_chosen_stays_and_the_line_that_keeps_it_is_told() {
    let (mut state, effects) = play("Cjjj<Enter>");
    assert!(effects.is_empty() && state.dialogs.is_empty());
    assert_eq!(state.settings.theme, ThemeName::HighContrast);
    assert!(message(&state).contains("theme: \"high-contrast\""), "{}", message(&state));
    press(&mut state, "CC<Enter>");
    assert_eq!((state.settings.theme, message(&state)), (ThemeName::HighContrast, ""));
}

#[test]
fn a_list_of_themes_that_is_left_leaves_the_theme_as_it_was() {
    let (mut state, _) = play("Cj<Enter>Cjj<Esc>");
    assert_eq!(state.settings.theme, ThemeName::Light);
    assert!(state.dialogs.is_empty());
    press(&mut state, "aPays<ctrl-s>");
    assert!(!matches!(state.dialogs.last(), Some(Dialog::Themes(_))));
}

#[test]
fn without_the_start_screen_the_program_begins_with_an_empty_map() {
    for (start_screen, is_start) in [(true, true), (false, false)] {
        let mut state = State::new(Lang::new(Language::English), 1);
        state.settings = Settings { start_screen, ..Settings::default() };
        let effects = update(&mut state, Msg::Begin(Opening::Start));
        assert_eq!(matches!(state.screen, Screen::Start(_)), is_start);
        assert!(
            matches!(effects[..], [Effect::FindRecent, Effect::FindUnsaved]),
            "what a crash left is offered all the same"
        );
    }
}

#[test]
fn a_key_makes_cards_compact_and_comfortable_again() {
    let (mut state, _) = play("aPays<Enter><Esc>t");
    assert_eq!(state.settings.density, Density::Compact);
    press(&mut state, "t");
    assert_eq!(state.settings.density, Density::Comfortable);
}

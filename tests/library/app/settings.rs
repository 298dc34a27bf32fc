//! Tests of the start screen setting, of the density, and of the list of themes.

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
fn selecting_a_theme_previews_it_at_once() {
    let (mut state, _) = play("C");
    for expected in [ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast, ThemeName::None, ThemeName::Terminal] {
        press(&mut state, "<down>");
        assert_eq!(state.settings.theme, expected);
    }
    press(&mut state, "k");
    assert_eq!(state.settings.theme, ThemeName::None);
}

#[test]
fn a_chosen_theme_stays_and_a_message_shows_the_line_for_the_config_file() {
    let (mut state, effects) = play("Cjjj<Enter>");
    assert!(effects.is_empty() && state.dialogs.is_empty());
    assert_eq!(state.settings.theme, ThemeName::HighContrast);
    assert!(message(&state).contains("theme: \"high-contrast\""), "{}", message(&state));
    press(&mut state, "CC<Enter>");
    assert_eq!((state.settings.theme, message(&state)), (ThemeName::HighContrast, ""));
}

#[test]
fn leaving_the_list_of_themes_restores_the_theme() {
    let (mut state, _) = play("Cj<Enter>Cjj<Esc>");
    assert_eq!(state.settings.theme, ThemeName::Light);
    assert!(state.dialogs.is_empty());
    press(&mut state, "aPays<ctrl-s>");
    assert!(!matches!(state.dialogs.last(), Some(Dialog::Themes(_))));
}

#[test]
fn without_a_start_screen_the_program_starts_with_an_empty_map() {
    for (start_screen, is_start) in [(true, true), (false, false)] {
        let mut state = State::new(Lang::new(Language::English), 1);
        state.settings = Settings { start_screen, ..Settings::default() };
        let effects = update(&mut state, Msg::Begin(Opening::Start));
        assert_eq!(matches!(state.screen, Screen::Start(_)), is_start);
        assert!(
            matches!(effects[..], [Effect::FindRecent, Effect::FindUnsaved]),
            "unsaved changes of a crash are still looked up"
        );
    }
}

#[test]
fn a_key_toggles_compact_cards() {
    let (mut state, _) = play("aPays<Enter><Esc>t");
    assert_eq!(state.settings.density, Density::Compact);
    press(&mut state, "t");
    assert_eq!(state.settings.density, Density::Comfortable);
}

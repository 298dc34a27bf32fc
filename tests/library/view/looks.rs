//! Themes and ASCII: the same screens with other colours and symbols.

use std::collections::HashSet;

use periplo::app::input::key_table::BINDINGS;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::settings::Settings;
use periplo::app::model::state::State;
use periplo::lang::Language;
use periplo::map::Phase;
use periplo::store::Template;
use periplo::store::config::ThemeName;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::support::{draw, empty, press, screen, with_map, with_template};
use crate::svg::fixed_colour;
use crate::view::screens::screens;

/// Returns every screen.
fn all_states(language: Language) -> Vec<State> {
    let mut states: Vec<State> = screens(language).into_iter().map(|(_, state)| state).collect();
    states.push(State::new(periplo::lang::Lang::new(language), 1));
    states
}

fn set_look(state: &mut State, theme: ThemeName, ascii: bool) {
    state.settings = Settings { theme, ascii, ..Settings::default() };
}

/// Returns the cells outside the room's code, which is black on white in every theme.
fn outside_code(buffer: &Buffer) -> impl Iterator<Item = &Cell> {
    buffer.content.iter().filter(|cell| (cell.fg, cell.bg) != (Color::Indexed(16), Color::Indexed(231)))
}

fn text(buffer: &Buffer) -> String {
    buffer.content.iter().map(Cell::symbol).collect()
}

/// Returns the linear value of a colour channel, as WCAG 2.1 defines it.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.03928 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
}

fn luminance(color: Color) -> f64 {
    let Color::Indexed(index @ 16..) = color else { panic!("{color} differs from terminal to terminal") };
    let [red, green, blue] = fixed_colour(index);
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn a_theme_with_its_own_background_is_legible_on_every_screen() {
    for (theme, least) in [(ThemeName::Light, 4.5), (ThemeName::Dark, 4.5), (ThemeName::HighContrast, 7.0)] {
        for mut state in all_states(Language::English) {
            set_look(&mut state, theme, false);
            for (width, height) in [(60, 20), (120, 40)] {
                let (buffer, _) = draw(&state, width, height);
                let styles: HashSet<_> = buffer.content.iter().map(|cell| (cell.fg, cell.bg, cell.modifier)).collect();
                for (text, background, modifier) in styles {
                    let reached = contrast(text, background);
                    assert!(reached >= least, "{text} on {background} has {reached:.2} in {theme:?}");
                    assert!(!modifier.contains(Modifier::DIM), "the contrast of dim text is unknown: {text}");
                }
            }
        }
    }
}

#[test]
fn the_theme_none_uses_no_colours_and_terminal_no_background() {
    for mut state in all_states(Language::Spanish) {
        set_look(&mut state, ThemeName::None, false);
        let (buffer, _) = draw(&state, 100, 30);
        assert!(outside_code(&buffer).all(|cell| (cell.fg, cell.bg) == (Color::Reset, Color::Reset)));
        set_look(&mut state, ThemeName::Terminal, false);
        let (buffer, _) = draw(&state, 100, 30);
        assert!(outside_code(&buffer).all(|cell| cell.bg == Color::Reset));
    }
}

#[test]
fn the_theme_on_the_terminals_background_is_legible_on_the_usual_ones() {
    // Black, the dark greys of usual themes, a cream white and white, as xterm's 256 colours.
    const BACKGROUNDS: [u8; 5] = [16, 234, 235, 230, 231];
    for mut state in all_states(Language::English) {
        set_look(&mut state, ThemeName::Terminal, false);
        let (buffer, _) = draw(&state, 120, 40);
        let colors: HashSet<Color> = outside_code(&buffer).map(|cell| cell.fg).collect();
        for text in colors.into_iter().filter(|&text| text != Color::Reset) {
            for background in BACKGROUNDS {
                let reached = contrast(text, Color::Indexed(background));
                assert!(reached >= 3.0, "{text} has {reached:.2} on {background}");
            }
        }
    }
}

#[test]
fn no_size_panics_and_no_theme_changes_the_text_of_the_screen() {
    for mut state in all_states(Language::Spanish) {
        // The list of themes marks the current theme.
        let is_list = matches!(state.dialogs.last(), Some(Dialog::Themes(_)));
        for (width, height) in [(40, 16), (80, 24), (200, 50)] {
            let mut first: Option<String> = None;
            for theme in ThemeName::ALL {
                set_look(&mut state, theme, false);
                let now = text(&draw(&state, width, height).0);
                let before = first.get_or_insert_with(|| now.clone());
                assert!(is_list || *before == now, "{theme:?} at {width}×{height}");
            }
            set_look(&mut state, ThemeName::None, true);
            draw(&state, width, height);
        }
    }
}

/// Returns the text and modifiers of the cells in the theme without colours.
fn cells_without_colors(state: &mut State) -> Vec<(String, Modifier)> {
    set_look(state, ThemeName::None, false);
    let (buffer, _) = draw(state, 100, 30);
    buffer.content.iter().map(|cell| (cell.symbol().to_owned(), cell.modifier)).collect()
}

/// Wherever the styles of two touchpoints differ, their letters or symbols differ as well.
#[test]
fn a_touchpoint_can_be_read_without_colours() {
    let facts = [
        "",
        "kind: Online",
        "kind: Offline",
        "kind: Product",
        "intent: Intentional",
        "intent: Unintentional",
        "critical: true",
        "emotion: -2",
        "emotion: -1",
        "emotion: 0",
        "emotion: 1",
        "emotion: 2",
        "votes: 1",
        "reach: 5",
        "reach: 5, evidence: Reported",
        "reach: 5, evidence: Measured",
        "with_previous: true",
    ];
    let screens = facts.map(|facts| {
        let mut state = with_map(&format!(
            "(format: 1, title: \"t\", before: [(id: \"00000001\", name: \"a\"), (id: \"00000002\", name: \"b\", {facts})])"
        ));
        set_look(&mut state, ThemeName::None, false);
        ([(100, 30), (60, 20)].map(|(width, height)| text(&draw(&state, width, height).0)), facts)
    });
    for (nth, (one, facts)) in screens.iter().enumerate() {
        for (other, others) in &screens[nth + 1..] {
            for (one, other) in one.iter().zip(other) {
                assert_ne!(one, other, "{facts:?} looks like {others:?}");
            }
        }
    }
}

#[test]
fn selection_and_search_hits_are_visible_without_colours() {
    let cells = |script: &str| {
        let mut state = with_template(Template::Retail, Language::English);
        press(&mut state, script);
        cells_without_colors(&mut state)
    };
    let pairs = [("", "j"), ("", "l"), ("", "<Space>k"), ("", "/the<Enter>"), ("", "<Tab>"), ("?", "?<down>")];
    for (one, other) in pairs {
        assert!(cells(one) != cells(other), "{one:?} looks like {other:?}");
    }
    // The styles of an unavailable action and of each tone of a message are different.
    let styles = |name: ThemeName| {
        let theme = periplo::view::theme::Theme::of(name);
        [
            theme.tone(periplo::app::model::message::Tone::Refused),
            theme.tone(periplo::app::model::message::Tone::Failed),
            theme.plain,
        ]
    };
    let [refused, failed, plain] = styles(ThemeName::None);
    assert!(refused != failed && failed != plain && refused != plain);
    assert_ne!(periplo::view::theme::Theme::of(ThemeName::None).dim, plain);
}

#[test]
fn in_ascii_only_letters_are_not_ascii() {
    for language in Language::ALL {
        for mut state in all_states(language) {
            set_look(&mut state, ThemeName::Terminal, true);
            // Text of the user is kept.
            let own: String = state.map().touchpoints().map(|(_, each)| format!("{each:?}")).collect();
            for (width, height) in [(60, 20), (120, 40)] {
                let (buffer, _) = draw(&state, width, height);
                for cell in &buffer.content {
                    let is_mark = |c: char| matches!(c, '¿' | '¡');
                    let is_fine = |c: char| c.is_ascii() || c.is_alphabetic() || is_mark(c) || own.contains(c);
                    assert!(cell.symbol().chars().all(is_fine), "{:?} in {language:?}", cell.symbol());
                }
            }
        }
    }
}

#[test]
fn kinds_intents_and_marks_have_different_symbols_in_ascii() {
    for names in [
        &["Online", "Offline", "Product"].map(|kind| format!("kind: {kind}"))[..],
        &["Intentional", "Unintentional"].map(|intent| format!("intent: {intent}")),
    ] {
        let mut drawn = HashSet::new();
        for fact in names {
            // In so narrow a column, tags are written as symbols.
            let name = "n".repeat(200);
            let touchpoint = format!("(name: \"{name}\", channel: \"{name}\", {fact})");
            let mut state = with_map(&format!("(format: 1, title: \"t\", during: [{touchpoint}])"));
            assert_eq!(state.map().phase(Phase::During).len(), 1);
            set_look(&mut state, ThemeName::None, true);
            assert!(drawn.insert(text(&draw(&state, 60, 20).0)), "{fact}");
        }
    }
}

#[test]
fn text_of_the_user_keeps_its_letters_in_ascii() {
    let mut state = with_map("(format: 1, title: \"Año 日本\", before: [(name: \"Señala él mismo\")])");
    set_look(&mut state, ThemeName::Terminal, true);
    let shown = screen(&state, 80, 24);
    assert!(shown.contains("Año 日本") && shown.contains("Señala él mismo"), "{shown}");
    assert!(shown.contains("|") && !shown.contains("│"));
}

#[test]
fn the_list_of_themes_is_beside_the_board_that_it_changes() {
    for language in Language::ALL {
        let mut state = with_template(Template::Trial, language);
        press(&mut state, "Cjj");
        insta::assert_snapshot!(format!("themes-80x24-{}", language.code()), screen(&state, 80, 24));
    }
}

#[test]
fn a_board_in_ascii() {
    let mut state = with_template(Template::Travel, Language::English);
    press(&mut state, "jj");
    set_look(&mut state, ThemeName::None, true);
    insta::assert_snapshot!("ascii-100x30-en", screen(&state, 100, 30));
}

#[test]
fn the_footer_shows_remapped_keys() {
    let mut state = with_template(Template::Trial, Language::English);
    let usual = BINDINGS.iter().find(|binding| binding.action.name() == "quick-entry").expect("a binding");
    assert_eq!(usual.keys.len(), 1);
    let (keys, faults) = periplo::app::input::remap::remapped("(board: (quick_entry: [\"f2\", \"a\"], undo: []))");
    assert_eq!(faults, []);
    state.keys = keys;
    let shown = screen(&state, 120, 40);
    let footer = shown.lines().nth(39).expect("a footer");
    assert!(footer.contains("F2 ") && !footer.contains("undo"), "{footer}");
    let empty = State { keys: state.keys.clone(), ..empty(Language::English) };
    assert!(screen(&empty, 200, 50).contains("Press F2"), "{}", screen(&empty, 200, 50));
    press(&mut state, "?undo");
    assert!(screen(&state, 120, 40).contains("Undo the last change"), "the help lists actions without keys");
}

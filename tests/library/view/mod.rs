//! Snapshots of the screens.

mod browser;
mod cards;
mod dragging;
mod every_screen;
mod footer;
mod funnel;
mod hints;
mod import;
mod import_counts;
mod looks;
mod pointer;
mod presentation;
mod projector;
mod screens;
mod tour;

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::support::{draw, empty, press, screen, with_map, with_template};
use periplo::app::faults::refusal::refused_save;
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::export::{ExportEstimate, ExportOutput};
use periplo::app::model::dialog::question::Question;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::Language;
use periplo::map::{JourneyMap, Name, Phase, merge};
use periplo::store::disk::journal::{AbandonedJournal, JournalOrigin, JournalReport, claim};
use periplo::store::disk::{FolderEntry, Listing};
use periplo::store::journal::{JournalOwner, JournalRecord};
use periplo::store::recent::RecentMap;
use periplo::store::{Comments, Fingerprint, SaveError, Template};
use periplo::view::target_at;
use ratatui::layout::{Position, Rect};

/// Compares the screen after some keys with its snapshot, in both languages.
fn assert_screen_after(name: &str, template: Option<Template>, script: &str, width: u16, height: u16) {
    for language in Language::ALL {
        let mut state = match template {
            Some(template) => with_template(template, language),
            None => empty(language),
        };
        press(&mut state, script);
        let file = format!("{name}-{width}x{height}-{}", language.code());
        assert_screen(file, screen(&state, width, height));
    }
}

/// Compares a screen with its snapshot.
fn assert_screen(name: String, screen: String) {
    insta::assert_snapshot!(name, screen);
}

#[test]
fn a_full_map_is_drawn_at_every_size() {
    for (width, height) in [(80, 24), (120, 40), (60, 20), (40, 16), (200, 50)] {
        assert_screen_after("full", Some(Template::B2b), "jj", width, height);
    }
}

#[test]
fn an_empty_map_says_what_to_do_next() {
    for (width, height) in [(80, 24), (120, 40)] {
        assert_screen_after("empty", None, "", width, height);
    }
}

#[test]
fn a_map_without_numbers_shows_its_balance_and_asks_for_the_first_number() {
    for (width, height) in [(80, 24), (120, 40)] {
        assert_screen_after("no-numbers", None, "aAsks #off #unint<Enter>Pays #on<Enter><Esc>", width, height);
    }
}

#[test]
fn quick_entry_shows_the_card_and_the_suggested_tags_while_typing() {
    assert_screen_after("entry", Some(Template::Travel), "aAsks a friend @\"word of mouth\" =9k ! :D", 80, 24);
    assert_screen_after("entry-complete", Some(Template::Travel), "aAsks @tele", 80, 24);
}

#[test]
fn a_form_shows_its_fields_and_errors_at_their_field() {
    assert_screen_after("form", Some(Template::Retail), "l<Enter><Tab><Tab><Tab><Tab>x", 80, 24);
    assert_screen_after("form-choice", Some(Template::Retail), "l<Enter><Tab>", 120, 40);
    assert_screen_after("form-map", Some(Template::Retail), "E", 80, 24);
}

#[test]
fn help_and_questions_are_drawn_over_the_board() {
    assert_screen_after("help", Some(Template::Trial), "?", 80, 24);
    assert_screen_after("help-filtered", Some(Template::Trial), "?un", 80, 24);
    assert_screen_after("question", Some(Template::Trial), "1q", 80, 24);
    assert_screen_after("prompt", Some(Template::Trial), "r", 80, 24);
}

/// Returns an omission like that of the poster export.
pub fn omitted_on_poster(language: Language, fields: &str) -> String {
    match language {
        Language::English => format!("a poster has no room for {fields}; keep the map itself too"),
        Language::Spanish => format!("en un cartel no hay sitio para {fields}; conserva también el mapa"),
    }
}

#[test]
fn the_export_dialog_is_drawn_at_every_size() {
    for language in Language::ALL {
        for (width, height) in [(60, 20), (80, 24), (120, 40), (200, 50)] {
            let mut state = with_template(Template::Trial, language);
            let mut effects = press(&mut state, "x");
            while let Some(Effect::Export(job)) = effects.pop() {
                let omissions = vec![omitted_on_poster(language, "KPI")];
                let output = ExportOutput { estimate: ExportEstimate { bytes: 48_000, omissions }, text: None };
                update(&mut state, Msg::Exported { job, outcome: Ok(output) });
            }
            let file = format!("export-{width}x{height}-{}", language.code());
            insta::assert_snapshot!(file, screen(&state, width, height));
        }
    }
    assert_screen_after("export-clipboard", Some(Template::Trial), "x<Up>", 80, 24);
    assert_screen_after("export-small", Some(Template::Trial), "x", 40, 10);
}

#[test]
fn a_failed_save_is_explained_in_a_dialog() {
    for language in Language::ALL {
        let mut state = with_template(Template::Trial, language);
        let error = SaveError::BackupFailed(std::io::ErrorKind::StorageFull.into());
        let why = refused_save(&state.lang, "workshops/2026/trial-of-the-software.ron", &error);
        state.dialogs.push(Dialog::Question(Question::NotSaved { why }));
        insta::assert_snapshot!(format!("not-saved-80x24-{}", language.code()), screen(&state, 80, 24));
    }
}

#[test]
fn the_side_pane_is_drawn_at_every_size() {
    for (name, keys) in [
        ("review", "Rj"),
        ("priorities", "Tj"),
        ("balance", "b"),
        ("what-if", "<Tab>j>j+"),
        ("curve", "cl"),
        ("widened", "lz"),
    ] {
        for (width, height) in [(60, 20), (80, 24), (120, 40), (200, 50)] {
            assert_screen_after(name, Some(Template::Retail), keys, width, height);
        }
    }
}

#[test]
fn a_filter_shrinks_or_hides_the_cards_that_do_not_match() {
    for (width, height) in [(80, 24), (120, 40)] {
        assert_screen_after("filtered", Some(Template::Retail), "f#off :)<Enter><ctrl-a>", width, height);
        assert_screen_after("filtering", Some(Template::Retail), "f#off #nonsense<Down><Down><Right>", width, height);
    }
    assert_screen_after("filter-hides", Some(Template::Retail), "f#off<Enter>F", 80, 24);
    assert_screen_after("filtering", Some(Template::Retail), "f", 60, 20);
}

#[test]
fn the_palette_lists_actions_with_their_keys_and_why_one_cannot_run() {
    for (width, height) in [(80, 24), (60, 20)] {
        assert_screen_after("palette", Some(Template::Retail), ":", width, height);
        assert_screen_after("palette-typed", Some(Template::Retail), ":re", width, height);
    }
    assert_screen_after("palette-command", Some(Template::Retail), ":w other.ron", 80, 24);
}

#[test]
fn the_form_of_several_touchpoints_shows_where_they_differ() {
    assert_screen_after("form-several", Some(Template::Retail), "<Space><Space>e<Tab><Tab>x", 80, 24);
}

/// Compares a screen with a dialog at several sizes with its snapshots, in both languages.
fn assert_dialog(name: &str, open: impl Fn(&mut State)) {
    for language in Language::ALL {
        for (width, height) in [(80, 24), (120, 40), (60, 20)] {
            let mut state = with_template(Template::Retail, language);
            open(&mut state);
            let file = format!("{name}-{width}x{height}-{}", language.code());
            insta::assert_snapshot!(file, screen(&state, width, height));
        }
    }
}

/// Returns a copy of the map of a state, changed by some keys.
fn changed_map(state: &State, keys: &str) -> JourneyMap {
    let mut other = State::new(periplo::lang::Lang::new(state.lang.language()), 9);
    other.open_map(state.map().clone(), None);
    press(&mut other, keys);
    other.map().clone()
}

#[test]
fn a_recovery_lists_the_changes_and_the_keys_of_the_answers() {
    assert_dialog("recovery", |state| {
        let folder = tempfile::tempdir().expect("a folder");
        let claim = claim(folder.path(), None, &JournalOwner::default(), SystemTime::now());
        let map = changed_map(state, "mr12000<Enter>aCompares prices with a friend =300<Enter><Esc>lddll3");
        let owner = JournalOwner { user: "lucia".to_owned(), host: "workshop-2".to_owned(), process: 4_711 };
        let comments = Comments::default();
        let read = Fingerprint::of(b"the content of the file");
        let (base, path) = (state.map().clone(), PathBuf::from("shop.ron"));
        state.session.file = Some(OpenFile::with_content(path.clone(), base.clone(), comments.clone(), read));
        let record = JournalRecord { owner, file: Some(path), based_on: Some(read), base: Some(base), map, comments };
        let id = claim.own.expect("a lease").id().clone();
        let left = AbandonedJournal { id, record, age: Duration::from_secs(7_200), origin: JournalOrigin::SameFile };
        update(state, Msg::Unsaved(JournalReport { abandoned: vec![left], ..JournalReport::default() }));
        assert_eq!(state.context(), Context::Recovery);
    });
}

#[test]
fn a_map_in_use_names_the_other_user_and_the_choices() {
    assert_dialog("in-use", |state| {
        let other = JournalOwner { user: "ben".to_owned(), host: "office-laptop".to_owned(), process: 31_337 };
        state.dialogs.push(Dialog::Question(Question::InUse { other }));
    });
}

#[test]
fn a_conflict_shows_both_sides() {
    assert_dialog("conflict", |state| {
        let (ours, theirs) = (changed_map(state, "r12000<Enter>"), changed_map(state, "r9500<Enter>"));
        let conflict = merge(state.map(), &ours, &theirs).conflicts.remove(0);
        state.dialogs.push(Dialog::Question(Question::Conflict(Box::new(conflict))));
    });
}

#[test]
fn a_deleted_file_leads_to_a_question() {
    assert_dialog("gone", |state| {
        let path = "workshops/shop.ron".into();
        state.dialogs.push(Dialog::Question(Question::Gone { path }));
    });
}

#[test]
fn the_start_screen_lists_recent_maps_and_templates() {
    for language in Language::ALL {
        let mut state = State::new(periplo::lang::Lang::new(language), 1);
        press(&mut state, "jj");
        insta::assert_snapshot!(format!("start-80x24-{}", language.code()), screen(&state, 80, 24));
        let maps =
            [("/home/ana/maps/ticket.ron", "Buying a ticket"), ("/srv/workshops/2026/spring/shop.ron", "The shop")];
        let recent = |(path, title): (&str, &str)| RecentMap {
            path: path.into(),
            title: Name::new(title).expect("a title"),
            counts: [12, 8, 4],
        };
        update(&mut state, Msg::Recent(maps.map(recent).to_vec()));
        insta::assert_snapshot!(format!("start-120x40-{}", language.code()), screen(&state, 120, 40));
        press(&mut state, "kkkk");
        insta::assert_snapshot!(format!("start-60x20-{}", language.code()), screen(&state, 60, 20));
        press(&mut state, "o");
        let entry = |name: &str, is_folder| FolderEntry { path: name.into(), name: name.to_owned(), is_folder };
        let entries =
            vec![entry("2025", true), entry("spring", true), entry("shop.ron", false), entry("trial.ron", false)];
        let listing = Listing { folder: "/srv/workshops/2026".into(), entries };
        update(&mut state, Msg::Listed { folder: ".".into(), outcome: Ok(listing) });
        insta::assert_snapshot!(format!("browser-80x24-{}", language.code()), screen(&state, 80, 24));
    }
}

#[test]
fn a_compact_card_takes_one_line_and_keeps_its_symbols() {
    assert_screen_after("compact", Some(Template::Travel), "tlm<Right>", 80, 24);
    let mut state = with_template(Template::Travel, Language::English);
    press(&mut state, "t");
    let drawn = screen(&state, 120, 40);
    for phase in Phase::ALL {
        for touchpoint in state.map().phase(phase) {
            let beginning: String = touchpoint.name.chars().take(6).collect();
            assert!(drawn.contains(&beginning), "{beginning}: {drawn}");
        }
    }
}

#[test]
fn a_window_that_is_too_small_says_so_until_it_is_resized() {
    let state = with_template(Template::Travel, Language::English);
    let small = screen(&state, 29, 7);
    assert!(small.contains("enlarge the window"), "{small}");
    assert!(screen(&state, 80, 24).contains("Compares fares"));
}

#[test]
fn no_size_panics_whatever_dialog_is_open() {
    let scripts = [
        "",
        "a",
        "aAsks @te",
        "e",
        "e<shift-backtab>x",
        "E",
        "?",
        "?zzzz",
        "1q",
        "r12",
        "/a",
        "<Tab>G",
        "L",
        "f<Up><Right>",
        "fa<Enter>F",
        ":x",
        "P",
        "PG",
        "Pz",
        "Plll",
        "P11zR",
        "Pt",
        "Pt<Enter>.",
        "Pt1s<Enter>",
    ];
    for template in [Some(Template::FlashSale), None] {
        for (nth, script) in (0..).zip(scripts) {
            let mut state = match template {
                Some(template) => with_template(template, Language::Spanish),
                None => empty(Language::Spanish),
            };
            press(&mut state, script);
            for width in (1..70).chain([80, 109, 110, 111, 300]) {
                for height in [1, 2, 3, 5, 7, 8, 9, 10, 12, 15, 20, 33, 100] {
                    // High screens take most of the time, and each dialog gets every fifth width of them.
                    if height > 20 && (width + nth) % 5 != 0 {
                        continue;
                    }
                    draw(&state, width, height);
                    let area = Rect::new(0, 0, width, height);
                    // Finding the mouse target draws too.
                    if width % 24 == 0 {
                        target_at(&state, area, Position::new(width / 2, height / 2));
                    }
                }
            }
        }
    }
}

const HOSTILE: &str = r#"(
    format: 1,
    title: "Wide 日本語 and \u{1b}[31mred\u{202e}",
    before: [
        (name: "日本語のとても長い名前のタッチポイントです、そして続きがあります", kind: Online, reach: 18446744073709551615),
        (name: "e\u{301}e\u{301}e\u{301} combining \u{200d} joined 👩‍👩‍👧 family", with_previous: true, reach: 18446744073709551615),
        (name: "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", votes: 18446744073709551615, channel: "日本語の長いチャンネル名日本語の長いチャンネル名"),
        (name: "\u{7}\u{9b}31mEscape \u{1b}]0;title\u{7} done", notes: "a\u{1b}[2J\nb"),
    ],
    during: [(name: "Zero", reach: 0), (name: "More than zero", reach: 5)],
)"#;

#[test]
fn hostile_text_controls_nothing_and_keeps_the_columns_straight() {
    let mut state = with_map(HOSTILE);
    for (width, height) in [(80, 24), (120, 40), (45, 16)] {
        for script in ["", "j", "j", "j", "e", "<Esc>"] {
            press(&mut state, script);
            let (buffer, _) = draw(&state, width, height);
            for cell in &buffer.content {
                let text = cell.symbol();
                let forbidden = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{200b}';
                assert!(!text.chars().any(forbidden), "{text:?}");
            }
        }
        press(&mut state, "gl");
        let (buffer, _) = draw(&state, width, height);
        if width >= 60 {
            // The line between the first two columns is drawn on every row of cards.
            let x = (0..width).find(|&x| buffer[(x, 3)].symbol() == "│").expect("a line between columns");
            assert!((1..8).all(|y| buffer[(x, y)].symbol() == "│"), "{width}");
        }
        press(&mut state, "h");
    }
}

#[test]
fn the_selected_card_is_always_visible() {
    let touchpoints: String =
        (0..60).map(|number| format!("(name: \"Touchpoint number {number} of many\"),")).collect();
    let mut state = with_map(&format!("(format: 1, title: \"t\", during: [{touchpoints}])"));
    for (width, height) in [(80, 24), (120, 40), (45, 12)] {
        press(&mut state, "g");
        for number in 0..60 {
            let drawn = screen(&state, width, height);
            let ends = [' ', '\n'].map(|end| format!("number {number}{end}"));
            assert!(ends.iter().any(|end| drawn.contains(end)), "{number}\n{drawn}");
            press(&mut state, "j");
        }
    }
}

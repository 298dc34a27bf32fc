//! Tests of the start screen: recent maps, and the file browser.

use std::io;
use std::path::{Path, PathBuf};

use crate::support::press;
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::browser::BrowserLine;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::{Msg, Opening};
use periplo::app::model::screen::Screen;
use periplo::app::model::start::Offer;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Name;
use periplo::store::disk::journal::JournalReport;
use periplo::store::disk::{FolderEntry, Listing};
use periplo::store::recent::RecentMap;
use periplo::store::{OpenError, Template};

fn started() -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Start));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::FindRecent)), "{effects:?}");
    state
}

fn recent(path: &str) -> RecentMap {
    RecentMap { path: path.into(), title: Name::new("A title").expect("a title"), counts: [3, 2, 1] }
}

fn offer(state: &State) -> Offer {
    match &state.screen {
        Screen::Start(start) => start.offer(),
        other => panic!("the start screen: {other:?}"),
    }
}

fn entry(path: &str, is_folder: bool) -> FolderEntry {
    let name = Path::new(path).file_name().expect("a name").to_string_lossy().into_owned();
    FolderEntry { path: path.into(), name, is_folder }
}

/// Lists `/maps`, with the folders `old` and `Año` and two maps.
fn browsing() -> State {
    let mut state = started();
    let effects = press(&mut state, "o");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == Path::new(".")), "{effects:?}");
    let entries = vec![
        entry("/maps/Año", true),
        entry("/maps/old", true),
        entry("/maps/Café.ron", false),
        entry("/maps/shop.ron", false),
    ];
    list(&mut state, "/maps", entries);
    state
}

fn list(state: &mut State, folder: &str, entries: Vec<FolderEntry>) {
    let outcome = Ok(Listing { folder: folder.into(), entries });
    update(state, Msg::Listed { folder: folder.into(), outcome });
}

fn listed(state: &State) -> Vec<String> {
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("a list") };
    let name = |line: BrowserLine| match line {
        BrowserLine::Parent(folder) => format!("..{}", folder.display()),
        BrowserLine::Entry(entry) => entry.name.clone(),
    };
    browser.listed().into_iter().map(name).collect()
}

/// Returns the path that is opened, and fails if the effects do anything but open, list or preview.
fn opened(effects: &[Effect]) -> PathBuf {
    let rest: Vec<&Effect> =
        effects.iter().filter(|effect| !matches!(effect, Effect::Preview { .. } | Effect::List { .. })).collect();
    match rest.as_slice() {
        [Effect::Open { path }] => path.clone(),
        other => panic!("one file is opened: {other:?}"),
    }
}

#[test]
fn enter_opens_the_most_recent_map() {
    let mut state = started();
    update(&mut state, Msg::Recent(vec![recent("/maps/last.ron"), recent("/maps/first.ron")]));
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/last.ron"));
    let mut state = started();
    update(&mut state, Msg::Recent(vec![recent("/maps/last.ron"), recent("/maps/first.ron")]));
    assert_eq!(opened(&press(&mut state, "j<Enter>")), Path::new("/maps/first.ron"));
}

#[test]
fn the_selection_stays_when_the_recent_maps_arrive() {
    let mut state = started();
    press(&mut state, "jjj");
    let chosen = offer(&state);
    assert_eq!(chosen, Offer::Template(Template::Travel));
    update(&mut state, Msg::Recent(vec![recent("/maps/last.ron")]));
    assert_eq!(offer(&state), chosen);
}

#[test]
fn typing_filters_files_and_folders_ignoring_accents() {
    let mut state = browsing();
    assert_eq!(listed(&state), ["../", "Año", "old", "Café.ron", "shop.ron"]);
    press(&mut state, "CAFE");
    assert_eq!(listed(&state), ["Café.ron"]);
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/Café.ron"));
}

#[test]
fn going_up_selects_the_folder_that_was_left() {
    let mut state = browsing();
    let effects = press(&mut state, "old<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == Path::new("/maps/old")), "{effects:?}");
    list(&mut state, "/maps/old", vec![entry("/maps/old/a.ron", false)]);
    assert_eq!(listed(&state), ["../maps", "a.ron"], "the filter is empty in a new folder");
    let effects = press(&mut state, "<backspace>");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == Path::new("/maps")), "{effects:?}");
    list(&mut state, "/maps", vec![entry("/maps/Año", true), entry("/maps/old", true)]);
    let effects = press(&mut state, "<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == Path::new("/maps/old")), "{effects:?}");
}

#[test]
fn a_whole_path_can_be_typed_and_corrected_when_no_file_is_there() {
    let mut state = browsing();
    assert_eq!(opened(&press(&mut state, "elsewhere/a.ron<Enter>")), Path::new("/maps/elsewhere/a.ron"));
    let path = PathBuf::from("/maps/elsewhere/a.ron");
    let effects = update(
        &mut state,
        Msg::Opened { path: path.clone(), outcome: Err(OpenError::NotFound), found: JournalReport::default() },
    );
    assert!(matches!(effects.as_slice(), [Effect::FindRecent, Effect::List { .. }]), "{effects:?}");
    assert!(state.message.is_some() && matches!(state.screen, Screen::Start(_)));
    assert_eq!(typed(&state), "elsewhere/a.ron", "the text stays as it was typed, in the same folder");
    list(&mut state, "/maps", Vec::new());
    press(&mut state, "<backspace>");
    assert_eq!(opened(&press(&mut state, "n<Enter>")), path);
}

#[test]
fn a_typed_name_without_extension_opens_a_map_and_comes_back_unchanged() {
    let mut state = browsing();
    let path = opened(&press(&mut state, "elsewhere/a<Enter>"));
    assert_eq!(path, Path::new("/maps/elsewhere/a.ron"));
    update(&mut state, Msg::Opened { path, outcome: Err(OpenError::NotFound), found: JournalReport::default() });
    assert_eq!(typed(&state), "elsewhere/a");
}

fn typed(state: &State) -> &str {
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("a list") };
    browser.filter.text()
}

/// Presses keys and returns the folder that they list, if any.
fn listed_folder(state: &mut State, keys: &str) -> Option<PathBuf> {
    match press(state, keys).as_slice() {
        [Effect::List { folder }] => Some(folder.clone()),
        [] => None,
        other => panic!("at most one folder is listed: {other:?}"),
    }
}

#[test]
fn typing_a_slash_lists_the_folder_and_keeps_the_text() {
    let mut state = browsing();
    assert_eq!(listed_folder(&mut state, "old/"), Some("/maps/old/".into()));
    assert_eq!(listed(&state), [""; 0], "nothing is listed before the folder is read");
    let outcome = Ok(Listing {
        folder: "/maps/old".into(),
        entries: vec![entry("/maps/old/2025", true), entry("/maps/old/a.ron", false), entry("/maps/old/ab.ron", false)],
    });
    update(&mut state, Msg::Listed { folder: "/maps/old/".into(), outcome });
    assert_eq!((listed(&state), typed(&state)), (vec!["2025".into(), "a.ron".into(), "ab.ron".into()], "old/"));
    assert_eq!(listed_folder(&mut state, "a"), None, "the folder is not read again");
    assert_eq!(listed(&state), ["a.ron", "ab.ron"]);
    press(&mut state, "<down>");
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/old/ab.ron"));
}

#[test]
fn tab_completes_a_folder_and_then_the_files_in_it() {
    let mut state = browsing();
    press(&mut state, "ol");
    assert_eq!(listed_folder(&mut state, "<Tab>"), Some("/maps/old/".into()));
    assert_eq!(typed(&state), "old/");
    let outcome = Ok(Listing { folder: "/maps/old".into(), entries: vec![entry("/maps/old/a.ron", false)] });
    update(&mut state, Msg::Listed { folder: "/maps/old/".into(), outcome });
    assert_eq!(listed_folder(&mut state, "<Tab>"), None);
    assert_eq!(typed(&state), "old/a.ron");
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/old/a.ron"));
}

#[test]
fn enter_on_a_typed_folder_opens_it_even_before_it_is_listed() {
    for is_listed in [false, true] {
        let mut state = browsing();
        press(&mut state, "old/");
        if is_listed {
            let outcome = Ok(Listing { folder: "/maps/old".into(), entries: vec![entry("/maps/old/a.ron", false)] });
            update(&mut state, Msg::Listed { folder: "/maps/old/".into(), outcome });
        }
        assert_eq!(listed_folder(&mut state, "<Enter>"), Some("/maps/old/".into()));
        list(&mut state, "/maps/old", vec![entry("/maps/old/a.ron", false)]);
        assert_eq!((listed(&state), typed(&state)), (vec!["../maps".into(), "a.ron".into()], ""));
    }
}

#[test]
fn a_folder_typed_during_a_listing_is_listed_when_that_one_fails() {
    let mut state = browsing();
    press(&mut state, "old/<Enter>");
    assert_eq!(listed_folder(&mut state, "new/"), None, "the first listing is still in progress");
    let outcome = Err(io::ErrorKind::PermissionDenied.into());
    let effects = update(&mut state, Msg::Listed { folder: "/maps/old/".into(), outcome });
    let next = Path::new("/maps/old/new/");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == next), "{effects:?}");
    let mut state = started();
    press(&mut state, "onowhere/<Enter>");
    let outcome = Err(io::ErrorKind::NotFound.into());
    let effects = update(&mut state, Msg::Listed { folder: "nowhere/".into(), outcome });
    let next = Path::new(".");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == next), "{effects:?}");
}

#[test]
fn a_failed_open_does_not_return_to_the_browser_of_an_earlier_map() {
    let mut state = browsing();
    let path = opened(&press(&mut state, "shop.ron<Enter>"));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("shop.ron");
    std::fs::write(&file, "(format: 1, title: \"t\")").expect("written");
    let outcome = periplo::store::disk::load(&file);
    update(&mut state, Msg::Opened { path: path.clone(), outcome, found: JournalReport::default() });
    assert_eq!(state.context(), Context::Board);
    assert_eq!(opened(&press(&mut state, ":e /maps/shop.ron<Enter>")), path);
    std::fs::write(&file, "no map").expect("written");
    let outcome = periplo::store::disk::load(&file);
    update(&mut state, Msg::Opened { path: path.clone(), outcome, found: JournalReport::default() });
    assert_eq!(opened(&press(&mut state, "r")), path);
    let outcome = Err(OpenError::NotFound);
    let effects = update(&mut state, Msg::Opened { path, outcome, found: JournalReport::default() });
    let lists_current_folder = |effect: &Effect| matches!(effect, Effect::List { folder } if folder == Path::new("."));
    assert!(effects.iter().any(lists_current_folder), "{effects:?}");
}

#[test]
fn a_missing_folder_shows_no_error_while_a_path_is_typed() {
    let mut state = browsing();
    press(&mut state, "nowhere/");
    update(&mut state, Msg::Listed { folder: "/maps/nowhere/".into(), outcome: Err(io::ErrorKind::NotFound.into()) });
    assert!(state.message.is_none(), "{:?}", state.message);
    assert_eq!(opened(&press(&mut state, "a.ron<Enter>")), Path::new("/maps/nowhere/a.ron"));
}

#[test]
fn escape_on_the_start_screen_says_how_to_quit() {
    let mut state = started();
    assert!(press(&mut state, "<Esc>").is_empty());
    let text = state.message.as_ref().map(|message| message.text.clone()).unwrap_or_default();
    assert!(text.contains("Press q "), "{text}");
    assert!(matches!(press(&mut state, "q").as_slice(), [Effect::Quit]));
}

#[test]
fn the_preview_of_a_recent_map_is_loaded_once() {
    let mut state = started();
    let effects = update(&mut state, Msg::Recent(vec![recent("/maps/last.ron"), recent("/maps/first.ron")]));
    assert!(
        matches!(effects.as_slice(), [Effect::FindOrphans, Effect::Preview { path }] if path == Path::new("/maps/last.ron")),
        "{effects:?}"
    );
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("last.ron");
    std::fs::write(&file, "(format: 1, title: \"t\", before: [(name: \"Sees an ad\")])").expect("written");
    let map = periplo::store::disk::load(&file).ok().map(|loaded| loaded.map);
    update(&mut state, Msg::Previewed { path: "/maps/last.ron".into(), map });
    let preview = |state: &State| match &state.screen {
        Screen::Start(start) => start.preview(&state.lang).map(|map| map.len()),
        other => panic!("the start screen: {other:?}"),
    };
    assert_eq!(preview(&state), Some(1));
    assert!(
        matches!(press(&mut state, "j").as_slice(), [Effect::Preview { path }] if path == Path::new("/maps/first.ron"))
    );
    update(&mut state, Msg::Previewed { path: "/maps/first.ron".into(), map: None });
    assert_eq!(preview(&state), None);
    assert!(press(&mut state, "k").is_empty(), "the preview is cached");
    assert_eq!(preview(&state), Some(1));
}

#[test]
fn an_unreadable_folder_shows_an_error_and_keeps_the_list() {
    let mut state = browsing();
    press(&mut state, "old<Enter>");
    let outcome = Err(io::ErrorKind::PermissionDenied.into());
    update(&mut state, Msg::Listed { folder: "/maps/old".into(), outcome });
    assert!(state.message.as_ref().is_some_and(|message| message.text.contains("/maps/old")), "{:?}", state.message);
    press(&mut state, "<ctrl-u>");
    assert_eq!(listed(&state), ["../", "Año", "old", "Café.ron", "shop.ron"]);
    press(&mut state, "old<Esc>");
    assert_eq!(state.context(), Context::Start, "Esc leaves the line at once");
}

#[test]
fn a_late_listing_is_ignored() {
    let mut state = browsing();
    press(&mut state, "<Esc>n");
    list(&mut state, "/maps", Vec::new());
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn quick_entry_on_the_start_screen_adds_the_first_touchpoint() {
    let mut state = started();
    press(&mut state, "aSees an ad<Enter>");
    let names: Vec<&str> = state.map().touchpoints().map(|(_, each)| &*each.name).collect();
    assert_eq!(names, ["Sees an ad"]);
}

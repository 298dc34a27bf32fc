//! Beginning: the maps that were open lately, and finding a file by walking and typing.

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

fn begun() -> State {
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
    let mut state = begun();
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
    update(state, Msg::SideContent { folder: folder.into(), outcome });
}

fn listed(state: &State) -> Vec<String> {
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("a list") };
    let name = |line: BrowserLine| match line {
        BrowserLine::Above(folder) => format!("..{}", folder.display()),
        BrowserLine::Entry(entry) => entry.name.clone(),
    };
    browser.listed().into_iter().map(name).collect()
}

fn opened(effects: &[Effect]) -> PathBuf {
    let besides: Vec<&Effect> =
        effects.iter().filter(|effect| !matches!(effect, Effect::Preview { .. } | Effect::List { .. })).collect();
    match besides.as_slice() {
        [Effect::Open { path }] => path.clone(),
        other => panic!("one file is opened: {other:?}"),
    }
}

#[test]
fn the_map_that_was_open_last_is_one_key_away() {
    let mut state = begun();
    update(&mut state, Msg::Recent(vec![recent("/maps/last.ron"), recent("/maps/first.ron")]));
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/last.ron"));
    let mut state = begun();
    update(&mut state, Msg::Recent(vec![recent("/maps/last.ron"), recent("/maps/first.ron")]));
    assert_eq!(opened(&press(&mut state, "j<Enter>")), Path::new("/maps/first.ron"));
}

#[test]
fn what_was_chosen_before_the_recent_maps_were_known_stays_chosen() {
    let mut state = begun();
    press(&mut state, "jjj");
    let chosen = offer(&state);
    assert_eq!(chosen, Offer::Template(Template::Travel));
    update(&mut state, Msg::Recent(vec![recent("/maps/last.ron")]));
    assert_eq!(offer(&state), chosen);
}

#[test]
fn typing_filters_files_and_folders_accents_aside() {
    let mut state = browsing();
    assert_eq!(listed(&state), ["../", "Año", "old", "Café.ron", "shop.ron"]);
    press(&mut state, "CAFE");
    assert_eq!(listed(&state), ["Café.ron"]);
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/Café.ron"));
}

#[test]
fn folders_are_walked_down_and_up_and_the_one_that_was_left_is_chosen() {
    let mut state = browsing();
    let effects = press(&mut state, "old<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == Path::new("/maps/old")), "{effects:?}");
    list(&mut state, "/maps/old", vec![entry("/maps/old/a.ron", false)]);
    assert_eq!(listed(&state), ["../maps", "a.ron"], "the filter was for the other folder");
    let effects = press(&mut state, "<backspace>");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == Path::new("/maps")), "{effects:?}");
    list(&mut state, "/maps", vec![entry("/maps/Año", true), entry("/maps/old", true)]);
    let effects = press(&mut state, "<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == Path::new("/maps/old")), "{effects:?}");
}

#[test]
fn a_path_can_be_typed_whole_and_one_that_is_not_there_comes_back_to_be_mended() {
    let mut state = browsing();
    assert_eq!(opened(&press(&mut state, "elsewhere/a.ron<Enter>")), Path::new("/maps/elsewhere/a.ron"));
    let path = PathBuf::from("/maps/elsewhere/a.ron");
    let effects = update(
        &mut state,
        Msg::Opened { path: path.clone(), outcome: Err(OpenError::NotFound), found: JournalReport::default() },
    );
    assert!(matches!(effects.as_slice(), [Effect::FindRecent, Effect::List { .. }]), "{effects:?}");
    assert!(state.message.is_some() && matches!(state.screen, Screen::Start(_)));
    assert_eq!(typed(&state), "elsewhere/a.ron", "as it was typed, in the folder where it was");
    list(&mut state, "/maps", Vec::new());
    press(&mut state, "<backspace>");
    assert_eq!(opened(&press(&mut state, "n<Enter>")), path);
}

#[test]
fn a_name_without_an_ending_is_that_of_a_map_and_comes_back_as_it_was_typed() {
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

/// Types, and gives the folder that is looked into for it.
fn looked_into(state: &mut State, keys: &str) -> Option<PathBuf> {
    match press(state, keys).as_slice() {
        [Effect::List { folder }] => Some(folder.clone()),
        [] => None,
        other => panic!("no more than a folder: {other:?}"),
    }
}

#[test]
fn a_folder_is_listed_as_soon_as_its_slash_is_typed_and_what_is_typed_stays() {
    let mut state = browsing();
    assert_eq!(looked_into(&mut state, "old/"), Some("/maps/old/".into()));
    assert_eq!(listed(&state), [""; 0], "nothing is listed before it is known");
    let outcome = Ok(Listing {
        folder: "/maps/old".into(),
        entries: vec![entry("/maps/old/2025", true), entry("/maps/old/a.ron", false), entry("/maps/old/ab.ron", false)],
    });
    update(&mut state, Msg::SideContent { folder: "/maps/old/".into(), outcome });
    assert_eq!((listed(&state), typed(&state)), (vec!["2025".into(), "a.ron".into(), "ab.ron".into()], "old/"));
    assert_eq!(looked_into(&mut state, "a"), None, "it is known what stands there");
    assert_eq!(listed(&state), ["a.ron", "ab.ron"]);
    press(&mut state, "<down>");
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/old/ab.ron"));
}

#[test]
fn tab_completes_a_folder_with_its_slash_and_goes_on_in_it() {
    let mut state = browsing();
    press(&mut state, "ol");
    assert_eq!(looked_into(&mut state, "<Tab>"), Some("/maps/old/".into()));
    assert_eq!(typed(&state), "old/");
    let outcome = Ok(Listing { folder: "/maps/old".into(), entries: vec![entry("/maps/old/a.ron", false)] });
    update(&mut state, Msg::SideContent { folder: "/maps/old/".into(), outcome });
    assert_eq!(looked_into(&mut state, "<Tab>"), None);
    assert_eq!(typed(&state), "old/a.ron");
    assert_eq!(opened(&press(&mut state, "<Enter>")), Path::new("/maps/old/a.ron"));
}

#[test]
fn enter_on_a_folder_that_is_typed_goes_into_it_whether_or_not_it_was_listed_yet() {
    for is_listed in [false, true] {
        let mut state = browsing();
        press(&mut state, "old/");
        if is_listed {
            let outcome = Ok(Listing { folder: "/maps/old".into(), entries: vec![entry("/maps/old/a.ron", false)] });
            update(&mut state, Msg::SideContent { folder: "/maps/old/".into(), outcome });
        }
        assert_eq!(looked_into(&mut state, "<Enter>"), Some("/maps/old/".into()));
        list(&mut state, "/maps/old", vec![entry("/maps/old/a.ron", false)]);
        assert_eq!((listed(&state), typed(&state)), (vec!["../maps".into(), "a.ron".into()], ""));
    }
}

#[test]
fn what_is_typed_on_the_way_to_a_folder_is_looked_into_when_one_does_not_get_there() {
    let mut state = browsing();
    press(&mut state, "old/<Enter>");
    assert_eq!(looked_into(&mut state, "new/"), None, "it would take the place of the folder that one goes to");
    let outcome = Err(io::ErrorKind::PermissionDenied.into());
    let effects = update(&mut state, Msg::SideContent { folder: "/maps/old/".into(), outcome });
    let next = Path::new("/maps/old/new/");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == next), "{effects:?}");
    let mut state = begun();
    press(&mut state, "onowhere/<Enter>");
    let outcome = Err(io::ErrorKind::NotFound.into());
    let effects = update(&mut state, Msg::SideContent { folder: "nowhere/".into(), outcome });
    let next = Path::new(".");
    assert!(matches!(effects.as_slice(), [Effect::List { folder }] if folder == next), "{effects:?}");
}

#[test]
fn a_list_from_which_a_map_was_opened_is_not_come_back_to() {
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
    let here = |effect: &Effect| matches!(effect, Effect::List { folder } if folder == Path::new("."));
    assert!(effects.iter().any(here), "{effects:?}");
}

#[test]
fn a_folder_that_is_not_there_is_no_fault_while_it_is_typed() {
    let mut state = browsing();
    press(&mut state, "nowhere/");
    update(
        &mut state,
        Msg::SideContent { folder: "/maps/nowhere/".into(), outcome: Err(io::ErrorKind::NotFound.into()) },
    );
    assert!(state.message.is_none(), "{:?}", state.message);
    assert_eq!(opened(&press(&mut state, "a.ron<Enter>")), Path::new("/maps/nowhere/a.ron"));
}

#[test]
fn esc_does_not_leave_the_start_screen_but_says_how() {
    let mut state = begun();
    assert!(press(&mut state, "<Esc>").is_empty());
    let said = state.message.as_ref().map(|message| message.text.clone()).unwrap_or_default();
    assert!(said.contains("Press q "), "{said}");
    assert!(matches!(press(&mut state, "q").as_slice(), [Effect::Quit]));
}

#[test]
fn the_map_of_a_file_that_is_offered_is_looked_at_once_and_shown() {
    let mut state = begun();
    let effects = update(&mut state, Msg::Recent(vec![recent("/maps/last.ron"), recent("/maps/first.ron")]));
    assert!(
        matches!(effects.as_slice(), [Effect::Preview { path }] if path == Path::new("/maps/last.ron")),
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
    assert!(press(&mut state, "k").is_empty(), "it is known already");
    assert_eq!(preview(&state), Some(1));
}

#[test]
fn a_folder_that_cannot_be_looked_into_is_told_and_the_list_stays() {
    let mut state = browsing();
    press(&mut state, "old<Enter>");
    let outcome = Err(io::ErrorKind::PermissionDenied.into());
    update(&mut state, Msg::SideContent { folder: "/maps/old".into(), outcome });
    assert!(state.message.as_ref().is_some_and(|message| message.text.contains("/maps/old")), "{:?}", state.message);
    press(&mut state, "<Esc>");
    assert_eq!(listed(&state), ["../", "Año", "old", "Café.ron", "shop.ron"]);
    press(&mut state, "<Esc>");
    assert_eq!(state.context(), Context::Start);
}

#[test]
fn a_list_that_comes_late_disturbs_nothing() {
    let mut state = browsing();
    press(&mut state, "<Esc>n");
    list(&mut state, "/maps", Vec::new());
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn what_is_typed_at_the_start_goes_into_the_first_touchpoint() {
    let mut state = begun();
    press(&mut state, "aSees an ad<Enter>");
    let names: Vec<&str> = state.map().touchpoints().map(|(_, each)| &*each.name).collect();
    assert_eq!(names, ["Sees an ad"]);
}

//! Beginning: the maps that were open lately, and finding a file by walking and typing.

use std::io;
use std::path::{Path, PathBuf};

use crate::support::press;
use periplo::app::browser::Line;
use periplo::app::start::Offer;
use periplo::app::state::{Dialog, Screen};
use periplo::app::{Context, Effect, Msg, Opening, State, update};
use periplo::lang::{Lang, Language};
use periplo::map::Name;
use periplo::store::disk::journal::Found;
use periplo::store::disk::{Entry, Listing};
use periplo::store::recent::Recent;
use periplo::store::{OpenError, Template};

fn begun() -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    let effects = update(&mut state, Msg::Begin(Opening::Start));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::FindRecent)), "{effects:?}");
    state
}

fn recent(path: &str) -> Recent {
    Recent { path: path.into(), title: Name::new("A title").expect("a title"), counts: [3, 2, 1] }
}

fn offer(state: &State) -> Offer {
    match &state.screen {
        Screen::Start(start) => start.offer(),
        other => panic!("the start screen: {other:?}"),
    }
}

fn entry(path: &str, is_folder: bool) -> Entry {
    let name = Path::new(path).file_name().expect("a name").to_string_lossy().into_owned();
    Entry { path: path.into(), name, is_folder }
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

fn list(state: &mut State, folder: &str, entries: Vec<Entry>) {
    let outcome = Ok(Listing { folder: folder.into(), entries });
    update(state, Msg::Listed { folder: folder.into(), outcome });
}

fn listed(state: &State) -> Vec<String> {
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("a list") };
    let name = |line: Line| match line {
        Line::Above(folder) => format!("..{}", folder.display()),
        Line::Entry(entry) => entry.name.clone(),
    };
    browser.listed().into_iter().map(name).collect()
}

fn opened(effects: &[Effect]) -> PathBuf {
    match effects {
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
        Msg::Opened { path: path.clone(), outcome: Err(OpenError::NotFound), found: Found::default() },
    );
    assert!(matches!(effects.as_slice(), [Effect::FindRecent, Effect::List { .. }]), "{effects:?}");
    assert!(state.message.is_some() && matches!(state.screen, Screen::Start(_)));
    list(&mut state, "/home", Vec::new());
    press(&mut state, "<backspace>");
    assert_eq!(opened(&press(&mut state, "n<Enter>")), path);
}

#[test]
fn a_folder_that_cannot_be_looked_into_is_told_and_the_list_stays() {
    let mut state = browsing();
    press(&mut state, "old<Enter>");
    let outcome = Err(io::ErrorKind::PermissionDenied.into());
    update(&mut state, Msg::Listed { folder: "/maps/old".into(), outcome });
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

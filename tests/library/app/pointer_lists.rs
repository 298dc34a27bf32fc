//! The mouse in lists: the start screen, the file list, the palette and the help.

use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::pane::SidePane;
use periplo::app::model::pointer::{DialogTarget, Gesture, PointerTarget};
use periplo::app::model::screen::Screen;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::lang::{Lang, Language};
use periplo::map::Name;
use periplo::store::disk::{FolderEntry, Listing};
use periplo::store::recent::RecentMap;

use super::pointer::{Mouse, three};
use crate::support::{play, press};

#[test]
fn a_click_selects_an_offer_of_the_start_screen_and_a_second_opens_it() {
    let (mut state, mut mouse) = (State::new(Lang::new(Language::English), 7), Mouse::new());
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    let Screen::Start(start) = &state.screen else { panic!("the start screen") };
    assert_eq!(start.chosen, 1);
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    assert_eq!(state.context(), Context::Board);
    assert!(state.map().len() > 3, "a template");
}

#[test]
fn a_key_between_two_clicks_makes_the_second_only_select() {
    let (mut state, mut mouse) = (State::new(Lang::new(Language::English), 7), Mouse::new());
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    press(&mut state, "<Down>");
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
    assert_eq!(state.context(), Context::Start);
}

#[test]
fn a_double_click_on_a_folder_opens_it_only_once() {
    let (mut state, mut mouse) = (browser(), Mouse::new());
    let Some(Dialog::Browser(browser)) = state.dialogs.last() else { panic!("the browser") };
    let row = browser.listed().len() - 1;
    let effects = mouse.click_twice(&mut state, PointerTarget::Dialog(DialogTarget::Row(row)));
    assert!(matches!(&effects[..], [Effect::List { folder }] if folder.ends_with("c")), "{effects:?}");
    list(&mut state, "c", ["a", "b", "c"]);
    assert!(
        mouse.click_after(120, &mut state, Some(PointerTarget::Dialog(DialogTarget::Row(row)))).is_empty(),
        "the third click only selects"
    );
}

/// Returns the browser with three folders.
fn browser() -> State {
    let mut state = State::new(Lang::new(Language::English), 7);
    press(&mut state, "o");
    list(&mut state, "x", ["a", "b", "c"]);
    state
}

/// Sends the browser the listing of a folder.
fn list(state: &mut State, folder: &str, names: [&str; 3]) {
    let entries = names.map(|name| FolderEntry { name: name.to_owned(), path: name.into(), is_folder: true }).to_vec();
    let listing = Listing { folder: folder.into(), entries };
    update(state, Msg::Listed { folder: folder.into(), outcome: Ok(listing) });
}

#[test]
fn the_wheel_between_two_clicks_makes_the_second_only_select() {
    let screens: [fn() -> State; 4] = [
        || State::new(Lang::new(Language::English), 7),
        browser,
        || play("aOne<Enter><Esc>:").0,
        || play("aOne<Enter><Esc>?").0,
    ];
    for (begin, pause) in screens.into_iter().flat_map(|begin| [(begin, 2_000), (begin, 120)]) {
        let (mut state, mut mouse) = (begin(), Mouse::new());
        let before = state.context();
        mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
        mouse.gesture(&mut state, Gesture::WheelDown, Some(PointerTarget::Dialog(DialogTarget::Row(1))));
        let effects = mouse.click_after(pause, &mut state, Some(PointerTarget::Dialog(DialogTarget::Row(1))));
        assert_eq!((state.context(), effects.len()), (before, 0), "{pause}");
        let effects = mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(1)));
        assert!(state.context() != before || !effects.is_empty(), "{before:?} opens the selected row");
    }
}

#[test]
fn a_row_that_changed_between_two_clicks_is_only_selected() {
    let (mut state, mut mouse) = (browser(), Mouse::new());
    for pause in [2_000, 120] {
        mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
        list(&mut state, "x", ["d", "e", "f"]);
        assert!(mouse.click_after(pause, &mut state, Some(PointerTarget::Dialog(DialogTarget::Row(0)))).is_empty());
    }
    let mut state = State::new(Lang::new(Language::English), 7);
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
    let counts = [1, 2, 3];
    let recent = RecentMap { path: "shop.ron".into(), title: Name::new("Shop").expect("a title"), counts };
    update(&mut state, Msg::Recent(vec![recent]));
    mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
    assert_eq!(state.context(), Context::Start);
}

#[test]
fn a_second_click_runs_a_row_of_the_palette_or_the_help() {
    for opened in [":", "?"] {
        let (mut state, mut mouse) = (three(), Mouse::new());
        press(&mut state, opened);
        press(&mut state, "priorities");
        mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
        assert_ne!(state.board.side, SidePane::Priorities);
        mouse.click(&mut state, PointerTarget::Dialog(DialogTarget::Row(0)));
        assert_eq!((state.board.side, state.dialogs.len()), (SidePane::Priorities, 0), "{opened}");
    }
}

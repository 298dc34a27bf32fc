//! Tests of the room's page in the presentation: the code, then what was written, then the votes.

use crate::app::message;
use crate::app::room::{OpenRoom, client};
use crate::support::{press, screen, with_map};
use periplo::app::model::context::Context;
use periplo::app::model::room::request::RoomRequest;
use periplo::map::Phase;

const LINK: &str = "http://192.168.1.7:7437/#";

#[test]
fn the_page_shows_the_code_and_how_many_are_in_until_something_is_revealed() {
    let mut room = OpenRoom::with_participants(12);
    room.press("Ps");
    assert_eq!(room.state.context(), Context::RoomPage);
    let shown = screen(&room.state, 120, 40);
    assert!(shown.contains(LINK) && shown.contains("▀") && shown.contains("12 people are in the room."), "{shown}");
    room.press("c");
    room.write(0, "a", Phase::During, "Waits in a queue");
    room.write(1, "a", Phase::During, "waits in a queue");
    room.write(1, "b", Phase::Before, "Sees a poster");
    let hidden = screen(&room.state, 120, 40);
    assert!(hidden.contains("3 lines from 2 people") && !hidden.contains("queue"), "{hidden}");
    room.press("r");
    let shown = screen(&room.state, 120, 40);
    for text in ["What was written · 3", "Before 1", "During 1", "After 0", "Sees a poster", "×2", LINK] {
        assert!(shown.contains(text), "{text}:\n{shown}");
    }
    let narrow = screen(&room.state, 50, 20);
    assert!(narrow.contains("Waits in a queue") && narrow.contains("Sees a poster"), "{narrow}");
    room.press("A");
    assert_eq!(room.waiting(), 0);
    assert!(screen(&room.state, 120, 40).contains("Sees a poster"), "what is on the board stays on the page");
}

#[test]
fn votes_are_counted_while_hidden_and_shown_as_bars_when_revealed() {
    let mut room = OpenRoom::with_participants(3);
    room.press("Psv5<Enter>");
    let ids: Vec<_> = room.state.map().touchpoints().map(|(_, each)| each.id).collect();
    for from in 0..3 {
        let votes = [(ids[0], 1), (ids[1], 3)].into();
        room.ask(RoomRequest::Vote { client: client(from), votes, round: None });
    }
    let hidden = screen(&room.state, 120, 40);
    assert!(hidden.contains("Given so far: 12") && hidden.contains("▀"), "{hidden}");
    room.press("r");
    let shown = screen(&room.state, 100, 30);
    assert!(shown.contains("Votes of this round · 12 in all"), "{shown}");
    let lines: Vec<&str> = shown.lines().filter(|line| line.contains('█')).collect();
    let bars: Vec<usize> = lines.iter().map(|line| line.matches('█').count()).collect();
    assert!(lines[0].contains("Pays") && lines[0].contains(" 9"), "{shown}");
    assert!(lines[1].contains("Sees an ad") && lines[1].contains(" 3"), "{shown}");
    assert!(bars[0].abs_diff(bars[1] * 3) <= 3, "{bars:?}");
    room.press("s");
    assert_eq!(room.state.context(), Context::Presentation);
}

#[test]
fn where_the_code_does_not_fit_the_page_says_so_and_shows_the_link() {
    let mut room = OpenRoom::with_participants(1);
    room.press("Ps");
    let shown = screen(&room.state, 60, 14);
    assert!(shown.contains("A larger window shows the code too.") && shown.contains(LINK), "{shown}");
}

#[test]
fn the_page_of_a_closed_room_says_how_to_open_it_and_turns_no_page() {
    let mut state = with_map(r#"(format: 1, title: "Shop", before: [(name: "Sees an ad")])"#);
    press(&mut state, "Ps");
    assert!(screen(&state, 80, 24).contains("The room is closed. S opens it."));
    press(&mut state, "l");
    assert!(message(&state).contains("nothing more"), "{}", message(&state));
    press(&mut state, "r");
    assert!(!message(&state).is_empty());
}

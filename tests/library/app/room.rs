//! Tests of the room in the editor: opening it, taking what comes, open doors, its journal, and what is offered after a crash.

use std::path::PathBuf;

use crate::app::message;
use crate::support::{names, press, screen, with_map};
use periplo::app::model::context::Context;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::room::effect::{RoomEffect, RoomEntry, RoomLink, RoomMsg};
use periplo::app::model::room::id::ClientId;
use periplo::app::model::room::request::{RoomAnswer, RoomRequest};
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::map::Phase;

const SHOP: &str = r#"(format: 1, title: "Shop", before: [(name: "Sees an ad")], during: [(name: "Pays")])"#;
const TOKEN: &str = "abcdefghijklmnopqrstuv";

/// A board with an open room.
pub struct OpenRoom {
    pub state: State,
    number: u64,
}

fn link() -> RoomLink {
    RoomLink { address: "192.168.1.7:7437".parse().unwrap(), token: TOKEN.to_owned() }
}

/// Returns a board with a map that has a file.
pub fn board() -> State {
    let mut state = with_map(SHOP);
    state.session.file = Some(OpenFile::not_yet_saved(PathBuf::from("shop.ron")));
    state
}

/// Returns the effects that are about the room.
pub fn of_room(effects: Vec<Effect>) -> Vec<RoomEffect> {
    let room = |effect| if let Effect::Room(effect) = effect { Some(effect) } else { None };
    effects.into_iter().filter_map(room).collect()
}

pub fn entries(effects: Vec<RoomEffect>) -> Vec<RoomEntry> {
    let entry = |effect| if let RoomEffect::Keep(entry) = effect { Some(entry) } else { None };
    effects.into_iter().filter_map(entry).collect()
}

pub fn client(number: u8) -> ClientId {
    ClientId::new([number; 16])
}

impl OpenRoom {
    /// Opens the room with the keys of the facilitator, and lets participants join.
    pub fn with_participants(count: u8) -> OpenRoom {
        OpenRoom::on(board(), count)
    }

    /// Opens the room of a board whose map has a file.
    pub fn on(mut state: State, count: u8) -> OpenRoom {
        let asked = of_room(press(&mut state, "S"));
        assert!(matches!(asked[..], [RoomEffect::FindAddresses]));
        let addresses = ["192.168.1.7", "127.0.0.1"].map(|text| text.parse().unwrap());
        update(&mut state, Msg::Room(RoomMsg::Addresses(addresses.to_vec())));
        assert_eq!(state.context(), Context::Share);
        let opened = of_room(press(&mut state, "<Enter>"));
        let [RoomEffect::Open { place, .. }] = &opened[..] else { panic!("{opened:?}") };
        assert_eq!((place.address, place.port), (addresses[0], None));
        update(&mut state, Msg::Room(RoomMsg::Opened(Ok(link()))));
        let mut room = OpenRoom { state, number: 0 };
        for number in 0..count {
            room.ask(RoomRequest::Join { client: client(number) });
        }
        press(&mut room.state, "<Esc>");
        room
    }

    /// Sends a request, and returns the answer that the journal sends once it is on the disk.
    pub fn ask(&mut self, request: RoomRequest) -> RoomAnswer {
        self.number += 1;
        let asked = Msg::Room(RoomMsg::Asked { number: self.number, request });
        let mut kept = entries(of_room(update(&mut self.state, asked)));
        assert_eq!(kept.len(), 1, "{kept:?}");
        let (number, answer) = kept[0].answers.pop().expect("an answer");
        assert_eq!(number, self.number);
        answer
    }

    pub fn write(&mut self, from: u8, id: &str, phase: Phase, text: &str) -> RoomAnswer {
        let (client, id, text) = (client(from), id.parse().unwrap(), text.to_owned());
        self.ask(RoomRequest::Contribute { client, id, phase, text })
    }

    pub fn press(&mut self, keys: &str) -> Vec<RoomEffect> {
        of_room(press(&mut self.state, keys))
    }

    pub fn waiting(&self) -> usize {
        self.state.session.hosted.room.waiting()
    }

    fn names(&self, phase: Phase) -> Vec<String> {
        names(self.state.map(), phase)
    }
}

#[test]
fn a_room_needs_a_file_and_is_closed_until_it_is_asked_for() {
    let mut state = with_map(SHOP);
    assert!(press(&mut state, "S").is_empty());
    assert!(message(&state).contains("needs a map with a file"), "{}", message(&state));
    let mut state = board();
    press(&mut state, "s");
    assert_eq!(state.context(), Context::Room);
    assert!(screen(&state, 120, 40).contains("The room is closed. S opens it."));
    for key in ["<Enter>", "A", "d", "r", "c", "v", "o", "l", "N", "X"] {
        assert!(of_room(press(&mut state, key)).is_empty(), "{key}");
        assert!(!message(&state).is_empty(), "{key} says why it does nothing");
    }
}

#[test]
fn the_dialog_says_who_can_read_and_shows_the_link_with_its_code() {
    let mut state = board();
    press(&mut state, "S");
    let addresses = ["192.168.1.7", "127.0.0.1"].map(|text| text.parse().unwrap());
    update(&mut state, Msg::Room(RoomMsg::Addresses(addresses.to_vec())));
    let shown = screen(&state, 80, 24);
    assert!(shown.contains("192.168.1.7") && shown.contains("127.0.0.1"), "{shown}");
    assert!(shown.contains("not encrypted") && shown.contains("can vote more"), "{shown}");
    press(&mut state, "<Enter>");
    update(&mut state, Msg::Room(RoomMsg::Opened(Ok(link()))));
    let shown = screen(&state, 120, 40);
    let joined: String = shown.chars().filter(|c| !c.is_whitespace() && *c != '│').collect();
    assert!(joined.contains("http://192.168.1.7:7437/#") && shown.contains("▀"), "{shown}");
    assert!(shown.contains("room open, 0 in it (S: link, close)"), "{shown}");
    let narrow = screen(&state, 80, 24);
    assert!(narrow.contains("▀") && narrow.contains("room 0 (S)"), "{narrow}");
    press(&mut state, "<Esc>");
    assert!(!screen(&state, 120, 40).contains(TOKEN), "the link is shown on demand only");
    press(&mut state, "S");
    let closed = of_room(press(&mut state, "X"));
    assert!(matches!(closed[..], [RoomEffect::Close]), "{closed:?}");
    assert!(!screen(&state, 120, 40).contains("room open"));
    assert!(!format!("{:?}", link()).contains(TOKEN));
}

#[test]
fn a_line_is_taken_in_one_undo_step_and_waits_again_after_undo() {
    let mut room = OpenRoom::with_participants(3);
    for from in 0..3 {
        assert_eq!(room.write(from, "a", Phase::During, "Waits in a queue :("), RoomAnswer::Contributed);
    }
    room.write(0, "b", Phase::Before, "Asks a friend");
    let selected = room.state.board.selected();
    room.press("s");
    let shown = screen(&room.state, 120, 40);
    assert!(shown.contains("×3") && shown.contains("3 in it · 4 waiting"), "{shown}");
    room.press("<Enter>");
    assert_eq!(room.names(Phase::Before), ["Sees an ad", "Asks a friend"]);
    room.press("<Enter>");
    assert_eq!(room.names(Phase::During), ["Pays", "Waits in a queue"]);
    assert_eq!((room.waiting(), room.state.board.selected()), (0, selected));
    room.press("u");
    assert_eq!((room.names(Phase::During), room.waiting()), (vec!["Pays".to_owned()], 3));
    room.press("<ctrl-r>");
    assert_eq!(room.waiting(), 0, "redo takes the whole pile again");
}

#[test]
fn all_lines_are_taken_in_one_undo_step() {
    let mut room = OpenRoom::with_participants(1);
    room.write(0, "a", Phase::Before, "Asks a friend");
    room.write(0, "b", Phase::After, "Unpacks");
    room.write(0, "c", Phase::After, "unpacks");
    room.press("sA");
    assert_eq!((room.names(Phase::Before).len(), room.names(Phase::After)), (2, vec!["Unpacks".to_owned()]));
    assert_eq!(room.waiting(), 0);
    room.press("u");
    assert_eq!(message(&room.state), "Undone: the import of the lines of the room.");
    assert_eq!(room.waiting(), 3);
    assert_eq!((room.names(Phase::Before).len(), room.names(Phase::After).len()), (1, 0));
}

#[test]
fn lines_that_come_move_neither_the_selection_nor_what_is_typed() {
    let mut room = OpenRoom::with_participants(1);
    room.write(0, "a", Phase::During, "Waits");
    room.write(0, "b", Phase::During, "Leaves");
    room.press("sj");
    room.write(0, "c", Phase::Before, "Asks a friend");
    room.press("<Enter>");
    assert_eq!(room.names(Phase::During), ["Pays", "Leaves"], "the selected line was taken, not the one in its place");
    room.press("<Tab>");
    let selected = room.state.board.selected();
    room.press("aHears of it");
    room.write(0, "d", Phase::Before, "Reads a review");
    assert_eq!(room.state.board.selected(), selected);
    room.press("<Enter><Esc>");
    assert!(room.names(Phase::Before).contains(&"Hears of it".to_owned()));
}

#[test]
fn through_open_doors_lines_come_as_changes_of_others() {
    let mut room = OpenRoom::with_participants(1);
    room.write(0, "a", Phase::During, "Waits");
    room.press("m");
    room.press("so");
    assert_eq!(room.names(Phase::During), ["Pays", "Waits"], "what waited comes too");
    room.write(0, "b", Phase::During, "Leaves");
    assert_eq!(
        (room.names(Phase::During), room.waiting()),
        (["Pays", "Waits", "Leaves"].map(String::from).to_vec(), 0)
    );
    room.press("u");
    let first = &room.state.map().phase(Phase::Before)[0];
    assert!(!first.critical, "undo takes back the facilitator's own change");
    assert_eq!(room.names(Phase::During).len(), 3, "and nothing of the room");
}

#[test]
fn the_journal_has_it_before_the_answer_and_a_crash_loses_nothing() {
    let mut room = OpenRoom::with_participants(1);
    room.number += 1;
    let request = RoomRequest::Contribute {
        client: client(0),
        id: "a".parse().unwrap(),
        phase: Phase::During,
        text: "Waits".to_owned(),
    };
    let asked = Msg::Room(RoomMsg::Asked { number: 77, request });
    let effects = update(&mut room.state, asked);
    let kept = entries(of_room(effects));
    assert_eq!((kept[0].answers.len(), kept[0].records.len(), kept[0].begins), (1, 1, false));
    assert!(!kept[0].records[0].contains(TOKEN));
    let record = serde_json::to_string(&room.state.session.hosted.room.record()).unwrap();

    // The program is started again.
    let mut state = board();
    update(&mut state, Msg::Room(RoomMsg::LeftBehind { records: vec![record.clone()] }));
    update(&mut state, Msg::Tick(std::time::Duration::from_secs(5)));
    assert!(screen(&state, 120, 40).contains("ended with one"));
    let taken_over = entries(of_room(press(&mut state, "1")));
    assert!(taken_over[0].begins, "its journal is our own now");
    assert_eq!(state.session.hosted.room.waiting(), 1);
    press(&mut state, "s<Enter>");
    assert_eq!(names(state.map(), Phase::During), ["Pays", "Waits"]);

    // After another crash, what is on the board is not offered again.
    let left = of_room(update(&mut state, Msg::Room(RoomMsg::LeftBehind { records: vec![record] })));
    assert!(matches!(left[..], [RoomEffect::DiscardLeft]), "{left:?}");
}

#[test]
fn a_vote_that_a_crash_interrupted_is_offered_too() {
    let mut room = OpenRoom::with_participants(1);
    room.press("sv5<Enter>");
    let id = room.state.map().touchpoints().next().unwrap().1.id;
    room.ask(RoomRequest::Vote { client: client(0), votes: [(id, 2)].into(), round: None });
    let record = serde_json::to_string(&room.state.session.hosted.room.record()).unwrap();
    let mut state = board();
    update(&mut state, Msg::Room(RoomMsg::LeftBehind { records: vec![record] }));
    update(&mut state, Msg::Tick(std::time::Duration::from_secs(5)));
    assert!(screen(&state, 120, 40).contains("during a vote, with 2"));
    press(&mut state, "1sr");
    assert_eq!(state.map().touchpoints().next().unwrap().1.votes, 2);
}

#[test]
fn nothing_is_answered_well_while_the_journal_fails() {
    let mut room = OpenRoom::with_participants(1);
    let error = std::io::Error::from(std::io::ErrorKind::StorageFull);
    update(&mut room.state, Msg::Room(RoomMsg::NotKept(error)));
    assert!(message(&room.state).contains("cannot be saved"), "{}", message(&room.state));
    let request = RoomRequest::Join { client: client(9) };
    let asked = Msg::Room(RoomMsg::Asked { number: 5, request });
    let kept = entries(of_room(update(&mut room.state, asked)));
    assert!(kept[0].begins, "the next entry has the whole room");
}

#[test]
fn a_room_at_another_port_than_usual_is_told() {
    let mut state = board();
    press(&mut state, "S");
    update(&mut state, Msg::Room(RoomMsg::Addresses(vec!["127.0.0.1".parse().unwrap()])));
    press(&mut state, "<Enter>");
    let other = RoomLink { address: "127.0.0.1:7438".parse().unwrap(), ..link() };
    update(&mut state, Msg::Room(RoomMsg::Opened(Ok(other))));
    assert!(message(&state).contains("Port 7437 is taken"), "{}", message(&state));
}

#[test]
fn leaving_the_map_closes_its_room() {
    let mut room = OpenRoom::with_participants(1);
    let effects = room.press("<ctrl-n>");
    assert!(effects.iter().any(|effect| matches!(effect, RoomEffect::Close)), "{effects:?}");
    assert_eq!(room.state.session.hosted.room.participants(), 0);
}

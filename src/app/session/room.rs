//! The room of the open map: opening and closing it, requests of participants, its journal, and what they are shown.

use std::net::IpAddr;

use crate::app::model::commit::take_in;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::question::Question;
use crate::app::model::dialog::recovery::Waiting;
use crate::app::model::dialog::share::ShareDialog;
use crate::app::model::effect::Effect;
use crate::app::model::message::Tone;
use crate::app::model::next::Next;
use crate::app::model::pane::SidePane;
use crate::app::model::room::Room;
use crate::app::model::room::change::RoomChange;
use crate::app::model::room::contribution::ContributionState;
use crate::app::model::room::effect::{RoomEffect, RoomLink, RoomMsg, RoomPlace, USUAL_PORT};
use crate::app::model::room::hosted::{Door, read_journal};
use crate::app::model::room::request::{RoomAnswer, RoomRequest};
use crate::app::model::room::round::RoundKind;
use crate::app::model::room::snapshot::{RoomSnapshot, ShownMap, TimeLeft};
use crate::app::model::room_change::{change_room, keep_room};
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::{Edit, JourneyMap, Merged, Place};

/// Opens the room at an address of the machine.
pub(crate) fn open(state: &mut State, address: IpAddr) -> Next {
    let place = RoomPlace { address, port: state.room_settings.port, hosts: state.room_settings.hosts.clone() };
    let document = &state.session.document;
    let map = ShownMap::new(document.map(), document.revision()).into();
    let hosted = &mut state.session.hosted;
    let snapshot = RoomSnapshot { room: hosted.room.clone(), map, changes: 0, time_left: TimeLeft::Unlimited };
    hosted.door = Door::Opening;
    Next::effect(Effect::Room(RoomEffect::Open { place, snapshot: Box::new(snapshot) }))
}

/// Asks for one of the machine's addresses. If the room was asked for on the command line and telephones can only use one
/// of them, opens it there.
fn choose_address(state: &mut State, addresses: Vec<IpAddr>) -> Next {
    if std::mem::take(&mut state.room_settings.opens_at_once)
        && let [only] = addresses.iter().filter(|address| !address.is_loopback()).copied().collect::<Vec<_>>()[..]
    {
        return open(state, only);
    }
    state.dialogs.push(Dialog::Share(ShareDialog { addresses, chosen: 0 }));
    Next::nothing()
}

/// Opens the room that was asked for on the command line, once its map is on the board.
fn open_as_asked(state: &mut State) -> Next {
    match state.room_settings.address.take() {
        Some(address) => {
            state.room_settings.opens_at_once = false;
            open(state, address)
        }
        None if state.room_settings.opens_at_once => Next::effect(Effect::Room(RoomEffect::FindAddresses)),
        None => Next::nothing(),
    }
}

/// Forgets that a room was asked for on the command line: it is of a map that could not be opened.
fn forget_asked(state: &mut State) {
    if matches!(state.screen, Screen::Start(_) | Screen::Unreadable(_)) {
        (state.room_settings.opens_at_once, state.room_settings.address) = (false, None);
    }
}

/// Handles a report about the room.
pub fn handle(state: &mut State, msg: RoomMsg) -> Next {
    match msg {
        RoomMsg::Addresses(addresses) => return choose_address(state, addresses),
        RoomMsg::Opened(outcome) => opened(state, outcome),
        RoomMsg::LinkRenewed(Ok(link)) => {
            state.session.hosted.door = Door::Open(link);
            let text = state.lang.room_link_renewed();
            state.say(Tone::Done, text);
            return change_room(state, &[RoomChange::AllDropped]).into();
        }
        RoomMsg::LinkRenewed(Err(error)) => {
            let text = state.lang.room_not_opened(&error);
            state.say(Tone::Failed, text);
        }
        RoomMsg::Asked { number, request } => return asked(state, number, request),
        RoomMsg::NotKept(error) => {
            state.session.hosted.forget_journal();
            let text = state.lang.room_not_kept(&error);
            state.say(Tone::Failed, text);
        }
        RoomMsg::LeftBehind { records } => return found_left(state, &records),
    }
    Next::nothing()
}

fn opened(state: &mut State, outcome: std::io::Result<RoomLink>) {
    state.is_room_served = outcome.is_ok();
    match outcome {
        // The map was left meanwhile: the server is closed at once.
        Ok(_) if state.session.hosted.door != Door::Opening => {}
        Ok(link) => {
            let port = link.address.port();
            if state.room_settings.port.is_none() && port != USUAL_PORT {
                let text = state.lang.room_other_port(USUAL_PORT, port);
                state.say(Tone::Refused, text);
            }
            state.session.hosted.door = Door::Open(link);
            state.board.side = SidePane::Room;
            state.refresh();
            if state.dialogs.is_empty() {
                state.dialogs.push(Dialog::Share(ShareDialog::default()));
            }
        }
        Err(error) => {
            state.session.hosted.door = Door::Closed;
            let text = state.lang.room_not_opened(&error);
            state.say(Tone::Failed, text);
        }
    }
}

/// Answers a participant, once the journal has on the disk what it changes.
fn asked(state: &mut State, number: u64, request: RoomRequest) -> Next {
    let id = state.fresh_id();
    let (answer, change) = state.session.hosted.room.answer(request, state.session.document.map(), id);
    let mut changes: Vec<RoomChange> = change.into_iter().collect();
    changes.iter().for_each(|change| state.session.hosted.apply(change));
    if answer == RoomAnswer::Contributed && state.session.hosted.room.lets_in() {
        changes.extend(let_in(state));
    }
    keep_room(state, &changes, vec![(number, answer)]).into()
}

/// Puts what waits onto the board after the doors were opened.
pub(crate) fn let_in_waiting(state: &mut State) -> Next {
    let changes = let_in(state);
    keep_room(state, &changes, Vec::new()).into()
}

/// Puts what waits straight onto the board, as changes of others: undo of the facilitator does not reach them.
fn let_in(state: &mut State) -> Vec<RoomChange> {
    if state.session.is_read_only() {
        return Vec::new();
    }
    let hosted = &state.session.hosted;
    let waiting: Vec<_> = hosted.room.waiting_contributions().map(|(number, each)| (number, each.clone())).collect();
    let before = state.map().clone();
    let mut after = before.clone();
    let mut changes = Vec::new();
    for (number, contribution) in waiting {
        let touchpoint = contribution.touchpoint.id;
        let at = Place::new(contribution.phase, after.phase(contribution.phase).len());
        if after.apply(Edit::Add { at, touchpoints: vec![contribution.touchpoint] }).is_ok() {
            changes.push(RoomChange::Taken { numbers: vec![number], touchpoint });
        }
    }
    take_in(state, &before, &after, Merged { map: after.clone(), conflicts: Vec::new() });
    changes.iter().for_each(|change| state.session.hosted.apply(change));
    changes
}

/// Looks for a room of the map that another run left behind. Only then the room that was asked for is opened, so that
/// participants find themselves in it again.
pub(super) fn begin(state: &mut State) -> Next {
    match state.session.path().cloned() {
        Some(file) => Next::effect(Effect::Room(RoomEffect::FindLeft { file })),
        None => open_as_asked(state),
    }
}

/// Offers what waited in a room that another run left behind.
fn found_left(state: &mut State, records: &[String]) -> Next {
    let Some(mut room) = read_journal(records) else { return open_as_asked(state) };
    for change in taken_on_board(&room, state.map()) {
        room.apply(&change);
    }
    let (count, dots) = (room.waiting(), room.hidden_dots());
    let question = match (count, dots) {
        (0, 0) => {
            let mut next = open_as_asked(state);
            next.effects.insert(0, Effect::Room(RoomEffect::DiscardLeft));
            return next;
        }
        (0, dots) => Question::LeftVote { dots },
        (count, _) => Question::LeftRoom { count },
    };
    state.session.hosted.left = Some(Box::new(room));
    state.session.waiting.push_back(Waiting::Ask(question));
    Next::nothing()
}

/// Takes over the room that another run left behind.
pub(crate) fn take_over_left(state: &mut State) -> Next {
    let Some(left) = state.session.hosted.left.take() else { return Next::nothing() };
    state.session.hosted.take_over(*left);
    state.board.side = SidePane::Room;
    state.refresh();
    let kept = keep_room(state, &[], Vec::new());
    let mut next = open_as_asked(state);
    next.effects.splice(0..0, kept);
    next
}

/// Deletes what waited in the room that another run left behind.
pub(crate) fn discard_left(state: &mut State) -> Next {
    state.session.hosted.left = None;
    let mut next = open_as_asked(state);
    next.effects.insert(0, Effect::Room(RoomEffect::DiscardLeft));
    next
}

/// Returns the changes for piles that wait though a touchpoint of theirs is on the board: a crash came between the two
/// journals, or taking them was undone and made again.
fn taken_on_board(room: &Room, map: &JourneyMap) -> Vec<RoomChange> {
    let taken = room.waiting_piles().into_iter().filter_map(|pile| {
        let ids = pile.numbers.iter().filter_map(|&number| room.contribution(number)).map(|each| each.touchpoint.id);
        let touchpoint = ids.into_iter().find(|&id| map.find(id).is_some())?;
        Some(RoomChange::Taken { numbers: pile.numbers, touchpoint })
    });
    taken.collect()
}

/// Returns the changes for contributions that were taken and whose taking was undone: they wait again.
fn returned_by_undo(state: &State) -> Vec<RoomChange> {
    let Some(undone) = state.session.document.next_redo() else { return Vec::new() };
    let is_back = |touchpoint| state.map().find(touchpoint).is_none() && undone.adds(touchpoint);
    let returned = state.session.hosted.room.contributions().filter(|(_, each)| match each.state {
        ContributionState::Taken(touchpoint) => is_back(touchpoint),
        ContributionState::Waiting | ContributionState::Declined | ContributionState::Withdrawn => false,
    });
    let numbers: Vec<_> = returned.map(|(number, _)| number).collect();
    if numbers.is_empty() { Vec::new() } else { vec![RoomChange::Returned(numbers)] }
}

/// Brings the room in line with the map and the timer after each message, and shows participants what is new. `is_changed`
/// if the message changed the map.
pub(crate) fn sync(state: &mut State, is_changed: bool) -> Vec<Effect> {
    let mut effects = Vec::new();
    forget_asked(state);
    if is_changed && state.session.hosted.room.has_contributions() {
        let mut changes = returned_by_undo(state);
        changes.extend(taken_on_board(&state.session.hosted.room, state.map()));
        if !changes.is_empty() {
            effects.extend(change_room(state, &changes));
        }
    }
    if state.session.path().is_some_and(|file| state.session.hosted.is_kept_for_another(file)) {
        effects.extend(keep_room(state, &[], Vec::new()));
    }
    let is_up = state.show.timer.is_up();
    let was_up = std::mem::replace(&mut state.session.hosted.was_time_up, is_up);
    let is_open = state.session.hosted.link().is_some();
    if is_open && is_up && !was_up && state.session.hosted.room.round().kind != RoundKind::Closed {
        effects.extend(change_room(state, &[RoomChange::RoundEnded]));
    }
    let is_wanted = matches!(state.screen, Screen::Board) && state.session.hosted.door != Door::Closed;
    if !is_wanted && std::mem::take(&mut state.is_room_served) {
        state.session.hosted.door = Door::Closed;
        effects.push(Effect::Room(RoomEffect::Close));
    }
    if is_open {
        let timer = &state.show.timer;
        let (key, time_left) = (timer.key(), timer.time_left(state.now));
        let document = &state.session.document;
        let news = state.session.hosted.news((document.map(), document.revision()), key, time_left);
        effects.extend(news.map(|news| Effect::Room(RoomEffect::Publish(Box::new(news)))));
    } else if state.session.hosted.is_kept() && !state.session.hosted.room.has_undecided() {
        state.session.hosted.forget_journal();
        effects.push(Effect::Room(RoomEffect::Forget));
    }
    effects
}

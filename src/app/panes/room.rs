//! The room pane: the facilitator takes contributions, declines them, and leads the rounds.

use crate::app::model::action::{Action, RoomAct};
use crate::app::model::commit::{commit_import, commit_in_place};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::{Prompt, PromptKind};
use crate::app::model::effect::Effect;
use crate::app::model::message::Tone;
use crate::app::model::next::{Next, Step};
use crate::app::model::pane::SidePane;
use crate::app::model::query::list::selected_line;
use crate::app::model::query::room::{selected_pile, shown_piles};
use crate::app::model::room::Number;
use crate::app::model::room::change::RoomChange;
use crate::app::model::room::effect::RoomEffect;
use crate::app::model::room::hosted::Door;
use crate::app::model::room::round::{Dots, VoteStage};
use crate::app::model::room_change::change_room;
use crate::app::model::state::State;
use crate::map::{Edit, Phase, Place, Touchpoint};

/// Does what a key of the pane or of the room's dialog asks for.
pub(crate) fn act(state: &mut State, act: RoomAct) -> Next {
    match act {
        RoomAct::Take => {
            let pile = selected_pile(state).map(|pile| (pile.first.phase, pile.first.touchpoint.clone(), pile.numbers));
            return take(state, pile.into_iter().collect());
        }
        RoomAct::TakeAll => {
            let piles = shown_piles(state).into_iter();
            let all = piles.map(|pile| (pile.first.phase, pile.first.touchpoint.clone(), pile.numbers)).collect();
            return take(state, all);
        }
        RoomAct::Decline => {
            let numbers = selected_pile(state).map(|pile| pile.numbers);
            let text = state.lang.room_declined(numbers.as_ref().map_or(0, Vec::len));
            state.say(Tone::Done, text);
            let changes: Vec<RoomChange> = numbers.into_iter().map(RoomChange::Declined).collect();
            return change_room(state, &changes).into();
        }
        RoomAct::Reveal => return reveal(state),
        RoomAct::Collect => return collect(state),
        RoomAct::Vote => {
            let dots = state.session.hosted.room.round().dots.to_string();
            state.dialogs.push(Dialog::Prompt(Prompt::new(PromptKind::Dots, &dots)));
        }
        RoomAct::OpenDoors => {
            let is_open = !state.session.hosted.room.has_open_doors();
            let text = if is_open { state.lang.room_doors_open() } else { state.lang.room_doors_closed() };
            state.say(Tone::Done, text);
            let next = Next::from(change_room(state, &[RoomChange::DoorsOpened(is_open)]));
            return if is_open { next.then(Step::LetIn) } else { next };
        }
        RoomAct::Lock => {
            let is_locked = !state.session.hosted.room.is_locked();
            let text = if is_locked { state.lang.room_locked() } else { state.lang.room_unlocked() };
            state.say(Tone::Done, text);
            return change_room(state, &[RoomChange::Locked(is_locked)]).into();
        }
        RoomAct::NewLink => return Next::effect(Effect::Room(RoomEffect::RenewLink)),
        RoomAct::Close => {
            state.session.hosted.door = Door::Closed;
            state.dialogs.pop_if(|dialog| matches!(dialog, Dialog::Share(_)));
            let text = state.lang.room_closed();
            state.say(Tone::Done, text);
        }
    }
    Next::nothing()
}

/// Takes piles onto the board, each as one touchpoint at the end of its phase, in one undo step.
fn take(state: &mut State, piles: Vec<(Phase, Touchpoint, Vec<Number>)>) -> Next {
    let mut map = state.map().clone();
    let edits: Vec<Edit> = Phase::ALL
        .into_iter()
        .filter_map(|phase| {
            let of_phase = piles.iter().filter(|(of, ..)| *of == phase).map(|(_, touchpoint, _)| touchpoint.clone());
            let touchpoints: Vec<Touchpoint> = of_phase.collect();
            let at = Place::new(phase, map.phase(phase).len());
            (!touchpoints.is_empty()).then_some(Edit::Add { at, touchpoints })
        })
        .collect();
    let is_done = match <[Edit; 1]>::try_from(edits) {
        Ok([edit]) => commit_in_place(state, edit),
        Err(edits) => {
            edits.into_iter().for_each(|edit| drop(map.apply(edit)));
            let name = state.lang.room_lines();
            commit_import(state, map, &name)
        }
    };
    if !is_done {
        return Next::nothing();
    }
    let text = state.lang.room_taken(piles.len(), &state.key_label(Action::Undo));
    state.say(Tone::Done, text);
    let taken = piles.into_iter().map(|(_, each, numbers)| RoomChange::Taken { numbers, touchpoint: each.id });
    let taken: Vec<RoomChange> = taken.collect();
    change_room(state, &taken).into()
}

/// Shows everybody what was written, or ends the vote: its votes are added to those of the map, in one undo step.
fn reveal(state: &mut State) -> Next {
    let room = &state.session.hosted.room;
    let mut changes = Vec::new();
    if room.round().hides_contributions {
        changes.push(RoomChange::ContributionsRevealed);
    }
    if room.round().votes == VoteStage::Hidden {
        let votes = room.votes();
        let with_votes = votes.iter().filter_map(|(id, count)| {
            let touchpoint = Touchpoint::clone(state.map().touchpoint(*id)?);
            Some(Touchpoint { votes: touchpoint.votes.saturating_add(u64::from(*count)), ..touchpoint })
        });
        let with_votes: Vec<Touchpoint> = with_votes.collect();
        let (count, undo) = (votes.values().map(|&count| count as usize).sum(), state.key_label(Action::Undo));
        if !with_votes.is_empty() && !commit_in_place(state, Edit::Replace(with_votes)) {
            return Next::nothing();
        }
        let text = if count > 0 { state.lang.room_votes_revealed(count, &undo) } else { state.lang.present_no_dots() };
        state.say(Tone::Done, text);
        changes.push(RoomChange::VotesRevealed(votes));
    }
    let next = Next::from(change_room(state, &changes));
    if state.session.hosted.room.lets_in() { next.then(Step::LetIn) } else { next }
}

/// Begins a round in which nobody sees what others write.
fn collect(state: &mut State) -> Next {
    let text = state.lang.room_collects_hidden();
    state.say(Tone::Done, text);
    change_room(state, &[RoomChange::CollectBegan { is_hidden: true }]).into()
}

/// Begins a vote.
pub(crate) fn begin_vote(state: &mut State, dots: Dots) -> Next {
    let text = state.lang.room_votes(dots.each as usize);
    state.say(Tone::Done, text);
    change_room(state, &[RoomChange::VoteBegan(dots)]).into()
}

/// Keeps the selected pile selected when others come in front of it. If it is gone, the next one takes its line.
pub(crate) fn sync_selection(state: &mut State) {
    if state.board.side != SidePane::Room {
        state.board.pile = None;
        return;
    }
    let line = selected_line(state);
    let piles = shown_piles(state);
    // A line that was moved since the last message is a choice of the user.
    let kept = state.board.pile.filter(|(last, _)| *last == state.board.line);
    let moved = kept.and_then(|(_, number)| piles.iter().position(|pile| pile.numbers.contains(&number)));
    let line = moved.unwrap_or(line);
    let number = piles.get(line).and_then(|pile| pile.numbers.first().copied());
    state.board.line = line;
    state.board.pile = number.map(|number| (line, number));
}

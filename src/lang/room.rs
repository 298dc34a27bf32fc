//! Messages about the room: what participants are told.

use std::io;

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::TextError;

messages! {
    // Why a request is refused. Participants read this on their telephones.
    room_fault_token() = "room-fault-token";
    room_fault_host() = "room-fault-host";
    room_fault_origin() = "room-fault-origin";
    room_fault_not_found() = "room-fault-not-found";
    room_fault_method() = "room-fault-method";
    room_fault_too_long() = "room-fault-too-long";
    room_fault_content_type() = "room-fault-content-type";
    room_fault_body() = "room-fault-body";
    room_fault_too_fast() = "room-fault-too-fast";
    room_fault_no_answer() = "room-fault-no-answer";
    room_refused_locked() = "room-refused-locked";
    room_refused_full() = "room-refused-full";
    room_refused_unknown_client() = "room-refused-unknown-client";
    room_refused_unknown_contribution() = "room-refused-unknown-contribution";
    room_refused_not_collecting() = "room-refused-not-collecting";
    room_refused_too_many_waiting() = "room-refused-too-many-waiting";
    room_refused_too_many_of_one() = "room-refused-too-many-of-one";
    room_refused_not_voting() = "room-refused-not-voting";
    room_refused_too_many_dots(limit: u32) = "room-refused-too-many-dots";
    room_refused_too_many_on_one(limit: u32) = "room-refused-too-many-on-one";
    room_refused_unknown_touchpoint() = "room-refused-unknown-touchpoint";
    room_refused_not_kept() = "room-refused-not-kept";

    // What the facilitator is told.
    room_closed() = "room-closed";
    room_link_renewed() = "room-link-renewed";
    ask_left_room(count: usize) = "ask-left-room";
    answer_take_over_room() = "answer-take-over-room";
    answer_discard_room() = "answer-discard-room";
    room_port_taken() = "room-port-taken";
    room_address_not_here() = "room-address-not-here";

    // The room pane and the title.
    room() = "room";
    room_pane(people: usize, waiting: usize) = "room-pane";
    room_is_closed(key: &str) = "room-is-closed";
    room_round_open() = "room-round-open";
    room_round_hidden(waiting: usize, writers: usize, reveal: &str) = "room-round-hidden";
    room_round_vote(dots: usize, each: usize, reveal: &str) = "room-round-vote";
    room_round_ended(reveal: &str) = "room-round-ended";
    room_round_closed() = "room-round-closed";
    room_round_revealed(count: usize) = "room-round-revealed";
    room_doors_open() = "room-doors-open";
    room_doors_closed() = "room-doors-closed";
    room_locked() = "room-locked";
    room_unlocked() = "room-unlocked";
    room_declined(count: usize) = "room-declined";
    room_focus(key: &str) = "room-focus";
    room_taken(count: usize, undo: &str) = "room-taken";
    room_votes_revealed(count: usize, undo: &str) = "room-votes-revealed";
    room_collects_hidden() = "room-collects-hidden";
    room_votes(count: usize) = "room-votes";
    ask_dots() = "ask-dots";
    not_dots(limit: u32) = "not-dots";
    room_title(count: usize, key: &str) = "room-title";
    room_title_short(count: usize, key: &str) = "room-title-short";

    // The dialog of the room.
    room_share_title() = "room-share-title";
    room_choose_address() = "room-choose-address";
    room_loopback() = "room-loopback";
    room_plain_http() = "room-plain-http";
    room_scan() = "room-scan";
    room_people(count: usize) = "room-people";
    room_link_keys(new_link: &str, lock: &str, close: &str) = "room-link-keys";
    room_code_too_large() = "room-code-too-large";
    ask_left_vote(dots: usize) = "ask-left-vote";
    answer_take_over_vote() = "answer-take-over-vote";
    answer_discard_vote() = "answer-discard-vote";

    // What undo calls several lines that were taken at once.
    room_lines() = "room-lines";

    // Opening the room.
    room_other_port(usual: u16, port: u16) = "room-other-port";
}

impl Lang {
    /// Says why the room could not be opened.
    pub(crate) fn room_not_opened(&self, error: &io::Error) -> String {
        let why = if error.kind() == io::ErrorKind::AddrInUse {
            self.room_port_taken()
        } else if error.kind() == io::ErrorKind::AddrNotAvailable {
            self.room_address_not_here()
        } else {
            self.reason(error)
        };
        fl!(self.loader, "room-not-opened", why = why)
    }

    /// Says why the room's journal could not be written.
    pub(crate) fn room_not_kept(&self, error: &io::Error) -> String {
        fl!(self.loader, "room-not-kept", why = self.reason(error))
    }

    /// Says why a line is no touchpoint.
    pub(crate) fn room_refused_text(&self, error: TextError) -> String {
        capitalized(&self.text_fault(error))
    }
}

/// Returns a phrase as a sentence.
fn capitalized(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

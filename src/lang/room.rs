//! Messages about the room: what participants are told.

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
}

impl Lang {
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

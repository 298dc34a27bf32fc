//! Messages of the presentation and its timer.

use super::messages;

messages! {
    present_step(step: usize, steps: usize) = "present-step";
    // Votes.
    present_votes(count: u64) = "present-votes";
    no_touchpoint_numbered(number: u64, last: u64) = "no-touchpoint-numbered";
    vote_typed(number: u64, name: &str) = "vote-typed";
    present_ranking(count: u64) = "present-ranking";
    present_no_votes() = "present-no-votes";
    present_unvoted(count: usize) = "present-unvoted";

    // The room.
    present_scan() = "present-scan";
    present_room_votes(count: u64) = "present-room-votes";
    present_contributions(count: usize) = "present-contributions";
    present_dots(dots: usize, each: usize) = "present-dots";
    present_written(waiting: usize, writers: usize) = "present-written";
    present_no_dots() = "present-no-dots";

    // A step.
    present_left(left: &str, all: &str) = "present-left";
    present_likely(share: &str) = "present-likely";
    present_lost(lost: &str) = "present-lost";
    present_unknown() = "present-unknown";

    // The timer.
    ask_countdown() = "ask-countdown";
    not_a_time() = "not-a-time";
    timer_paused() = "timer-paused";
    timer_last_minute() = "timer-last-minute";
    timer_up() = "timer-up";
}

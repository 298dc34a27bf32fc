//! How much a room takes.

use std::time::Duration;

/// The most participants.
pub const PARTICIPANT_LIMIT: usize = 200;
/// The most contributions that wait.
pub const WAITING_LIMIT: usize = 500;
/// The most contributions of one participant, with those that were taken, declined or taken back.
pub const CONTRIBUTIONS_EACH: usize = 300;
/// The most dots of a vote that one participant has.
pub const DOT_LIMIT: u32 = 99;
/// The dots that a participant has unless the facilitator chooses another number.
pub const USUAL_DOTS: u32 = 5;

/// How often something is allowed: `burst` times at once, and once more after each `interval`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    pub burst: u32,
    pub interval: Duration,
}

/// How often a participant can contribute.
pub const CONTRIBUTION_PACE: Pace = Pace { burst: 5, interval: Duration::from_secs(1) };
/// How often a participant can change their votes or take something back.
pub const CHANGE_PACE: Pace = Pace { burst: 20, interval: Duration::from_millis(200) };

/// The most participants that join from one address within `JOIN_PERIOD`.
pub const JOINS_PER_PERIOD: usize = 30;
/// The period in which joins from one address are counted.
pub const JOIN_PERIOD: Duration = Duration::from_secs(60);

//! Counts how often something was done, and refuses what comes too often. Times are counted from any fixed moment.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::time::Duration;

use super::limits::{JOIN_PERIOD, JOINS_PER_PERIOD, Pace};

/// The entries after which those are removed that no longer limit anything.
const CLEAN_UP_AT: usize = 1_000;

/// Allows each sender a number of acts at once, and one more after each interval.
#[derive(Clone, Debug)]
pub struct PaceLimit<K> {
    pace: Pace,
    /// For each sender, when all its acts of a burst are allowed again.
    free_at: HashMap<K, Duration>,
}

impl<K: Eq + Hash> PaceLimit<K> {
    /// Returns a limit under which nothing was done yet.
    pub fn new(pace: Pace) -> PaceLimit<K> {
        PaceLimit { pace, free_at: HashMap::new() }
    }

    /// Counts an act; returns false if it comes too soon, and then does not count it.
    pub fn allow(&mut self, sender: K, now: Duration) -> bool {
        if self.free_at.len() >= CLEAN_UP_AT {
            self.free_at.retain(|_, free_at| *free_at > now);
        }
        let free_at = self.free_at.entry(sender).or_default();
        let next = (*free_at).max(now) + self.pace.interval;
        let is_allowed = next <= now + self.pace.interval * self.pace.burst;
        if is_allowed {
            *free_at = next;
        }
        is_allowed
    }
}

/// Allows a number of joins from each address in any minute.
#[derive(Clone, Debug)]
pub struct JoinLimit<K> {
    joins: HashMap<K, VecDeque<Duration>>,
}

impl<K> Default for JoinLimit<K> {
    fn default() -> JoinLimit<K> {
        JoinLimit { joins: HashMap::new() }
    }
}

impl<K: Eq + Hash> JoinLimit<K> {
    /// Counts a join; returns false if there were too many from this address, and then does not count it.
    pub fn allow(&mut self, address: K, now: Duration) -> bool {
        let is_over = |at: &Duration| *at + JOIN_PERIOD <= now;
        if self.joins.len() >= CLEAN_UP_AT {
            self.joins.retain(|_, times| times.back().is_some_and(|last| !is_over(last)));
        }
        let times = self.joins.entry(address).or_default();
        while times.front().is_some_and(is_over) {
            times.pop_front();
        }
        let is_allowed = times.len() < JOINS_PER_PERIOD;
        if is_allowed {
            times.push_back(now);
        }
        is_allowed
    }
}

//! Touchpoints in the order of their votes.

use std::cmp::Reverse;

use super::{JourneyMap, Place};

/// A touchpoint with votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// From 1 on; those with as many votes share theirs.
    pub rank: usize,
    pub place: Place,
    pub votes: u64,
}

/// The touchpoints that have votes, most first, in the journey's order where they have as many.
pub fn ranking(map: &JourneyMap) -> Vec<Ranked> {
    let voted = map.touchpoints().filter(|(_, each)| each.votes > 0);
    let mut ranking: Vec<Ranked> = voted.map(|(place, each)| Ranked { rank: 0, place, votes: each.votes }).collect();
    ranking.sort_by_key(|ranked| Reverse(ranked.votes));
    for nth in 0..ranking.len() {
        let shares = nth.checked_sub(1).map(|above| ranking[above]).filter(|above| above.votes == ranking[nth].votes);
        ranking[nth].rank = shares.map_or(nth + 1, |above| above.rank);
    }
    ranking
}

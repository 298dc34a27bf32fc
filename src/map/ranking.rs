//! The ranking of touchpoints by votes.

use std::cmp::Reverse;

use super::{JourneyMap, Place};

/// A touchpoint with votes, and its rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankedTouchpoint {
    /// The rank from 1; touchpoints with equal votes share a rank.
    pub rank: usize,
    pub place: Place,
    pub votes: u64,
}

/// Returns the touchpoints with votes, most votes first; equal ones are in the journey's order.
pub fn ranking(map: &JourneyMap) -> Vec<RankedTouchpoint> {
    let voted = map.touchpoints().filter(|(_, each)| each.votes > 0);
    let mut ranking: Vec<RankedTouchpoint> =
        voted.map(|(place, each)| RankedTouchpoint { rank: 0, place, votes: each.votes }).collect();
    ranking.sort_by_key(|ranked| Reverse(ranked.votes));
    for nth in 0..ranking.len() {
        let tied = nth.checked_sub(1).map(|above| ranking[above]).filter(|above| above.votes == ranking[nth].votes);
        ranking[nth].rank = tied.map_or(nth + 1, |above| above.rank);
    }
    ranking
}

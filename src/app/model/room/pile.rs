//! Piles of equal contributions, as the room pane and the participants see them.

use std::collections::HashMap;

use super::contribution::Contribution;
use super::{Number, Room};

/// Contributions that say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pile<'a> {
    /// The first of them.
    pub first: &'a Contribution,
    /// All of them, in the order in which they came.
    pub numbers: Vec<Number>,
}

/// Stacks contributions that say the same, in the order of their phases and of the first of each pile.
pub fn piles<'a>(contributions: impl Iterator<Item = (Number, &'a Contribution)>) -> Vec<Pile<'a>> {
    let mut piles: Vec<Pile<'a>> = Vec::new();
    let mut by_meaning: HashMap<&str, usize> = HashMap::new();
    for (number, contribution) in contributions {
        let pile = *by_meaning.entry(&contribution.meaning).or_insert(piles.len());
        match piles.get_mut(pile) {
            Some(pile) => pile.numbers.push(number),
            None => piles.push(Pile { first: contribution, numbers: vec![number] }),
        }
    }
    piles.sort_by_key(|pile| pile.first.phase);
    piles
}

impl Room {
    /// Returns the piles of what waits.
    pub fn waiting_piles(&self) -> Vec<Pile<'_>> {
        piles(self.waiting_contributions())
    }

    /// Returns the piles of what waits or is on the board.
    pub fn kept_piles(&self) -> Vec<Pile<'_>> {
        piles(self.contributions().filter(|(_, each)| each.state.is_kept()))
    }
}

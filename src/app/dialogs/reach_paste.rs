//! A column of numbers that is pasted where a reach is asked for: one number for each touchpoint, in order.

use crate::app::model::commit::commit_in_place;
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::prompt::PromptKind;
use crate::app::model::message::Tone;
use crate::app::model::state::State;
use crate::exchange::import::number;
use crate::exchange::import::quote::quoted;
use crate::map::number::NumberError;
use crate::map::{Edit, JourneyMap, Phase, Touchpoint, TouchpointId};

/// Why pasted cells are no column of numbers.
enum PasteFault {
    /// Rows have several cells.
    SeveralColumns,
    /// A cell is no number.
    Number { line: usize, found: String, fault: NumberError },
}

/// Gives pasted numbers to the touchpoints whose reach is asked for and, if that is one, to those that follow it in the
/// funnel. Returns false if no reach is asked for or the text is a single cell, which belongs into the line.
pub(crate) fn paste(state: &mut State, text: &str) -> bool {
    let Some(Dialog::Prompt(prompt)) = state.dialogs.last() else { return false };
    let PromptKind::Reach(ids) = &prompt.kind else { return false };
    if !text.trim().contains(['\n', '\r', '\t']) {
        return false;
    }
    let targets = targets(state.map(), ids);
    let refusal = match cells(text) {
        Err(PasteFault::SeveralColumns) => state.lang.pasted_columns(),
        Err(PasteFault::Number { line, found, fault }) => state.lang.pasted_number_fault(line, &found, fault),
        Ok(cells) if cells.len() > targets.len() && ids.len() > 1 => {
            state.lang.pasted_more_than_marked(cells.len(), targets.len())
        }
        Ok(cells) if cells.len() > targets.len() => {
            let is_in_funnel = ids.iter().all(|id| state.map().find(*id).is_some_and(|at| at.phase != Phase::After));
            let ends_at_purchase = is_in_funnel && !state.map().phase(Phase::After).is_empty();
            if ends_at_purchase {
                state.lang.pasted_more_than_funnel(cells.len(), targets.len())
            } else {
                state.lang.pasted_more_than_follow(cells.len(), targets.len())
            }
        }
        Ok(cells) => {
            give(state, &targets, &cells);
            return true;
        }
    };
    state.say(Tone::Refused, refusal);
    true
}

/// Returns the touchpoints that the numbers are for: several that were asked for, or the one with those that follow it.
fn targets(map: &JourneyMap, ids: &[TouchpointId]) -> Vec<TouchpointId> {
    let [id] = ids else { return ids.to_vec() };
    let Some(begin) = map.find(*id) else { return Vec::new() };
    let is_in_funnel = begin.phase != Phase::After;
    let following = map.touchpoints().skip_while(|(place, _)| *place != begin);
    following.filter(|(place, _)| (place.phase != Phase::After) == is_in_funnel).map(|(_, each)| each.id).collect()
}

/// Returns the numbers of pasted cells, below each other or side by side; none for an empty cell. Empty cells at the end
/// do not count.
fn cells(text: &str) -> Result<Vec<Option<u64>>, PasteFault> {
    let text = text.trim_end();
    let lines: Vec<&str> = text.split("\r\n").flat_map(|line| line.split(['\n', '\r'])).collect();
    let has_columns = lines.iter().any(|line| line.contains('\t'));
    if has_columns && lines.len() > 1 {
        return Err(PasteFault::SeveralColumns);
    }
    let cells: Vec<&str> = lines.iter().flat_map(|line| line.split('\t')).map(str::trim).collect();
    let has_digits = |cell: &str| cell.contains(|c: char| c.is_ascii_digit());
    // The heading of a column may be copied with its numbers.
    let has_heading = cells.len() > 1
        && !has_digits(cells[0])
        && !is_blank(cells[0])
        && cells[1..].iter().any(|cell| has_digits(cell));
    let headings = usize::from(has_heading);
    let number = |(nth, found): (usize, &str)| {
        if is_blank(found) {
            return Ok(None);
        }
        // A rounded number would be a wrong one.
        let exact = if number::is_rounded(found) { Err(NumberError::NotANumber) } else { number::parse(found) };
        exact.map(Some).map_err(|fault| PasteFault::Number { line: nth + 1, found: quoted(found), fault })
    };
    cells.into_iter().enumerate().skip(headings).map(number).collect()
}

/// Returns true if a cell is empty, or has a sign for no value.
fn is_blank(cell: &str) -> bool {
    const NONE: [&str; 9] = ["", "-", "–", "—", "n/a", "n/d", "na", "nd", "s/d"];
    NONE.contains(&cell.to_lowercase().trim_end_matches('.'))
}

/// Gives each touchpoint its number in one change and closes the prompt.
fn give(state: &mut State, targets: &[TouchpointId], cells: &[Option<u64>]) {
    let with_number = |(id, reach): (&TouchpointId, &Option<u64>)| {
        let touchpoint = Touchpoint::clone(state.map().touchpoint(*id)?);
        Some(Touchpoint { reach: Some((*reach)?), ..touchpoint })
    };
    let touchpoints: Vec<Touchpoint> = targets.iter().zip(cells).filter_map(with_number).collect();
    let Some(first) = touchpoints.first() else { return };
    let text = state.lang.reaches_given(touchpoints.len(), &state.lang.quoted_name(&first.name));
    state.dialogs.pop();
    if commit_in_place(state, Edit::Replace(touchpoints)) {
        state.say(Tone::Done, text);
    }
}

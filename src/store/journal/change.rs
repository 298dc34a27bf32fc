//! One change in a journal: the touchpoints that were replaced since the change before it, as text.

use std::array;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{options, take_text};
use crate::map::replacement::{self, Replacement, replacements};
use crate::map::{Header, JourneyMap, Phase, Place, Touchpoint};
use crate::store::comments::Comments;
use crate::store::fingerprint::Fingerprint;
use crate::store::ron_text::{self, Parsed};

/// Where touchpoints were replaced. The text of a map with the new touchpoints follows.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    phase: Phase,
    row: usize,
    removed: usize,
    inserted: usize,
}

/// Returns the change from one map to the next.
pub fn print_change(before: &JourneyMap, after: &JourneyMap, comments: &Comments) -> Result<String, ron::Error> {
    print_replacements(replacements(before, after), after.header(), comments)
}

/// Returns a change: a line with the fingerprint of what follows, a line that says where touchpoints were replaced, and a
/// map with the present header and the new touchpoints.
pub(crate) fn print_replacements(
    replacements: Vec<Replacement>,
    header: &Header,
    comments: &Comments,
) -> Result<String, ron::Error> {
    let mut runs = Vec::new();
    let mut phases: [Vec<Arc<Touchpoint>>; 3] = Default::default();
    for Replacement { at, removed, inserted } in replacements {
        runs.push(Run { phase: at.phase, row: at.row, removed, inserted: inserted.len() });
        phases[at.phase.index()].extend(inserted);
    }
    let (map, _) = JourneyMap::with_shared_touchpoints(header.clone(), phases);
    let content = format!("{}\n{}", ron::to_string(&runs)?, ron_text::print(&map, comments));
    Ok(format!("{}\n{content}", ron::to_string(&Fingerprint::of(content.as_bytes()))?))
}

/// Applies the changes to the map before them, up to the first that is not whole. Returns the map and its comments, or
/// `None` if not even one change is whole.
pub(super) fn apply_changes(base: Option<&(JourneyMap, Comments)>, changes: &[u8]) -> Option<(JourneyMap, Comments)> {
    let mut phases =
        array::from_fn(|index| base.map_or_else(Vec::new, |(map, _)| map.phase(Phase::ALL[index]).to_vec()));
    let mut comments = base.map(|(_, comments)| comments.clone()).unwrap_or_default();
    let mut header = None;
    let mut rest = changes;
    while let Some((change, after)) = take_change(rest) {
        replacement::apply(&mut phases, change.replacements()?)?;
        // The first change of a map without a base has the comments of the whole map.
        let is_first_of_all = base.is_none() && header.is_none();
        header = Some(Header::clone(change.new.map.header()));
        let new_comments = change.new.comments;
        comments = if is_first_of_all { new_comments } else { comments.with_touchpoints_of(&new_comments) };
        rest = after;
    }
    let (map, _) = JourneyMap::with_shared_touchpoints(header?, phases);
    let comments = comments.for_map(&map);
    Some((map, comments))
}

/// A change as it is read.
struct ParsedChange {
    runs: Vec<Run>,
    /// The present header and the new touchpoints, with their comments.
    new: Parsed,
}

/// Takes a change from the beginning. Returns `None` if it is not whole.
fn take_change(bytes: &[u8]) -> Option<(ParsedChange, &[u8])> {
    let mut lines = bytes.splitn(2, |&byte| byte == b'\n');
    let fingerprint = options().from_str(str::from_utf8(lines.next()?).ok()?).ok()?;
    let (content, rest) = take_text(lines.next()?, fingerprint)?;
    let (runs, map) = content.split_once('\n')?;
    let runs = options().from_str(runs).ok()?;
    Some((ParsedChange { runs, new: ron_text::parse(map).ok()? }, rest))
}

impl ParsedChange {
    /// Returns the replacements, or `None` if the lengths of the runs are not those of the new touchpoints.
    fn replacements(&self) -> Option<Vec<Replacement>> {
        let mut left = Phase::ALL.map(|phase| self.new.map.phase(phase));
        let replacements = self.runs.iter().map(|&Run { phase, row, removed, inserted }| {
            let (taken, rest) = left[phase.index()].split_at_checked(inserted)?;
            left[phase.index()] = rest;
            Some(Replacement { at: Place::new(phase, row), removed, inserted: taken.to_vec() })
        });
        let replacements = replacements.collect::<Option<_>>()?;
        left.iter().all(|rest| rest.is_empty()).then_some(replacements)
    }
}

//! `periplo merge`: a three-way merge of maps, for git or by hand.

use std::path::Path;

use super::args::MergeArgs;
use super::argument_checks::check_one_stdin;
use super::conflicts::{add_conflict_notes, report_conflicts};
use super::context::CommandContext;
use super::failure::Failure;
use super::merging_save::{CommentedMap, save_merging};
use super::outcome::Outcome;
use super::output::write_result;
use super::paths::is_stdin;
use super::read_map::load_map;
use crate::exchange::inventory::STREAM;
use crate::map::{self, Conflict, Header, JourneyMap, Merged, Name};
use crate::store::{Comments, Fingerprint, Loaded, OpenError, ron_text};

/// Merges theirs into ours. On a conflict our change stays and theirs is written to the notes.
pub(super) fn merge(arguments: &MergeArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    check_one_stdin("merge", &[&arguments.base, &arguments.ours, &arguments.theirs])?;
    let (base, base_comments) = load_base(&arguments.base, context)?;
    let ours = load_side(&arguments.ours, &base, context)?;
    let theirs = load_side(&arguments.theirs, &base, context)?;
    let Merged { mut map, conflicts } = map::merge(&base, &ours.map, &theirs.map);
    let comments =
        Comments::merge((&base, &base_comments), (&ours.map, &ours.comments), (&theirs.map, &theirs.comments));
    let without_note = add_conflict_notes(&mut map, &conflicts, &context.lang);
    let later = save(arguments, ours, CommentedMap { map, comments }, context)?;
    report_conflicts(&conflicts, &without_note, &context.lang);
    report_conflicts(&later, &[], &context.lang);
    Ok(if conflicts.is_empty() && later.is_empty() { Outcome::Done } else { Outcome::HasFindings })
}

/// One of the two maps to merge, with its comments and the fingerprint of its file.
struct MergeSide {
    map: JourneyMap,
    comments: Comments,
    fingerprint: Fingerprint,
}

/// Loads the common ancestor. If its file is empty or missing, an empty map is used.
fn load_base(path: &Path, context: &CommandContext) -> Result<(JourneyMap, Comments), Failure> {
    let empty = || (JourneyMap::new(Header::new(Name::placeholder())), Comments::default());
    match load_map(path, context) {
        Ok(Loaded { fingerprint: Fingerprint { length: 0, .. }, .. }) => Ok(empty()),
        Ok(Loaded { map, comments, .. }) => Ok((map, comments)),
        Err(Failure::Open { error: OpenError::NotFound, .. }) => Ok(empty()),
        Err(failure) => Err(failure),
    }
}

/// Loads one side. An empty file has the header of the base, so that the header does not count as changed.
fn load_side(path: &Path, base: &JourneyMap, context: &CommandContext) -> Result<MergeSide, Failure> {
    let Loaded { map, comments, fingerprint, .. } = load_map(path, context)?;
    let map = if fingerprint.length == 0 { JourneyMap::new(Header::clone(base.header())) } else { map };
    Ok(MergeSide { map, comments, fingerprint })
}

/// Writes the result to --output, to standard output, or over ours, with what others saved there since. Returns the
/// conflicts with that.
fn save(
    arguments: &MergeArgs,
    ours: MergeSide,
    merged: CommentedMap,
    context: &CommandContext,
) -> Result<Vec<Conflict>, Failure> {
    let output = arguments.output.as_deref().or(is_stdin(&arguments.ours).then_some(Path::new(STREAM)));
    match output {
        Some(path) => {
            let text = ron_text::print(&merged.map, &merged.comments);
            write_result(path, text.as_bytes(), context.if_exists(arguments.force))?;
            Ok(Vec::new())
        }
        None => {
            let read = CommentedMap { map: ours.map, comments: ours.comments };
            save_merging(&arguments.ours, (&read, ours.fingerprint), merged, context)
        }
    }
}

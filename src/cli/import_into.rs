//! `periplo import --into`: updates a map from a file of another format.

use std::path::Path;

use super::args::ImportArgs;
use super::conflicts::{add_conflict_notes, report_conflicts};
use super::context::CommandContext;
use super::failure::Failure;
use super::merging_save::{CommentedMap, save_merging};
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::paths::{display_path, is_stdin};
use super::read_map::{load_map, read_map};
use crate::exchange::differences;
use crate::exchange::import::Imported;
use crate::exchange::import::update::{missing, remove_foreign, update};
use crate::lang::Lang;
use crate::map::{self, JourneyMap, Merged, TouchpointId, merge};
use crate::store::Loaded;

/// The most touchpoints missing from the file that are listed by name.
const LISTED_NAMES: usize = 10;

/// The map of --into, and that of --base.
pub(super) struct UpdateTarget<'a> {
    path: &'a Path,
    loaded: Loaded,
    base: Option<JourneyMap>,
}

impl<'a> UpdateTarget<'a> {
    /// Loads the maps.
    pub(super) fn load(
        path: &'a Path,
        arguments: &ImportArgs,
        context: &CommandContext,
    ) -> Result<UpdateTarget<'a>, Failure> {
        if is_stdin(path) {
            let message = "--into needs the file of a map, not standard input (-)".to_owned();
            return Err(Failure::WrongUse { command: "import", message });
        }
        let loaded = load_map(path, context)?;
        let base = arguments.base.as_ref().map(|base| read_map(base, context)).transpose()?;
        Ok(UpdateTarget { path, loaded, base })
    }

    /// Returns the maps whose touchpoints the imported file may name.
    pub(super) fn maps(&self) -> Vec<&JourneyMap> {
        self.base.iter().chain([&self.loaded.map]).collect()
    }
}

/// Prints which touchpoints stay in the map although the file does not have them.
fn print_missing(missing: &[TouchpointId], map: &JourneyMap, lang: &Lang) {
    print_message(&lang.import_missing_stay(missing.len()));
    let names = missing.iter().filter_map(|&id| map.touchpoint(id)).map(|each| format!("  {}", each.name));
    let hidden = missing.len().saturating_sub(LISTED_NAMES);
    let more = (hidden > 0).then(|| format!("  {}", lang.import_and_more(hidden)));
    names.take(LISTED_NAMES).chain(more).for_each(|line| print_message(&line));
}

/// Prints what the import changes in a map, and saves the changes if --base or --yes is given.
pub(super) fn import_into(
    target: &UpdateTarget,
    arguments: &ImportArgs,
    mut imported: Imported,
    context: &CommandContext,
) -> Result<Outcome, Failure> {
    let UpdateTarget { path, loaded: Loaded { map, comments, fingerprint, .. }, base } = target;
    let (lang, file) = (&context.lang, display_path(path));
    let is_empty = imported.map.is_empty();
    let unmatched = if arguments.add_new { Vec::new() } else { remove_foreign(&mut imported) };
    let unmatched: Vec<String> =
        unmatched.iter().map(|(phase, name)| lang.import_unmatched_row(*phase, name) + "\n").collect();
    let ancestor = base.as_ref().unwrap_or(map);
    let theirs = update(ancestor, &imported, arguments.delete_missing);
    let Merged { map: mut updated, conflicts } = merge(ancestor, map, &theirs);
    let missing = missing(ancestor, &imported);
    let missing_count = missing.len();
    // The imported file has none of the map's ids, so it probably belongs to another map.
    let is_unrelated = missing_count > 0 && missing_count == ancestor.len() && !is_empty;
    if is_unrelated {
        print_message(&lang.cli_warning(&lang.import_none_known(&file)));
    } else if missing_count > 0 && !arguments.delete_missing {
        print_missing(&missing, ancestor, lang);
    }
    let mut lines = differences::text(&map::differences(map, &updated), &context.text_layout());
    if let Ok(lines) = &mut lines {
        lines.extend(unmatched.concat().into_bytes());
    }
    print_rendered(lines)?;
    if !unmatched.is_empty() {
        print_message(&lang.import_unmatched(unmatched.len()));
    }
    if updated == *map && conflicts.is_empty() {
        if unmatched.is_empty() {
            print_message(&lang.import_unchanged(&file));
            return Ok(Outcome::Done);
        }
        return Ok(Outcome::HasFindings);
    }
    if (base.is_none() || is_unrelated) && !arguments.yes {
        print_message(&lang.import_unconfirmed(&file));
        return Ok(Outcome::HasFindings);
    }
    let without_note = add_conflict_notes(&mut updated, &conflicts, lang);
    let read = CommentedMap { map: map.clone(), comments: comments.clone() };
    let changed = CommentedMap { map: updated, comments: comments.clone() };
    let later = save_merging(path, (&read, *fingerprint), changed, context)?;
    report_conflicts(&conflicts, &without_note, lang);
    report_conflicts(&later, &[], lang);
    print_message(&lang.import_updated(&file));
    Ok(if conflicts.is_empty() && later.is_empty() && unmatched.is_empty() {
        Outcome::Done
    } else {
        Outcome::HasFindings
    })
}

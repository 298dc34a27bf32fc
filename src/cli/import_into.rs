//! `periplo import --into`: updates a map from a file of another format.

use std::path::Path;

use super::args::ImportArgs;
use super::conflicts::{add_conflict_notes, report_conflicts};
use super::context::CommandContext;
use super::failure::Failure;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::print_rendered;
use super::paths::{display_path, is_stdin};
use super::read_map::{load_map, read_map};
use crate::exchange::differences;
use crate::exchange::import::Imported;
use crate::exchange::import::update::{count_missing, update};
use crate::map::{self, Merged, merge};
use crate::store::{Loaded, disk};

/// Prints what the import changes in a map, and saves the changes if --base or --yes is given.
pub(super) fn import_into(
    path: &Path,
    arguments: &ImportArgs,
    imported: &Imported,
    context: &CommandContext,
) -> Result<Outcome, Failure> {
    if is_stdin(path) {
        let message = "--into needs the file of a map, not standard input (-)".to_owned();
        return Err(Failure::WrongUse { command: "import", message });
    }
    let (lang, file) = (&context.lang, display_path(path));
    let Loaded { map, comments, fingerprint, .. } = load_map(path, context)?;
    let base = arguments.base.as_ref().map(|base| read_map(base, context)).transpose()?;
    let ancestor = base.as_ref().unwrap_or(&map);
    let theirs = update(ancestor, imported, arguments.delete_missing);
    let Merged { map: mut updated, conflicts } = merge(ancestor, &map, &theirs);
    let missing_count = count_missing(ancestor, imported);
    // The imported file has none of the map's ids, so it probably belongs to another map.
    let is_unrelated = missing_count > 0 && missing_count == ancestor.len() && !imported.map.is_empty();
    if is_unrelated {
        print_message(&lang.cli_warning(&lang.import_none_known(&file)));
    } else if missing_count > 0 && !arguments.delete_missing {
        print_message(&lang.import_missing_stay(missing_count));
    }
    print_rendered(differences::text(&map::differences(&map, &updated), &context.text_layout()))?;
    if updated == map && conflicts.is_empty() {
        print_message(&lang.import_unchanged(&file));
        return Ok(Outcome::Done);
    }
    if (base.is_none() || is_unrelated) && !arguments.yes {
        print_message(&lang.import_unconfirmed(&file));
        return Ok(Outcome::HasFindings);
    }
    let without_note = add_conflict_notes(&mut updated, &conflicts, lang);
    disk::save(path, &updated, &comments, Some(&fingerprint), context.backups().as_ref())
        .map_err(|error| Failure::Save { file: file.clone(), error })?;
    report_conflicts(&conflicts, &without_note, lang);
    print_message(&lang.import_updated(&file));
    Ok(if conflicts.is_empty() { Outcome::Done } else { Outcome::HasFindings })
}

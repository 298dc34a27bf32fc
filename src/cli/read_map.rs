//! Reads maps from files or standard input.

use std::io;
use std::path::Path;

use super::context::CommandContext;
use super::failure::Failure;
use super::messages::print_message;
use super::paths::{display_path, is_stdin, shell_quoted};
use crate::map::JourneyMap;
use crate::store::{Loaded, disk};

/// Reads a map, and warns if its touchpoints share ids.
pub(super) fn read_map(path: &Path, context: &CommandContext) -> Result<JourneyMap, Failure> {
    load_map(path, context).map(|loaded| loaded.map)
}

/// Reads a map with its comments and fingerprint. Warns if its touchpoints share ids, and if the file was emptied.
pub(super) fn load_map(path: &Path, context: &CommandContext) -> Result<Loaded, Failure> {
    let loaded = load_map_silently(path)?;
    let warnings = [repeated_ids_warning(path, &loaded, context), emptied_file_warning(path, &loaded, context)];
    warnings.iter().flatten().for_each(|warning| print_message(warning));
    Ok(loaded)
}

/// Reads a map with its comments and fingerprint, and prints nothing.
pub(super) fn load_map_silently(path: &Path) -> Result<Loaded, Failure> {
    let loaded = if is_stdin(path) { disk::load_stream(path, io::stdin().lock()) } else { disk::load(path) };
    loaded.map_err(|error| Failure::Open { path: path.to_owned(), error })
}

/// Returns a warning if touchpoints of a map share ids.
pub(super) fn repeated_ids_warning(path: &Path, loaded: &Loaded, context: &CommandContext) -> Option<String> {
    let first = loaded.map.at(*loaded.repeated_ids.first()?)?;
    let message = context.lang.cli_repeated_ids(&display_path(path), loaded.repeated_ids.len(), &first.name);
    Some(context.lang.cli_warning(&message))
}

/// Returns a warning if a file is empty although old versions of it are kept.
pub(super) fn emptied_file_warning(path: &Path, loaded: &Loaded, context: &CommandContext) -> Option<String> {
    let file = display_path(path);
    let was_emptied = loaded.is_blank && context.has_backups(path);
    was_emptied.then(|| context.lang.cli_warning(&context.lang.versions_kept_of_empty(&file, &shell_quoted(&file))))
}

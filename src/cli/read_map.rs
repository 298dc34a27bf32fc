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

/// Reads a map with its comments and fingerprint. Warns if its touchpoints share ids, and if the file may be damaged.
pub(super) fn load_map(path: &Path, context: &CommandContext) -> Result<Loaded, Failure> {
    let loaded = load_map_silently(path)?;
    let warnings = [repeated_ids_warning(path, &loaded, context), damaged_file_warning(path, &loaded, context)];
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

/// Returns a warning if a file may be damaged and old versions of it are kept: overwriting it was interrupted, or it is
/// empty.
pub(super) fn damaged_file_warning(path: &Path, loaded: &Loaded, context: &CommandContext) -> Option<String> {
    let (lang, file) = (&context.lang, display_path(path));
    let typed = shell_quoted(&file);
    let message = if context.was_overwriting_interrupted(path) {
        lang.overwriting_interrupted(&file, &typed)
    } else if loaded.is_blank && context.has_backups(path) {
        lang.versions_kept_of_empty(&file, &typed)
    } else {
        return None;
    };
    Some(lang.cli_warning(&message))
}

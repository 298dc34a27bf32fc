//! Maps read from files or from standard input, and what they are called in messages.

use std::io;
use std::path::Path;

use super::failure::{Failure, say};
use super::setting::Setting;
use crate::exchange::inventory::STREAM;
use crate::map::JourneyMap;
use crate::store::{Loaded, disk};

/// Whether a path stands for standard input.
pub fn is_stdin(path: &Path) -> bool {
    [STREAM, "/dev/stdin"].iter().any(|name| path.as_os_str() == *name)
}

/// Whether a path stands for standard output.
pub fn is_stdout(path: &Path) -> bool {
    [STREAM, "/dev/stdout"].iter().any(|name| path.as_os_str() == *name)
}

/// A path as it is shown, without anything that would command a terminal.
pub fn label(path: &Path) -> String {
    crate::map::text::visible(&path.to_string_lossy()).into_owned()
}

/// Reads a map, and warns of touchpoints in it that have the ids of others.
pub fn read(path: &Path, setting: &Setting) -> Result<JourneyMap, Failure> {
    load(path, setting).map(|loaded| loaded.map)
}

/// Reads a map with all that is known of its file, and warns of touchpoints in it that have the ids of others.
pub fn load(path: &Path, setting: &Setting) -> Result<Loaded, Failure> {
    let loaded = load_quietly(path)?;
    if let Some(warning) = warning_of_repeated(path, &loaded, setting) {
        say(&warning);
    }
    Ok(loaded)
}

/// Reads a map with all that is known of its file, and says nothing.
pub fn load_quietly(path: &Path) -> Result<Loaded, Failure> {
    let loaded = if is_stdin(path) { disk::load_stream(path, io::stdin().lock()) } else { disk::load(path) };
    loaded.map_err(|error| Failure::Open { file: label(path), error })
}

/// Refuses to read several maps from standard input.
pub fn refuse_two_streams(command: &'static str, paths: &[&Path]) -> Result<(), Failure> {
    if paths.iter().filter(|path| is_stdin(path)).count() < 2 {
        return Ok(());
    }
    let message = "standard input (-) holds one map; name files for the others".to_owned();
    Err(Failure::WrongUse { command, message })
}

/// What is to be said of touchpoints that have the ids of others.
pub fn warning_of_repeated(path: &Path, loaded: &Loaded, setting: &Setting) -> Option<String> {
    let first = loaded.map.at(*loaded.repeated_ids.first()?)?;
    let message = setting.lang.cli_repeated_ids(&label(path), loaded.repeated_ids.len(), &first.name);
    Some(setting.lang.cli_warning(&message))
}

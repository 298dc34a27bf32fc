//! Maps read from files or from standard input, and what they are called in messages.

use std::io::{self, Read};
use std::path::Path;

use super::failure::{Failure, say};
use super::setting::Setting;
use crate::map::{JourneyMap, Place};
use crate::store::{OpenError, disk, ron_text};

/// Whether a path stands for standard input or standard output.
pub fn is_stream(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// A path as it is shown, without anything that would command a terminal.
pub fn label(path: &Path) -> String {
    crate::map::text::visible(&path.to_string_lossy()).into_owned()
}

/// Reads a map, and warns of touchpoints in it that have the ids of others.
pub fn read(path: &Path, setting: &Setting) -> Result<JourneyMap, Failure> {
    let (map, repeated) = if is_stream(path) {
        read_stdin()
    } else {
        disk::load(path).map(|loaded| (loaded.map, loaded.repeated))
    }
    .map_err(|error| Failure::open(label(path), error))?;
    warn_of_repeated(path, &map, &repeated, setting);
    Ok(map)
}

fn read_stdin() -> Result<(JourneyMap, Vec<Place>), OpenError> {
    let mut text = String::new();
    io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(OpenError::Unreadable)?;
    match ron_text::parse(&text) {
        Ok(parsed) => Ok((parsed.map, parsed.repeated)),
        Err(faults) => Err(OpenError::Invalid { text, faults }),
    }
}

fn warn_of_repeated(path: &Path, map: &JourneyMap, repeated: &[Place], setting: &Setting) {
    let first = repeated.first().and_then(|&place| map.at(place));
    if let Some(touchpoint) = first {
        let message = setting
            .lang
            .warn_of_repeated_ids(&label(path), repeated.len(), &touchpoint.name);
        say(&setting.lang.warning(&message));
    }
}

//! `periplo new`: a new map, empty or from a template.

use std::path::Path;

use super::args::NewArgs;
use super::context::CommandContext;
use super::failure::Failure;
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::print_result;
use super::paths::{display_path, is_stdin, is_stdout, shell_quoted};
use crate::lang::Language;
use crate::map::{Edit, Header, JourneyMap, Name};
use crate::store::{Comments, SaveError, disk, ron_text};

/// Writes a new map, and prints how to open it.
pub(super) fn new(arguments: &NewArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let map = new_map(arguments, context)?;
    if is_stdout(&arguments.file) {
        print_result(ron_text::print(&map, &Comments::default()).as_bytes())?;
        return Ok(Outcome::Done);
    }
    let file = display_path(&arguments.file);
    disk::create(&arguments.file, &map, &Comments::default()).map_err(|error| {
        let file = file.clone();
        if matches!(error, SaveError::Exists) { Failure::MapExists { file } } else { Failure::Save { file, error } }
    })?;
    print_message(&context.lang.cli_map_written(&file, &shell_quoted(&file)));
    Ok(Outcome::Done)
}

fn new_map(arguments: &NewArgs, context: &CommandContext) -> Result<JourneyMap, Failure> {
    let spanish = context.lang.language() == Language::Spanish;
    match arguments.template.and_then(|template| template.map(spanish, &mut context.ids())) {
        Some(map) => Ok(match &arguments.title {
            Some(title) => with_title(map, title),
            None => map,
        }),
        None => {
            let title = arguments.title.clone().map_or_else(|| title_from_path(&arguments.file, context), Ok)?;
            Ok(JourneyMap::new(Header::new(title)))
        }
    }
}

fn with_title(mut map: JourneyMap, title: &Name) -> JourneyMap {
    let header = Header { title: title.clone(), ..Header::clone(map.header()) };
    // Fails only if the template has this title already.
    let _unchanged = map.apply(Edit::SetHeader(header));
    map
}

/// Returns the default title of a map: the file's name without its ending.
pub(super) fn title_from_path(path: &Path, context: &CommandContext) -> Result<Name, Failure> {
    let title = match path.file_stem() {
        Some(stem) if !(is_stdin(path) || is_stdout(path)) => stem.to_string_lossy(),
        Some(_) | None => context.lang.cli_title_of_stream().into(),
    };
    Name::new(&title).map_err(|_| Failure::NoTitle { file: display_path(path) })
}

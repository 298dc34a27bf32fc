//! `periplo new`: a new map, empty or from a template.

use std::path::Path;

use super::failure::{Failure, say, typed};
use super::output::print;
use super::setting::Setting;
use super::source::{is_stdin, is_stdout, label};
use super::{Outcome, args};
use crate::lang::Language;
use crate::map::{Edit, Header, JourneyMap, Name};
use crate::store::{Comments, SaveError, disk, ron_text};

/// Writes a new map and says how to go on.
pub fn new(new: &args::New, setting: &Setting) -> Result<Outcome, Failure> {
    let map = map(new, setting)?;
    if is_stdout(&new.file) {
        let text = ron_text::print(&map, &Comments::default())
            .map_err(|error| Failure::CannotWriteResult(std::io::Error::other(error)))?;
        print(text.as_bytes())?;
        return Ok(Outcome::Done);
    }
    let file = label(&new.file);
    disk::create(&new.file, &map, &Comments::default()).map_err(|error| match error {
        SaveError::Exists => Failure::MapExists { file: file.clone() },
        SaveError::NotAFile(_)
        | SaveError::ReadOnly
        | SaveError::NoFolder(_)
        | SaveError::ChangedOutside
        | SaveError::NewerFormat(_)
        | SaveError::RoundTripFailed
        | SaveError::BackupFailed(_)
        | SaveError::Unwritable(_) => Failure::Save { file: file.clone(), error },
    })?;
    say(&setting.lang.cli_map_written(&file, &typed(&file)));
    Ok(Outcome::Done)
}

fn map(new: &args::New, setting: &Setting) -> Result<JourneyMap, Failure> {
    let spanish = setting.lang.language() == Language::Spanish;
    match new.template.and_then(|template| template.map(spanish, &mut setting.ids())) {
        Some(map) => Ok(match &new.title {
            Some(title) => retitled(map, title),
            None => map,
        }),
        None => {
            let title = new.title.clone().map_or_else(|| title_of(&new.file, setting), Ok)?;
            Ok(JourneyMap::new(Header::new(title)))
        }
    }
}

fn retitled(mut map: JourneyMap, title: &Name) -> JourneyMap {
    let header = Header { title: title.clone(), ..Header::clone(map.header()) };
    match map.apply(Edit::SetHeader(header)) {
        // Refused only when the template has that title already.
        Ok(_) | Err(_) => map,
    }
}

/// The title of a map of which only the file is known.
pub fn title_of(path: &Path, setting: &Setting) -> Result<Name, Failure> {
    let title = match path.file_stem() {
        Some(stem) if !(is_stdin(path) || is_stdout(path)) => stem.to_string_lossy(),
        Some(_) | None => setting.lang.cli_title_of_stream().into(),
    };
    Name::new(&title).map_err(|_| Failure::NoTitle { file: label(path) })
}

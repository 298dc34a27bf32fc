//! `periplo import`: a map from another format, new or into one that is there.

use std::io;
use std::path::Path;

use super::failure::{Failure, listed, say, typed};
use super::setting::Setting;
use super::source::{self, is_stream, label};
use super::{Outcome, args, into, new, output};
use crate::exchange::IMPORTS;
use crate::exchange::import::encoding::{self, NoText};
use crate::exchange::import::{Imported, ReadMap, Reading, Remark};
use crate::lang::Lang;
use crate::map::{JourneyMap, Name, Phase};
use crate::store::{Comments, disk, ron_text};

/// Reads a map from another format, tells what could not be kept, and writes it or brings another one up to date.
pub fn import(import: &args::Import, setting: &Setting) -> Result<Outcome, Failure> {
    let base = import.base.as_deref().unwrap_or(Path::new(""));
    source::refuse_two_streams("import", &[&import.file, base])?;
    if let Some(path) = &import.output {
        output::refuse_input("import", path, std::slice::from_ref(&import.file))?;
        if !is_stream(path) {
            output::refuse_existing(path, import.force)?;
        }
    }
    let imported = read(import, setting)?;
    for line in listed(&imported.remarks, &label(&import.file), &setting.lang, Lang::warning) {
        say(&line);
    }
    if import.strict && !imported.remarks.is_empty() {
        return Err(Failure::Strict);
    }
    match (&import.output, &import.into) {
        (_, Some(map)) => into::into(map, import, &imported, setting),
        (Some(path), None) => write(path, import, &imported, setting),
        (None, None) => Ok(Outcome::Done),
    }
}

fn read(import: &args::Import, setting: &Setting) -> Result<Imported, Failure> {
    let read = reader(import)?;
    let file = label(&import.file);
    let bytes =
        if is_stream(&import.file) { disk::stream_contents(io::stdin().lock()) } else { disk::contents(&import.file) };
    let bytes = bytes.map_err(|error| Failure::Open { file: file.clone(), error })?;
    let refused = |faults| Failure::CannotImport { file, faults };
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(no_text) => {
            let text = match no_text {
                NoText::Workbook => setting.lang.import_workbook(),
                NoText::Encoding { line } => setting.lang.import_encoding(line),
            };
            return Err(refused(vec![Remark { line: None, text }]));
        }
    };
    let reading = Reading {
        lang: &setting.lang,
        title: &new::title_of(&import.file, setting).unwrap_or_else(|_| Name::placeholder()),
        phases: import.phases.as_deref().unwrap_or_default(),
        map: import.map.as_deref(),
        guarded: !import.no_guard,
    };
    read(&text, &reading).map_err(refused)
}

/// The reader of the format that was asked for, or that the file's name ends like.
fn reader(import: &args::Import) -> Result<ReadMap, Failure> {
    let named = match import.format {
        None if !is_stream(&import.file) => output::named_like("import", &import.file, IMPORTS)?,
        format => format,
    };
    named.ok_or_else(|| {
        let message = "the name of FILE says no format; choose one with --format".to_owned();
        Failure::WrongUse { command: "import", message }
    })
}

/// Writes a new map, and says what it has and what its file had no place for.
fn write(path: &Path, import: &args::Import, imported: &Imported, setting: &Setting) -> Result<Outcome, Failure> {
    let map = &imported.map;
    if is_stream(path) {
        let text = ron_text::print(map, &Comments::default())
            .map_err(|error| Failure::CannotWriteResult(io::Error::other(error)))?;
        output::print(text.as_bytes())?;
    } else {
        save(path, import.force, map, setting)?;
    }
    let lang = &setting.lang;
    let file = label(path);
    let named =
        |keys: &mut dyn Iterator<Item = &'static str>| keys.map(|key| lang.field(key)).collect::<Vec<_>>().join(", ");
    let of_map = named(&mut imported.scope.lacking_of_map());
    if !of_map.is_empty() {
        say(&lang.import_lacks_of_map(&of_map));
    }
    let of_touchpoints = named(&mut imported.scope.lacking_of_touchpoints());
    if !of_touchpoints.is_empty() {
        say(&lang.import_lacks_of_touchpoints(&of_touchpoints));
    }
    say(&lang.import_written(&file, Phase::ALL.map(|phase| map.phase(phase).len())));
    if !is_stream(path) {
        say(&lang.import_open_with(&typed(&file)));
    }
    Ok(Outcome::Done)
}

fn save(path: &Path, force: bool, map: &JourneyMap, setting: &Setting) -> Result<(), Failure> {
    let comments = Comments::default();
    let saved = if force {
        disk::save_keeping(path, map, &comments, None, setting.backups().as_ref())
    } else {
        disk::create(path, map, &comments)
    };
    saved.map(drop).map_err(|error| output::unsaved(path, error))
}

//! `periplo import`: a map from another format, new or into one that is there.

use std::io;
use std::path::Path;

use super::failure::{Failure, listed, say, typed};
use super::setting::Setting;
use super::source::{self, is_stdin, is_stdout, label};
use super::{Outcome, args, into, new, output};
use crate::exchange::import::encoding::{self, NoText};
use crate::exchange::import::{ImportOptions, Imported, ReadMap, Remark};
use crate::exchange::{Format, FormulaGuard, IMPORTS};
use crate::lang::Lang;
use crate::map::{JourneyMap, Name, Phase};
use crate::store::{Comments, disk, ron_text};

/// Reads a map from another format, tells what could not be kept, and writes it or brings another one up to date.
pub fn import(import: &args::Import, setting: &Setting) -> Result<Outcome, Failure> {
    let base = import.base.as_deref().unwrap_or(Path::new(""));
    source::refuse_two_streams("import", &[&import.file, base])?;
    if let Some(path) = &import.output {
        output::refuse_input("import", path, std::slice::from_ref(&import.file))?;
        if !is_stdout(path) {
            output::refuse_existing(path, import.force)?;
        }
    }
    let imported = read(import, setting)?;
    for line in listed(&imported.remarks, &label(&import.file), &setting.lang, Lang::cli_warning) {
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
    let file = label(&import.file);
    let format = format(import, setting)?;
    refuse_strange_options(import, format)?;
    let bytes = if is_stdin(&import.file) {
        disk::read_stream_bytes(io::stdin().lock())
    } else {
        disk::read_bytes(&import.file)
    };
    let bytes = bytes.map_err(|error| Failure::Open { file: file.clone(), error })?;
    let refused = |refused| Failure::CannotImport { file, refused };
    let text = match encoding::text(bytes) {
        Ok(text) => text,
        Err(no_text) => {
            let text = match no_text {
                NoText::Workbook => setting.lang.import_workbook(),
                NoText::Encoding { line } => setting.lang.import_encoding(line),
                NoText::ZeroByte { line } => setting.lang.import_zero_byte(line),
            };
            return Err(refused(vec![Remark { line: None, text }].into()));
        }
    };
    let reading = ImportOptions {
        lang: &setting.lang,
        title: &new::title_of(&import.file, setting).unwrap_or_else(|_| Name::placeholder()),
        phases: import.phases.as_deref().unwrap_or_default(),
        map: import.map.as_deref(),
        guard: FormulaGuard::unless(import.no_guard),
    };
    (format.render)(&text, &reading).map_err(refused)
}

/// Endings of names of workbooks, which no map is read from.
const WORKBOOKS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];

/// The format that was asked for, or that the file's name ends like.
fn format(import: &args::Import, setting: &Setting) -> Result<&'static Format<ReadMap>, Failure> {
    let named = match import.format {
        None if !is_stdin(&import.file) => {
            let ends = |endings: &[&str]| {
                import
                    .file
                    .extension()
                    .is_some_and(|ending| endings.iter().any(|each| ending.eq_ignore_ascii_case(each)))
            };
            let (lang, file) = (&setting.lang, label(&import.file));
            let advice = if ends(&["ron"]) {
                Some(lang.import_own_map(&typed(&file)))
            } else {
                ends(&WORKBOOKS).then(|| lang.import_workbook())
            };
            if let Some(text) = advice {
                return Err(Failure::CannotImport { file, refused: vec![Remark { line: None, text }].into() });
            }
            output::named_like("import", &import.file, IMPORTS)?
        }
        format => format,
    };
    named.ok_or_else(|| {
        let message = "the name of FILE says no format; choose one with --format".to_owned();
        Failure::WrongUse { command: "import", message }
    })
}

/// Refuses options that say nothing of the format.
fn refuse_strange_options(import: &args::Import, format: &Format<ReadMap>) -> Result<(), Failure> {
    let strange = [
        (import.phases.is_some() && !format.has_sections, "--phases", "the sections of a journey diagram"),
        (import.map.is_some() && format.has_sections, "--map", "inventories of several maps"),
    ];
    if let Some((_, option, purpose)) = strange.into_iter().find(|(is_strange, ..)| *is_strange) {
        let message = format!("{option} is for {purpose}, and FILE is read as {}; leave it out", format.name);
        return Err(Failure::WrongUse { command: "import", message });
    }
    output::refuse_unguarded("import", import.no_guard, format, IMPORTS)
}

/// Writes a new map, and says what it has and what its file had no place for.
fn write(path: &Path, import: &args::Import, imported: &Imported, setting: &Setting) -> Result<Outcome, Failure> {
    let map = &imported.map;
    if is_stdout(path) {
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
    if !is_stdout(path) {
        say(&lang.import_open_with(&typed(&file)));
    }
    Ok(Outcome::Done)
}

fn save(path: &Path, force: bool, map: &JourneyMap, setting: &Setting) -> Result<(), Failure> {
    let comments = Comments::default();
    let saved = if force {
        disk::save(path, map, &comments, None, setting.backups().as_ref())
    } else {
        disk::create(path, map, &comments)
    };
    saved.map(drop).map_err(|error| output::unsaved(path, error))
}

//! `periplo import`: reads a map from another format, and writes a new map or updates an existing one.

use std::io;
use std::path::Path;

use super::args::ImportArgs;
use super::argument_checks::{
    check_can_write, check_not_an_input, check_one_stdin, check_table_options, format_of_file_name,
};
use super::context::CommandContext;
use super::failure::Failure;
use super::import_into::{UpdateTarget, import_into};
use super::messages::{print_message, remark_lines};
use super::new::title_from_path;
use super::outcome::Outcome;
use super::output::{map_text, print_result, write_failure};
use super::paths::{display_path, is_stdin, is_stdout, shell_quoted};
use crate::exchange::import::encoding::{self, DecodeError};
use crate::exchange::import::{ImportOptions, Imported, ReadMap, Remark};
use crate::exchange::{Format, FormulaGuard, IMPORTS};
use crate::lang::Lang;
use crate::map::{JourneyMap, Name, Phase, TOUCHPOINT_LIMIT};
use crate::store::{Comments, disk};

/// Imports a file, prints what could not be kept, and writes a new map or updates the map of --into.
pub(super) fn import(arguments: &ImportArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let base = arguments.base.as_deref().unwrap_or(Path::new(""));
    check_one_stdin("import", &[&arguments.file, base])?;
    if let Some(path) = &arguments.output {
        check_not_an_input("import", path, std::slice::from_ref(&arguments.file))?;
        if !is_stdout(path) {
            check_can_write(path, arguments.force)?;
        }
    }
    let target = arguments.into.as_ref().map(|path| UpdateTarget::load(path, arguments, context)).transpose()?;
    let known = target.as_ref().map(UpdateTarget::maps).unwrap_or_default();
    let imported = read_file(arguments, &known, context)?;
    let file = display_path(&arguments.file);
    for line in remark_lines(&imported.remarks, &file, &context.lang, Lang::cli_warning) {
        print_message(&line);
    }
    if arguments.strict && !imported.remarks.is_empty() {
        return Err(Failure::Strict);
    }
    match (&arguments.output, target) {
        (_, Some(target)) => import_into(&target, arguments, imported, context),
        (Some(path), None) => write_new_map(path, arguments.force, &imported, context),
        (None, None) => Ok(Outcome::Done),
    }
}

fn read_file(arguments: &ImportArgs, known: &[&JourneyMap], context: &CommandContext) -> Result<Imported, Failure> {
    let (path, lang) = (&arguments.file, &context.lang);
    let file = display_path(path);
    let format = file_format(arguments, context)?;
    check_options(arguments, format)?;
    let bytes = if is_stdin(path) { disk::read_stream_bytes(io::stdin().lock()) } else { disk::read_bytes(path) };
    let bytes = bytes.map_err(|error| Failure::Open { path: path.clone(), error })?;
    let failed = |failure| Failure::CannotImport { file, failure };
    let text = match encoding::decode(bytes) {
        Ok(text) => text,
        Err(error) => {
            let text = match error {
                DecodeError::Workbook => lang.import_workbook(),
                DecodeError::Encoding { line } => lang.import_encoding(line),
                DecodeError::ZeroByte { line } => lang.import_zero_byte(line),
            };
            return Err(failed(vec![Remark { line: None, text }].into()));
        }
    };
    let options = ImportOptions {
        lang,
        title: &title_from_path(path, context).unwrap_or_else(|_| Name::placeholder()),
        phases: arguments.phases.as_deref().unwrap_or_default(),
        diagram: arguments.diagram.as_deref(),
        map: arguments.map.as_deref(),
        known,
        guard: FormulaGuard::unless(arguments.no_guard),
    };
    match (format.convert)(&text, &options) {
        Ok(imported) if imported.map.len() > TOUCHPOINT_LIMIT => {
            let text = lang.import_too_many_touchpoints(imported.map.len(), TOUCHPOINT_LIMIT);
            Err(failed(vec![Remark { line: None, text }].into()))
        }
        converted => converted.map_err(failed),
    }
}

/// File name endings of workbooks, which cannot be imported.
const WORKBOOK_ENDINGS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];

/// Returns the format of --format, or else of the file's name.
fn file_format(arguments: &ImportArgs, context: &CommandContext) -> Result<&'static Format<ReadMap>, Failure> {
    let path = &arguments.file;
    let named = match arguments.format {
        None if !is_stdin(path) => {
            if let Some(text) = advice_for_ending(path, &context.lang) {
                let failure = vec![Remark { line: None, text }].into();
                return Err(Failure::CannotImport { file: display_path(path), failure });
            }
            format_of_file_name("import", path, IMPORTS)?
        }
        format => format,
    };
    named.ok_or_else(|| {
        let message = "the name of FILE says no format; choose one with --format".to_owned();
        Failure::WrongUse { command: "import", message }
    })
}

/// Returns what to do instead, if the name is that of a map or of a workbook.
fn advice_for_ending(path: &Path, lang: &Lang) -> Option<String> {
    let ending = path.extension()?;
    if ending.eq_ignore_ascii_case("ron") {
        return Some(lang.import_own_map(&shell_quoted(&display_path(path))));
    }
    WORKBOOK_ENDINGS.iter().any(|workbook| ending.eq_ignore_ascii_case(workbook)).then(|| lang.import_workbook())
}

/// Refuses options that do not apply to the format.
fn check_options(arguments: &ImportArgs, format: &Format<ReadMap>) -> Result<(), Failure> {
    let wrong_options = [
        (arguments.phases.is_some() && !format.has_sections, "--phases", "the sections of a journey diagram"),
        (arguments.diagram.is_some() && !format.has_sections, "--diagram", "files with journey diagrams"),
        (arguments.map.is_some() && format.has_sections, "--map", "inventories of several maps"),
    ];
    if let Some((_, option, purpose)) = wrong_options.into_iter().find(|(is_wrong, ..)| *is_wrong) {
        let message = format!("{option} is for {purpose}, and FILE is read as {}; leave it out", format.name);
        return Err(Failure::WrongUse { command: "import", message });
    }
    check_table_options("import", &[(arguments.no_guard, "--no-guard")], format, IMPORTS)
}

/// Writes a new map, and prints what it contains and which fields the imported file did not have.
fn write_new_map(path: &Path, force: bool, imported: &Imported, context: &CommandContext) -> Result<Outcome, Failure> {
    let map = &imported.map;
    if is_stdout(path) {
        print_result(map_text(map, &Comments::default())?.as_bytes())?;
    } else {
        save(path, force, map, context)?;
    }
    let lang = &context.lang;
    let file = display_path(path);
    let names =
        |keys: &mut dyn Iterator<Item = &'static str>| keys.map(|key| lang.field(key)).collect::<Vec<_>>().join(", ");
    let map_fields = names(&mut imported.scope.missing_map_fields());
    if !map_fields.is_empty() {
        print_message(&lang.import_lacks_of_map(&map_fields));
    }
    let touchpoint_fields = names(&mut imported.scope.missing_touchpoint_fields());
    if !touchpoint_fields.is_empty() {
        print_message(&lang.import_lacks_of_touchpoints(&touchpoint_fields));
    }
    print_message(&lang.import_written(&file, Phase::ALL.map(|phase| map.phase(phase).len())));
    if !is_stdout(path) {
        print_message(&lang.import_open_with(&shell_quoted(&file)));
    }
    Ok(Outcome::Done)
}

fn save(path: &Path, force: bool, map: &JourneyMap, context: &CommandContext) -> Result<(), Failure> {
    let comments = Comments::default();
    let saved = if force {
        disk::save(path, map, &comments, None, context.backups().as_ref())
    } else {
        disk::create(path, map, &comments)
    };
    saved.map(drop).map_err(|error| write_failure(path, error))
}

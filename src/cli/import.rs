//! `periplo import`: reads a map from another format, and writes a new map or updates an existing one.

use std::path::Path;

use super::args::ImportArgs;
use super::argument_checks::{check_can_write, check_not_an_input, check_one_stdin, check_table_options};
use super::context::CommandContext;
use super::failure::Failure;
use super::foreign_file::{ForeignFile, format_of_name};
use super::import_into::{UpdateTarget, import_into};
use super::messages::print_message;
use super::outcome::Outcome;
use super::output::{print_result, write_failure};
use super::paths::{display_path, is_stdout, shell_quoted};
use super::progress_line::with_line;
use crate::exchange::import::Imported;
use crate::exchange::import::read_file::ReadFile;
use crate::exchange::import::shape::choices::{Choices, Purpose};
use crate::exchange::import::source::SourceFormat;
use crate::exchange::{Format, FormulaGuard, IMPORTS};
use crate::lang::Lang;
use crate::map::{JourneyMap, Phase};
use crate::store::{Comments, disk, ron_text};

/// Imports a file, prints what could not be kept, and writes a new map or updates the map of --into.
pub(super) fn import(arguments: &ImportArgs, context: &CommandContext) -> Result<Outcome, Failure> {
    let base = arguments.base.as_deref().unwrap_or(Path::new(""));
    check_one_stdin("import", &[&arguments.file, base])?;
    if arguments.output.is_none() && arguments.into.is_none() && !arguments.dry_run {
        let message = "say what to do with FILE: --output MAP writes a new map, --into MAP updates one, and --dry-run only shows \
                       what would be read";
        return Err(Failure::WrongUse { command: "import", message: message.to_owned() });
    }
    if let Some(path) = &arguments.output {
        check_map_name(path)?;
        check_not_an_input("import", path, std::slice::from_ref(&arguments.file))?;
        if !is_stdout(path) {
            check_can_write(path, arguments.force)?;
        }
    }
    let target = arguments.into.as_ref().map(|path| UpdateTarget::load(path, arguments, context)).transpose()?;
    let known = target.as_ref().map(UpdateTarget::maps).unwrap_or_default();
    let read = read_file(arguments, &known, context)?;
    if arguments.strict && !read.is_certain {
        return Err(Failure::Strict);
    }
    let imported = read.imported;
    match (&arguments.output, target) {
        (_, Some(target)) => import_into(&target, arguments, imported, context),
        (Some(path), None) if !arguments.dry_run => write_new_map(path, arguments.force, &imported, context),
        (_, None) => {
            print_result(listing(&imported.map, &context.lang).as_bytes())?;
            print_message(&context.lang.import_would_write(phase_lengths(&imported.map)));
            Ok(Outcome::Done)
        }
    }
}

/// Returns the touchpoints of a map as lines, below the names of their phases.
fn listing(map: &JourneyMap, lang: &Lang) -> String {
    let phase = |phase| {
        let names = map.phase(phase).iter().map(|each| format!("  {}\n", each.name));
        format!("{}\n{}", lang.phase(phase), names.collect::<String>())
    };
    Phase::ALL.map(phase).concat()
}

/// Refuses to write a map into a file whose name is that of another format.
fn check_map_name(path: &Path) -> Result<(), Failure> {
    let format = path.extension().and_then(|ending| Format::with_ending(IMPORTS, ending));
    let Some(format) = format.filter(|_| !is_stdout(path)) else { return Ok(()) };
    let file = display_path(path);
    let message =
        format!("--output writes a map, and {file} is a name for {}; choose a name that ends in .ron", format.name);
    Err(Failure::WrongUse { command: "import", message })
}

/// Returns the numbers of touchpoints before, during and after the purchase.
fn phase_lengths(map: &JourneyMap) -> [usize; 3] {
    Phase::ALL.map(|phase| map.phase(phase).len())
}

/// Returns what the user decided about a table or a diagram.
fn choices(arguments: &ImportArgs) -> Choices {
    Choices {
        purpose: Purpose::Map,
        shape: arguments.shape,
        sheet: arguments.sheet.clone(),
        map: arguments.map.clone(),
        diagram: arguments.diagram.clone(),
        has_headings: None,
        is_pasted: false,
        columns: arguments.columns.clone(),
        same_columns: Vec::new(),
        phase: None,
        phases: arguments.phases.clone().unwrap_or_default(),
        filters: arguments.filters.clone(),
        left_out: Vec::new(),
        added: Vec::new(),
        tags: arguments.tags.clone(),
        colours: arguments.colours.clone(),
    }
}

fn read_file(arguments: &ImportArgs, known: &[&JourneyMap], context: &CommandContext) -> Result<ReadFile, Failure> {
    let path = &arguments.file;
    let format = match arguments.format {
        Some(format) => Some(format),
        None => format_of_name(path, &context.lang)?,
    };
    if let Some(format) = format {
        check_options(arguments, format)?;
    }
    let (choices, guard) = (choices(arguments), FormulaGuard::unless(arguments.no_guard));
    ForeignFile { path, format, choices: &choices, known, guard }.read(context)
}

/// Refuses options that do not apply to the format.
fn check_options(arguments: &ImportArgs, format: &Format<SourceFormat>) -> Result<(), Failure> {
    let may_have_diagrams =
        format.has_sections || matches!(format.convert, SourceFormat::Markdown | SourceFormat::List);
    let wrong_options = [
        (arguments.diagram.is_some() && !may_have_diagrams, "--diagram", "files with journey diagrams"),
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
        print_result(ron_text::print(map, &Comments::default()).as_bytes())?;
    } else {
        let line = context.lang.import_writing_file(&display_path(path));
        with_line(&line, || save(path, force, map, context))?;
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
    print_message(&lang.import_written(&file, phase_lengths(map)));
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

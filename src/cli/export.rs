//! `periplo export`: one map as a document.

use super::failure::{Failure, say};
use super::setting::Setting;
use super::{Outcome, args, output, source};
use crate::exchange::{DOCUMENTS, DocumentSource, FormulaGuard};
use crate::store::disk;

/// Writes a map as a document, and says what of the map is not in it.
pub fn export(export: &args::Export, setting: &Setting) -> Result<Outcome, Failure> {
    let mut format = export.format;
    if let Some(path) = export.output.as_deref().filter(|path| !source::is_stdout(path)) {
        output::refuse_input("export", path, std::slice::from_ref(&export.file))?;
        if format.is_none() {
            format = output::named_like("export", path, DOCUMENTS)?;
        }
        if !disk::is_pipe_or_terminal(path) {
            output::refuse_existing(path, export.force)?;
        }
    }
    let Some(format) = format else {
        let message = "the name of --output says no format; choose one with --format".to_owned();
        return Err(Failure::WrongUse { command: "export", message });
    };
    output::refuse_unguarded("export", export.no_guard, format, DOCUMENTS)?;
    let map = source::read(&export.file, setting)?;
    let file = source::label(&export.file);
    let subject =
        DocumentSource { map: &map, file: &file, lang: &setting.lang, guard: FormulaGuard::unless(export.no_guard) };
    let document = (format.render)(&subject).map_err(Failure::CannotExport)?;
    match &export.output {
        Some(path) => output::write(path, &document.bytes, export.force)?,
        None => {
            if str::from_utf8(&document.bytes).is_err() {
                output::refuse_terminal("export")?;
            }
            output::print(&document.bytes)?;
        }
    }
    for omission in &document.omissions {
        say(&setting.lang.cli_warning(omission));
    }
    Ok(Outcome::Done)
}

//! Exports a map from the editor to a file or the clipboard.

use crate::app::model::dialog::export::{Destination, ExportEstimate, ExportFault, ExportJob, ExportOutput};
use crate::app::model::file_name::shown;
use crate::exchange::inventory::STREAM;
use crate::exchange::{DocumentSource, FormulaGuard, TableOptions, TableReader};
use crate::lang::Lang;
use crate::store::disk::{self, BackupStore, IfExists};

/// Renders a map and writes the result to its destination. Never overwrites the map's own file. `backups` keeps the
/// content of a file that is overwritten.
pub(super) fn export(job: &ExportJob, backups: Option<BackupStore>) -> Result<ExportOutput, ExportFault> {
    let is_own = |path| job.own.as_ref().is_some_and(|own| disk::is_same(path, own));
    if matches!(&job.to, Destination::File { path, .. } if is_own(path)) {
        return Err(ExportFault::OwnFile);
    }
    let lang = Lang::new(job.language);
    let file = job.own.as_ref().map_or_else(|| STREAM.to_owned(), |own| shown(own));
    let reader = match &job.to {
        Destination::Clipboard => TableReader::Program,
        Destination::DryRun | Destination::File { .. } => TableReader::Spreadsheet,
    };
    let table = TableOptions { reader, guard: FormulaGuard::On };
    let source = DocumentSource { map: &job.map, begin: job.begin, file: &file, lang: &lang, table };
    let document = (job.format.convert)(&source).map_err(ExportFault::NotRendered)?;
    let estimate = ExportEstimate { bytes: document.bytes.len(), omissions: document.omissions };
    let text = match &job.to {
        Destination::DryRun => None,
        Destination::File { path, overwrite } => {
            let if_exists = if *overwrite { IfExists::Overwrite(backups) } else { IfExists::Refuse };
            disk::write_file(path, &document.bytes, if_exists).map_err(ExportFault::NotWritten)?;
            None
        }
        Destination::Clipboard => Some(String::from_utf8_lossy(&document.bytes).into_owned()),
    };
    Ok(ExportOutput { estimate, text })
}

//! Actions as JSON: a list of objects, one for each action.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{ActionReport, COLUMNS, PlannedAction};
use crate::exchange::exporter::{ExportError, Exported};
use crate::exchange::json::CellValue;
use crate::exchange::json_list::json_list;

/// Writes a list of objects; unknown values are null.
pub(crate) fn render(report: &ActionReport) -> Result<Exported, ExportError> {
    Ok(Exported { bytes: json_list(report.actions.iter().map(ActionObject))?, omissions: Vec::new() })
}

/// An action as an object: the keys are the names of the columns, in their order.
struct ActionObject<'a>(&'a PlannedAction);

impl Serialize for ActionObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(COLUMNS.len()))?;
        for column in &COLUMNS {
            object.serialize_entry(column.name, &CellValue((column.cell)(self.0)))?;
        }
        object.end()
    }
}

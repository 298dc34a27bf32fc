//! Reads the sheets of an xlsx workbook.

use std::borrow::Cow;
use std::io::Cursor;
use std::panic::catch_unwind;

use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::archive::{Sheet, WorkbookFault};
use super::cell_text;
use super::sheet_builder::{Budget, SheetBuilder};

/// Reads all sheets. The library panics on some damaged workbooks; that is a fault like others.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookFault> {
    catch_unwind(|| sheets(bytes)).unwrap_or(Err(WorkbookFault::Damaged))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookFault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes))?;
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        let mut builder = SheetBuilder::new(&mut budget);
        {
            let mut cells = workbook.worksheet_cells_reader(&sheet.name)?;
            while let Some(cell) = cells.next_cell()? {
                let (row, column) = cell.get_position();
                builder.add(row as usize + 1, column as usize, &text(cell.get_value()))?;
            }
        }
        let is_hidden = sheet.visible != SheetVisible::Visible;
        sheets.push(Sheet { grid: builder.finish(sheet.name), is_hidden });
    }
    Ok(sheets)
}

impl From<XlsxError> for WorkbookFault {
    fn from(error: XlsxError) -> WorkbookFault {
        if matches!(error, XlsxError::Password) { WorkbookFault::Protected } else { WorkbookFault::Damaged }
    }
}

/// Returns the text of a cell as csv has it.
fn text<'v>(value: &'v DataRef) -> Cow<'v, str> {
    let text = match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => cell_text::number(*number),
        DataRef::String(text) => return text.into(),
        DataRef::SharedString(text) => return (*text).into(),
        DataRef::Bool(is_true) => is_true.to_string(),
        DataRef::DateTime(date) if date.is_duration() || (0.0..1.0).contains(&date.as_f64()) => {
            let seconds = (date.as_f64() * 86_400.0).round() as u64;
            cell_text::clock(seconds / 3_600, (seconds / 60 % 60) as u16, (seconds % 60) as u16)
        }
        DataRef::DateTime(date) => {
            let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
            cell_text::date([year, month.into(), day.into(), hour.into(), minute.into(), second.into()])
        }
        DataRef::DateTimeIso(date) => cell_text::iso_date(date),
        DataRef::DurationIso(duration) => cell_text::iso_duration(duration),
        DataRef::Error(CellErrorType::GettingData) => "#N/A".to_owned(),
        DataRef::Error(error) => error.to_string(),
    };
    text.into()
}

//! The inventory as a workbook: a sheet of touchpoints and one of totals, in the reader's language.

mod totals;

use std::borrow::Cow;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::inventory::{COLUMNS, Cell, InventoryRow, Words, joined, rows};
use super::{DocumentSource, ExportError, Exported};
use crate::lang::Lang;
use crate::map::width::width;

/// The number of rows that a sheet has below the headings.
pub(super) const MAX_ROWS: usize = 1_048_575;
/// The number of characters that a cell holds, in UTF-16 units as Excel counts them.
pub(super) const MAX_TEXT: usize = 32_767;
/// The largest whole number that a spreadsheet keeps exactly.
const MAX_EXACT: u128 = 999_999_999_999_999;
/// The smallest and the largest width of a column, in characters. Longer text is wrapped.
const WIDTHS: (usize, usize) = (7, 48);
/// The format of numbers: thousands are grouped as the reader's spreadsheet does it.
const GROUPED: &str = "#,##0";
/// The format of numbers from 0 to 1.
const SHARE: &str = "0.00";
/// The code of the paper size A4 in workbooks.
const A4: u8 = 9;
/// The width of a filter's button, in characters.
const FILTER_WIDTH: usize = 4;

/// Writes the touchpoints of one map.
pub fn document(source: &DocumentSource) -> Result<Exported, ExportError> {
    render(&rows(source.file, source.map).collect::<Vec<_>>(), source.lang)
}

/// Writes the rows of an inventory and their totals. Unknown values are empty cells, and actors are joined with `; `.
pub fn render(rows: &[InventoryRow], lang: &Lang) -> Result<Exported, ExportError> {
    if rows.len() > MAX_ROWS {
        return Err(ExportError::TooManyRows { rows: rows.len(), most: MAX_ROWS });
    }
    let mut omissions = Vec::new();
    let bytes = workbook(rows, lang, &mut omissions).map_err(ExportError::library)?;
    Ok(Exported { bytes, omissions })
}

fn workbook(rows: &[InventoryRow], lang: &Lang, omissions: &mut Vec<String>) -> Result<Vec<u8>, XlsxError> {
    save([touchpoints(rows, lang, omissions)?, totals::sheet(rows, lang)?])
}

fn touchpoints(rows: &[InventoryRow], lang: &Lang, omissions: &mut Vec<String>) -> Result<Worksheet, XlsxError> {
    let headings: Vec<String> = COLUMNS.iter().map(|column| lang.column(column.name)).collect();
    let words = Words::new(lang);
    table_sheet(&lang.sheet_touchpoints(), &headings, rows.len(), |nth, at| {
        let (row, column) = (&rows[nth], &COLUMNS[at]);
        let cell = sheet_cell(column.cell(row), &words);
        if cell.is_too_long() {
            omissions.push(lang.text_cut(column.name, &row.touchpoint.name, row.file, MAX_TEXT));
        }
        cell
    })
}

/// Returns the bytes of a workbook of these sheets.
pub(super) fn save(sheets: impl IntoIterator<Item = Worksheet>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed date, so that equal maps give equal bytes.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    for sheet in sheets {
        workbook.push_worksheet(sheet);
    }
    workbook.save_to_buffer()
}

/// Creates a sheet of rows below headings, which stay in view and filter. `cell` returns the cell of a row in a column.
pub(super) fn table_sheet<'a>(
    name: &str,
    headings: &[String],
    count: usize,
    mut cell: impl FnMut(usize, usize) -> SheetCell<'a>,
) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(name)?;
    let body = CellFormats::of(Format::new().set_text_wrap().set_align(FormatAlign::Top));
    let mut widest = Vec::with_capacity(headings.len());
    for (at, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, at, heading, &heading_format())?;
        widest.push(width(heading) + FILTER_WIDTH);
    }
    for (line, nth) in (1..).zip(0..count) {
        for (at, widest) in widest.iter_mut().enumerate() {
            *widest = (*widest).max(write(&mut sheet, line, at as u16, cell(nth, at), &body)?);
        }
    }
    for (at, widest) in (0..).zip(widest) {
        sheet.set_column_width(at, column_width(widest))?;
    }
    sheet.autofilter(0, 0, count as u32, headings.len() as u16 - 1)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(sheet)
}

/// Returns the width of a column whose longest line has that many characters.
fn column_width(characters: usize) -> f64 {
    characters.clamp(WIDTHS.0, WIDTHS.1) as f64 + 1.0
}

/// The content of a cell of a sheet.
pub(super) enum SheetCell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Number(f64),
    /// A number from 0 to 1.
    Share(f64),
    Flag(bool),
}

impl SheetCell<'_> {
    /// Returns true if a workbook cannot hold the whole text.
    pub(super) fn is_too_long(&self) -> bool {
        match self {
            // No text has more UTF-16 units than bytes.
            SheetCell::Text(text) => text.len() > MAX_TEXT && text.encode_utf16().count() > MAX_TEXT,
            SheetCell::Empty | SheetCell::Number(_) | SheetCell::Share(_) | SheetCell::Flag(_) => false,
        }
    }
}

/// Returns the cell of a sheet for a cell of a table.
pub(super) fn sheet_cell<'a>(cell: Cell<'a>, words: &'a Words) -> SheetCell<'a> {
    match cell {
        Cell::Unknown => SheetCell::Empty,
        Cell::Text(text) => SheetCell::Text(text),
        Cell::Word(word) => SheetCell::Text(Cow::Borrowed(words.of(word))),
        Cell::Id(id) => SheetCell::Text(Cow::Owned(id.to_string())),
        Cell::Whole(number) => whole_number(number.into()),
        Cell::Signed(number) => SheetCell::Number(number.into()),
        Cell::Share(share) => SheetCell::Share(share),
        Cell::Flag(flag) => SheetCell::Flag(flag),
        Cell::List(lines) if lines.is_empty() => SheetCell::Empty,
        Cell::List(lines) => SheetCell::Text(Cow::Owned(joined(&lines))),
    }
}

/// Returns the cell of a whole number; a text if a spreadsheet would round it.
fn whole_number(number: u128) -> SheetCell<'static> {
    if number > MAX_EXACT { SheetCell::Text(Cow::Owned(number.to_string())) } else { SheetCell::Number(number as f64) }
}

/// The formats of the cells of a sheet.
pub(super) struct CellFormats {
    plain: Format,
    number: Format,
    share: Format,
}

impl CellFormats {
    /// Returns the formats that look like `plain`.
    pub(super) fn of(plain: Format) -> CellFormats {
        let with = |format: &str| plain.clone().set_num_format(format);
        CellFormats { number: with(GROUPED), share: with(SHARE), plain }
    }
}

/// Writes a cell and returns its width in characters.
fn write(sheet: &mut Worksheet, row: u32, at: u16, cell: SheetCell, formats: &CellFormats) -> Result<usize, XlsxError> {
    match cell {
        SheetCell::Empty => Ok(0),
        SheetCell::Text(text) => {
            // A text stays a text, even if it looks like a formula.
            sheet.write_string_with_format(row, at, fit(&text), &formats.plain)?;
            Ok(text.lines().map(width).max().unwrap_or_default())
        }
        SheetCell::Number(number) => {
            sheet.write_number_with_format(row, at, number, &formats.number)?;
            Ok(number.to_string().len())
        }
        SheetCell::Share(share) => {
            sheet.write_number_with_format(row, at, share, &formats.share)?;
            Ok(SHARE.len())
        }
        SheetCell::Flag(flag) => {
            sheet.write_boolean_with_format(row, at, flag, &formats.plain)?;
            Ok(0)
        }
    }
}

/// Cuts a text to what a cell holds.
fn fit(text: &str) -> Cow<'_, str> {
    let mut units = 0;
    let ends = text.char_indices().map(|(at, c)| {
        units += c.len_utf16();
        (at + c.len_utf8(), units)
    });
    // A text that is cut leaves a character for the ellipsis.
    let end = ends.take_while(|&(_, units)| units < MAX_TEXT).last().map_or(0, |(end, _)| end);
    match text[end..].encode_utf16().count() {
        0 | 1 => Cow::Borrowed(text),
        2.. => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// The format of headings.
fn heading_format() -> Format {
    Format::new()
        .set_bold()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00DC_E6F1))
        .set_border_bottom(FormatBorder::Thin)
}

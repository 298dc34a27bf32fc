//! The inventory as a workbook: a sheet of touchpoints and one of totals, in the reader's language.

mod totals;

use std::borrow::Cow;

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::inventory::{COLUMNS, Cell, Row, Words, joined, rows};
use super::{DocumentSource, ExportError, Exported};
use crate::lang::Lang;
use crate::map::width::width;

/// The rows of a sheet below the one with the headings.
const ROWS: usize = 1_048_575;
/// The most characters of a cell, in UTF-16 as Excel counts them.
const LIMIT: usize = 32_767;
/// The largest whole number of which a spreadsheet keeps every digit.
const EXACT: u128 = 999_999_999_999_999;
/// The fewest and the most cells of a column; longer text goes on in the next line.
const WIDTHS: (usize, usize) = (7, 48);
/// How numbers are shown: their thousands apart, as the reader's own spreadsheet does it.
const GROUPED: &str = "#,##0";
/// The number of the paper's size in workbooks.
const A4: u8 = 9;
/// The cells that the sign of a filter takes.
const FILTER: usize = 4;

/// Writes the touchpoints of one map.
pub fn document(subject: &DocumentSource) -> Result<Exported, ExportError> {
    render(&rows(subject.file, subject.map).collect::<Vec<_>>(), subject.lang)
}

/// Writes the rows of an inventory and their totals; what is unknown is an empty cell, actors are joined with `; `.
pub fn render(rows: &[Row], lang: &Lang) -> Result<Exported, ExportError> {
    if rows.len() > ROWS {
        return Err(ExportError::TooManyRows { rows: rows.len(), most: ROWS });
    }
    let mut lost = Vec::new();
    let bytes = workbook(rows, lang, &mut lost).map_err(ExportError::library)?;
    Ok(Exported { bytes, omissions: lost })
}

fn workbook(rows: &[Row], lang: &Lang, lost: &mut Vec<String>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same maps make the same bytes, whenever they are written.
    let beginning = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&beginning));
    workbook.push_worksheet(touchpoints(rows, lang, lost)?);
    workbook.push_worksheet(totals::sheet(rows, lang)?);
    workbook.save_to_buffer()
}

fn touchpoints(rows: &[Row], lang: &Lang, lost: &mut Vec<String>) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(lang.sheet_touchpoints())?;
    let body = Looks::of(Format::new().set_text_wrap().set_align(FormatAlign::Top));
    let words = Words::new(lang);
    let mut widest = [0; COLUMNS.len()];
    for ((at, column), widest) in (0..).zip(COLUMNS).zip(&mut widest) {
        let heading = lang.column(column.name);
        sheet.write_string_with_format(0, at, &heading, &head())?;
        *widest = width(&heading) + FILTER;
    }
    for (nth, row) in (1..).zip(rows) {
        for ((at, column), widest) in (0..).zip(COLUMNS).zip(&mut widest) {
            let cell = said(column.cell(row), &words);
            if cell.is_too_long() {
                lost.push(lang.text_cut(column.name, &row.touchpoint.name, row.file, LIMIT));
            }
            *widest = (*widest).max(write(&mut sheet, nth, at, cell, &body)?);
        }
    }
    for (at, widest) in (0..).zip(widest) {
        sheet.set_column_width(at, width_of(widest))?;
    }
    sheet.autofilter(0, 0, rows.len() as u32, COLUMNS.len() as u16 - 1)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(sheet)
}

/// The width of a column whose longest line has that many cells.
fn width_of(cells: usize) -> f64 {
    cells.clamp(WIDTHS.0, WIDTHS.1) as f64 + 1.0
}

/// What is written into a cell of a sheet.
enum Said<'a> {
    Nothing,
    Text(Cow<'a, str>),
    Number(f64),
    Flag(bool),
}

impl Said<'_> {
    fn is_too_long(&self) -> bool {
        match self {
            // No text has more units of UTF-16 than bytes.
            Said::Text(text) => text.len() > LIMIT && text.encode_utf16().count() > LIMIT,
            Said::Nothing | Said::Number(_) | Said::Flag(_) => false,
        }
    }
}

fn said<'a>(cell: Cell<'a>, words: &'a Words) -> Said<'a> {
    match cell {
        Cell::Unknown => Said::Nothing,
        Cell::Text(text) => Said::Text(text),
        Cell::Word(word) => Said::Text(Cow::Borrowed(words.of(word))),
        Cell::Id(id) => Said::Text(Cow::Owned(id.to_string())),
        Cell::Whole(number) => whole(number.into()),
        Cell::Signed(number) => Said::Number(number.into()),
        Cell::Flag(flag) => Said::Flag(flag),
        Cell::List(lines) if lines.is_empty() => Said::Nothing,
        Cell::List(lines) => Said::Text(Cow::Owned(joined(&lines))),
    }
}

/// A whole number; as text where a spreadsheet would round it.
fn whole(number: u128) -> Said<'static> {
    if number > EXACT { Said::Text(Cow::Owned(number.to_string())) } else { Said::Number(number as f64) }
}

/// How cells look; a number has its thousands apart.
struct Looks {
    plain: Format,
    number: Format,
}

impl Looks {
    fn of(plain: Format) -> Looks {
        Looks { number: plain.clone().set_num_format(GROUPED), plain }
    }
}

/// Writes a cell, and gives how wide it is.
fn write(sheet: &mut Worksheet, row: u32, at: u16, cell: Said, looks: &Looks) -> Result<usize, XlsxError> {
    match cell {
        Said::Nothing => Ok(0),
        Said::Text(text) => {
            // Text is written as text, whatever it looks like: no spreadsheet computes it.
            sheet.write_string_with_format(row, at, within(&text), &looks.plain)?;
            Ok(text.lines().map(width).max().unwrap_or_default())
        }
        Said::Number(number) => {
            sheet.write_number_with_format(row, at, number, &looks.number)?;
            Ok(number.to_string().len())
        }
        Said::Flag(flag) => {
            sheet.write_boolean_with_format(row, at, flag, &looks.plain)?;
            Ok(0)
        }
    }
}

/// The text, cut to what a cell holds.
fn within(text: &str) -> Cow<'_, str> {
    let mut units = 0;
    let ends = text.char_indices().map(|(at, c)| {
        units += c.len_utf16();
        (at + c.len_utf8(), units)
    });
    // A text that is cut leaves room for the sign of it.
    let end = ends.take_while(|&(_, units)| units < LIMIT).last().map_or(0, |(end, _)| end);
    match text[end..].encode_utf16().count() {
        0 | 1 => Cow::Borrowed(text),
        2.. => Cow::Owned(format!("{}…", &text[..end])),
    }
}

fn head() -> Format {
    Format::new()
        .set_bold()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00DC_E6F1))
        .set_border_bottom(FormatBorder::Thin)
}

//! Reads the sheets of an ods workbook.
//!
//! The library for xlsx expands repeated rows and columns without a limit, and never ends on a table that is not closed, so
//! the tables are read from their XML here.

use std::collections::HashSet;
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::archive::{Sheet, WorkbookFault};
use super::cell_text;
use super::sheet_builder::{Budget, SheetBuilder};

/// The most columns of a sheet.
const MAX_COLUMNS: usize = 16_384;
/// The most rows of a sheet.
const MAX_ROWS: usize = 1 << 20;
/// The most blanks that one element writes.
const MAX_BLANKS: usize = 1_000;
/// The part of the list of files in which a password is looked for.
const MANIFEST: u64 = 1 << 20;

/// Reads all sheets.
pub(crate) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookFault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let mut manifest = Vec::new();
    if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
        part.take(MANIFEST).read_to_end(&mut manifest).map_err(|_| WorkbookFault::Damaged)?;
    }
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(WorkbookFault::Protected);
    }
    let mut xml = Reader::from_reader(BufReader::new(archive.by_name("content.xml")?));
    xml.config_mut().expand_empty_elements = true;
    OdsReader { xml, buffer: Vec::new() }.sheets(&mut Budget::new())
}

impl From<quick_xml::Error> for WorkbookFault {
    fn from(_: quick_xml::Error) -> WorkbookFault {
        WorkbookFault::Damaged
    }
}

/// The part of a workbook that has the tables.
struct OdsReader<R> {
    xml: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> OdsReader<R> {
    /// Reads the next event; the end of the file is a fault, since all elements are closed before it.
    fn event(&mut self) -> Result<Event<'static>, WorkbookFault> {
        self.buffer.clear();
        let event = self.xml.read_event_into(&mut self.buffer)?;
        if matches!(event, Event::Eof) { Err(WorkbookFault::Damaged) } else { Ok(event.into_owned()) }
    }

    fn skip(&mut self, element: &BytesStart) -> Result<(), WorkbookFault> {
        self.buffer.clear();
        self.xml.read_to_end_into(element.name(), &mut self.buffer)?;
        Ok(())
    }

    fn sheets(&mut self, budget: &mut Budget) -> Result<Vec<Sheet>, WorkbookFault> {
        let mut sheets = Vec::new();
        let mut hidden_styles = HashSet::new();
        let mut style = String::new();
        loop {
            let event = self.event()?;
            if is_end(&event, "office:spreadsheet") {
                return Ok(sheets);
            }
            let Event::Start(start) = event else { continue };
            match start.name().as_ref() {
                "style:style" => style = attribute(&start, "style:name"),
                "style:table-properties" if attribute(&start, "table:display") == "false" => {
                    hidden_styles.insert(style.clone());
                }
                "table:tracked-changes" => self.skip(&start)?,
                "table:table" => {
                    let is_hidden = hidden_styles.contains(&attribute(&start, "table:style-name"));
                    sheets.push(self.sheet(&start, is_hidden, budget)?);
                }
                _ => {}
            }
        }
    }

    fn sheet(&mut self, table: &BytesStart, is_hidden: bool, budget: &mut Budget) -> Result<Sheet, WorkbookFault> {
        let mut builder = SheetBuilder::new(budget);
        let mut line = 1;
        loop {
            let event = self.event()?;
            if is_end(&event, "table:table") {
                break;
            }
            let Event::Start(start) = event else { continue };
            match start.name().as_ref() {
                "table:table-row" => {
                    let times = number(&start, "table:number-rows-repeated").min(MAX_ROWS);
                    self.row(line, &mut builder)?;
                    builder.repeat(line, times)?;
                    line = line.saturating_add(times);
                }
                "table:table" | "table:shapes" | "office:forms" => self.skip(&start)?,
                _ => {}
            }
        }
        Ok(Sheet { grid: builder.finish(attribute(table, "table:name")), is_hidden })
    }

    fn row(&mut self, line: usize, builder: &mut SheetBuilder) -> Result<(), WorkbookFault> {
        let mut column = 0_usize;
        loop {
            let event = self.event()?;
            if is_end(&event, "table:table-row") {
                return Ok(());
            }
            let Event::Start(start) = event else { continue };
            if !matches!(start.name().as_ref(), "table:table-cell" | "table:covered-table-cell") {
                self.skip(&start)?;
                continue;
            }
            let text = self.cell(&start)?;
            let times = number(&start, "table:number-columns-repeated").min(MAX_COLUMNS);
            let end = column.saturating_add(times).min(MAX_COLUMNS);
            if !text.is_empty() {
                (column..end).try_for_each(|column| builder.add(line, column, &text))?;
            }
            column = end;
        }
    }

    /// Reads a cell to its end, and returns its value as csv has it.
    fn cell(&mut self, cell: &BytesStart) -> Result<String, WorkbookFault> {
        let text = self.paragraphs(cell)?;
        Ok(match &*attribute(cell, "office:value-type") {
            "float" | "percentage" | "currency" => attribute(cell, "office:value")
                .parse()
                .ok()
                .filter(|value: &f64| value.is_finite())
                .map_or(text, cell_text::number),
            "date" => cell_text::iso_date(&attribute(cell, "office:date-value")),
            "time" => cell_text::iso_duration(&attribute(cell, "office:time-value")),
            "boolean" => attribute(cell, "office:boolean-value"),
            _ => text,
        })
    }

    /// Reads the paragraphs of a cell, one a line; comments and drawings are left out.
    fn paragraphs(&mut self, cell: &BytesStart) -> Result<String, WorkbookFault> {
        let (mut text, mut paragraphs, mut depth) = (String::new(), 0, 0);
        loop {
            let event = self.event()?;
            if let Event::Start(start) = &event {
                match start.name().as_ref() {
                    "text:p" | "text:h" => {
                        if paragraphs > 0 {
                            text.push('\n');
                        }
                        paragraphs += 1;
                        depth += 1;
                    }
                    "text:s" => text.extend(std::iter::repeat_n(' ', number(start, "text:c").min(MAX_BLANKS))),
                    "text:tab" => text.push('\t'),
                    "text:line-break" => text.push('\n'),
                    "text:span" | "text:a" | "text:list" | "text:list-item" => {}
                    _ => self.skip(start)?,
                }
            } else if is_end(&event, "text:p") || is_end(&event, "text:h") {
                depth -= 1;
            } else if is_end(&event, cell.name().as_ref()) {
                return Ok(text);
            } else if depth > 0 {
                push_content(&event, &mut text)?;
            }
        }
    }
}

/// Returns true for the closing tag of an element.
fn is_end(event: &Event, name: &str) -> bool {
    matches!(event, Event::End(end) if end.name().as_ref() == name)
}

/// Appends the characters that an event stands for.
fn push_content(event: &Event, text: &mut String) -> Result<(), WorkbookFault> {
    if let Event::Text(part) = event {
        text.push_str(&part.xml10_content());
    } else if let Event::CData(part) = event {
        text.push_str(&part.xml10_content());
    } else if let Event::GeneralRef(part) = event {
        match part.resolve_char_ref()? {
            Some(c) => text.push(c),
            None => text.push_str(resolve_xml_entity(part).unwrap_or_default()),
        }
    }
    Ok(())
}

/// Returns the value of an attribute; empty if there is none.
fn attribute(element: &BytesStart, name: &str) -> String {
    let attribute = element.try_get_attribute(name).ok().flatten();
    attribute
        .and_then(|attribute| Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()))
        .unwrap_or_default()
}

/// Returns the number in an attribute; 1 if there is none.
fn number(element: &BytesStart, name: &str) -> usize {
    attribute(element, name).parse().ok().filter(|&number| number > 0).unwrap_or(1)
}

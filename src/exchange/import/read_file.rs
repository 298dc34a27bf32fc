//! Reading a file of another format, whether it is a map, a diagram or a table whose meaning has to be found.

use super::grid::Grid;
use super::quote::{listed, quoted};
use super::shape;
use super::shape::choices::{Purpose, Shape};
use super::shape::reading::{ColumnReading, LeftOutRow, Reading};
use super::shape::stages::StageReading;
use super::shape::values::{CellValues, maps_of_inventory};
use super::source::encoding::decode;
use super::source::{self, Source, SourceContent, SourceFormat, SourceOptions};
use super::{ImportFailure, ImportOptions, Imported, Remark, json};
use crate::exchange::mermaid;
use crate::map::TOUCHPOINT_LIMIT;
use crate::map::text::is_same_name;

/// What was read of a file.
#[derive(Clone, Debug)]
pub struct ReadFile {
    pub imported: Imported,
    /// What the rows of the table are; none for a diagram or a whole map.
    pub shape: Option<Shape>,
    /// The position of the table that was read, among those of the file.
    pub table: Option<usize>,
    pub columns: Vec<ColumnReading>,
    /// The stages of the table, or the sections of the diagram.
    pub stages: Vec<StageReading>,
    pub left_out: Vec<LeftOutRow>,
    /// Tags, colours and groups; only for the preview.
    pub values: CellValues,
    /// What was guessed, and what was left out.
    pub notes: Vec<Remark>,
    /// True if nothing was guessed and there is no warning.
    pub is_certain: bool,
}

/// The content of a file, before it is known what it means. It can be interpreted again with other choices.
#[derive(Debug)]
pub struct FileContent {
    source: Source,
    /// The text of an inventory as we write it in JSON, whose values have types that cells have not.
    own_json: Option<String>,
}

impl ReadFile {
    fn of_map(imported: Imported) -> ReadFile {
        ReadFile {
            is_certain: imported.remarks.is_empty(),
            imported,
            shape: None,
            table: None,
            columns: Vec::new(),
            stages: Vec::new(),
            left_out: Vec::new(),
            values: CellValues::default(),
            notes: Vec::new(),
        }
    }

    fn of_table(reading: Reading, options: &ImportOptions) -> ReadFile {
        let (is_certain, notes) = (reading.is_certain(), reading.notes(options.choices.purpose, options.lang));
        let Reading { shape, table, columns, stages, left_out, values, imported, .. } = reading;
        ReadFile {
            imported,
            shape: Some(shape),
            table: Some(table),
            columns,
            stages,
            left_out,
            values,
            notes,
            is_certain,
        }
    }
}

/// Reads a file of a format, or of any if none is given; returns every fault if it cannot be read.
pub fn read_bytes(
    bytes: Vec<u8>,
    format: Option<SourceFormat>,
    options: &ImportOptions,
) -> Result<ReadFile, ImportFailure> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => match own_json(&text, format, options) {
            Some(read) => return Ok(read),
            None => text.into_bytes(),
        },
        Err(error) => error.into_bytes(),
    };
    let sheet = options.choices.sheet.as_deref();
    let source =
        SourceOptions { lang: options.lang, format, sheet, guard: options.guard, purpose: options.choices.purpose };
    FileContent::read(bytes, &source)?.interpret(options)
}

/// Reads an inventory as we write it in JSON; none if the text is anything else, has a fault, or is to be read otherwise.
fn own_json(text: &str, format: Option<SourceFormat>, options: &ImportOptions) -> Option<ReadFile> {
    let is_json = match format {
        None | Some(SourceFormat::Json | SourceFormat::JsonLines) => text.trim_start().starts_with(['{', '[']),
        Some(
            SourceFormat::Csv
            | SourceFormat::Tsv
            | SourceFormat::Xlsx
            | SourceFormat::Ods
            | SourceFormat::Markdown
            | SourceFormat::List
            | SourceFormat::Mermaid,
        ) => false,
    };
    let is_open = options.choices.leave_meaning_open() && options.choices.sheet.is_none();
    if !is_json || !is_open || options.choices.purpose.is_preview() || text.contains('\0') {
        return None;
    }
    let imported = json::read_own(text, options)?;
    (imported.map.len() <= TOUCHPOINT_LIMIT).then(|| ReadFile::of_map(imported))
}

impl FileContent {
    /// Reads the content of a file.
    pub fn read(bytes: Vec<u8>, options: &SourceOptions) -> Result<FileContent, ImportFailure> {
        let source = source::read(&bytes, options)?;
        let own_json = match &source.content {
            SourceContent::Tables(grids) if is_own_json(source.format, grids) => {
                let fault = |error: source::encoding::DecodeError| vec![Remark::of_all(error.message(options.lang))];
                Some(decode(&bytes).map_err(fault)?.text.into_owned())
            }
            SourceContent::Tables(_) | SourceContent::Diagrams(_) | SourceContent::WholeMap(_) => None,
        };
        Ok(FileContent { source, own_json })
    }

    /// Returns true if the content is an inventory as we write it in JSON, and no choice says otherwise.
    fn reads_own_json(&self, options: &ImportOptions) -> bool {
        options.choices.leave_meaning_open() && self.own_json.is_some()
    }

    /// Finds out what the content means, and makes a map of it.
    pub fn interpret(&self, options: &ImportOptions) -> Result<ReadFile, ImportFailure> {
        let Source { content, remarks, .. } = &self.source;
        let read = match (content, &self.own_json) {
            (SourceContent::Tables(grids), Some(text)) if self.reads_own_json(options) => {
                let maps = match options.choices.purpose {
                    Purpose::Preview | Purpose::CountPreview => {
                        grids.first().map(maps_of_inventory).unwrap_or_default()
                    }
                    Purpose::Map | Purpose::Counts => Vec::new(),
                };
                let values = CellValues { maps, ..CellValues::default() };
                json::read(text, options).map(|imported| ReadFile { values, ..ReadFile::of_map(imported) })
            }
            (SourceContent::Tables(grids), _) => {
                let (first, grids) = wanted_tables(grids, options.choices.sheet.as_deref());
                let read = shape::read(grids, options).map(|reading| ReadFile::of_table(reading, options));
                read.map(|read| ReadFile { table: read.table.map(|table| table + first), ..read })
            }
            (SourceContent::Diagrams(text), _) => mermaid::read_diagram_of_page(text, options)
                .map(|read| ReadFile { stages: read.sections, ..ReadFile::of_map(read.imported) }),
            (SourceContent::WholeMap(text), _) => json::read(text, options).map(ReadFile::of_map),
        };
        let add_to = |others: &mut Vec<Remark>| {
            others.splice(0..0, remarks.iter().cloned());
            others.sort_by_key(|remark| remark.line);
        };
        match read {
            Ok(read) if read.imported.map.len() > TOUCHPOINT_LIMIT => {
                let text = options.lang.import_too_many_touchpoints(read.imported.map.len(), TOUCHPOINT_LIMIT);
                Err(vec![Remark::of_all(text)].into())
            }
            Ok(mut read) => {
                read.imported.remarks.extend(unknown_stages(&read, options));
                add_to(&mut read.imported.remarks);
                read.is_certain &= remarks.is_empty();
                Ok(read)
            }
            Err(mut failure) => {
                add_to(&mut failure.remarks);
                Err(failure)
            }
        }
    }

    /// Returns the position of the table with a name, or else with a number from 1.
    pub fn position_of_table(&self, wanted: &str) -> Option<usize> {
        match &self.source.content {
            SourceContent::Tables(grids) => source::position_of_table(grids, wanted),
            SourceContent::Diagrams(_) | SourceContent::WholeMap(_) => None,
        }
    }

    /// Returns the names of the tables, in their order; of one without a name, none.
    pub fn tables(&self) -> Vec<Option<&str>> {
        match &self.source.content {
            SourceContent::Tables(grids) => grids.iter().map(|grid| grid.name.as_deref()).collect(),
            SourceContent::Diagrams(_) | SourceContent::WholeMap(_) => Vec::new(),
        }
    }

    /// Returns true if tables in this format may have no headings.
    pub fn may_lack_headings(&self) -> bool {
        match self.source.format {
            SourceFormat::Csv | SourceFormat::Tsv | SourceFormat::Xlsx | SourceFormat::Ods => true,
            SourceFormat::Json
            | SourceFormat::JsonLines
            | SourceFormat::Markdown
            | SourceFormat::List
            | SourceFormat::Mermaid => false,
        }
    }

    /// Returns the columns of the chosen table, for the user to say what they are, and whether its first row holds the
    /// headings.
    pub(crate) fn columns(&self, options: &ImportOptions) -> (Vec<ColumnReading>, bool) {
        match &self.source.content {
            SourceContent::Tables(grids) => {
                shape::columns(wanted_tables(grids, options.choices.sheet.as_deref()).1, options)
            }
            SourceContent::Diagrams(_) | SourceContent::WholeMap(_) => (Vec::new(), true),
        }
    }

    /// Returns the titles of the journey diagrams, in their order; of one without a title, none.
    pub fn diagrams(&self) -> Vec<Option<String>> {
        match &self.source.content {
            SourceContent::Diagrams(text) => mermaid::titles_on_page(text),
            SourceContent::Tables(_) | SourceContent::WholeMap(_) => Vec::new(),
        }
    }
}

/// Warns of stages with a phase from the user that the file does not have.
fn unknown_stages(read: &ReadFile, options: &ImportOptions) -> Option<Remark> {
    let choices = options.choices;
    if choices.purpose.is_preview() {
        return None;
    }
    let is_known = |name: &str| read.stages.iter().any(|stage| is_same_name(&stage.name, name));
    let unknown = choices.phases.iter().map(|(name, _)| name).filter(|name| !is_known(name));
    let names = listed(unknown.map(|name| options.lang.quoted(&quoted(name))));
    (!names.is_empty()).then(|| Remark::of_all(options.lang.import_no_such_stages(&names)))
}

/// Returns the table with a name or a number, or all tables; in front, the position of the first of them.
fn wanted_tables<'a>(grids: &'a [Grid], wanted: Option<&str>) -> (usize, &'a [Grid]) {
    let found = wanted.and_then(|wanted| source::position_of_table(grids, wanted));
    found.map_or((0, grids), |nth| (nth, &grids[nth..=nth]))
}

/// Returns true if tables are an inventory as we write it in JSON.
fn is_own_json(format: SourceFormat, grids: &[Grid]) -> bool {
    let is_json = matches!(format, SourceFormat::Json | SourceFormat::JsonLines);
    let headings = grids.first().and_then(|grid| grid.rows.first()).map(|row| row.cells.iter().collect::<Vec<_>>());
    is_json && headings.is_some_and(|headings| json::is_inventory(&headings))
}

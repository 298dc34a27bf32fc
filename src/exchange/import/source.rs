//! Reads the bytes of any file: the tables in it, or its journey diagrams.

mod archive;
mod by_stage;
mod cell_text;
mod chat;
pub(crate) mod delimited;
mod detect;
pub mod encoding;
mod entities;
mod format;
mod inline;
mod json;
mod json_rows;
mod json_text;
pub(crate) mod list;
mod list_attributes;
mod list_levels;
mod markdown;
mod ods;
mod outline;
mod own_page;
mod related;
mod sheet_builder;
mod stacked;
mod table_builder;
mod xlsx;

use super::grid::Grid;
use super::quote::{listed, quoted};
use super::shape::choices::Purpose;
use super::vocabulary::Vocabulary;
use super::{ImportFailure, Remark};
use crate::exchange::FormulaGuard;
use crate::lang::Lang;
use crate::map::text::is_same_name;
use archive::{Sheet, WorkbookKind};
use list::ListKind;

pub use format::SourceFormat;

pub(crate) use detect::format_of_text;

/// What the reader takes besides the bytes.
#[derive(Clone, Copy)]
pub struct SourceOptions<'a> {
    /// The words of the user's language.
    pub lang: &'a Lang,
    /// The format that the user chose or that the file's name has; none to find it by the content.
    pub format: Option<SourceFormat>,
    /// The name of the only table that is wanted: a sheet, or the heading above a table.
    pub sheet: Option<&'a str>,
    /// Whether the `'` in front of formulas is removed from the cells of csv.
    pub guard: FormulaGuard,
    /// In the preview, hidden sheets can be chosen, and no option is named.
    pub purpose: Purpose,
}

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The format in which the file was read; by its content, if that contradicts its name.
    pub format: SourceFormat,
    pub content: SourceContent,
    /// What was assumed or left out, in the user's language.
    pub remarks: Vec<Remark>,
}

/// What a file contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceContent {
    /// At least one table, each with at least one row.
    Tables(Vec<Grid>),
    /// A text with at least one journey diagram, for [`read_page`](crate::exchange::mermaid::read_page).
    Diagrams(String),
    /// A whole map as JSON, for [`json::read`](super::json::read).
    WholeMap(String),
}

/// Reads a file, or returns why it cannot be read.
pub fn read(bytes: &[u8], options: &SourceOptions) -> Result<Source, ImportFailure> {
    let mut remarks = Vec::new();
    let (format, content) = if archive::is_binary_workbook(bytes) {
        read_workbook(bytes, options, &mut remarks)?
    } else {
        let fault = |error: encoding::DecodeError| vec![Remark::of_all(error.message(options.lang))];
        let decoded = encoding::decode(bytes).map_err(fault)?;
        remarks.extend(decoded.guess.map(|guess| guess.remark(options.lang)));
        read_text(&decoded.text, options, &mut remarks)?
    };
    if let Some(claimed) = options.format.filter(|claimed| !format.is_kind_of(*claimed)) {
        remarks.insert(0, Remark::of_all(options.lang.source_other_format(claimed.name(), format.name())));
    }
    let content = match content {
        SourceContent::Tables(tables) => SourceContent::Tables(wanted_tables(tables, options)?),
        SourceContent::Diagrams(_) | SourceContent::WholeMap(_) => content,
    };
    Ok(Source { format, content, remarks })
}

type Read = Result<(SourceFormat, SourceContent), ImportFailure>;

/// Reads the sheets of a workbook. Hidden sheets are left out unless one is asked for by its name.
fn read_workbook(bytes: &[u8], options: &SourceOptions, remarks: &mut Vec<Remark>) -> Read {
    let lang = options.lang;
    let fault = |fault: archive::WorkbookFault| ImportFailure::from(vec![Remark::of_all(fault.message(lang))]);
    let (format, sheets) = match archive::check(bytes).map_err(fault)? {
        WorkbookKind::Xlsx => (SourceFormat::Xlsx, xlsx::read(bytes)),
        WorkbookKind::Ods => (SourceFormat::Ods, ods::read(bytes)),
    };
    let sheets: Vec<Sheet> = sheets.map_err(fault)?.into_iter().filter(|sheet| !sheet.grid.rows.is_empty()).collect();
    let shows_all = options.sheet.is_some() || sheets.iter().all(|sheet| sheet.is_hidden);
    let (mut kept, hidden): (Vec<Sheet>, Vec<Sheet>) =
        sheets.into_iter().partition(|sheet| shows_all || !sheet.is_hidden);
    if !hidden.is_empty() {
        let names = names(hidden.iter().map(|sheet| &sheet.grid), lang);
        remarks.push(Remark::of_all(match options.purpose {
            Purpose::Map | Purpose::Counts => lang.source_hidden_sheets(&names),
            Purpose::Preview | Purpose::CountPreview => {
                lang.source_hidden_sheets_to_choose(&names, &lang.import_table())
            }
        }));
        kept.extend(hidden.into_iter().filter(|_| options.purpose.is_preview()));
    }
    Ok((format, SourceContent::Tables(parted(kept.into_iter().map(|sheet| sheet.grid).collect(), options, remarks))))
}

/// Reads a text in the format of its name; by its content, if there is none or if the content clearly is something else.
fn read_text(text: &str, options: &SourceOptions, remarks: &mut Vec<Remark>) -> Read {
    if detect::is_markup(text) && !detect::has_journey(text) {
        return Err(vec![Remark::of_all(options.lang.source_web_page())].into());
    }
    let is_named_json = matches!(options.format, Some(SourceFormat::Json | SourceFormat::JsonLines));
    if is_named_json && detect::is_json_scalar(text) {
        return Err(vec![Remark::of_all(options.lang.source_no_json_table())].into());
    }
    let by_content = || format_of_text(text, options.lang);
    let format = match options.format {
        // A file of text may hold anything.
        None | Some(SourceFormat::Xlsx | SourceFormat::Ods | SourceFormat::List) => by_content(),
        Some(SourceFormat::Markdown) if detect::is_json(text) => SourceFormat::Json,
        Some(named @ (SourceFormat::Csv | SourceFormat::Tsv)) => match by_content() {
            found @ (SourceFormat::Json | SourceFormat::Markdown | SourceFormat::Mermaid) => found,
            SourceFormat::Csv
            | SourceFormat::Tsv
            | SourceFormat::Xlsx
            | SourceFormat::Ods
            | SourceFormat::JsonLines
            | SourceFormat::List => named,
        },
        // A page may be nothing but a diagram, without a fence around it.
        Some(SourceFormat::Markdown) if by_content() == SourceFormat::Mermaid => SourceFormat::Mermaid,
        Some(SourceFormat::Json | SourceFormat::JsonLines) if !text.trim_start().starts_with(['{', '[']) => {
            by_content()
        }
        Some(format) => format,
    };
    let content = match format {
        SourceFormat::Csv | SourceFormat::Tsv => {
            let mut table = delimited::read(text, options, remarks)?;
            remarks.extend(entities::decode(&mut table, options.lang));
            SourceContent::Tables(parted(vec![table], options, remarks))
        }
        SourceFormat::Json | SourceFormat::JsonLines => json::read(text, options.lang, remarks)?,
        SourceFormat::Mermaid => SourceContent::Diagrams(text.to_owned()),
        SourceFormat::Markdown => page(text, options, remarks)?,
        SourceFormat::List | SourceFormat::Xlsx | SourceFormat::Ods => {
            SourceContent::Tables(vec![list::read_messages(text, ListKind::Lines, options.lang, remarks)])
        }
    };
    Ok((format, content))
}

/// Reads a page: its journey diagrams, else its tables, else its lists.
fn page(text: &str, options: &SourceOptions, remarks: &mut Vec<Remark>) -> Result<SourceContent, ImportFailure> {
    let tables = markdown::tables(text);
    if options.sheet.is_none() && detect::has_journey(text) {
        if !tables.is_empty() {
            remarks.push(Remark::of_all(match options.purpose {
                Purpose::Map | Purpose::Counts => options.lang.source_tables_beside_diagram(tables.len()),
                Purpose::Preview | Purpose::CountPreview => options.lang.source_tables_to_part(tables.len()),
            }));
        }
        return Ok(SourceContent::Diagrams(text.to_owned()));
    }
    if let Some(table) = own_page::read(text, options.lang, remarks) {
        return Ok(SourceContent::Tables(vec![table]));
    }
    if !tables.is_empty() {
        remarks.extend(list::unread_items(text, options.lang));
    }
    let tables = match tables.is_empty() {
        true => vec![list::read_messages(text, ListKind::Page, options.lang, remarks)],
        false if options.sheet.is_some() => tables,
        false => by_stage::joined(tables, options.lang, remarks),
    };
    if tables.iter().all(|table| table.rows.is_empty()) && !text.trim().is_empty() {
        return Err(vec![Remark::of_all(options.lang.source_nothing_on_page())].into());
    }
    Ok(SourceContent::Tables(tables))
}

/// Parts sheets that hold several tables, and joins those that are named after stages, unless one of them is wanted.
fn parted(sheets: Vec<Grid>, options: &SourceOptions, remarks: &mut Vec<Remark>) -> Vec<Grid> {
    let words = Vocabulary::new(options.lang);
    let tables = sheets.into_iter().flat_map(|sheet| stacked::parted(sheet, &words)).collect();
    if options.sheet.is_some() { tables } else { by_stage::joined(tables, options.lang, remarks) }
}

/// Returns the tables with rows, or only the one with the wanted name.
fn wanted_tables(tables: Vec<Grid>, options: &SourceOptions) -> Result<Vec<Grid>, ImportFailure> {
    let mut tables: Vec<Grid> = tables.into_iter().filter(|grid| !grid.rows.is_empty()).collect();
    if tables.is_empty() {
        return Err(vec![Remark::of_all(options.lang.import_empty())].into());
    }
    if let Some(wanted) = options.sheet {
        let Some(position) = position_of_table(&tables, wanted) else {
            let text = options.lang.source_no_such_sheet(&quoted(wanted), &names(tables.iter(), options.lang));
            return Err(vec![Remark::of_all(text)].into());
        };
        tables = vec![tables.swap_remove(position)];
    }
    Ok(tables)
}

/// Returns the position of the table with a name; else that of the table with a number, from 1.
pub(crate) fn position_of_table(tables: &[Grid], wanted: &str) -> Option<usize> {
    let is_wanted = |grid: &Grid| grid.name.as_deref().is_some_and(|name| is_same_name(name, wanted));
    let by_number = || wanted.trim().parse::<usize>().ok()?.checked_sub(1).filter(|&nth| nth < tables.len());
    tables.iter().position(is_wanted).or_else(by_number)
}

/// Returns the names of tables as a list; one without a name has its number.
fn names<'a>(tables: impl Iterator<Item = &'a Grid>, lang: &Lang) -> String {
    listed(tables.enumerate().map(|(nth, grid)| match &grid.name {
        Some(name) => lang.quoted(&quoted(name)),
        None => lang.quoted(&(nth + 1).to_string()),
    }))
}

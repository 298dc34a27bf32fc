//! The function types of exporters, with what they take, what they return and how they fail.

use super::check_item::CheckItem;
use super::inventory::InventoryRow;
use super::measure::MeasurementReport;
use super::table_style::{TableOptions, TableStyle};
use super::terminal_text::ColourMode;
use crate::lang::Lang;
use crate::map::{Difference, Funnel, JourneyMap, WhatIfOutcome, WhatIfStep};

/// Writes one map as a document.
pub type RenderDocument = fn(&DocumentSource) -> Result<Exported, ExportError>;
/// Writes the funnel of a map.
pub type RenderFunnel = fn(&FunnelReport, &TextLayout) -> Result<Vec<u8>, ExportError>;
/// Writes the touchpoints of a map, ranked by priority.
pub type RenderPriorities = fn(&JourneyMap, &Funnel, &TextLayout) -> Result<Vec<u8>, ExportError>;
/// Writes the differences between two maps.
pub type RenderDifferences = fn(&[Difference], &TextLayout) -> Result<Vec<u8>, ExportError>;
/// Writes what a table of counts changes in a map.
pub type RenderMeasurement = fn(&MeasurementReport, &TextLayout) -> Result<Vec<u8>, ExportError>;
/// Begins a report of the findings of any number of files.
pub type RenderFindings = for<'a> fn(TextLayout<'a>) -> Box<dyn FindingsReport + 'a>;

/// A report of findings. It returns the text of each item at once and keeps none, however many there are.
pub trait FindingsReport {
    /// Returns the text of an item.
    fn item(&mut self, item: &CheckItem) -> Result<Vec<u8>, ExportError>;
    /// Returns the text after the last item.
    fn end(&mut self) -> Vec<u8>;
}

/// Writes the rows of an inventory.
#[derive(Clone, Copy, Debug)]
pub enum InventoryRenderer {
    /// Writes map by map and keeps nothing, however many maps there are.
    Streamed(StreamedInventory),
    /// Needs all rows at once, because the first line depends on the last.
    Buffered(BufferedInventory),
}

/// An inventory format that is written map by map.
#[derive(Clone, Copy, Debug)]
pub struct StreamedInventory {
    /// Returns the text before all rows.
    pub head: fn(&TableStyle) -> Result<Vec<u8>, ExportError>,
    /// Returns the rows of one map, of which there is at least one.
    pub rows: fn(&[InventoryRow], &TableStyle) -> Result<Vec<u8>, ExportError>,
    /// The text between the rows of two maps.
    pub between: &'static str,
    /// The text after all rows.
    pub tail: &'static str,
}

/// An inventory format that is written after all maps are read.
#[derive(Clone, Copy, Debug)]
pub struct BufferedInventory {
    /// Writes all rows, in the reader's language.
    pub render: fn(&[InventoryRow], &Lang) -> Result<Exported, ExportError>,
    /// True if the format is text, which a terminal can show.
    pub is_text: bool,
}

/// A map that is written as a document.
#[derive(Clone, Copy)]
pub struct DocumentSource<'a> {
    pub map: &'a JourneyMap,
    /// The index of the step where its funnel begins; 0 is the first one.
    pub begin: usize,
    /// The file of the map, as the reader calls it, or [`STREAM`](super::inventory::STREAM).
    pub file: &'a str,
    /// The words of the reader's language.
    pub lang: &'a Lang,
    /// How tables are written, in formats that are tables of text.
    pub table: TableOptions,
}

/// A finished document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    pub bytes: Vec<u8>,
    /// What the format has no place for, one sentence each, in the reader's language.
    pub omissions: Vec<String>,
}

/// A map with its funnel, and the funnel under other conversions.
#[derive(Clone, Copy, Debug)]
pub struct FunnelReport<'a> {
    pub map: &'a JourneyMap,
    pub funnel: &'a Funnel,
    /// The supposed conversions and their outcome.
    pub what_if: Option<(&'a [WhatIfStep], &'a WhatIfOutcome)>,
}

/// How text for people is laid out.
#[derive(Clone, Copy)]
pub struct TextLayout<'a> {
    /// The words of the reader's language.
    pub lang: &'a Lang,
    /// The width of a line, in terminal cells.
    pub width: usize,
    pub colour: ColourMode,
}

/// Why an export failed.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The format holds at most `most` touchpoints.
    #[error("{rows} rows, more than {most}")]
    TooManyRows { rows: usize, most: usize },
    /// The library that writes the format failed: a defect of the program.
    #[error("{0}")]
    Library(Box<dyn std::error::Error + Send + Sync>),
}

impl ExportError {
    /// Wraps an error of a library.
    pub(super) fn library(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> ExportError {
        ExportError::Library(error.into())
    }
}

//! Maps turned into other formats: pure text and bytes, which the caller puts where they belong.

pub mod bar;
pub mod csv;
pub mod differences;
pub mod drawing;
pub mod findings;
pub mod funnel_json;
pub mod funnel_text;
pub mod guard;
pub mod import;
pub mod ink;
pub mod inventory;
pub mod inventory_markdown;
pub mod inventory_xlsx;
pub mod json;
pub mod map_json;
pub mod markdown;
pub mod mermaid;
pub mod page;
pub mod priorities_json;
pub mod priorities_text;
pub mod totals;

mod counts_text;
mod heading;
mod plain;
mod poster;
mod table;
mod what_if_text;

use std::ffi::OsStr;

use findings::Reported;
use import::ReadMap;
use inventory::Row;

use crate::lang::Lang;
use crate::map::{Difference, Funnel, JourneyMap, Outcome, Supposed};
use ink::Ink;

/// A format that a command writes or reads, `R` being the function that does it.
#[derive(Clone, Copy, Debug)]
pub struct Format<R: 'static> {
    /// The format's name on the command line.
    pub name: &'static str,
    /// How names of its files end, without the point.
    pub extension: &'static str,
    /// Other endings that names of its files have.
    pub other_endings: &'static [&'static str],
    /// What it is good for, in the English of the command line's help.
    pub about: &'static str,
    /// Whether text that a spreadsheet would compute is marked as text in it, see [`guard`].
    pub has_guard: bool,
    /// Whether it is a diagram of one map, with sections that stand for phases.
    pub has_sections: bool,
    /// The function that writes or reads it.
    pub render: R,
}

impl<R> Format<R> {
    const fn new(name: &'static str, extension: &'static str, render: R) -> Format<R> {
        Format { name, extension, other_endings: &[], about: "", has_guard: false, has_sections: false, render }
    }

    /// How names of its files may end, the usual ending first.
    pub fn endings(&self) -> impl Iterator<Item = &'static str> {
        [self.extension].into_iter().chain(self.other_endings.iter().copied())
    }

    /// The first of these formats whose files have names with this ending, in whatever case.
    pub fn of_ending<'a>(formats: &'a [Format<R>], ending: &OsStr) -> Option<&'a Format<R>> {
        formats.iter().find(|format| format.endings().any(|each| ending.eq_ignore_ascii_case(each)))
    }
}

/// A map with its funnel, and what that would be with other conversions.
#[derive(Clone, Copy, Debug)]
pub struct FunnelOf<'a> {
    pub map: &'a JourneyMap,
    pub funnel: &'a Funnel,
    /// The conversions that are supposed, and what they lead to.
    pub what_if: Option<(&'a [Supposed], &'a Outcome)>,
}

/// Writes the funnel of a map.
pub type RenderFunnel = fn(&FunnelOf, &Layout) -> Result<Vec<u8>, ExportError>;
/// Writes the touchpoints of a map as they are ranked.
pub type RenderPriorities = fn(&JourneyMap, &Layout) -> Result<Vec<u8>, ExportError>;
/// Writes the differences of two maps.
pub type RenderDifferences = fn(&[Difference], &Layout) -> Result<Vec<u8>, ExportError>;
/// Writes what is found in maps.
pub type RenderFindings = fn(&[Reported], &Layout) -> Result<Vec<u8>, ExportError>;
/// Writes the rows of an inventory.
#[derive(Clone, Copy, Debug)]
pub enum RenderInventory {
    /// Map by map: what is written is forgotten, however many maps there are.
    Pieces(Pieces),
    /// All rows at once, because the first line depends on the last.
    Whole(Whole),
}

/// A format of an inventory that is written map by map.
#[derive(Clone, Copy, Debug)]
pub struct Pieces {
    /// What stands before all rows.
    pub head: fn() -> Result<Vec<u8>, ExportError>,
    /// The rows of one map, of which there is at least one.
    pub rows: fn(&[Row], &Cells) -> Result<Vec<u8>, ExportError>,
    /// What stands between the rows of two maps.
    pub between: &'static str,
    /// What stands behind all rows.
    pub tail: &'static str,
}

/// A format of an inventory that is written when all maps are read.
#[derive(Clone, Copy, Debug)]
pub struct Whole {
    /// All rows, in the reader's language.
    pub render: fn(&[Row], &Lang) -> Result<Export, ExportError>,
    /// Whether a terminal can show it.
    pub is_text: bool,
}

/// A map that is written as a document.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub map: &'a JourneyMap,
    /// The file that the map came from, as its reader calls it, or [`STREAM`](inventory::STREAM).
    pub file: &'a str,
    /// The words of the reader's language.
    pub lang: &'a Lang,
    /// How its texts are written where a spreadsheet will read them.
    pub cells: Cells,
}

/// A document, with what its format has no place for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Export {
    pub bytes: Vec<u8>,
    /// What of the map is not in the document, one sentence each, in the reader's language.
    pub lost: Vec<String>,
}

/// Writes one map as a document.
pub type RenderDocument = fn(&Subject) -> Result<Export, ExportError>;

/// How a text for readers is laid out.
#[derive(Clone, Copy)]
pub struct Layout<'a> {
    /// The words of the reader's language.
    pub lang: &'a Lang,
    /// The cells that a line may take.
    pub width: usize,
    /// Whether the text is coloured.
    pub ink: Ink,
}

/// How cells of an inventory are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cells {
    /// Whether text that a spreadsheet would compute is marked as text, see [`guard`].
    pub guarded: bool,
}

// The tables of formats, the usual one of each command first; a new format is a row here and a file beside.

/// The formats of the funnel of one map.
pub const FUNNELS: &[Format<RenderFunnel>] = &[
    Format { about: "a table with bars, to be read", ..Format::new("text", "txt", funnel_text::render) },
    Format { about: "every number of the funnel, for programs", ..Format::new("json", "json", funnel_json::render) },
];

/// The formats of the touchpoints of one map, ranked by how urgent they are.
pub const PRIORITIES: &[Format<RenderPriorities>] = &[
    Format { about: "a list with reasons, to be read", ..Format::new("text", "txt", priorities_text::render) },
    Format {
        about: "a list of objects, one a touchpoint, for programs",
        ..Format::new("json", "json", priorities_json::render)
    },
];

/// The formats of what differs between two maps.
pub const DIFFERENCES: &[Format<RenderDifferences>] = &[
    Format { about: "one line a difference, to be read", ..Format::new("text", "txt", differences::text) },
    Format {
        about: "a list of objects, one a field that differs, for programs",
        ..Format::new("json", "json", differences::json)
    },
];

/// The formats of what the review finds in any number of maps.
pub const FINDINGS: &[Format<RenderFindings>] = &[
    Format {
        about: "one line a finding, to be read, each with its place for an editor to go to",
        ..Format::new("text", "txt", findings::text)
    },
    Format { about: "a list of objects, one a finding, for programs", ..Format::new("json", "json", findings::json) },
];

/// The formats of one row for each touchpoint of any number of maps.
pub const INVENTORIES: &[Format<RenderInventory>] = &[
    Format {
        has_guard: true,
        about: "comma-separated values, for spreadsheets",
        ..Format::new("csv", "csv", RenderInventory::Pieces(csv::COMMAS))
    },
    Format {
        other_endings: &["tab"],
        has_guard: true,
        about: "tab-separated values, quoted as in csv",
        ..Format::new("tsv", "tsv", RenderInventory::Pieces(csv::TABS))
    },
    Format {
        about: "a workbook for Excel and others, with a sheet of totals, in the language of --lang",
        ..Format::new("xlsx", "xlsx", RenderInventory::Whole(Whole { render: inventory_xlsx::render, is_text: false }))
    },
    Format {
        other_endings: &["markdown"],
        about: "a table for wikis, without columns that nothing stands in, in the language of --lang",
        ..Format::new(
            "markdown",
            "md",
            RenderInventory::Whole(Whole { render: inventory_markdown::render, is_text: true }),
        )
    },
    Format {
        about: "a list of objects, for programs",
        ..Format::new("json", "json", RenderInventory::Pieces(json::LIST))
    },
    Format {
        other_endings: &["ndjson"],
        about: "an object a line, for databases",
        ..Format::new("jsonl", "jsonl", RenderInventory::Pieces(json::LINES))
    },
];

/// The formats of one map as a document.
pub const DOCUMENTS: &[Format<RenderDocument>] = &[
    Format {
        other_endings: &["htm"],
        about: "one page with everything, to be read, printed and handed on",
        ..Format::new("html", "html", page::render)
    },
    Format {
        other_endings: &["markdown"],
        about: "a page of headings, tables and the funnel as text, for wikis",
        ..Format::new("markdown", "md", markdown::document)
    },
    Format {
        about: "a poster for slides: cards, funnel and emotion curve",
        ..Format::new("svg", "svg", poster::document)
    },
    Format {
        other_endings: &["mermaid"],
        about: "a journey diagram of Mermaid's, for wikis and repositories",
        ..Format::new("mermaid", "mmd", mermaid::document)
    },
    Format { about: "the map, whole, for programs", ..Format::new("json", "json", map_json::document) },
    Format {
        has_guard: true,
        about: "its touchpoints as comma-separated values, for spreadsheets",
        ..Format::new("csv", "csv", csv::document)
    },
    Format {
        about: "its touchpoints and their totals as an Excel workbook",
        ..Format::new("xlsx", "xlsx", inventory_xlsx::document)
    },
];

/// The formats from which a map is read; `render` reads it.
pub const IMPORTS: &[Format<ReadMap>] = &[
    Format {
        has_guard: true,
        about: "an inventory in csv, also edited in a spreadsheet",
        ..Format::new("csv", "csv", import::csv::read)
    },
    Format {
        other_endings: &["tab"],
        has_guard: true,
        about: "the same, separated by tabs",
        ..Format::new("tsv", "tsv", import::csv::read)
    },
    Format {
        about: "a whole map as export writes it, or an inventory",
        ..Format::new("json", "json", import::json::read)
    },
    Format {
        other_endings: &["ndjson"],
        about: "an inventory, one object a line",
        ..Format::new("jsonl", "jsonl", import::json::read)
    },
    Format {
        other_endings: &["mermaid"],
        has_sections: true,
        about: "a journey diagram of Mermaid's",
        ..Format::new("mermaid", "mmd", mermaid::read)
    },
    Format {
        other_endings: &["markdown"],
        has_sections: true,
        about: "the first journey diagram of a page",
        ..Format::new("markdown", "md", mermaid::read_page)
    },
];

/// Why maps could not be written in a format.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The format holds at most that many touchpoints.
    #[error("{rows} rows, more than {most}")]
    TooManyRows { rows: usize, most: usize },
    /// The library of the format refused: a defect of the program.
    #[error("{0}")]
    Refused(Box<dyn std::error::Error + Send + Sync>),
}

impl ExportError {
    fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> ExportError {
        ExportError::Refused(error.into())
    }
}

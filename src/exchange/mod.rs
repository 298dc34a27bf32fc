//! Maps turned into other formats: pure text and bytes, which the caller puts where they belong.

pub mod bar;
pub mod csv;
pub mod differences;
pub mod findings;
pub mod funnel_json;
pub mod funnel_text;
pub mod guard;
pub mod ink;
pub mod inventory;
pub mod json;
pub mod priorities_json;
pub mod priorities_text;

mod counts_text;
mod heading;
mod table;
mod what_if_text;

use findings::Reported;
use inventory::Row;

use crate::lang::Lang;
use crate::map::{Difference, Funnel, JourneyMap, Outcome, Supposed};
use ink::Ink;

/// A format that maps are written in, by one of the commands.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The format's name on the command line.
    pub name: &'static str,
    /// How names of its files end, without the point.
    pub extension: &'static str,
    /// What it is good for, in the English of the command line's help.
    pub about: &'static str,
    /// What it shows of maps, and how.
    pub render: Render,
}

/// What a format shows, with the function that writes it.
#[derive(Clone, Copy, Debug)]
pub enum Render {
    /// The funnel of one map.
    Funnel(RenderFunnel),
    /// The touchpoints of one map, ranked by how urgent they are.
    Priorities(RenderPriorities),
    /// What differs between two maps.
    Differences(RenderDifferences),
    /// One row for each touchpoint of any number of maps.
    Inventory(RenderInventory),
    /// What the review finds in any number of maps.
    Findings(RenderFindings),
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
pub type RenderInventory = fn(&[Row], &Cells) -> Result<Vec<u8>, ExportError>;

impl Format {
    /// The format's way of writing a funnel, if it has one.
    pub fn funnel(&self) -> Option<RenderFunnel> {
        match self.render {
            Render::Funnel(render) => Some(render),
            Render::Priorities(_) | Render::Differences(_) | Render::Inventory(_) | Render::Findings(_) => None,
        }
    }

    /// The format's way of writing priorities, if it has one.
    pub fn priorities(&self) -> Option<RenderPriorities> {
        match self.render {
            Render::Priorities(render) => Some(render),
            Render::Funnel(_) | Render::Differences(_) | Render::Inventory(_) | Render::Findings(_) => None,
        }
    }

    /// The format's way of writing differences, if it has one.
    pub fn differences(&self) -> Option<RenderDifferences> {
        match self.render {
            Render::Differences(render) => Some(render),
            Render::Funnel(_) | Render::Priorities(_) | Render::Inventory(_) | Render::Findings(_) => None,
        }
    }

    /// The format's way of writing an inventory, if it has one.
    pub fn inventory(&self) -> Option<RenderInventory> {
        match self.render {
            Render::Inventory(render) => Some(render),
            Render::Funnel(_) | Render::Priorities(_) | Render::Differences(_) | Render::Findings(_) => None,
        }
    }

    /// The format's way of writing findings, if it has one.
    pub fn findings(&self) -> Option<RenderFindings> {
        match self.render {
            Render::Findings(render) => Some(render),
            Render::Funnel(_) | Render::Priorities(_) | Render::Differences(_) | Render::Inventory(_) => None,
        }
    }
}

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

/// Every format, the usual one of each command first; a new format is a row here and a file beside.
pub const FORMATS: &[Format] = &[
    Format {
        name: "text",
        extension: "txt",
        about: "a table with bars, to be read",
        render: Render::Funnel(funnel_text::render),
    },
    Format {
        name: "json",
        extension: "json",
        about: "every number of the funnel, for programs",
        render: Render::Funnel(funnel_json::render),
    },
    Format {
        name: "text",
        extension: "txt",
        about: "a list with reasons, to be read",
        render: Render::Priorities(priorities_text::render),
    },
    Format {
        name: "json",
        extension: "json",
        about: "a list of objects, one a touchpoint, for programs",
        render: Render::Priorities(priorities_json::render),
    },
    Format {
        name: "text",
        extension: "txt",
        about: "one line a difference, to be read",
        render: Render::Differences(differences::text),
    },
    Format {
        name: "json",
        extension: "json",
        about: "a list of objects, one a field that differs, for programs",
        render: Render::Differences(differences::json),
    },
    Format {
        name: "text",
        extension: "txt",
        about: "one line a finding, to be read, each with its place for an editor to go to",
        render: Render::Findings(findings::text),
    },
    Format {
        name: "json",
        extension: "json",
        about: "a list of objects, one a finding, for programs",
        render: Render::Findings(findings::json),
    },
    Format {
        name: "csv",
        extension: "csv",
        about: "comma-separated values, for spreadsheets",
        render: Render::Inventory(csv::render),
    },
    Format {
        name: "json",
        extension: "json",
        about: "a list of objects, for programs",
        render: Render::Inventory(json::render),
    },
];

/// Why a map could not be written in a format.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ExportError(Box<dyn std::error::Error + Send + Sync>);

impl ExportError {
    fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> ExportError {
        ExportError(error.into())
    }
}

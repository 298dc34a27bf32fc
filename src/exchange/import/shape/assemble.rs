//! Makes a map of touchpoints that were not read row by row.

use crate::exchange::import::identity::KnownTouchpoints;
use crate::exchange::import::row::ReadRow;
use crate::exchange::import::table_map::Assembly;
use crate::exchange::import::{ImportOptions, Imported, Remark, Scope};
use crate::map::{Header, Line};

/// The touchpoints of a file, with what is known about the map.
pub(crate) struct Draft {
    pub rows: Vec<ReadRow>,
    pub unit: Option<Line>,
    pub period: Option<Line>,
    /// The keys of the fields that the file covers, besides the name.
    pub fields: Vec<&'static str>,
    /// True if the file says the phases.
    pub has_phases: bool,
    pub remarks: Vec<Remark>,
}

impl Draft {
    /// Returns a draft of touchpoints that have only names and phases.
    pub(crate) fn of(rows: Vec<ReadRow>, has_phases: bool) -> Draft {
        Draft { rows, unit: None, period: None, fields: Vec::new(), has_phases, remarks: Vec::new() }
    }

    /// Builds the map.
    pub(crate) fn build(self, options: &ImportOptions) -> Imported {
        let Draft { mut rows, unit, period, fields, has_phases, remarks } = self;
        let known = KnownTouchpoints::of(options.known);
        known.match_names(&mut rows, has_phases);
        let header_fields = [("unit", unit.is_some()), ("period", period.is_some())];
        let scope = Scope {
            header: header_fields.into_iter().filter(|(_, is_known)| *is_known).map(|(key, _)| key).collect(),
            touchpoint: [&["name"], fields.as_slice()].concat(),
            noted: Vec::new(),
            phase: has_phases,
            order: false,
            steps: false,
            ids: false,
            split_lists: true,
        };
        let header = Header { unit, period, ..Header::new(options.title.clone()) };
        Assembly { header, rows, scope, remarks, order_heading: String::new() }.build(&known, options)
    }
}

//! The counts of a file as the preview of the program shows them.

use super::count_table::CountTable;
use super::matching::match_rows;
use super::nearest::{MAX_ROWS_WITH_NAMES, NameIndex};
use crate::exchange::import::proposal::{Proposal, Rejected};
use crate::exchange::import::read_file::{FileContent, ReadFile};
use crate::exchange::import::shape::choices::{Choices, Purpose, Shape};
use crate::exchange::import::shape::role::Role;
use crate::exchange::import::{ImportOptions, Remark};
use crate::map::{JourneyMap, TouchpointId};

/// The most similar touchpoints of a row.
const MAX_NAMES: usize = 5;

/// The columns of a list that has nothing but counts.
const FIELDS: [&str; 9] = ["map", "file", "id", "touchpoint", "reach", "unit", "period", "evidence", "metric"];

/// The counts of a file, and the touchpoints of the open map that have similar names.
#[derive(Clone, Debug)]
pub struct CountReading {
    pub table: CountTable,
    /// The touchpoints with the most similar names, for each of the first rows.
    pub similar: Vec<Vec<TouchpointId>>,
}

impl CountReading {
    /// Reads the counts of a content that are put into a map. Refuses a content without counts.
    pub fn read(
        content: &FileContent,
        options: &ImportOptions,
        map: &JourneyMap,
    ) -> Result<(Proposal, CountReading), Rejected> {
        let choices = Choices { purpose: Purpose::CountPreview, ..options.choices.clone() };
        let options = ImportOptions { choices: &choices, known: &[], ..*options };
        let proposal = Proposal::of(content, &options, None)?;
        let table = CountTable::of(&proposal.read.imported);
        if table.rows.is_empty() {
            let fault = Remark::of_all(options.lang.import_no_counts());
            let ReadFile { columns, values, .. } = proposal.read;
            let has_headings = values.has_headings.unwrap_or(true);
            return Err(Rejected { failure: vec![fault].into(), columns, has_headings });
        }
        let index = NameIndex::of(map, |_| true);
        let rows = table.rows.iter().take(MAX_ROWS_WITH_NAMES);
        let similar = rows.map(|row| index.nearest(&row.name, MAX_NAMES).iter().map(|each| each.id).collect());
        let similar = similar.collect();
        Ok((proposal, CountReading { table, similar }))
    }

    /// Returns true if a row has a touchpoint of the map.
    pub fn fits(&self, map: &JourneyMap) -> bool {
        !match_rows(&self.table, map, &[], &[]).matches.is_empty()
    }
}

/// Returns true if a file has the reach of a touchpoint.
pub fn has_counts(read: &ReadFile) -> bool {
    read.imported.map.touchpoints().any(|(_, each)| each.reach.is_some())
}

/// Returns true if a file has nothing but counts of touchpoints: a list of touchpoints with other fields, or with their
/// phases, is rather a map.
pub fn is_table_of_counts(read: &ReadFile) -> bool {
    match read.shape {
        Some(Shape::Funnel | Shape::Events) => true,
        Some(Shape::Inventory | Shape::Cards) => {
            has_counts(read)
                && read.columns.iter().all(|column| match column.role {
                    Role::Field(name) => FIELDS.contains(&name),
                    Role::X | Role::Y | Role::Colour | Role::Tags => false,
                    Role::Date
                    | Role::Person
                    | Role::Activity
                    | Role::StepCounts
                    | Role::Computed
                    | Role::Money
                    | Role::Segment
                    | Role::Technical
                    | Role::Noted
                    | Role::LeftOut => true,
                })
        }
        Some(Shape::Board | Shape::Matrix) | None => false,
    }
}

//! Turns a table of touchpoints into a map.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use super::columns::Columns;
use super::grouping::GroupedCells;
use super::identity::KnownTouchpoints;
use super::odd_cells::OddCells;
use super::quote::{listed, quoted};
use super::row::{ReadRow, RowId, RowReader, are_emotions_of_five};
use super::shape::dates::{self, DateOrder};
use super::shape::reading::{LeftOutReason, LeftOutRow};
use super::shape::stages::{StagePhases, StageReading};
use super::shape::{text_fit, total};
use super::table::{RowCells, Table, TableRow};
use super::vocabulary::Vocabulary;
use super::{ImportFailure, ImportOptions, Imported, Remark, Scope, kept_fields, order, selection};
use crate::lang::Lang;
use crate::map::text::fold;
use crate::map::{Header, Phase, TouchpointId};

/// The most touchpoints without a phase of their own that are named.
const MAX_NAMES: usize = 5;

/// How the rows of a table are read.
pub(crate) struct TableReader<'a> {
    pub columns: &'a Columns<'a>,
    pub words: &'a Vocabulary<'a>,
    pub options: &'a ImportOptions<'a>,
    /// Adds to a touchpoint what stands in columns that are no fields.
    pub complete: &'a dyn Fn(&TableRow, &mut ReadRow),
}

/// A map that was read from a table, with the stages and the rows that were left out.
pub(crate) struct MapOfTable {
    pub imported: Imported,
    pub stages: Vec<StageReading>,
    pub left_out: Vec<LeftOutRow>,
}

/// The rows of a table as touchpoints, and what is reported about them.
struct TableRows {
    rows: Vec<ReadRow>,
    left_out: Vec<LeftOutRow>,
    filled_down: FilledDown,
    /// Those with no phase of their own and none above.
    without_stage: FilledDown,
}

impl TableReader<'_> {
    /// Reads a map from a table. Refuses only what has no touchpoint, or is of several maps.
    pub(crate) fn read(&self, table: &Table) -> Result<MapOfTable, ImportFailure> {
        let (lang, columns) = (self.options.lang, self.columns);
        let (mut remarks, mut faults) = (Vec::new(), Vec::new());
        let has_ids = columns.position("id").is_some() && !self.options.known.is_empty();
        if columns.position("touchpoint").is_none() && !has_ids && !table.headings.is_empty() {
            let fault = lang.import_no_name_column(&lang.column("touchpoint"));
            return Err(vec![Remark::of_all(fault)].into());
        }
        let filled: Vec<&TableRow> =
            table.rows.iter().filter(|row| (0..row.len()).any(|at| !row.is_blank(at))).collect();
        let selected = selection::select_rows(filled, columns, self.options, &mut faults);
        if !faults.is_empty() {
            faults.sort_by_key(|fault| fault.line);
            return Err(faults.into());
        }
        let header = self.header(&selected, &mut remarks);
        let purpose = self.options.choices.purpose;
        let has_names = columns.position("touchpoint").is_some();
        let is_phase_open = has_names && columns.position("phase").is_none() && self.options.choices.phase.is_none();
        let is_phase_told = !purpose.is_counting() && is_phase_open && !selected.is_empty();
        // A column in which no row has a text does not count as covered.
        let has_text = |column: &str| selected.iter().any(|row| !row.text(columns.position(column)).is_empty());
        let (has_title, is_empty) = (has_text("map"), selected.is_empty());
        let known = KnownTouchpoints::of(self.options.known);
        let stages = self.stages(&selected);
        let counts_emotions_from_one = self.counts_emotions_from_one(&selected);
        if counts_emotions_from_one {
            remarks.push(Remark::of_all(lang.import_emotions_of_five(&columns.heading("emotion"))));
        }
        let date_order = self.date_order(&selected, &mut remarks);
        let mut reader = RowReader {
            columns,
            words: self.words,
            lang,
            known: &known,
            is_counting: purpose.is_counting(),
            counts_emotions_from_one,
            date_order,
            grouped_cells: GroupedCells::default(),
            odd_cells: OddCells::default(),
            remarks,
        };
        let TableRows { mut rows, left_out, filled_down, without_stage } =
            self.rows(&selected, stages.as_ref(), &mut reader);
        let RowReader { grouped_cells, odd_cells, mut remarks, .. } = reader;
        remarks.extend(odd_cells.remarks(purpose, lang));
        remarks.extend(grouped_cells.remarks(columns, lang));
        let heading = columns.heading("phase");
        remarks.extend(filled_down.remark(|count, names| lang.import_filled_down(&heading, count, names), lang));
        let phase = lang.phase(self.options.choices.phase.unwrap_or(Phase::Before)).to_lowercase();
        remarks.extend(
            without_stage.remark(|count, names| lang.import_no_stage_above(&heading, count, &phase, names), lang),
        );
        remarks.extend(ForeignIds::of(&rows, table, columns).remark(columns, lang));
        known.match_names(&mut rows, columns.position("phase").is_some());
        // Rows of touchpoints that the map has stay in their phases.
        if is_phase_told && (known.is_empty() || rows.iter().any(|row| !matches!(row.id, RowId::Ours(_)))) {
            remarks.push(Remark::of_all(lang.import_no_phase_column(&lang.column("phase"))));
        }
        let split_lists = matches!(table.rows.first().map(|row| &row.cells), Some(RowCells::Texts(_)));
        let mut scope = columns.scope(split_lists);
        scope.header.retain(|&key| !is_empty && (has_title || key != "title"));
        let order = columns.heading("order").into_owned();
        let imported = Assembly { header, rows, scope, remarks, order_heading: order }.build(&known, self.options);
        Ok(MapOfTable { imported, stages: stages.map(|stages| stages.readings).unwrap_or_default(), left_out })
    }

    /// Reads the rows. One without a stage of its own has that of the row above.
    fn rows(&self, selected: &[&TableRow], stages: Option<&StagePhases>, reader: &mut RowReader<'_>) -> TableRows {
        let columns = self.columns;
        let (mut rows, mut left_out) = (Vec::with_capacity(selected.len()), Vec::new());
        let (mut filled_down, mut without_stage) = (FilledDown::default(), FilledDown::default());
        let mut stage_above = None;
        // Neighbouring rows often have the same stage, so it is not looked up again.
        let (mut last_stage, mut own_stage) = (Cow::Borrowed(""), None);
        for &row in selected {
            let stage = row.text(columns.position("phase"));
            if stage != last_stage {
                own_stage = stages.and_then(|stages| stages.get(&stage));
                last_stage.clone_from(&stage);
            }
            stage_above = own_stage.or(stage_above);
            let name = row.text(columns.position("touchpoint"));
            let is_known = name.is_empty() && reader.name_by_id(row).is_some();
            if let Some(reason) = self.reason_to_leave_out(row, &name, &stage).filter(|_| !is_known) {
                let text = if name.is_empty() { self.first_text(row) } else { name.into_owned() };
                left_out.push(LeftOutRow { line: row.line, text, reason });
                continue;
            }
            let phase = stage_above.map_or(self.options.choices.phase.unwrap_or(Phase::Before), |stage| stage.phase);
            let Some(mut read) = reader.read(row, phase) else { continue };
            read.is_phase_guessed = own_stage.is_none_or(|stage| stage.origin.is_guess());
            if own_stage.is_none() && columns.position("phase").is_some() {
                let list = if stage_above.is_some() { &mut filled_down } else { &mut without_stage };
                list.add(row.line, &name);
            }
            (self.complete)(row, &mut read);
            rows.push(read);
        }
        TableRows { rows, left_out, filled_down, without_stage }
    }

    /// Returns true if all emotions that are numbers are from 1 to 5, and some are not on our own scale. An inventory with
    /// ids has our own.
    fn counts_emotions_from_one(&self, rows: &[&TableRow]) -> bool {
        let Some(at) = self.columns.position("emotion") else { return false };
        let is_ours = self.columns.position("id").is_some();
        !is_ours && are_emotions_of_five(rows.iter().map(|row| row.display_text(at)))
    }

    /// Returns the order of day and month in the column of due dates. Adds a remark if no date shows which order it is.
    fn date_order(&self, rows: &[&TableRow], remarks: &mut Vec<Remark>) -> DateOrder {
        let Some(at) = self.columns.position("due") else { return DateOrder::DayFirst };
        let cells: Vec<_> = rows.iter().map(|row| row.text(Some(at))).filter(|cell| !cell.is_empty()).collect();
        let order = DateOrder::of(cells.iter().map(|cell| &**cell));
        let shows_order =
            |cell: &str| dates::date_in(order, cell).is_some() && !dates::is_ambiguous(cell) && !cell.contains('-');
        let first = cells.iter().find(|cell| dates::is_ambiguous(cell));
        if let Some(first) = first.filter(|_| !cells.iter().any(|cell| shows_order(cell))) {
            let heading = self.columns.heading("due");
            remarks.push(Remark::of_all(self.options.lang.import_day_first(&heading, &quoted(first))));
        }
        order
    }

    /// Finds the phases of the stages in the column of phases.
    fn stages(&self, rows: &[&TableRow]) -> Option<StagePhases> {
        let at = self.columns.position("phase")?;
        let names = rows.iter().map(|row| row.text(Some(at)));
        let names = names.filter(|name| !name.is_empty() && !total::is_total(name));
        Some(StagePhases::of(names, &self.options.choices.phases))
    }

    /// Returns why a row with this name of a touchpoint and this stage is none. A total has neither stage nor id.
    fn reason_to_leave_out(&self, row: &TableRow, name: &str, stage: &str) -> Option<LeftOutReason> {
        let has_id = || !row.text(self.columns.position("id")).is_empty();
        let is_sum = total::is_total(if name.is_empty() { stage } else { name });
        if is_sum && (name.is_empty() || stage.is_empty() || total::is_total(stage)) && !has_id() {
            return Some(LeftOutReason::Total);
        }
        name.is_empty().then_some(LeftOutReason::NoText)
    }

    fn first_text(&self, row: &TableRow) -> String {
        (0..row.len()).map(|at| row.text(Some(at))).find(|text| !text.is_empty()).unwrap_or_default().into_owned()
    }

    /// Reads title, unit and period of the map.
    fn header(&self, rows: &[&TableRow], remarks: &mut Vec<Remark>) -> Header {
        let (columns, lang) = (self.columns, self.options.lang);
        let mut first_text = |column: &str| {
            let at = columns.position(column)?;
            let texts = rows.iter().map(|row| (row.line, row.text(Some(at)))).filter(|(_, text)| !text.is_empty());
            let first = texts.clone().next()?;
            if column != "map" && texts.clone().any(|(_, text)| text != first.1) {
                let text = lang.import_several_values(&columns.heading(column), &quoted(&first.1));
                remarks.push(Remark::of_all(text));
            }
            Some(first.1.into_owned())
        };
        let [title, unit, period] = ["map", "unit", "period"].map(&mut first_text);
        let line = |text: Option<String>| text.and_then(|text| text_fit::line(&text)).map(|fitted| fitted.value);
        let title = title.and_then(|text| text_fit::name(&text)).map(|fitted| fitted.value);
        let title = title.unwrap_or_else(|| self.options.title.clone());
        Header { unit: line(unit), period: line(period), ..Header::new(title) }
    }
}

/// Rows that became touchpoints, and what the map is made of besides them.
pub(crate) struct Assembly {
    pub header: Header,
    /// The rows of all phases, in the order of the text.
    pub rows: Vec<ReadRow>,
    pub scope: Scope,
    pub remarks: Vec<Remark>,
    /// The heading of the column of order; empty if there is none.
    pub order_heading: String,
}

impl Assembly {
    /// Builds the map.
    pub(crate) fn build(self, known: &KnownTouchpoints, options: &ImportOptions) -> Imported {
        let Assembly { header, rows, mut scope, mut remarks, order_heading } = self;
        let has_our_ids = rows.iter().any(|row| matches!(row.id, RowId::Ours(_)));
        let is_own_export = rows.iter().any(|row| matches!(row.id, RowId::Ours(_)) && !row.is_named);
        if let Some(ours) = options.known.last().filter(|_| known.is_empty() || !is_own_export) {
            keep_header(&mut scope, &header, ours.header(), options.lang, &mut remarks);
        }
        let marked = kept_fields::without_column(&rows, &scope);
        scope.touchpoint.extend(&marked);
        let mut lengths = [0; 3];
        rows.iter().for_each(|row| lengths[row.phase.index()] += 1);
        let mut phases = lengths.map(Vec::<ReadRow>::with_capacity);
        let mut ids = HashSet::with_capacity(if has_our_ids { rows.len() } else { 0 });
        for mut row in rows {
            if row.touchpoint.id != TouchpointId::NONE && !ids.insert(row.touchpoint.id) {
                row.touchpoint.id = TouchpointId::NONE;
                let name = quoted(&row.touchpoint.name);
                remarks.push(Remark::at(row.line, options.lang.import_repeated_id(&name)));
            }
            kept_fields::keep(&mut row, known, &marked);
            phases[row.phase.index()].push(row);
        }
        for phase in Phase::ALL {
            let rows = &mut phases[phase.index()];
            if rows.iter().any(|row| row.position.is_some()) {
                rows.sort_by(|one, other| compare_positions(one.position, other.position));
            }
            order::sort_rows(rows, phase, &order_heading, options.lang, &mut remarks);
        }
        let ids = phases.iter().flatten().filter(|row| matches!(row.id, RowId::Ours(_))).map(|row| row.touchpoint.id);
        let written_ids = ids.filter(|&id| id != TouchpointId::NONE).collect();
        let is_foreign =
            |row: &ReadRow| matches!(row.id, RowId::Foreign | RowId::OtherMap) || !has_our_ids && !known.is_empty();
        let of_other_map = phases.iter().flatten().filter(|row| row.id == RowId::OtherMap);
        let of_other_map: HashSet<String> = of_other_map.map(|row| fold(&row.touchpoint.name)).collect();
        let foreign_rows = phases.each_ref().map(|rows| rows.iter().map(is_foreign).collect::<Vec<_>>());
        let touchpoints = phases.map(|rows| rows.into_iter().map(|row| Arc::from(row.touchpoint)).collect());
        let map = known.build_map(header, touchpoints, &of_other_map);
        let foreign = map
            .touchpoints()
            .filter(|(place, each)| foreign_rows[place.phase.index()][place.row] && known.get(each.id).is_none());
        let foreign = foreign.map(|(_, each)| each.id).collect();
        remarks.sort_by_key(|remark| remark.line);
        Imported { map, remarks, scope, foreign, removed: Vec::new(), written_ids }
    }
}

/// Keeps title, unit and period of a map that a text was not made from. A map without unit or period gets that of the text.
fn keep_header(scope: &mut Scope, header: &Header, ours: &Header, lang: &Lang, remarks: &mut Vec<Remark>) {
    scope.header.retain(|&key| key == "unit" && ours.unit.is_none() || key == "period" && ours.period.is_none());
    if let (Some(counted), Some(unit)) = (&header.unit, &ours.unit)
        && counted != unit
    {
        remarks.push(Remark::of_all(lang.import_other_unit(counted, unit)));
    }
}

/// Orders cards by columns from left to right, and inside a column from top to bottom.
fn compare_positions(one: Option<(f64, f64)>, other: Option<(f64, f64)>) -> std::cmp::Ordering {
    match (one, other) {
        (Some(one), Some(other)) => one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)),
        (one, other) => one.is_none().cmp(&other.is_none()),
    }
}

/// Rows whose phase does not stand in their own cell.
#[derive(Default)]
struct FilledDown {
    count: usize,
    first: usize,
    /// The first names of these touchpoints.
    names: Vec<String>,
}

impl FilledDown {
    fn add(&mut self, line: usize, name: &str) {
        self.first = if self.count == 0 { line } else { self.first };
        self.count += 1;
        if self.names.len() <= MAX_NAMES {
            self.names.push(quoted(name));
        }
    }

    fn remark(&self, message: impl Fn(usize, &str) -> String, lang: &Lang) -> Option<Remark> {
        let text = || {
            let shown = self.names.iter().take(MAX_NAMES).map(|name| lang.quoted(name));
            let more = (self.count > MAX_NAMES).then(|| "…".to_owned());
            message(self.count, &listed(shown.chain(more)))
        };
        (self.count > 0).then(|| Remark::at(self.first, text()))
    }
}

/// The ids in a table that are not ids of touchpoints: how many there are, and the first with its line.
#[derive(Default)]
struct ForeignIds {
    count: usize,
    first: Option<(usize, String)>,
}

impl ForeignIds {
    fn of(rows: &[ReadRow], table: &Table, columns: &Columns) -> ForeignIds {
        let count = rows.iter().filter(|row| matches!(row.id, RowId::Foreign | RowId::OtherMap)).count();
        let first = rows.iter().find(|row| matches!(row.id, RowId::Foreign | RowId::OtherMap)).and_then(|row| {
            let found = table.rows.iter().find(|each| each.line == row.line)?;
            Some((row.line, found.text(columns.position("id")).into_owned()))
        });
        ForeignIds { count, first }
    }

    /// Returns the remark that these ids are left out; none if there are none.
    fn remark(&self, columns: &Columns, lang: &Lang) -> Option<Remark> {
        let (line, found) = self.first.as_ref()?;
        Some(Remark::at(*line, lang.import_foreign_ids(&columns.heading("id"), self.count, &quoted(found))))
    }
}

//! The sheet of totals: a row for each phase and kind, a column for each intent, and sums in both directions.

use rust_xlsxwriter::{Format, FormatBorder, Worksheet, XlsxError};

use super::{CellFormats, SheetCell, column_width, heading_format, whole_number, write};
use crate::exchange::inventory::InventoryRow;
use crate::exchange::totals::{INTENTS, KINDS, Tally, Totals};
use crate::lang::Lang;
use crate::map::width::width;
use crate::map::{Line, Phase};

/// Creates the sheet: each phase with its kinds and its sum, then all phases together.
pub(crate) fn sheet(rows: &[InventoryRow], lang: &Lang) -> Result<Worksheet, XlsxError> {
    let totals = Totals::of(rows);
    let unit = totals.common_unit();
    let mut sheet = Worksheet::new();
    sheet.set_name(lang.sheet_totals())?;
    let headings = headings(unit, lang);
    let mut widest: Vec<usize> = headings.iter().map(|heading| width(heading)).collect();
    for (at, heading) in (0..).zip(&headings) {
        sheet.write_string_with_format(0, at, heading, &heading_format())?;
    }
    let plain = CellFormats::of(Format::new());
    let sum = CellFormats::of(Format::new().set_bold().set_border_bottom(FormatBorder::Thin));
    let kinds = || KINDS.map(Some).into_iter().chain([None]);
    let phases = Phase::ALL.map(Some).into_iter().chain([None]);
    let lines = phases.flat_map(|phase| kinds().map(move |kind| (phase, kind)));
    for (nth, (phase, kind)) in (1..).zip(lines) {
        let words = [
            phase.map_or_else(|| lang.totals_all_phases(), |phase| lang.phase(phase)),
            match kind {
                Some(Some(kind)) => lang.kind(kind).to_owned(),
                Some(None) => lang.unknown(),
                None => lang.totals_total(),
            },
        ];
        let formats = if kind.is_none() { &sum } else { &plain };
        let numbers = numbers(totals.tally(phase, kind), unit.is_some());
        let cells = words.into_iter().map(|word| SheetCell::Text(word.into())).chain(numbers);
        for ((at, cell), widest) in (0..).zip(cells).zip(&mut widest) {
            *widest = (*widest).max(write(&mut sheet, nth, at, cell, formats)?);
        }
    }
    for (at, widest) in (0..).zip(widest) {
        sheet.set_column_width(at, column_width(widest))?;
    }
    sheet.set_freeze_panes(1, 2)?;
    Ok(sheet)
}

/// Returns the headings. `unit` is the common unit and period of all reaches; without it there is no column of reaches.
fn headings(unit: Option<(&Line, Option<&Line>)>, lang: &Lang) -> Vec<String> {
    let mut headings = vec![lang.column("phase"), lang.column("kind")];
    headings
        .extend(INTENTS.map(|intent| intent.map_or_else(|| lang.unknown(), |intent| lang.intent(intent).to_owned())));
    headings.extend([lang.totals_total(), lang.totals_critical()]);
    headings.extend(unit.map(|(unit, period)| {
        let unit_and_period: Vec<&str> = [Some(unit), period].into_iter().flatten().map(|line| &**line).collect();
        lang.totals_reach(&unit_and_period.join(", "))
    }));
    headings
}

fn numbers(tally: Tally, with_reach: bool) -> impl Iterator<Item = SheetCell<'static>> {
    let counts = tally.intents.into_iter().chain([tally.count(), tally.critical]);
    let reach = with_reach.then(|| tally.reach.map_or(SheetCell::Empty, whole_number));
    counts.map(|count| whole_number(count.into())).chain(reach)
}

//! The order of the rows of a phase, and the alternatives among them.

use std::collections::HashSet;

use super::Remark;
use super::row::ReadRow;
use crate::lang::Lang;
use crate::map::Phase;

/// Sorts the rows of a phase by their order numbers, and marks rows of the same step as alternatives.
///
/// Rows without numbers, or with rising ones, keep their order. Rows in another order, as in a table sorted by another
/// column, are sorted only if each has a number of its own.
pub(crate) fn sort_rows(rows: &mut [ReadRow], phase: Phase, heading: &str, lang: &Lang, remarks: &mut Vec<Remark>) {
    let orders: Vec<u64> = rows.iter().filter_map(|row| row.order).collect();
    if !orders.is_sorted() {
        let phase = lang.phase(phase).to_lowercase();
        let are_unique = orders.iter().collect::<HashSet<_>>().len() == rows.len();
        if are_unique {
            rows.sort_by_key(|row| row.order);
            remarks.push(Remark::of_all(lang.import_sorted(&phase, heading)));
        } else {
            remarks.push(Remark::of_all(lang.import_order_unclear(&phase, heading)));
        }
    }
    let mut seen = HashSet::new();
    let mut above: Option<(Option<u64>, Option<u64>)> = None;
    for row in rows {
        // A row that was copied from elsewhere keeps its old numbers, so it is not an alternative.
        let rises = |order: Option<u64>| row.order.is_none() || order.is_none() || order < row.order;
        let is_alternative = above.is_some_and(|(order, step)| step.is_some() && step == row.step && rises(order));
        if let Some(step) = row.step
            && !seen.insert(step)
            && !is_alternative
        {
            remarks.push(Remark::at(row.line, lang.import_step_apart(&step.to_string())));
        }
        row.touchpoint.with_previous |= is_alternative;
        above = Some((row.order, row.step));
    }
}

//! The order of the rows of a phase, and which of them are alternatives.

use std::collections::HashSet;

use super::Remark;
use super::row::ReadRow;
use crate::lang::Lang;
use crate::map::Phase;

/// Puts the rows of a phase in order and those of one step together.
///
/// Rows whose numbers rise, as far as they have any, stand in their order already. Others, like those of a table that
/// was sorted by another column, are put in the order of their numbers, when each row has one of its own.
pub fn settle(rows: &mut [ReadRow], phase: Phase, heading: &str, lang: &Lang, remarks: &mut Vec<Remark>) {
    let orders: Vec<u64> = rows.iter().filter_map(|row| row.order).collect();
    if !orders.is_sorted() {
        let phase = lang.phase(phase).to_lowercase();
        let of_their_own = orders.iter().collect::<HashSet<_>>().len() == rows.len();
        if of_their_own {
            rows.sort_by_key(|row| row.order);
            remarks.push(Remark::of_all(lang.import_sorted(&phase, heading)));
        } else {
            remarks.push(Remark::of_all(lang.import_order_unclear(&phase, heading)));
        }
    }
    let mut seen = HashSet::new();
    let mut above: Option<(Option<u64>, Option<u64>)> = None;
    for row in rows {
        // A row that came from elsewhere, with the number that it had there, is no alternative.
        let rises = |order: Option<u64>| row.order.is_none() || order.is_none() || order < row.order;
        let joined = above.is_some_and(|(order, step)| step.is_some() && step == row.step && rises(order));
        if let Some(step) = row.step
            && !seen.insert(step)
            && !joined
        {
            remarks.push(Remark::at(row.line, lang.import_step_apart(&step.to_string())));
        }
        row.touchpoint.with_previous = joined;
        above = Some((row.order, row.step));
    }
}

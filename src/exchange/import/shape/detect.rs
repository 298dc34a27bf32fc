//! Tells which shape a table has, from its headings and its cells.

use std::collections::HashSet;

use super::choices::Shape;
use super::count_columns::CountHint;
use super::events::EventColumns;
use super::layout::Layout;
use super::pieces;
use super::role::Role;
use super::role_words;
use super::sheet::{RoleSource, Sheet};
use crate::exchange::import::ImportOptions;
use crate::exchange::import::grid::GridRow;
use crate::exchange::import::identity::KnownTouchpoints;
use crate::exchange::import::row::RowId;
use crate::exchange::import::vocabulary::plain;
use crate::map::text::fold;

/// The columns of an inventory that have a single value for each touchpoint.
const FIELDS_OF_ONE_VALUE: [&str; 10] =
    ["reach", "kind", "intent", "channel", "emotion", "critical", "votes", "effort", "evidence", "agent"];

/// Returns the shape of a sheet; none if nothing in it is recognised.
pub(crate) fn shape_of(sheet: &mut Sheet) -> Option<Shape> {
    if !has_counts(sheet) && EventColumns::are_in_inventory(sheet) {
        return Some(Shape::Events);
    }
    if has_periods(sheet) {
        return Some(Shape::Funnel);
    }
    let touchpoint = sheet.field("touchpoint");
    let is_own = |at: usize| sheet.columns[at].source == RoleSource::Own;
    if touchpoint.is_some_and(|at| is_own(at) && has_single_values(sheet, at)) {
        return Some(Shape::Inventory);
    }
    if touchpoint.is_some_and(is_own) && (sheet.field("id").is_some_and(is_own) || !has_stage_rows(sheet)) {
        return Some(Shape::Inventory);
    }
    if !has_counts(sheet) && EventColumns::of(sheet, false).is_some() {
        return Some(Shape::Events);
    }
    if is_funnel(sheet) {
        return Some(Shape::Funnel);
    }
    if has_stage_rows(sheet) {
        return Some(Shape::Matrix);
    }
    if touchpoint.is_none() && !find_texts(sheet) {
        return None;
    }
    Some(Shape::Cards)
}

/// Returns true if several columns of periods stand beside the names, and no column of reaches.
fn has_periods(sheet: &Sheet) -> bool {
    let is_ours = ["id", "reach"].iter().any(|name| sheet.field(name).is_some());
    let Some(Layout::Rows(rows)) = Layout::of(sheet).filter(|_| !is_ours) else { return false };
    rows.counts.hint == CountHint::Period && rows.counts.columns.len() >= 2
}

/// Returns true if the rows have no names, but ids of the map that they update.
pub(crate) fn has_known_ids(sheet: &Sheet, options: &ImportOptions) -> bool {
    let known = KnownTouchpoints::of(options.known);
    let Some(at) = sheet.field("id").filter(|_| !known.is_empty() && sheet.field("touchpoint").is_none()) else {
        return false;
    };
    sheet.rows.iter().any(|row| matches!(known.id(&sheet.text(row, at), ""), RowId::Ours(_)))
}

/// Returns true if a name is repeated in a table of counts whose rows have no other key, so that the counts of each name are
/// added up.
pub(crate) fn repeats_names(sheet: &Sheet) -> bool {
    let has_keys = ["id", "phase", "metric", "map", "file"].iter().any(|name| sheet.field(name).is_some());
    let Some(name) = sheet.field("touchpoint").filter(|_| !has_keys) else { return false };
    let mut seen = HashSet::new();
    let mut names = sheet.rows.iter().map(|row| fold(&sheet.text(row, name))).filter(|name| !name.is_empty());
    matches!(Layout::of(sheet), Some(Layout::Rows(_))) && names.any(|name| !seen.insert(name))
}

/// Takes the column that probably holds the touchpoints for that; returns false if there is none.
pub(crate) fn find_texts(sheet: &mut Sheet) -> bool {
    let found = text_column(sheet);
    if let Some(at) = found {
        sheet.columns[at].role = Role::Field("touchpoint");
        sheet.columns[at].source = RoleSource::Guess;
    }
    found.is_some()
}

fn has_counts(sheet: &Sheet) -> bool {
    sheet.field("reach").is_some_and(|at| sheet.columns[at].profile.is_counts())
}

/// Returns true if each stage has one row, and some cells of touchpoints hold several.
fn has_stage_rows(sheet: &Sheet) -> bool {
    let (Some(phase), Some(touchpoint)) = (sheet.field("phase"), sheet.field("touchpoint")) else { return false };
    let (stages, column) = (&sheet.columns[phase].profile, &sheet.columns[touchpoint]);
    let texts = &column.profile;
    // Our own heading means one touchpoint, so most cells must show that they hold several.
    let holds_several = match column.source {
        RoleSource::Own => texts.lists * 2 >= texts.filled && texts.lists > 0,
        // A card has one text, which may have several lines.
        RoleSource::Guess if has_places_of_cards(sheet) => false,
        RoleSource::Guess if is_text_of_card(&column.heading) => texts.lists + texts.tall == texts.filled,
        RoleSource::User | RoleSource::Guess | RoleSource::Unknown => texts.lists + texts.tall > 0,
    };
    holds_several && stages.filled > 1 && stages.distinct == stages.filled
}

/// Returns true if columns tell where the cards of a board lie or how they look.
fn has_places_of_cards(sheet: &Sheet) -> bool {
    [Role::X, Role::Y, Role::Colour, Role::Tags].into_iter().any(|role| sheet.position(role).is_some())
        || sheet.field("id").is_some()
}

/// Returns true if a heading names the text of one card.
fn is_text_of_card(heading: &str) -> bool {
    role_words::CARD_TEXTS.contains(&plain(heading).as_str())
}

/// Returns true if the rows whose touchpoint holds a `;` or a line end have one count, one choice or one channel, so that each
/// is one touchpoint.
fn has_single_values(sheet: &Sheet, touchpoint: usize) -> bool {
    let is_list = |row: &&&GridRow| row.cells.get(touchpoint).is_some_and(|cell| pieces::split(cell).len() > 1);
    let lists: Vec<&&GridRow> = sheet.rows.iter().filter(is_list).collect();
    let is_single = |at: usize| {
        let cells = lists.iter().map(|row| row.cells.get(at).unwrap_or_default());
        cells.map(|cell| pieces::split(cell).len()).all(|pieces| pieces == 1)
    };
    let at = FIELDS_OF_ONE_VALUE.iter().filter_map(|name| sheet.field(name));
    !lists.is_empty() && at.into_iter().any(is_single)
}

/// Returns true if a sheet is a table of counts.
fn is_funnel(sheet: &Sheet) -> bool {
    let (touchpoint, phase) = (sheet.field("touchpoint"), sheet.field("phase"));
    let layout = Layout::of(sheet);
    if let Some(Layout::Rows(_)) = layout {
        // Stages that come back beside different texts are those of cards.
        let comes_back = |at: usize| sheet.columns[at].profile.distinct < sheet.columns[at].profile.filled;
        if touchpoint.is_none() && phase.is_some_and(comes_back) && text_column(sheet).is_some() {
            return false;
        }
        // With stages beside the names, and each name once, the rows are cards that have a count.
        let is_once = |at: usize| sheet.columns[at].profile.distinct == sheet.columns[at].profile.filled;
        return phase.is_none() || touchpoint.is_none_or(|at| !is_once(at));
    }
    let has_texts = |at: usize| !sheet.columns[at].is_weak && !sheet.columns[at].profile.is_numbers();
    layout.is_some() && !touchpoint.is_some_and(has_texts) && !phase.is_some_and(has_texts)
}

/// Returns the column that probably holds the touchpoints, where the stages are known: one of actions, or one of texts.
fn text_column(sheet: &Sheet) -> Option<usize> {
    sheet.field("phase")?;
    // A guessed one holds opportunities and the like.
    let action = sheet.field("action").filter(|&nth| sheet.columns[nth].source != RoleSource::Guess);
    let is_text = |nth: &usize| {
        let column = &sheet.columns[*nth];
        let profile = &column.profile;
        column.role == Role::Noted
            && column.source == RoleSource::Unknown
            && profile.distinct * 10 > profile.filled * 6
            && profile.counts * 2 < profile.filled
            && !profile.is_numbers()
            && !profile.is_dates()
    };
    action.or_else(|| (0..sheet.columns.len()).find(is_text))
}

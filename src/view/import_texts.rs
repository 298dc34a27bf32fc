//! The texts of the preview's list of parts: what each row is called, what it was taken for, and everything about it.

use super::painter::Painter;
use crate::app::model::dialog::import::{ImportDialog, ImportRow, ImportRowGroup, ImportTarget};
use crate::exchange::import::Remark;
use crate::exchange::import::proposal::Proposal;
use crate::exchange::import::shape::choices::Shape;
use crate::exchange::import::shape::reading::{ColumnReading, LeftOutReason};
use crate::exchange::import::shape::stages::StageReading;
use crate::exchange::import::shape::told::{left_out_sentence, role_name, shape_name, shape_sentence};
use crate::exchange::import::shape::values::{CardMark, GroupColumn, MarkedBy};
use crate::exchange::import::stage::PhaseOrigin;
use crate::lang::Lang;
use crate::map::Phase;
use crate::map::entry::Entry;
use crate::map::text::one_line;

/// Whether a meaning was guessed or chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum RowSource {
    /// The file says it, or there is nothing to choose.
    #[default]
    Certain,
    Guess,
    Chosen,
}

impl RowSource {
    /// Returns the source of a meaning that the user chose, if `is_chosen` is true.
    fn of(is_chosen: bool, is_guess: bool) -> RowSource {
        match (is_chosen, is_guess) {
            (true, _) => RowSource::Chosen,
            (false, true) => RowSource::Guess,
            (false, false) => RowSource::Certain,
        }
    }
}

/// A row of the list of parts, as texts.
#[derive(Default)]
pub(super) struct RowTexts {
    pub name: String,
    /// What the row was taken for; empty if it is a sentence.
    pub value: String,
    pub source: RowSource,
    /// Examples, in a line of their own.
    pub below: String,
    /// Everything about the row.
    pub detail: String,
    pub can_change: bool,
}

/// Returns the heading of a group; none for the rows about the whole file.
pub(super) fn group_heading(group: ImportRowGroup, lang: &Lang) -> Option<String> {
    match group {
        ImportRowGroup::File => None,
        ImportRowGroup::Columns => Some(lang.import_columns()),
        ImportRowGroup::Groups => Some(lang.import_groups()),
        ImportRowGroup::Tags => Some(lang.import_tags()),
        ImportRowGroup::Colours => Some(lang.import_colours()),
        ImportRowGroup::Stages => Some(lang.import_stage_heading()),
        ImportRowGroup::LeftOut => Some(lang.import_left_out()),
        ImportRowGroup::Warnings => Some(lang.import_warnings()),
        ImportRowGroup::Faults => Some(lang.import_faults()),
    }
}

impl RowTexts {
    /// Returns the texts of a row with a value that the user can change.
    fn choice(name: String, value: String, source: RowSource) -> RowTexts {
        let detail = format!("{name}: {value}");
        RowTexts { name, value, source, detail, can_change: true, ..RowTexts::default() }
    }

    /// Returns the texts of a row that is a sentence.
    fn sentence(text: String) -> RowTexts {
        RowTexts { detail: text.clone(), name: text, ..RowTexts::default() }
    }

    /// Returns the texts of a remark as a sentence.
    fn remark(remark: Option<&Remark>, lang: &Lang) -> RowTexts {
        RowTexts::sentence(remark.map(|each| with_line(each.line, &each.text, lang)).unwrap_or_default())
    }
}

/// Returns the texts of a row.
pub(super) fn texts(painter: &Painter<'_>, dialog: &ImportDialog, row: ImportRow) -> RowTexts {
    let lang = painter.lang();
    let proposal = dialog.shown_proposal();
    let read = proposal.map(|proposal| &proposal.read);
    let texts = match row {
        ImportRow::Target => Some(target(painter, dialog)),
        ImportRow::Headings => Some(headings(dialog, lang)),
        ImportRow::Table => Some(table(dialog, lang)),
        ImportRow::Diagram => Some(diagram(dialog, lang)),
        ImportRow::Shape => shape(dialog, lang),
        ImportRow::Unmatched => proposal.map(|proposal| unmatched(proposal, lang)),
        ImportRow::Map => read.map(|read| map(dialog, &read.values.maps, lang)),
        ImportRow::Phase => Some(phase(dialog, lang)),
        ImportRow::Column(nth) => column(dialog, nth, lang),
        ImportRow::Group(nth) => read.and_then(|read| Some(group(dialog, read.values.groups.get(nth)?, lang))),
        ImportRow::Mark(nth) => dialog.mark(nth).map(|each| mark(dialog, each, lang)),
        ImportRow::Stage(nth) => read.and_then(|read| Some(stage(dialog, read.stages.get(nth)?, lang))),
        ImportRow::LeftOut(reason) => proposal.map(|proposal| left_out(proposal, reason, lang)),
        ImportRow::LeftOutRow(nth) => read.and_then(|read| {
            let row = read.left_out.get(nth)?;
            Some(RowTexts::sentence(format!("  {}", with_line(Some(row.line), &row.text, lang))))
        }),
        ImportRow::Warning(nth) => read.map(|read| RowTexts::remark(read.imported.remarks.get(nth), lang)),
        ImportRow::Fault(nth) => {
            let fault = dialog.failure.as_ref().and_then(|failure| failure.faults.get(nth));
            Some(RowTexts::remark(fault, lang))
        }
    };
    texts.unwrap_or_default()
}

fn target(painter: &Painter<'_>, dialog: &ImportDialog) -> RowTexts {
    let lang = painter.lang();
    let value = match dialog.target {
        ImportTarget::NewMap => lang.import_into_new_map(),
        ImportTarget::OpenMap => lang.import_into_open_map(&painter.state.map().header().title),
        ImportTarget::Reaches => lang.import_into_reaches(),
    };
    RowTexts::choice(lang.import_into(), value, RowSource::Certain)
}

fn headings(dialog: &ImportDialog, lang: &Lang) -> RowTexts {
    let has_headings = dialog.has_headings.unwrap_or(true);
    let value = if has_headings { lang.import_headings_first_row() } else { lang.import_headings_none() };
    let source = RowSource::of(dialog.choices.has_headings.is_some(), false);
    RowTexts::choice(lang.import_headings(), value, source)
}

fn table(dialog: &ImportDialog, lang: &Lang) -> RowTexts {
    let tables = dialog.content.as_ref().map(|content| content.tables()).unwrap_or_default();
    let at = dialog.table();
    let name = tables.get(at).copied().flatten().map(|name| one_line(name).into_owned());
    let value = name.unwrap_or_else(|| lang.import_table_number(at + 1, tables.len()));
    RowTexts::choice(lang.import_table(), value, RowSource::of(dialog.choices.sheet.is_some(), true))
}

fn diagram(dialog: &ImportDialog, lang: &Lang) -> RowTexts {
    let chosen = dialog.choices.diagram.as_deref();
    let number = chosen.and_then(|number| number.parse().ok()).unwrap_or(1_usize);
    let known = dialog.proposal.as_ref().map(|proposal| proposal.diagrams.clone());
    let titles = known.or_else(|| Some(dialog.content.as_ref()?.diagrams())).unwrap_or_default();
    let title = titles.get(number.saturating_sub(1)).cloned().flatten();
    let value = format!("{number} {}", one_line(title.as_deref().unwrap_or("–")));
    RowTexts::choice(lang.import_diagram(), value, RowSource::of(chosen.is_some(), true))
}

fn shape(dialog: &ImportDialog, lang: &Lang) -> Option<RowTexts> {
    let chosen = dialog.choices.shape;
    let Some(proposal) = dialog.shown_proposal() else {
        let value = chosen.map_or_else(|| "–".to_owned(), |shape| shape_name(shape, lang));
        return Some(RowTexts::choice(lang.import_shape(), value, RowSource::of(chosen.is_some(), true)));
    };
    let shape = chosen.or(proposal.read.shape)?;
    let source = RowSource::of(chosen.is_some(), shape != Shape::Inventory);
    let row = RowTexts::choice(lang.import_shape(), shape_name(shape, lang), source);
    Some(RowTexts { detail: shape_sentence(shape, lang), ..row })
}

fn unmatched(proposal: &Proposal, lang: &Lang) -> RowTexts {
    let value = if proposal.adds_unmatched { lang.import_unmatched_added() } else { lang.import_unmatched_left_out() };
    RowTexts::choice(lang.import_unmatched_rows(proposal.unmatched.len()), value, RowSource::Certain)
}

fn map(dialog: &ImportDialog, maps: &[String], lang: &Lang) -> RowTexts {
    let chosen = dialog.choices.map.as_ref().filter(|map| maps.contains(map));
    let name = one_line(chosen.or(maps.first()).map_or("–", String::as_str)).into_owned();
    RowTexts::choice(lang.import_map(), name, RowSource::of(chosen.is_some(), true))
}

fn phase(dialog: &ImportDialog, lang: &Lang) -> RowTexts {
    let phase = lang.phase(dialog.choices.phase.unwrap_or(Phase::Before)).to_lowercase();
    RowTexts::choice(lang.import_phase_of_all(), phase, RowSource::of(dialog.is_phase_chosen, true))
}

fn left_out(proposal: &Proposal, reason: LeftOutReason, lang: &Lang) -> RowTexts {
    let group = proposal.left_out.iter().find(|group| group.reason == reason);
    let first = group.and_then(|group| proposal.read.left_out.get(group.first));
    let count = group.map_or(0, |group| group.count);
    let text = first.map(|row| left_out_sentence(reason, count, &one_line(&row.text), lang));
    RowTexts::sentence(text.unwrap_or_default())
}

/// Returns a sentence with its line in front, if it has one.
fn with_line(line: Option<usize>, text: &str, lang: &Lang) -> String {
    let text = one_line(text);
    line.map_or_else(|| text.clone().into_owned(), |line| lang.import_line(line, &text))
}

/// Returns the heading of a column, or words for a column without one.
pub(super) fn column_name(dialog: &ImportDialog, column: &ColumnReading, lang: &Lang) -> String {
    match (column.heading.is_empty(), dialog.has_headings) {
        (true, _) => lang.import_no_heading(),
        (false, Some(false)) => lang.import_lettered_column(&column.heading),
        (false, Some(true) | None) => column.heading.clone(),
    }
}

fn column(dialog: &ImportDialog, nth: usize, lang: &Lang) -> Option<RowTexts> {
    let column = dialog.columns.get(nth)?;
    let chosen = dialog.chosen_role(nth);
    let name = column_name(dialog, column, lang);
    let has_our_ids = || dialog.proposal.iter().any(|proposal| !proposal.read.imported.written_ids.is_empty());
    let role = chosen.unwrap_or(column.role);
    let is_foreign_id = role.is_field("id") && !has_our_ids();
    let value = if is_foreign_id { lang.import_role_foreign_id() } else { role_name(role, lang) };
    let source = RowSource::of(chosen.is_some(), column.is_guess());
    let cells = column.examples.join(" | ");
    let detail = format!("{name} → {value}. {}", lang.import_cells(&cells));
    Some(RowTexts { name, value, source, below: cells, detail, can_change: true })
}

fn stage(dialog: &ImportDialog, stage: &StageReading, lang: &Lang) -> RowTexts {
    let chosen = dialog.choices.phase_of(&stage.name);
    let origin = match (chosen, stage.origin) {
        (Some(_), _) | (None, PhaseOrigin::Chosen) => lang.import_origin_chosen(),
        (None, PhaseOrigin::Name) => lang.import_origin_name(),
        (None, PhaseOrigin::Neighbour) => lang.import_origin_neighbour(),
        (None, PhaseOrigin::Third | PhaseOrigin::Place) => lang.import_origin_order(),
    };
    let source = RowSource::of(chosen.is_some(), stage.origin.is_guess());
    let value = lang.phase(chosen.unwrap_or(stage.phase)).to_lowercase();
    let detail = format!("{} → {value}: {origin}", stage.name);
    RowTexts { name: stage.name.clone(), value, source, below: String::new(), detail, can_change: true }
}

fn group(dialog: &ImportDialog, group: &GroupColumn, lang: &Lang) -> RowTexts {
    let chosen = dialog.choices.filter(&group.heading);
    let counted = |(value, count): &(String, usize)| lang.import_counted(value, *count);
    let value = match chosen {
        Some(chosen) => {
            let found = group.values.iter().find(|(value, _)| value == chosen);
            found.map_or_else(|| chosen.to_owned(), counted)
        }
        None => lang.import_all_groups(group.values.len()),
    };
    let source = RowSource::of(chosen.is_some(), false);
    let all: Vec<String> = group.values.iter().map(counted).collect();
    let detail = format!("{} → {value}. {}", group.heading, all.join(" | "));
    RowTexts { name: group.heading.clone(), value, source, below: String::new(), detail, can_change: true }
}

fn mark(dialog: &ImportDialog, mark: &CardMark, lang: &Lang) -> RowTexts {
    let chosen = dialog.choices.meaning(mark.by, &mark.text);
    let name = lang.import_counted(&one_line(&mark.text), mark.count);
    let value = meaning(mark.by, chosen.unwrap_or(&mark.own), lang);
    let source = RowSource::of(chosen.is_some(), false);
    let cards = mark.examples.join(" | ");
    let detail = format!("{name} → {value}. {}", lang.import_cards(&cards));
    RowTexts { name, value, source, below: cards, detail, can_change: true }
}

/// Returns what a tag or a colour means, in few words.
fn meaning(by: MarkedBy, meaning: &Entry, lang: &Lang) -> String {
    let kind = meaning.kind.map(|kind| lang.kind(kind).to_owned());
    let intent = meaning.intent.map(|intent| lang.intent(intent).to_owned());
    let critical = meaning.critical.then(|| lang.column("critical").to_lowercase());
    let emotion =
        meaning.emotion.map(|emotion| format!("{}: {}", lang.column("emotion").to_lowercase(), lang.emotion(emotion)));
    let words: Vec<String> = [kind, intent, critical, emotion].into_iter().flatten().collect();
    match (by, words.is_empty()) {
        (MarkedBy::Tag, true) => lang.import_role_noted(),
        (MarkedBy::Colour, true) => lang.import_means_nothing(),
        (MarkedBy::Tag | MarkedBy::Colour, false) => words.join(", "),
    }
}

//! The texts of the preview's list of parts: what each row is called, what it was taken for, and everything about it.

use super::painter::Painter;
use crate::app::model::dialog::import::{ImportDialog, ImportRow, ImportRowGroup, ImportTarget};
use crate::exchange::import::shape::choices::Shape;
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

/// Returns the texts of a row.
pub(super) fn texts(painter: &Painter<'_>, dialog: &ImportDialog, row: ImportRow) -> RowTexts {
    let lang = painter.lang();
    let choice = |name: String, value: String, source: RowSource| {
        let detail = format!("{name}: {value}");
        RowTexts { name, value, source, detail, can_change: true, ..RowTexts::default() }
    };
    let sentence = |name: String| RowTexts { detail: name.clone(), name, ..RowTexts::default() };
    let guess = |is_guess: bool| RowSource::of(!is_guess, true);
    if let ImportRow::Fault(nth) = row {
        let fault = dialog.failure.as_ref().and_then(|failure| failure.faults.get(nth));
        return sentence(fault.map(|fault| remark(fault.line, &fault.text, lang)).unwrap_or_default());
    }
    if row == ImportRow::Target {
        let value = match dialog.target {
            ImportTarget::NewMap => lang.import_into_new_map(),
            ImportTarget::OpenMap => lang.import_into_open_map(&painter.state.map().header().title),
            ImportTarget::Reaches => lang.import_into_reaches(),
        };
        return choice(lang.import_into(), value, RowSource::Certain);
    }
    if row == ImportRow::Headings {
        let has_headings = dialog.has_headings.unwrap_or(true);
        let value = if has_headings { lang.import_headings_first_row() } else { lang.import_headings_none() };
        return choice(lang.import_headings(), value, RowSource::of(dialog.choices.has_headings.is_some(), false));
    }
    if let ImportRow::Column(nth) = row {
        return column(dialog, nth, lang).unwrap_or_default();
    }
    let content = dialog.content.as_ref();
    if row == ImportRow::Table {
        let tables = content.map(|content| content.tables()).unwrap_or_default();
        let at = dialog.table();
        let name = tables.get(at).copied().flatten().map(|name| one_line(name).into_owned());
        let number = lang.import_table_number(at + 1, tables.len());
        let value = name.unwrap_or(number);
        return choice(lang.import_table(), value, guess(dialog.choices.sheet.is_none()));
    }
    if row == ImportRow::Diagram {
        let choice_of_user = dialog.choices.diagram.as_deref();
        let number = choice_of_user.and_then(|number| number.parse().ok()).unwrap_or(1_usize);
        let known = dialog.proposal.as_ref().map(|proposal| proposal.diagrams.clone());
        let titles = known.or_else(|| content.map(|content| content.diagrams())).unwrap_or_default();
        let title = titles.get(number.saturating_sub(1)).cloned().flatten();
        let value = format!("{number} {}", one_line(title.as_deref().unwrap_or("–")));
        return choice(lang.import_diagram(), value, guess(choice_of_user.is_none()));
    }
    let Some(proposal) = dialog.shown_proposal() else {
        let shape = dialog.choices.shape.map(|shape| shape_name(shape, lang)).unwrap_or_else(|| "–".to_owned());
        return choice(lang.import_shape(), shape, guess(dialog.choices.shape.is_none()));
    };
    let (read, choices) = (&proposal.read, &dialog.choices);
    match row {
        ImportRow::Unmatched => {
            let added =
                if proposal.adds_unmatched { lang.import_unmatched_added() } else { lang.import_unmatched_left_out() };
            choice(lang.import_unmatched_rows(proposal.unmatched.len()), added, RowSource::Certain)
        }
        ImportRow::Shape => {
            let Some(shape) = choices.shape.or(read.shape) else { return RowTexts::default() };
            let source = RowSource::of(choices.shape.is_some(), shape != Shape::Inventory);
            let row = choice(lang.import_shape(), shape_name(shape, lang), source);
            RowTexts { detail: shape_sentence(shape, lang), ..row }
        }
        ImportRow::Map => {
            let maps = &read.values.maps;
            let chosen = choices.map.as_ref().filter(|map| maps.contains(map));
            let name = one_line(chosen.or(maps.first()).map_or("–", String::as_str)).into_owned();
            choice(lang.import_map(), name, guess(chosen.is_none()))
        }
        ImportRow::Phase => {
            let phase = lang.phase(choices.phase.unwrap_or(Phase::Before)).to_lowercase();
            choice(lang.import_phase_of_all(), phase, guess(!dialog.is_phase_chosen))
        }
        ImportRow::Group(nth) => read.values.groups.get(nth).map(|each| group(dialog, each, lang)).unwrap_or_default(),
        ImportRow::Mark(nth) => dialog.mark(nth).map(|each| mark(dialog, each, lang)).unwrap_or_default(),
        ImportRow::Stage(nth) => read.stages.get(nth).map(|each| stage(dialog, each, lang)).unwrap_or_default(),
        ImportRow::LeftOut(reason) => {
            let group = proposal.left_out.iter().find(|group| group.reason == reason);
            let first = group.and_then(|group| read.left_out.get(group.first));
            let count = group.map_or(0, |group| group.count);
            let text =
                first.map(|row| left_out_sentence(reason, count, &one_line(&row.text), lang)).unwrap_or_default();
            sentence(text)
        }
        ImportRow::LeftOutRow(nth) => {
            let row = read.left_out.get(nth);
            sentence(row.map(|row| format!("  {}", remark(Some(row.line), &row.text, lang))).unwrap_or_default())
        }
        ImportRow::Warning(nth) => {
            let warning = read.imported.remarks.get(nth);
            sentence(warning.map(|warning| remark(warning.line, &warning.text, lang)).unwrap_or_default())
        }
        ImportRow::Target
        | ImportRow::Headings
        | ImportRow::Table
        | ImportRow::Diagram
        | ImportRow::Fault(_)
        | ImportRow::Column(_) => RowTexts::default(),
    }
}

/// Returns a sentence with its line in front, if it has one.
fn remark(line: Option<usize>, text: &str, lang: &Lang) -> String {
    let text = one_line(text);
    line.map_or_else(|| text.clone().into_owned(), |line| lang.import_line(line, &text))
}

fn column(dialog: &ImportDialog, nth: usize, lang: &Lang) -> Option<RowTexts> {
    let column = dialog.columns.get(nth)?;
    let chosen = dialog.chosen_role(nth);
    let name = match (column.heading.is_empty(), dialog.has_headings) {
        (true, _) => lang.import_no_heading(),
        (false, Some(false)) => lang.import_lettered_column(&column.heading),
        (false, Some(true) | None) => column.heading.clone(),
    };
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

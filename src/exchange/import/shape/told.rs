//! The sentences about what was guessed in a table and what was left out.

use super::choices::{Purpose, Shape};
use super::reading::{ColumnReading, LeftOutReason, Reading};
use super::role::Role;
use super::stages::StageReading;
use crate::exchange::import::Remark;
use crate::exchange::import::quote::{listed, quoted};
use crate::exchange::import::stage::{PhaseOrigin, is_phase_word};
use crate::lang::Lang;

impl Reading {
    /// Returns one sentence for each guess and each thing that was left out, if it matters for the purpose.
    pub fn notes(&self, purpose: Purpose, lang: &Lang) -> Vec<Remark> {
        let mut notes = Vec::new();
        if self.is_shape_guessed {
            notes.push(Remark::of_all(shape_sentence(self.shape, lang)));
        }
        if self.values.has_headings == Some(false) && !purpose.is_preview() {
            notes.push(Remark::of_all(lang.import_without_headings()));
        }
        notes.extend(self.column_notes(purpose, lang));
        match purpose {
            Purpose::Map => notes.extend(self.stage_notes(lang)),
            Purpose::Counts | Purpose::Preview | Purpose::CountPreview => {}
        }
        for reason in LeftOutReason::ALL {
            let mut rows = self.left_out.iter().filter(|row| row.reason == reason);
            if let Some(first) = rows.next() {
                let sentence = left_out_sentence(reason, 1 + rows.count(), &quoted(&first.text), lang);
                notes.push(Remark::at(first.line, sentence));
            }
        }
        notes
    }

    /// Returns what columns were taken for, where that is a guess.
    fn column_notes(&self, purpose: Purpose, lang: &Lang) -> Vec<Remark> {
        let mut grouped: Vec<(Role, Vec<String>)> = Vec::new();
        let is_told = |column: &&ColumnReading| {
            column.is_guess() && !(purpose.is_counting() && matches!(column.role, Role::Noted | Role::LeftOut))
        };
        for column in self.columns.iter().filter(is_told) {
            let heading = lang.quoted(&quoted(&column.heading));
            let role = if column.role == Role::Y { Role::X } else { column.role };
            match grouped.iter_mut().find(|(each, _)| *each == role) {
                Some((_, headings)) => headings.push(heading),
                None => grouped.push((role, vec![heading])),
            }
        }
        grouped.into_iter().map(|(role, names)| Remark::of_all(column_sentence(role, &listed(names), lang))).collect()
    }

    /// Returns which phases the stages have.
    fn stage_notes(&self, lang: &Lang) -> Vec<Remark> {
        let name =
            |stage: &StageReading| lang.import_stage(&quoted(&stage.name), &lang.phase(stage.phase).to_lowercase());
        let is_told = |stage: &&StageReading| !is_phase_word(&stage.name, stage.phase);
        let names_of = |origins: &[PhaseOrigin]| {
            let stages = self.stages.iter().filter(is_told).filter(|stage| origins.contains(&stage.origin));
            Some(listed(stages.map(name))).filter(|names| !names.is_empty())
        };
        let by_name = names_of(&[PhaseOrigin::Name]).map(|names| lang.import_stages(&names));
        let guessed = names_of(&[PhaseOrigin::Neighbour]).map(|names| lang.import_stages_guessed(&names));
        let by_place =
            names_of(&[PhaseOrigin::Third, PhaseOrigin::Place]).map(|names| lang.import_stages_by_place(&names));
        [by_name, guessed, by_place].into_iter().flatten().map(Remark::of_all).collect()
    }
}

/// Returns what the rows of a shape are, as a sentence.
pub(crate) fn shape_sentence(shape: Shape, lang: &Lang) -> String {
    match shape {
        Shape::Inventory => lang.import_shape_inventory(),
        Shape::Cards => lang.import_shape_cards(),
        Shape::Board => lang.import_shape_board(),
        Shape::Matrix => lang.import_shape_matrix(),
        Shape::Funnel => lang.import_shape_funnel(),
        Shape::Events => lang.import_shape_events(),
    }
}

fn column_sentence(role: Role, headings: &str, lang: &Lang) -> String {
    match role {
        Role::Field(name) => lang.import_column_field(headings, &lang.column(name)),
        Role::X | Role::Y => lang.import_column_position(headings),
        Role::Colour => lang.import_column_colour(headings),
        Role::Tags => lang.import_column_tags(headings),
        Role::Date => lang.import_column_date(headings),
        Role::Person => lang.import_column_person(headings),
        Role::Activity => lang.import_column_activity(headings),
        Role::StepCounts => lang.import_column_steps(headings),
        Role::Computed => lang.import_column_computed(headings),
        Role::Money => lang.import_column_money(headings),
        Role::Segment => lang.import_column_segment(headings),
        Role::Technical => lang.import_column_technical(headings),
        Role::Noted => lang.import_column_noted(headings),
        Role::LeftOut => lang.import_column_left_out(headings),
    }
}

/// Returns how many rows were left out for a reason, and which is the first.
pub(crate) fn left_out_sentence(reason: LeftOutReason, count: usize, found: &str, lang: &Lang) -> String {
    match reason {
        LeftOutReason::Total => lang.import_left_out_total(count, found),
        LeftOutReason::Double => lang.import_left_out_double(count, found),
        LeftOutReason::Prompt => lang.import_left_out_prompt(count, found),
        LeftOutReason::Link => lang.import_left_out_link(count, found),
        LeftOutReason::Title => lang.import_left_out_title(count, found),
        LeftOutReason::Exit => lang.import_left_out_exit(count, found),
        LeftOutReason::NoText => lang.import_left_out_no_text(count, found),
        LeftOutReason::NotChosen => lang.import_left_out_not_chosen(count),
    }
}

/// Returns what the rows of a shape are, in few words.
pub(crate) fn shape_name(shape: Shape, lang: &Lang) -> String {
    match shape {
        Shape::Inventory => lang.import_name_inventory(),
        Shape::Cards => lang.import_name_cards(),
        Shape::Board => lang.import_name_board(),
        Shape::Matrix => lang.import_name_matrix(),
        Shape::Funnel => lang.import_name_funnel(),
        Shape::Events => lang.import_name_events(),
    }
}

/// Returns what a column is taken for, in few words.
pub(crate) fn role_name(role: Role, lang: &Lang) -> String {
    match role {
        Role::Field(name) => lang.column(name).to_lowercase(),
        Role::X => lang.import_role_across(),
        Role::Y => lang.import_role_down(),
        Role::Colour => lang.import_role_colour(),
        Role::Tags => lang.import_role_tags(),
        Role::Date => lang.import_role_date(),
        Role::Person => lang.import_role_person(),
        Role::Activity => lang.import_role_activity(),
        Role::StepCounts => lang.import_role_steps(),
        Role::Computed => lang.import_role_computed(),
        Role::Money => lang.import_role_money(),
        Role::Segment => lang.import_role_segment(),
        Role::Technical | Role::LeftOut => lang.import_role_left_out(),
        Role::Noted => lang.import_role_noted(),
    }
}

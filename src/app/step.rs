//! Runs the steps that handlers ask of other submodules.

use crate::app::dialogs::{browser, export, import};
use crate::app::model::effect::Target;
use crate::app::model::next::{Next, Step};
use crate::app::model::session::SaveTrigger;
use crate::app::model::state::State;
use crate::app::panes::{self, conflicts, list, what_if};
use crate::app::session::{self, copy, leave, live, open, outside, overwritten, recovery, room, save, start};
use crate::app::show::tour;
use crate::app::typing;

/// Runs a step.
pub(super) fn run_step(state: &mut State, step: Step) -> Next {
    match step {
        Step::Leave(to) => return leave::leave(state, to),
        Step::LeaveUnsaved(to) => return leave::leave_unsaved(state, to),
        Step::Open { path, if_missing } => return open::open(state, path, if_missing),
        Step::Import { path } => return import::open_file(state, path),
        Step::PasteText(text) => return typing::insert(state, &text),
        Step::BeginImported => return session::import::begin(state),
        Step::ShowStart => return start::show(state),
        Step::Begin(offer) => return start::begin(state, offer),
        Step::OpenBrowser { typed } => return browser::open(state, &typed),
        Step::ReopenBrowser { path } => return browser::reopen(state, &path),
        Step::Save => return save::save(state),
        Step::RepeatLiveSave => return live::save_now(state),
        Step::ToggleLive => return live::toggle(state),
        Step::SaveThenLeave(to) => return save::save_then_leave(state, to),
        Step::SaveAs { typed, trigger } => return save::save_as(state, typed, trigger),
        Step::WriteCopy(typed) => return copy::write(state, typed),
        Step::OverwriteCopy(path) => return copy::write_to(state, path, Target::Any),
        Step::SaveTo { path, target } => return save::save_to(state, path, target, SaveTrigger::Prompt),
        Step::SettleConflict(conflict, side) => return outside::settle(state, &conflict, side),
        Step::BringBack(losses) => return overwritten::bring_back(state, &losses),
        Step::LeaveOut => return overwritten::leave_out(state),
        Step::SettleNote(note, side) => return conflicts::settle(state, &note, side),
        Step::DiscardRecovery => return recovery::discard(state),
        Step::OpenRoom(address) => return room::open(state, address),
        Step::BeginVote(dots) => return panes::room::begin_vote(state, dots),
        Step::LetIn => return room::let_in_waiting(state),
        Step::TakeOverRoom => return room::take_over_left(state),
        Step::DiscardRoom => return room::discard_left(state),
        Step::EstimateExport => return export::estimate(state),
        Step::PostponeConflict(conflict) => outside::postpone(state, *conflict),
        Step::BeginTour => tour::begin(state),
        Step::SetConversion(conversion) => what_if::set_conversion(state, conversion),
        Step::SelectLine(line) => list::select_line(state, line),
    }
    Next::nothing()
}

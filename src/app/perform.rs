//! Runs actions: one handler for each.

use crate::app::board::{change, copies, filter, jump, mark, movement, quick_entry, shift};
use crate::app::dialogs::{browser, export, form, prompt, share, themes};
use crate::app::input::availability::refusal;
use crate::app::model::action::Action;
use crate::app::model::board::Layer;
use crate::app::model::commit::{redo, undo};
use crate::app::model::dialog::Dialog;
use crate::app::model::dialog::form::{Form, FormSubject};
use crate::app::model::dialog::help::Help;
use crate::app::model::dialog::palette::Palette;
use crate::app::model::effect::Effect;
use crate::app::model::leave_to::LeaveTo;
use crate::app::model::message::Tone;
use crate::app::model::neighbour::Neighbour;
use crate::app::model::next::{Next, Step};
use crate::app::model::pane::{Pane, SidePane};
use crate::app::model::presentation::Page;
use crate::app::model::screen::Screen;
use crate::app::model::start::Offer;
use crate::app::model::state::{State, untitled};
use crate::app::panes::{conflicts, funnel, list, review, room, what_if};
use crate::app::reply;
use crate::app::session::{save, start, unreadable};
use crate::app::show::{presentation, timer, tour};
use crate::app::typing;
use crate::map::{Header, Touchpoint};
use crate::store::config::Density;

/// Runs an action, or says why it cannot run now.
pub(super) fn perform(state: &mut State, action: Action) -> Next {
    if let Some(reason) = refusal(state, action) {
        let text = state.refusal_text(reason);
        state.say(Tone::Refused, text);
        // On the board, the key of a conversion settles a conflict. A number may follow it there too.
        if matches!(action, Action::GiveConversion | Action::GiveReach | Action::SettleConflict) {
            typing::expect_refused_number(state);
        }
        return Next::nothing();
    }
    match action {
        Action::Go(movement) if !state.dialogs.is_empty() => return reply::go(state, movement),
        Action::Go(movement) if state.board.pane == Pane::Side && state.board.side != SidePane::Funnel => {
            list::go(state, movement);
        }
        Action::Go(movement) => movement::go(state, movement),
        Action::NextPane => {
            state.board.pane = match state.board.pane {
                Pane::Columns => Pane::Side,
                Pane::Side => Pane::Columns,
            };
        }
        Action::QuickEntry => {
            if matches!(state.screen, Screen::Start(_)) {
                start::begin(state, Offer::NewMap);
            }
            quick_entry::open(state);
        }
        Action::EditTouchpoint => {
            let touchpoints = state.targets().into_iter().map(|(_, each)| Touchpoint::clone(each)).collect();
            state.open_form(Form::new(FormSubject::Touchpoints(touchpoints)));
        }
        Action::EditMap => {
            let header = Header::clone(state.map().header());
            let is_untitled = header.title == untitled(&state.lang);
            let form = Form::new(FormSubject::Map(header));
            let form = if is_untitled { form.with_proposed_title() } else { form };
            state.open_form(form);
        }
        Action::Move(direction) => shift::shift(state, direction),
        Action::Change(edit) => change::change(state, edit),
        Action::GiveReach => prompt::ask_reach(state),
        Action::Delete => change::delete(state),
        Action::Copy => copies::copy(state),
        Action::CopyText => return export::copy_touchpoints(state),
        Action::Paste => copies::paste(state),
        Action::Duplicate => copies::duplicate(state),
        Action::Mark => return mark::mark(state),
        Action::MarkRange => mark::mark_range(state),
        Action::MarkAll => mark::mark_all(state),
        Action::SettleConflict => conflicts::ask(state),
        Action::Share => return share::open(state),
        Action::Room(act) => return room::act(state, act),
        Action::Undo => undo(state),
        Action::Redo => redo(state),
        Action::Search => prompt::ask_search(state),
        Action::NextHit => jump::to_hit(state, Neighbour::Next),
        Action::PreviousHit => jump::to_hit(state, Neighbour::Previous),
        Action::NextFinding => jump::to_finding(state, Neighbour::Next),
        Action::PreviousFinding => jump::to_finding(state, Neighbour::Previous),
        Action::NextUntagged => jump::to_untagged(state),
        Action::Filter => filter::open(state),
        Action::HideRest => filter::toggle_rest(state),
        Action::Palette => {
            let palette = Palette::new(state.context());
            state.dialogs.push(Dialog::Palette(palette));
        }
        Action::ClearBoard => {
            if let Some(layer) = state.board.next_layer() {
                clear(state, layer);
            }
        }
        Action::Show(pane) => list::show(state, pane),
        Action::AdjustConversion(step) => what_if::adjust(state, step),
        Action::GiveConversion => prompt::ask_conversion(state),
        Action::BeginFunnel => funnel::begin_at_selection(state),
        Action::ResetWhatIf if state.board.what_if.is_empty() => return Next::action(Action::ClearBoard),
        Action::ResetWhatIf => what_if::reset(state),
        Action::ApplyWhatIf => what_if::apply(state),
        Action::AnswerPriority => list::open_form(state, "action"),
        Action::CorrectFinding => return review::correct(state),
        Action::SilenceFinding => review::silence(state),
        Action::RestoreFindings => review::remove_silences(state),
        Action::ToggleOneRule => review::toggle_one_rule(state),
        Action::ToggleCurve => {
            state.board.curve = !state.board.curve;
            let (board, lang) = (&state.board, &state.lang);
            let text = if board.curve && (board.side != SidePane::Funnel || board.pane == Pane::Side) {
                lang.curve_behind_pane(&state.key_label(Action::ClearBoard))
            } else {
                lang.curve_toggled(board.curve)
            };
            state.say(Tone::Done, text);
        }
        Action::ToggleDensity => {
            state.settings.density = state.settings.density.other();
            let text = state.lang.density_toggled(state.settings.density == Density::Compact);
            state.say(Tone::Done, text);
        }
        Action::Widen => state.board.widened = !state.board.widened,
        Action::Themes => themes::open(state),
        Action::Repaint => return Next::effect(Effect::Repaint),
        Action::Tour => return Next::step(Step::Leave(LeaveTo::Tour)),
        Action::SkipLesson => return tour::skip(state),
        Action::EndTour => return tour::end(state),
        Action::Present => presentation::begin(state),
        Action::Turn(turn) => presentation::turn(state, turn),
        Action::Enlarge => return presentation::enlarge(state),
        Action::ToggleOnePhase => presentation::toggle_one_phase(state),
        Action::ToggleOverview => presentation::toggle_page(state, Page::Overview),
        Action::ToggleRanking => presentation::toggle_page(state, Page::Ranking),
        Action::ToggleRoomPage => presentation::toggle_page(state, Page::Room),
        Action::BlackScreen => presentation::black_out(state),
        Action::StartTimer => timer::start_or_pause(state),
        Action::StopTimer => state.show.timer.stop(),
        Action::VoteDigit(digit) => return presentation::type_digit(state, digit),
        Action::GiveVote => return presentation::give_vote(state),
        Action::ForgetNumber => presentation::forget_number(state),
        Action::LeavePresentation => state.show.presentation = None,
        Action::Save => {
            // The open form is saved too.
            let is_form = matches!(state.dialogs.last(), Some(Dialog::Form(_)));
            if !is_form || form::accept(state) {
                return save::save(state);
            }
        }
        Action::Export => return export::open(state),
        Action::SaveAs => save::ask_for_file(state),
        Action::Help => {
            let help = Help::new(state.context());
            state.dialogs.push(Dialog::Help(help));
        }
        Action::Quit => return Next::step(Step::Leave(LeaveTo::Quit)),
        Action::Open => return browser::open(state, ""),
        Action::NewMap => return Next::step(Step::Leave(LeaveTo::NewMap)),
        Action::EditFile => return unreadable::edit(state),
        Action::ReadAgain => return unreadable::read_again(state),
        Action::Reply(reply) => return reply::reply(state, reply),
    }
    Next::nothing()
}

/// Removes one layer from the board.
fn clear(state: &mut State, layer: Layer) {
    let board = &mut state.board;
    board.anchor = None;
    match layer {
        Layer::MarksAndSearch => {
            board.marked.clear();
            board.pattern = None;
            board.drag = None;
            board.pane = Pane::Columns;
        }
        Layer::SidePane => {
            board.side = SidePane::Funnel;
            board.line = 0;
        }
        Layer::WidenedPhase => board.widened = false,
        Layer::Filter => filter::clear(state),
    }
}

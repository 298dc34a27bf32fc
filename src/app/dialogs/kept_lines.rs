//! Keeps the line of a dialog that is closed, and brings it back in the next line of the same kind.

use crate::app::dialogs::{export, prompt};
use crate::app::model::action::{Action, Reply};
use crate::app::model::context::Context;
use crate::app::model::dialog::Dialog;
use crate::app::model::line::LineInput;
use crate::app::model::line_history::LineKind;
use crate::app::model::message::Tone;
use crate::app::model::state::State;

/// A line as it was before a reply.
#[derive(Clone, Debug)]
pub(crate) struct TypedLine {
    kind: LineKind,
    context: Context,
    text: String,
    /// True if the text was typed, not proposed.
    is_typed: bool,
}

/// Returns the line of the active dialog.
pub(crate) fn typed_line(state: &State) -> Option<TypedLine> {
    let dialog = state.dialogs.last()?;
    let kind = LineKind::of(dialog)?;
    let text = dialog.line()?.text().trim().to_owned();
    let is_typed = !text.is_empty()
        && if let Dialog::Prompt(open) = dialog {
            prompt::is_typed(state, &open.kind, &text)
        } else {
            !matches!(dialog, Dialog::Export(_)) || export::is_typed(state)
        };
    Some(TypedLine { kind, context: dialog.context(), text, is_typed })
}

/// Keeps a line whose dialog was closed by a reply. One that was left is said to be kept, if it would be missed.
pub(crate) fn keep(state: &mut State, line: TypedLine, reply: Reply) {
    let TypedLine { kind, context, text, is_typed } = line;
    let is_left = matches!(reply, Reply::Leave | Reply::Discard);
    if !is_left {
        state.recall.lines.forget(&kind, &text);
    }
    if !is_typed || !(is_left || kind.keeps_accepted()) {
        return;
    }
    let is_missed = match kind {
        LineKind::QuickEntry
        | LineKind::Reach(_)
        | LineKind::Conversion
        | LineKind::Timer
        | LineKind::Dots
        | LineKind::SaveAs
        | LineKind::Export => true,
        LineKind::Search | LineKind::Browser | LineKind::Filter | LineKind::Palette | LineKind::Help => false,
    };
    state.recall.lines.keep(kind, text);
    if is_left && is_missed {
        let key = state.key_label_in(context, Action::Reply(Reply::Previous)).unwrap_or_default();
        let text = state.lang.line_kept(&key);
        state.say(Tone::Done, text);
    }
}

/// Brings back an older or a newer line; returns false if the key means something else in the dialog now.
pub(crate) fn recall(state: &mut State, reply: Reply) -> bool {
    let Some(TypedLine { kind, text, is_typed, .. }) = typed_line(state) else { return false };
    let Some(dialog) = state.dialogs.last_mut() else { return false };
    let lines = &mut state.recall.lines;
    let is_recalled = lines.is_recalled(&kind, &text);
    let found = if reply == Reply::Previous && recalls_older(dialog, is_typed, is_recalled) {
        lines.older(&kind, &text)
    } else if reply == Reply::Next && recalls_newer(dialog) {
        lines.newer(&kind, &text)
    } else {
        None
    };
    let Some(found) = found else { return false };
    if let Dialog::QuickEntry(entry) = dialog {
        entry.chosen = 0;
    } else if let Dialog::Palette(palette) = dialog {
        palette.chosen = 0;
    } else if let Dialog::Help(help) = dialog {
        help.chosen = 0;
    }
    if let Some(line) = dialog.focus_line() {
        *line = LineInput::new(&found);
    }
    true
}

/// True if Up brings back an older line. Where it also moves in a list, only from the top and in an untouched line.
fn recalls_older(dialog: &Dialog, is_typed: bool, is_recalled: bool) -> bool {
    let is_untouched = !is_typed || is_recalled;
    match dialog {
        Dialog::QuickEntry(entry) => entry.completions().is_empty(),
        // In the prompt for a reach, Up goes to the previous touchpoint.
        Dialog::Prompt(prompt) => !prompt.goes_on() || !is_typed,
        Dialog::Export(_) => !is_typed,
        Dialog::Palette(palette) => is_untouched && palette.chosen == 0,
        Dialog::Help(help) => is_untouched && help.chosen == 0,
        Dialog::Browser(browser) => is_untouched && browser.chosen == 0,
        Dialog::Filter(filter) => is_untouched && filter.chosen.is_none(),
        Dialog::Form(_)
        | Dialog::Question(_)
        | Dialog::Recovery(_)
        | Dialog::Themes(_)
        | Dialog::Share(_)
        | Dialog::Import(_) => false,
    }
}

/// True if Down brings back a newer line, because it moves in no list.
fn recalls_newer(dialog: &Dialog) -> bool {
    if let Dialog::QuickEntry(entry) = dialog {
        entry.completions().is_empty()
    } else if let Dialog::Prompt(prompt) = dialog {
        !prompt.goes_on()
    } else {
        false
    }
}

//! A line that asks for one value: a reach, a conversion, a time, a search or a file name.
//!
//! ```text
//!  How many customers reach "Compares prices"? Tab goes to the next one.
//!  > 12 thousand                    ^ not a number
//! ```

use ratatui::layout::{Position, Rect};

use super::painter::{Painter, span};
use super::text_input::draw_prompt;
use crate::app::model::action::{Action, Reply};
use crate::app::model::dialog::prompt::{Prompt, PromptKind};
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::TouchpointId;
use crate::map::width::{cut, width};

/// Draws the prompt and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, prompt: &Prompt, area: Rect) -> Option<Position> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    // On the start screen, the status line has one row, so the prompt takes the row above as well.
    let area = if area.height < 2 { Rect { y: area.y.saturating_sub(1), height: 2, ..area } } else { area };
    painter.clear_for_dialog(area);
    painter.restyle(area, area.y, theme.header);
    let question = question(painter, prompt, area.width);
    painter.write_spans(area, area.y, &[span(format!(" {question}"), theme.header)]);
    let line = Rect { y: area.y + 1, height: 1, ..area };
    let cursor = draw_prompt(painter, &prompt.line, line);
    let typed = width(prompt.line.text());
    if prompt.is_proposal {
        // The text is selected: the first key replaces it.
        let typed = u16::try_from(typed).unwrap_or(u16::MAX);
        let x = line.x + 3;
        let text = Rect { x, width: typed.min(line.right().saturating_sub(x + 1)), ..line };
        painter.restyle(text, line.y, theme.selected);
    }
    let note = if prompt.keeps_several() {
        Some((lang.several_values(), theme.dim))
    } else {
        prompt.empties_all().then(|| (lang.emptied_in_all(), theme.accent))
    };
    if let Some((text, style)) = note {
        let rest = Rect { x: line.x + 4, width: line.width.saturating_sub(4), ..line };
        painter.write(rest, line.y, &text, style);
    }
    if let Some(text) = error(lang, prompt) {
        let used = error_start(prompt);
        if used < area.width {
            let rest = Rect { x: area.x + used, width: area.width - used, ..area };
            painter.write(rest, line.y, &text, theme.accent);
        }
    }
    if let Some(message) = state.message.as_ref().filter(|_| has_message(state, prompt, area.width)) {
        let below = Rect {
            x: area.x + 1,
            y: area.y + 2,
            width: area.width.saturating_sub(2),
            height: area.height.saturating_sub(2),
        };
        painter.write_wrapped(below, &message.text, 2, theme.tone(message.tone));
    }
    cursor
}

/// Returns true if a message is written below the line. It is not if all that is wrong with a number stands behind it.
pub(super) fn has_message(state: &State, prompt: &Prompt, cells: u16) -> bool {
    let fits = |text: String| usize::from(error_start(prompt)) + width(&text) <= usize::from(cells);
    state.message.is_some() && !error(&state.lang, prompt).is_some_and(fits)
}

/// Returns the cells before the error behind a typed number.
fn error_start(prompt: &Prompt) -> u16 {
    u16::try_from(width(prompt.line.text())).unwrap_or(u16::MAX).saturating_add(5)
}

/// Returns what the prompt asks for.
fn question(painter: &Painter<'_>, prompt: &Prompt, cells: u16) -> String {
    let lang = painter.lang();
    match &prompt.kind {
        PromptKind::Reach(ids) => match ids.as_slice() {
            [id] => ask_reach(painter, prompt, *id, cells),
            several if prompt.keeps_several() => lang.ask_reach_of_differing(several.len(), painter.shown.map().unit()),
            several => lang.ask_reach_of_marked(several.len(), painter.shown.map().unit()),
        },
        PromptKind::Conversion => lang.ask_conversion(),
        PromptKind::Timer => lang.ask_countdown(),
        PromptKind::Dots => lang.ask_dots(),
        PromptKind::Search { .. } => lang.ask_search(),
        PromptKind::SaveAs => lang.ask_save_as(),
    }
}

/// Asks for the reach of a touchpoint; its name is cut so that the rest of the question fits.
fn ask_reach(painter: &Painter<'_>, prompt: &Prompt, id: TouchpointId, cells: u16) -> String {
    let (state, lang) = (painter.state, painter.lang());
    let touchpoint = state.map().touchpoint(id).map(|each| &**each).or(prompt.touchpoint(id));
    let name = touchpoint.map(|each| each.name.to_string()).unwrap_or_default();
    let next = state.key_label(Action::Reply(Reply::Next));
    let others = width(&lang.ask_reach("", &next)) + 2;
    lang.ask_reach(&cut(&name, usize::from(cells).saturating_sub(others)), &next)
}

/// Returns what is wrong with a typed reach.
fn error(lang: &Lang, prompt: &Prompt) -> Option<String> {
    let PromptKind::Reach(_) = prompt.kind else { return None };
    prompt.number().err().map(|error| lang.number_fault(error))
}

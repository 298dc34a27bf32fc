//! The palette: actions by name with their keys, commands, and why the selected one cannot run now.
//!
//! ```text
//! ╭ palette ──────────────────────────────────────────╮
//! │ > undo                                            │
//! │                                                   │
//! │ undo               Takes back the last change   u │
//! │                                                   │
//! │ There is nothing to undo.                         │
//! ╰───────────────────────────────────────────────────╯
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::list::{hidden_rows, visible_rows};
use super::painter::{Painter, centered, span};
use super::text_input::draw_prompt;
use crate::app::dialogs::command;
use crate::app::input::availability::refusal;
use crate::app::model::context::Context;
use crate::app::model::dialog::command::Command;
use crate::app::model::dialog::palette::{Palette, PaletteItem};
use crate::app::model::file_name::shown as file_shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::query::save_name::is_copy;
use crate::app::model::state::State;
use crate::map::width::fill;

/// The width of an action's name.
const NAME_WIDTH: usize = 18;

/// Draws the palette and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, palette: &Palette, area: Rect) -> Option<Position> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let title = lang.context(Context::Palette.name());
    let area = centered(area, area.width.min(96), area.height.min(24));
    let inside = painter.frame(area, &title, theme.strong);
    let cursor = draw_prompt(painter, &palette.line, Rect { height: 1, ..inside });
    let listed = palette.listed(lang, &state.keys, &state.recall.actions);
    // The last two lines are for the reason why the selected item cannot run.
    let reason_lines = if inside.height > 8 { 2 } else { 0 };
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2 + reason_lines), ..inside };
    if listed.is_empty() {
        painter.write(list, list.y, &lang.no_such_action(&palette.typed()), theme.dim);
    }
    let selected = palette.chosen.min(listed.len().saturating_sub(1));
    let rows = visible_rows(listed.len(), list.height, selected, |_| 1);
    let (above, below) = hidden_rows(&rows, listed.len());
    painter.write_hidden_rows(inside, above, below);
    painter.canvas.viewport.dialog = rows.len();
    for visible in rows {
        let y = list.y + visible.top;
        let (left, right) = item_spans(painter, palette, &listed[visible.row]);
        painter.write_both_ends(list, y, &left, &right);
        let target = PointerTarget::Dialog(DialogTarget::Row(visible.row));
        painter.canvas.set_target(Rect { y, height: 1, ..list }, target);
        if visible.row == selected {
            painter.restyle(list, y, theme.selected);
        }
    }
    let reason = listed.get(selected).and_then(|item| reason(state, item)).map(|reason| (reason, theme.accent));
    let message = state.message.as_ref().map(|message| (message.text.clone(), theme.tone(message.tone)));
    if let Some((text, style)) = reason.or(message) {
        let below = Rect { y: inside.bottom() - reason_lines, height: reason_lines, ..inside };
        painter.write_wrapped(below, &text, usize::from(reason_lines.max(1)), style);
    }
    cursor
}

/// Returns the reason why an item cannot run now.
fn reason(state: &State, item: &PaletteItem) -> Option<String> {
    match item {
        PaletteItem::Action(action) => refusal(state, *action).map(|reason| state.refusal_text(reason)),
        PaletteItem::Command(command) => command::refusal(state, command),
    }
}

/// Returns the name and description of an item, and its keys.
fn item_spans(
    painter: &Painter<'_>,
    palette: &Palette,
    item: &PaletteItem,
) -> (Vec<Span<'static>>, Vec<Span<'static>>) {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    match item {
        PaletteItem::Action(action) => {
            let is_available = refusal(state, *action).is_none();
            let style = |style| if is_available { style } else { theme.dim };
            let keys: Vec<String> = state.keys.keys(palette.context, *action).map(|key| lang.key(key)).collect();
            let name = span(format!("{} ", fill(&lang.action(action.name()), NAME_WIDTH)), style(theme.strong));
            let about = span(lang.action_about(action.name()), style(theme.plain));
            (vec![name, about], vec![span(keys.join("  "), style(theme.key))])
        }
        PaletteItem::Command(command) => {
            let typed = palette.line.text().trim().trim_start_matches(':');
            let name = span(format!("{} ", fill(&format!(":{typed}"), NAME_WIDTH)), theme.strong);
            (vec![name, span(about_command(state, command), theme.plain)], Vec::new())
        }
    }
}

fn about_command(state: &State, command: &Command) -> String {
    let lang = &state.lang;
    match command {
        Command::Save => lang.action_about("save"),
        Command::WriteCopy(path) if is_copy(state, path) => lang.command_write_copy(&file_shown(path)),
        Command::WriteCopy(path) => lang.command_save_in(&file_shown(path)),
        Command::SaveAs(path) => lang.command_save_as(&file_shown(path)),
        Command::SaveAndQuit => lang.command_save_and_quit(),
        Command::Quit => lang.action_about("quit"),
        Command::QuitAnyway => lang.command_quit_anyway(),
        Command::Open(path) => lang.command_open(&file_shown(path)),
        Command::ReadAgain => lang.command_read_again(),
        Command::ToggleLive => lang.command_live(),
    }
}

//! The palette: actions by name, with their keys, and why the chosen one cannot be done now.

use ratatui::layout::{Position, Rect};

use super::canvas::Canvas;
use super::layout::Arrangement;
use super::line::draw_line;
use super::pen::{Piece, frame, middle, paint, piece, put, put_both};
use super::scroll::{put_beyond, seen};
use super::theme::Theme;
use crate::app::dialogs::command;
use crate::app::input::availability::refusal;
use crate::app::model::context::Context;
use crate::app::model::dialog::command::Command;
use crate::app::model::dialog::palette::{Item, Palette};
use crate::app::model::file_name::shown as file_shown;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::app::model::state::State;
use crate::map::width::{fill, wrap};

/// Cells for the name of an action.
const NAME: usize = 18;

/// Draws the palette over the board; gives where the cursor belongs.
pub fn draw(
    state: &State,
    palette: &Palette,
    theme: &Theme,
    arrangement: &Arrangement,
    buf: &mut Canvas<'_>,
) -> Option<Position> {
    let lang = &state.lang;
    let area = arrangement.title.union(arrangement.status);
    let title = lang.context(Context::Palette.name());
    let inside = frame(buf, middle(area, area.width.min(96), area.height.min(24)), &title, theme.strong);
    let cursor = draw_line(&palette.line, theme, Rect { height: 1, ..inside }, buf);
    let listed = palette.listed(lang, &state.keys, &state.recall.actions);
    // Two lines at the bottom say why the chosen one cannot be done.
    let why_lines = if inside.height > 8 { 2 } else { 0 };
    let list = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2 + why_lines), ..inside };
    if listed.is_empty() {
        put(buf, list, list.y, &lang.no_such_action(&palette.typed()), theme.dim);
    }
    let chosen = palette.chosen.min(listed.len().saturating_sub(1));
    let lines = seen(listed.len(), list.height, chosen, |_| 1);
    put_beyond(lang, theme, inside, &lines, listed.len(), buf);
    buf.viewport.dialog = lines.len();
    for place in lines {
        let y = list.y + place.top;
        let (left, right) = line(state, palette, &listed[place.row], theme);
        put_both(buf, list, y, &left, &right);
        buf.mark(Rect { y, height: 1, ..list }, PointerTarget::Dialog(DialogTarget::Row(place.row)));
        if place.row == chosen {
            paint(buf, list, y, theme.selected);
        }
    }
    let why = listed.get(chosen).and_then(|item| why_not(state, item)).map(|reason| (reason, theme.hit));
    let said = state.message.as_ref().map(|message| (message.text.clone(), theme.tone(message.tone)));
    if let Some((text, style)) = why.or(said) {
        let rows = inside.bottom() - why_lines..inside.bottom();
        for (y, range) in rows.zip(wrap(&text, usize::from(inside.width), usize::from(why_lines.max(1)))) {
            put(buf, inside, y, &text[range], style);
        }
    }
    cursor
}

fn why_not(state: &State, item: &Item) -> Option<String> {
    match item {
        Item::Act(action) => refusal(state, *action).map(|reason| state.refusal_text(reason)),
        Item::Command(command) => command::refusal(state, command),
    }
}

/// What is said of an item: its name and what it does, and its keys.
fn line<'a>(state: &State, palette: &Palette, item: &Item, theme: &Theme) -> (Vec<Piece<'a>>, Vec<Piece<'a>>) {
    let lang = &state.lang;
    match item {
        Item::Act(action) => {
            let possible = refusal(state, *action).is_none();
            let styles =
                if possible { (theme.strong, theme.plain, theme.key) } else { (theme.dim, theme.dim, theme.dim) };
            let keys = state.keys.keys(palette.context, *action).map(|key| lang.key(key));
            let keys: Vec<String> = keys.collect();
            let name = piece(format!("{} ", fill(&lang.action(action.name()), NAME)), styles.0);
            let about = piece(lang.action_about(action.name()), styles.1);
            (vec![name, about], vec![piece(keys.join("  "), styles.2)])
        }
        Item::Command(command) => {
            let typed = palette.line.text().trim().trim_start_matches(':');
            let name = piece(format!("{} ", fill(&format!(":{typed}"), NAME)), theme.strong);
            (vec![name, piece(about(state, command), theme.plain)], Vec::new())
        }
    }
}

fn about(state: &State, command: &Command) -> String {
    let lang = &state.lang;
    match command {
        Command::Save => lang.action_about("save"),
        Command::SaveIn(path) => lang.command_save_in(&file_shown(path)),
        Command::SaveAndQuit => lang.command_save_and_quit(),
        Command::Quit => lang.action_about("quit"),
        Command::QuitAnyway => lang.command_quit_anyway(),
        Command::Open(path) => lang.command_open(&file_shown(path)),
        Command::ReadAgain => lang.command_read_again(),
    }
}

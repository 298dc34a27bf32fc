//! The title of the terminal's window: the program, the map, and whether it is saved.

use crate::app::model::file_name::shown;
use crate::app::model::screen::Screen;
use crate::app::model::state::State;
use crate::map::text::one_line;
use crate::map::width::cut;

const PROGRAM: &str = "Periplo";
/// The maximum width of a map's title or a file's name.
const NAME_WIDTH: usize = 60;

/// Returns the title of the window. It holds no control characters.
pub(crate) fn title(state: &State) -> String {
    let (dash, dot) = if state.settings.ascii { ("-", "*") } else { ("—", "•") };
    let name = match &state.screen {
        Screen::Start(_) => return PROGRAM.to_owned(),
        Screen::Opening { path, .. } => shown(path),
        Screen::Unreadable(page) => shown(&page.path),
        Screen::Board => state.map().header().title.to_string(),
    };
    let name = one_line(&name);
    let unsaved = if state.is_unsaved() { format!(" {dot}") } else { String::new() };
    format!("{PROGRAM} {dash} {}{unsaved}", cut(&name, NAME_WIDTH))
}

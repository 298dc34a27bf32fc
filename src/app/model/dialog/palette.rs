//! The palette: all actions by name, found by a few letters; Enter runs one.

use std::cmp::Reverse;
use std::path::Path;

use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::dialog::command::Command;
use crate::app::model::fuzzy::score;
use crate::app::model::keymap::Keymap;
use crate::app::model::line::LineInput;
use crate::lang::Lang;
use crate::map::text::fold;
use crate::map::width::cut;

/// How many of the latest actions are remembered.
pub(crate) const RECENT: usize = 12;

/// How many cells of an unknown command are shown.
const TYPED_WIDTH: usize = 40;

/// The weight of a match in the name, relative to one in the description.
const NAME_WEIGHT: u32 = 3;

/// The palette.
#[derive(Clone, Debug)]
pub struct Palette {
    /// The context before the palette was opened.
    pub context: Context,
    pub line: LineInput,
    /// The index of the chosen line.
    pub chosen: usize,
}

/// A line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaletteItem {
    /// The typed text is a command.
    Command(Command),
    Action(Action),
}

impl Palette {
    /// The palette of a context, with nothing typed.
    pub fn new(context: Context) -> Palette {
        Palette { context, line: LineInput::default(), chosen: 0 }
    }

    /// The palette with a typed command.
    pub(crate) fn with_command(context: Context, command: &str) -> Palette {
        Palette { line: LineInput::new(command), ..Palette::new(context) }
    }

    /// The palette with the command that writes a copy into a file.
    pub(crate) fn writing_copy(context: Context, file: &Path) -> Palette {
        Palette::with_command(context, &format!(":w {}", file.to_string_lossy()))
    }

    /// Returns the typed text without a leading colon.
    pub(crate) fn typed(&self) -> String {
        cut(self.line.text().trim().trim_start_matches(':'), TYPED_WIDTH).into_owned()
    }

    /// Returns the matching lines, best first; with nothing typed, the actions run last come first.
    pub fn listed(&self, lang: &Lang, keys: &Keymap, recent: &[Action]) -> Vec<PaletteItem> {
        let typed = self.line.text().trim_start_matches(':');
        let is_offered = |action: &Action| !matches!(action, Action::Reply(_) | Action::Palette);
        let actions = keys.actions(self.context).into_iter().filter(is_offered);
        let points = |action: Action| {
            let name = score(typed, &lang.action(action.name())).map(|score| score * NAME_WEIGHT);
            name.max(score_description(typed, &lang.action_about(action.name())))
        };
        let age = |action| recent.iter().position(|each| *each == action).unwrap_or(RECENT);
        let mut matching: Vec<_> = actions.filter_map(|each| Some((points(each)?, each))).collect();
        // Equal matches stay in the order of the keys.
        if typed.trim().is_empty() {
            matching.sort_by_key(|&(_, action)| age(action));
        } else {
            matching.sort_by_key(|&(points, action)| (Reverse(points), age(action)));
        }
        let command = Command::parse(typed).map(PaletteItem::Command);
        command.into_iter().chain(matching.into_iter().map(|(_, action)| PaletteItem::Action(action))).collect()
    }

    /// Returns the chosen line.
    pub(crate) fn item(&self, lang: &Lang, keys: &Keymap, recent: &[Action]) -> Option<PaletteItem> {
        let mut listed = self.listed(lang, keys, recent);
        let last = listed.len().checked_sub(1)?;
        Some(listed.swap_remove(self.chosen.min(last)))
    }
}

/// Scores a description; `None` unless every typed word begins one of its words.
fn score_description(typed: &str, description: &str) -> Option<u32> {
    let folded = fold(description);
    let begins = |word: &str| folded.split(|c: char| !c.is_alphanumeric()).any(|each| each.starts_with(word));
    let typed = fold(typed);
    typed.split_whitespace().all(begins).then(|| score(&typed, &folded)).flatten()
}

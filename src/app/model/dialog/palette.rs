//! The palette: every action by its name, found by a few of its letters; Enter does it.

use std::cmp::Reverse;

use crate::app::model::action::Action;
use crate::app::model::context::Context;
use crate::app::model::dialog::command::Command;
use crate::app::model::fuzzy::score;
use crate::app::model::keymap::Keymap;
use crate::app::model::line::LineInput;
use crate::lang::Lang;
use crate::map::width::cut;

/// The most actions that are remembered as done.
pub(crate) const RECENT: usize = 12;

/// The most cells that are shown of what is typed and names nothing.
pub(crate) const TYPED: usize = 40;

/// How much more a name counts than the sentence about it.
pub(crate) const NAME: u32 = 3;

/// The palette over a context.
#[derive(Clone, Debug)]
pub struct Palette {
    /// Where the keys were pressed before.
    pub context: Context,
    pub line: LineInput,
    /// Which of the listed items is chosen.
    pub chosen: usize,
}

/// Something that the palette can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// What is typed is a command.
    Command(Command),
    Act(Action),
}

impl Palette {
    /// The palette over a context, with nothing typed.
    pub fn new(context: Context) -> Palette {
        Palette { context, line: LineInput::default(), chosen: 0 }
    }

    /// The palette with a command typed already, as after one that failed.
    pub(crate) fn with(context: Context, command: &str) -> Palette {
        Palette { line: LineInput::new(command), ..Palette::new(context) }
    }

    /// What is typed, without the colon of commands.
    pub fn typed(&self) -> String {
        cut(self.line.text().trim().trim_start_matches(':'), TYPED).into_owned()
    }

    /// What matches, the best first; while nothing is typed, what was done last.
    pub fn listed(&self, lang: &Lang, keys: &Keymap, recent: &[Action]) -> Vec<Item> {
        let typed = self.line.text().trim_start_matches(':');
        let named = |action: &Action| !matches!(action, Action::Reply(_) | Action::Palette);
        let actions = keys.actions(self.context).into_iter().filter(named);
        let worth = |action: Action| {
            let name = score(typed, &lang.action(action.name())).map(|score| score * NAME);
            name.max(within(typed, &lang.action_about(action.name())))
        };
        let age = |action| recent.iter().position(|each| *each == action).unwrap_or(RECENT);
        let mut matching: Vec<_> = actions.filter_map(|each| Some((worth(each)?, each))).collect();
        // What is alike stays in the order of the keys.
        match typed.trim().is_empty() {
            true => matching.sort_by_key(|&(_, action)| age(action)),
            false => matching.sort_by_key(|&(worth, action)| (Reverse(worth), age(action))),
        }
        let command = Command::parse(typed).map(Item::Command);
        command.into_iter().chain(matching.into_iter().map(|(_, action)| Item::Act(action))).collect()
    }

    /// The item that is chosen, if any is listed.
    pub fn item(&self, lang: &Lang, keys: &Keymap, recent: &[Action]) -> Option<Item> {
        let mut listed = self.listed(lang, keys, recent);
        let last = listed.len().checked_sub(1)?;
        Some(listed.swap_remove(self.chosen.min(last)))
    }
}

/// How well a sentence matches of which every word that is typed begins a word.
pub(crate) fn within(typed: &str, sentence: &str) -> Option<u32> {
    let folded = crate::map::text::fold(sentence);
    let begins = |word: &str| folded.split(|c: char| !c.is_alphanumeric()).any(|each| each.starts_with(word));
    let typed = crate::map::text::fold(typed);
    typed.split_whitespace().all(begins).then(|| score(&typed, &folded)).flatten()
}

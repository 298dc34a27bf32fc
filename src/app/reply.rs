//! Which of lines, forms, questions and screens a reply is for.

use crate::app::board::{filter, quick_entry};
use crate::app::dialogs::{browser, export, form, help, palette, prompt, question, themes};
use crate::app::model::action::{Go, Reply};
use crate::app::model::effect::Effect;
use crate::app::model::state::{Dialog, Screen, State};
use crate::app::model::viewport::page;
use crate::app::session::{recovery, start, unreadable};

/// Goes over a list that takes the keys now.
pub(crate) fn go(state: &mut State, way: Go) -> Vec<Effect> {
    let page = page(state.viewport.dialog);
    let (step, times) = match way {
        Go::Up | Go::Left => (Reply::Previous, 1),
        Go::Down | Go::Right => (Reply::Next, 1),
        Go::PageUp | Go::First => (Reply::Previous, page),
        Go::PageDown | Go::Last => (Reply::Next, page),
    };
    (0..times).flat_map(|_| reply(state, step)).collect()
}

/// Carries out a reply to what takes the keys now.
pub(crate) fn reply(state: &mut State, reply: Reply) -> Vec<Effect> {
    match state.dialogs.last() {
        Some(Dialog::QuickEntry(_)) => quick_entry::reply(state, reply),
        Some(Dialog::Form(_)) => form::reply(state, reply),
        Some(Dialog::Prompt(_)) => return prompt::reply(state, reply),
        Some(Dialog::Filter(_)) => filter::reply(state, reply),
        Some(Dialog::Palette(_)) => return palette::reply(state, reply),
        Some(Dialog::Question(_)) => return question::reply(state, reply),
        Some(Dialog::Recovery(_)) => return recovery::reply(state, reply),
        Some(Dialog::Dispatch(_)) => return export::reply(state, reply),
        Some(Dialog::Browser(_)) => return browser::reply(state, reply),
        Some(Dialog::Help(_)) => return help::reply(state, reply),
        Some(Dialog::Themes(_)) => themes::reply(state, reply),
        None => match state.screen {
            Screen::Start(_) => return start::reply(state, reply),
            Screen::Unreadable(_) => unreadable::reply(state, reply),
            Screen::Opening { .. } | Screen::Board => {}
        },
    }
    Vec::new()
}

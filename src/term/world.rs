//! The world: carries out effects on a thread of its own, one after the other, and answers with messages.

use std::sync::mpsc::{self, Sender};
use std::thread;

use super::events::Input;
use crate::app::effect::Target;
use crate::app::{Effect, Msg};
use crate::store::disk;

/// What reads and writes files while keys are taken in.
pub struct World {
    work: Sender<Effect>,
}

impl World {
    /// A world that answers to `pump`.
    pub fn new(pump: Sender<Input>) -> World {
        let (work, orders) = mpsc::channel::<Effect>();
        thread::spawn(move || {
            for answer in orders.into_iter().filter_map(answer) {
                if pump.send(Input::Answer(answer)).is_err() {
                    return;
                }
            }
        });
        World { work }
    }

    /// Carries out an effect when those before it are done.
    pub fn carry_out(&mut self, effect: Effect) {
        // The thread ends only with the pump, which then waits for no answer.
        let _ended = self.work.send(effect);
    }
}

fn answer(effect: Effect) -> Option<Msg> {
    match effect {
        Effect::Open { path } => {
            let outcome = disk::load(&path);
            Some(Msg::Opened { path, outcome })
        }
        Effect::Save { path, map, revision, target } => {
            let outcome = match target {
                Target::New => disk::create(&path, &map),
                Target::Known(expected) => disk::save_over(&path, &map, Some(&expected)),
                Target::Any => disk::save_over(&path, &map, None),
            };
            Some(Msg::Saved { path, revision, outcome })
        }
        Effect::Quit => None,
    }
}

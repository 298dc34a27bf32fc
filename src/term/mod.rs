//! The pump: owns the state, brings messages in, draws, and hands effects to the world.

pub mod batch;
pub mod clerk;
pub mod clock;
pub mod editor;
pub mod events;
mod exporting;
pub mod journal;
pub mod listener;
pub mod screen;
pub mod signals;
pub mod stage;
pub mod system;
mod watch;
pub mod world;

use std::ffi::OsString;
use std::io;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crossterm::style::force_color_output;

use crate::app::model::drag::Drag;
use crate::app::model::effect::Effect;
use crate::app::model::keymap::Keymap;
use crate::app::model::msg::{Msg, Opening};
use crate::app::model::settings::Settings;
use crate::app::model::state::State;
use crate::app::model::state::{Screen, Tone};
use crate::app::update;
use crate::lang::Lang;
use batch::Batch;
use clerk::Errand;
use clock::Clock;
use events::{Input, Meaning};
use journal::Desk;
use signals::Guardian;
use stage::{Stage, Wishes};
use world::{Order, World};

/// How long the first frame waits for the map.
const OPENING: Duration = Duration::from_millis(50);
/// How long a program that goes on in the background waits for what it is to do there, before it stops again.
const BACKGROUND: Duration = Duration::from_millis(100);

/// How the program is to be run.
pub struct Options {
    pub lang: Lang,
    pub opening: Opening,
    /// Makes the identities of new touchpoints random.
    pub seed: u64,
    /// What the configuration asks for.
    pub settings: Settings,
    pub keys: Keymap,
    /// What is wrong with the configuration, in a sentence.
    pub complaint: Option<String>,
    /// What is asked of the terminal.
    pub terminal: Wishes,
    /// Where journals are kept.
    pub desk: Desk,
    /// The user's editor, with its arguments as a shell takes them.
    pub editor: Option<OsString>,
}

/// How the program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was left, with nothing to explain.
    Left,
    /// It was ended by this signal, or its terminal is gone; what was not saved is in the journal.
    Signal(i32),
    /// It was left while it showed why a file could not be opened.
    Unreadable { picture: String },
}

/// Runs the program in the terminal until it is left; the terminal is as it was before, also after an error.
pub fn run(options: Options) -> io::Result<Ending> {
    let Options { lang, opening, seed, settings, keys, complaint, terminal, desk, editor } = options;
    // The theme decides; crossterm would take colours away again where NO_COLOR stands in the environment.
    force_color_output(true);
    let (sender, inputs) = mpsc::channel();
    let loan = Arc::default();
    let guardian = signals::listen(sender.clone(), Arc::clone(&loan))?;
    let stage = Stage::open(sender.clone(), loan, terminal, editor)?;
    let world = World::new(sender, desk);
    let mut state = State { settings, keys, ..State::new(lang, seed) };
    if let Some(text) = complaint {
        state.say(Tone::Failed, text);
    }
    let ended = guarded(stage, world, &guardian, |stage, world| pump(&mut state, stage, world, &inputs, opening));
    match ended {
        Ok(Some(signal)) => Ok(Ending::Signal(signal)),
        Ok(None) => Ok(match state.screen {
            Screen::Unreadable(page) => Ending::Unreadable { picture: page.picture },
            Screen::Start(_) | Screen::Opening { .. } | Screen::Board => Ending::Left,
        }),
        Err(error) if system::is_gone(&error) => Ok(Ending::Signal(system::HANGUP)),
        Err(error) => Err(error),
    }
}

/// Runs what uses the terminal and the world; after it, also after a defect, the terminal is given back and what was
/// ordered is done.
pub fn guarded<T>(
    mut stage: Stage,
    world: World,
    guardian: &Guardian,
    body: impl FnOnce(&mut Stage, &World) -> T,
) -> T {
    let pump_thread = thread::current().id();
    let previous: Arc<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> = Arc::from(std::panic::take_hook());
    let told = Arc::clone(&previous);
    std::panic::set_hook(Box::new(move |panic| {
        // Another thread's fault comes to the pump as an answer; the screen stays the pump's until then.
        if thread::current().id() == pump_thread {
            screen::leave();
            told(panic);
        }
    }));
    let outcome = catch_unwind(AssertUnwindSafe(|| body(&mut stage, &world)));
    stage.close();
    guardian.left();
    world.finish();
    std::panic::set_hook(Box::new(move |panic| previous(panic)));
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Takes in what comes and draws what is, until the program is left; gives the signal that ended it, if one did.
fn pump(
    state: &mut State,
    stage: &mut Stage,
    world: &World,
    inputs: &Receiver<Input>,
    opening: Opening,
) -> io::Result<Option<i32>> {
    let clock = Clock::start();
    let mut after = After::Draw;
    let opens = matches!(opening, Opening::Map(_));
    carry_out(world, stage, update(state, Msg::Begin(opening)));
    if opens {
        // The map is on its way: it is worth a moment to draw it first of all.
        if let Ok(input) = inputs.recv_timeout(OPENING) {
            after = absorb(input, inputs, state, &clock, world, stage)?;
        }
    }
    loop {
        if let After::End(signal) = after {
            return Ok(signal);
        }
        if after == After::Draw {
            let viewport = stage.draw(state)?;
            carry_out(world, stage, update(state, Msg::Drawn(viewport)));
        }
        let next_second = || state.wakes_at().map(|at| at.saturating_sub(clock.now()));
        let wait = if stage.is_stopped() { Some(BACKGROUND) } else { next_second() };
        let input = match wait {
            Some(wait) => inputs.recv_timeout(wait),
            None => inputs.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        after = match input {
            Ok(input) => absorb(input, inputs, state, &clock, world, stage)?,
            Err(RecvTimeoutError::Timeout) if stage.is_stopped() => {
                stage.want()?;
                After::Draw
            }
            Err(RecvTimeoutError::Timeout) => tell_time(state, clock.now(), world, stage),
            Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::Other.into()),
        };
    }
}

/// What is to be done when some input was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    /// Nothing can have changed on the screen.
    Wait,
    Draw,
    /// The program ends, by a signal or because it was left.
    End(Option<i32>),
}

/// Tells how late it is, so that all that follows goes by it.
fn tell_time(state: &mut State, now: Duration, world: &World, stage: &mut Stage) -> After {
    let is_shown = state.wakes_at().is_some();
    let scrolls_at = state.board.drag.as_ref().and_then(Drag::scrolls_at);
    carry_out(world, stage, update(state, Msg::Tick(now)));
    // Another card may stand under what is held still.
    if let Some(held) = scrolls_at.filter(|&at| at <= state.now).and_then(|_| events::held(state, stage.area())) {
        carry_out(world, stage, update(state, held));
    }
    if is_shown { After::Draw } else { After::Wait }
}

/// Takes in an input and all that is waiting behind it.
fn absorb(
    first: Input,
    waiting: &Receiver<Input>,
    state: &mut State,
    clock: &Clock,
    world: &World,
    stage: &mut Stage,
) -> io::Result<After> {
    let mut after = After::Wait;
    let mut deaf = false;
    for input in Batch::new(first, waiting) {
        // Whoever typed this had not seen the question yet.
        if deaf && input.is_typed() {
            continue;
        }
        // What comes from the terminal counts from when it came, however long the program was busy since.
        if let Some(came_at) = input.came_at()
            && tell_time(state, clock.at(came_at), world, stage) == After::Draw
        {
            after = After::Draw;
        }
        let (is_typed, was_asked) = (input.is_typed(), state.is_asked());
        match events::meaning(state, input, stage.area()) {
            Meaning::Nothing => {}
            Meaning::Redraw => after = After::Draw,
            Meaning::Suspend => stage.suspend(),
            Meaning::GoOn => {
                stage.go_on()?;
                after = After::Draw;
            }
            Meaning::Returned(msg) => {
                stage.take_back()?;
                after = After::Draw;
                carry_out(world, stage, update(state, msg));
            }
            Meaning::End(signal) => return Ok(After::End(Some(signal))),
            Meaning::Broken(error) => return Err(error),
            Meaning::Msg(msg) => {
                after = After::Draw;
                if carry_out(world, stage, update(state, msg)) {
                    return Ok(After::End(None));
                }
                deaf |= !is_typed && !was_asked && state.is_asked();
            }
        }
    }
    if tell_time(state, clock.now(), world, stage) == After::Draw {
        after = After::Draw;
    }
    Ok(after)
}

/// Hands effects to the world; true when the program is to end.
fn carry_out(world: &World, stage: &mut Stage, effects: Vec<Effect>) -> bool {
    let mut end = false;
    for effect in effects {
        match effect {
            Effect::Quit => end = true,
            Effect::Open { path } => world.order(Order::Open { path }),
            Effect::Look { path } => world.order(Order::Look { path }),
            Effect::Preview { path } => world.send(Errand::Preview { path }),
            Effect::FindRecent => world.send(Errand::FindRecent),
            Effect::List { folder } => world.send(Errand::List { folder }),
            Effect::Export(job) => world.send(Errand::Export(job)),
            Effect::Copy { text } => stage.copy(&text),
            Effect::FindUnsaved => world.order(Order::FindUnsaved),
            Effect::Save { path, map, comments, revision, target } => {
                world.order(Order::Save { path, map, comments, revision, target });
            }
            Effect::Note(note) => world.journal.note(note),
            Effect::Forget => world.journal.forget(),
            Effect::TakeLeft { id } => world.journal.taken(id),
            Effect::DiscardLeft { id } => world.journal.discard(id),
            Effect::Edit { path, line } => stage.edit(path, line),
            Effect::Ring => stage.ring(),
        }
    }
    end
}

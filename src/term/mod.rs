//! Runs the interactive program: takes the terminal, starts the worker threads and the event loop.

pub mod background;
pub mod clock;
pub mod decoder;
pub mod disk_worker;
mod event_loop;
mod export;
mod file_watch;
pub mod frame;
pub mod import;
pub mod input;
pub mod input_batch;
mod input_reader;
pub mod journal;
mod local_time;
mod room;
mod screen;
pub mod signals;
mod system;
pub mod terminal;
pub mod text_editor;
mod tmux;
pub mod workers;

use std::ffi::OsString;
use std::io;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::sync::mpsc;
use std::thread;

use crossterm::style::force_color_output;

use crate::app::model::keymap::Keymap;
use crate::app::model::message::Tone;
use crate::app::model::msg::Opening;
use crate::app::model::room::effect::RoomSettings;
use crate::app::model::screen::Screen;
use crate::app::model::settings::Settings;
use crate::app::model::state::State;
use crate::lang::Lang;
use crate::map::Date;
use event_loop::EventLoop;
use journal::JournalConfig;
use room::RoomHost;
use signals::SignalThread;
use terminal::{TerminalOptions, TerminalOwner};
use workers::Workers;

/// Everything that [`run`] needs to start the interactive program.
pub(crate) struct Options {
    pub lang: Lang,
    pub opening: Opening,
    /// The random seed for the ids of new touchpoints.
    pub seed: u64,
    /// The current day.
    pub today: Option<Date>,
    /// The settings from the configuration.
    pub settings: Settings,
    /// How the room is opened.
    pub room: RoomSettings,
    pub keys: Keymap,
    /// A sentence about faults in the configuration, shown in the status line.
    pub configuration_warning: Option<String>,
    pub terminal: TerminalOptions,
    pub journal: JournalConfig,
    /// The user's text editor, as a shell command with arguments.
    pub text_editor: Option<OsString>,
}

/// How the interactive program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// The user left it, and there is nothing to explain.
    Left,
    /// This signal ended it, or the terminal is gone. Unsaved changes are in the journal.
    Signal(i32),
    /// The user left it while it showed why a file could not be opened. `picture` is that explanation.
    Unreadable { picture: String },
}

/// Runs the program in the terminal until the user leaves it. The terminal is restored afterwards, also after an error.
pub(crate) fn run(options: Options) -> io::Result<Ending> {
    let Options {
        lang,
        opening,
        seed,
        today,
        settings,
        room: room_settings,
        keys,
        configuration_warning,
        terminal,
        journal,
        text_editor,
    } = options;
    // Our theme already honours NO_COLOR. Without this, crossterm would drop colours that the theme asks for.
    force_color_output(true);
    let (sender, inputs) = mpsc::channel();
    let room = RoomHost::new(sender.clone());
    let lease = Arc::default();
    let signals = SignalThread::start(sender.clone(), Arc::clone(&lease))?;
    let terminal = TerminalOwner::open(sender.clone(), lease, terminal, text_editor)?;
    let workers = Workers::start(sender, journal);
    let mut state = State { settings, room_settings, keys, today, ..State::new(lang, seed) };
    if let Some(text) = configuration_warning {
        state.say(Tone::Failed, text);
    }
    let ended = run_with_cleanup(terminal, workers, &signals, |terminal, workers| {
        EventLoop::new(&mut state, terminal, workers, &inputs, room).run(opening)
    });
    match ended {
        Ok(Some(signal)) => Ok(Ending::Signal(signal)),
        Ok(None) => Ok(match state.screen {
            Screen::Unreadable(page) => Ending::Unreadable { picture: page.picture },
            Screen::Start(_) | Screen::Opening { .. } | Screen::Board => Ending::Left,
        }),
        Err(error) if system::is_terminal_gone(&error) => Ok(Ending::Signal(system::HANGUP)),
        Err(error) => Err(error),
    }
}

/// Runs `body`, then restores the terminal and waits until all pending writes are done, also after a panic in `body`.
pub fn run_with_cleanup<T>(
    mut terminal: TerminalOwner,
    workers: Workers,
    signals: &SignalThread,
    body: impl FnOnce(&mut TerminalOwner, &Workers) -> T,
) -> T {
    let event_loop_thread = thread::current().id();
    let previous_hook: Arc<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> = Arc::from(std::panic::take_hook());
    let hook = Arc::clone(&previous_hook);
    std::panic::set_hook(Box::new(move |panic| {
        // A panic of another thread reaches the event loop as `Input::ThreadFailed`. Until then the screen stays up.
        if thread::current().id() == event_loop_thread {
            screen::leave();
            hook(panic);
        }
    }));
    let outcome = catch_unwind(AssertUnwindSafe(|| body(&mut terminal, &workers)));
    terminal.close();
    signals.terminal_restored();
    workers.finish();
    std::panic::set_hook(Box::new(move |panic| previous_hook(panic)));
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

//! The pump: owns the state, brings messages in, draws, and hands effects to the world.

pub mod events;
pub mod journal;
pub mod signals;
mod watch;
pub mod world;

use std::io::{self, BufWriter, Write};
use std::panic::PanicHookInfo;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::force_color_output;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

use crate::app::state::Screen;
use crate::app::{Effect, Msg, State, update};
use crate::lang::Lang;
use crate::view;
use crate::view::theme::Theme;
use events::{Input, Meaning};
use journal::Desk;
use world::World;

/// Bytes of a frame that are gathered before they are written.
const FRAME: usize = 1 << 16;
/// How long the first frame waits for the map.
const OPENING: Duration = Duration::from_millis(50);

/// How the program is to be run.
pub struct Options {
    pub lang: Lang,
    /// The map to open; none for the start screen.
    pub file: Option<PathBuf>,
    /// Makes the identities of new touchpoints random.
    pub seed: u64,
    pub colour: bool,
    pub mouse: bool,
    /// Where journals are kept.
    pub desk: Desk,
}

/// How the program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was left, with nothing to explain.
    Left,
    /// It was ended by this signal; what was not saved is lost.
    Signal(i32),
    /// It was left while it showed why a file could not be opened.
    Unreadable { picture: String },
}

/// Runs the program in the terminal until it is left; the terminal is as it was before, also after an error.
pub fn run(options: Options) -> io::Result<Ending> {
    let pump_thread = thread::current().id();
    let previous: Arc<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> = Arc::from(std::panic::take_hook());
    let told = Arc::clone(&previous);
    std::panic::set_hook(Box::new(move |panic| {
        // Another thread's fault comes to the pump as an answer; the screen stays the pump's until then.
        if thread::current().id() == pump_thread {
            leave();
            told(panic);
        }
    }));
    let outcome = enter(options.mouse).and_then(|()| pump(options));
    leave();
    std::panic::set_hook(Box::new(move |panic| previous(panic)));
    outcome
}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    let mut out = io::stdout();
    queue!(out, EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse {
        queue!(out, EnableMouseCapture)?;
    }
    out.flush()
}

/// Gives the terminal back; what fails here fails on a terminal that is gone.
fn leave() {
    let mut out = io::stdout();
    let _gone = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
    let _gone = disable_raw_mode();
}

fn pump(options: Options) -> io::Result<Ending> {
    // The choice is made; crossterm would take colours away again where NO_COLOR stands in the environment.
    if options.colour {
        force_color_output(true);
    }
    let theme = if options.colour { Theme::palette() } else { Theme::colourless() };
    let mut state = State::new(options.lang, options.seed);
    let (sender, inputs) = mpsc::channel();
    let world = World::new(sender.clone(), options.desk);
    signals::listen(sender.clone())?;
    events::listen(sender);
    // A whole frame goes to the terminal in one piece.
    let screen = BufWriter::with_capacity(FRAME, io::stdout());
    let mut terminal = Terminal::new(CrosstermBackend::new(screen))?;
    let mut area = terminal.size().map(|size| Rect::new(0, 0, size.width, size.height))?;
    let mut after = After::Draw;
    let opens = options.file.is_some();
    carry_out(&world, update(&mut state, Msg::Begin(options.file)));
    if opens {
        // The map is on its way: it is worth a moment to draw it first of all.
        if let Ok(input) = inputs.recv_timeout(OPENING) {
            after = absorb(input, &inputs, &mut state, &world, area)?;
        }
    }
    let ended = loop {
        if let After::End(signal) = after {
            break signal;
        }
        if after == After::Draw {
            terminal.draw(|frame| {
                area = frame.area();
                if let Some(cursor) = view::draw(&state, &theme, area, frame.buffer_mut()) {
                    frame.set_cursor_position(cursor);
                }
            })?;
        }
        let input = inputs.recv().map_err(io::Error::other)?;
        after = absorb(input, &inputs, &mut state, &world, area)?;
    };
    world.finish();
    Ok(match (ended, state.screen) {
        (Some(signal), _) => Ending::Signal(signal),
        (None, Screen::Unreadable(page)) => Ending::Unreadable { picture: page.picture },
        (None, Screen::Start(_) | Screen::Opening { .. } | Screen::Board) => Ending::Left,
    })
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

/// Takes in an input and all that is waiting behind it.
fn absorb(first: Input, waiting: &Receiver<Input>, state: &mut State, world: &World, area: Rect) -> io::Result<After> {
    let mut after = After::Wait;
    let mut next = Some(first);
    while let Some(input) = next {
        match events::meaning(state, input, area) {
            Meaning::Nothing => {}
            Meaning::Redraw => after = After::Draw,
            Meaning::End(signal) => return Ok(After::End(Some(signal))),
            Meaning::Broken(error) => return Err(error),
            Meaning::Msg(msg) => {
                after = After::Draw;
                if carry_out(world, update(state, msg)) {
                    return Ok(After::End(None));
                }
            }
        }
        next = waiting.try_recv().ok();
    }
    Ok(after)
}

/// Hands effects to the world; true when the program is to end.
fn carry_out(world: &World, effects: Vec<Effect>) -> bool {
    let mut end = false;
    for effect in effects {
        end |= world.carry_out(effect);
    }
    end
}

//! The pump: owns the state, brings messages in, draws, and hands effects to the world.

pub mod events;
pub mod world;

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

use crate::app::state::Screen;
use crate::app::{Effect, State, file, update};
use crate::lang::Lang;
use crate::view;
use crate::view::theme::Theme;
use events::Input;
use world::World;

/// How the program is to be run.
pub struct Options {
    pub lang: Lang,
    /// The map to open; none for the start screen.
    pub file: Option<PathBuf>,
    /// Makes the identities of new touchpoints random.
    pub seed: u64,
    pub colour: bool,
    pub mouse: bool,
}

/// How the program ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It was left, with nothing to explain.
    Left,
    /// It was left while it showed why a file could not be opened.
    Unreadable { picture: String },
}

/// Runs the program in the terminal until it is left; the terminal is as it was before, also after an error.
pub fn run(options: Options) -> io::Result<Ending> {
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        leave();
        previous(panic);
    }));
    let outcome = enter(options.mouse).and_then(|()| pump(options));
    leave();
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
    let theme = if options.colour { Theme::palette() } else { Theme::colourless() };
    let mut state = State::new(options.lang, options.seed);
    let (sender, inputs) = mpsc::channel();
    let mut world = World::new(sender.clone());
    events::listen(sender);
    if let Some(path) = options.file {
        file::open(&mut state, path).into_iter().for_each(|effect| world.carry_out(effect));
        // The map is on its way: it is worth a moment to draw it first of all.
        if let Ok(input) = inputs.recv_timeout(std::time::Duration::from_millis(50)) {
            take(&mut state, &mut world, input, Rect::default());
        }
    }
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    loop {
        let mut screen = Rect::default();
        terminal.draw(|frame| {
            screen = frame.area();
            if let Some(cursor) = view::draw(&state, &theme, screen, frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        if wait(&inputs, &mut state, &mut world, screen)? {
            return Ok(match state.screen {
                Screen::Unreadable(page) => Ending::Unreadable { picture: page.picture },
                Screen::Start(_) | Screen::Opening(_) | Screen::Board => Ending::Left,
            });
        }
    }
}

/// Waits for something to happen and takes in all that is waiting; true when the program is to end.
fn wait(inputs: &Receiver<Input>, state: &mut State, world: &mut World, screen: Rect) -> io::Result<bool> {
    let mut next = inputs.recv().map_err(io::Error::other)?;
    loop {
        if let Input::Broken(error) = next {
            return Err(error);
        }
        if take(state, world, next, screen) {
            return Ok(true);
        }
        match inputs.try_recv() {
            Ok(input) => next = input,
            Err(_) => return Ok(false),
        }
    }
}

/// Takes one input in; true when the program is to end.
fn take(state: &mut State, world: &mut World, input: Input, screen: Rect) -> bool {
    let Some(msg) = events::message(state, input, screen) else {
        return false;
    };
    for effect in update(state, msg) {
        match effect {
            Effect::Quit => return true,
            Effect::Open { .. } | Effect::Save { .. } => world.carry_out(effect),
        }
    }
    false
}

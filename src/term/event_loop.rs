//! The event loop: receives inputs, updates the state, runs the effects and draws.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use super::background::BackgroundTask;
use super::clock::Clock;
use super::disk_worker::DiskTask;
use super::input::{Input, Reaction, reaction, repeat_drag};
use super::input_batch::InputBatch;
use super::room::RoomHost;
use super::screen::MAX_SIZE;
use super::terminal::TerminalOwner;
use super::workers::Workers;
use crate::app::model::drag::Drag;
use crate::app::model::effect::Effect;
use crate::app::model::msg::{Msg, Opening};
use crate::app::model::state::State;
use crate::app::update;

/// How long the first frame waits for the map to be read.
const FIRST_FRAME_DELAY: Duration = Duration::from_millis(50);
/// How long the program, resumed in the background, waits for inputs before it stops itself again.
const BACKGROUND_WAIT: Duration = Duration::from_millis(100);

/// The event loop, with the state and everything that it reads from and acts on.
pub(super) struct EventLoop<'a> {
    state: &'a mut State,
    terminal: &'a mut TerminalOwner,
    workers: &'a Workers,
    inputs: &'a Receiver<Input>,
    clock: Clock,
    room: RoomHost,
}

/// What the event loop does after it has handled some inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LoopStep {
    /// Waits for the next input: the screen is up to date.
    Wait,
    Draw,
    /// Ends the program, because of this signal or because the user left.
    Exit(Option<i32>),
}

impl<'a> EventLoop<'a> {
    /// Creates the event loop and starts its clock.
    pub(super) fn new(
        state: &'a mut State,
        terminal: &'a mut TerminalOwner,
        workers: &'a Workers,
        inputs: &'a Receiver<Input>,
        room: RoomHost,
    ) -> EventLoop<'a> {
        EventLoop { state, terminal, workers, inputs, clock: Clock::start(), room }
    }

    /// Runs until the program ends. Returns the signal that ended it, if one did.
    pub(super) fn run(&mut self, opening: Opening) -> io::Result<Option<i32>> {
        let mut step = self.begin(opening)?;
        loop {
            match step {
                LoopStep::Exit(signal) => return Ok(signal),
                LoopStep::Draw => {
                    let was_too_large = self.terminal.is_window_too_large();
                    let viewport = self.terminal.draw(self.state)?;
                    self.update(Msg::Drawn(viewport));
                    if self.terminal.is_window_too_large() && !was_too_large {
                        self.update(Msg::WindowTooLarge { drawn: (MAX_SIZE.width, MAX_SIZE.height) });
                        continue;
                    }
                }
                LoopStep::Wait => {}
            }
            step = match self.next_input() {
                Ok(input) => self.handle_pending(input)?,
                Err(RecvTimeoutError::Timeout) if self.terminal.belongs_to_shell() => {
                    self.terminal.take_or_stop()?;
                    LoopStep::Draw
                }
                Err(RecvTimeoutError::Timeout) => self.tick(self.clock.elapsed()),
                Err(RecvTimeoutError::Disconnected) => return Err(io::ErrorKind::Other.into()),
            };
        }
    }

    /// Starts with a map, the tour or the start screen. A map that is read quickly is part of the first frame.
    fn begin(&mut self, opening: Opening) -> io::Result<LoopStep> {
        let opens_map = matches!(opening, Opening::Map(_));
        self.update(Msg::Begin(opening));
        if opens_map && let Ok(input) = self.inputs.recv_timeout(FIRST_FRAME_DELAY) {
            return self.handle_pending(input);
        }
        Ok(LoopStep::Draw)
    }

    /// Waits for the next input, at most until the state asks for a tick.
    fn next_input(&self) -> Result<Input, RecvTimeoutError> {
        let wait = if self.terminal.belongs_to_shell() {
            Some(BACKGROUND_WAIT)
        } else {
            self.state.wakes_at().map(|at| at.saturating_sub(self.clock.elapsed()))
        };
        match wait {
            Some(wait) => self.inputs.recv_timeout(wait),
            None => self.inputs.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// Handles an input and all inputs that are queued behind it.
    fn handle_pending(&mut self, first: Input) -> io::Result<LoopStep> {
        let mut step = LoopStep::Wait;
        let mut drops_typed_input = false;
        for input in InputBatch::new(first, self.inputs) {
            // Input typed before the question appeared is no answer to it.
            if drops_typed_input && input.is_typed() {
                continue;
            }
            // The state handles an event at the time when it arrived, even if the program was busy since then.
            let now = input.arrived_at().map_or_else(|| self.clock.elapsed(), |arrived| self.clock.elapsed_at(arrived));
            if self.tick(now) == LoopStep::Draw {
                step = LoopStep::Draw;
            }
            let (is_typed, was_asked) = (input.is_typed(), self.state.has_open_question());
            match self.handle(input)? {
                LoopStep::Exit(signal) => return Ok(LoopStep::Exit(signal)),
                LoopStep::Draw => step = LoopStep::Draw,
                LoopStep::Wait => {}
            }
            drops_typed_input |= !is_typed && !was_asked && self.state.has_open_question();
        }
        if self.tick(self.clock.elapsed()) == LoopStep::Draw {
            step = LoopStep::Draw;
        }
        Ok(step)
    }

    /// Handles one input.
    fn handle(&mut self, input: Input) -> io::Result<LoopStep> {
        match reaction(self.state, input, self.terminal.area()) {
            Reaction::Ignore => return Ok(LoopStep::Wait),
            Reaction::Resize => self.terminal.resize(),
            Reaction::ReportKeys => self.terminal.allow_key_reports(),
            Reaction::Suspend => {
                self.terminal.suspend();
                return Ok(LoopStep::Wait);
            }
            Reaction::Resume => self.terminal.resume()?,
            Reaction::EditorClosed(msg) => {
                self.terminal.take_back()?;
                self.update(msg);
            }
            Reaction::Exit(signal) => return Ok(LoopStep::Exit(Some(signal))),
            Reaction::Fail(error) => return Err(error),
            Reaction::Update(msg) => {
                if self.update(msg) {
                    return Ok(LoopStep::Exit(None));
                }
            }
        }
        Ok(LoopStep::Draw)
    }

    /// Moves the state's time forward.
    fn tick(&mut self, now: Duration) -> LoopStep {
        let needs_redraw = self.state.wakes_at().is_some();
        let scrolls_at = self.state.board.drag.as_ref().and_then(Drag::scrolls_at);
        self.update(Msg::Tick(now));
        // The column may have scrolled under a pointer that is held still, so another card may be under it.
        if scrolls_at.is_some_and(|at| at <= self.state.now)
            && let Some(msg) = repeat_drag(self.state, self.terminal.area())
        {
            self.update(msg);
        }
        if needs_redraw { LoopStep::Draw } else { LoopStep::Wait }
    }

    /// Updates the state and runs the effects. Returns true if the program should end.
    fn update(&mut self, msg: Msg) -> bool {
        let mut ends = false;
        for effect in update(self.state, msg) {
            let workers = self.workers;
            match effect {
                Effect::Quit => ends = true,
                Effect::Open { path } => workers.run_on_disk(DiskTask::Open { path }),
                Effect::Reread { path } => workers.run_on_disk(DiskTask::Reread { path }),
                Effect::FindUnsaved => workers.run_on_disk(DiskTask::FindUnsaved),
                Effect::FindOrphans => workers.run_on_disk(DiskTask::FindOrphans),
                Effect::ReadOrphan { id } => workers.run_on_disk(DiskTask::ReadOrphan { id }),
                Effect::Save { path, map, comments, revision, target } => {
                    workers.run_on_disk(DiskTask::Save { path, map, comments, revision, target });
                }
                Effect::WriteCopy { path, map, comments, target } => {
                    workers.run_on_disk(DiskTask::WriteCopy { path, map, comments, target });
                }
                Effect::KeepVersion { path, map, comments } => {
                    workers.run_on_disk(DiskTask::KeepVersion { path, map, comments });
                }
                Effect::SetWatchPace(pace) => workers.set_watch_pace(pace),
                Effect::Preview { path } => workers.run_in_background(BackgroundTask::Preview { path }),
                Effect::FindRecent => workers.run_in_background(BackgroundTask::FindRecent),
                Effect::List { folder } => workers.run_in_background(BackgroundTask::ListFolder { folder }),
                Effect::Export(job) => workers.run_in_background(BackgroundTask::Export(job)),
                Effect::Import(job) => workers.run_in_background(BackgroundTask::Import(job)),
                Effect::Free(preview) => drop(thread::spawn(|| drop(preview))),
                Effect::WriteJournal(entry) => workers.journal.write(entry),
                Effect::AppendToJournal(change) => workers.journal.append(change),
                Effect::PrepareJournal(saved) => workers.journal.prepare(saved),
                Effect::ClearJournal => workers.journal.clear(),
                Effect::RemoveRecoveredJournal { id } => workers.journal.remove_recovered(id),
                Effect::DiscardJournal { id } => workers.journal.discard(id),
                Effect::Copy { text, count } => {
                    let by = self.terminal.copy(&text);
                    ends |= self.update(Msg::Copied { count, by });
                }
                Effect::Room(effect) => {
                    if let Some(msg) = self.room.run(effect, &workers.journal) {
                        ends |= self.update(msg);
                    }
                }
                Effect::Edit { path, line } => self.terminal.edit(path, line),
                Effect::Ring => self.terminal.ring(),
                Effect::Repaint => self.terminal.repaint(),
            }
        }
        ends
    }
}

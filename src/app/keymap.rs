//! The one table of keys: it feeds dispatch, footer, help and the documented key list.

use crokey::{KeyCombination, key};

use super::action::Action::{self, *};
use super::action::{Facet, Go, Reply, Towards};
use crate::map::Kind;

/// Where keys are pressed; each context has bindings of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The screen before a map is open.
    Start,
    /// The columns and the funnel.
    Board,
    /// The line that makes touchpoints.
    QuickEntry,
    /// A form with all fields of a touchpoint or of the map, in a field of one line.
    Form,
    /// A field of a form with an answer to pick.
    Choice,
    /// A field of a form with many lines.
    Notes,
    /// A line that asks for one thing.
    Prompt,
    /// A question that wants an answer.
    Question,
    /// Unsaved changes that a process left behind.
    Recovery,
    /// The list of keys.
    Help,
    /// The picture of a file that could not be opened.
    Unreadable,
}

impl Context {
    /// Every context, in the order of the documented key list.
    pub const ALL: [Context; 11] = [
        Context::Board,
        Context::QuickEntry,
        Context::Form,
        Context::Choice,
        Context::Notes,
        Context::Prompt,
        Context::Question,
        Context::Recovery,
        Context::Help,
        Context::Start,
        Context::Unreadable,
    ];

    /// The context's name in the key table and in the words of the interface.
    pub const fn key(self) -> &'static str {
        match self {
            Context::Start => "start",
            Context::Board => "board",
            Context::QuickEntry => "quick-entry",
            Context::Form => "form",
            Context::Choice => "choice",
            Context::Notes => "notes",
            Context::Prompt => "prompt",
            Context::Question => "question",
            Context::Recovery => "recovery",
            Context::Help => "help",
            Context::Unreadable => "unreadable",
        }
    }
}

/// How much a binding matters in the footer, where there is not room for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    Shown,
    Hidden,
}

/// Keys that mean an action in a context.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub context: Context,
    pub keys: &'static [KeyCombination],
    pub action: Action,
    pub hint: Hint,
}

macro_rules! bindings {
    ($($context:ident { $($hint:ident $action:expr => $($key:tt)|+;)+ })+) => {
        &[$($(Binding {
            context: Context::$context,
            keys: &[$(key! $key),+],
            action: $action,
            hint: Hint::$hint,
        },)+)+]
    };
}

/// Every binding; within a context, the order is that of the footer and the help.
pub const BINDINGS: &[Binding] = bindings! {
    Board {
        Shown QuickEntry => (a);
        Shown EditTouchpoint => (enter) | (e);
        Shown Undo => (u) | (ctrl-z);
        Shown Save => (ctrl-s) | (w);
        Shown Help => ('?') | (f1);
        Shown Quit => (q) | (ctrl-c);
        Shown Shift(Towards::Down) => (shift-j) | (shift-down);
        Shown GiveReach => (r);
        Shown Change(Facet::Kind(Kind::Online)) => (1);
        Shown Change(Facet::Kind(Kind::Offline)) => (2);
        Shown Change(Facet::Kind(Kind::Product)) => (3);
        Shown Change(Facet::Intent) => (i);
        Shown Change(Facet::Critical) => (m);
        Shown Change(Facet::Alternative) => (o);
        Shown Change(Facet::BetterEmotion) => ('+');
        Hidden Change(Facet::WorseEmotion) => ('-');
        Shown Change(Facet::MoreVotes) => (v);
        Hidden Change(Facet::FewerVotes) => (shift-v);
        Shown Delete => (d) | (delete);
        Shown Mark => (space);
        Shown EditMap => (shift-e);
        Shown Search => ('/');
        Hidden NextHit => (n);
        Hidden PreviousHit => (shift-n);
        Hidden Shift(Towards::Up) => (shift-k) | (shift-up);
        Hidden Shift(Towards::Left) => (shift-h) | (shift-left);
        Hidden Shift(Towards::Right) => (shift-l) | (shift-right);
        Hidden Copy => (y);
        Hidden Paste => (p);
        Hidden Redo => (ctrl-r) | (ctrl-y);
        Hidden Go(Go::Left) => (left) | (h);
        Hidden Go(Go::Right) => (right) | (l);
        Hidden Go(Go::Up) => (up) | (k);
        Hidden Go(Go::Down) => (down) | (j);
        Hidden Go(Go::First) => (g) | (home);
        Hidden Go(Go::Last) => (shift-g) | (end);
        Hidden Go(Go::PageUp) => (pageup);
        Hidden Go(Go::PageDown) => (pagedown);
        Hidden NextPane => (tab);
        Hidden SaveAs => (shift-w);
        Hidden ClearBoard => (esc);
    }
    QuickEntry {
        Shown Reply(Reply::Add) => (enter);
        Shown Reply(Reply::Complete) => (tab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Hidden Reply(Reply::Next) => (down);
        Hidden Reply(Reply::Previous) => (up);
        Shown Undo => (ctrl-z);
        Shown Save => (ctrl-s);
        Shown Help => (f1);
    }
    Form {
        Shown Reply(Reply::Accept) => (enter);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Save => (ctrl-s);
        Shown Help => (f1);
    }
    Choice {
        Shown Reply(Reply::Accept) => (enter);
        Shown Reply(Reply::NextChoice) => (right) | (space);
        Hidden Reply(Reply::PreviousChoice) => (left);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Save => (ctrl-s);
        Shown Help => (f1);
    }
    Notes {
        Shown Save => (ctrl-s);
        Shown Reply(Reply::Next) => (tab);
        Shown Reply(Reply::Previous) => (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
    }
    Prompt {
        Shown Reply(Reply::Accept) => (enter);
        Hidden Reply(Reply::Next) => (down) | (tab);
        Hidden Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
    }
    Question {
        Hidden Reply(Reply::Keep) => (s) | (g) | (enter) | (1);
        Hidden Reply(Reply::Discard) => (d) | (2);
        Hidden Reply(Reply::Leave) => (esc) | (ctrl-c);
    }
    Recovery {
        Shown Reply(Reply::Keep) => (enter);
        Shown Reply(Reply::Discard) => (d) | (delete);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Reply(Reply::Next) => (down) | (j);
        Shown Reply(Reply::Previous) => (up) | (k);
    }
    Help {
        Shown Reply(Reply::Choose) => (enter);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (f1) | (ctrl-c);
    }
    Start {
        Shown Reply(Reply::Choose) => (enter);
        Shown Reply(Reply::Next) => (down) | (j) | (tab);
        Shown Reply(Reply::Previous) => (up) | (k) | (shift-backtab);
        Shown NewMap => (n) | (a);
        Shown Open => (o);
        Shown Help => ('?') | (f1);
        Shown Quit => (q) | (esc) | (ctrl-c);
    }
    Unreadable {
        Shown EditFile => (e) | (enter);
        Shown ReadAgain => (r);
        Shown Reply(Reply::Next) => (down) | (j);
        Shown Reply(Reply::Previous) => (up) | (k);
        Shown Help => ('?') | (f1);
        Shown Quit => (q) | (esc) | (ctrl-c);
    }
};

/// The bindings of a context, in order.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    BINDINGS.iter().filter(move |binding| binding.context == context)
}

/// What a key means in a context, if anything.
pub fn action(context: Context, key: KeyCombination) -> Option<Action> {
    bindings(context).find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
}

//! The table of keys for dispatch, footer, help, remapping and the documented key list.

use std::borrow::Cow;

use crokey::key;

use crate::app::model::action::Action::*;
use crate::app::model::action::{ConversionStep, Go, InputReply, Reply, RoomAct, TagEdit, Turn};
use crate::app::model::context::Context;
use crate::app::model::keymap::{Binding, Hint, Keymap};
use crate::app::model::pane::SidePane;
use crate::map::{Direction, Kind};

macro_rules! bindings {
    ($($context:ident { $($hint:ident $action:expr => $($key:tt)|+;)+ })+) => {
        &[$($(Binding {
            context: Context::$context,
            keys: Cow::Borrowed(&[$(key! $key),+]),
            action: $action,
            hint: Hint::$hint,
        },)+)+]
    };
}

/// All bindings; within a context, in the order of the footer and the help.
pub const BINDINGS: &[Binding] = bindings! {
    Board {
        Shown QuickEntry => (a);
        Shown EditTouchpoint => (enter) | (e);
        Shown Undo => (u) | (ctrl-z);
        Shown Save => (ctrl-s);
        Shown Help => ('?') | (f1);
        Shown Quit => (q) | (ctrl-c);
        Shown Move(Direction::Down) => (shift-j) | (shift-down);
        Shown GiveReach => (r);
        Shown Change(TagEdit::Kind(Kind::Online)) => (1);
        Shown Change(TagEdit::Kind(Kind::Offline)) => (2);
        Shown Change(TagEdit::Kind(Kind::Product)) => (3);
        Shown Change(TagEdit::Intent) => (i);
        Shown Change(TagEdit::Critical) => (m);
        Shown Change(TagEdit::Alternative) => (o);
        Shown Change(TagEdit::BetterEmotion) => ('+');
        Hidden Change(TagEdit::WorseEmotion) => ('-');
        Shown Change(TagEdit::MoreVotes) => (v);
        Hidden Change(TagEdit::FewerVotes) => (shift-v);
        Shown Delete => (d) | (delete);
        Shown Mark => (space);
        Shown Filter => (f);
        Shown Palette => (':') | (ctrl-p);
        Shown Search => ('/');
        Shown EditMap => (shift-e);
        Hidden NextHit => (n);
        Hidden PreviousHit => (shift-n);
        Hidden HideRest => (shift-f);
        Hidden SettleConflict => ('=');
        Hidden MarkRange => (shift-m);
        Hidden MarkAll => (ctrl-a);
        Hidden NextFinding => ('.');
        Hidden PreviousFinding => (',');
        Hidden NextUntagged => (0);
        Hidden Move(Direction::Up) => (shift-k) | (shift-up);
        Hidden Move(Direction::Left) => (shift-h) | (shift-left);
        Hidden Move(Direction::Right) => (shift-l) | (shift-right);
        Hidden Copy => (y);
        Hidden CopyText => (shift-y);
        Hidden Paste => (p);
        Hidden Duplicate => (shift-d);
        Hidden Redo => (ctrl-r) | (ctrl-y);
        Hidden Go(Go::Left) => (left) | (h);
        Hidden Go(Go::Right) => (right) | (l);
        Hidden Go(Go::Up) => (up) | (k);
        Hidden Go(Go::Down) => (down) | (j);
        Hidden Go(Go::First) => (g) | (home);
        Hidden Go(Go::Last) => (shift-g) | (end);
        Hidden Go(Go::PageUp) => (pageup);
        Hidden Go(Go::PageDown) => (pagedown);
        Shown Show(SidePane::Review) => (shift-r);
        Shown Show(SidePane::Balance) => (b);
        Shown Show(SidePane::Priorities) => (shift-t);
        Shown Show(SidePane::Room) => (s);
        Shown Share => (shift-s);
        Shown ToggleCurve => (c);
        Shown ToggleDensity => (t);
        Shown Widen => (z);
        Shown Themes => (shift-c);
        Shown Present => (shift-p) | (f5);
        Hidden Repaint => (ctrl-l);
        Hidden NextPane => (tab);
        Hidden Tour => (shift-f1);
        Shown Export => (x);
        Hidden SaveAs => (shift-w);
        Hidden Open => (ctrl-o);
        Hidden NewMap => (ctrl-n);
        Hidden ClearBoard => (esc);
    }
    Funnel {
        Shown AdjustConversion(ConversionStep::Up) => ('+');
        Shown AdjustConversion(ConversionStep::Down) => ('-');
        Shown GiveConversion => ('=');
        Shown ResetWhatIf => (esc);
        Shown ApplyWhatIf => (shift-a);
        Shown BeginFunnel => (shift-b);
        Hidden AdjustConversion(ConversionStep::FarUp) => ('>');
        Hidden AdjustConversion(ConversionStep::FarDown) => ('<');
    }
    Review {
        Shown CorrectFinding => (enter);
        Shown SilenceFinding => (s);
        Hidden RestoreFindings => (shift-s);
        Shown ToggleOneRule => (f);
        Shown ClearBoard => (esc);
    }
    Priorities {
        Shown AnswerPriority => (enter);
        Shown ClearBoard => (esc);
    }
    Presentation {
        Hidden Turn(Turn::Next) => (right) | (space) | (pagedown) | (l);
        Hidden Turn(Turn::Previous) => (left) | (backspace) | (pageup) | (h);
        Hidden Turn(Turn::Down) => (down) | (j);
        Hidden Turn(Turn::Up) => (up) | (k);
        Hidden Turn(Turn::First) => (g) | (home);
        Hidden Turn(Turn::Last) => (shift-g) | (end);
        Hidden Turn(Turn::NextPhase) => (tab);
        Hidden Turn(Turn::PreviousPhase) => (shift-backtab);
        Hidden ToggleOverview => (z);
        Hidden Enlarge => (enter);
        Hidden ToggleOnePhase => (shift-p);
        Hidden ToggleRanking => (shift-r);
        Hidden ToggleRoomPage => (s);
        Hidden Share => (shift-s);
        Hidden StartTimer => (t);
        Hidden StopTimer => (shift-t);
        Hidden BlackScreen => ('.') | (b);
        Hidden QuickEntry => (a);
        Hidden EditTouchpoint => (e);
        Hidden GiveReach => (r);
        Hidden Change(TagEdit::Intent) => (i);
        Hidden Change(TagEdit::Critical) => (m);
        Hidden Change(TagEdit::BetterEmotion) => ('+');
        Hidden Change(TagEdit::WorseEmotion) => ('-');
        Hidden Change(TagEdit::MoreVotes) => (v);
        Hidden Change(TagEdit::FewerVotes) => (shift-v);
        Hidden Undo => (u) | (ctrl-z);
        Hidden Redo => (ctrl-r) | (ctrl-y);
        Hidden Search => ('/');
        Hidden NextHit => (n);
        Hidden PreviousHit => (shift-n);
        Hidden Save => (ctrl-s);
        Hidden Help => ('?') | (f1);
        Hidden Palette => (':') | (ctrl-p);
        Hidden LeavePresentation => (esc) | (q) | (f5);
        Hidden Quit => (ctrl-c);
        Hidden VoteDigit(1) => (1);
        Hidden VoteDigit(2) => (2);
        Hidden VoteDigit(3) => (3);
        Hidden VoteDigit(4) => (4);
        Hidden VoteDigit(5) => (5);
        Hidden VoteDigit(6) => (6);
        Hidden VoteDigit(7) => (7);
        Hidden VoteDigit(8) => (8);
        Hidden VoteDigit(9) => (9);
        Hidden VoteDigit(0) => (0);
    }
    VoteNumber {
        Shown GiveVote => (enter);
        Shown ForgetNumber => (esc) | (backspace);
    }
    Room {
        Shown Room(RoomAct::Take) => (enter);
        Shown Room(RoomAct::TakeAll) => (shift-a);
        Shown Room(RoomAct::Decline) => (d) | (delete);
        Shown Room(RoomAct::Reveal) => (r);
        Shown Room(RoomAct::Collect) => (c);
        Shown Room(RoomAct::Vote) => (v);
        Shown StartTimer => (t);
        Shown Room(RoomAct::OpenDoors) => (o);
        Shown Room(RoomAct::Lock) => (l);
        Shown Room(RoomAct::NewLink) => (shift-n);
        Shown Room(RoomAct::Close) => (shift-x);
        Shown ClearBoard => (esc);
    }
    RoomPage {
        Hidden Room(RoomAct::Reveal) => (r);
        Hidden Room(RoomAct::Collect) => (c);
        Hidden Room(RoomAct::Vote) => (v);
        Hidden Room(RoomAct::TakeAll) => (shift-a);
    }
    Share {
        Shown Reply(Reply::Choose) => (enter);
        Shown Room(RoomAct::Lock) => (l);
        Shown Room(RoomAct::NewLink) => (shift-n);
        Shown Room(RoomAct::Close) => (shift-x);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Hidden Reply(Reply::Next) => (down) | (j) | (tab);
        Hidden Reply(Reply::Previous) => (up) | (k) | (shift-backtab);
        Shown Help => ('?') | (f1);
    }
    QuickEntry {
        Shown Reply(Reply::Add) => (enter);
        Shown Reply(Reply::Input(InputReply::Complete)) => (tab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Hidden Reply(Reply::Next) => (down);
        Hidden Reply(Reply::Previous) => (up);
        Shown Reply(Reply::Input(InputReply::UndoTyping)) => (ctrl-z);
        Shown Save => (ctrl-s);
        Shown Help => (f1);
    }
    EmptyEntry {
        Shown Reply(Reply::Input(InputReply::NextPhase)) => (tab);
        Shown Reply(Reply::Input(InputReply::PreviousPhase)) => (shift-backtab);
    }
    Form {
        Shown Reply(Reply::Accept) => (enter);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Save => (ctrl-s);
        Shown Help => (f1);
        Hidden Reply(Reply::Input(InputReply::Recall)) => (ctrl-z);
    }
    Choice {
        Shown Reply(Reply::Accept) => (enter);
        Shown Reply(Reply::Input(InputReply::NextChoice)) => (right) | (space);
        Hidden Reply(Reply::Input(InputReply::PreviousChoice)) => (left);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Save => (ctrl-s);
        Shown Help => (f1);
        Hidden Reply(Reply::Input(InputReply::Recall)) => (ctrl-z);
    }
    Notes {
        Shown Save => (ctrl-s);
        Shown Reply(Reply::Next) => (tab);
        Shown Reply(Reply::Previous) => (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
        Hidden Reply(Reply::Input(InputReply::Recall)) => (ctrl-z);
    }
    Prompt {
        Shown Reply(Reply::Accept) => (enter);
        Hidden Reply(Reply::Next) => (down) | (tab);
        Hidden Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
    }
    Browser {
        Shown Reply(Reply::Choose) => (enter);
        Shown Reply(Reply::Input(InputReply::Complete)) => (tab);
        Hidden Reply(Reply::Next) => (down);
        Hidden Reply(Reply::Previous) => (up);
        Hidden Go(Go::PageUp) => (pageup);
        Hidden Go(Go::PageDown) => (pagedown);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
    }
    Filter {
        Shown Reply(Reply::Accept) => (enter);
        Shown Reply(Reply::Next) => (down) | (tab);
        Hidden Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
    }
    FilterChoices {
        Shown Reply(Reply::Choose) => (space);
        Shown Reply(Reply::Input(InputReply::NextChoice)) => (right);
        Hidden Reply(Reply::Input(InputReply::PreviousChoice)) => (left);
        Shown Reply(Reply::Next) => (down) | (tab);
        Hidden Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Accept) => (enter);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
    }
    Palette {
        Shown Reply(Reply::Choose) => (enter);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Hidden Go(Go::PageUp) => (pageup);
        Hidden Go(Go::PageDown) => (pagedown);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c) | (ctrl-p);
    }
    Export {
        Shown Reply(Reply::Accept) => (enter);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Help => (f1);
    }
    Import {
        Shown Reply(Reply::Input(InputReply::TakeIn)) => (enter);
        Shown Reply(Reply::Input(InputReply::NextMeaning)) => (right) | (l) | (space);
        Shown Reply(Reply::Input(InputReply::LeaveOut)) => (x);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Reply(Reply::Input(InputReply::OtherList)) => (tab) | (shift-backtab);
        Shown Reply(Reply::Input(InputReply::OtherTarget)) => (i);
        Shown Help => ('?') | (f1);
        Hidden Reply(Reply::Input(InputReply::PreviousMeaning)) => (left) | (h);
        Hidden Reply(Reply::Input(InputReply::PutBack)) => (backspace) | (u);
        Hidden Reply(Reply::Input(InputReply::AddUnmatched)) => ('+');
        Hidden Reply(Reply::Next) => (down) | (j);
        Hidden Reply(Reply::Previous) => (up) | (k);
        Hidden Go(Go::First) => (g) | (home);
        Hidden Go(Go::Last) => (shift-g) | (end);
        Hidden Go(Go::PageUp) => (pageup);
        Hidden Go(Go::PageDown) => (pagedown);
    }
    Question {
        Hidden Reply(Reply::Keep) => (s);
        Hidden Reply(Reply::Discard) => (d);
        Hidden Reply(Reply::GoOn) => (c);
        Hidden Reply(Reply::Leave) => (esc) | (ctrl-c);
    }
    Confirmation {
        Hidden Reply(Reply::Keep) => (1);
        Hidden Reply(Reply::Discard) => (2);
        Hidden Reply(Reply::Leave) => (esc) | (ctrl-c);
    }
    Recovery {
        Hidden Reply(Reply::Keep) => (enter);
        Hidden Reply(Reply::Discard) => (d) | (delete);
        Hidden Reply(Reply::Leave) => (esc) | (ctrl-c);
        Shown Reply(Reply::Next) => (down) | (j);
        Shown Reply(Reply::Previous) => (up) | (k);
    }
    Help {
        Shown Reply(Reply::Choose) => (enter);
        Shown Reply(Reply::Next) => (down) | (tab);
        Shown Reply(Reply::Previous) => (up) | (shift-backtab);
        Hidden Go(Go::First) => (home);
        Hidden Go(Go::Last) => (end);
        Hidden Go(Go::PageUp) => (pageup);
        Hidden Go(Go::PageDown) => (pagedown);
        Shown Reply(Reply::Leave) => (esc) | (f1) | (ctrl-c);
    }
    Themes {
        Shown Reply(Reply::Choose) => (enter);
        Shown Reply(Reply::Next) => (down) | (j) | (tab);
        Shown Reply(Reply::Previous) => (up) | (k) | (shift-backtab);
        Shown Reply(Reply::Leave) => (esc) | (ctrl-c);
    }
    Start {
        Shown Reply(Reply::Choose) => (enter);
        Shown NewMap => (n);
        Hidden QuickEntry => (a);
        Shown Open => (o);
        Shown Tour => (t);
        Hidden Palette => (':') | (ctrl-p);
        Shown Help => ('?') | (f1);
        Shown Quit => (q) | (ctrl-c);
        Shown Reply(Reply::Next) => (down) | (j) | (tab);
        Shown Reply(Reply::Previous) => (up) | (k) | (shift-backtab);
        Shown Themes => (shift-c);
        Hidden Reply(Reply::Leave) => (esc);
    }
    Tour {
        Shown SkipLesson => (f2);
        Shown EndTour => (f3);
    }
    Opening {
        Shown Reply(Reply::Leave) => (esc);
        Shown Quit => (ctrl-c);
    }
    Unreadable {
        Shown EditFile => (e) | (enter);
        Shown ReadAgain => (r);
        Shown Open => (o) | (ctrl-o);
        Shown Reply(Reply::Next) => (down) | (j);
        Shown Reply(Reply::Previous) => (up) | (k);
        Shown Help => ('?') | (f1);
        Shown Quit => (q) | (esc) | (ctrl-c);
    }
};

impl Default for Keymap {
    fn default() -> Keymap {
        Keymap { bindings: BINDINGS.to_vec() }
    }
}

//! Colours and emphasis; every meaning that has a colour has a sign or a word too.

use ratatui::style::{Color, Modifier, Style};

use crate::app::state::Tone;
use crate::map::{Intent, Kind};

/// How each thing on the screen looks.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    pub plain: Style,
    pub dim: Style,
    pub strong: Style,
    /// The head of a phase or a pane that one is in.
    pub head_here: Style,
    /// The head of another phase or pane.
    pub head: Style,
    /// What is selected.
    pub selected: Style,
    pub key: Style,
    pub hit: Style,
    pub draft: Style,
    pub online: Style,
    pub offline: Style,
    pub product: Style,
    pub intentional: Style,
    pub unintentional: Style,
    pub critical: Style,
    pub good: Style,
    pub bad: Style,
    pub bar: Style,
    pub bar_here: Style,
    pub loss: Style,
    pub lever: Style,
    pub fault: Style,
}

const fn ink(color: Color) -> Style {
    Style::new().fg(color)
}

const fn weight(modifier: Modifier) -> Style {
    Style::new().add_modifier(modifier)
}

impl Theme {
    /// The terminal's own sixteen colours.
    pub const fn palette() -> Theme {
        Theme {
            plain: Style::new(),
            dim: ink(Color::DarkGray),
            strong: weight(Modifier::BOLD),
            head_here: weight(Modifier::BOLD.union(Modifier::REVERSED)),
            head: weight(Modifier::BOLD.union(Modifier::UNDERLINED)),
            selected: weight(Modifier::BOLD.union(Modifier::REVERSED)),
            key: ink(Color::Cyan).add_modifier(Modifier::BOLD),
            hit: ink(Color::Yellow).add_modifier(Modifier::UNDERLINED),
            draft: weight(Modifier::ITALIC),
            online: ink(Color::Cyan),
            offline: ink(Color::Yellow),
            product: ink(Color::Magenta),
            intentional: ink(Color::Green),
            unintentional: ink(Color::LightBlue),
            critical: ink(Color::LightRed).add_modifier(Modifier::BOLD),
            good: ink(Color::Green),
            bad: ink(Color::Red),
            bar: ink(Color::Blue),
            bar_here: ink(Color::LightCyan),
            loss: ink(Color::LightRed).add_modifier(Modifier::BOLD),
            lever: ink(Color::LightGreen).add_modifier(Modifier::BOLD),
            fault: ink(Color::LightYellow).add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
        }
    }

    /// No colours at all: for `NO_COLOR` and terminals without them.
    pub const fn colourless() -> Theme {
        let plain = Style::new();
        let bold = weight(Modifier::BOLD);
        Theme {
            plain,
            dim: weight(Modifier::DIM),
            strong: bold,
            head_here: weight(Modifier::BOLD.union(Modifier::REVERSED)),
            head: weight(Modifier::BOLD.union(Modifier::UNDERLINED)),
            selected: weight(Modifier::BOLD.union(Modifier::REVERSED)),
            key: bold,
            hit: weight(Modifier::UNDERLINED),
            draft: weight(Modifier::ITALIC),
            online: plain,
            offline: plain,
            product: plain,
            intentional: plain,
            unintentional: plain,
            critical: bold,
            good: plain,
            bad: plain,
            bar: plain,
            bar_here: bold,
            loss: bold,
            lever: bold,
            fault: weight(Modifier::BOLD.union(Modifier::REVERSED)),
        }
    }

    /// The look of a kind, or of none.
    pub const fn kind(&self, kind: Option<Kind>) -> Style {
        match kind {
            Some(Kind::Online) => self.online,
            Some(Kind::Offline) => self.offline,
            Some(Kind::Product) => self.product,
            None => self.dim,
        }
    }

    /// The look of an intent, or of none.
    pub const fn intent(&self, intent: Option<Intent>) -> Style {
        match intent {
            Some(Intent::Intentional) => self.intentional,
            Some(Intent::Unintentional) => self.unintentional,
            None => self.dim,
        }
    }

    /// The look of a message.
    pub const fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Done => self.good,
            Tone::Refused => self.hit,
            Tone::Failed => self.loss,
        }
    }
}

/// The sign of a kind, or of none.
pub const fn kind_sign(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Online) => "◎",
        Some(Kind::Offline) => "⌂",
        Some(Kind::Product) => "▣",
        None => "·",
    }
}

/// The sign of an intent, or of none.
pub const fn intent_sign(intent: Option<Intent>) -> &'static str {
    match intent {
        Some(Intent::Intentional) => "→",
        Some(Intent::Unintentional) => "~",
        None => "·",
    }
}

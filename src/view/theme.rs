//! Colours and emphasis; every meaning that has a colour has a sign or a word too.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::app::model::message::Tone;
use crate::map::{Intent, Kind};
use crate::store::config::ThemeName;

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

/// The colours of a theme that brings its own paper; each is one of the 240 that are the same on every terminal.
struct Inks {
    paper: u8,
    text: u8,
    dim: u8,
    key: u8,
    hit: u8,
    offline: u8,
    product: u8,
    intentional: u8,
    unintentional: u8,
    good: u8,
    bad: u8,
    alarm: u8,
    lever: u8,
    bar: u8,
    bar_here: u8,
}

const LIGHT: Inks = Inks {
    paper: 231,
    text: 235,
    dim: 240,
    key: 24,
    hit: 94,
    offline: 94,
    product: 90,
    intentional: 22,
    unintentional: 25,
    good: 22,
    bad: 124,
    alarm: 160,
    lever: 28,
    bar: 25,
    bar_here: 18,
};

const DARK: Inks = Inks {
    paper: 234,
    text: 253,
    dim: 246,
    key: 80,
    hit: 221,
    offline: 221,
    product: 176,
    intentional: 114,
    unintentional: 111,
    good: 114,
    bad: 210,
    alarm: 203,
    lever: 120,
    bar: 68,
    bar_here: 117,
};

const HIGH_CONTRAST: Inks = Inks {
    paper: 16,
    text: 231,
    dim: 252,
    key: 51,
    hit: 226,
    offline: 226,
    product: 219,
    intentional: 120,
    unintentional: 153,
    good: 120,
    bad: 217,
    alarm: 210,
    lever: 46,
    bar: 153,
    bar_here: 226,
};

impl Theme {
    /// The theme of that name.
    pub const fn of(name: ThemeName) -> Theme {
        match name {
            ThemeName::Terminal => Theme::palette(),
            ThemeName::Light => Theme::on_paper(&LIGHT),
            ThemeName::Dark => Theme::on_paper(&DARK),
            ThemeName::HighContrast => Theme::on_paper(&HIGH_CONTRAST),
            ThemeName::None => Theme::colourless(),
        }
    }

    /// A theme with a paper of its own; what stands out does so by its weight too.
    const fn on_paper(inks: &Inks) -> Theme {
        const fn of(index: u8) -> Style {
            ink(Color::Indexed(index))
        }
        let base = Theme::colourless();
        Theme {
            plain: of(inks.text).bg(Color::Indexed(inks.paper)),
            dim: of(inks.dim),
            key: of(inks.key).add_modifier(Modifier::BOLD),
            hit: of(inks.hit).add_modifier(Modifier::UNDERLINED),
            online: of(inks.key),
            offline: of(inks.offline),
            product: of(inks.product),
            intentional: of(inks.intentional),
            unintentional: of(inks.unintentional),
            critical: of(inks.alarm).add_modifier(Modifier::BOLD),
            good: of(inks.good),
            bad: of(inks.bad),
            bar: of(inks.bar),
            bar_here: of(inks.bar_here),
            loss: of(inks.alarm).add_modifier(Modifier::BOLD),
            lever: of(inks.lever).add_modifier(Modifier::BOLD),
            fault: of(inks.hit).add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            ..base
        }
    }

    /// Lays the theme's paper, and its ink for what has none of its own, under all that is drawn.
    pub fn lay_paper(&self, buf: &mut Buffer) {
        let (Some(ink), Some(paper)) = (self.plain.fg, self.plain.bg) else { return };
        for cell in &mut buf.content {
            if cell.fg == Color::Reset {
                cell.fg = ink;
            }
            if cell.bg == Color::Reset {
                cell.bg = paper;
            }
        }
    }

    /// The terminal's own sixteen colours.
    pub const fn palette() -> Theme {
        Theme {
            plain: Style::new(),
            // Not the palette's grey, which is that of the paper on some terminals.
            dim: weight(Modifier::DIM),
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

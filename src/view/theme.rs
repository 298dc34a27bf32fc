//! The colours and emphasis of each meaning. Every meaning with a colour also has a symbol or a word.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};

use crate::app::model::message::Tone;
use crate::map::{Emotion, Evidence, Intent, Kind};
use crate::store::config::ThemeName;

/// The style of each meaning on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    pub plain: Style,
    pub dim: Style,
    pub strong: Style,
    /// The header of the focused column or pane.
    pub header_focused: Style,
    /// The header of another column or pane.
    pub header: Style,
    pub selected: Style,
    pub key: Style,
    /// Search hits, notes and refusals.
    pub accent: Style,
    /// A touchpoint that is still being typed or dragged.
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
    pub bar_selected: Style,
    pub loss: Style,
    pub lever: Style,
    pub warning: Style,
}

const fn color(color: Color) -> Style {
    Style::new().fg(color)
}

const fn modifier(modifier: Modifier) -> Style {
    Style::new().add_modifier(modifier)
}

/// The colours of a theme: numbers from 16 on, which have the same colour on every terminal.
struct ThemeColors {
    background: u8,
    text: u8,
    dim: u8,
    key: u8,
    accent: u8,
    offline: u8,
    product: u8,
    intentional: u8,
    unintentional: u8,
    good: u8,
    bad: u8,
    alarm: u8,
    lever: u8,
    bar: u8,
    bar_selected: u8,
}

const LIGHT: ThemeColors = ThemeColors {
    background: 231,
    text: 235,
    dim: 240,
    key: 24,
    accent: 94,
    offline: 94,
    product: 90,
    intentional: 22,
    unintentional: 25,
    good: 22,
    bad: 124,
    alarm: 160,
    lever: 28,
    bar: 25,
    bar_selected: 18,
};

const DARK: ThemeColors = ThemeColors {
    background: 234,
    text: 253,
    dim: 246,
    key: 80,
    accent: 221,
    offline: 221,
    product: 176,
    intentional: 114,
    unintentional: 111,
    good: 114,
    bad: 210,
    alarm: 203,
    lever: 120,
    bar: 68,
    bar_selected: 117,
};

const HIGH_CONTRAST: ThemeColors = ThemeColors {
    background: 16,
    text: 231,
    dim: 252,
    key: 51,
    accent: 226,
    offline: 226,
    product: 219,
    intentional: 120,
    unintentional: 153,
    good: 120,
    bad: 217,
    alarm: 210,
    lever: 46,
    bar: 153,
    bar_selected: 226,
};

/// Colours with a contrast of at least 3:1 to the usual backgrounds, dark and light, for the terminal's own background.
/// The text has the terminal's own colour.
const ANY_BACKGROUND: ThemeColors = ThemeColors {
    background: 16,
    text: 231,
    dim: 244,
    key: 30,
    accent: 136,
    offline: 136,
    product: 133,
    intentional: 64,
    unintentional: 68,
    good: 64,
    bad: 167,
    alarm: 196,
    lever: 64,
    bar: 67,
    bar_selected: 32,
};

impl Theme {
    /// Returns the theme with a name.
    pub const fn of(name: ThemeName) -> Theme {
        match name {
            ThemeName::Terminal => Theme::terminal(),
            ThemeName::Light => Theme::with_background(&LIGHT),
            ThemeName::Dark => Theme::with_background(&DARK),
            ThemeName::HighContrast => Theme::with_background(&HIGH_CONTRAST),
            ThemeName::None => Theme::without_colors(),
        }
    }

    /// Returns a theme with its own background. Emphasis is bold or underlined as well as coloured.
    const fn with_background(colors: &ThemeColors) -> Theme {
        const fn of(index: u8) -> Style {
            color(Color::Indexed(index))
        }
        let base = Theme::without_colors();
        Theme {
            plain: of(colors.text).bg(Color::Indexed(colors.background)),
            dim: of(colors.dim),
            key: of(colors.key).add_modifier(Modifier::BOLD),
            accent: of(colors.accent).add_modifier(Modifier::UNDERLINED),
            online: of(colors.key),
            offline: of(colors.offline),
            product: of(colors.product),
            intentional: of(colors.intentional),
            unintentional: of(colors.unintentional),
            critical: of(colors.alarm).add_modifier(Modifier::BOLD),
            good: of(colors.good),
            bad: of(colors.bad),
            bar: of(colors.bar),
            bar_selected: of(colors.bar_selected),
            loss: of(colors.alarm).add_modifier(Modifier::BOLD),
            lever: of(colors.lever).add_modifier(Modifier::BOLD),
            warning: of(colors.accent).add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            ..base
        }
    }

    /// Sets the theme's background and text colour in cells without their own.
    pub(crate) fn fill_background<'c>(&self, cells: impl Iterator<Item = &'c mut Cell>) {
        let (Some(text), Some(background)) = (self.plain.fg, self.plain.bg) else { return };
        for cell in cells {
            if cell.fg == Color::Reset {
                cell.fg = text;
            }
            if cell.bg == Color::Reset {
                cell.bg = background;
            }
        }
    }

    /// Returns the theme on the terminal's own background, which may be dark or light.
    ///
    /// The terminal's own 16 colours differ too much: xterm's yellow is illegible on white, and its blue on black.
    const fn terminal() -> Theme {
        Theme { plain: Style::new(), ..Theme::with_background(&ANY_BACKGROUND) }
    }

    /// Returns the theme without colours, for `NO_COLOR` and monochrome terminals.
    const fn without_colors() -> Theme {
        let plain = Style::new();
        let bold = modifier(Modifier::BOLD);
        Theme {
            plain,
            dim: modifier(Modifier::DIM),
            strong: bold,
            header_focused: modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            header: modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
            selected: modifier(Modifier::BOLD.union(Modifier::REVERSED)),
            key: bold,
            accent: modifier(Modifier::UNDERLINED),
            draft: modifier(Modifier::ITALIC),
            online: plain,
            offline: plain,
            product: plain,
            intentional: plain,
            unintentional: plain,
            critical: bold,
            good: plain,
            bad: plain,
            bar: plain,
            bar_selected: bold,
            loss: bold,
            lever: bold,
            warning: modifier(Modifier::BOLD.union(Modifier::REVERSED)),
        }
    }

    /// Returns the style of a kind, or of an untagged touchpoint.
    pub const fn kind(&self, kind: Option<Kind>) -> Style {
        match kind {
            Some(Kind::Online) => self.online,
            Some(Kind::Offline) => self.offline,
            Some(Kind::Product) => self.product,
            None => self.dim,
        }
    }

    /// Returns the style of an intent, or of an untagged touchpoint.
    pub const fn intent(&self, intent: Option<Intent>) -> Style {
        match intent {
            Some(Intent::Intentional) => self.intentional,
            Some(Intent::Unintentional) => self.unintentional,
            None => self.dim,
        }
    }

    /// Returns the style of an emotion.
    pub const fn emotion(&self, emotion: Emotion) -> Style {
        match emotion.value() {
            i8::MIN..=-1 => self.bad,
            0 => self.plain,
            1..=i8::MAX => self.good,
        }
    }

    /// Returns the style of a message.
    pub const fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Done => self.good,
            Tone::Refused => self.accent,
            Tone::Failed => self.loss,
        }
    }
}

/// Returns the symbol of a kind, or of an untagged touchpoint.
pub(crate) const fn kind_symbol(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Online) => "◎",
        Some(Kind::Offline) => "⌂",
        Some(Kind::Product) => "▣",
        None => "·",
    }
}

/// Returns the symbol of an intent, or of an untagged touchpoint.
pub(crate) const fn intent_symbol(intent: Option<Intent>) -> &'static str {
    match intent {
        Some(Intent::Intentional) => "→",
        Some(Intent::Unintentional) => "~",
        None => "·",
    }
}

/// Returns the symbol in front of a number, by its evidence.
pub(crate) const fn evidence_symbol(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Assumed => "≈",
        Evidence::Reported => "",
        Evidence::Measured => "=",
    }
}

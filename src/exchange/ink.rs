//! Colours of text for readers; whatever they say, a word or a symbol says as well.

/// Whether a text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    Plain,
    Coloured,
}

/// What a piece of text is, as far as its colour goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    Heading,
    Quiet,
    Bar,
    Loss,
    Lever,
    Fault,
}

impl Ink {
    /// The text in the colour of what it is, out of the terminal's own palette.
    pub fn paint(self, tint: Tint, text: &str) -> String {
        match self {
            Ink::Plain => text.to_owned(),
            Ink::Coloured if text.is_empty() => String::new(),
            Ink::Coloured => format!("\x1b[{}m{text}\x1b[0m", tint.code()),
        }
    }
}

impl Tint {
    const fn code(self) -> u8 {
        match self {
            Tint::Heading => 1,
            Tint::Quiet => 2,
            Tint::Bar => 36,
            Tint::Loss => 31,
            Tint::Lever => 32,
            Tint::Fault => 33,
        }
    }
}

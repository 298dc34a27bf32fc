//! A format that a command writes or reads: its name, its file endings and the function that does the work.

use std::ffi::OsStr;

/// A format of a command; `R` is the type of the function that writes or reads it.
#[derive(Clone, Copy, Debug)]
pub struct Format<R: 'static> {
    /// The name of the format on the command line.
    pub name: &'static str,
    /// The endings of its file names, without the dot, the usual one first.
    pub endings: &'static [&'static str],
    /// What the format is good for, in the English of the command line's help.
    pub about: &'static str,
    /// True if its cells have the [formula guard](super::formula_guard).
    pub has_guard: bool,
    /// True if it is a diagram of one map, in which sections stand for phases.
    pub has_sections: bool,
    /// True if it shows the funnel of one map.
    pub has_funnel: bool,
    /// The function that writes or reads the format.
    pub convert: R,
}

impl<R> Format<R> {
    /// Returns a format without formula guard, sections and funnel.
    pub(super) const fn new(
        name: &'static str,
        endings: &'static [&'static str],
        about: &'static str,
        convert: R,
    ) -> Format<R> {
        Format { name, endings, about, has_guard: false, has_sections: false, has_funnel: false, convert }
    }

    /// Returns a format of tables whose cells have the formula guard.
    pub(super) const fn guarded(
        name: &'static str,
        endings: &'static [&'static str],
        about: &'static str,
        convert: R,
    ) -> Format<R> {
        Format { name, endings, about, has_guard: true, has_sections: false, has_funnel: false, convert }
    }

    /// Returns the usual ending of its file names, without the dot.
    pub const fn extension(&self) -> &'static str {
        self.endings[0]
    }

    /// Returns the first format whose file names have this ending; case does not matter.
    pub fn with_ending<'a>(formats: &'a [Format<R>], ending: &OsStr) -> Option<&'a Format<R>> {
        formats.iter().find(|format| format.endings.iter().any(|each| ending.eq_ignore_ascii_case(each)))
    }
}

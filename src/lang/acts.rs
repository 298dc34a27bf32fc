//! What is told of acts that the screen does not show by itself.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::field::Value;

impl Lang {
    /// Tells what a field of a touchpoint is now.
    pub fn now_is(&self, name: &str, field: &str, value: &Value) -> String {
        fl!(self.loader, "now-is", name = name, field = self.field(field), value = self.value(value))
    }

    /// Tells whether the emotion curve is shown now.
    pub fn curve_now(&self, is_shown: bool) -> String {
        if is_shown { fl!(self.loader, "curve-shown") } else { fl!(self.loader, "curve-hidden") }
    }

    /// Tells how much cards show now.
    pub fn density_now(&self, is_compact: bool) -> String {
        if is_compact { fl!(self.loader, "cards-compact") } else { fl!(self.loader, "cards-whole") }
    }

    /// Tells how what the filter does not want is shown now.
    pub fn rest_now(&self, is_hidden: bool, count: usize) -> String {
        if is_hidden {
            fl!(self.loader, "rest-hidden", count = count)
        } else {
            fl!(self.loader, "rest-small", count = count)
        }
    }

    /// Says `found-again`.
    pub fn found_again(&self, count: usize) -> String {
        fl!(self.loader, "found-again", count = count)
    }

    /// Says `untagged-of`.
    pub fn untagged_of(&self, nth: usize, count: usize) -> String {
        fl!(self.loader, "untagged-of", nth = nth, count = count)
    }

    /// Says `nothing-to-complete`.
    pub fn nothing_to_complete(&self) -> String {
        fl!(self.loader, "nothing-to-complete")
    }

    /// Says `command-for-name`.
    pub fn command_for_name(&self, file: &str) -> String {
        fl!(self.loader, "command-for-name", file = file)
    }

    /// Says `no-such-rule`, with those that may be meant.
    pub fn no_such_rule(&self, typed: &str, near: &str) -> String {
        fl!(self.loader, "no-such-rule", typed = typed, near = near)
    }

    /// Says `known-rules`.
    pub fn known_rules(&self, typed: &str, known: &str) -> String {
        fl!(self.loader, "known-rules", typed = typed, known = known)
    }
}

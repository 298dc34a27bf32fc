//! What is said of the differences of two maps, one line each.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::field::{self, Value};
use crate::map::{Difference, Phase, Touchpoint};

impl Lang {
    /// A difference on one line; its first character is its sign: `+` added, `−` removed, `→` moved, `~` changed.
    pub fn difference(&self, difference: &Difference) -> String {
        match difference {
            Difference::Header { key, old, new } => {
                format!("~ {}: {}", fl!(self.loader, "difference-of-map"), self.of_to(key, old, new))
            }
            Difference::Added { at, touchpoint } => format!("+ {}: {}", self.small_phase(at.phase), touchpoint.name),
            Difference::Removed { at, touchpoint } => format!("− {}: {}", self.small_phase(at.phase), touchpoint.name),
            Difference::Moved { from, to, touchpoint, above } => {
                let name = &touchpoint.name;
                let place = match above {
                    Some(_) | None if from.phase != to.phase => self.small_phase(to.phase),
                    Some(above) => fl!(self.loader, "difference-below", name = above.name.to_string()),
                    None => fl!(self.loader, "difference-at-top"),
                };
                format!("→ {name}: {} → {place}", self.small_phase(from.phase))
            }
            Difference::Changed { old, new, keys } => {
                let changes: Vec<String> = keys.iter().filter_map(|key| self.field_change(key, old, new)).collect();
                format!("~ {}: {}", old.name, changes.join(", "))
            }
        }
    }

    fn field_change(&self, key: &str, old: &Touchpoint, new: &Touchpoint) -> Option<String> {
        let field = field::of_touchpoint(key)?;
        Some(self.of_to(key, &(field.get)(old), &(field.get)(new)))
    }

    fn of_to(&self, key: &str, old: &Value, new: &Value) -> String {
        let (old, new) = self.short_values(old, new);
        format!("{} {old} → {new}", self.field(key))
    }

    /// The word for a phase inside a line.
    pub(super) fn small_phase(&self, phase: Phase) -> String {
        self.phase(phase).to_lowercase()
    }
}

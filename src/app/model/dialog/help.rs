//! The help: the key bindings of a context, filtered by the typed text; Enter runs one.

use crate::app::model::context::Context;
use crate::app::model::keymap::{Binding, Keymap};
use crate::app::model::line::LineInput;
use crate::lang::Lang;
use crate::map::text::fold;

/// The help of a context.
#[derive(Clone, Debug)]
pub struct Help {
    pub context: Context,
    pub filter: LineInput,
    /// The index of the chosen line.
    pub chosen: usize,
}

impl Help {
    /// The help of a context, unfiltered.
    pub fn new(context: Context) -> Help {
        Help { context, filter: LineInput::default(), chosen: 0 }
    }

    /// Returns the bindings whose keys or texts contain all words of the filter.
    pub fn listed<'k>(&self, lang: &Lang, keymap: &'k Keymap) -> Vec<&'k Binding> {
        let filter = fold(self.filter.text());
        let words: Vec<&str> = filter.split_whitespace().collect();
        let holds = |binding: &&Binding| {
            let keys = binding.keys.iter().map(|&key| lang.key(key)).collect::<Vec<_>>().join(" ");
            let label = lang.action(binding.action.name());
            let text = fold(&format!("{keys} {label} {}", lang.action_about(binding.action.name())));
            words.iter().all(|word| text.contains(word))
        };
        keymap.shown(self.context).filter(holds).collect()
    }
}

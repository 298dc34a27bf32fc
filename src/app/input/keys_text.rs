//! The current key bindings as the text of a `keys.ron`.

use std::fmt::Write;

use crate::app::input::key_name as name;
use crate::app::model::context::Context;
use crate::app::model::keymap::Keymap;
use crate::lang::Lang;
use crate::map::width::width;

/// Writes all contexts and actions with their keys; reading the text gives the same bindings.
pub fn text(lang: &Lang, keymap: &Keymap) -> String {
    let mut text = String::new();
    for line in lang.about_keys().lines() {
        let _ = writeln!(text, "// {line}");
    }
    text.push_str("(\n");
    for context in Context::ALL {
        let _ = writeln!(text, "    // {}\n    {}: (", lang.context(context.name()), written(context.name()));
        let lines: Vec<(String, String)> = keymap
            .bindings(context)
            .map(|binding| {
                let keys: Vec<String> = binding.keys.iter().map(|&key| quoted(&name::name(key))).collect();
                let line = format!("{}: [{}],", written(binding.action.name()), keys.join(", "));
                (line, lang.action_about(binding.action.name()))
            })
            .collect();
        let widest = lines.iter().map(|(line, _)| width(line)).max().unwrap_or_default();
        for (line, about) in lines {
            let _ = writeln!(text, "        {line}{:1$}  // {about}", "", widest - width(&line));
        }
        text.push_str("    ),\n");
    }
    text.push_str(")\n");
    text
}

/// Returns a name as it is written in a file.
fn written(name: &str) -> String {
    name.replace('-', "_")
}

fn quoted(key: &str) -> String {
    format!("\"{}\"", key.replace('\\', "\\\\").replace('"', "\\\""))
}

//! `periplo templates`: the bundled templates.

use super::context::CommandContext;
use super::failure::Failure;
use super::outcome::Outcome;
use super::output::print_text;
use crate::exchange::terminal_text::TextStyle;
use crate::lang::Language;
use crate::map::width::{align_right, fill, width};
use crate::store::Template;

/// Lists name, title and number of touchpoints of each template, in the user's language.
pub(super) fn templates(context: &CommandContext) -> Result<Outcome, Failure> {
    let spanish = context.lang.language() == Language::Spanish;
    let mut rows = vec![context.lang.template_columns()];
    for template in Template::ALL {
        if let Some(map) = template.map(spanish, &mut context.ids()) {
            let touchpoints = context.lang.number(map.len() as u128);
            rows.push([template.name().to_owned(), map.header().title.to_string(), touchpoints]);
        }
    }
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let (names, counts) = (widest(0), widest(2));
    let titles = widest(1).min(context.width().saturating_sub(names + counts + 4));
    let mut text = String::new();
    for (nth, [name, title, count]) in rows.iter().enumerate() {
        let line = [fill(name, names), fill(title, titles), align_right(count, counts)].join("  ");
        text += &if nth == 0 { context.colour.paint(TextStyle::Quiet, &line) } else { line };
        text.push('\n');
    }
    print_text(&text)?;
    Ok(Outcome::Done)
}

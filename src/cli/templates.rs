//! `periplo templates`: the bundled templates.

use super::Outcome;
use super::failure::Failure;
use super::output::print;
use super::setting::Setting;
use crate::exchange::terminal_text::TextStyle;
use crate::lang::Language;
use crate::map::width::{fill, width};
use crate::store::Template;

/// Lists name, title and number of touchpoints of every template, in the user's language.
pub fn templates(setting: &Setting) -> Result<Outcome, Failure> {
    let spanish = setting.lang.language() == Language::Spanish;
    let heads = setting.lang.template_columns();
    let mut rows = vec![heads];
    for template in Template::ALL {
        if let Some(map) = template.map(spanish, &mut setting.ids()) {
            let touchpoints = setting.lang.number(map.len() as u128);
            rows.push([template.name().to_owned(), map.header().title.to_string(), touchpoints]);
        }
    }
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or_default();
    let (names, counts) = (widest(0), widest(2));
    let titles = widest(1).min(setting.width().saturating_sub(names + counts + 4));
    let mut text = String::new();
    for (nth, [name, title, count]) in rows.iter().enumerate() {
        let blanks = counts.saturating_sub(width(count));
        let line = format!("{}  {}  {:blanks$}{count}", fill(name, names), fill(title, titles), "");
        text += &if nth == 0 { setting.colour.paint(TextStyle::Quiet, &line) } else { line };
        text.push('\n');
    }
    print(text.as_bytes())?;
    Ok(Outcome::Done)
}

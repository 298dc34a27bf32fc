//! The help: the keys of a context, filtered by typing, and the meanings of the symbols.
//!
//! ```text
//! ╭ help · board ─────────────────────────────────────╮
//! │ > mark                                            │
//! │                                                   │
//! │ space      Mark the touchpoint, or unmark it      │
//! │ shift-v    Mark all from the last marked one      │
//! │                                                   │
//! │ ◎ online   ⌂ offline   ▣ product   → intentional  │
//! ╰───────────────────────────────────── 12 more below ╯
//! ```

use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::legend;
use super::list::{VisibleRow, hidden_rows, visible_rows};
use super::painter::{Painter, centered, flow, span};
use super::text_input::draw_prompt;
use super::theme::evidence_symbol;
use crate::app::input::availability::refusal;
use crate::app::model::dialog::help::Help;
use crate::app::model::keymap::Binding;
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::lang::Lang;
use crate::map::Evidence;
use crate::map::width::{width, wrap};

/// The minimum height of the list above the legend.
const MIN_LIST_HEIGHT: u16 = 8;
/// The maximum number of lines of a description.
const DESCRIPTION_LINES: usize = 4;

/// The list of bindings in two columns: keys and descriptions.
struct HelpList<'a> {
    bindings: Vec<&'a Binding>,
    selected: usize,
    /// The width of the keys with a gap.
    keys: usize,
    /// The width of the descriptions.
    descriptions: usize,
}

/// Draws the help and returns the position of the cursor.
pub fn draw(painter: &mut Painter<'_>, help: &Help, area: Rect) -> Option<Position> {
    let (state, theme, lang) = (painter.state, painter.theme, painter.lang());
    let title = format!("{} · {}", lang.action("help"), lang.context(help.context.name()));
    let inside = painter.frame(centered(area, area.width.min(86), area.height), &title, theme.strong);
    let cursor = draw_prompt(painter, &help.filter, Rect { height: 1, ..inside });

    let has_legend = help.context.is_on_board() && help.filter.text().is_empty();
    let symbols = if has_legend { symbols(painter) } else { Vec::new() };
    let legend = flow(symbols, usize::from(inside.width));
    let legend_fits = legend.len() as u16 + 3 + MIN_LIST_HEIGHT <= inside.height;
    let below = if legend_fits { legend.len() as u16 + 1 } else { 0 };
    let area = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2 + below), ..inside };
    for (y, row) in (area.bottom() + 1..inside.bottom()).zip(&legend) {
        painter.write_spans(inside, y, row);
    }

    let bindings = help.listed(lang, &state.keys);
    if bindings.is_empty() {
        painter.write(area, area.y, &lang.help_no_match(), theme.dim);
    }
    let widest = bindings.iter().map(|binding| width(&keys(lang, binding))).max().unwrap_or_default();
    let keys = widest.min(usize::from(area.width) * 2 / 5) + 2;
    let descriptions = usize::from(area.width).saturating_sub(keys);
    let list = HelpList { bindings, selected: help.chosen, keys, descriptions };
    let rows = visible_rows(list.bindings.len(), area.height, help.chosen, |row| list.height(lang, row));
    let (above, below) = hidden_rows(&rows, list.bindings.len());
    painter.write_hidden_rows(inside, above, below);
    painter.canvas.viewport.dialog = rows.len();
    for row in rows {
        list.draw_row(painter, row, area);
    }
    cursor
}

impl HelpList<'_> {
    /// Returns the height of a binding: the lines of its keys or of its description, whichever are more.
    fn height(&self, lang: &Lang, row: usize) -> u16 {
        let binding = self.bindings[row];
        let description = wrap(&lang.action_about(binding.action.name()), self.descriptions, DESCRIPTION_LINES).len();
        description.max(key_lines(lang, binding, self.keys - 2).len()).max(1) as u16
    }

    fn draw_row(&self, painter: &mut Painter<'_>, visible: VisibleRow, list: Rect) {
        let (theme, lang) = (painter.theme, painter.lang());
        let binding = self.bindings[visible.row];
        let height = visible.height.min(list.height - visible.top);
        let area = Rect { y: list.y + visible.top, height, ..list };
        let is_available = refusal(painter.state, binding.action).is_none();
        let (key_style, style) = if is_available { (theme.key, theme.plain) } else { (theme.dim, theme.dim) };
        painter.canvas.set_target(area, PointerTarget::Dialog(DialogTarget::Row(visible.row)));
        for (y, keys) in (area.y..area.bottom()).zip(key_lines(lang, binding, self.keys - 2)) {
            painter.write(area, y, &keys, key_style);
        }
        let right = Rect { x: area.x + self.keys as u16, width: self.descriptions as u16, ..area };
        let description = lang.action_about(binding.action.name());
        painter.write_wrapped(right, &description, usize::from(area.height), style);
        if visible.row == self.selected {
            for y in area.y..area.bottom() {
                painter.restyle(area, y, theme.selected);
            }
        }
    }
}

/// Returns the keys of a binding on one line.
fn keys(lang: &Lang, binding: &Binding) -> String {
    binding.keys.iter().map(|&key| lang.key(key)).collect::<Vec<_>>().join("  ")
}

/// Returns the keys of a binding on as many lines as they need. No key is split.
fn key_lines(lang: &Lang, binding: &Binding, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for key in binding.keys.iter().map(|&key| lang.key(key)) {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(&key) <= cells => *line = format!("{line}  {key}"),
            Some(_) | None => lines.push(key),
        }
    }
    lines
}

/// Returns the meanings of the symbols of cards and of the funnel.
fn symbols(painter: &Painter<'_>) -> Vec<[Span<'static>; 2]> {
    let (theme, lang) = (painter.theme, painter.lang());
    let evidence = [Evidence::Assumed, Evidence::Measured]
        .map(|evidence| (evidence_symbol(evidence), lang.evidence(evidence), theme.plain));
    let others = [
        ("·", lang.untagged().to_owned(), theme.dim),
        ("!", lang.critical().to_owned(), theme.critical),
        ("╰", lang.or().to_owned(), theme.dim),
        ("•", lang.field("votes"), theme.strong),
        ("▼", lang.biggest_loss(), theme.loss),
        ("▽", lang.worst_rate(), theme.loss),
        ("◆", lang.best_lever(), theme.lever),
        ("▲", lang.more_than_before(), theme.warning),
    ];
    let all = legend::kinds(painter).into_iter().chain(legend::intents(painter)).chain(evidence).chain(others);
    all.map(|(symbol, word, style)| [span(symbol, style), span(format!(" {word}   "), theme.plain)]).collect()
}

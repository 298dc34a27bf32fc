//! The map as it will be when a file is taken in: its phases with their touchpoints.

use ratatui::layout::Rect;
use ratatui::text::Span;

use super::import::heading;
use super::import_counts;
use super::list::{hidden_rows, visible_rows};
use super::painter::{Painter, span};
use crate::app::model::dialog::import::{ImportDialog, ImportPane, ImportTarget};
use crate::app::model::dialog::import_map::{ImportList, ImportMapLine};
use crate::app::model::pointer::{DialogTarget, PointerTarget};
use crate::exchange::import::proposal::{Proposal, ProposalMark};
use crate::map::Touchpoint;
use crate::map::text::one_line;

/// Draws the list.
pub(super) fn draw(painter: &mut Painter<'_>, dialog: &ImportDialog, area: Rect, frame: Rect) {
    let (theme, lang) = (painter.theme, painter.lang());
    let has_focus = dialog.pane == ImportPane::Map;
    let text = match dialog.target {
        ImportTarget::NewMap => lang.import_new_map(),
        ImportTarget::OpenMap => lang.import_changed_map(),
        ImportTarget::Reaches => lang.import_reaches(),
    };
    let text = if dialog.is_reading { lang.import_reading(&dialog.name) } else { text };
    let list = heading(painter, &text, has_focus, area);
    if dialog.target == ImportTarget::Reaches {
        return import_counts::draw(painter, dialog, list, frame);
    }
    let Some(proposal) = dialog.shown_proposal() else { return };
    let rows = visible_rows(dialog.map_line_count(), list.height, dialog.map_line, |_| 1);
    if has_focus {
        painter.canvas.viewport.dialog = rows.len();
        let (above, below) = hidden_rows(&rows, dialog.map_line_count());
        painter.write_hidden_rows(frame, above, below);
    }
    for visible in rows {
        let y = list.y + visible.top;
        let Some(line) = dialog.map_line_at(visible.row) else { continue };
        let spans = spans(painter, proposal, line);
        painter.write_spans(list, y, &spans);
        if has_focus {
            let target = PointerTarget::Dialog(DialogTarget::Row(visible.row));
            painter.canvas.set_target(Rect { y, height: 1, ..list }, target);
            if visible.row == dialog.map_line {
                painter.restyle(list, y, theme.selected);
            }
        }
    }
}

/// Returns the selected line in full.
pub(super) fn detail(painter: &Painter<'_>, dialog: &ImportDialog) -> Option<String> {
    if dialog.target == ImportTarget::Reaches {
        return import_counts::detail(painter, dialog);
    }
    let proposal = dialog.shown_proposal()?;
    let line = dialog.map_line_at(dialog.map_line)?;
    let notes = match line {
        ImportMapLine::Touchpoint(phase, row) => {
            let notes = proposal.map.phase(phase).get(row).and_then(|touchpoint| touchpoint.notes.as_ref());
            notes.map(|notes| format!(" · {}", one_line(notes))).unwrap_or_default()
        }
        ImportMapLine::Phase(_) | ImportMapLine::Heading(_) | ImportMapLine::Listed(..) => String::new(),
    };
    let texts: String = spans(painter, proposal, line).iter().map(|span| span.content.as_ref()).collect();
    Some(texts.trim().to_owned() + &notes)
}

/// Returns the texts of a line: its mark, its name, and in few words what is known about it.
fn spans<'a>(painter: &Painter<'_>, proposal: &'a Proposal, line: ImportMapLine) -> Vec<Span<'a>> {
    let (theme, lang) = (painter.theme, painter.lang());
    match line {
        ImportMapLine::Phase(phase) => {
            let count = lang.number(proposal.map.phase(phase).len() as u128);
            vec![span(lang.phase(phase), theme.strong), span(format!(" {count}"), theme.dim)]
        }
        ImportMapLine::Touchpoint(phase, row) => {
            let Some(touchpoint) = proposal.map.phase(phase).get(row) else { return Vec::new() };
            let mark = match proposal.marks.get(&touchpoint.id) {
                Some(ProposalMark::New) => span(" + ", theme.good),
                Some(ProposalMark::Changed) => span(" ~ ", theme.accent),
                None => span("   ", theme.plain),
            };
            vec![mark, span(touchpoint.name.to_string(), theme.plain), span(facts(painter, touchpoint), theme.dim)]
        }
        ImportMapLine::Heading(list) => {
            let count = list.of(proposal).len();
            let text = match list {
                ImportList::Unmatched => lang.import_unmatched_rows(count),
                ImportList::Excluded => lang.import_excluded(count),
                ImportList::Gone => lang.import_gone(count),
            };
            vec![span(text, theme.strong)]
        }
        ImportMapLine::Listed(list, nth) => {
            let Some(each) = list.of(proposal).get(nth) else { return Vec::new() };
            let phase = lang.phase(each.phase).to_lowercase();
            let mark = match list {
                ImportList::Unmatched => span(" ? ", theme.accent),
                ImportList::Excluded => span(" × ", theme.dim),
                ImportList::Gone => span(" · ", theme.dim),
            };
            vec![mark, span(each.name.to_string(), theme.plain), span(format!("  {phase}"), theme.dim)]
        }
    }
}

/// Returns the channel and the reach of a touchpoint.
fn facts(painter: &Painter<'_>, touchpoint: &Touchpoint) -> String {
    let channel = touchpoint.channel.as_ref().map(|channel| format!("  @{channel}"));
    let reach = touchpoint.reach.map(|reach| format!("  {}", painter.lang().number(u128::from(reach))));
    let emotion = touchpoint.emotion.map(|emotion| format!("  {}", emotion_sign(emotion.value())));
    [channel, reach, emotion].into_iter().flatten().collect()
}

/// Returns a number with its sign, so that it is not taken for a reach.
fn emotion_sign(emotion: i8) -> String {
    match emotion {
        0 => "±0".to_owned(),
        below if below < 0 => format!("−{}", below.unsigned_abs()),
        above => format!("+{above}"),
    }
}

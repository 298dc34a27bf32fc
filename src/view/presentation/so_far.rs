//! The funnel up to the step that is shown.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::super::funnel_parts::{marks, names, reach, selected, share};
use super::super::pen::{Piece, piece, pieces_width, put, put_both, put_pieces};
use super::super::scroll::seen;
use super::super::theme::Theme;
use crate::app::model::query::shown_map::Shown;
use crate::app::model::state::State;
use crate::exchange::bar::bar;
use crate::map::Phase;
use crate::map::width::fill;

/// A line of the funnel.
struct Line {
    number: usize,
    name: String,
    reach: Option<u128>,
    partial: bool,
    share: Option<f64>,
}

/// The lines that it takes of so many: one above, the words, and one for each step up to the one that is shown.
pub fn height(shown: &Shown<'_>, room: u16) -> u16 {
    if shown.funnel().buyers.is_none() {
        return 0;
    }
    u16::try_from(lines(shown).len()).unwrap_or(u16::MAX).saturating_add(2).min(room / 3)
}

/// Draws the steps up to the one that is shown, the last ones where there is not room for all.
pub fn draw(state: &State, shown: &Shown<'_>, theme: &Theme, area: Rect, buf: &mut Buffer) {
    if area.height < 2 {
        return;
    }
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    put(buf, area, area.y, &"─".repeat(usize::from(area.width)), theme.dim);
    let lines = lines(shown);
    let (mut left, right) = words(state, shown, theme).fitting(usize::from(area.width));
    let seen = seen(lines.len(), area.height - 2, lines.len().saturating_sub(1), |_| 1);
    let hidden = seen.first().map_or(0, |first| first.row);
    if hidden > 0 {
        left.push(piece(format!("  ↑{hidden}"), theme.dim));
    }
    put_both(buf, area, area.y + 1, &left, &right);
    // After the purchase, a whole bar is all that bought.
    let whole = if shown.place.phase == Phase::After { shown.funnel().buyers } else { shown.funnel().widest };
    let widest = lines.iter().filter_map(|line| line.reach).chain(whole).max().unwrap_or(1);
    for row in seen {
        let is_here = row.row + 1 == lines.len();
        draw_line(
            state,
            &lines[row.row],
            widest,
            is_here,
            theme,
            Rect { y: area.y + 2 + row.top, height: 1, ..area },
            buf,
        );
    }
}

fn lines(shown: &Shown<'_>) -> Vec<Line> {
    let (funnel, here) = (shown.funnel(), selected(shown));
    if shown.place.phase == Phase::After {
        let after = funnel.after.iter().take(here.saturating_sub(funnel.steps.len())).zip(1..);
        return after
            .map(|(step, number)| Line {
                number: funnel.steps.len() + number,
                name: names(shown, Phase::After, step.rows.clone()).into_owned(),
                reach: step.reach,
                partial: step.partial,
                share: step.share_of_buyers,
            })
            .collect();
    }
    let steps = funnel.steps.iter().take(here + 1).zip(1..);
    steps
        .map(|(step, number)| Line {
            number,
            name: names(shown, step.phase, step.rows.clone()).into_owned(),
            reach: step.reach,
            partial: step.partial,
            share: step.conversion,
        })
        .collect()
}

fn draw_line(state: &State, line: &Line, widest: u128, is_here: bool, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let numbers = format!("{:>11}{:>8}", reach(&state.lang, line.reach, line.partial), share(&state.lang, line.share));
    let room = usize::from(area.width).saturating_sub(numbers.len() + 6);
    let bar_cells = room / 2;
    let (name_style, bar_style) = if is_here { (theme.strong, theme.bar_here) } else { (theme.plain, theme.bar) };
    let drawn = match line.reach {
        Some(reach) => piece(fill(&bar(reach, widest, bar_cells), bar_cells), bar_style),
        None => piece(format!("{:^bar_cells$}", "· · ·"), theme.dim),
    };
    let pieces = [
        piece(format!("{:>3} ", line.number), theme.dim),
        piece(fill(&line.name, room - bar_cells), name_style),
        piece("  ", theme.plain),
        drawn,
        piece(numbers, name_style),
    ];
    put_pieces(buf, area, area.y, &pieces);
}

/// What is said above the lines: who is left here, how many of them buy, and what is lost.
struct Words {
    left: Piece<'static>,
    likely: Option<Piece<'static>>,
    lost: Vec<Piece<'static>>,
    /// The same as signs.
    signs: Vec<Piece<'static>>,
}

impl Words {
    fn only(said: String, theme: &Theme) -> Words {
        Words { left: piece(said, theme.strong), likely: None, lost: Vec::new(), signs: Vec::new() }
    }

    /// As much as there is room for, at the left and at the right end.
    fn fitting(self, cells: usize) -> (Vec<Piece<'static>>, Vec<Piece<'static>>) {
        let fits = |left: &[Piece<'_>], right: &[Piece<'_>]| pieces_width(left) + 2 + pieces_width(right) <= cells;
        let (short, long) = (vec![self.left.clone()], [Some(self.left), self.likely]);
        let long: Vec<_> = long.into_iter().flatten().collect();
        if fits(&long, &self.lost) {
            (long, self.lost)
        } else if fits(&short, &self.lost) {
            (short, self.lost)
        } else {
            (short, self.signs)
        }
    }
}

fn words(state: &State, shown: &Shown<'_>, theme: &Theme) -> Words {
    let (lang, funnel) = (&state.lang, shown.funnel());
    if shown.place.phase == Phase::After {
        let step = selected(shown).checked_sub(funnel.steps.len() + 1).and_then(|nth| funnel.after.get(nth));
        let reach = step.and_then(|step| step.reach).map(|reach| lang.number(reach));
        let said = reach.zip(funnel.buyers).map(|(reach, buyers)| lang.present_of_buyers(&reach, &lang.number(buyers)));
        return Words::only(said.unwrap_or_else(|| lang.present_unknown()), theme);
    }
    let here = funnel.step_at(shown.place).map(|index| (index, &funnel.steps[index]));
    let first = funnel.steps.iter().find(|step| step.reach.is_some());
    let Some(((index, step), first)) = here.zip(first).filter(|((_, step), _)| step.reach.is_some()) else {
        return Words::only(lang.present_unknown(), theme);
    };
    let is_last = funnel.steps[index + 1..].iter().all(|later| later.reach.is_none());
    let (left, all) = (reach(lang, step.reach, step.partial), reach(lang, first.reach, first.partial));
    let said = if is_last && step.phase == Phase::During {
        lang.funnel_buyers_of(&left, &all)
    } else {
        lang.present_left(&left, &all)
    };
    let likely = step.likelihood.filter(|_| !is_last).map(|share| lang.present_likely(&lang.percent(share)));
    let marks = marks(lang, theme, shown, index);
    let mut lost: Vec<_> = marks.iter().map(|(sign, word, style)| piece(format!("  {sign} {word}"), *style)).collect();
    let mut signs: Vec<_> = marks.iter().map(|(sign, _, style)| piece(format!(" {sign}"), *style)).collect();
    // The mark of the biggest loss says how many they are.
    if step.lost > 0 && funnel.biggest_loss != Some(index) {
        lost.insert(0, piece(lang.present_lost(&lang.number(step.lost)), theme.loss));
    }
    if step.lost > 0 {
        signs.insert(0, piece(format!("−{}", lang.short_number(step.lost)), theme.loss));
    }
    let likely = likely.map(|said| piece(format!(" · {said}"), theme.plain));
    Words { left: piece(said, theme.strong), likely, lost, signs }
}

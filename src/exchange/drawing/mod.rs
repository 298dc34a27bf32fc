//! Drawings of a map as SVG elements, shared by page and poster; the style sheet of each colours them.
//!
//! No element has a colour of its own, only one of these classes:
//!
//! | class | element |
//! | --- | --- |
//! | `d-head` `d-name` `d-number` `d-quiet` | texts: headings, names of touchpoints, numbers, minor words |
//! | `d-loss` `d-lever` `d-fault` | marks: biggest loss, best lever, a step that widens |
//! | `d-rule` | lines between parts and at the levels of emotions |
//! | `d-bar` `d-bar-loss` `d-bar-lever` `d-bar-fault` `d-bar-after` | bars of the funnel: plain, marked, after the purchase |
//! | `d-flow` | the flow from one bar to the next, behind both |
//! | `d-unknown` `d-hatch` `d-question` | a bar of unknown reach: its area, its hatching (stroke), the question mark |
//! | `d-outline` | the number of buyers, around the bars of the loop after the purchase (stroke) |
//! | `d-disc` `d-disc-full` | discs of evidence: the ring and its filling |
//! | `d-curve` | the line of the emotion curve (stroke) |
//! | `d-zero` | the level of the neutral emotion (stroke) |
//! | `d-point` `d-critical` `d-sign` | points of the curve, those of critical moments, and the sign inside |
//! | `d-lead` | lines from points down to their names (stroke) |
//! | `d-step` `d-spot` | groups: a step, a point of the curve; the full name is their title |
//! | `d-face` `d-eye` `d-mouth` | faces: the ring, the eyes (filled), the mouth (stroke) |

pub mod font;
pub mod svg;
pub mod symbols;

mod counts;
mod curve;
mod funnel;
mod funnel_row;

pub use curve::draw_curve;
pub use funnel::draw_funnel;

/// The SVG elements of a drawing, and its size from 0, 0 on.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub svg: String,
    pub width: f64,
    pub height: f64,
}

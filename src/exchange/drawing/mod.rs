//! Drawings of a map: inner elements of SVG that a page and a poster share, coloured by the style sheet of each.
//!
//! No element has a colour. What is to be coloured has one of these classes:
//!
//! | class | what it is |
//! | --- | --- |
//! | `d-head` `d-name` `d-number` `d-quiet` | texts: heads, names of touchpoints, numbers, what is said in passing |
//! | `d-loss` `d-lever` `d-fault` | texts of marks: biggest loss, best lever, a step that widens |
//! | `d-rule` | lines between parts and along levels |
//! | `d-bar` `d-bar-loss` `d-bar-lever` `d-bar-fault` `d-bar-after` | bars of the funnel: plain, marked, after the purchase |
//! | `d-flow` | what leads from one bar to the next, behind both |
//! | `d-unknown` `d-hatch` `d-question` | a bar of unknown length: its area, the lines over it (strokes), the question mark |
//! | `d-outline` | the buyers, as wide as they are, around the bars of the loop (stroke) |
//! | `d-disc` `d-disc-full` | signs of evidence: a ring, and what fills it |
//! | `d-curve` | the line of the emotion curve (stroke) |
//! | `d-zero` | the level at which the customer feels neither good nor bad (stroke) |
//! | `d-point` `d-critical` `d-sign` | points of the curve, those of critical moments, and the sign in these |
//! | `d-lead` | lines from points down to what they are about (stroke) |
//! | `d-step` `d-spot` | groups: a step, a point of the curve, each with its full name as title |
//! | `d-face` `d-eye` `d-mouth` | faces: the ring, the eyes (filled), the mouth (stroke) |

pub mod font;
pub mod svg;
pub mod symbols;

mod counts;
mod curve;
mod funnel;
mod funnel_row;

pub use curve::curve;
pub use funnel::funnel;

/// Inner elements of SVG, and the room that they take from 0, 0 on.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub svg: String,
    pub width: f64,
    pub height: f64,
}

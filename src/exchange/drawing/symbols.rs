//! Symbols that differ by shape, not only by colour: faces for emotions and discs for evidence.

use super::svg::{SvgNumber, SvgPoint, SvgWriter};
use crate::map::{Emotion, Evidence};

/// Draws the face of an emotion.
pub(crate) fn draw_face(svg: &mut SvgWriter, emotion: Emotion, (x, y): SvgPoint, radius: f64) {
    svg.circle("d-face", (x, y), radius);
    for side in [-1.0, 1.0] {
        svg.circle("d-eye", (x + side * radius * 0.36, y - radius * 0.22), radius * 0.12);
    }
    // The corners of the mouth go down as its middle goes up.
    let bend = f64::from(emotion.value()) * radius * 0.26;
    let (left, right, corner) = (x - radius * 0.46, x + radius * 0.46, y + radius * 0.36 - bend * 0.5);
    let mouth = format!(
        "M{} {}Q{} {} {} {}",
        SvgNumber(left),
        SvgNumber(corner),
        SvgNumber(x),
        SvgNumber(corner + bend * 1.6),
        SvgNumber(right),
        SvgNumber(corner)
    );
    svg.outline("d-mouth", &mouth);
}

/// Draws the disc of an evidence: empty for assumed, half full for reported, full for measured.
pub(crate) fn draw_evidence(svg: &mut SvgWriter, evidence: Evidence, (x, y): SvgPoint, radius: f64) {
    match evidence {
        Evidence::Assumed => {}
        Evidence::Reported => {
            let half = [x, y - radius, radius, 2.0 * radius].map(SvgNumber);
            let [center, top, radius, height] = half;
            svg.filled_path("d-disc-full", &format!("M{center} {top}a{radius} {radius} 0 0 0 0 {height}Z"));
        }
        Evidence::Measured => svg.circle("d-disc-full", (x, y), radius),
    }
    svg.circle("d-disc", (x, y), radius);
}

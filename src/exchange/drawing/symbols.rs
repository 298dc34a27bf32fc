//! Faces for emotions, and discs for evidence: signs that are told apart by their shape.

use super::svg::{Position, SvgNumber, SvgWriter};
use crate::map::{Emotion, Evidence};

/// Draws the face of an emotion.
pub fn face(svg: &mut SvgWriter, emotion: Emotion, (x, y): Position, radius: f64) {
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
    svg.stroke("d-mouth", &mouth);
}

/// Draws the sign of an evidence: an empty disc for what is assumed, half of one for what was reported, a full one for
/// what was measured.
pub fn disc(svg: &mut SvgWriter, evidence: Evidence, (x, y): Position, radius: f64) {
    match evidence {
        Evidence::Assumed => {}
        Evidence::Reported => {
            let half = [SvgNumber(x), SvgNumber(y - radius), SvgNumber(radius), SvgNumber(2.0 * radius)];
            let [across, top, radius, down] = half;
            svg.solid("d-disc-full", &format!("M{across} {top}a{radius} {radius} 0 0 0 0 {down}Z"));
        }
        Evidence::Measured => svg.circle("d-disc-full", (x, y), radius),
    }
    svg.circle("d-disc", (x, y), radius);
}

//! Faces for emotions, and discs for evidence: signs that are told apart by their shape.

use super::pen::{Number, Pen, Point};
use crate::map::{Emotion, Evidence};

/// Draws the face of an emotion.
pub fn face(pen: &mut Pen, emotion: Emotion, (x, y): Point, radius: f64) {
    pen.circle("d-face", (x, y), radius);
    for side in [-1.0, 1.0] {
        pen.circle("d-eye", (x + side * radius * 0.36, y - radius * 0.22), radius * 0.12);
    }
    // The corners of the mouth go down as its middle goes up.
    let bend = f64::from(emotion.value()) * radius * 0.26;
    let (left, right, corner) = (x - radius * 0.46, x + radius * 0.46, y + radius * 0.36 - bend * 0.5);
    let mouth = format!(
        "M{} {}Q{} {} {} {}",
        Number(left),
        Number(corner),
        Number(x),
        Number(corner + bend * 1.6),
        Number(right),
        Number(corner)
    );
    pen.stroke("d-mouth", &mouth);
}

/// Draws the sign of an evidence: an empty disc for what is assumed, half of one for what was reported, a full one for
/// what was measured.
pub fn disc(pen: &mut Pen, evidence: Evidence, (x, y): Point, radius: f64) {
    match evidence {
        Evidence::Assumed => {}
        Evidence::Reported => {
            let half = [Number(x), Number(y - radius), Number(radius), Number(2.0 * radius)];
            let [across, top, radius, down] = half;
            pen.solid("d-disc-full", &format!("M{across} {top}a{radius} {radius} 0 0 0 0 {down}Z"));
        }
        Evidence::Measured => pen.circle("d-disc-full", (x, y), radius),
    }
    pen.circle("d-disc", (x, y), radius);
}

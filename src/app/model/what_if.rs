//! What-if conversions, as the user sets them in the funnel.

use crate::map::TouchpointId;

/// A conversion that is tried out for a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIfConversion {
    /// The first touchpoint of the step.
    pub step: TouchpointId,
    /// The share of customers who go on to the step, 0 … 1.
    pub conversion: f64,
}

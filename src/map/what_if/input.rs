//! What-if input as it is typed: `2=55`, `2=55,5 %`, `2=+5`.

use std::str::FromStr;

/// Another conversion for a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ConversionChange {
    /// The new conversion, 0 … 1.
    To(f64),
    /// The difference to the present conversion, 0.01 for one percentage point; negative for a decrease.
    By(f64),
}

/// A step whose conversion is replaced in a what-if.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIfStep {
    /// The position among all steps before and during the purchase, from 1.
    pub position: usize,
    pub conversion: ConversionChange,
}

/// Why a text is no what-if step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WhatIfSyntaxError {
    /// There is no `=` between position and percentage.
    #[error("write the step's position, =, and a percentage, like 2=55 or 2=+5")]
    NoSign,
    /// The position is not a whole number from 1 on.
    #[error("a position is a whole number from 1 on, as the funnel counts the steps")]
    NotAPosition,
    /// The percentage is not a number.
    #[error("a percentage is a number from 0 to 100, like 55 or 55.5, or +5 for five points more")]
    NotAPercentage,
    /// The percentage is above 100.
    #[error("a percentage is at most 100: no more customers can come through than there are")]
    AboveAll,
}

impl FromStr for WhatIfStep {
    type Err = WhatIfSyntaxError;

    fn from_str(text: &str) -> Result<WhatIfStep, WhatIfSyntaxError> {
        let (position, percentage) = text.split_once('=').ok_or(WhatIfSyntaxError::NoSign)?;
        let position = position.trim();
        let is_number = position.bytes().all(|byte| byte.is_ascii_digit());
        let position = position.parse().ok().filter(|&position| is_number && position > 0);
        let position = position.ok_or(WhatIfSyntaxError::NotAPosition)?;
        Ok(WhatIfStep { position, conversion: percentage.parse()? })
    }
}

impl FromStr for ConversionChange {
    type Err = WhatIfSyntaxError;

    fn from_str(text: &str) -> Result<ConversionChange, WhatIfSyntaxError> {
        let text = text.trim();
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        match text.strip_prefix('+') {
            Some(points) => parse_percentage(points).map(ConversionChange::By),
            None => parse_percentage(text).map(ConversionChange::To),
        }
    }
}

/// Parses a percentage, with a point or a comma before its fraction, as a share from 0 to 1.
fn parse_percentage(text: &str) -> Result<f64, WhatIfSyntaxError> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.replace(',', ".");
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return Err(WhatIfSyntaxError::NotAPercentage);
    }
    let number: f64 = number.parse().map_err(|_| WhatIfSyntaxError::NotAPercentage)?;
    if number > 100.0 { Err(WhatIfSyntaxError::AboveAll) } else { Ok(number / 100.0) }
}

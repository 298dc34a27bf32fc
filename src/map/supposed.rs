//! A conversion that somebody supposes a step to have, as it is typed: `2=55`, `2=55,5 %`, `2=+5`.

use std::str::FromStr;

/// The conversion that a step is supposed to have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Conversion {
    /// That share, 0 … 1.
    To(f64),
    /// So much more than it has, 0.01 for a percentage point; negative for less.
    By(f64),
}

/// A conversion put in place of a step's own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Supposed {
    /// The step's position among all steps before and during the purchase, from 1.
    pub position: usize,
    pub conversion: Conversion,
}

/// Why a text is no conversion of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SupposedFault {
    /// Nothing separates position and percentage.
    #[error("write the step's position, =, and a percentage, like 2=55 or 2=+5")]
    NoSign,
    /// The position is no whole number from 1 on.
    #[error("a position is a whole number from 1 on, as the funnel counts the steps")]
    NotAPosition,
    /// The percentage is no number.
    #[error("a percentage is a number from 0 to 100, like 55 or 55.5, or +5 for five points more")]
    NotAPercentage,
    /// The percentage is above 100.
    #[error("a percentage is at most 100: no more customers can come through than there are")]
    AboveAll,
}

impl FromStr for Supposed {
    type Err = SupposedFault;

    fn from_str(text: &str) -> Result<Supposed, SupposedFault> {
        let (position, percentage) = text.split_once('=').ok_or(SupposedFault::NoSign)?;
        let position = position.trim();
        let is_number = position.bytes().all(|byte| byte.is_ascii_digit());
        let position = position.parse().ok().filter(|&position| is_number && position > 0);
        Ok(Supposed { position: position.ok_or(SupposedFault::NotAPosition)?, conversion: percentage.parse()? })
    }
}

impl FromStr for Conversion {
    type Err = SupposedFault;

    fn from_str(text: &str) -> Result<Conversion, SupposedFault> {
        let text = text.trim();
        let text = text.strip_suffix('%').unwrap_or(text).trim_end();
        match text.strip_prefix('+') {
            Some(points) => share(points).map(Conversion::By),
            None => share(text).map(Conversion::To),
        }
    }
}

/// The share that a percentage stands for, with a point or a comma in front of its fraction.
fn share(percentage: &str) -> Result<f64, SupposedFault> {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = percentage.replace(',', ".");
    let (whole, fraction) = number.split_once('.').unwrap_or((&number, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return Err(SupposedFault::NotAPercentage);
    }
    let number: f64 = number.parse().map_err(|_| SupposedFault::NotAPercentage)?;
    if number > 100.0 { Err(SupposedFault::AboveAll) } else { Ok(number / 100.0) }
}

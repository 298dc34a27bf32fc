//! Numbers as each language writes them.

use super::{Lang, Language};

impl Lang {
    fn decimal_point(&self) -> char {
        match self.language {
            Language::English => '.',
            Language::Spanish => ',',
        }
    }

    /// A whole number with its thousands grouped: `12,000`, `12.000`.
    pub fn number(&self, number: u128) -> String {
        let separator = match self.language {
            Language::English => ',',
            Language::Spanish => '.',
        };
        let digits = number.to_string();
        let mut grouped = String::with_capacity(digits.len() * 4 / 3);
        for (nth, digit) in digits.chars().enumerate() {
            if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A whole number in at most five cells where that can be: `950`, `8.4k`, `120k`, `3M`.
    pub fn short_number(&self, number: u128) -> String {
        const UNITS: [(u128, &str); 4] =
            [(1_000_000_000_000, "T"), (1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")];
        let Some(&(unit, letter)) = UNITS.iter().find(|(unit, _)| number >= *unit) else {
            return number.to_string();
        };
        let tenths = number / (unit / 10) % 10;
        match number / unit {
            whole @ 0..100 if tenths > 0 => format!("{whole}{}{tenths}{letter}", self.decimal_point()),
            whole => format!("{whole}{letter}"),
        }
    }

    /// A share as a percentage with up to two significant digits below ten: `70%`, `0.5%`; `70 %`, `0,5 %`.
    pub fn percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        let digits = match percent {
            0.0 | 100.0 => 0,
            p if p > 99.0 && p < 100.0 => 1,
            p if p >= 9.95 => 0,
            p if p >= 0.095 => 1,
            _ => 2,
        };
        let number = format!("{percent:.digits$}").replace('.', &self.decimal_point().to_string());
        let number = if digits > 0 { number.trim_end_matches('0').trim_end_matches(['.', ',']) } else { &number };
        // Spanish puts a blank between number and sign.
        match self.language {
            Language::English => format!("{number}%"),
            Language::Spanish => format!("{number} %"),
        }
    }

    /// A number with one digit behind the point: `4.2`, `4,2`.
    pub fn decimal(&self, number: f64) -> String {
        format!("{number:.1}").replace('.', &self.decimal_point().to_string())
    }
}

//! Numbers and percentages as each language writes them.

use super::{Lang, Language};

/// A number rounded to what [`Lang::short_number`] writes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ShortNumber {
    whole: u128,
    /// A digit after the point; 0 is not written.
    tenth: u8,
    /// The unit, like `k` for thousands.
    letter: &'static str,
}

impl ShortNumber {
    pub(crate) fn of(number: u128) -> ShortNumber {
        const UNITS: [(u128, &str); 4] =
            [(1_000_000_000_000, "T"), (1_000_000_000, "G"), (1_000_000, "M"), (1_000, "k")];
        let Some(&(unit, letter)) = UNITS.iter().find(|(unit, _)| number >= *unit) else {
            return ShortNumber { whole: number, tenth: 0, letter: "" };
        };
        // Rounding may lead to the next unit: 999,950 is 1M.
        let digit = if number >= unit * 100 { unit } else { unit / 10 };
        let rounded = number.saturating_add(digit / 2) / digit * digit;
        if rounded >= unit * 1_000 && unit < UNITS[0].0 {
            return ShortNumber::of(rounded);
        }
        let whole = rounded / unit;
        let tenth = if whole < 100 { (rounded / (unit / 10) % 10) as u8 } else { 0 };
        ShortNumber { whole, tenth, letter }
    }

    /// Returns how many cells it takes.
    pub(crate) fn width(self) -> usize {
        digits(self.whole) + if self.tenth > 0 { 2 } else { 0 } + self.letter.len()
    }
}

/// Returns how many cells [`Lang::number`] takes.
pub(crate) fn number_width(number: u128) -> usize {
    let digits = digits(number);
    digits + (digits - 1) / 3
}

fn digits(number: u128) -> usize {
    number.checked_ilog10().map_or(1, |power| power as usize + 1)
}

impl Lang {
    fn decimal_point(&self) -> char {
        match self.language {
            Language::English => '.',
            Language::Spanish => ',',
        }
    }

    /// Returns a whole number with its thousands grouped: `12,000`, `12.000`.
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

    /// Returns a whole number in at most five cells, if it fits: `950`, `8.4k`, `120k`, `3M`.
    pub(crate) fn short_number(&self, number: u128) -> String {
        let ShortNumber { whole, tenth, letter } = ShortNumber::of(number);
        if tenth == 0 {
            return format!("{whole}{letter}");
        }
        format!("{whole}{}{tenth}{letter}", self.decimal_point())
    }

    /// Returns a share as a percentage with at most two significant digits below ten: `70%`, `0.5%`; `70 %`, `0,5 %`.
    ///
    /// Only exact values are written as 0% or 100%; others near them are `<0.01%` or `>99.9%`. More than the whole is
    /// no share: it is written as a multiple, like `×1.2`.
    pub(crate) fn percent(&self, share: f64) -> String {
        let percent = share * 100.0;
        if is_multiple(share) {
            return self.multiple(share);
        }
        let (sign, number) = if percent > 99.9 && percent < 100.0 {
            (">", "99.9".to_owned())
        } else if percent > 0.0 && percent < 0.01 {
            ("<", "0.01".to_owned())
        } else if percent > 99.0 && percent < 100.0 {
            ("", format!("{percent:.1}"))
        } else if percent >= 9.95 || percent == 0.0 {
            ("", format!("{percent:.0}"))
        } else if percent >= 0.095 {
            ("", format!("{percent:.1}"))
        } else {
            ("", format!("{percent:.2}"))
        };
        let number = if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { &number };
        let number = number.replace('.', &self.decimal_point().to_string());
        // Spanish writes a space before the percent sign.
        match self.language {
            Language::English => format!("{sign}{number}%"),
            Language::Spanish => format!("{sign}{number} %"),
        }
    }

    /// Returns a factor above one with as many decimals as it takes to see that: `×1.2`, `×1.04`, `×250`.
    fn multiple(&self, factor: f64) -> String {
        if factor >= 9.95 {
            return format!("×{}", self.amount(factor));
        }
        let texts = (1..=3).map(|decimals| format!("{factor:.decimals$}"));
        let trimmed = texts.map(|text| text.trim_end_matches('0').trim_end_matches('.').to_owned());
        let text = trimmed.into_iter().find(|text| text != "1").unwrap_or_else(|| "1.001".to_owned());
        format!("×{}", text.replace('.', &self.decimal_point().to_string()))
    }

    /// Returns a number with one decimal: `4.2`, `4,2`.
    fn decimal(&self, number: f64) -> String {
        format!("{number:.1}").replace('.', &self.decimal_point().to_string())
    }

    /// Returns two amounts with as many decimals as it takes to tell them apart, if they differ.
    pub(crate) fn distinct_amounts(&self, amounts: [f64; 2]) -> [String; 2] {
        const MOST_DECIMALS: usize = 6;
        let usual = amounts.map(|amount| self.amount(amount));
        if usual[0] != usual[1] || amounts[0] == amounts[1] {
            return usual;
        }
        let with_decimals = |decimals: usize| {
            amounts.map(|amount| format!("{amount:.decimals$}").replace('.', &self.decimal_point().to_string()))
        };
        (2..=MOST_DECIMALS).map(with_decimals).find(|[one, other]| one != other).unwrap_or(usual)
    }

    /// Returns a number of customers that may have a fraction: `4.2` below ten, `1,234` below 10⁹, `1G` from there on.
    pub(crate) fn amount(&self, customers: f64) -> String {
        match customers.round() as u128 {
            // A fraction matters only in small numbers.
            0..10 => {
                let decimal = self.decimal(customers);
                let whole = decimal.strip_suffix('0').and_then(|rest| rest.strip_suffix(self.decimal_point()));
                whole.map_or_else(|| decimal.clone(), str::to_owned)
            }
            whole @ 10..1_000_000_000 => self.number(whole),
            whole @ 1_000_000_000.. => self.short_number(whole),
        }
    }
}

/// Returns the number that [`Lang::amount`] writes for an amount, unless it is shortened.
pub(super) fn written_amount(customers: f64) -> f64 {
    match customers.round() as u128 {
        0..10 => (customers * 10.0).round() / 10.0,
        10..1_000_000_000 => customers.round(),
        1_000_000_000.. => customers,
    }
}

/// Returns true if a share is more than the whole; a rounding error does not make it one.
pub(crate) fn is_multiple(share: f64) -> bool {
    share > 1.0 + 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exact_shares_are_written_as_0_or_100_percent() {
        let english = Lang::new(Language::English);
        let percentages = [
            (0.0, "0%"),
            (0.000_01, "<0.01%"),
            (0.000_2, "0.02%"),
            (0.005, "0.5%"),
            (0.05, "5%"),
            (0.456, "46%"),
            (0.995, "99.5%"),
            (0.999_7, ">99.9%"),
            (1.0, "100%"),
            (1.000_000_000_000_1, "100%"),
            (1.2, "×1.2"),
            (1.04, "×1.04"),
            (1.004, "×1.004"),
            (4.22, "×4.2"),
            (2.0, "×2"),
            (123.4, "×123"),
        ];
        for (share, words) in percentages {
            assert_eq!(english.percent(share), words, "{share}");
        }
        assert_eq!(Lang::new(Language::Spanish).percent(0.005), "0,5 %");
    }

    #[test]
    fn numbers_are_grouped_and_shortened_as_each_language_writes_them() {
        let (english, spanish) = (Lang::new(Language::English), Lang::new(Language::Spanish));
        assert_eq!(
            (english.number(1_234_567).as_str(), spanish.number(1_234_567).as_str()),
            ("1,234,567", "1.234.567")
        );
        assert_eq!((english.short_number(8_400).as_str(), spanish.short_number(8_400).as_str()), ("8.4k", "8,4k"));
        assert_eq!(english.short_number(950), "950");
        for (number, short) in [
            (120_400, "120k"),
            (4_780, "4.8k"),
            (24_482, "24.5k"),
            (99_949, "99.9k"),
            (99_950, "100k"),
            (999_500, "1M"),
        ] {
            assert_eq!(english.short_number(number), short, "{number}");
        }
        assert!(english.short_number(u128::MAX).ends_with('T'));
        let (close, closer) = ([0.321, 0.284], [97.123_4, 97.123_1]);
        assert_eq!(english.distinct_amounts(close), ["0.32", "0.28"]);
        assert_eq!(spanish.distinct_amounts(closer), ["97,1234", "97,1231"]);
        assert_eq!(english.distinct_amounts([0.3, 0.3]), ["0.3", "0.3"]);
        assert_eq!(english.distinct_amounts([1.2, 0.3]), ["1.2", "0.3"]);
        let amounts = [0.0, 0.04, 4.25, 97.1, 1_808.4].map(|amount| spanish.amount(amount));
        assert_eq!(amounts, ["0", "0", "4,2", "97", "1.808"]);
    }
}

//! Messages about the customers that a map counts, in the word of its unit: `452 patients`.

use i18n_embed_fl::fl;

use super::Lang;
use super::what_if::plural;

impl Lang {
    /// Returns the word for customers: the unit, if it is known.
    pub(super) fn customers(&self, unit: Option<&str>) -> String {
        unit.map_or_else(|| fl!(self.loader, "funnel-customers"), str::to_owned)
    }

    /// Returns a number of buyers. One buyer has the unit in brackets, because units are written in the plural.
    pub(crate) fn buyers(&self, number: &str, unit: Option<&str>) -> String {
        let count = plural(number);
        match unit {
            None => fl!(self.loader, "funnel-text-buyers", count = count, number = number),
            Some(unit) => fl!(self.loader, "funnel-text-counted", count = count, number = number, unit = unit),
        }
    }

    /// Returns a number of buyers that are gained.
    pub(super) fn more_buyers(&self, number: &str, unit: Option<&str>) -> String {
        let count = plural(number);
        match unit {
            None => fl!(self.loader, "funnel-more-buyers", count = count, number = number),
            Some(unit) => fl!(self.loader, "funnel-more-counted", count = count, number = number, unit = unit),
        }
    }

    /// Says how many buyers there are and out of how many; both numbers are given as they are written.
    pub(crate) fn funnel_buyers_of(&self, count: u128, [left, first]: [&str; 2], unit: Option<&str>) -> String {
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        match unit {
            None => fl!(self.loader, "funnel-buyers-of", count = count, buyers = left, first = first),
            Some(unit) => fl!(self.loader, "funnel-counted-of", left = left, first = first, unit = unit),
        }
    }

    /// Says that one more percentage point gives most buyers at this step.
    pub(crate) fn funnel_text_best_lever(&self, gained: f64, unit: Option<&str>) -> String {
        let gained = self.more_buyers(&self.amount(gained), unit);
        fl!(self.loader, "funnel-text-best-lever", gained = gained)
    }

    /// Returns the heading of the steps after the purchase.
    pub(crate) fn after_purchase(&self, unit: Option<&str>) -> String {
        fl!(self.loader, "after-purchase", buyers = self.buyers_in_heading(unit))
    }

    /// Returns the heading of the shares after the purchase.
    pub(crate) fn funnel_text_of_buyers(&self, unit: Option<&str>) -> String {
        fl!(self.loader, "funnel-text-of-buyers", buyers = self.buyers_in_heading(unit))
    }

    /// Returns the title of the page's table of the steps after the purchase.
    pub(crate) fn page_loop_table(&self, unit: Option<&str>) -> String {
        fl!(self.loader, "page-loop-table", buyers = self.buyers_in_heading(unit))
    }

    /// Returns what the shares after the purchase refer to. The unit alone would not say that these ones bought.
    fn buyers_in_heading(&self, unit: Option<&str>) -> String {
        match unit {
            None => fl!(self.loader, "funnel-buyers"),
            Some(_) => fl!(self.loader, "funnel-purchases"),
        }
    }

    /// Returns what the page's number of buyers counts.
    pub(crate) fn page_count_buyers(&self, buyers: u128, unit: Option<&str>) -> String {
        let count = u64::try_from(buyers).unwrap_or(u64::MAX);
        unit.map_or_else(|| fl!(self.loader, "page-count-buyers", count = count), str::to_owned)
    }

    /// Says how many of the buyers come to a step after the purchase.
    pub(crate) fn present_of_buyers(&self, reach: &str, buyers: &str, unit: Option<&str>) -> String {
        fl!(self.loader, "present-of-buyers", reach = reach, buyers = self.buyers(buyers, unit))
    }

    /// Says which reach to enter first, and with which key, so that there is a funnel.
    pub(crate) fn funnel_needs_first_reach(&self, name: &str, key: &str, unit: Option<&str>) -> String {
        fl!(self.loader, "funnel-needs-first-reach", name = name, key = key, customers = self.customers(unit))
    }

    /// Says which reach to enter first.
    pub(crate) fn funnel_text_needs_reach(&self, name: &str, unit: Option<&str>) -> String {
        fl!(self.loader, "funnel-text-needs-reach", name = name, customers = self.customers(unit))
    }

    /// Says that a funnel needs touchpoints and a first reach.
    pub(crate) fn funnel_text_needs_touchpoints(&self, unit: Option<&str>) -> String {
        fl!(self.loader, "funnel-text-needs-touchpoints", customers = self.customers(unit))
    }

    /// Refuses a conversion above 100 %. `now` is the step's conversion.
    pub(crate) fn conversion_above_all(&self, now: &str, unit: Option<&str>) -> String {
        fl!(self.loader, "conversion-above-all", now = now, customers = self.customers(unit))
    }

    /// Asks for the reach of each marked touchpoint, which an empty line removes.
    pub(crate) fn ask_reach_of_marked(&self, count: usize, unit: Option<&str>) -> String {
        fl!(self.loader, "ask-reach-of-marked", count = count, customers = self.customers(unit))
    }

    /// Asks for the reach of each marked touchpoint, which an empty line leaves as it is.
    pub(crate) fn ask_reach_of_differing(&self, count: usize, unit: Option<&str>) -> String {
        fl!(self.loader, "ask-reach-of-differing", count = count, customers = self.customers(unit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Language;

    #[test]
    fn the_unit_of_the_map_is_the_word_for_customers() {
        let (english, spanish) = (Lang::new(Language::English), Lang::new(Language::Spanish));
        assert_eq!(english.buyers("452", Some("patients")), "452 patients");
        assert_eq!(english.buyers("1", Some("patients")), "1 (patients)");
        assert_eq!(english.buyers("1", None), "1 buyer");
        assert_eq!(english.more_buyers("12", Some("patients")), "12 more patients");
        assert_eq!(spanish.more_buyers("12", Some("personas")), "12 personas más");
        assert_eq!(spanish.more_buyers("1", Some("personas")), "1 más (personas)");
        assert_eq!(english.funnel_buyers_of(452, ["452", "12,000"], Some("patients")), "452 of 12,000 patients");
        assert_eq!(spanish.funnel_text_of_buyers(Some("pacientes")), "% de compras");
        assert_eq!(english.funnel_text_of_buyers(None), "% of buyers");
    }
}

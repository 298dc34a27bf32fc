//! The words of the funnel as a text.

use i18n_embed_fl::fl;

use super::Lang;

impl Lang {
    /// The head of the column of reaches.
    pub fn funnel_reach(&self) -> String {
        fl!(self.loader, "funnel-text-reach")
    }

    /// The head of the column of conversions, short.
    pub fn funnel_conversion(&self) -> String {
        fl!(self.loader, "funnel-text-conversion")
    }

    /// The head of the column of likelihoods, short.
    pub fn funnel_likelihood(&self) -> String {
        fl!(self.loader, "funnel-text-likelihood")
    }

    /// The head of the column of shares of the buyers.
    pub fn funnel_of_buyers(&self) -> String {
        fl!(self.loader, "funnel-text-of-buyers")
    }

    /// The name of an alternative to the touchpoint above it.
    pub fn funnel_or(&self, name: &str) -> String {
        fl!(self.loader, "funnel-text-or", name = name)
    }

    /// How many buy.
    pub fn funnel_buyers(&self, buyers: u128) -> String {
        let count = u64::try_from(buyers).unwrap_or(u64::MAX);
        fl!(self.loader, "funnel-text-buyers", count = count, number = self.number(buyers))
    }

    /// How many buy, as `funnel_buyers` says it, and what share of those at the step of that position they are.
    pub fn funnel_overall(&self, buyers: &str, share: f64, position: usize) -> String {
        fl!(self.loader, "funnel-text-overall", buyers = buyers, share = self.percent(share), position = position)
    }

    /// That this step loses more customers than any other.
    pub fn funnel_biggest_loss(&self, lost: u128) -> String {
        fl!(self.loader, "funnel-text-biggest-loss", number = self.number(lost))
    }

    /// That a percentage point of conversion moves more buyers here than anywhere else.
    pub fn funnel_best_lever(&self, gained: f64) -> String {
        fl!(self.loader, "funnel-text-best-lever", number = self.gained(gained))
    }

    /// Buyers that one more point gives.
    pub(super) fn gained(&self, gained: f64) -> String {
        self.amount(gained)
    }

    /// That more customers are here than at the step of that position.
    pub fn funnel_widens(&self, position: usize) -> String {
        fl!(self.loader, "funnel-text-widens", position = position)
    }

    /// What the sign of an unknown reach means.
    pub fn funnel_unknown(&self, sign: &str) -> String {
        fl!(self.loader, "funnel-text-unknown", sign = sign)
    }

    /// What the sign of a partly known reach means.
    pub fn funnel_partial(&self, sign: &str) -> String {
        fl!(self.loader, "funnel-text-partial", sign = sign)
    }

    /// That the funnel begins with the reach of that touchpoint.
    pub fn funnel_needs_reach(&self, name: &str) -> String {
        fl!(self.loader, "funnel-text-needs-reach", name = name)
    }

    /// That the funnel begins with touchpoints before or during the purchase.
    pub fn funnel_needs_touchpoints(&self) -> String {
        fl!(self.loader, "funnel-text-needs-touchpoints")
    }

    /// What is counted: touchpoints.
    pub fn counts_touchpoints(&self) -> String {
        fl!(self.loader, "counts-touchpoints")
    }

    /// Touchpoints that no kind is given to.
    pub fn counts_no_kind(&self) -> String {
        fl!(self.loader, "counts-no-kind")
    }

    /// Touchpoints that no intent is given to.
    pub fn counts_no_intent(&self) -> String {
        fl!(self.loader, "counts-no-intent")
    }

    /// The head of the column of sums.
    pub fn counts_all(&self) -> String {
        fl!(self.loader, "counts-all")
    }
}

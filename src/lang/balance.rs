//! What is said of how a map is balanced.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::balance::{Balance, Fact, Gap, Tag};
use crate::map::{Intent, Kind};

impl Lang {
    /// The head of the balance.
    pub fn balance(&self) -> String {
        fl!(self.loader, "balance")
    }

    /// What the shades of the balance mean.
    pub fn balance_heat(&self) -> String {
        fl!(self.loader, "balance-heat")
    }

    /// What the mark of a gap in the balance means.
    pub fn balance_gap(&self) -> String {
        fl!(self.loader, "balance-gap")
    }

    /// Says `unknown`.
    pub fn unknown(&self) -> String {
        fl!(self.loader, "unknown")
    }

    /// What a phase has nothing of, and how many touchpoints might be it without being tagged so.
    pub fn gap(&self, gap: &Gap) -> String {
        let phase = self.small_phase(gap.phase);
        let said = match gap.nothing {
            Tag::Kind(Kind::Online) => fl!(self.loader, "gap-online", phase = phase),
            Tag::Kind(Kind::Offline) => fl!(self.loader, "gap-offline", phase = phase),
            Tag::Kind(Kind::Product) => fl!(self.loader, "gap-product", phase = phase),
            Tag::Intent(Intent::Intentional) => fl!(self.loader, "gap-intentional", phase = phase),
            Tag::Intent(Intent::Unintentional) => fl!(self.loader, "gap-unintentional", phase = phase),
        };
        match (gap.untagged, gap.nothing) {
            (0, Tag::Kind(_) | Tag::Intent(_)) => said,
            (count, Tag::Kind(_)) => fl!(self.loader, "gap-without-kind", gap = said, count = count),
            (count, Tag::Intent(_)) => fl!(self.loader, "gap-without-intent", gap = said, count = count),
        }
    }

    /// Of how many touchpoints a fact is known.
    pub fn known_of(&self, fact: Fact, balance: &Balance) -> String {
        let (field, known, total) = (self.field(fact.key()), balance.knowing(fact), balance.total());
        let share = self.percent(balance.share_knowing(fact).unwrap_or_default());
        fl!(self.loader, "known-of", field = field, known = known, total = total, share = share)
    }
}

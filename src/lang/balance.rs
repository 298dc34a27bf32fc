//! Messages about the balance of kinds and intents.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::balance::{Balance, BalanceField, Gap, Tag};
use crate::map::{Intent, Kind};

messages! {
    balance() = "balance";
    balance_name() = "balance-name";
    balance_heat() = "balance-heat";
    balance_gap() = "balance-gap";
    unknown() = "unknown";
}

impl Lang {
    /// Says what a phase lacks, and how many untagged touchpoints it has, which may fill the gap.
    pub fn gap(&self, gap: &Gap) -> String {
        let phase = self.small_phase(gap.phase);
        let text = match gap.tag {
            Tag::Kind(Kind::Online) => fl!(self.loader, "gap-online", phase = phase),
            Tag::Kind(Kind::Offline) => fl!(self.loader, "gap-offline", phase = phase),
            Tag::Kind(Kind::Product) => fl!(self.loader, "gap-product", phase = phase),
            Tag::Intent(Intent::Intentional) => fl!(self.loader, "gap-intentional", phase = phase),
            Tag::Intent(Intent::Unintentional) => fl!(self.loader, "gap-unintentional", phase = phase),
        };
        match (gap.untagged, gap.tag) {
            (0, Tag::Kind(_) | Tag::Intent(_)) => text,
            (count, Tag::Kind(_)) => fl!(self.loader, "gap-without-kind", gap = text, count = count),
            (count, Tag::Intent(_)) => fl!(self.loader, "gap-without-intent", gap = text, count = count),
        }
    }

    /// Says for how many touchpoints a field is known.
    pub fn known_of(&self, field: BalanceField, balance: &Balance) -> String {
        let (name, known, total) = (self.field(field.key()), balance.known_count(field), balance.total());
        let share = self.percent(balance.known_share(field).unwrap_or_default());
        fl!(self.loader, "known-of", field = name, known = known, total = total, share = share)
    }
}

//! What is said of a funnel in whole sentences.

use i18n_embed_fl::fl;

use super::Lang;
use crate::map::summary::{EvidenceCounts, Spot};
use crate::map::{Evidence, Funnel, JourneyMap, Summary};

impl Lang {
    /// Where most customers are lost, what one more point gives there and where it gives most, and how much of the
    /// funnel is assumed: one text each, as far as there is something to say.
    pub fn summary(&self, summary: &Summary, map: &JourneyMap, funnel: &Funnel) -> Vec<String> {
        let at = |spot: &Spot| {
            let place = funnel.steps.get(spot.step).map(|step| step.place());
            let touchpoint = place.and_then(|place| map.at(place));
            (spot.step + 1, touchpoint.map(|touchpoint| touchpoint.name.to_string()).unwrap_or_default())
        };
        let lever = summary.lever.as_ref();
        let mut said = Vec::new();
        if let Some(loss) = &summary.loss {
            let best = lever.is_some_and(|lever| lever.step == loss.step);
            said.push(self.loss(loss, at(loss), best));
        }
        if let Some(lever) = lever.filter(|lever| summary.loss.is_none_or(|loss| loss.step != lever.step)) {
            said.extend(self.lever(lever, at(lever)));
        }
        said.extend(self.evidence_counts(&summary.evidence));
        said
    }

    fn loss(&self, loss: &Spot, (position, name): (usize, String), best: bool) -> String {
        let number = self.number(loss.lost);
        let mut said = vec![fl!(self.loader, "summary-loss", position = position, name = name, number = number)];
        if let Some(gained) = loss.gained {
            let number = self.gained(gained);
            said.push(match best {
                true => fl!(self.loader, "summary-gain-best", number = number),
                false => fl!(self.loader, "summary-gain", number = number),
            });
        }
        said.extend(self.uncertain(loss));
        said.join(" ")
    }

    fn lever(&self, lever: &Spot, (position, name): (usize, String)) -> Option<String> {
        let number = self.gained(lever.gained?);
        let said = fl!(self.loader, "summary-lever", position = position, name = name, number = number);
        Some([Some(said), self.uncertain(lever)].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    fn uncertain(&self, spot: &Spot) -> Option<String> {
        let (low, high) = spot.uncertain?;
        Some(fl!(self.loader, "summary-uncertain", low = self.percent(low), high = self.percent(high)))
    }

    /// How many reaches the funnel rests on, and what share of them is assumed, reported and measured; nothing
    /// without any.
    pub fn evidence_counts(&self, counts: &EvidenceCounts) -> Option<String> {
        let part = |evidence: Evidence| {
            let (count, share) = (counts.count(evidence), self.percent(counts.share(evidence)?));
            let said = match evidence {
                Evidence::Assumed => fl!(self.loader, "summary-assumed", share = share, count = count),
                Evidence::Reported => fl!(self.loader, "summary-reported", share = share, count = count),
                Evidence::Measured => fl!(self.loader, "summary-measured", share = share, count = count),
            };
            (count > 0).then_some(said)
        };
        let parts: Vec<String> = Evidence::ALL.into_iter().filter_map(part).collect();
        let said = || fl!(self.loader, "summary-evidence", count = counts.known(), parts = parts.join(", "));
        (!parts.is_empty()).then(said)
    }

    /// Between which shares a conversion lies of which too few customers tell.
    pub fn funnel_uncertain(&self, low: f64, high: f64) -> String {
        fl!(self.loader, "funnel-text-uncertain", low = self.percent(low), high = self.percent(high))
    }
}

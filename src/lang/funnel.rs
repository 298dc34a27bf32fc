//! Messages about the funnel: in its pane, as text, and as a summary in sentences.

use i18n_embed_fl::fl;

use super::{Lang, messages};
use crate::map::funnel::FunnelStep;
use crate::map::summary::{EvidenceCounts, KeyStep};
use crate::map::width::width;
use crate::map::{Evidence, Funnel, JourneyMap, Summary};

/// The maximum width of the names of two alternatives in a sentence.
const TWO_NAMES: usize = 100;

messages! {
    // The pane of the funnel.
    funnel() = "funnel";
    funnel_begins_at(position: usize) = "funnel-begins-at";
    funnel_begins_at_first() = "funnel-begins-at-first";
    funnel_left_of(left: &str, first: &str) = "funnel-left-of";
    share_reaching(share: &str) = "share-reaching";
    share_buying(share: &str) = "share-buying";
    times_before(factor: &str) = "times-before";
    times_buying(factor: &str) = "times-buying";
    biggest_loss() = "biggest-loss";
    worst_rate() = "worst-rate";
    leading_in() = "leading-in";
    best_lever() = "best-lever";
    more_than_before() = "more-than-before";
    step_of_one(name: &str) = "step-of-one";
    step_of_two(first: &str, second: &str) = "step-of-two";
    step_of_several(name: &str, count: usize) = "step-of-several";
    check_numbers(step: usize, key: &str) = "check-numbers";
    funnel_needs_first_touchpoint() = "funnel-needs-first-touchpoint";

    // The funnel as text.
    funnel_text_reach() = "funnel-text-reach";
    funnel_text_conversion() = "funnel-text-conversion";
    funnel_text_likelihood() = "funnel-text-likelihood";
    funnel_text_or(name: &str) = "funnel-text-or";
    funnel_text_widens(position: usize) = "funnel-text-widens";
    funnel_text_unknown(sign: &str) = "funnel-text-unknown";
    funnel_text_partial(sign: &str) = "funnel-text-partial";

    // The counts beside it.
    counts_touchpoints() = "counts-touchpoints";
    counts_no_kind() = "counts-no-kind";
    counts_no_intent() = "counts-no-intent";
    counts_all() = "counts-all";
}

/// What the sentences about the biggest loss say besides the loss.
struct LossWords<'a> {
    /// What the map counts.
    unit: Option<&'a str>,
    /// Its conversion, if no step has a smaller one.
    worst_rate: Option<f64>,
    /// The buyers that one more percentage point gains, as they are written.
    gained: Option<String>,
    /// True if no step gains more.
    is_best: bool,
}

impl Lang {
    /// Returns the headings of the numbers in the pane: reach, conversion, likelihood.
    pub(crate) fn funnel_columns(&self) -> [String; 3] {
        [fl!(self.loader, "column-reach"), fl!(self.loader, "column-conversion"), fl!(self.loader, "column-likelihood")]
    }

    /// Returns the headings of the numbers in a drawing: reach, conversion, lost, likelihood.
    pub(crate) fn funnel_headings(&self) -> [String; 4] {
        let lost = fl!(self.loader, "funnel-lost");
        [self.funnel_text_reach(), self.funnel_text_conversion(), lost, self.funnel_text_likelihood()]
    }

    /// Returns the buyers, as `funnel_text_buyers` writes them, and their share of those at the step of that position.
    pub(crate) fn funnel_text_overall(&self, buyers: &str, share: f64, position: usize) -> String {
        fl!(self.loader, "funnel-text-overall", buyers = buyers, share = self.percent(share), position = position)
    }

    /// Says that most customers are lost at this step.
    pub(crate) fn funnel_text_biggest_loss(&self, lost: u128) -> String {
        fl!(self.loader, "funnel-text-biggest-loss", number = self.number(lost))
    }

    /// Says that the smallest share comes through at this step.
    pub(crate) fn funnel_text_worst_rate(&self, share: f64) -> String {
        fl!(self.loader, "funnel-text-worst-rate", share = self.percent(share))
    }

    /// Says between which shares a conversion lies if too few customers got there.
    pub(crate) fn funnel_text_uncertain(&self, low: f64, high: f64) -> String {
        fl!(self.loader, "funnel-text-uncertain", low = self.percent(low), high = self.percent(high))
    }

    /// Summarises a funnel in up to four paragraphs: the biggest loss, the worst rate, the best lever, and the
    /// evidence.
    pub fn summary(&self, summary: &Summary, map: &JourneyMap, funnel: &Funnel) -> Vec<String> {
        let position_and_name = |key_step: &KeyStep| {
            let step = funnel.steps.get(key_step.step);
            (key_step.step + 1, step.map(|step| self.step_in_quotes(map, step)).unwrap_or_default())
        };
        let lever = summary.lever.as_ref();
        let unit = map.unit();
        let is_worst = |key_step: &KeyStep| summary.worst_rate.is_some_and(|worst| worst.step == key_step.step);
        let mut paragraphs = Vec::new();
        if let Some(loss) = &summary.loss {
            let is_best = lever.is_some_and(|lever| lever.step == loss.step);
            let worst_rate = loss.conversion.filter(|_| is_worst(loss));
            // Two levers that differ are not written with the same number.
            let compared = lever.and_then(|lever| lever.gained);
            let gained =
                loss.gained.map(|gained| self.distinct_amounts([gained, compared.unwrap_or(gained)])[0].clone());
            paragraphs.push(self.loss(loss, position_and_name(loss), LossWords { unit, worst_rate, gained, is_best }));
        }
        if let Some(worst) = summary.worst_rate.filter(|worst| summary.loss.is_none_or(|loss| loss.step != worst.step))
        {
            paragraphs.extend(worst.conversion.map(|share| self.worst_rate_at(position_and_name(&worst), share)));
        }
        if let Some(lever) = lever.filter(|lever| summary.loss.is_none_or(|loss| loss.step != lever.step)) {
            let compared = summary.loss.as_ref().and_then(|loss| loss.gained);
            let gained =
                lever.gained.map(|gained| self.distinct_amounts([gained, compared.unwrap_or(gained)])[0].clone());
            paragraphs.extend(self.lever(
                lever,
                position_and_name(lever),
                gained.map(|gained| self.more_buyers(&gained, unit)),
            ));
        }
        paragraphs.extend(self.evidence_counts(&summary.evidence));
        paragraphs
    }

    /// Returns the name of a step in quotes: of both alternatives if there are two and their names are not too long, or else
    /// of the first one, with their number.
    fn step_in_quotes(&self, map: &JourneyMap, step: &FunnelStep) -> String {
        match map.phase(step.phase).get(step.rows.clone()).unwrap_or_default() {
            [] => String::new(),
            [only] => self.step_of_one(&only.name),
            [first, second] if width(&first.name) + width(&second.name) <= TWO_NAMES => {
                self.step_of_two(&first.name, &second.name)
            }
            several @ [first, ..] => self.step_of_several(&first.name, several.len()),
        }
    }

    fn loss(&self, loss: &KeyStep, (position, name): (usize, String), words: LossWords<'_>) -> String {
        let LossWords { unit, worst_rate, gained, is_best } = words;
        let number = self.number(loss.lost);
        let customers = self.customers(unit);
        let lost =
            fl!(self.loader, "summary-loss", customers = customers, position = position, name = name, number = number);
        let mut sentences = vec![lost];
        let also_worst = |share| fl!(self.loader, "summary-also-worst-rate", share = self.percent(share));
        sentences.extend(worst_rate.map(also_worst));
        if let Some(number) = gained {
            let gained = self.more_buyers(&number, unit);
            sentences.push(match is_best {
                true => fl!(self.loader, "summary-gain-best", gained = gained),
                false => fl!(self.loader, "summary-gain", gained = gained),
            });
        }
        sentences.extend(self.uncertain(loss));
        sentences.join(" ")
    }

    fn worst_rate_at(&self, (position, name): (usize, String), share: f64) -> String {
        fl!(self.loader, "summary-worst-rate", position = position, name = name, share = self.percent(share))
    }

    fn lever(&self, lever: &KeyStep, (position, name): (usize, String), gained: Option<String>) -> Option<String> {
        let sentence = fl!(self.loader, "summary-lever", position = position, name = name, gained = gained?);
        Some([Some(sentence), self.uncertain(lever)].into_iter().flatten().collect::<Vec<_>>().join(" "))
    }

    fn uncertain(&self, key_step: &KeyStep) -> Option<String> {
        let (low, high) = key_step.uncertain?;
        Some(fl!(self.loader, "summary-uncertain", low = self.percent(low), high = self.percent(high)))
    }

    /// Says how many reaches the funnel rests on, and which shares of them are assumed, reported and measured.
    fn evidence_counts(&self, counts: &EvidenceCounts) -> Option<String> {
        let part = |evidence: Evidence| {
            let (count, share) = (counts.count(evidence), self.percent(counts.share(evidence)?));
            let part = match evidence {
                Evidence::Assumed => fl!(self.loader, "summary-assumed", share = share, count = count),
                Evidence::Reported => fl!(self.loader, "summary-reported", share = share, count = count),
                Evidence::Measured => fl!(self.loader, "summary-measured", share = share, count = count),
            };
            (count > 0).then_some(part)
        };
        let parts: Vec<String> = Evidence::ALL.into_iter().filter_map(part).collect();
        let sentence = || fl!(self.loader, "summary-evidence", count = counts.known(), parts = parts.join(", "));
        (!parts.is_empty()).then(sentence)
    }
}

//! The method's own words.

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed_fl::fl;

use super::Lang;
use crate::map::{Agent, Contact, Emotion, Evidence, Intent, Kind, Phase};

/// The words that every card needs, looked up once: a board of cards asks for hundreds of them a frame.
pub(super) struct CardWords {
    kinds: [String; 3],
    intents: [String; 2],
    untagged: String,
    critical: String,
    or: String,
}

impl CardWords {
    pub fn new(loader: &FluentLanguageLoader) -> CardWords {
        CardWords {
            kinds: [fl!(loader, "kind-online"), fl!(loader, "kind-offline"), fl!(loader, "kind-product")],
            intents: [fl!(loader, "intent-intentional"), fl!(loader, "intent-unintentional")],
            untagged: fl!(loader, "untagged"),
            critical: fl!(loader, "critical"),
            or: fl!(loader, "or"),
        }
    }
}

impl Lang {
    /// The word for a phase.
    pub fn phase(&self, phase: Phase) -> String {
        match phase {
            Phase::Before => fl!(self.loader, "phase-before"),
            Phase::During => fl!(self.loader, "phase-during"),
            Phase::After => fl!(self.loader, "phase-after"),
        }
    }

    /// The word for a kind.
    pub fn kind(&self, kind: Kind) -> &str {
        let [online, offline, product] = &self.cards.kinds;
        match kind {
            Kind::Online => online,
            Kind::Offline => offline,
            Kind::Product => product,
        }
    }

    /// The word for a intent.
    pub fn intent(&self, intent: Intent) -> &str {
        let [intentional, unintentional] = &self.cards.intents;
        match intent {
            Intent::Intentional => intentional,
            Intent::Unintentional => unintentional,
        }
    }

    /// What a card says of a touchpoint without kind.
    pub fn untagged(&self) -> &str {
        &self.cards.untagged
    }

    /// What a card says of a critical moment.
    pub fn critical(&self) -> &str {
        &self.cards.critical
    }

    /// The word between alternatives.
    pub fn or(&self) -> &str {
        &self.cards.or
    }

    /// The word for a contact.
    pub fn contact(&self, contact: Contact) -> String {
        match contact {
            Contact::Direct => fl!(self.loader, "contact-direct"),
            Contact::Indirect => fl!(self.loader, "contact-indirect"),
        }
    }

    /// The word for a agent.
    pub fn agent(&self, agent: Agent) -> String {
        match agent {
            Agent::Person => fl!(self.loader, "agent-person"),
            Agent::Machine => fl!(self.loader, "agent-machine"),
        }
    }

    /// The word for a evidence.
    pub fn evidence(&self, evidence: Evidence) -> String {
        match evidence {
            Evidence::Assumed => fl!(self.loader, "evidence-assumed"),
            Evidence::Reported => fl!(self.loader, "evidence-reported"),
            Evidence::Measured => fl!(self.loader, "evidence-measured"),
        }
    }

    /// The word for a emotion.
    pub fn emotion(&self, emotion: Emotion) -> String {
        match emotion.value() {
            i8::MIN..=-2 => fl!(self.loader, "emotion-very-bad"),
            -1 => fl!(self.loader, "emotion-bad"),
            0 => fl!(self.loader, "emotion-neutral"),
            1 => fl!(self.loader, "emotion-good"),
            2..=i8::MAX => fl!(self.loader, "emotion-very-good"),
        }
    }
}

//! The terms of the method: phases, kinds, intents and the other tags of a touchpoint.

use i18n_embed::fluent::FluentLanguageLoader;
use i18n_embed_fl::fl;

use super::Lang;
use crate::map::{Agent, Choice, Contact, Effort, Emotion, Evidence, Intent, Kind, Phase};

/// The words of a card. They are looked up once, because the board draws hundreds of them in each frame.
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
    /// Returns the name of a phase.
    pub fn phase(&self, phase: Phase) -> String {
        match phase {
            Phase::Before => fl!(self.loader, "phase-before"),
            Phase::During => fl!(self.loader, "phase-during"),
            Phase::After => fl!(self.loader, "phase-after"),
        }
    }

    /// Returns the word for a kind.
    pub fn kind(&self, kind: Kind) -> &str {
        let [online, offline, product] = &self.cards.kinds;
        match kind {
            Kind::Online => online,
            Kind::Offline => offline,
            Kind::Product => product,
        }
    }

    /// Returns the word for an intent.
    pub fn intent(&self, intent: Intent) -> &str {
        let [intentional, unintentional] = &self.cards.intents;
        match intent {
            Intent::Intentional => intentional,
            Intent::Unintentional => unintentional,
        }
    }

    /// Returns the mark of a touchpoint without kind.
    pub(crate) fn untagged(&self) -> &str {
        &self.cards.untagged
    }

    /// Returns the mark of a critical moment.
    pub(crate) fn critical(&self) -> &str {
        &self.cards.critical
    }

    /// Returns the word between alternatives.
    pub(crate) fn or(&self) -> &str {
        &self.cards.or
    }

    /// Returns the word for a contact.
    pub fn contact(&self, contact: Contact) -> String {
        match contact {
            Contact::Direct => fl!(self.loader, "contact-direct"),
            Contact::Indirect => fl!(self.loader, "contact-indirect"),
        }
    }

    /// Returns the word for an agent.
    pub fn agent(&self, agent: Agent) -> String {
        match agent {
            Agent::Person => fl!(self.loader, "agent-person"),
            Agent::Machine => fl!(self.loader, "agent-machine"),
        }
    }

    /// Returns the word for an evidence.
    pub fn evidence(&self, evidence: Evidence) -> String {
        match evidence {
            Evidence::Assumed => fl!(self.loader, "evidence-assumed"),
            Evidence::Reported => fl!(self.loader, "evidence-reported"),
            Evidence::Measured => fl!(self.loader, "evidence-measured"),
        }
    }

    /// Returns the word for an effort.
    pub fn effort(&self, effort: Effort) -> String {
        match effort {
            Effort::Small => fl!(self.loader, "effort-small"),
            Effort::Medium => fl!(self.loader, "effort-medium"),
            Effort::Large => fl!(self.loader, "effort-large"),
        }
    }

    /// Returns the word for a value of a closed set.
    pub fn choice(&self, choice: Choice) -> String {
        match choice {
            Choice::Kind(kind) => self.kind(kind).to_owned(),
            Choice::Intent(intent) => self.intent(intent).to_owned(),
            Choice::Contact(contact) => self.contact(contact),
            Choice::Agent(agent) => self.agent(agent),
            Choice::Evidence(evidence) => self.evidence(evidence),
            Choice::Effort(effort) => self.effort(effort),
        }
    }

    /// Returns the word for an emotion.
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

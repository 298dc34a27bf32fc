//! The message line: one sentence for the user, until the next key.

/// The kind of a message; it decides how the message is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The action succeeded.
    Done,
    /// The action was refused; the message gives the reason.
    Refused,
    /// Something failed outside the program, such as the disk.
    Failed,
}

/// A sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub tone: Tone,
}

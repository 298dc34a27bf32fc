//! The contexts of key bindings.

/// The context in which a key is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The start screen.
    Start,
    /// The columns of the board.
    Board,
    /// The funnel pane; its bindings come before those of the board.
    Funnel,
    /// The review pane; its bindings come before those of the board.
    Review,
    /// The priorities pane; its bindings come before those of the board.
    Priorities,
    /// The room pane; its bindings come before those of the board.
    Room,
    /// The dialog with the addresses and the link of the room.
    Share,
    /// The presentation.
    Presentation,
    /// The page of the room in the presentation; its bindings come before those of the presentation.
    RoomPage,
    /// A number that is being typed for a vote; its bindings come before those of the presentation.
    VoteNumber,
    /// The quick entry line.
    QuickEntry,
    /// The empty quick entry line; its bindings come before those of the line.
    EmptyEntry,
    /// A field of a form with one line of text.
    Form,
    /// A field of a form with options.
    Choice,
    /// A field of a form with many lines of text.
    Notes,
    /// A line that asks for a number, words or a file.
    Prompt,
    /// The file list.
    Browser,
    /// The line of the filter dialog.
    Filter,
    /// The options of the filter dialog.
    FilterChoices,
    /// The palette.
    Palette,
    /// The export dialog.
    Export,
    /// The preview of a file that is taken in.
    Import,
    /// A question.
    Question,
    /// A question without a safe answer: its answers are numbered, and no key of another dialog gives one.
    Confirmation,
    /// The recovery dialog.
    Recovery,
    /// The help.
    Help,
    /// The list of themes.
    Themes,
    /// The guided tour: looked up for keys that mean nothing in the current context.
    Tour,
    /// A file is being read.
    Opening,
    /// The faults of a file that could not be opened.
    Unreadable,
}

impl Context {
    /// All contexts, in the order of the documented key list.
    pub const ALL: [Context; 30] = [
        Context::Board,
        Context::Funnel,
        Context::Review,
        Context::Priorities,
        Context::Presentation,
        Context::VoteNumber,
        Context::Room,
        Context::RoomPage,
        Context::Share,
        Context::QuickEntry,
        Context::EmptyEntry,
        Context::Form,
        Context::Choice,
        Context::Notes,
        Context::Prompt,
        Context::Browser,
        Context::Filter,
        Context::FilterChoices,
        Context::Palette,
        Context::Export,
        Context::Import,
        Context::Question,
        Context::Confirmation,
        Context::Recovery,
        Context::Help,
        Context::Themes,
        Context::Start,
        Context::Tour,
        Context::Opening,
        Context::Unreadable,
    ];

    /// The context whose bindings apply here too, after the own ones.
    pub const fn parent(self) -> Option<Context> {
        if matches!(self, Context::Funnel | Context::Review | Context::Priorities | Context::Room) {
            Some(Context::Board)
        } else if matches!(self, Context::EmptyEntry) {
            Some(Context::QuickEntry)
        } else if matches!(self, Context::RoomPage | Context::VoteNumber) {
            Some(Context::Presentation)
        } else {
            None
        }
    }

    /// True if letters are typed here, so that they cannot be bound to actions.
    pub(crate) const fn takes_text(self) -> bool {
        matches!(
            self,
            Context::QuickEntry
                | Context::EmptyEntry
                | Context::Form
                | Context::Notes
                | Context::Prompt
                | Context::Browser
                | Context::Filter
                | Context::Palette
                | Context::Export
                | Context::Help
                | Context::Tour
        )
    }

    /// True if keys act on the board.
    pub(crate) const fn is_on_board(self) -> bool {
        matches!(self, Context::Board | Context::Funnel | Context::Review | Context::Priorities | Context::Room)
    }

    /// The name in `keys.ron` and in the interface's messages.
    pub const fn name(self) -> &'static str {
        match self {
            Context::Start => "start",
            Context::Tour => "tour",
            Context::Board => "board",
            Context::Funnel => "funnel",
            Context::Review => "review",
            Context::Priorities => "priorities",
            Context::Room => "room",
            Context::Share => "share",
            Context::Presentation => "presentation",
            Context::RoomPage => "room-page",
            Context::VoteNumber => "vote-number",
            Context::QuickEntry => "quick-entry",
            Context::EmptyEntry => "empty-entry",
            Context::Form => "form",
            Context::Choice => "choice",
            Context::Notes => "notes",
            Context::Prompt => "prompt",
            Context::Browser => "browser",
            Context::Filter => "filter",
            Context::FilterChoices => "filter-choices",
            Context::Palette => "palette",
            Context::Export => "export",
            Context::Import => "import",
            Context::Question => "question",
            Context::Confirmation => "confirmation",
            Context::Recovery => "recovery",
            Context::Help => "help",
            Context::Themes => "themes",
            Context::Opening => "opening",
            Context::Unreadable => "unreadable",
        }
    }
}

//! Where keys are pressed: each place has bindings of its own.

/// Where keys are pressed; each context has bindings of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Context {
    /// The screen before a map is open.
    Start,
    /// The columns and the funnel.
    Board,
    /// The funnel, while the arrow keys move in it; what has no meaning of its own there means what it does on the board.
    Funnel,
    /// The findings of the review, likewise.
    Review,
    /// The priorities, likewise.
    Priorities,
    /// The presentation.
    Presentation,
    /// The line that makes touchpoints.
    QuickEntry,
    /// A form with all fields of a touchpoint or of the map, in a field of one line.
    Form,
    /// A field of a form with an answer to pick.
    Choice,
    /// A field of a form with many lines.
    Notes,
    /// A line that asks for one thing.
    Prompt,
    /// The list of a folder, to find a map in.
    Browser,
    /// The line that filters.
    Filter,
    /// What can be ticked below it.
    FilterChoices,
    /// The list of actions by name.
    Palette,
    /// The dialog that writes the map as a document.
    Export,
    /// A question that wants an answer.
    Question,
    /// Unsaved changes that a process left behind.
    Recovery,
    /// The list of keys.
    Help,
    /// The list of themes.
    Themes,
    /// The guided tour: what means nothing where keys are pressed means this.
    Tour,
    /// The picture of a file that could not be opened.
    Unreadable,
}

impl Context {
    /// Every context, in the order of the documented key list.
    pub const ALL: [Context; 22] = [
        Context::Board,
        Context::Funnel,
        Context::Review,
        Context::Priorities,
        Context::Presentation,
        Context::QuickEntry,
        Context::Form,
        Context::Choice,
        Context::Notes,
        Context::Prompt,
        Context::Browser,
        Context::Filter,
        Context::FilterChoices,
        Context::Palette,
        Context::Export,
        Context::Question,
        Context::Recovery,
        Context::Help,
        Context::Themes,
        Context::Start,
        Context::Tour,
        Context::Unreadable,
    ];

    /// Whether the keys of the board hold here too.
    pub const fn is_part_of_board(self) -> bool {
        matches!(self, Context::Funnel | Context::Review | Context::Priorities)
    }

    /// Whether letters are typed here: no key that makes one can mean anything else.
    pub const fn is_typed(self) -> bool {
        match self {
            Context::QuickEntry
            | Context::Form
            | Context::Notes
            | Context::Prompt
            | Context::Browser
            | Context::Filter
            | Context::Palette
            | Context::Export
            | Context::Help
            | Context::Tour => true,
            Context::Start
            | Context::Board
            | Context::Funnel
            | Context::Review
            | Context::Priorities
            | Context::Choice
            | Context::FilterChoices
            | Context::Question
            | Context::Recovery
            | Context::Themes
            | Context::Presentation
            | Context::Unreadable => false,
        }
    }

    /// Whether keys act on the board itself.
    pub const fn is_on_board(self) -> bool {
        matches!(self, Context::Board) || self.is_part_of_board()
    }

    /// The context's name in the key table and in the words of the interface.
    pub const fn name(self) -> &'static str {
        match self {
            Context::Start => "start",
            Context::Tour => "tour",
            Context::Board => "board",
            Context::Funnel => "funnel",
            Context::Review => "review",
            Context::Priorities => "priorities",
            Context::Presentation => "presentation",
            Context::QuickEntry => "quick-entry",
            Context::Form => "form",
            Context::Choice => "choice",
            Context::Notes => "notes",
            Context::Prompt => "prompt",
            Context::Browser => "browser",
            Context::Filter => "filter",
            Context::FilterChoices => "filter-choices",
            Context::Palette => "palette",
            Context::Export => "export",
            Context::Question => "question",
            Context::Recovery => "recovery",
            Context::Help => "help",
            Context::Themes => "themes",
            Context::Unreadable => "unreadable",
        }
    }
}

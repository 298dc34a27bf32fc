//! A journey diagram as Mermaid understands it, what Mermaid ignores silently, and why it refuses a diagram.

/// A diagram; its texts are as Mermaid stores them, with encoded entities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journey {
    pub title: Option<String>,
    pub acc_title: Option<String>,
    pub acc_description: Option<String>,
    pub sections: Vec<Section>,
    pub tasks: Vec<Task>,
    /// What Mermaid ignores or changes, each with its line.
    pub warnings: Vec<(usize, DiagramWarning)>,
}

/// A section of a journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub name: String,
    pub line: usize,
}

/// A task of a journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub name: String,
    /// The index of its section; none above the first section.
    pub section: Option<usize>,
    /// The score as a JavaScript number, NaN if the text is no number.
    pub score: f64,
    /// The score as it is written.
    pub score_text: String,
    pub people: Vec<String>,
    pub line: usize,
}

/// What Mermaid ignores or changes silently, although the writer probably did not mean it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagramWarning {
    /// A `#` hides the rest of its line.
    Comment(String),
    /// A `%%` inside a line hides the whole line.
    HiddenLine(String),
    /// A keyword without text took the line below as its text.
    Swallowed { keyword: &'static str, text: String },
    /// A task whose name begins with `title` became the title.
    TaskAsTitle(String),
    /// A second title replaced the first.
    SecondTitle,
    /// A directive is not closed and swallowed the text after it.
    UnclosedDirective,
    /// The text after a task's third colon was dropped.
    Dropped(String),
    /// The line lost its last semicolon, because it looks like a style.
    StyleEnd,
}

/// Why Mermaid refuses a diagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagramFault {
    /// It begins with this word instead of `journey`.
    NoJourney(String),
    /// The title in the front matter cannot be read.
    FrontMatter,
    Semicolon,
    /// A task of this name has no colon, so no score.
    NoScore(String),
    /// A `#` ends this name of a task, so the task has no score.
    CutName(String),
    /// A colon without a task's name before it.
    NoName,
    /// A colon in the name of a section.
    ColonInSection,
    /// A description in braces is not closed.
    UnclosedDescription,
    /// Nothing follows this keyword to the end of the text.
    NoText(&'static str),
    /// The word `journey` a second time.
    SecondJourney,
}

/// A diagram that Mermaid refuses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RefusedDiagram {
    /// Every reason, with its line.
    pub faults: Vec<(usize, DiagramFault)>,
    /// What Mermaid would have ignored or changed besides, with its line.
    pub warnings: Vec<(usize, DiagramWarning)>,
}

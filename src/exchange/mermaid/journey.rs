//! A journey diagram as Mermaid reads it, with all that it passes over in silence.

use super::clean::{Clean, is_space};
use super::directive::cut_directives;
use super::entity;
use super::front_matter::{Title, cut_front_matter};
use super::lexer::{Lexer, Sort, Token};

/// A diagram; its texts as Mermaid keeps them, with signs in the place of told characters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journey {
    pub title: Option<String>,
    pub acc_title: Option<String>,
    pub acc_description: Option<String>,
    pub sections: Vec<Section>,
    pub tasks: Vec<Task>,
    /// What Mermaid passes over, each with its line.
    pub traps: Vec<(usize, Trap)>,
}

/// A part of a journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub name: String,
    pub line: usize,
}

/// A task of a journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub name: String,
    /// The section that it is of, by its number; none above the first.
    pub section: Option<usize>,
    /// What JavaScript makes of the score: NaN where it is no number.
    pub score: f64,
    /// The score as it is written.
    pub score_text: String,
    pub people: Vec<String>,
    pub line: usize,
}

/// What Mermaid does without a word, and its writer hardly meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trap {
    /// A `#` hides the rest of a line.
    Comment(String),
    /// A `%%` inside of a line hides all of it.
    HiddenLine(String),
    /// A word without a text took the line below.
    Swallowed { word: &'static str, text: String },
    /// A task that begins with `title` became the title.
    TaskAsTitle(String),
    /// A title took the place of an earlier one.
    SecondTitle,
    /// A directive was not closed and took what follows.
    UnclosedDirective,
    /// What stands behind a task's third colon was dropped.
    Dropped(String),
    /// The line lost its last semicolon, because it looks like a style.
    StyleEnd,
}

/// Why Mermaid refuses a diagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not begin with the word `journey`.
    NoJourney(String),
    /// Its front matter has a title that cannot be read.
    FrontMatter,
    Semicolon,
    /// A task without colon.
    NoScore(String),
    /// A task whose name a `#` ends.
    CutName(String),
    /// A colon without a task.
    NoName,
    /// A colon in the name of a section.
    ColonInSection,
    /// A description between braces without the second one.
    UnclosedDescription,
    /// One of these words with nothing behind it to the end.
    NoText(&'static str),
    /// The word `journey` once more.
    SecondJourney,
}

/// A diagram that Mermaid refuses; each place with its line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    pub faults: Vec<(usize, Fault)>,
    /// What it would have passed over besides.
    pub traps: Vec<(usize, Trap)>,
}

/// Whether a text is a journey diagram, be it a good one or not.
pub fn is_journey(text: &str) -> bool {
    let mut clean = Clean::new(text.strip_prefix('\u{feff}').unwrap_or(text), 1);
    cut_front_matter(&mut clean);
    cut_directives(&mut clean);
    clean.cut_comments();
    clean.text.starts_with("journey")
}

/// Reads a diagram whose first line has that number, or says where and why Mermaid refuses it.
pub fn parse(text: &str, first_line: usize) -> Result<Journey, Refusal> {
    let mut clean = Clean::new(text.strip_prefix('\u{feff}').unwrap_or(text), first_line);
    clean.quote_attributes();
    let mut parser = Parser::default();
    match cut_front_matter(&mut clean) {
        Title::None => {}
        Title::Given(title) => parser.journey.title = Some(title),
        Title::Unreadable(line) => parser.faults.push((line, Fault::FrontMatter)),
    }
    parser.traps(cut_directives(&mut clean), &Trap::UnclosedDirective);
    clean.cut_comments();
    if !begins_like_a_journey(&clean.text) {
        let word = clean.text.split(is_space).next().unwrap_or_default().to_owned();
        return Err(Refusal { faults: vec![(clean.line(0), Fault::NoJourney(word))], traps: Vec::new() });
    }
    let dropped = clean.drop_style_ends();
    parser.traps(dropped, &Trap::StyleEnd);
    entity::encode(&mut clean);
    parser.read(&clean);
    parser.journey.traps.sort_by_key(|(line, _)| *line);
    if parser.faults.is_empty() {
        Ok(parser.journey)
    } else {
        Err(Refusal { faults: parser.faults, traps: parser.journey.traps })
    }
}

/// Whether the first word is `journey`, empty comments above it aside.
fn begins_like_a_journey(text: &str) -> bool {
    let mut rest = text.trim_start_matches(is_space);
    while let Some((_, behind)) = rest.strip_prefix("%%").and_then(|comment| comment.split_once('\n')) {
        rest = behind.trim_start_matches(is_space);
    }
    rest.starts_with("journey")
}

#[derive(Default)]
struct Parser {
    journey: Journey,
    faults: Vec<(usize, Fault)>,
    /// Whether a line of the diagram gave the title.
    titled: bool,
}

impl Parser {
    fn traps(&mut self, lines: Vec<usize>, trap: &Trap) {
        self.journey.traps.extend(lines.into_iter().map(|line| (line, trap.clone())));
    }

    fn read(&mut self, clean: &Clean) {
        let text = format!("{}\n", clean.text);
        let mut lexer = Lexer::new(&text);
        let (mut began, mut after_section) = (false, false);
        loop {
            let token = lexer.next();
            let line = clean.line(token.at);
            let fault = match token.sort {
                Sort::End => break,
                Sort::Journey if began => Some(Fault::SecondJourney),
                Sort::Journey => None,
                Sort::Name(name) if began => self.task(name, line, &mut lexer),
                Sort::Semicolon if began => Some(Fault::Semicolon),
                Sort::Data(_) | Sort::Colon if after_section => Some(Fault::ColonInSection),
                Sort::Data(_) | Sort::Colon if began => Some(Fault::NoName),
                Sort::LineEnd if began => None,
                Sort::AccTitle("", _) if began => Some(Fault::NoText("accTitle")),
                Sort::AccDescr("", _) if began => Some(Fault::NoText("accDescr")),
                Sort::AccBlock(_, false) if began => Some(Fault::UnclosedDescription),
                Sort::Title(..)
                | Sort::Section(..)
                | Sort::AccTitle(..)
                | Sort::AccDescr(..)
                | Sort::AccBlock(..)
                | Sort::Hidden(_)
                | Sort::Percent(_)
                    if began =>
                {
                    self.statement(token, line);
                    None
                }
                // Only blanks and comments may stand in front of the first word.
                Sort::LineEnd
                | Sort::Title(..)
                | Sort::Section(..)
                | Sort::AccTitle(..)
                | Sort::AccDescr(..)
                | Sort::AccBlock(..)
                | Sort::Hidden(_)
                | Sort::Percent(_)
                | Sort::Name(_)
                | Sort::Data(_)
                | Sort::Colon
                | Sort::Semicolon => Some(Fault::NoJourney(String::new())),
            };
            began = true;
            after_section = matches!(token.sort, Sort::Section(..));
            if let Some(fault) = fault {
                self.faults.push((line, fault));
                lexer.skip_line(token.at);
            }
        }
        if !began {
            self.faults.push((clean.line(0), Fault::NoJourney(String::new())));
        }
    }

    fn statement(&mut self, token: Token, line: usize) {
        match token.sort {
            Sort::Title(text, alone) => self.title(text, alone, line),
            Sort::Section(name, alone) => {
                self.swallowed("section", name, alone, line);
                let line = line + usize::from(alone);
                self.journey.sections.push(Section { name: name.to_owned(), line });
            }
            Sort::AccTitle(text, alone) => {
                self.swallowed("accTitle", text, alone, line);
                self.journey.acc_title = Some(text.trim_matches(is_space).to_owned());
            }
            Sort::AccDescr(text, alone) => {
                self.swallowed("accDescr", text, alone, line);
                self.journey.acc_description = Some(text.trim_matches(is_space).to_owned());
            }
            Sort::AccBlock(text, _) => {
                self.journey.acc_description = Some(text.trim_matches(is_space).to_owned());
            }
            Sort::Hidden(text) => self.journey.traps.push((line, Trap::Comment(text.to_owned()))),
            Sort::Percent(text) => self.journey.traps.push((line, Trap::HiddenLine(text.to_owned()))),
            Sort::LineEnd
            | Sort::Journey
            | Sort::Name(_)
            | Sort::Data(_)
            | Sort::Colon
            | Sort::Semicolon
            | Sort::End => {}
        }
    }

    fn title(&mut self, text: &str, alone: bool, line: usize) {
        self.swallowed("title", text, alone, line);
        let score = |rest: &str| rest.trim_matches(is_space).starts_with(|c: char| c.is_ascii_digit());
        if !alone && text.split(':').skip(1).any(score) {
            self.journey.traps.push((line, Trap::TaskAsTitle(text.to_owned())));
        }
        if self.titled {
            self.journey.traps.push((line, Trap::SecondTitle));
        }
        self.titled = true;
        self.journey.title = Some(text.to_owned());
    }

    fn swallowed(&mut self, word: &'static str, text: &str, alone: bool, line: usize) {
        if alone {
            let text = text.trim_matches(is_space).to_owned();
            self.journey.traps.push((line, Trap::Swallowed { word, text }));
        }
    }

    /// Reads what follows a task's name.
    fn task(&mut self, name: &str, line: usize, lexer: &mut Lexer) -> Option<Fault> {
        let next = lexer.next().sort;
        let Sort::Data(data) = next else {
            let name = name.trim_matches(is_space).to_owned();
            return Some(if next == Sort::Semicolon {
                Fault::Semicolon
            } else if matches!(next, Sort::Hidden(_)) {
                Fault::CutName(name)
            } else {
                Fault::NoScore(name)
            });
        };
        let mut pieces = data.split(':');
        let score_text = pieces.next().unwrap_or_default();
        let people = pieces.next().map(|people| people.split(',').map(|each| each.trim_matches(is_space).to_owned()));
        let people = people.into_iter().flatten().collect();
        let rest: Vec<&str> = pieces.collect();
        if !rest.is_empty() {
            self.journey.traps.push((line, Trap::Dropped(rest.join(":").trim_matches(is_space).to_owned())));
        }
        self.journey.tasks.push(Task {
            name: name.to_owned(),
            section: self.journey.sections.len().checked_sub(1),
            score: number(score_text),
            score_text: score_text.trim_matches(is_space).to_owned(),
            people,
            line,
        });
        None
    }
}

/// The number that JavaScript makes of a text: 0 of none, NaN of what is no number.
fn number(text: &str) -> f64 {
    let text = text.trim_matches(is_space);
    let whole = |radix| {
        let digits = &text[2..];
        let value = |sum: Option<f64>, c: char| Some(sum? * f64::from(radix) + f64::from(c.to_digit(radix)?));
        if digits.is_empty() { f64::NAN } else { digits.chars().fold(Some(0.0), value).unwrap_or(f64::NAN) }
    };
    match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => return whole(16),
        Some("0o") => return whole(8),
        Some("0b") => return whole(2),
        Some(_) | None => {}
    }
    match text.trim_start_matches(['+', '-']) {
        "" if text.is_empty() => 0.0,
        "Infinity" if text.len() <= "+Infinity".len() => {
            if text.starts_with('-') {
                f64::NEG_INFINITY
            } else {
                f64::INFINITY
            }
        }
        _ if text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte)) => {
            text.parse().unwrap_or(f64::NAN)
        }
        _ => f64::NAN,
    }
}

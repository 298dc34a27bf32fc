//! The parser of journey diagrams, which accepts and refuses the same texts as Mermaid.

use super::characters::is_space;
use super::cleanup::{quote_attributes, remove_comments, remove_style_semicolons};
use super::directive::remove_directives;
use super::entity;
use super::front_matter::{FrontMatterTitle, remove_front_matter};
use super::journey::{DiagramFault, DiagramWarning, Journey, RefusedDiagram, Section, Task};
use super::js_number::js_number;
use super::lexer::{DiagramTokenKind, KeywordText, Lexer, Statement};
use super::mapped_text::MappedText;

/// Returns true if a text is a journey diagram, with or without faults.
pub(crate) fn is_journey(text: &str) -> bool {
    let mut mapped = MappedText::new(without_byte_order_mark(text), 1);
    remove_front_matter(&mut mapped);
    remove_directives(&mut mapped);
    remove_comments(&mut mapped);
    mapped.text.starts_with("journey")
}

/// Parses a diagram whose first line has the number `first_line`; the steps before parsing are in Mermaid's order.
pub fn parse(text: &str, first_line: usize) -> Result<Journey, RefusedDiagram> {
    let mut mapped = MappedText::new(without_byte_order_mark(text), first_line);
    quote_attributes(&mut mapped);
    let mut parser = Parser::default();
    match remove_front_matter(&mut mapped) {
        FrontMatterTitle::None => {}
        FrontMatterTitle::Given(title) => parser.journey.title = Some(title),
        FrontMatterTitle::Unreadable { line } => parser.faults.push((line, DiagramFault::FrontMatter)),
    }
    parser.warn_on_lines(remove_directives(&mut mapped), &DiagramWarning::UnclosedDirective);
    remove_comments(&mut mapped);
    if !begins_with_journey(&mapped.text) {
        let word = mapped.text.split(is_space).next().unwrap_or_default().to_owned();
        let faults = vec![(mapped.line(0), DiagramFault::NoJourney(word))];
        return Err(RefusedDiagram { faults, warnings: Vec::new() });
    }
    parser.warn_on_lines(remove_style_semicolons(&mut mapped), &DiagramWarning::StyleEnd);
    entity::encode(&mut mapped);
    parser.parse(&mapped);
    parser.journey.warnings.sort_by_key(|(line, _)| *line);
    if parser.faults.is_empty() {
        Ok(parser.journey)
    } else {
        Err(RefusedDiagram { faults: parser.faults, warnings: parser.journey.warnings })
    }
}

fn without_byte_order_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Returns true if the first word, after any empty comments, begins with `journey`.
fn begins_with_journey(text: &str) -> bool {
    let mut rest = text.trim_start_matches(is_space);
    while let Some((_, after)) = rest.strip_prefix("%%").and_then(|comment| comment.split_once('\n')) {
        rest = after.trim_start_matches(is_space);
    }
    rest.starts_with("journey")
}

#[derive(Default)]
struct Parser {
    journey: Journey,
    faults: Vec<(usize, DiagramFault)>,
    /// True if a line of the diagram, not of the front matter, gave the title.
    has_title_line: bool,
}

impl Parser {
    fn warn_on_lines(&mut self, lines: Vec<usize>, warning: &DiagramWarning) {
        self.journey.warnings.extend(lines.into_iter().map(|line| (line, warning.clone())));
    }

    /// Parses all tokens; after a fault it continues on the next line, to find the other faults.
    fn parse(&mut self, mapped: &MappedText) {
        let text = format!("{}\n", mapped.text);
        let mut lexer = Lexer::new(&text);
        let first = lexer.next();
        if first.kind != DiagramTokenKind::Journey {
            self.faults.push((mapped.line(first.at), DiagramFault::NoJourney(String::new())));
            lexer.skip_line(first.at);
        }
        let mut previous = first.kind;
        loop {
            let token = lexer.next();
            let line = mapped.line(token.at);
            let follows_section = matches!(previous, DiagramTokenKind::Statement(Statement::Section(_)));
            let fault = match token.kind {
                DiagramTokenKind::End => break,
                DiagramTokenKind::LineEnd => None,
                DiagramTokenKind::Journey => Some(DiagramFault::SecondJourney),
                DiagramTokenKind::Semicolon => Some(DiagramFault::Semicolon),
                DiagramTokenKind::TaskName(name) => self.task(name, line, &mut lexer),
                DiagramTokenKind::TaskData(_) | DiagramTokenKind::Colon if follows_section => {
                    Some(DiagramFault::ColonInSection)
                }
                DiagramTokenKind::TaskData(_) | DiagramTokenKind::Colon => Some(DiagramFault::NoName),
                DiagramTokenKind::Statement(statement) => self.statement(statement, line),
            };
            if let Some(fault) = fault {
                self.faults.push((line, fault));
                lexer.skip_line(token.at);
            }
            previous = token.kind;
        }
    }

    fn statement(&mut self, statement: Statement, line: usize) -> Option<DiagramFault> {
        match statement {
            Statement::Title(title) => self.title(title, line),
            Statement::Section(name) => {
                self.check_swallowed("section", name, line);
                let line = line + usize::from(name.from_next_line);
                self.journey.sections.push(Section { name: name.text.to_owned(), line });
            }
            Statement::AccTitle(KeywordText { text: "", .. }) => return Some(DiagramFault::NoText("accTitle")),
            Statement::AccTitle(title) => {
                self.check_swallowed("accTitle", title, line);
                self.journey.acc_title = Some(trimmed(title.text));
            }
            Statement::AccDescr(KeywordText { text: "", .. }) => return Some(DiagramFault::NoText("accDescr")),
            Statement::AccDescr(description) => {
                self.check_swallowed("accDescr", description, line);
                self.journey.acc_description = Some(trimmed(description.text));
            }
            Statement::AccDescrBlock { is_closed: false, .. } => return Some(DiagramFault::UnclosedDescription),
            Statement::AccDescrBlock { text, is_closed: true } => self.journey.acc_description = Some(trimmed(text)),
            Statement::HashComment(text) => self.warn(line, DiagramWarning::Comment(text.to_owned())),
            Statement::PercentComment(text) => self.warn(line, DiagramWarning::HiddenLine(text.to_owned())),
        }
        None
    }

    fn title(&mut self, title: KeywordText, line: usize) {
        self.check_swallowed("title", title, line);
        let is_score = |rest: &str| rest.trim_matches(is_space).starts_with(|c: char| c.is_ascii_digit());
        if !title.from_next_line && title.text.split(':').skip(1).any(is_score) {
            self.warn(line, DiagramWarning::TaskAsTitle(title.text.to_owned()));
        }
        if self.has_title_line {
            self.warn(line, DiagramWarning::SecondTitle);
        }
        self.has_title_line = true;
        self.journey.title = Some(title.text.to_owned());
    }

    fn check_swallowed(&mut self, keyword: &'static str, value: KeywordText, line: usize) {
        if value.from_next_line {
            self.warn(line, DiagramWarning::Swallowed { keyword, text: trimmed(value.text) });
        }
    }

    fn warn(&mut self, line: usize, warning: DiagramWarning) {
        self.journey.warnings.push((line, warning));
    }

    /// Reads the data after a task's name: `: score: person, person`.
    fn task(&mut self, name: &str, line: usize, lexer: &mut Lexer) -> Option<DiagramFault> {
        let token = lexer.next().kind;
        let DiagramTokenKind::TaskData(data) = token else {
            let is_cut = matches!(token, DiagramTokenKind::Statement(Statement::HashComment(_)));
            return Some(if token == DiagramTokenKind::Semicolon {
                DiagramFault::Semicolon
            } else if is_cut {
                DiagramFault::CutName(trimmed(name))
            } else {
                DiagramFault::NoScore(trimmed(name))
            });
        };
        let mut pieces = data.split(':');
        let score_text = pieces.next().unwrap_or_default();
        let people = pieces.next().map(|people| people.split(',').map(trimmed).collect()).unwrap_or_default();
        let rest: Vec<&str> = pieces.collect();
        if !rest.is_empty() {
            self.warn(line, DiagramWarning::Dropped(trimmed(&rest.join(":"))));
        }
        self.journey.tasks.push(Task {
            name: name.to_owned(),
            section: self.journey.sections.len().checked_sub(1),
            score: js_number(score_text),
            score_text: trimmed(score_text),
            people,
            line,
        });
        None
    }
}

fn trimmed(text: &str) -> String {
    text.trim_matches(is_space).to_owned()
}

//! The formats of files that can be read, with their names and the endings of their file names.

use std::ffi::OsStr;

/// What a file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceFormat {
    /// Rows of cells with commas, semicolons or tabs between them.
    Csv,
    /// The same; only its file names differ.
    Tsv,
    Xlsx,
    Ods,
    Json,
    JsonLines,
    /// A page with diagrams, tables or lists: Markdown, AsciiDoc or HTML.
    Markdown,
    /// Plain text: one line an item.
    List,
    /// A journey diagram alone.
    Mermaid,
}

impl SourceFormat {
    pub const ALL: [SourceFormat; 9] = [
        SourceFormat::Csv,
        SourceFormat::Tsv,
        SourceFormat::Xlsx,
        SourceFormat::Ods,
        SourceFormat::Json,
        SourceFormat::JsonLines,
        SourceFormat::Markdown,
        SourceFormat::List,
        SourceFormat::Mermaid,
    ];

    /// Returns its name on the command line and in messages.
    pub const fn name(self) -> &'static str {
        match self {
            SourceFormat::Csv => "csv",
            SourceFormat::Tsv => "tsv",
            SourceFormat::Xlsx => "xlsx",
            SourceFormat::Ods => "ods",
            SourceFormat::Json => "json",
            SourceFormat::JsonLines => "jsonl",
            SourceFormat::Markdown => "markdown",
            SourceFormat::List => "text",
            SourceFormat::Mermaid => "mermaid",
        }
    }

    /// Returns the endings of its file names, without the dot.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            SourceFormat::Csv => &["csv"],
            SourceFormat::Tsv => &["tsv", "tab"],
            SourceFormat::Xlsx => &["xlsx", "xlsm", "xls"],
            SourceFormat::Ods => &["ods"],
            SourceFormat::Json => &["json"],
            SourceFormat::JsonLines => &["jsonl", "ndjson"],
            SourceFormat::Markdown => {
                &["md", "markdown", "qmd", "rmd", "mdx", "adoc", "asciidoc", "asc", "html", "htm"]
            }
            SourceFormat::List => &["txt", "text", "list"],
            SourceFormat::Mermaid => &["mmd", "mermaid"],
        }
    }

    /// Returns the format of files whose names have this ending, of any case; none if none has.
    pub fn of_ending(ending: &OsStr) -> Option<SourceFormat> {
        let has = |format: &SourceFormat| format.endings().iter().any(|each| ending.eq_ignore_ascii_case(each));
        SourceFormat::ALL.into_iter().find(has)
    }

    /// Returns true if a file of this format may have a name of the other one without a remark.
    pub(crate) fn is_kind_of(self, other: SourceFormat) -> bool {
        let family = |format: SourceFormat| match format {
            SourceFormat::Csv | SourceFormat::Tsv => 0,
            SourceFormat::Xlsx => 1,
            SourceFormat::Ods => 2,
            SourceFormat::Json | SourceFormat::JsonLines => 3,
            SourceFormat::Markdown | SourceFormat::Mermaid => 4,
            SourceFormat::List => 5,
        };
        // Plain text may hold any of them.
        other == SourceFormat::List || family(self) == family(other)
    }
}

//! The formats of every command: one list each, with the default first. A new format is one row here.

use super::actions::{self, ActionRenderer};
use super::exporter::{
    BufferedInventory, InventoryRenderer, RenderDifferences, RenderDocument, RenderFindings, RenderFunnel,
    RenderMeasurement, RenderPriorities,
};
use super::format::Format;
use super::import::source::SourceFormat;
use super::{
    csv, differences, findings, funnel_json, funnel_text, inventory_markdown, inventory_xlsx, json, map_json, markdown,
    measure, mermaid, page, poster, priorities_json, priorities_text,
};
use InventoryRenderer::{Buffered, Streamed};

/// The formats of `export`: one map as a document.
pub const DOCUMENTS: &[Format<RenderDocument>] = &[
    with_funnel(Format::new(
        "html",
        &["html", "htm"],
        "one page with everything, to be read, printed and handed on",
        page::render,
    )),
    with_funnel(Format::new(
        "markdown",
        &["md", "markdown"],
        "a page of headings, tables and the funnel as text, for wikis",
        markdown::document,
    )),
    with_funnel(Format::new("svg", &["svg"], "a poster for slides: cards, funnel and emotion curve", poster::document)),
    Format::new(
        "mermaid",
        &["mmd", "mermaid"],
        "a journey diagram of Mermaid's, for wikis and repositories",
        mermaid::document,
    ),
    Format::new("json", &["json"], "the map, whole, for programs", map_json::document),
    Format::guarded("csv", &["csv"], "its touchpoints as comma-separated values, for spreadsheets", csv::document),
    Format::new("xlsx", &["xlsx"], "its touchpoints and their totals as an Excel workbook", inventory_xlsx::document),
];

const fn with_funnel(format: Format<RenderDocument>) -> Format<RenderDocument> {
    Format { has_funnel: true, ..format }
}

/// The formats of `import`: a map from another format.
pub const IMPORTS: &[Format<SourceFormat>] = &[
    import(SourceFormat::Csv, "a table: an inventory, cards, a matrix, counts or visits"),
    import(SourceFormat::Tsv, "the same, separated by tabs"),
    import(SourceFormat::Xlsx, "a workbook of Excel"),
    import(SourceFormat::Ods, "a workbook of LibreOffice"),
    import(SourceFormat::Json, "a whole map as export writes it, or tables as lists of objects"),
    import(SourceFormat::JsonLines, "a table, one object a line"),
    import(SourceFormat::Mermaid, "a journey diagram of Mermaid's"),
    import(SourceFormat::Markdown, "the first journey diagram of a page, else its tables, else its lists"),
    import(SourceFormat::List, "one touchpoint a line, or any other text"),
];

const fn import(source: SourceFormat, about: &'static str) -> Format<SourceFormat> {
    Format {
        has_guard: matches!(source, SourceFormat::Csv | SourceFormat::Tsv),
        has_sections: matches!(source, SourceFormat::Mermaid),
        ..Format::new(source.name(), source.endings(), about, source)
    }
}

/// The formats of `inventory`: one row for each touchpoint of any number of maps.
pub const INVENTORIES: &[Format<InventoryRenderer>] = &[
    Format::guarded("csv", &["csv"], "comma-separated values, for spreadsheets", Streamed(csv::COMMA_SEPARATED)),
    Format::guarded("tsv", &["tsv", "tab"], "tab-separated values, quoted as in csv", Streamed(csv::TAB_SEPARATED)),
    Format::new(
        "xlsx",
        &["xlsx"],
        "a workbook for Excel and others, with a sheet of totals, in the language of --lang",
        Buffered(BufferedInventory { render: inventory_xlsx::render, is_text: false }),
    ),
    Format::new(
        "markdown",
        &["md", "markdown"],
        "a table for wikis, without columns that nothing stands in, in the language of --lang",
        Buffered(BufferedInventory { render: inventory_markdown::render, is_text: true }),
    ),
    Format::new("json", &["json"], "a list of objects, for programs", Streamed(json::LIST)),
    Format::new("jsonl", &["jsonl", "ndjson"], "an object a line, for databases", Streamed(json::LINES)),
];

/// The formats of `actions`: what will be done about the touchpoints of any number of maps.
pub const ACTIONS: &[Format<ActionRenderer>] = &[
    Format::new("text", &["txt"], "a list for each owner, to be read", action_text(actions::text::render)),
    Format::new(
        "markdown",
        &["md", "markdown"],
        "a table for each owner, for wikis, in the language of --lang",
        action_text(actions::markdown::render),
    ),
    Format::guarded("csv", &["csv"], "comma-separated values, for spreadsheets", action_text(actions::csv::render)),
    Format::new(
        "xlsx",
        &["xlsx"],
        "a workbook for Excel and others, in the language of --lang",
        ActionRenderer { render: actions::xlsx::render, is_text: false },
    ),
    Format::new("json", &["json"], "a list of objects, for programs", action_text(actions::json::render)),
    Format::new(
        "ics",
        &["ics", "ical"],
        "the due dates, for calendars: an event of a whole day each",
        action_text(actions::calendar::render),
    ),
];

const fn action_text(render: actions::RenderActions) -> ActionRenderer {
    ActionRenderer { render, is_text: true }
}

/// The formats of `funnel`: the funnel of one map.
pub const FUNNELS: &[Format<RenderFunnel>] = &[
    Format::new("text", &["txt"], "a table with bars, to be read", funnel_text::render),
    Format::new("json", &["json"], "every number of the funnel, for programs", funnel_json::render),
];

/// The formats of `priorities`: the touchpoints of one map, ranked by how urgent they are.
pub const PRIORITIES: &[Format<RenderPriorities>] = &[
    Format::new("text", &["txt"], "a list with reasons, to be read", priorities_text::render),
    Format::new("json", &["json"], "a list of objects, one a touchpoint, for programs", priorities_json::render),
];

/// The formats of `measure`: what a table of counts changes in a map.
pub const MEASUREMENTS: &[Format<RenderMeasurement>] = &[
    Format::new("text", &["txt"], "old and new reaches and what has no counterpart, to be read", measure::text::render),
    Format::new("json", &["json"], "the same, for programs", measure::json::render),
];

/// The formats of `diff`: what differs between two maps.
pub const DIFFERENCES: &[Format<RenderDifferences>] = &[
    Format::new("text", &["txt"], "one line a difference, to be read", differences::text),
    Format::new("json", &["json"], "a list of objects, one a field that differs, for programs", differences::json),
];

/// The formats of `check`: what the review finds in any number of maps.
pub const FINDINGS: &[Format<RenderFindings>] = &[
    Format::new(
        "text",
        &["txt"],
        "one line a finding, to be read, each with its place for an editor to go to",
        findings::text,
    ),
    Format::new("json", &["json"], "a list of objects, one a finding, for programs", findings::json),
];

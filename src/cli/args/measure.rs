//! The options of `periplo measure`.

use std::path::PathBuf;

use clap::Args;

use super::import_values::{column, filter};
use super::value_parsers::{line, one_of_words, renderer};
use crate::exchange::import::shape::role::Role;
use crate::exchange::{MEASUREMENTS, RenderMeasurement};
use crate::map::{Evidence, Line};

/// Where counts may come from, with the Spanish words.
const EVIDENCES: [(&str, Evidence); 2] = [("medido", Evidence::Measured), ("declarado", Evidence::Reported)];

#[derive(Debug, Args)]
pub(crate) struct MeasureArgs {
    /// Map to measure
    #[arg(value_name = "MAP", value_hint = clap::ValueHint::FilePath)]
    pub map: PathBuf,

    /// Table of counts; any file that `import` reads
    #[arg(value_name = "COUNTS", value_hint = clap::ValueHint::FilePath)]
    pub counts: PathBuf,

    /// Row of a touchpoint, given by name or id, like "begin_checkout=Pays on the website"; it is remembered as the
    /// touchpoint's metric; may be repeated
    #[arg(long = "pair", value_name = "ROW=TOUCHPOINT")]
    pub pairs: Vec<String>,

    /// Count only rows with this value, like "month=2026-03"; may be repeated
    #[arg(long = "where", value_name = "HEADING=VALUE", value_parser = filter)]
    pub filters: Vec<(String, String)>,

    /// What a column holds, like "Sticker=touchpoint", "Orders=reach" or "Sales=step"; may be repeated
    #[arg(long = "column", value_name = "HEADING=FIELD", value_parser = column)]
    pub columns: Vec<(String, Role)>,

    /// Sheet of a workbook to read [default: the first one]
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,

    /// Title or file of the map whose rows count, if COUNTS is an inventory of several maps
    #[arg(long = "map", value_name = "TITLE")]
    pub title: Option<String>,

    /// Where the counts come from [default: as COUNTS says, else measured]
    #[arg(long, value_parser = one_of_words([Evidence::Measured, Evidence::Reported], Evidence::key, &EVIDENCES))]
    pub evidence: Option<Evidence>,

    /// When it was counted [default: from the dates in COUNTS]
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub period: Option<Line>,

    /// What is counted, like "sessions" [default: the unit of the map, else that of COUNTS]
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub unit: Option<Line>,

    /// Format to write
    #[arg(long, default_value = "text", value_parser = renderer(MEASUREMENTS))]
    pub format: RenderMeasurement,

    /// Put the reaches into the map
    #[arg(long)]
    pub yes: bool,
}

//! Measures inventories, by format and step by step over 10,000 files: `cargo bench --bench inventory`.
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot set itself up has nothing to measure")]

use std::path::PathBuf;
use std::process::Command;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use periplo::exchange::inventory::{InventoryRow, rows};
use periplo::exchange::{INVENTORIES, InventoryRenderer, TableOptions, TableStyle};
use periplo::lang::{Lang, Language};
use periplo::map::{Emotion, Evidence, Header, IdSource, Intent, JourneyMap, Kind, Line, Name, Notes, Touchpoint};
use periplo::store::{Comments, disk, ron_text};
use tempfile::TempDir;

const FORMATS: [&str; 6] = ["csv", "tsv", "xlsx", "markdown", "json", "jsonl"];
const FILES: usize = 10_000;
const TOUCHPOINTS: usize = 100;

fn main() {
    divan::main();
}

const NAMES: [&str; 5] = [
    "Asks friends which shop to trust",
    "Compares prices on a search site",
    "Works out the full price on the website, shipping included",
    "Pregunta en la tienda cuánto tardará el envío",
    "Unpacks the box and looks for the \"quick start\"",
];
const PAINS: [&str; 3] = ["the price changes at the end", "nobody answers on Saturdays", "el código no funciona"];

/// Returns a map of `count` touchpoints with most fields filled in; `number` varies their values.
fn map(number: usize, count: usize) -> JourneyMap {
    let mut ids = IdSource::new(number as u64);
    let line = |text: &str| Line::optional(text).unwrap();
    let mut reach = 100_000 + 37 * number as u64 % 50_000;
    let sizes = [count * 2 / 5, count * 2 / 5, count - count * 2 / 5 * 2];
    let mut phases = sizes.map(|_| Vec::new());
    for (phase, size) in phases.iter_mut().zip(sizes) {
        for nth in 0..size {
            let seed = nth * 7 + number * 13;
            let every = |many: usize| seed.is_multiple_of(many);
            reach -= reach / 40 * (seed as u64 % 3);
            phase.push(Touchpoint {
                kind: (!every(9)).then_some(Kind::ALL[seed % 3]),
                intent: Some(Intent::ALL[usize::from(every(4))]),
                channel: line(["website", "word of mouth", "shop", "e-mail"][seed % 4]),
                context: line("curiosity, no hurry"),
                need: line("one final price, with no surprises"),
                emotion: Emotion::new(seed as i64 % 6 - 2),
                critical: every(7),
                with_previous: seed % 5 == 4,
                reach: (!every(6)).then_some(reach),
                evidence: Evidence::ALL[seed % 3],
                pain: every(3).then(|| line(PAINS[seed % 3 + seed % 2]).unwrap()),
                owner: every(2).then(|| line("Customer care").unwrap()),
                votes: seed as u64 % 5,
                notes: every(11).then(|| Notes::new("first\nsecond, with \"quotes\"").unwrap()),
                ..Touchpoint::new(ids.fresh(|_| false), Name::new(NAMES[seed % 5]).unwrap())
            });
        }
    }
    let header = Header { unit: line("people"), ..Header::new(Name::new(&format!("Shop {number}")).unwrap()) };
    JourneyMap::with_touchpoints(header, phases).0
}

fn render(format: InventoryRenderer, rows: &[InventoryRow], lang: &Lang) -> Vec<u8> {
    match format {
        InventoryRenderer::Streamed(pieces) => {
            (pieces.rows)(rows, &TableStyle::new(TableOptions::GUARDED, lang)).unwrap()
        }
        InventoryRenderer::Buffered(whole) => (whole.render)(rows, lang).unwrap().bytes,
    }
}

/// Renders the rows of 100 maps that are in memory.
#[divan::bench(args = FORMATS, sample_count = 10)]
fn rendering(bencher: Bencher<'_, '_>, name: &str) {
    let format = INVENTORIES.iter().find(|format| format.name == name).unwrap();
    let maps: Vec<JourneyMap> = (0..100).map(|number| map(number, TOUCHPOINTS)).collect();
    let rows: Vec<InventoryRow> = maps.iter().flat_map(|map| rows("maps/a.ron", map)).collect();
    let lang = Lang::new(Language::English);
    bencher.counter(ItemsCount::new(rows.len())).bench_local(|| render(format.convert, &rows, &lang));
}

/// Writes 10,000 files of 100 touchpoints into 100 folders.
fn folder() -> (TempDir, Vec<PathBuf>) {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for number in 0..FILES {
        let subfolder = folder.path().join(format!("{:02}", number % 100));
        std::fs::create_dir_all(&subfolder).unwrap();
        let file = subfolder.join(format!("{number}.ron"));
        std::fs::write(&file, ron_text::print(&map(number, TOUCHPOINTS), &Comments::default())).unwrap();
        files.push(file);
    }
    (folder, files)
}

/// Measures each step of an inventory in JSON Lines on one core, and the program as a whole.
#[divan::bench(args = ["finding", "reading", "parsing", "rendering", "writing", "program"], sample_count = 3)]
fn a_million_touchpoints(bencher: Bencher<'_, '_>, step: &str) {
    let (folder, files) = folder();
    let bencher = bencher.counter(ItemsCount::new(FILES * TOUCHPOINTS));
    let InventoryRenderer::Streamed(jsonl) = INVENTORIES.iter().find(|format| format.name == "jsonl").unwrap().convert
    else {
        return;
    };
    let style = TableStyle::new(TableOptions::GUARDED, &Lang::new(Language::English));
    let lines = |map: &JourneyMap| {
        let rows: Vec<InventoryRow> = rows("maps/a.ron", map).collect();
        (jsonl.rows)(&rows, &style).unwrap()
    };
    match step {
        "finding" => bencher.bench_local(|| disk::find_maps(folder.path())),
        "reading" => bencher.bench_local(|| {
            for file in &files {
                black_box(disk::read_bytes(file).unwrap());
            }
        }),
        "parsing" => {
            let texts: Vec<String> = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
            bencher.bench_local(|| {
                for text in &texts {
                    black_box(ron_text::parse(text).unwrap());
                }
            });
        }
        "rendering" => {
            let maps: Vec<JourneyMap> = (0..FILES).map(|number| map(number, TOUCHPOINTS)).collect();
            bencher.bench_local(|| {
                for map in &maps {
                    black_box(lines(map));
                }
            });
        }
        "writing" => {
            let pieces: Vec<Vec<u8>> = (0..FILES).map(|number| lines(&map(number, TOUCHPOINTS))).collect();
            let to = folder.path().join("all.jsonl");
            bencher.bench_local(|| {
                let mut output = disk::OutputFile::open(&to, disk::IfExists::Overwrite(None)).unwrap();
                for piece in &pieces {
                    std::io::Write::write_all(&mut output, piece).unwrap();
                }
                output.commit().unwrap();
            });
        }
        _ => {
            let to = folder.path().join("all.jsonl");
            bencher.bench_local(|| {
                let mut program = Command::new(env!("CARGO_BIN_EXE_periplo"));
                let status = program.arg("inventory").arg(folder.path()).args(["--force", "-o"]).arg(&to).status();
                assert!(status.unwrap().success());
            });
        }
    }
}

//! The page in a real browser: policy, sorting, filtering and printing.
//!
//! Without Chromium, these tests print a note and pass.

use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use periplo::lang::Language;
use tempfile::TempDir;

use crate::cli::page::{ATTACK, RICH, map_filled_with, page};

/// A map with one touchpoint in each phase and without findings.
const SMALL: &str = "#![enable(implicit_some)]
(
    format: 1,
    title: \"Three moments\",
    before: [(name: \"Hears of it from a friend\", kind: Offline, intent: Unintentional, need: \"advice\", action: \"thank\")],
    during: [(name: \"Pays at the till\", kind: Offline, intent: Intentional, need: \"no queue\", emotion: 1)],
    after: [(name: \"Opens the box\", kind: Product, intent: Intentional, need: \"joy\", emotion: 2)],
)";

/// A browser with a folder of its own.
struct Browser {
    program: PathBuf,
    sandbox: TempDir,
}

impl Browser {
    /// Finds the browser of this machine. Prints a note if there is none.
    fn find() -> Option<Browser> {
        let folders = std::env::var_os("PATH").unwrap_or_default();
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let places = std::env::split_paths(&folders).flat_map(|folder| names.map(|name| folder.join(name)));
        let program = places.into_iter().find(|program| program.is_file());
        if program.is_none() {
            eprintln!("skipped: no Chromium is installed");
        }
        Some(Browser { program: program?, sandbox: TempDir::new().expect("a folder") })
    }

    /// Opens a page with a fragment and arguments, and returns what the browser prints and logs.
    fn open(&self, page: &str, fragment: &str, arguments: &[&str]) -> (String, String) {
        let file = self.sandbox.path().join("page.html");
        std::fs::write(&file, page).expect("written");
        let data = self.sandbox.path().join("data");
        let output = Command::new(&self.program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
            .args(["--disable-dev-shm-usage", "--enable-logging=stderr", "--v=0", "--virtual-time-budget=5000"])
            .arg(format!("--user-data-dir={}", data.display()))
            .args(arguments)
            .arg(format!("file://{}{fragment}", file.display()))
            .env("HOME", self.sandbox.path())
            .timeout(Duration::from_secs(120))
            .output()
            .expect("the browser runs");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        (text(output.stdout), text(output.stderr))
    }

    /// Returns the DOM after the script ran. Panics if the browser logs a console message.
    fn dom(&self, page: &str, fragment: &str) -> String {
        let (dom, log) = self.open(page, fragment, &["--dump-dom"]);
        assert!(!log.contains("CONSOLE"), "{log}");
        assert!(dom.contains("</html>"), "{log}");
        dom
    }

    /// Prints a page and returns the number of pages.
    fn printed_pages(&self, page: &str, fragment: &str) -> usize {
        let pdf = self.sandbox.path().join("page.pdf");
        let (_, log) = self.open(page, fragment, &[&format!("--print-to-pdf={}", pdf.display())]);
        pages(&pdf).unwrap_or_else(|| panic!("nothing was printed: {log}"))
    }
}

/// Counts the page objects of a PDF.
fn pages(pdf: &Path) -> Option<usize> {
    let bytes = std::fs::read(pdf).ok()?;
    let text = String::from_utf8_lossy(&bytes);
    Some(text.match_indices("/Type /Page").filter(|(at, _)| !text[at + 11..].starts_with('s')).count())
}

/// Returns the IDs of the touchpoints that the inventory shows, in order.
fn shown(dom: &str) -> Vec<&str> {
    let (_, table) = dom.split_once("id=\"touchpoints\"").expect("the inventory");
    let (_, body) = table.split_once("<tbody>").expect("rows");
    let (body, _) = body.split_once("</tbody>").expect("rows");
    let rows =
        body.split("<tr ").skip(1).filter(|row| !row.split_once('>').is_some_and(|(tag, _)| tag.contains("hidden")));
    rows.map(|row| row.split_once("<a href=\"#t-").and_then(|(_, rest)| rest.get(..8)).expect("an id")).collect()
}

/// Returns the line that counts the touchpoints shown.
fn status(dom: &str) -> &str {
    let (_, rest) = dom.split_once("id=\"shown\"").expect("how many are shown");
    rest.split_once('>').and_then(|(_, rest)| rest.split_once('<')).expect("words").0
}

#[test]
fn the_address_selects_sorting_and_filters_of_the_table() {
    let Some(browser) = Browser::find() else { return };
    let page = page(RICH, Language::English);
    let dom = browser.dom(&page, "");
    let all = ["00000001", "00000002", "00000003", "00000004", "00000005", "00000006", "00000007"];
    assert_eq!(shown(&dom), all);
    assert_eq!(status(&dom), "Shown: 7 of 7.");
    assert!(dom.contains("aria-sort=\"none\""));

    // Unknown values come last in both directions.
    let dom = browser.dom(&page, "#sort=reach,desc");
    assert_eq!(shown(&dom), ["00000005", "00000001", "00000006", "00000007", "00000002", "00000003", "00000004"]);
    assert!(dom.contains("data-key=\"reach\" aria-sort=\"descending\""));
    let dom = browser.dom(&page, "#sort=touchpoint&find=ASKS+FRIENDS");
    assert_eq!((shown(&dom), status(&dom)), (vec!["00000001"], "Shown: 1 of 7."));
    assert_eq!(shown(&browser.dom(&page, "#kind=product&sort=touchpoint")), ["00000007", "00000004"]);
    assert_eq!(shown(&browser.dom(&page, "#intent=none&phase=during")), ["00000006"]);
}

#[test]
fn an_invalid_address_shows_the_whole_table() {
    let Some(browser) = Browser::find() else { return };
    let dom = browser.dom(&page(RICH, Language::Spanish), "#sort=%3Cscript%3E,up&kind=no&find=&print=x&a=%ff");
    assert_eq!(shown(&dom).len(), 7);
    assert_eq!(status(&dom), "Se muestran 7 de 7.");
}

#[test]
fn hostile_text_runs_no_script_and_violates_no_policy() {
    let Some(browser) = Browser::find() else { return };
    browser.dom(&page(&map_filled_with(ATTACK), Language::English), "");
}

#[test]
fn a_changed_script_is_blocked_by_the_policy() {
    let Some(browser) = Browser::find() else { return };
    let page = page(RICH, Language::English).replacen("<script>", "<script> ", 1);
    let (dom, log) = browser.open(&page, "", &["--dump-dom"]);
    assert!(log.contains("CONSOLE") && log.contains("Content Security Policy"), "{log}");
    assert!(!dom.contains("aria-sort=\"none\""));
}

#[test]
fn phases_print_on_separate_pages_or_together() {
    let Some(browser) = Browser::find() else { return };
    let page = page(SMALL, Language::Spanish);
    let (phases, one) = (browser.printed_pages(&page, ""), browser.printed_pages(&page, "#print=one"));
    // The phases take three pages or one, with the title before and the rest after them. The rest depends on the
    // installed fonts.
    assert!((5..=7).contains(&phases) && (3..=5).contains(&one) && one < phases, "{phases} and {one}");
}

#[test]
fn each_cheat_sheet_prints_on_one_page() {
    let Some(browser) = Browser::find() else { return };
    for file in ["docs/cheat-sheet.html", "docs/es/cheat-sheet.html"] {
        let sheet = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect(file);
        assert_eq!(browser.printed_pages(&sheet, ""), 1, "{file}");
    }
}

//! Writing the map as a document, and copying it as text.

use std::path::{Path, PathBuf};

use crate::app::message;
use crate::support::{play, press, with_template};
use periplo::app::model::context::Context;
use periplo::app::model::dialog::Dialog;
use periplo::app::model::dialog::export::{
    COPY_LIMIT, Destination, ExportChoice, ExportEstimate, ExportFault, ExportJob, ExportOutput,
};
use periplo::app::model::dialog::question::Question;
use periplo::app::model::effect::Effect;
use periplo::app::model::msg::Msg;
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::exchange::DOCUMENTS;
use periplo::lang::{Lang, Language};
use periplo::store::{SaveError, Template};

/// A board with a map that has a file.
fn board() -> State {
    let mut state = with_template(Template::Trial, Language::English);
    state.session.file = Some(OpenFile::not_yet_saved(PathBuf::from("maps/trial.ron")));
    state
}

/// The document that is asked for last.
fn job(mut effects: Vec<Effect>) -> ExportJob {
    match effects.pop() {
        Some(Effect::Export(job)) => *job,
        other => panic!("a document: {other:?}"),
    }
}

fn path(job: &ExportJob) -> &Path {
    match &job.to {
        Destination::File { path, .. } => path,
        other @ (Destination::DryRun | Destination::Clipboard) => panic!("a file: {other:?}"),
    }
}

/// What stands in the line of the dialog.
fn line(state: &State) -> &str {
    match state.dialogs.last() {
        Some(Dialog::Export(dispatch)) => dispatch.line.text(),
        other => panic!("the dialog: {other:?}"),
    }
}

fn answer(state: &mut State, job: ExportJob, outcome: Result<ExportOutput, ExportFault>) -> Vec<Effect> {
    update(state, Msg::Exported { job: Box::new(job), outcome })
}

fn made(lost: &[&str], text: Option<&str>) -> ExportOutput {
    let lost = lost.iter().map(|&each| each.to_owned()).collect();
    ExportOutput { weight: ExportEstimate { bytes: 1_234, lost }, text: text.map(str::to_owned) }
}

/// Keys that go down to a choice of the dialog.
fn down_to(is_it: impl Fn(ExportChoice) -> bool) -> String {
    "<Down>".repeat(ExportChoice::all().position(is_it).expect("a choice"))
}

fn to_format(name: &'static str) -> String {
    down_to(move |choice| matches!(choice, ExportChoice::File(format) if format.name == name))
}

fn to_clipboard() -> String {
    down_to(|choice| matches!(choice, ExportChoice::Clipboard(_)))
}

#[test]
fn the_file_stands_beside_the_map_and_its_ending_follows_the_format() {
    let mut state = board();
    press(&mut state, &format!("x{}", to_format("csv")));
    assert_eq!((state.context(), line(&state)), (Context::Export, "maps/trial.csv"));
    press(&mut state, "<Home>old/<Up>");
    let before = DOCUMENTS.iter().rev().skip_while(|format| format.name != "csv").nth(1).expect("another format");
    assert_eq!(line(&state), format!("old/maps/trial.{}", before.extension()));
    press(&mut state, "<ctrl-u><ctrl-k>notes.txt<Down>");
    assert_eq!(line(&state), "notes.txt");
}

#[test]
fn enter_writes_the_map_in_the_format_that_is_picked_and_the_keys_go_on() {
    let mut state = board();
    let job = job(press(&mut state, &format!("x{}<Enter>", to_format("csv"))));
    assert_eq!((job.format.name, path(&job)), ("csv", Path::new("maps/trial.csv")));
    assert!(matches!(job.to, Destination::File { over: false, .. }) && job.map == *state.map());
    assert_eq!((state.context(), message(&state)), (Context::Board, "Writing maps/trial.csv …"));
    press(&mut state, "j");
    answer(&mut state, job, Ok(made(&["votes are not in it"], None)));
    let count = state.map().len();
    assert_eq!(message(&state), format!("{count} touchpoints written to maps/trial.csv; votes are not in it."));
}

#[test]
fn a_name_without_ending_gets_that_of_the_format_and_no_name_is_asked_for() {
    let mut state = board();
    press(&mut state, &format!("x{}<ctrl-u>", to_format("svg")));
    assert!(press(&mut state, "<Enter>").is_empty() && state.context() == Context::Export);
    assert_eq!(message(&state), "Type the file's name first.");
    assert_eq!(path(&job(press(&mut state, "poster<Enter>"))), Path::new("poster.svg"));
}

#[test]
fn nothing_is_written_over_the_file_of_the_map() {
    let mut state = board();
    press(&mut state, "x<ctrl-u>maps/trial.ron");
    assert!(press(&mut state, "<Enter>").is_empty() && state.context() == Context::Export);
    assert!(message(&state).contains("the map’s own file"), "{}", message(&state));
    // The same file by another name is only known on the disk.
    let job = job(press(&mut state, "<ctrl-u>maps/../maps/trial.ron<Enter>"));
    answer(&mut state, job, Err(ExportFault::Own));
    assert_eq!((state.context(), line(&state)), (Context::Export, "maps/../maps/trial.ron.html"));
    assert!(message(&state).contains("the map’s own file"), "{}", message(&state));
}

#[test]
fn an_existing_file_is_asked_about_and_replaced_only_then() {
    let mut state = board();
    let first = job(press(&mut state, "x<ctrl-u>there.csv<Enter>"));
    answer(&mut state, first.clone(), Err(ExportFault::Unsaved(SaveError::Exists)));
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(Question::OverwriteExport(_)))));
    let again = job(press(&mut state, "d"));
    assert!(matches!(&again.to, Destination::File { path, over: true } if path == Path::new("there.csv")));
    assert_eq!(again.format.name, first.format.name);
    answer(&mut state, first, Err(ExportFault::Unsaved(SaveError::Exists)));
    press(&mut state, "<Enter>");
    assert_eq!((state.context(), line(&state)), (Context::Export, "there.csv"));
}

#[test]
fn a_document_that_could_not_be_written_says_why_and_what_was_typed_stands_there_again() {
    let mut state = board();
    let job = job(press(&mut state, "x<ctrl-u>no/where.csv<Enter>"));
    answer(&mut state, job, Err(ExportFault::Unsaved(SaveError::NoFolder("no".into()))));
    assert_eq!((state.context(), line(&state)), (Context::Export, "no/where.csv"));
    assert!(message(&state).contains("no folder no"), "{}", message(&state));
}

#[test]
fn what_was_typed_is_not_thrown_away_without_asking() {
    let mut state = board();
    press(&mut state, "x<Esc>");
    assert_eq!(state.context(), Context::Board);
    press(&mut state, "xx<Esc>");
    assert_eq!(state.context(), Context::Question);
    press(&mut state, "<Esc><Esc>d");
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn what_a_format_has_no_place_for_is_told_before_it_is_written() {
    let mut state = board();
    let weighed = job(press(&mut state, "x"));
    assert_eq!(weighed.to, Destination::DryRun);
    answer(&mut state, weighed, Ok(made(&["nothing of it"], None)));
    let Some(Dialog::Export(dispatch)) = state.dialogs.last() else { panic!("the dialog") };
    assert_eq!(dispatch.weights[0].as_ref().map(|weight| weight.lost.len()), Some(1));
    // What is known is not asked again.
    let asked = press(&mut state, "<Down>").len() + press(&mut state, "<Up>").len();
    assert_eq!(asked, 1);
}

#[test]
fn the_whole_map_goes_to_the_clipboard_as_markdown() {
    let mut state = board();
    let effects = press(&mut state, &format!("x{}<Enter>", to_clipboard()));
    let job = job(effects);
    assert_eq!((job.format.name, &job.to), ("markdown", &Destination::Clipboard));
    let effects = answer(&mut state, job, Ok(made(&[], Some("# A map\n"))));
    assert!(matches!(effects.as_slice(), [Effect::Copy { text }] if text == "# A map\n"), "{effects:?}");
    assert!(message(&state).contains("copied to the clipboard"), "{}", message(&state));
}

#[test]
fn what_is_marked_is_copied_as_markdown_and_the_boards_own_clipboard_stays() {
    let mut state = board();
    let name = state.map().phase(periplo::map::Phase::Before)[0].name.to_string();
    let effects = press(&mut state, "Y");
    assert!(matches!(effects.as_slice(), [Effect::Copy { text }] if text.starts_with("### ")), "{effects:?}");
    let effects = press(&mut state, "<Space><Space>Y");
    let [Effect::Copy { text }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(text.matches("\n### ").count() + 1, 2);
    assert!(text.contains(name.split(' ').next().unwrap()) && state.board.clipboard.is_empty());
    assert_eq!(message(&state), "2 touchpoints copied to the clipboard as Markdown.");
}

#[test]
fn a_text_that_terminals_would_drop_is_not_copied_and_that_is_said() {
    let mut state = board();
    let effects = press(&mut state, &format!("x{}<Enter>", to_clipboard()));
    let job = job(effects);
    let long = "x".repeat(COPY_LIMIT + 1);
    assert!(answer(&mut state, job, Ok(made(&[], Some(&long)))).is_empty());
    assert!(message(&state).contains("75 kB") && message(&state).contains("export"), "{}", message(&state));
}

#[test]
fn every_format_says_what_it_is_good_for_in_both_languages() {
    for language in Language::ALL {
        let lang = Lang::new(language);
        for format in DOCUMENTS {
            let said = lang.document(format.name);
            assert!(said.contains(' ') && !said.contains("document-"), "{}: {said}", format.name);
        }
    }
}

#[test]
fn the_ending_that_is_typed_says_the_format() {
    let (mut state, _) = play("aPays<Enter><Esc>x<ctrl-u>poster.svg");
    let effects = press(&mut state, "<Enter>");
    let written = effects.iter().find_map(|effect| match effect {
        Effect::Export(job) => Some((job.format.name, job.to.clone())),
        _ => None,
    });
    let Some(("svg", Destination::File { path, .. })) = written else { panic!("a poster: {effects:?}") };
    assert_eq!(path, PathBuf::from("poster.svg"));
}

#[test]
fn the_format_that_was_written_last_is_proposed_and_a_name_follows_the_format_that_is_picked() {
    let mut state = board();
    press(&mut state, "x");
    assert_eq!(line(&state), "maps/trial.html");
    press(&mut state, &format!("{}<Enter>x", to_format("svg")));
    assert_eq!(line(&state), "maps/trial.svg");
    // A name that was typed for another format is not written in that again.
    press(&mut state, "<backspace><backspace><backspace>csv<Up>");
    assert_eq!(line(&state), "maps/trial.md");
    press(&mut state, "<Esc>E<Esc>x");
    assert_eq!(line(&state), "maps/trial.svg", "what was only picked is not what was written");
}

#[test]
fn what_was_written_last_is_picked_again_whether_it_was_typed_or_copied() {
    let mut state = board();
    let picked = |state: &State| match state.dialogs.last() {
        Some(Dialog::Export(dispatch)) => dispatch.choice().expect("a choice"),
        other => panic!("the dialog: {other:?}"),
    };
    for format in DOCUMENTS {
        press(&mut state, &format!("x<ctrl-u>typed.{}<Enter>x", format.extension()));
        let choice = picked(&state);
        assert!(
            matches!(choice, ExportChoice::File(picked) if picked.name == format.name),
            "{}: {choice:?}",
            format.name
        );
        assert_eq!(line(&state), format!("maps/trial.{}", format.extension()));
        press(&mut state, "<Esc>");
    }
    press(&mut state, "x");
    while !matches!(picked(&state), ExportChoice::Clipboard(_)) {
        press(&mut state, "<Down>");
    }
    press(&mut state, "<Enter>x");
    assert!(matches!(picked(&state), ExportChoice::Clipboard(_)));
}

#[test]
fn a_name_that_only_another_program_writes_is_refused_and_stays() {
    let mut state = board();
    for ending in ["pdf", "DOCX", "png"] {
        let effects = press(&mut state, &format!("x<ctrl-u>page.{ending}<Enter>"));
        let written = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Export(job) if matches!(job.to, Destination::File { .. })));
        assert!(!written, "{effects:?}");
        assert_eq!(line(&state), format!("page.{ending}"));
        assert!(message(&state).contains("html"), "what to do: {}", message(&state));
        press(&mut state, "<Esc>d");
    }
    // A point in a name is no ending.
    let effects = press(&mut state, "x<ctrl-u>version 1.2<Enter>");
    assert!(effects.iter().any(|effect| {
        matches!(effect, Effect::Export(job) if matches!(&job.to, Destination::File { path, .. } if path.ends_with("version 1.2.html")))
    }));
}

//! Tests of the export dialog and of copying to the clipboard.

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
use periplo::app::model::msg::{CopiedBy, Msg};
use periplo::app::model::session::OpenFile;
use periplo::app::model::state::State;
use periplo::app::update;
use periplo::exchange::DOCUMENTS;
use periplo::lang::{Lang, Language};
use periplo::store::{SaveError, Template};

/// Returns a board with a map that has a file.
fn board() -> State {
    let mut state = with_template(Template::Trial, Language::English);
    state.session.file = Some(OpenFile::not_yet_saved(PathBuf::from("maps/trial.ron")));
    state
}

/// Returns the export job of the last effect.
fn job(mut effects: Vec<Effect>) -> ExportJob {
    match effects.pop() {
        Some(Effect::Export(job)) => *job,
        other => panic!("a document: {other:?}"),
    }
}

#[test]
fn a_document_has_the_funnel_that_the_board_shows() {
    let mut state = board();
    assert_eq!(job(press(&mut state, "x")).begin, 0);
    press(&mut state, "<Esc><Tab>jB");
    assert_eq!(state.session.insight.current().funnel.begin, 1);
    assert_eq!(job(press(&mut state, "x")).begin, 1);
}

fn path(job: &ExportJob) -> &Path {
    match &job.to {
        Destination::File { path, .. } => path,
        other @ (Destination::DryRun | Destination::Clipboard) => panic!("a file: {other:?}"),
    }
}

/// Returns the text in the line of the dialog.
fn line(state: &State) -> &str {
    match state.dialogs.last() {
        Some(Dialog::Export(dialog)) => dialog.line.text(),
        other => panic!("the dialog: {other:?}"),
    }
}

/// Sends the outcome of an export job.
fn finish(state: &mut State, job: ExportJob, outcome: Result<ExportOutput, ExportFault>) -> Vec<Effect> {
    update(state, Msg::Exported { job: Box::new(job), outcome })
}

/// Returns the output of an export with the losses that it reports.
fn output(omissions: &[&str], text: Option<&str>) -> ExportOutput {
    let omissions = omissions.iter().map(|&each| each.to_owned()).collect();
    ExportOutput { estimate: ExportEstimate { bytes: 1_234, omissions }, text: text.map(str::to_owned) }
}

/// Returns the keys that go down to a choice of the dialog.
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
fn the_proposed_file_is_beside_the_map_and_its_extension_follows_the_format() {
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
fn enter_exports_in_the_picked_format_while_keys_keep_working() {
    let mut state = board();
    let job = job(press(&mut state, &format!("x{}<Enter>", to_format("csv"))));
    assert_eq!((job.format.name, path(&job)), ("csv", Path::new("maps/trial.csv")));
    assert!(matches!(job.to, Destination::File { overwrite: false, .. }) && job.map == *state.map());
    assert_eq!((state.context(), message(&state)), (Context::Board, "Writing maps/trial.csv …"));
    press(&mut state, "j");
    finish(&mut state, job, Ok(output(&["votes are not in it"], None)));
    let count = state.map().len();
    assert_eq!(message(&state), format!("{count} touchpoints written to maps/trial.csv; votes are not in it."));
}

#[test]
fn a_name_without_extension_gets_that_of_the_format_and_an_empty_name_is_refused() {
    let mut state = board();
    press(&mut state, &format!("x{}<ctrl-u>", to_format("svg")));
    assert!(press(&mut state, "<Enter>").is_empty() && state.context() == Context::Export);
    assert_eq!(message(&state), "Type the file's name first.");
    assert_eq!(path(&job(press(&mut state, "poster<Enter>"))), Path::new("poster.svg"));
}

#[test]
fn an_export_never_overwrites_the_file_of_the_map() {
    let mut state = board();
    press(&mut state, "x<ctrl-u>maps/trial.ron");
    assert!(press(&mut state, "<Enter>").is_empty() && state.context() == Context::Export);
    assert!(message(&state).contains("the map’s own file"), "{}", message(&state));
    // Only the disk knows that another path leads to the same file.
    let job = job(press(&mut state, "<ctrl-u>maps/../maps/trial.ron<Enter>"));
    finish(&mut state, job, Err(ExportFault::OwnFile));
    assert_eq!((state.context(), line(&state)), (Context::Export, "maps/../maps/trial.ron.html"));
    assert!(message(&state).contains("the map’s own file"), "{}", message(&state));
}

#[test]
fn an_existing_file_is_replaced_only_after_a_question() {
    let mut state = board();
    let first = job(press(&mut state, "x<ctrl-u>there.csv<Enter>"));
    finish(&mut state, first.clone(), Err(ExportFault::NotWritten(SaveError::Exists)));
    assert!(matches!(state.dialogs.last(), Some(Dialog::Question(Question::OverwriteExport(_)))));
    let again = job(press(&mut state, "d"));
    assert!(matches!(&again.to, Destination::File { path, overwrite: true } if path == Path::new("there.csv")));
    assert_eq!(again.format.name, first.format.name);
    finish(&mut state, first, Err(ExportFault::NotWritten(SaveError::Exists)));
    press(&mut state, "s");
    assert_eq!((state.context(), line(&state)), (Context::Export, "there.csv"));
}

#[test]
fn a_failed_export_says_why_and_reopens_the_dialog_with_its_text() {
    let mut state = board();
    let job = job(press(&mut state, "x<ctrl-u>no/where.csv<Enter>"));
    finish(&mut state, job, Err(ExportFault::NotWritten(SaveError::NoFolder("no".into()))));
    assert_eq!((state.context(), line(&state)), (Context::Export, "no/where.csv"));
    assert!(message(&state).contains("no folder no"), "{}", message(&state));
}

#[test]
fn escape_leaves_the_export_dialog_at_once() {
    let mut state = board();
    press(&mut state, "x<Esc>");
    assert_eq!(state.context(), Context::Board);
    press(&mut state, "xx<Esc>");
    assert_eq!(state.context(), Context::Board);
}

#[test]
fn the_dialog_shows_what_a_format_loses_before_the_export() {
    let mut state = board();
    let estimate = job(press(&mut state, "x"));
    assert_eq!(estimate.to, Destination::DryRun);
    finish(&mut state, estimate, Ok(output(&["nothing of it"], None)));
    let Some(Dialog::Export(dialog)) = state.dialogs.last() else { panic!("the dialog") };
    assert_eq!(dialog.estimates[0].as_ref().map(|estimate| estimate.omissions.len()), Some(1));
    // Only the new format needs an estimate; the first one is cached.
    let requests = press(&mut state, "<Down>").len() + press(&mut state, "<Up>").len();
    assert_eq!(requests, 1);
}

#[test]
fn the_whole_map_goes_to_the_clipboard_as_markdown() {
    let mut state = board();
    let effects = press(&mut state, &format!("x{}<Enter>", to_clipboard()));
    let job = job(effects);
    assert_eq!((job.format.name, &job.to), ("markdown", &Destination::Clipboard));
    let effects = finish(&mut state, job, Ok(output(&[], Some("# A map\n"))));
    assert!(matches!(effects.as_slice(), [Effect::Copy { text, .. }] if text == "# A map\n"), "{effects:?}");
    assert_eq!(message(&state), "", "nothing is said before the text is sent");
}

#[test]
fn marked_touchpoints_are_copied_as_markdown_without_touching_the_boards_clipboard() {
    let mut state = board();
    let name = state.map().phase(periplo::map::Phase::Before)[0].name.to_string();
    let effects = press(&mut state, "Y");
    assert!(matches!(effects.as_slice(), [Effect::Copy { text, .. }] if text.starts_with("### ")), "{effects:?}");
    let effects = press(&mut state, "<Space><Space>Y");
    let [Effect::Copy { text, count: 2 }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(text.matches("\n### ").count() + 1, 2);
    assert!(text.contains(name.split(' ').next().unwrap()) && state.board.clipboard.is_empty());
    update(&mut state, Msg::Copied { count: 2, by: CopiedBy::Terminal });
    assert_eq!(
        message(&state),
        "2 touchpoints sent to the terminal’s clipboard as Markdown. Not every terminal accepts this."
    );
    update(&mut state, Msg::Copied { count: 1, by: CopiedBy::Tmux });
    assert!(message(&state).starts_with("1 touchpoint copied with tmux"), "{}", message(&state));
}

#[test]
fn a_text_too_long_for_terminals_is_not_copied_and_a_message_says_so() {
    let mut state = board();
    let effects = press(&mut state, &format!("x{}<Enter>", to_clipboard()));
    let job = job(effects);
    let long = "x".repeat(COPY_LIMIT + 1);
    assert!(finish(&mut state, job, Ok(output(&[], Some(&long)))).is_empty());
    assert!(message(&state).contains("75 kB") && message(&state).contains("export"), "{}", message(&state));
}

#[test]
fn every_format_has_a_description_in_both_languages() {
    for language in Language::ALL {
        let lang = Lang::new(language);
        for format in DOCUMENTS {
            let text = lang.document(format.name);
            assert!(text.contains(' ') && !text.contains("document-"), "{}: {text}", format.name);
        }
    }
}

#[test]
fn a_typed_extension_picks_the_format() {
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
fn the_last_exported_format_is_proposed_and_a_name_follows_the_picked_format() {
    let mut state = board();
    press(&mut state, "x");
    assert_eq!(line(&state), "maps/trial.html");
    press(&mut state, &format!("{}<Enter>x", to_format("svg")));
    assert_eq!(line(&state), "maps/trial.svg");
    // Picking another format also replaces a typed extension.
    press(&mut state, "<backspace><backspace><backspace>csv<Up>");
    assert_eq!(line(&state), "maps/trial.md");
    press(&mut state, "<Esc>E<Esc>x");
    assert_eq!(line(&state), "maps/trial.svg", "only an export changes the proposed format");
}

#[test]
fn the_last_export_is_picked_again_after_a_typed_extension_or_a_copy() {
    let mut state = board();
    let picked = |state: &State| match state.dialogs.last() {
        Some(Dialog::Export(dialog)) => dialog.choice().expect("a choice"),
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
fn an_extension_that_periplo_cannot_write_is_refused_and_kept() {
    let mut state = board();
    for ending in ["pdf", "DOCX", "png"] {
        let effects = press(&mut state, &format!("x<ctrl-u>page.{ending}<Enter>"));
        let written = effects
            .iter()
            .any(|effect| matches!(effect, Effect::Export(job) if matches!(job.to, Destination::File { .. })));
        assert!(!written, "{effects:?}");
        assert_eq!(line(&state), format!("page.{ending}"));
        assert!(message(&state).contains("html"), "the message says what to do: {}", message(&state));
        press(&mut state, "<Esc>");
    }
    // The end of a version number is not an extension.
    let effects = press(&mut state, "x<ctrl-u>version 1.2<Enter>");
    assert!(effects.iter().any(|effect| {
        matches!(effect, Effect::Export(job) if matches!(&job.to, Destination::File { path, .. } if path.ends_with("version 1.2.html")))
    }));
}

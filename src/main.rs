use periplo::lang::{Lang, Language};
fn main() {
    let es = std::env::var("ES").is_ok_and(|v| !v.is_empty());
    let lang = Lang::new(if es { Language::Spanish } else { Language::English });
    periplo::term::run(periplo::term::Options { lang, file: std::env::args().nth(1).map(Into::into), seed: 42, colour: true, mouse: true }).unwrap();
}

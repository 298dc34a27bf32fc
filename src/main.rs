//! The program `periplo`.

use std::process::ExitCode;

fn main() -> ExitCode {
    periplo::cli::run()
}

//! The archive of a release, packed by the script of the release workflow.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::cli::sandbox::Sandbox;

/// Documents at the root of the repository.
const DOCUMENTS: [&str; 8] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.es.md",
    "README.md",
    "SECURITY.md",
];

const TARGET: &str = "x86_64-unknown-linux-musl";

fn output(command: &mut Command) -> String {
    let output = command.output().expect("a command");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(output.status.success(), "{command:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn the_archive_contains_program_manual_completions_and_documents() {
    let (sandbox, source) = (Sandbox::new(), Path::new(env!("CARGO_MANIFEST_DIR")));
    for name in ["Cargo.toml", "docs"].iter().chain(&DOCUMENTS) {
        symlink(source.join(name), sandbox.path().join(name)).expect("a link");
    }
    // The tested program is large, so a script that runs it is packed in its place.
    let folder = sandbox.path().join("target").join(TARGET).join("release");
    std::fs::create_dir_all(&folder).expect("a folder");
    let program = folder.join("periplo");
    std::fs::write(&program, format!("#!/bin/sh\nexec '{}' \"$@\"\n", env!("CARGO_BIN_EXE_periplo"))).expect("written");
    std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).expect("a program");

    output(Command::new(source.join(".github/archive")).arg(TARGET).current_dir(sandbox.path()));
    let name = format!("periplo-{}-{TARGET}", env!("CARGO_PKG_VERSION"));
    let archive = format!("{name}.tar.gz");
    let packed = std::fs::read(sandbox.path().join(&archive)).expect("the archive");
    let sum: String = Sha256::digest(packed).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(sandbox.read(&format!("{archive}.sha256")), format!("{sum}  {archive}\n"));

    let unpacked = Sandbox::new();
    output(Command::new("tar").arg("-xzf").arg(sandbox.path().join(&archive)).current_dir(unpacked.path()));
    let read = |file: &str| unpacked.read(&format!("{name}/{file}"));
    for name in DOCUMENTS.into_iter().chain(["docs/guide.md", "docs/es/keys.md", "docs/pictures/board.en.svg"]) {
        assert_eq!(read(name), std::fs::read_to_string(source.join(name)).expect(name), "{name}");
    }
    assert_eq!(read("man/periplo.1"), sandbox.run(&["man"]).stdout);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert_eq!(
            read(&format!("completions/periplo.{shell}")),
            sandbox.run(&["completions", shell]).stdout,
            "{shell}"
        );
    }
    let version = output(Command::new(unpacked.path().join(&name).join("periplo")).arg("--version"));
    assert_eq!(version, format!("periplo {}\n", env!("CARGO_PKG_VERSION")));
}

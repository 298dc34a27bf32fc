# The commands of everyday work; `just` lists them.

default:
    @just --list

# Everything that must pass before a change lands
ci:
    .ci/run

# The tests, faster, with cargo-nextest
test:
    cargo nextest run

# The benchmarks
bench:
    cargo bench

# Writes the pictures and the key list of the documents anew from the real program
docs:
    PERIPLO_BLESS=1 cargo test --test library docs

# The archive of a release for this machine, as the workflow packs it
archive:
    #!/usr/bin/env bash
    set -euo pipefail
    target=$(rustc --print host-tuple)
    cargo build --locked --release --target "$target"
    .github/archive "$target"

# Ten minutes of fuzzing; needs a nightly toolchain and cargo-fuzz
fuzz:
    fuzz/seeds
    cargo +nightly fuzz run -s none load_update_draw -- -dict=fuzz/ron.dict -max_len=16000 -max_total_time=600

# Licences, advisories and doubles of the dependencies
deny:
    cargo deny check

# Commands for everyday work; `just` lists them.

default:
    @just --list

# Run every check
ci:
    .ci/run

# Run the tests with cargo-nextest, which is faster
test:
    cargo nextest run

# Run the benchmarks
bench:
    cargo bench

# Regenerate the pictures and key lists of the documents
docs:
    PERIPLO_BLESS=1 cargo test --test library docs

# Build the release archive for this machine, as the release workflow does
archive:
    #!/usr/bin/env bash
    set -euo pipefail
    target=$(rustc --print host-tuple)
    cargo build --locked --release --target "$target"
    .github/archive "$target"

# Fuzz for ten minutes; needs a nightly toolchain and cargo-fuzz
fuzz:
    fuzz/seeds
    cargo +nightly fuzz run -s none load_update_draw -- -dict=fuzz/ron.dict -max_len=16000 -max_total_time=600

# Fuzz the imports, ten minutes each
fuzz-imports:
    for reader in csv json markdown list mermaid workbook; do \
        cargo +nightly fuzz run -s none import_$reader -- -max_len=16000 -max_total_time=600 || exit 1; \
    done

# Look for ten minutes for texts that take long to read
fuzz-slow:
    cargo +nightly fuzz run -s none slow -- -dict=fuzz/ron.dict -max_len=200 -max_total_time=600

# Check licences, advisories and duplicates of the dependencies
deny:
    cargo deny check

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
    PERIPLO_BLESS=1 cargo test --test docs

# Licences, advisories and doubles of the dependencies
deny:
    cargo deny check

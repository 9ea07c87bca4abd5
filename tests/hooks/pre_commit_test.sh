#!/bin/sh
# The hooks of .pre-commit-hooks.yaml under the real pre-commit, in scratch
# repositories. MIGCHECK_BIN spares the build: wrapper_test.sh tests that.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
# shellcheck source=scenarios.sh
. "$SOURCE_DIR/tests/hooks/scenarios.sh"
need git pre-commit
export PRE_COMMIT_HOME="$work/pre-commit home"

run pre-commit validate-manifest "$SOURCE_DIR/.pre-commit-hooks.yaml"
exits "the manifest" 0

# What users name in `repo:` is a repository with a tag.
git init -q "$work/ours"
cp -R "$SOURCE_DIR/hooks" "$SOURCE_DIR/.pre-commit-hooks.yaml" "$work/ours"
git -C "$work/ours" add .
git -C "$work/ours" commit -qm release
git -C "$work/ours" tag v0.1.0

hook_in() {
  cat >"$1/.pre-commit-config.yaml" <<EOF
repos:
- repo: file://$work/ours
  rev: v0.1.0
  hooks:
  - id: migcheck
EOF
  (cd "$1" && pre-commit install >/dev/null && git add . &&
    git commit -qm "use pre-commit" >"$work/log" 2>&1) || {
    cat "$work/log"
    exit 1
  }
}
scenarios
two_at_once

# pre-commit puts back what it has taken away.
cd "$work/user repo"
back setup
list 001_ants.sql 003_crabs.sql >store_test.go
git add store_test.go
list 001_ants.sql 002_bees.sql 003_crabs.sql >store_test.go
commit
same "the mended file is back" "$(list 001_ants.sql 002_bees.sql 003_crabs.sql)" \
  "$(cat store_test.go)"

back setup
run pre-commit try-repo "$work/ours" migcheck --all-files
exits "try-repo" 0
migration migrations/003_cows.sql
git add .
run pre-commit try-repo "$work/ours" migcheck --all-files
exits "try-repo with a finding" 1
holds "try-repo with a finding" "$output" "[duplicate-version]"

mkdir "$work/bin"
ln -s "$MIGCHECK_BIN" "$work/bin/migcheck"
run env "PATH=$work/bin:$PATH" pre-commit try-repo "$work/ours" \
  migcheck-system --all-files
exits "migcheck-system with a finding" 1
finish

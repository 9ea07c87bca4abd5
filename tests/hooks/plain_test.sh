#!/bin/sh
# hooks/pre-commit and hooks/pre-push as git runs them.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
# shellcheck source=scenarios.sh
. "$SOURCE_DIR/tests/hooks/scenarios.sh"
need git

hook_in() {
  git -C "$1" config core.hooksPath "$SOURCE_DIR/hooks"
}
scenarios
two_at_once

# Contents come from the work tree: an unstaged edit would be checked in place
# of what is committed.
cd "$work/user repo"
back setup
list 001_ants.sql 002_bees.sql >store_test.go
echo "# notes" >README.md
git add README.md
commit
exits "an unstaged edit of a file with a list" 1
holds "an unstaged edit of a file with a list" "$output" \
  '"store_test.go" has changes that are not staged'
back setup
migration migrations/002_bees.sql
echo "SELECT 1;" >>migrations/002_bees.sql
echo "# notes" >README.md
git add README.md
commit
exits "an unstaged edit of a migration" 1
holds "an unstaged edit of a migration" "$output" "not staged"
back setup
echo "# notes" >README.md
git add README.md
git commit -qm notes
echo "# more" >>README.md
echo "other" >other.txt
git add other.txt
commit
exits "an unstaged edit of another file" 0

# A deletion that git was not told of is a deletion, and no file that cannot
# be read.
back setup
rm migrations/002_bees.sql
run "$MIGCHECK_BIN" check
exits "a deletion that is not staged" 1
holds "a deletion that is not staged" "$output" "[list-stale-entry]"
lacks "a deletion that is not staged" "$output" "[unreadable-file]"

# pre-push
back setup
git init -q --bare "$work/remote.git"
git remote add origin "$work/remote.git"
run git push origin main
exits "a clean push" 0
lacks "a clean push says nothing" "$output" "migcheck:"
run git push origin main:other
exits "a new branch" 0
run git push origin :other
exits "a deletion" 0

migration migrations/003_cows.sql
git add .
git commit -qnm "taken twice"
run git push origin main
exits "a push with a finding" 1
holds "a push with a finding" "$output" "[duplicate-version]"
run git push origin --delete main
lacks "a deletion is not checked" "$output" "[duplicate-version]"
run git push origin 'setup^{commit}:refs/heads/older'
exits "another commit than the one checked out" 1
holds "another commit than the one checked out" "$output" \
  "is not what is checked out"
git rm -q --cached migrations/003_cows.sql
run git push origin main
holds "changes that are not committed" "$output" "not committed"
finish

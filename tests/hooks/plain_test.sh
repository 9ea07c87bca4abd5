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

# What is not staged has no say: edits, a version that is taken twice, and a
# configuration that cannot be read.
cd "$work/user repo"
back setup
list 001_ants.sql 002_bees.sql >store_test.go
echo "SELECT 1;" >>migrations/002_bees.sql
migration migrations/003_cows.sql
echo "nonsense = 1" >migcheck.toml
echo "# notes" >README.md
git add README.md
commit
exits "edits that are not staged" 0
git add migcheck.toml
commit
exits "a configuration that is staged" 1
holds "a configuration that is staged" "$output" "migcheck.toml:1:"

# A merge that is not done cannot be committed in part.
back setup
git checkout -qb theirs
list 001_ants.sql 003_crabs.sql 002_bees.sql >store_test.go
git commit -qnam theirs
git checkout -q main
list 002_bees.sql 001_ants.sql 003_crabs.sql >store_test.go
git commit -qnam ours
run git merge theirs
run "$MIGCHECK_BIN" check --staged
exits "a merge that is not done" 2
holds "a merge that is not done" "$output" '"store_test.go" is not merged yet'
git merge --abort

# A deletion that git was not told of is a deletion, and no file that cannot
# be read.
back setup
rm migrations/002_bees.sql
run "$MIGCHECK_BIN" check
exits "a deletion that is not staged" 1
holds "a deletion that is not staged" "$output" "[list-stale-entry]"
lacks "a deletion that is not staged" "$output" "[unreadable-file]"

# pre-push: what is pushed is checked, in commits of their own.
back setup
git init -q --bare "$work/remote.git"
git remote add origin "$work/remote.git"
migration migrations/003_cows.sql
run git push origin main
exits "a clean push of an unclean work tree" 0
lacks "a clean push says nothing" "$output" "error"
run git push origin main:other
exits "a new branch" 0
run git push origin :other
exits "a deletion" 0

git add .
git commit -qnm "taken twice"
run git push origin main
exits "a push with a finding" 1
holds "a push with a finding" "$output" "[duplicate-version]"
git rm -q migrations/003_cows.sql
run git push origin main
exits "a finding that is mended and not committed" 1
run git push origin 'setup^{commit}:refs/heads/older'
exits "another commit than the one checked out" 0
git tag -am release v1
run git push origin v1 main:refs/heads/more setup:refs/tags/v0
exits "a tag with a finding" 1
same "a tag and a branch: each is checked" 2 "$(
  printf '%s\n' "$output" | grep -c 'duplicate-version')"
run git push origin --delete older
exits "a deletion is not checked" 0

# What the push replaces is its base, until a default branch or the
# configuration names one.
back setup
sed -i s/bigint/integer/ migrations/002_bees.sql
git commit -qnam "edited"
run git push origin main
exits "an edit of what was pushed" 1
holds "an edit of what was pushed" "$output" "[edited-since-base]"
run git push origin main:topic
exits "the same in a new branch" 0
git update-ref refs/remotes/origin/main main~1
git symbolic-ref refs/remotes/origin/HEAD refs/remotes/origin/main
run git push origin main:topic2
exits "with a default branch" 1
holds "with a default branch" "$output" "[edited-since-base]"
git checkout -qb topic3 main~1
migration migrations/004_dogs.sql
list 001_ants.sql 002_bees.sql 003_crabs.sql 004_dogs.sql >store_test.go
git add .
git commit -qnm dogs
run git push origin topic3
exits "a topic" 0
echo 'SELECT 1;' >>migrations/004_dogs.sql
git commit -qnam "more dogs"
run git push origin topic3
exits "an edit of what is only on the topic" 0
printf '[base]\nref = "topic3~2"\n' >migcheck.toml
git add .
git commit -qnm "another base"
run git push origin topic3
exits "the configuration comes first" 1
holds "the configuration comes first" "$output" "[edited-since-base]"
finish

# Sourced by the hook tests, after testing.sh: a user's repository, and the
# commits that a hook must let through or refuse. `hook_in DIRECTORY` is the
# caller's: it puts the hook in place there.
# shellcheck shell=sh
# shellcheck disable=SC2154,SC2164 # testing.sh sets them; its callers set -e

cat >"$HOME/.gitconfig" <<'EOF'
[user]
	name = A Developer
	email = developer@example.org
[init]
	defaultBranch = main
[protocol "file"]
	allow = always
[advice]
	detachedHead = false
EOF

# list NAME...: the Go test file that names the migrations.
list() {
  printf 'package store\n\n// allMigrations is every migration, in order.\n'
  printf 'var allMigrations = []string{\n'
  for name in "$@"; do
    printf '\t"%s",\n' "$name"
  done
  printf '}\n'
}

migration() {
  mkdir -p migrations
  name=${1##*/}
  printf -- '-- +goose Up\nCREATE TABLE t_%s (id bigint);\n\n' \
    "${name%.sql}" >"$1"
  printf -- '-- +goose Down\nDROP TABLE t_%s;\n' "${name%.sql}" >>"$1"
}

# user_repository DIRECTORY: made, entered, one clean commit in it.
user_repository() {
  git init -q "$1"
  cd "$1"
  migration migrations/001_ants.sql
  migration migrations/002_bees.sql
  migration migrations/003_crabs.sql
  list 001_ants.sql 002_bees.sql 003_crabs.sql >store_test.go
  git add .
  git commit -qm start
}

# back: the repository as after user_repository.
back() {
  git reset -q --hard "${1:-start}"
  git clean -qfd
}

# refused WHAT RULE: the last `run` was a commit that the hook stopped.
refused() {
  exits "$1" 1
  holds "$1" "$output" "[$2]"
  same "$1: nothing was committed" "$2" "$(
    [ "$(git rev-parse HEAD)" = "$before" ] && echo "$2")"
}

commit() {
  before=$(git rev-parse HEAD)
  run git commit -m change "$@"
}

scenarios() {
  user_repository "$work/user repo"
  git tag start
  hook_in .
  git rev-parse -q --verify setup >/dev/null || git tag setup

  migration migrations/004_dogs.sql
  list 001_ants.sql 002_bees.sql 003_crabs.sql 004_dogs.sql >store_test.go
  git add .
  commit
  exits "a clean commit" 0

  back setup
  migration migrations/003_cows.sql
  git add .
  commit
  refused "a version taken twice" duplicate-version

  back setup
  migration migrations/004_dogs.sql
  git add .
  commit
  refused "a migration that the list lacks" list-missing-migration

  back setup
  git rm -q migrations/002_bees.sql
  commit
  refused "a deletion and nothing else" list-stale-entry

  back setup
  list 001_ants.sql 003_crabs.sql >store_test.go
  commit -a
  refused "commit -a" list-missing-migration

  back setup
  list 001_ants.sql 003_crabs.sql >store_test.go
  commit store_test.go
  refused "commit FILE" list-missing-migration

  back setup
  migration migrations/004_dogs.sql
  list 001_ants.sql 002_bees.sql 003_crabs.sql 004_dogs.sql >store_test.go
  git add .
  commit store_test.go
  refused "commit FILE while another file is staged" list-stale-entry

  back setup
  migration migrations/004_dogs.sql
  list 001_ants.sql 002_bees.sql 003_crabs.sql 004_dogs.sql >store_test.go
  git add store_test.go
  commit
  refused "a forgotten git add" list-stale-entry

  back setup
  list 001_ants.sql 003_crabs.sql >store_test.go
  git add store_test.go
  list 001_ants.sql 002_bees.sql 003_crabs.sql >store_test.go
  commit
  refused "mended but not staged" list-missing-migration

  back setup
  migration migrations/004_dogs.sql
  git add -N migrations/004_dogs.sql
  echo "# notes" >README.md
  git add README.md
  commit README.md
  exits "a file that is to be added later" 0

  back setup
  git mv migrations/003_crabs.sql migrations/003_crayfish.sql
  commit
  refused "a rename" list-stale-entry

  back setup
  migration migrations/003_cows.sql
  echo "# notes" >README.md
  git add README.md
  commit
  exits "a file that git does not know yet" 0

  back setup
  git worktree add -q "$work/linked tree" -b linked setup
  (
    cd "$work/linked tree"
    migration migrations/003_cows.sql
    git add .
    commit
    refused "a linked work tree" duplicate-version
    git rm -qf migrations/003_cows.sql
    echo "# notes" >README.md
    git add README.md
    commit
    exits "a clean commit in a linked work tree" 0
    [ "$failures" = 0 ]
  ) || fail "in the linked work tree"
  git worktree remove --force "$work/linked tree"
}

# two_at_once: commits in two work trees of one repository.
two_at_once() {
  back setup
  for tree in one two; do
    git worktree add -q "$work/tree $tree" -b "tree-$tree" setup
    (
      cd "$work/tree $tree"
      migration migrations/004_dogs.sql
      list 001_ants.sql 002_bees.sql 003_crabs.sql 004_dogs.sql >store_test.go
      git add .
    )
  done
  (cd "$work/tree one" && git commit -qm one) >"$work/one.log" 2>&1 &
  one=$!
  (cd "$work/tree two" && git commit -qm two) >"$work/two.log" 2>&1 &
  two=$!
  wait "$one" || fail "the first of two commits at once" "$(cat "$work/one.log")"
  wait "$two" || fail "the second of two commits at once" "$(cat "$work/two.log")"
}

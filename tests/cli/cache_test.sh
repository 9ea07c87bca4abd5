#!/bin/sh
# A check that remembers silent files says what one says that reads them all,
# whatever git and others do to the files in between.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need git
unset CI

git config --global user.name test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cache="$HOME/.cache/migcheck"

list='var all = []string{"001_a.sql", "002_b.sql", "003_gone.sql"}'
# As long as the list.
quiet='var all = []string{"nothing", "to be seen", "anywhere here"}'

# Files have no stamp until they are three seconds old.
settle() {
  sleep 3.1
}

# agree WHAT: with the cache more than once, so that the next one may use what
# the one before wrote; the first one of all writes little.
agree() {
  run "$MIGCHECK_BIN" check --format json --no-cache
  plain="$status $output"
  for round in first second third; do
    run "$MIGCHECK_BIN" check --format json
    same "$1, $round" "$plain" "$status $output"
  done
}

# finds WHAT FILE: besides agreeing, there is a finding in the file.
finds() {
  agree "$1"
  holds "$1" "$output" "\"$2\""
}

mkdir -p "$work/project/migrations" "$work/project/src/deep"
cd "$work/project"
git init -q
echo 'SELECT 1;' >migrations/001_a.sql
echo 'SELECT 2;' >migrations/002_b.sql
for i in $(seq 100); do
  echo "package src // $i" >"src/f$i.go"
  echo "int64_t x = 001_000; // $i" >"src/deep/g$i.c"
done
printf '%s\n' "$list" >src/list.go
printf '%s\n' "$quiet" >src/quiet.go
git add .
git commit -qm one

same "as long as each other" "${#list}" "${#quiet}"
agree "files of this moment"
same "the first check leaves its mark" 1 "$(find "$cache" -type f | wc -l |
  tr -d ' ')"
same "and nothing of this moment" 72 "$(wc -c <"$(echo "$cache"/*)" |
  tr -d ' ')"
settle
finds "older files" src/list.go
same "files in the cache" 1 "$(find "$cache" -type f | wc -l | tr -d ' ')"
same "its header" "migcheck silent files 1" "$(head -c 23 "$cache"/*)"
written=$(ls -l --full-time "$cache")
agree "again"
same "nothing is written where little is new" "$written" \
  "$(ls -l --full-time "$cache")"

# Contents.
printf '%s\n' "$list" >src/quiet.go
finds "an edit of the same size" src/quiet.go
settle
printf '%s\n' "$quiet" >src/quiet.go
touch -d '2001-01-01' src/quiet.go
agree "an edit, its time set back"
settle
agree "the same later"
printf '%s\n' "$list" >src/quiet.go
touch -d '2001-01-01' src/quiet.go
finds "another edit, its time set back to the same" src/quiet.go
settle
finds "the same later" src/quiet.go
git checkout -q src/quiet.go
find src -name '*.go' -exec touch {} +
agree "touched files"

# Names.
printf '%s\n' "$list" >src/f1.go.new
settle
mv src/f1.go src/f1.go.old
mv src/f1.go.new src/f1.go
finds "another file moved into its place" src/f1.go
mv src/f1.go.old src/f1.go
agree "and back"
mkdir other
cp -r src/deep other/deep
printf '%s\n' "$list" >other/deep/g1.c
settle
agree "a directory that git does not know"
mv src/deep deep.old
mv other/deep src/deep
finds "a directory moved into its place" src/deep/g1.c
mv src/deep other/deep
mv deep.old src/deep
agree "and back"
rm -r other
git mv src/f2.go src/renamed.go
agree "a rename"

# What is no file.
rm src/f3.go
ln -s list.go src/f3.go
agree "a link in place of a file"
rm src/f3.go
mkdir src/f3.go
agree "a directory in place of a file"
mv src/deep elsewhere
ln -s ../elsewhere src/deep
agree "a link in place of a directory, to the same files"
rm src/deep
echo text >src/deep
agree "a file in place of a directory"
rm src/deep
agree "nothing in place of a directory"
mv elsewhere src/deep
rm src/f4.go
mkfifo src/f4.go
agree "a pipe in place of a file"
rm -r src/f3.go src/f4.go
git reset -q --hard
agree "all as it was"
if [ "$(id -u)" != 0 ]; then
  chmod 000 src/f5.go
  agree "a file that may not be read"
  chmod 644 src/f5.go
  chmod 000 src/deep
  agree "a directory that may not be read"
  chmod 755 src/deep
fi

# Migrations.
git checkout -qb other
echo 'SELECT 3;' >migrations/003_gone.sql
printf '%s\n' 'load("003_gone", "002_b", "001_a", "000_x.sql")' >src/f6.go
git add .
git commit -qm two
settle
agree "another branch"
git checkout -q main
agree "back on the first one"
git checkout -q other
agree "and on the other one"
settle
agree "and later"
git checkout -q main
for i in $(seq 200 219); do
  echo "CREATE TABLE t$i (id bigint);" >"migrations/${i}_t.sql"
done
settle
agree "plain migrations"
same "a file of their own" "migcheck records 1" \
  "$(head -c 18 "$cache"/*-sql)"
written=$(ls -l --full-time "$cache")
agree "plain migrations again"
same "no migration is written again" "$written" "$(ls -l --full-time "$cache")"
echo 'SELECT 4;' >migrations/001_a.sql
settle
run "$MIGCHECK_BIN" check --format json --base main --no-cache
plain="$status $output"
holds "an edit since the base" "$plain" edited-since-base
for round in first second third; do
  run "$MIGCHECK_BIN" check --format json --base main
  same "with a base, $round" "$plain" "$status $output"
done
git checkout -q migrations/001_a.sql

# At the merge base other migrations are known, and other numbers count.
git checkout -qb adds
for i in $(seq 300); do
  echo "package src // version $((i + 1000))" >"src/version_$i.go"
done
git add src
git commit -qm versions
echo 'SELECT 5;' >migrations/300_added.sql
git add migrations/300_added.sql
git commit -qm added
settle
run "$MIGCHECK_BIN" check --format json --base HEAD~1 --no-cache
plain="$status $output"
run "$MIGCHECK_BIN" check --format json
run "$MIGCHECK_BIN" check --format json
written=$(ls -l --full-time "$cache")
for round in first second third; do
  run "$MIGCHECK_BIN" check --format json --base HEAD~1
  same "with a base that lacks a migration, $round" "$plain" "$status $output"
done
if [ "$written" = "$(ls -l --full-time "$cache")" ]; then
  fail "what is silent there is kept: the cache is as it was"
fi
written=$(ls -l --full-time "$cache")
run "$MIGCHECK_BIN" check --format json --base HEAD~1
same "and found again" "$written" "$(ls -l --full-time "$cache")"
git checkout -q main
git branch -qD adds
echo "CREATE TABLE t'07 (id bigint);" >migrations/207_t.sql
finds "an edit of the same size" migrations/207_t.sql
settle
touch -d '2001-01-01' migrations/207_t.sql
finds "its time set back" migrations/207_t.sql
mv migrations/208_t.sql elsewhere
cp migrations/207_t.sql migrations/208_t.sql
settle
finds "another migration in its place" migrations/208_t.sql
mv elsewhere migrations/208_t.sql
agree "and back"
echo 'CREATE TABLE t207 (id bigint);' >migrations/207_t.sql
"$MIGCHECK_BIN" lock >"$work/out"
settle
agree "with a lockfile"
echo 'CREATE TABLE other (id bigint);' >migrations/209_t.sql
settle
finds "an edit against the lockfile" migrations/209_t.sql
rm migrations/migrations.lock migrations/2*.sql

# Git.
git update-index --index-version 4
agree "an index of version 4"
git update-index --split-index
printf '%s\n' "$list" >src/f7.go
git add src/f7.go
finds "a split index" src/f7.go
git update-index --no-split-index
git reset -q --hard
git config core.checkStat minimal
git config core.trustctime false
printf '%s\n' "$list" >src/quiet.go
git add src/quiet.go
finds "little in the index" src/quiet.go
git config --unset core.checkStat
git config --unset core.trustctime
git reset -q --hard
git update-index --skip-worktree src/list.go
agree "a file that is not checked out"
git update-index --no-skip-worktree src/list.go
printf '%s\n' "$list" >src/untracked.go
agree "a file that git does not know"
rm src/untracked.go
git worktree add -q "$work/tree" other
(cd "$work/tree" && "$MIGCHECK_BIN" check --format json >"$work/out" 2>&1) || :
(cd "$work/tree" && "$MIGCHECK_BIN" check --no-cache --format json \
  >"$work/plain" 2>&1) || :
same "a worktree" "$(cat "$work/plain")" "$(cat "$work/out")"
git config filter.swap.clean cat
git config filter.swap.smudge cat
echo 'src/quiet.go filter=swap' >.gitattributes
agree "a filter"
git config filter.swap.smudge "sed 's/nothing/001_a.sql/; s/to be seen/002_b.sql/'"
rm src/quiet.go
git checkout -q src/quiet.go
settle
agree "a filter that makes other contents of the same object"
rm .gitattributes
git reset -q --hard

# The cache.
settle
agree "before the damage"
for file in "$cache"/*; do
  head -c 100 "$file" >"$work/part"
  cat "$work/part" >"$file"
done
agree "half a cache"
for file in "$cache"/*; do
  head -c 3000 /dev/urandom >"$file"
done
agree "no cache at all, but bytes"
chmod 666 "$cache"/*
agree "a cache that others may write to"
rm -r "$cache"
echo text >"$cache"
agree "a file in place of the directory"
rm "$cache"
mv "$HOME/.cache" "$HOME/.elsewhere"
echo text >"$HOME/.cache"
agree "a file in place of its parent"
rm "$HOME/.cache"

# Who does not want it.
for name in CI MIGCHECK_NO_CACHE; do
  env "$name=1" "$MIGCHECK_BIN" check >/dev/null 2>&1 || :
  [ ! -e "$HOME/.cache" ] || fail "$name: a cache was written"
done
env -u HOME "$MIGCHECK_BIN" check >/dev/null 2>&1 || :
[ ! -e "$HOME/.cache" ] || fail "no HOME: a cache was written"
env XDG_CACHE_HOME="$work/xdg" "$MIGCHECK_BIN" check >/dev/null 2>&1 || :
[ -d "$work/xdg/migcheck" ] || fail "XDG_CACHE_HOME: no cache was written"

# Two at once.
"$MIGCHECK_BIN" check --format json >"$work/one" 2>&1 &
"$MIGCHECK_BIN" check --format json >"$work/two" 2>&1 || :
wait $! || :
same "two checks at once" "$(cat "$work/one")" "$(cat "$work/two")"
agree "after them"

finish

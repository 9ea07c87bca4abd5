#!/bin/sh
# Every story of fixtures/ in every format: `migcheck check` on a copy of
# input/ must print, byte for byte, what expected/ holds. A story may have
# args, one argument per line. UPDATE_GOLDENS=1 rewrites expected/.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need diff python3

# only_hit FILE: a SARIF report without the rules that found nothing, so that
# a new rule or another word on a page changes no golden.
only_hit() {
  python3 - "$1" <<'EOF'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    log = json.load(file)
for run in log["runs"]:
    hit = {result["ruleId"] for result in run["results"]}
    driver = run["tool"]["driver"]
    driver["rules"] = [rule for rule in driver["rules"] if rule["id"] in hit]
    for rule in driver["rules"]:
        rule["help"] = {key: "its page" for key in rule["help"]}
    for result in run["results"]:
        result.pop("ruleIndex", None)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(log, file, ensure_ascii=False, indent=2)
    file.write("\n")
EOF
}

# golden FILE: compares what `run` saw, or what stands in $work/made.
golden() {
  checks=$((checks + 1))
  case $1 in
    *.sarif) only_hit "$work/made" ;;
  esac
  if [ -n "${UPDATE_GOLDENS:-}" ]; then
    cp "$work/made" "$expected/$1"
  elif ! difference=$(diff -u "$expected/$1" "$work/made" 2>&1); then
    fail "$story: $1" "$difference"
  fi
}

# report FILE ARGUMENT...: standard output to a golden; nothing on the other
# stream, and the story's exit status.
report() {
  file=$1
  shift
  status=0
  "$MIGCHECK_BIN" "$@" >"$work/made" 2>"$work/errors" </dev/null || status=$?
  golden "$file"
  same "$story: $file: standard error" "" "$(cat "$work/errors")"
}

# check FILE ARGUMENT...
check() {
  file=$1
  shift
  if [ -f "$story/args" ]; then
    while IFS= read -r argument; do
      set -- "$@" "$argument"
    done <"$story/args"
  fi
  report "$file" check --today 2026-01-15 "$@"
  same "$story: $file: exit status" "$(cat "$expected/exit")" "$status"
}

stories=0
for story in "$SOURCE_DIR"/fixtures/*/; do
  story=${story%/}
  stories=$((stories + 1))
  expected=$story/expected
  copy="$work/copy/${story##*/}"
  mkdir -p "$expected" "$work/copy"
  cp -R "$story/input" "$copy"
  cd "$copy"
  if [ -n "${UPDATE_GOLDENS:-}" ]; then
    rm -f "$expected"/*
    status=0
    "$MIGCHECK_BIN" check --quiet --today 2026-01-15 >"$work/made" || status=$?
    echo "$status" >"$expected/exit"
  fi
  check check.txt
  check check.json --format json
  check check.sarif --format sarif
  check junit.xml --format junit
  check junit-extended.xml --format junit --junit-flavor extended
  check junit-ant.xml --format junit --junit-flavor ant
  check github.txt --format github
  check gitlab.json --format gitlab
  check markdown.md --format markdown
  report migrations.txt migrations
  report migrations.json migrations --format json
  report lists.txt lists
  report lists.json lists --format json

  # Several reports of one run are those of several runs.
  "$MIGCHECK_BIN" check --today 2026-01-15 --quiet "--format=json=$work/made" \
    "--format=sarif=$work/sarif" >/dev/null 2>&1 </dev/null || :
  UPDATE_GOLDENS='' golden check.json
  cp "$work/sarif" "$work/made"
  UPDATE_GOLDENS='' golden check.sarif

  # The tree is as it was.
  same "$story: nothing was written" "" "$(diff -r "$story/input" "$copy" 2>&1)"
done
same "there are stories" yes "$([ "$stories" -ge 7 ] && echo yes)"
finish

#!/bin/sh
# The completions and the manual page: their syntax, and what bash offers.
. "$(dirname -- "$0")/../shell/testing.sh"
need bash

for shell in bash zsh fish; do
  "$MIGCHECK_BIN" completions "$shell" >"$work/$shell"
  if command -v "$shell" >/dev/null 2>&1; then
    run "$shell" -n "$work/$shell"
    exits "$shell -n" 0
    same "$shell -n is silent" "" "$output"
  fi
done
if command -v shellcheck >/dev/null 2>&1; then
  run shellcheck -s bash "$work/bash"
  exits "shellcheck of the bash completions" 0
fi

cat >"$work/offer" <<'BASH'
# usage: offer SCRIPT WORD...: what is offered for the last word
source "$1"
shift
COMP_WORDS=(migcheck "$@")
COMP_CWORD=$#
_migcheck 2>/dev/null
echo "${COMPREPLY[*]}"
BASH

# offers EXPECTED WORD...
offers() {
  expected=$1
  shift
  run bash "$work/offer" "$work/bash" "$@"
  same "completion of: $*" "$expected" "$output"
}

mkdir "$work/tree" "$work/tree/sub"
: >"$work/tree/some.toml"
cd "$work/tree" || exit 1
offers "check migrations lists schema graph cat lock statements init explain rules completions man sub" ""
offers "lists lock" l
offers "text json sarif junit github gitlab markdown" --format ""
offers "json junit" check --format = j
offers "text json" lists --format =
offers "text json markdown" rules --format ""
offers "error" --fail-on e
offers "duplicate-version" check --select duplicate-v
offers "duplicate-version" explain duplicate-v
offers "bash" completions b
offers "--amend" lock --a
offers "--quiet" --qu
offers "--known" --kn
offers "--release-base" --rel
offers "--against" check --ag
offers "--write-known" check --w
offers "some.toml" --known so
offers "--no-base --no-cache --no-annotations" --no-
offers "sub" check s
offers "some.toml" --config so
offers "" --jobs ""
offers "" man x

"$MIGCHECK_BIN" man >"$work/migcheck.1"
if command -v mandoc >/dev/null 2>&1; then
  run mandoc -Tlint "$work/migcheck.1"
  exits "mandoc -Tlint" 0
  same "mandoc -Tlint is silent" "" "$output"
fi
if command -v man >/dev/null 2>&1 && command -v groff >/dev/null 2>&1; then
  same "man has no warnings" "" "$(
    MANWIDTH=80 man -l --warnings "$work/migcheck.1" 2>&1 >/dev/null
  )"
fi

finish

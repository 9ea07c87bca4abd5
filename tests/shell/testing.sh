# Sourced by tests/*/*_test.sh. A test script says what it needs, then runs
# checks; each failed check is printed with what it saw, and the script goes
# on. The last line of a script is `finish`.
#
# CTest gives: MIGCHECK_BIN, the program under test; SOURCE_DIR, the root of
# the project. `work` is an empty directory that is removed at the end.
# shellcheck shell=sh

: "${SOURCE_DIR:=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)}"
: "${MIGCHECK_BIN:=$SOURCE_DIR/build/dev/migcheck}"
export SOURCE_DIR MIGCHECK_BIN

checks=0
failures=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# A scratch repository must not see the caller's git, nor its CI.
for name in $(env | sed -nE \
  's/^((GIT_|GITHUB_|GITLAB_|CI_|BUILDKITE|CIRCLE|CHANGE_|PRE_COMMIT)[A-Z_]*)=.*/\1/p'); do
  unset "$name"
done
export HOME="$work/home" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
unset XDG_CACHE_HOME MIGCHECK_NO_CACHE
mkdir "$HOME"

# need TOOL...: skips the whole script when a tool is missing. With CI set it
# fails instead: tests/run installs all of them.
need() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null 2>&1 && continue
    echo "$tool is not installed"
    [ -z "${CI:-}" ] || exit 1
    exit 77
  done
}

fail() {
  failures=$((failures + 1))
  printf 'FAILED: %s\n' "$1"
  [ -z "${2:-}" ] || printf '%s\n' "$2" | sed 's/^/  | /'
}

# same WHAT EXPECTED SEEN
same() {
  checks=$((checks + 1))
  [ "$2" = "$3" ] || fail "$1" "expected: $2
     seen: $3"
}

# holds WHAT TEXT PART: PART is somewhere in TEXT.
holds() {
  checks=$((checks + 1))
  case $2 in
    *"$3"*) ;;
    *) fail "$1: no \"$3\" in" "$2" ;;
  esac
}

# lacks WHAT TEXT PART
lacks() {
  checks=$((checks + 1))
  case $2 in
    *"$3"*) fail "$1: \"$3\" is in" "$2" ;;
  esac
}

# run COMMAND...: sets `status` and `output`, both streams together.
run() {
  status=0
  output=$("$@" 2>&1 </dev/null) || status=$?
}

# exits WHAT STATUS: what the last `run` gave.
exits() {
  checks=$((checks + 1))
  [ "$status" = "$2" ] || fail "$1: exit $status, not $2" "$output"
}

finish() {
  echo "$checks checks, $failures failed"
  [ "$failures" = 0 ] || exit 1
}

#!/bin/sh
# hooks/migcheck finds, builds and keeps the right program. A program of three
# lines stands in for the real one; the real scripts and the real CMake build it.
# shellcheck disable=SC2016 # programs are written in single quotes
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need cmake g++

repository="$work/migcheck repository"
mkdir -p "$repository/hooks" "$repository/checker" "$repository/cmake" \
  "$repository/rules"
cp "$SOURCE_DIR"/hooks/* "$repository/hooks"
cat >"$repository/CMakeLists.txt" <<'EOF'
cmake_minimum_required(VERSION 3.25)
project(migcheck VERSION 9.8.7 LANGUAGES CXX)
add_executable(migcheck checker/main.cpp)
EOF
cat >"$repository/CMakePresets.json" <<'EOF'
{ "version": 6,
  "configurePresets": [ { "name": "release",
    "binaryDir": "${sourceDir}/build/release" } ] }
EOF
program() {
  cat >"$repository/checker/main.cpp" <<EOF
#include <cstdio>
int main(int count, char** words) {
  std::printf("built $1");
  for (int i = 1; i < count; ++i) std::printf(" [%s]", words[i]);
  std::printf("\n");
  return 7;
}
EOF
}
script() {
  mkdir -p "$(dirname "$1")"
  printf '#!/bin/sh\n%s\n' "$2" >"$1"
  chmod +x "$1"
}
wrapper="$repository/hooks/migcheck"
builds() { find "$repository/build/hook" -name 'migcheck-*' | wc -l; }
unset MIGCHECK_BIN
# All packages are there, whatever this machine has.
script "$work/all/dpkg-query" 'echo "install ok installed"'
plain_path=$work/all:$PATH
PATH=$plain_path

run env MIGCHECK_BIN=/bin/echo "$wrapper" check "a b"
exits "MIGCHECK_BIN" 0
same "MIGCHECK_BIN" "check a b" "$output"

script "$work/same/migcheck" \
  '[ "$*" != --version ] || { echo "migcheck 9.8.7"; echo "commit abc"; exit; }
   echo "from PATH: $*"; exit 1'
PATH=$work/same:$plain_path
run "$wrapper" check
exits "same version on PATH" 1
same "same version on PATH" "from PATH: check" "$output"

program one
script "$work/other/migcheck" 'echo "migcheck 9.8.70"'
# The wrapper itself on PATH, by its folder and by a link, is no answer either.
mkdir "$work/link"
ln -s "$wrapper" "$work/link/migcheck"
PATH=$work/other:$repository/hooks:$work/link:$plain_path
run "$wrapper" check "x  y"
exits "first build" 7
holds "first build says so" "$output" "building 9.8.7, once"
holds "first build runs" "$output" "built one [check] [x  y]"
run "$wrapper"
exits "second run" 7
same "second run is silent" "built one" "$output"
same "only the program is left" "lock migcheck-" "$(
  cd "$repository/build/hook" && printf '%s\n' * | sed 's/migcheck-.*/migcheck-/' |
    tr '\n' ' ' | sed 's/ $//')"

program two
run "$wrapper"
holds "an edit builds anew" "$output" "built two"
same "one build per revision" 2 "$(builds)"

program three
"$wrapper" >"$work/a" 2>&1 & first=$!
"$wrapper" >"$work/b" 2>&1 & second=$!
wait "$first" || :
wait "$second" || :
same "two at once: one build" 1 "$(cat "$work/a" "$work/b" | grep -c building)"
same "two at once: both run" 2 "$(cat "$work/a" "$work/b" | grep -c 'built three')"

program '" nonsense'
run "$wrapper"
exits "broken build" 2
holds "broken build shows the log" "$output" "main.cpp"
holds "broken build says so" "$output" "the build failed"
same "no half program" 3 "$(builds)"

# Missing packages: what is done about them depends on who asks.
program four
script "$work/missing/dpkg-query" \
  'case $* in *nettle-dev*|*libfmt-dev*) exit 1;; esac; echo "install ok installed"'
script "$work/missing/apt-get" 'echo "apt-get $*" >>"$WORK/log"; exit "${APT_STATUS:-0}"'
script "$work/missing/sudo" \
  '[ -z "${NO_SUDO:-}" ] || exit 1; [ "$1" != -n ] || shift; echo "sudo $1" >>"$WORK/log"; exec "$@"'
script "$work/missing/id" 'echo "${FAKE_ID:-0}"'
WORK=$work
export WORK
PATH=$work/missing:$plain_path
line="sudo apt-get install --no-install-recommends libfmt-dev nettle-dev"
run env PRE_COMMIT=1 "$wrapper"
exits "under pre-commit" 2
holds "under pre-commit" "$output" "$line"
run env FAKE_ID=1000 NO_SUDO=1 "$wrapper"
exits "no sudo" 2
holds "no sudo" "$output" "$line"
same "nothing was installed" "" "$(cat "$work/log" 2>/dev/null)"
run env APT_STATUS=100 "$wrapper"
exits "apt fails" 2
holds "apt fails" "$output" "could not be installed"
rm "$work/log"
run "$wrapper"
holds "root installs and builds" "$output" "built four"
holds "root installs" "$(cat "$work/log")" \
  "install --no-install-recommends libfmt-dev nettle-dev"
lacks "root needs no sudo" "$(cat "$work/log")" "sudo"
rm "$work/log"
program five
run env FAKE_ID=1000 "$wrapper"
holds "sudo installs and builds" "$output" "built five"
holds "sudo installs" "$(cat "$work/log")" "sudo env"

# A checkout that cannot be written to keeps its build elsewhere.
rm -rf "$repository/build"
: >"$repository/build"
PATH=$plain_path
run env "XDG_CACHE_HOME=$work/cache" "$wrapper"
holds "a read-only checkout" "$output" "built five"
same "a read-only checkout" 1 "$(find "$work/cache/migcheck" -name 'migcheck-*' | wc -l)"
finish

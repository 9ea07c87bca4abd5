#!/usr/bin/env bash
# The action's first step: finds, builds or downloads the program, and says
# where it is in the output `program`. What other tools print is kept from the
# runner, which would act on lines that look like commands.
set -euo pipefail
here=$(cd -- "$(dirname -- "$0")/.." && pwd)

refuse() {
  echo "::error title=migcheck::$1"
  exit 2
}

# raw COMMAND...: its output is shown and means nothing to the runner.
raw() {
  local token status=0
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$token"
  "$@" 2>&1 || status=$?
  # A last line without an end would swallow the token.
  echo
  echo "::$token::"
  return "$status"
}

# The releases whose archives are known here: "VERSION SHA256" per line.
known_sum() {
  sed -n "s/^$1 \([0-9a-f]\{64\}\)\$/\1/p" "$here/.github/SHA256SUMS" 2>/dev/null
}

download() {
  local version=$1 sum=$2 architecture archive directory url
  case $(uname -s)-$(uname -m) in
    Linux-x86_64) architecture=linux-x86_64 ;;
    Linux-aarch64) architecture=linux-aarch64 ;;
    *) refuse "there is no release for $(uname -s) $(uname -m); use version: source" ;;
  esac
  : "${sum:=$(known_sum "$version")}"
  [[ $sum =~ ^[0-9a-f]{64}$ ]] ||
    refuse "version $version needs the input sha256, 64 lower-case hex digits"
  [[ -n ${GITHUB_ACTION_REPOSITORY:-} ]] ||
    refuse "a local action has no releases; use version: source"
  archive=migcheck-$version-$architecture.tar.gz
  url=$GITHUB_SERVER_URL/$GITHUB_ACTION_REPOSITORY/releases/download/v$version/$archive
  directory=$(mktemp -d "$RUNNER_TEMP/migcheck.XXXXXX")
  raw curl --fail --silent --show-error --location --proto '=https' \
    --max-time 120 --retry 3 --output "$directory/$archive" "$url" ||
    refuse "cannot download $archive"
  echo "$sum  $directory/$archive" | sha256sum --check --status ||
    refuse "$archive is not the file that sha256 describes"
  tar -xzf "$directory/$archive" -C "$directory" --strip-components=1
  program=$directory/bin/migcheck
}

case $INPUT_VERSION in
  source)
    unset MIGCHECK_BIN
    raw "$here/hooks/migcheck" --version || refuse "migcheck could not be built"
    program=$here/hooks/migcheck
    ;;
  path)
    program=$(command -v migcheck) || refuse "version: path, but no migcheck is on PATH"
    ;;
  *)
    [[ $INPUT_VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] ||
      refuse "version is source, path or X.Y.Z"
    download "$INPUT_VERSION" "$INPUT_SHA256"
    ;;
esac
[[ -x $program ]] || refuse "the program is missing"
echo "program=$program" >>"$GITHUB_OUTPUT"

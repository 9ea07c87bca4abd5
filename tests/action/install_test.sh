#!/bin/sh
# .github/install.sh: where the program comes from, without a network.
# shellcheck disable=SC2016 # programs are written in single quotes
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need bash sha256sum tar

# A copy of the action, whose own program is a stand-in.
action="$work/action path"
mkdir -p "$action" "$work/bin" "$work/temp"
cp -R "$SOURCE_DIR/.github" "$SOURCE_DIR/hooks" "$action"
script() {
  printf '#!/bin/sh\n%s\n' "$2" >"$1"
  chmod +x "$1"
}

# install VERSION SHA256
install() {
  : >"$work/outputs"
  run env "PATH=$work/bin:$PATH" "INPUT_VERSION=$1" "INPUT_SHA256=${2:-}" \
    "RUNNER_TEMP=$work/temp" "GITHUB_OUTPUT=$work/outputs" \
    GITHUB_SERVER_URL=https://example.org \
    GITHUB_ACTION_REPOSITORY=owner/migcheck "$action/.github/install.sh"
  program=$(sed -n 's/^program=//p' "$work/outputs")
}

script "$action/hooks/migcheck" 'echo "::add-mask::e"; echo "migcheck 0.1.0"'
install source
exits "source" 0
same "source" "$action/hooks/migcheck" "$program"
token=$(echo "$output" | sed -n 's/^::stop-commands:://p')
same "the token is long" 32 "${#token}"
same "raw output lies between the marks" "::stop-commands::$token
::add-mask::e
migcheck 0.1.0

::$token::" "$output"
script "$action/hooks/migcheck" 'echo broken; exit 2'
install source
exits "source that does not build" 2
holds "source that does not build" "$output" "::error title=migcheck::migcheck could not be built"
same "source that does not build" "" "$program"

script "$work/bin/migcheck" 'echo installed'
install path
exits "path" 0
same "path" "$work/bin/migcheck" "$program"
rm "$work/bin/migcheck"

mkdir -p "$work/release/migcheck-9.8.7/bin"
script "$work/release/migcheck-9.8.7/bin/migcheck" 'echo "migcheck 9.8.7"'
tar -C "$work/release" -czf "$work/archive.tar.gz" migcheck-9.8.7
sum=$(sha256sum "$work/archive.tar.gz" | cut -d ' ' -f 1)
script "$work/bin/curl" 'for word; do
  case $previous in --output) cp "$ARCHIVE" "$word" ;; esac
  previous=$word
done
echo "asked for $word"'
ARCHIVE="$work/archive.tar.gz"
export ARCHIVE
install 9.8.7 "$sum"
exits "a release" 0
holds "a release" "$output" "asked for https://example.org/owner/migcheck/releases/download/v9.8.7/migcheck-9.8.7-linux-"
same "the release runs" "migcheck 9.8.7" "$("$program")"
install 9.8.7
exits "a release that nobody knows" 2
holds "a release that nobody knows" "$output" "needs the input sha256"
echo "9.8.7 $sum" >"$action/.github/SHA256SUMS"
install 9.8.7
exits "a release that the action knows" 0
echo "not the release" >"$work/archive.tar.gz"
install 9.8.7 "$sum"
exits "another file" 2
same "another file is not unpacked" "" "$program"
install 9.8.7 "$(printf '%s\n' "$sum" | tr '[:lower:]' '[:upper:]')"
exits "a sum in upper case" 2
script "$work/bin/curl" 'echo "::set-output name=program::/bin/sh"; exit 22'
install 9.8.7 "$sum"
exits "no such release" 2
for version in '' v1 1.2 '1.2.3;id' '$(id)' '../../etc' 9.8.7/..; do
  install "$version" "$sum"
  exits "version \"$version\"" 2
  holds "version \"$version\"" "$output" "source, path or X.Y.Z"
done
finish

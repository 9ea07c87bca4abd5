#!/bin/sh
# Every format over the samples of the unit tests and over the stories passes
# its consumers' validators, and a damaged report does not.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need jsonschema node sarif-multitool-linux xmllint
validators=$SOURCE_DIR/tests/validators
program=$(dirname -- "$MIGCHECK_BIN")/tests/test_report
need "$program"

mkdir "$work/reports"
MIGCHECK_REPORTS=$work/reports run "$program" --gtest_filter='*ForValidators'
exits "the samples are written" 0
run "$validators/run.sh" "$work/reports"
exits "the samples" 0
holds "the samples" "$output" " validations"
lacks "the samples" "$output" "NOT VALIDATED"

for story in "$SOURCE_DIR"/fixtures/*/expected; do
  [ -d "$story" ] || continue
  run "$validators/run.sh" "$story"
  exits "$story" 0
done

# damaged FILE SCRIPT: the sample, changed by sed, is refused.
damaged() {
  rm -rf "$work/damaged"
  mkdir "$work/damaged"
  sed "$2" "$work/reports/$1" >"$work/damaged/$1"
  checks=$((checks + 1))
  cmp -s "$work/reports/$1" "$work/damaged/$1" && fail "$1: $2 changes nothing"
  run "$validators/run.sh" "$work/damaged"
  exits "$1 after $2" 1
}

damaged ordinary.sarif '1s/{/[/'
damaged ordinary.sarif 's/"version": "2.1.0"/"version": "2.1"/'
damaged ordinary.sarif 's/"uri": "test/"uri": "a b/'
damaged ordinary.sarif '/"startLine"/d'
damaged ordinary.junit.xml 's/ classname=/ class=/'
damaged ordinary.junit.xml 's,</testsuites>,,'
damaged ordinary.junit.extended.xml 's/ line="1"/ line="0"/'
damaged ordinary.junit.ant.xml 's/timestamp="[^"]*"/timestamp="today"/'
damaged ordinary.gitlab.json 's,"path": ","path": "./,'
damaged ordinary.gitlab.json 's/"major"/"bad"/'
damaged ordinary.json 's/"errors"/"mistakes"/'
damaged ordinary.json 's/"start_line": 3/"start_line": 0/'
damaged inventory.lists.json 's/"complete"/"whole"/'
damaged inventory.statements.json 's/"up"/"upwards"/'
damaged inventory.migrations.json 's/"goose"/"duck"/'
finish

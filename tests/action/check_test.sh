#!/bin/sh
# .github/check.sh with the program itself, under the environment that a runner
# gives for each event. What is found came with the last commit, whatever an
# event takes for the base.
# shellcheck disable=SC2016 # what must not be expanded
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need bash git

workspace="$work/work space"
mkdir -p "$workspace" "$work/temp"
cp -R "$SOURCE_DIR/fixtures/all-in-step/input" "$workspace/clean"
cp -R "$SOURCE_DIR/fixtures/missing-022/input" "$workspace/drift"

commit() {
  git -C "$workspace" add .
  git -C "$workspace" -c user.name=a -c user.email=a@b commit -qm "$1"
  git -C "$workspace" rev-parse HEAD
}
git init -q "$workspace"
mv "$workspace/drift/test" "$work/lists"
base=$(commit base)
mv "$work/lists" "$workspace/drift/test"
head=$(commit one)
git -C "$workspace" update-ref refs/remotes/origin/main "$base"

# check NAME=VALUE...: the action's second step, with those inputs.
check() {
  : >"$work/outputs"
  : >"$work/summary"
  run env "PROGRAM=$MIGCHECK_BIN" INPUT_WORKING_DIRECTORY=drift INPUT_CONFIG= \
    INPUT_BASE= INPUT_RELEASE_BASE= INPUT_AGAINST= INPUT_KNOWN= \
    INPUT_FAIL_ON=error INPUT_SARIF_FILE= INPUT_JUNIT_FILE= \
    INPUT_ANNOTATIONS=true INPUT_SUMMARY=true CI=true GITHUB_ACTIONS=true \
    "GITHUB_WORKSPACE=$workspace" "RUNNER_TEMP=$work/temp" \
    "GITHUB_OUTPUT=$work/outputs" "GITHUB_STEP_SUMMARY=$work/summary" "$@" \
    "$SOURCE_DIR/.github/check.sh"
  outputs=$(tr '\n' ' ' <"$work/outputs")
  summary=$(cat "$work/summary")
}

check INPUT_WORKING_DIRECTORY=clean
exits "clean" 0
same "clean: outputs" "exit-code=0 findings=0 " "$outputs"
lacks "clean: no annotation" "$output" "::error"

check
exits "drift" 1
same "drift: outputs" "exit-code=1 findings=3 " "$outputs"
holds "drift: text" "$output" "[list-missing-migration]"
holds "drift: annotation" "$output" "::error file="
holds "drift: annotation from the workspace" "$output" \
  "file=drift/test/infrastructure/migrations.go,line="
holds "drift: summary" "$summary" "list-missing-migration"
first=$outputs$summary

# The same under each event.
mkdir "$work/events"
event() {
  printf '%s\n' "$3" >"$work/events/$1"
  case $2 in
    pull_request) target=main ;;
    *) target= ;;
  esac
  check GITHUB_EVENT_NAME="$2" GITHUB_EVENT_PATH="$work/events/$1" \
    GITHUB_BASE_REF=$target GITHUB_REPOSITORY=owner/name "GITHUB_SHA=$head" \
    GITHUB_REF=refs/heads/main
  exits "event $1" 1
  same "event $1" "$first" "$outputs$summary"
}
event pull-request pull_request \
  '{"pull_request":{"head":{"sha":"1","repo":{"full_name":"owner/name"}}}}'
event fork pull_request \
  '{"pull_request":{"head":{"sha":"1","repo":{"full_name":"else/name"}}}}'
event merge-queue merge_group '{"merge_group":{"base_sha":"'"$base"'"}}'
event push push '{"before":"1","after":"2"}'
event new-branch push \
  '{"before":"0000000000000000000000000000000000000000","after":"2"}'
event shallow push '{}'
event push-to-main push \
  '{"before":"'"$base"'","repository":{"default_branch":"main"}}'
# Like the head, and another one whatever it begins with.
case $head in
  1*) lost=2${head#?} ;;
  *) lost=1${head#?} ;;
esac
event forced push \
  '{"before":"'"$lost"'","repository":{"default_branch":"main"}}'
holds "event forced" "$output" "compared with no base: $lost"

# What a push to the default branch edited, and one to another branch.
migration=$(find "$workspace/clean/migrations" -name '*.sql' | sort | sed -n 1p)
echo 'SELECT 1;' >>"$migration"
commit two >/dev/null
edited() {
  check INPUT_WORKING_DIRECTORY=clean GITHUB_EVENT_NAME=push \
    "GITHUB_EVENT_PATH=$work/events/push-to-main" "GITHUB_REF=refs/heads/$1"
}
edited main
exits "an edit pushed to main" 1
holds "an edit pushed to main" "$output" "[edited-since-base]"
edited topic
exits "an edit pushed to a topic" 0
git -C "$workspace" reset -q --hard HEAD~1

# A base that was not fetched.
check GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=next "GITHUB_SHA=1$head"
exits "no base" 2
holds "no base" "$output" 'add `fetch-depth: 0` to the `with:`'
same "no base: outputs" "exit-code=2 findings=3 " "$outputs"
check GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=next INPUT_BASE=none
exits "no base is wanted" 1
check INPUT_BASE=origin/main
exits "another base" 1
check INPUT_BASE=origin/nowhere
exits "another base that is not there" 2

# What else a branch is held against, and what is accepted for now.
git -C "$workspace" tag v1.0.0 "$base"
echo 'SELECT 1;' >>"$migration"
check INPUT_WORKING_DIRECTORY=clean INPUT_RELEASE_BASE=latest
exits "an edit since a release" 1
holds "an edit since a release" "$output" '"v1.0.0"'
git -C "$workspace" checkout -q -- clean
check INPUT_WORKING_DIRECTORY=clean INPUT_RELEASE_BASE=v2.0.0
exits "no such release" 2
check INPUT_WORKING_DIRECTORY=clean "INPUT_AGAINST=origin/*"
exits "other branches" 0
check INPUT_WORKING_DIRECTORY=clean "INPUT_AGAINST=elsewhere/*"
exits "no other branch matches" 2
(cd "$workspace/drift" && "$MIGCHECK_BIN" check . --quiet --write-known \
  --known=known.toml --reason=later >/dev/null 2>&1) || :
check INPUT_KNOWN=known.toml
exits "what is accepted for now" 0
same "what is accepted for now" "exit-code=0 findings=0 " "$outputs"

check INPUT_ANNOTATIONS=false
exits "no annotations" 1
lacks "no annotations" "$output" "::error"
holds "no annotations: summary" "$summary" "list-missing-migration"
check INPUT_SUMMARY=false
holds "no summary: annotations" "$output" "::error file="
same "no summary" "" "$summary"
check INPUT_ANNOTATIONS=false INPUT_SUMMARY=false
lacks "neither" "$output" "::error"
same "neither" "" "$summary"

check INPUT_SARIF_FILE=reports/a.sarif INPUT_JUNIT_FILE=reports/junit.xml
exits "files" 1
same "files: outputs" "exit-code=1 findings=3 sarif-file=reports/a.sarif " \
  "$outputs"
holds "files: SARIF" "$(cat "$workspace/reports/a.sarif")" '"version": "2.1.0"'
holds "files: JUnit" "$(cat "$workspace/reports/junit.xml")" "<testsuites"
check INPUT_FAIL_ON=never
exits "fail-on never" 0
same "fail-on never: outputs" "exit-code=0 findings=3 " "$outputs"

echo 'nonsense = 1' >"$workspace/broken.toml"
check INPUT_CONFIG=../broken.toml
exits "a broken configuration" 2
holds "a broken configuration" "$outputs" "exit-code=2"
check INPUT_FAIL_ON=sometimes
exits "an unknown level" 2
check INPUT_WORKING_DIRECTORY=nowhere
exits "no such directory" 2
holds "no such directory" "$outputs" "exit-code=2"
check INPUT_ANNOTATIONS=yes
exits "annotations is yes" 2
check "INPUT_SARIF_FILE=a
exit-code=0"
exits "an input with two lines" 2
same "an input with two lines" "exit-code=2 " "$outputs"
check 'INPUT_CONFIG=$(touch pwned)' 'INPUT_FAIL_ON=`touch pwned`'
exits "inputs are never run" 2
same "inputs are never run" "" "$(find "$work" -name pwned)"
finish

#!/usr/bin/env bash
# The action's second step: inputs, which come from the environment only, to
# arguments; the report to outputs. The step ends as the program ended.
set -euo pipefail

refuse() {
  echo "::error title=migcheck::$1"
  echo "exit-code=2" >>"$GITHUB_OUTPUT"
  exit 2
}

for name in WORKING_DIRECTORY CONFIG BASE RELEASE_BASE AGAINST KNOWN FAIL_ON \
  SARIF_FILE JUNIT_FILE ANNOTATIONS SUMMARY; do
  value=INPUT_$name
  # An output with a line end could set other outputs.
  [[ ${!value} != *[$'\n\r']* ]] ||
    refuse "an input has more than one line: ${name,,}"
done
for name in ANNOTATIONS SUMMARY; do
  value=INPUT_$name
  [[ ${!value} == true || ${!value} == false ]] ||
    refuse "${name,,} is true or false"
done
cd -- "$GITHUB_WORKSPACE/$INPUT_WORKING_DIRECTORY" ||
  refuse "there is no such working-directory"

scratch=$(mktemp -d "$RUNNER_TEMP/migcheck.XXXXXX")
arguments=(check . --format text "--format=json=$scratch/report.json")
[[ -z $INPUT_CONFIG ]] || arguments+=("--config=$INPUT_CONFIG")
case $INPUT_BASE in
  '') ;;
  none) arguments+=(--no-base) ;;
  *) arguments+=("--base=$INPUT_BASE") ;;
esac
[[ -z $INPUT_RELEASE_BASE ]] || arguments+=("--release-base=$INPUT_RELEASE_BASE")
[[ -z $INPUT_AGAINST ]] || arguments+=("--against=$INPUT_AGAINST")
[[ -z $INPUT_KNOWN ]] || arguments+=("--known=$INPUT_KNOWN")
[[ -z $INPUT_FAIL_ON ]] || arguments+=("--fail-on=$INPUT_FAIL_ON")

# report FORMAT FILE
report() {
  local file=$GITHUB_WORKSPACE/$2
  mkdir -p -- "$(dirname -- "$file")"
  arguments+=("--format=$1=$file")
}
[[ -z $INPUT_SARIF_FILE ]] || report sarif "$INPUT_SARIF_FILE"
[[ -z $INPUT_JUNIT_FILE ]] || report junit "$INPUT_JUNIT_FILE"

# The program writes annotations and summary together, or neither.
summary=${GITHUB_STEP_SUMMARY:-}
if [[ $INPUT_SUMMARY == false ]]; then
  unset GITHUB_STEP_SUMMARY
fi
if [[ $INPUT_ANNOTATIONS == false ]]; then
  arguments+=(--no-annotations "--format=markdown=$scratch/summary.md")
fi

status=0
"$PROGRAM" "${arguments[@]}" || status=$?

if [[ $INPUT_ANNOTATIONS == false && $INPUT_SUMMARY == true && -n $summary &&
  -f $scratch/summary.md ]]; then
  cat "$scratch/summary.md" >>"$summary"
fi
{
  echo "exit-code=$status"
  if [[ -f $scratch/report.json ]]; then
    # The first three counts of the document are those of its summary.
    echo "findings=$(grep -oE '"(errors|warnings|notes)": *[0-9]+' \
      "$scratch/report.json" | head -n 3 | awk -F: '{ n += $2 } END { print n + 0 }')"
  fi
  if [[ -n $INPUT_SARIF_FILE && -f $GITHUB_WORKSPACE/$INPUT_SARIF_FILE ]]; then
    echo "sarif-file=$INPUT_SARIF_FILE"
  fi
} >>"$GITHUB_OUTPUT"
exit "$status"

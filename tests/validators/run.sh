#!/bin/sh
# usage: tests/validators/run.sh DIRECTORY...
#
# Validates every report in the directories against the schemas that its
# consumers use. The name says what a report is:
#   *.sarif                     SARIF
#   *junit*ant*.xml             JUnit, flavour ant
#   *junit*extended*.xml        JUnit, flavour extended
#   *junit*.xml                 JUnit, flavour jenkins
#   *gitlab*.json               GitLab Code Quality
#   *migrations.json, *lists.json, *rules.json, *statements.json
#                               what these commands print
#   *.json                      what `check --format json` prints
# A missing validator is said and passed over; with CI set it is a failure.
# Exit 0: all that could be validated is valid; 1: something is not.
set -eu
if [ $# -eq 0 ]; then
  sed -n '2,16s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
project=$(CDPATH='' cd -- "$here/../.." && pwd)
: "${JSONSCHEMA:=jsonschema}"
export JSONSCHEMA
status=0
validated=0

# have NAME COMMAND...: whether a validator can be used.
have() {
  name=$1
  shift
  "$@" >/dev/null 2>&1 && return
  echo "NOT VALIDATED: no $name" >&2
  [ -z "${CI:-}" ] || status=1
  return 1
}

# valid FILE COMMAND...: the command is silent unless it fails.
valid() {
  file=$1
  shift
  validated=$((validated + 1))
  if ! output=$("$@" "$file" 2>&1); then
    printf '%s is not valid:\n%s\n' "$file" "$output"
    status=1
  fi
}

json() { [ -z "$with_json" ] || valid "$2" "$JSONSCHEMA" validate "$1"; }

xml() {
  [ -z "$with_xml" ] ||
    valid "$2" xmllint --nonet --noout --schema "$here/schemas/$1"
}

with_json=
with_sarif=
with_xml=
# A Python program has the same name and no such command.
if have "jsonschema of @sourcemeta/jsonschema" "$JSONSCHEMA" version; then
  with_json=yes
  if have "sarif-multitool" command -v "${SARIF_MULTITOOL:-sarif-multitool-linux}" &&
    have "node" command -v node; then
    with_sarif=yes
  fi
fi
! have "xmllint" command -v xmllint || with_xml=yes

for directory in "$@"; do
  for file in "$directory"/*; do
    case ${file##*/} in
      *.sarif) [ -z "$with_sarif" ] || valid "$file" "$here/sarif-gate.sh" ;;
      *junit*ant*.xml)
        xml windyroad-JUnit.xsd "$file"
        xml jenkins-junit-10.xsd "$file"
        ;;
      *junit*extended*.xml) xml jenkins-junit-10-plus-file-line.xsd "$file" ;;
      *junit*.xml) xml jenkins-junit-10.xsd "$file" ;;
      *gitlab*.json)
        json "$here/schemas/gitlab-codeclimate.schema.json" "$file"
        ;;
      *migrations.json | *lists.json | *rules.json | *schema.json | \
        *statements.json)
        kind=${file##*/}
        kind=${kind%.json}
        kind=${kind##*[!a-z]}
        json "$project/checker/report/schemas/$kind.schema.json" "$file"
        ;;
      *.json) json "$project/checker/report/schemas/check.schema.json" "$file" ;;
    esac
  done
done
echo "$validated validations"
exit "$status"

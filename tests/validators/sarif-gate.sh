#!/bin/sh
# usage: tests/validators/sarif-gate.sh FILE...
#
# Exit 0 only when every file passes the SARIF schema and the rules Sarif and
# Ghas of Microsoft's validator without an error or a warning. That validator
# exits 0 whatever it finds, so its own report is read back and judged here.
# SARIF_MULTITOOL and JSONSCHEMA name the programs when PATH does not.
set -eu
if [ $# -eq 0 ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
jsonschema=${JSONSCHEMA:-jsonschema}
multitool=${SARIF_MULTITOOL:-}
if [ -z "$multitool" ]; then
  # The npm program passes its arguments through a shell: the one behind it is
  # run instead.
  link=$(command -v sarif-multitool-linux) || {
    echo "sarif-gate: sarif-multitool-linux is not on PATH" >&2
    exit 2
  }
  multitool=$(dirname -- "$(readlink -f -- "$link")")/Sarif.Multitool
fi
for program in "$jsonschema" "$multitool" node; do
  command -v "$program" >/dev/null || {
    echo "sarif-gate: cannot run $program" >&2
    exit 2
  }
done

# judge REPORT NAME: what the validator's report holds against a file. Notes
# may stay: some contradict GitHub, some need the network.
judge() {
  # shellcheck disable=SC2016 # a program for node
  node -e '
    const [report, name] = process.argv.slice(1);
    const text = require("fs").readFileSync(report, "utf8");
    const run = JSON.parse(text.replace(/^\uFEFF/, "")).runs[0];
    const told = (run.invocations ?? []).flatMap((invocation) => [
      ...(invocation.toolExecutionNotifications ?? []),
      ...(invocation.toolConfigurationNotifications ?? []),
    ]).filter((item) => ["error", "warning"].includes(item.level));
    const found = (run.results ?? []).filter((item) => item.level !== "note");
    for (const item of [...found, ...told]) {
      const rule = item.ruleId ?? item.descriptor?.id;
      console.log(`${name}: ${rule}: ${JSON.stringify(item.message)}`);
      process.exitCode = 1;
    }' "$1" "$2"
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for file in "$@"; do
  "$jsonschema" validate "$here/schemas/sarif-schema-2.1.0.json" "$file" \
    >"$work/schema.log" 2>&1 || {
    cat "$work/schema.log"
    status=1
  }
  cp -- "$file" "$work/in.sarif"
  rm -f "$work/report.sarif"
  # The file's name comes first: --rule-kind takes a list and would take it.
  # Larger files than the default would be skipped without a word.
  "$multitool" validate "$work/in.sarif" --rule-kind 'Sarif;Ghas' \
    --level 'Error;Warning' --max-file-size-in-kb 200000 \
    -o "$work/report.sarif" --log ForceOverwrite >"$work/tool.log" 2>&1 || {
    cat "$work/tool.log"
    status=1
  }
  if [ -s "$work/report.sarif" ]; then
    judge "$work/report.sarif" "$file" || status=1
  else
    echo "$file: the validator wrote no report"
    cat "$work/tool.log"
    status=1
  fi
done
exit "$status"

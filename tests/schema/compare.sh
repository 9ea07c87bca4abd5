#!/bin/sh
# usage: tests/schema/compare.sh ORACLE CATALOGUES MIRRORS
#
# Holds `migcheck schema` against catalogues that a PostgreSQL server made of
# other projects' migrations. ORACLE holds compare.py, CATALOGUES an index.json
# and what it names, MIRRORS a git directory OWNER+NAME for each repository (or
# one below it). Prints a line per catalogue; exits 1 when a fact is wrong.
set -eu
oracle=$1
catalogues=$2
mirrors=$3
: "${MIGCHECK_BIN:=build/release/migcheck}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# One line per case: id, repository, commit, directory, file, dynamic names.
python3 - "$catalogues/index.json" >"$work/cases" <<'EOF'
import json, sys
for case in json.load(open(sys.argv[1]))["cases"]:
    print("\t".join([case["id"], case["repository"], case["commit"],
                     case["directory"], case["layout"], case["catalogue"],
                     " ".join(case.get("dynamic", []))]))
EOF

# git_directory OWNER/NAME
git_directory() {
  found="$mirrors/$(printf '%s' "$1" | tr / +)"
  for place in "$found" "$found"/*; do
    if git -C "$place" rev-parse --git-dir >/dev/null 2>&1; then
      printf '%s\n' "$place"
      return
    fi
  done
}

status=0
tab=$(printf '\t')
while IFS="$tab" read -r id repository commit directory layout file dynamic; do
  tree=$work/$id
  mkdir "$tree"
  git -C "$(git_directory "$repository")" archive "$commit" "$directory" |
    tar -x -C "$tree"
  printf '[[directory]]\npath = "%s"\nlayout = "%s"\ndialect = "postgresql"\n' \
    "$directory" "$layout" >"$tree/migcheck.toml"
  "$MIGCHECK_BIN" schema --format json --directory "$tree/$directory" \
    "$tree" >"$work/schema.json" || status=1
  # Names of objects are words without blanks.
  # shellcheck disable=SC2086
  python3 "$oracle/compare.py" "$work/schema.json" "$catalogues/$file" \
    --dynamic $dynamic >"$work/verdict" || status=1
  sed "s/^/$id: /" "$work/verdict"
done <"$work/cases"
exit "$status"

#!/bin/sh
# The cases that silence.md names are there, and are silent unless it says
# otherwise.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
rules=$here/../../rules

total=0
bad=0
# shellcheck disable=SC2016 # backquotes of Markdown
# "said NAME/CASE" or "silent NAME/CASE", a line for each.
cases=$(sed -n 's/^| .* | \(`.*\|said: .*\) |$/\1/p' "$here/silence.md" |
  tr ',' '\n' | sed -n 's/^ *\(said: \)\{0,1\}`\(.*\)`$/\1\2/p' |
  sed 's/^said: /said /; t; s/^/silent /')
while read -r verdict case; do
  total=$((total + 1))
  expected=$rules/${case%/*}/cases/${case#*/}/expected.txt
  if [ ! -f "$expected" ]; then
    echo "not there: $case"
    bad=$((bad + 1))
  elif [ "$verdict" = silent ] && [ -s "$expected" ]; then
    echo "not silent: $case"
    bad=$((bad + 1))
  elif [ "$verdict" = said ] && [ ! -s "$expected" ]; then
    echo "silent: $case"
    bad=$((bad + 1))
  fi
done <<END
$cases
END
# shellcheck disable=SC2016 # backquotes of Markdown
named=$(grep -o '`[a-z-]*/[a-z-]*`' "$here/silence.md" | wc -l)
[ "$total" -eq "$named" ] || {
  echo "of $named cases on the page, $total were read"
  bad=$((bad + 1))
}
[ "$total" -gt 50 ] && [ "$bad" -eq 0 ] || exit 1
echo "$total cases"

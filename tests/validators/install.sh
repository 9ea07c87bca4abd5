#!/bin/sh
# usage: tests/validators/install.sh DIR
#
# Puts the validators of package.json into DIR/node_modules, or leaves them
# there when the same ones are installed already. Prints the directory that
# belongs on PATH.
set -eu
if [ $# -ne 1 ]; then
  sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
mkdir -p "$1"
place=$(CDPATH='' cd -- "$1" && pwd)
programs=$place/node_modules/.bin

if [ ! -x "$programs/jsonschema" ] ||
  ! cmp -s "$here/package.json" "$place/package.json"; then
  cp "$here/package.json" "$place/package.json"
  npm install --prefix "$place" --no-package-lock --no-audit --no-fund \
    --loglevel=error >&2
fi
# Newer npm runs no script of a package, and this one's only makes its program
# executable.
for program in "$place"/node_modules/@microsoft/*/Sarif.Multitool; do
  [ ! -f "$program" ] || chmod u+x "$program"
done
echo "$programs"

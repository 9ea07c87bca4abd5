#!/bin/sh
# Two branches in real repositories: what each situation finds, and how the
# check ends. A situation is one line of the table below; its steps are words
# that are defined first.
# shellcheck disable=SC2016 # the steps are expanded where they run
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need git

export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a \
  GIT_COMMITTER_EMAIL=a@b GIT_CONFIG_GLOBAL="$HOME/.gitconfig"
git config --global init.defaultBranch main
git config --global advice.detachedHead false
git config --global protocol.file.allow always

# Steps. Each works in the current directory, a clone, and commits.
commit() {
  git add -A
  git commit -qm "$*"
}
table() {
  mkdir -p migrations
  printf 'CREATE TABLE %s (id bigint PRIMARY KEY);\n' "$2" >"migrations/$1_$2.sql"
}
add() {
  table "$1" "$2"
  commit "add $1"
}
edit() {
  sed -i 's/bigint/integer/' "migrations/$1"
  commit "edit $1"
}
delete() {
  git rm -q "migrations/$1"
  commit "delete $1"
}
rename() {
  git mv "migrations/$1" "migrations/$2"
  commit "rename $1"
}
# steps LIST NAME...: a list of migrations in code, in $place.
steps() {
  {
    printf '%s = [\n' "$1"
    shift
    for name; do printf '    "%s.sql",\n' "$name"; done
    echo ']'
  } >"${place:-load.py}"
}
# The same, of which the name says that it is meant to hold them all.
list() {
  steps ALL_MIGRATIONS "$@"
  commit "list $*"
}
push() {
  git push -q origin HEAD:main
  git fetch -q
}
lock() {
  "$MIGCHECK_BIN" lock "$@" . >/dev/null 2>&1
  commit lock
}
branch() {
  git checkout -qb "${1:-topic}"
}
# What others do on main meanwhile: STEP...
main() {
  (
    cd ../other
    git checkout -q main
    git pull -q
    "$@"
    git push -q origin main
  )
  git fetch -q
}
# Another history in place of main's last commit: STEP...
force_main() {
  (
    cd ../other
    git checkout -q main
    git pull -q
    git reset -q --hard HEAD~1
    "$@"
    git push -qf origin main
  )
  git fetch -q
}
# The branch lands on main as one commit.
squash() {
  git push -q origin HEAD:topic
  main squash_topic
}
squash_topic() {
  git fetch -q
  git merge -q --squash origin/topic >/dev/null
  git commit -qm squashed
}
# The merge that a service makes of main and the branch, fetched to DEPTH.
merged() {
  git push -q origin HEAD:topic
  (
    cd ../other
    git fetch -q
    git checkout -q --detach origin/main
    git merge -q --no-ff -m merged origin/topic
    git push -q origin HEAD:refs/pull/1/merge
  )
  cd ..
  git init -q merged
  cd merged
  git remote add origin "file://$PWD/../origin.git"
  if [ "$1" = all ]; then
    git fetch -q origin '+refs/heads/*:refs/remotes/origin/*'
    git fetch -q origin +refs/pull/1/merge:refs/remotes/pull/1/merge
  else
    git fetch -q --depth "$1" origin +refs/pull/1/merge:refs/remotes/pull/1/merge
  fi
  git checkout -q --detach refs/remotes/pull/1/merge
}
# A clone of the branch alone, to DEPTH.
shallow() {
  git push -q origin HEAD:topic
  cd ..
  git clone -q --depth "$1" --branch topic "file://$PWD/origin.git" shallow
  cd shallow
}
worktree() {
  git worktree add -q ../linked HEAD
  cd ../linked
}
submodule() {
  git push -q origin HEAD:topic
  git init -q ../super
  cd ../super
  git submodule --quiet add -b topic "file://$PWD/../origin.git" sub
  cd sub
}
detach() {
  git checkout -q --detach
}
orphan() {
  git checkout -q --orphan alone
  commit alone
}
down_to() {
  cd "$1"
}
github() {
  export GITHUB_ACTIONS=true GITHUB_EVENT_NAME=pull_request GITHUB_BASE_REF=main
  GITHUB_SHA=$(git rev-parse HEAD)
  export GITHUB_SHA
}
queue() {
  export GITHUB_ACTIONS=true GITHUB_EVENT_NAME=merge_group
  printf '{"action":"checks_requested","merge_group":{"base_sha":"%s"}}' \
    "$(git rev-parse 'HEAD^1')" >../event.json
  export GITHUB_EVENT_PATH="$PWD/../event.json"
}
gitlab() {
  export GITLAB_CI=true CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main
}
buildkite() {
  export BUILDKITE_PULL_REQUEST=7 BUILDKITE_PULL_REQUEST_BASE_BRANCH=main
}
circleci() {
  export CIRCLECI=true CIRCLE_PULL_REQUEST=https://example.com/7
}
jenkins() {
  export CHANGE_ID=7 CHANGE_TARGET=main
}
configured() {
  printf '[base]\nref = "%s"\n' "$1" >migcheck.toml
}
crlf() {
  git config core.autocrlf true
  rm -r migrations
  git checkout -q -- .
}
crlf_for_good() {
  sed -i 's/$/\r/' "migrations/$1"
  commit crlf
}

# The project that most situations begin with: main holds 001 and 002.
mkdir "$work/template"
cd "$work/template"
git init -q --bare origin.git
git clone -q origin.git clone 2>/dev/null
cd clone
add 001 ants
add 002 bees
git push -q origin main
git remote set-head origin main
git clone -q ../origin.git ../other

# situation WHAT STATUS RULES HOLDS BASE STEPS: RULES are those of all findings,
# sorted, one word for each; HOLDS stands in the output. BASE is what --base
# says: REF, or - for nothing, or other options.
situation() {
  rm -rf "$work/here"
  cp -r "$work/template" "$work/here"
  output=$(
    cd "$work/here/clone"
    git remote set-url origin "$work/here/origin.git"
    git -C ../other remote set-url origin "$work/here/origin.git"
    eval "$6" >"$work/steps" 2>&1 || {
      echo "the steps failed"
      cat "$work/steps"
      exit 99
    }
    status=0
    # shellcheck disable=SC2086 # options are several words
    case $5 in
      -) "$MIGCHECK_BIN" check --quiet --no-annotations 2>&1 ;;
      -*) "$MIGCHECK_BIN" check --quiet --no-annotations $5 2>&1 ;;
      *) "$MIGCHECK_BIN" check --quiet --no-annotations --base "$5" 2>&1 ;;
    esac || status=$?
    echo "status $status"
  )
  found=$(printf '%s\n' "$output" | sed -nE 's/^[^ ].*: (error|warning|note): .*\[([a-z-]+)\]$/\2/p' |
    sort | tr '\n' ' ')
  same "$1: exit" "status $2" "$(printf '%s\n' "$output" | sed -n '$p')"
  same "$1: findings" "$3" "${found% }"
  [ -z "$4" ] || holds "$1" "$output" "$4"
  [ "$seen_failures" = "$failures" ] || printf '%s\n' "$output" | sed 's/^/  > /'
  seen_failures=$failures
}
seen_failures=0

taken=version-taken-on-base
order=out-of-order-with-base
edited='edited-since-base'
deleted='deleted-since-base'
renamed='renamed-since-base'
rewritten='rewritten-lockfile'
m=origin/main

# Both add.
situation 'both add 003' 1 $taken '"003_dogs.sql"' $m \
  'branch; add 003 cows; main add 003 dogs'
situation 'both add, in another width' 1 "inconsistent-version-width $taken" '' $m \
  'branch; add 0003 cows; main add 003 dogs'
situation 'the same file on both' 0 '' '' $m \
  'branch; add 003 cows; main add 003 cows'
situation 'the same name, another file' 1 $taken 'another file of this name' $m \
  'branch; add 003 cows; main table 003 cows; main edit 003_cows.sql'
situation 'the base went on, past it' 1 $order '"004_dogs.sql"' $m \
  'branch; add 003 cows; main add 004 dogs'
situation 'renumbered before it landed' 0 '' '' $m \
  'branch; add 003 cows; main add 003 dogs; rename 003_cows.sql 004_cows.sql'

# What was there: edit, delete, rename.
situation 'an edit' 1 $edited '"002_bees.sql" was edited' $m \
  'branch; edit 002_bees.sql'
situation 'an edit that is not committed' 1 $edited '' $m \
  'branch; sed -i s/bigint/integer/ migrations/002_bees.sql'
situation 'an edit of a comment' 0 $edited 'warning' $m \
  'branch; echo "-- Bees." >>migrations/002_bees.sql; commit comment'
situation 'an edit of a new one' 0 '' '' $m \
  'branch; add 003 cows; edit 003_cows.sql'
situation 'an edit that the base made too' 0 '' '' $m \
  'branch; main edit 002_bees.sql; edit 002_bees.sql'
situation 'an edit on the base alone' 0 '' '' $m \
  'branch; add 003 cows; main edit 002_bees.sql'
situation 'a deletion' 1 $deleted '"002_bees.sql" was deleted' $m \
  'branch; delete 002_bees.sql'
situation 'a deletion that git was not told of' 1 $deleted '' $m \
  'branch; rm migrations/002_bees.sql'
situation 'a deletion of a new one' 0 '' '' $m \
  'branch; add 003 cows; delete 003_cows.sql'
situation 'a deletion on the base alone' 0 '' '' $m \
  'branch; add 003 cows; main delete 002_bees.sql'
situation 'a rename' 1 $renamed '"003_bees.sql" is "002_bees.sql"' $m \
  'branch; rename 002_bees.sql 003_bees.sql; git commit -q --amend -m x'
situation 'retired' 0 '' '' $m \
  'branch; sed -i "1i -- Retired: no bees came." migrations/002_bees.sql; rename 002_bees.sql 002_bees.sql.retired; add 003 cows'
situation 'replaced under its version' 1 $deleted 'has its version' $m \
  'branch; delete 002_bees.sql; add 002 wasps'
situation 'added and reverted' 0 '' '' $m \
  'branch; add 003 cows; git revert --no-edit HEAD'
situation 'a revert of what is on main' 1 $deleted '' $m \
  'branch; git revert --no-edit HEAD'
situation 'reverted on main meanwhile' 0 '' '' $m \
  'branch; add 003 cows; main git revert --no-edit HEAD'

# With a lockfile, and records in it.
locked='lock; git push -q origin main; branch'
situation 'locked, an edit without a record' 1 "edited-migration $edited" '' $m \
  "$locked; edit 002_bees.sql"
situation 'locked, an edit with a record' 0 '' '' $m \
  "$locked; edit 002_bees.sql; lock --amend migrations/002_bees.sql --reason typo"
situation 'locked, an edit locked anew' 1 "$edited $rewritten" 'its digests are others' $m \
  "$locked; edit 002_bees.sql; rm migrations/migrations.lock; lock"
situation 'locked, an old record for a new edit' 1 $rewritten '' $m \
  "edit 002_bees.sql; $locked; edit 002_bees.sql; sed -i s/bigint/smallint/ migrations/001_ants.sql; lock --amend migrations/001_ants.sql --reason a; git push -q origin HEAD:main; git fetch -q; git checkout -qb next; sed -i s/smallint/integer/ migrations/001_ants.sql; lock --amend migrations/001_ants.sql --reason a"
situation 'locked, a deletion without a record' 1 "deleted-migration $deleted" '' $m \
  "$locked; delete 002_bees.sql"
situation 'locked, a deletion with a record' 0 '' '' $m \
  "$locked; delete 002_bees.sql; lock --amend migrations/002_bees.sql --reason unused"
situation 'locked, a rename with a record' 0 '' '' $m \
  "$locked; rename 002_bees.sql 003_bees.sql; lock --amend migrations/002_bees.sql --reason unused"
situation 'the lockfile is gone' 1 $rewritten 'the lockfile was deleted' $m \
  "$locked; git rm -q migrations/migrations.lock; commit gone"
situation 'locked on both sides' 0 '' '' $m \
  "$locked; add 003 cows; lock"

# Forms of landing.
situation 'rebased and renumbered' 0 '' '' $m \
  'branch; add 003 cows; main add 003 dogs; git rebase -q origin/main; rename 003_cows.sql 004_cows.sql'
situation 'main merged in, not renumbered' 1 duplicate-version '' $m \
  'branch; add 003 cows; main add 003 dogs; git merge -q -m merged origin/main'
situation 'main merged in, renumbered' 0 '' '' $m \
  'branch; add 003 cows; main add 003 dogs; git merge -q -m merged origin/main; rename 003_cows.sql 004_cows.sql'
situation 'squashed, and the branch goes on' 0 '' '' $m \
  'branch; add 003 cows; squash; add 004 dogs'
situation 'squashed, and edited on the branch' 1 $taken '' $m \
  'branch; add 003 cows; squash; edit 003_cows.sql'
situation 'merged, and the branch goes on' 0 '' '' $m \
  'branch; add 003 cows; git push -q origin HEAD:topic; main git fetch -q; main git merge -q --no-ff -m merged origin/topic; add 004 dogs'
situation 'the base was pushed by force' 1 $taken '"003_cats.sql"' $m \
  'main add 003 dogs; git checkout -qb topic origin/main; add 004 cows; force_main add 003 cats'
situation 'the branch is behind' 0 '' '' $m \
  'branch; main add 003 dogs; main add 004 cats'

# Findings that the base has too, and what the branch makes of them.
lacks=list-missing-migration
drift='add 003 cows; list 001_ants 002_bees; push'
situation 'a drift, without a base' 1 $lacks '"003_cows.sql"' - \
  "$drift; branch; touch note; commit note"
situation 'a drift that the base has too' 0 '' '' $m \
  "$drift; branch; touch note; commit note"
situation 'a drift of the base that was moved down' 0 '' '' $m \
  "$drift; branch; sed -i '1i # All of them.\n' load.py; commit down"
situation 'a drift of the base that was mended' 0 '' '' $m \
  "$drift; branch; list 001_ants 002_bees 003_cows"
situation 'a drift of the base that was mended in part' 0 '' '' $m \
  "add 004 dogs; $drift; branch; list 001_ants 002_bees 004_dogs"
situation 'a drift of the base that has grown' 1 $lacks 'new on this branch: "004_dogs.sql"' $m \
  "$drift; branch; add 004 dogs"
situation 'a drift of the base, and another one' 1 $lacks '"OTHER' $m \
  "$drift; branch; sed 's/ALL_/OTHER_ALL_/' load.py >more.py; commit more"
situation 'a drift of the branch, not committed' 1 $lacks '' $m \
  'list 001_ants 002_bees; push; branch; table 003 cows'
situation 'a drift on main, since the branch was made' 0 '' '' $m \
  'branch; add 003 cows; main list 001_ants'
situation 'one version twice on the base' 0 '' '' $m \
  'add 002 wasps; push; branch; add 003 cows'
situation 'one version thrice' 1 duplicate-version 'new on this branch: "migrations/002_flies.sql"' $m \
  'add 002 wasps; push; branch; add 002 flies'
situation 'an exception that the branch takes back' 1 $lacks '' $m \
  "add 003 cows; list 001_ants 002_bees; sed -i '1i # migcheck: allow($lacks) later' load.py; commit allow; push; branch; sed -i 1d load.py; commit back"
situation 'a configuration that the branch brings along' 0 '' '' $m \
  "$drift; branch; printf '[[directory]]\npath = \"db\"\n' >migcheck.toml; mkdir db; cp migrations/001_ants.sql db; commit db"
situation 'a drift at the depth of two' 0 '' '' - \
  "$drift; branch; touch note; commit note; merged 2; github"
situation 'a drift in a folder' 0 '' '' $m \
  "mkdir sub; git mv migrations sub/; touch sub/migcheck.toml; commit sub; cd sub; $drift; branch; touch note; commit note"
situation 'a project that is new' 1 $lacks '' $m \
  'branch; mkdir new; touch new/migcheck.toml; cd new; add 001 ants; add 002 bees; add 003 cows; list 001_ants 002_bees'

# What a list held when the branch was made tells what it is meant to hold,
# where it says nothing of itself.
five='001_ants 002_bees 003_cows 004_dogs 005_eels'
full="add 003 cows; add 004 dogs; add 005 eels; steps STEPS $five; commit steps; push; branch"
cut='steps STEPS 002_bees 004_dogs; commit cut'
situation 'a list that was cut, without a base' 0 '' '' - "$full; $cut"
situation 'a list that was cut' 1 $lacks 'it held every migration at "origin/main" (merge base' $m \
  "$full; $cut"
situation 'a list that was cut, and not committed' 1 $lacks '"003_cows.sql"' $m \
  "$full; steps STEPS 002_bees 004_dogs"
situation 'a list that was cut under another name' 1 $lacks '' $m \
  "$full; steps BOOT 002_bees 004_dogs; commit cut"
situation 'a list that was cut and says so' 0 '' '' $m \
  "$full; steps LEGACY_STEPS 002_bees 004_dogs; commit cut"
situation 'a list that was cut and is said to be a subset' 0 '' '' $m \
  "$full; $cut; sed -i '1i # migcheck: list(subset) the rest has no tables' load.py; commit why"
situation 'a list that was parted in two' 0 '' '' $m \
  "$full; steps EVEN 002_bees 004_dogs; mv load.py even; steps ODD 001_ants 003_cows 005_eels; cat even >>load.py; rm even; commit parted"
situation 'a list that was partial before it was cut' 0 '' '' $m \
  "add 003 cows; add 004 dogs; add 005 eels; steps STEPS 001_ants 003_cows; commit steps; push; branch; $cut"
situation 'a list that is new' 0 '' '' $m \
  "add 003 cows; add 004 dogs; add 005 eels; push; branch; $cut"
situation 'a list of a test that was cut to its beginning' 1 $lacks '' $m \
  "place=test_boot.py; $full; steps STEPS 001_ants 002_bees; commit cut"
situation 'a list of a test that stays while the branch goes on' 0 '' '' $m \
  "place=test_boot.py; add 003 cows; steps STEPS 001_ants 002_bees 003_cows; commit steps; push; branch; add 004 dogs; add 005 eels; add 006 flies; add 007 gnus"
stale=list-stale-entry
squash='git rm -q migrations/*; add 100 all'
situation 'migrations were squashed under a list' 1 "$deleted $deleted $deleted $deleted $deleted $lacks $stale" 'names 5 files that are not in "migrations"' $m \
  "$full; $squash"
situation 'migrations were squashed, and the list with them' 1 "$deleted $deleted $deleted $deleted $deleted" '' $m \
  "$full; steps STEPS 100_all; $squash"
situation 'migrations were moved, and a list of their new place follows' 1 "$deleted $deleted $deleted $deleted" '' $m \
  "$full; mkdir db; git mv migrations/00[1-4]* db/; steps STEPS 001_ants 002_bees 003_cows 004_dogs; commit moved"
situation 'a migration in the middle was renamed under a list' 1 "$lacks $stale $renamed" 'renamed to "003_oxen.sql"' $m \
  "$full; rename 003_cows.sql 003_oxen.sql"
situation 'a migration in the middle was deleted under a list' 1 "$deleted $stale version-gap" '"003_cows.sql"' $m \
  "$full; delete 003_cows.sql"
situation 'a migration in the middle was retired under a list' 1 "$stale retired-without-reason" 'retired as "migrations/003_cows.sql.retired"' $m \
  "$full; git mv migrations/003_cows.sql migrations/003_cows.sql.retired; commit retired"
situation 'a list that was deleted' 0 '' '' $m \
  "$full; git rm -q load.py; commit deleted"

# What a release shipped stays as it is.
latest=--release-base=latest
situation 'an edit since a release' 1 $edited 'on "v1.2.0" (at' --release-base=v1.2.0 \
  'git tag v1.2.0; branch; edit 002_bees.sql'
situation 'an edit since the last release' 1 $edited 'on "v1.10.0" (at' $latest \
  'git tag v1.9.0 HEAD~1; git tag v1.10.0; git tag v2.0.0-rc.1 HEAD~1; git tag v3; branch; edit 002_bees.sql'
situation 'an edit since a release with a message' 1 $edited '"v1.2.0"' $latest \
  'git tag -a -m x v1.2.0; branch; edit 002_bees.sql'
situation 'an edit of what was not released' 0 '' '' $latest \
  'git tag v1.0.0 HEAD~1; branch; edit 002_bees.sql'
situation 'a deletion since a release' 1 $deleted '"v1.0.0"' $latest \
  'git tag v1.0.0; branch; delete 002_bees.sql'
situation 'a rename since a release' 1 $renamed '"v1.0.0"' $latest \
  'git tag v1.0.0; branch; rename 002_bees.sql 003_bees.sql'
hotfix='git checkout -qb fixes; add 003 fix; git tag v1.0.1; git checkout -q main'
situation 'a release that was made beside' 1 $deleted '"v1.0.1"' $latest \
  "git tag v1.0.0; $hotfix; branch"
situation 'a release beside, which the base misses too' 0 '' '' $latest \
  "$hotfix; branch; configured origin/main"
situation 'a release beside, picked with a change' 1 $edited '"v1.0.1"' $latest \
  "$hotfix; branch; add 003 fix; edit 003_fix.sql; configured origin/main"
situation 'an edit since the base and the release' 1 $edited 'merge base' $latest \
  'git tag v1.0.0; branch; edit 002_bees.sql; configured origin/main'
situation 'an edit that is on the base and not in the release' 0 '' '' $latest \
  'git tag v1.0.0; edit 002_bees.sql; push; branch; add 003 cows; configured origin/main'
situation 'no release' 2 '' "git fetch origin 'refs/tags/*:refs/tags/*'" $latest \
  'git tag v1.0.0-rc.1; branch'
situation 'a release that is not there' 2 '' 'git fetch origin refs/tags/v9:refs/tags/v9' --release-base=v9 \
  'branch'
situation 'a release that was not fetched' 2 '' 'git fetch --depth 1 origin refs/tags/v1.0:refs/tags/v1.0' --release-base=v1.0 \
  'git tag v1.0; git push -q origin v1.0; branch; edit 002_bees.sql; shallow 1'
situation 'a release alone was fetched' 1 $edited '"v1.0"' $latest \
  'git tag v1.0; git push -q origin v1.0; branch; edit 002_bees.sql; shallow 1; git fetch -q --depth 1 origin refs/tags/v1.0:refs/tags/v1.0'
situation 'an option for a release' 2 '' 'is not the name of' --release-base=--help branch
situation 'no repository for a release' 2 '' 'no git repository' $latest 'rm -rf .git'

# Other branches that were fetched. other NAME STEP...: they hold STEP.
other() {
  (
    name=$1
    shift
    cd ../other
    git checkout -q main
    git checkout -qb "$name"
    "$@"
    git push -q origin "$name"
    git checkout -q main
  )
  git fetch -q
}
onbranch=version-taken-on-branch
a='--against=origin/*'
situation 'another branch adds 003' 0 $onbranch '"003" is given to "003_dogs.sql" on "origin/dogs"' "$a" \
  'branch; add 003 cows; other dogs add 003 dogs'
situation 'another branch, and nobody asks' 0 '' '' - \
  'branch; add 003 cows; other dogs add 003 dogs'
situation 'a branch of another name' 0 '' '' '--against=origin/team/*' \
  'branch; add 003 cows; other dogs add 003 dogs; other team/x add 004 emus'
situation 'a branch in a folder' 0 $onbranch '"origin/team/a/x"' "$a" \
  'branch; add 003 cows; other team/a/x add 003 dogs'
situation 'two other branches' 0 $onbranch '"origin/cats" and another branch' "$a" \
  'branch; add 003 cows; other dogs add 003 dogs; other cats add 003 cats'
situation 'the same file on another branch' 0 '' '' "$a" \
  'branch; add 003 cows; other cows add 003 cows'
situation 'another branch, below' 0 version-gap '' "$a" \
  'branch; add 004 cows; other dogs add 003 dogs'
situation 'a branch that was merged' 0 '' '' "$a" \
  'other dogs add 003 dogs; main git merge -q --no-ff -m merged dogs; git merge -q origin/main; branch; rename 003_dogs.sql 004_dogs.sql; add 003 cows'
situation 'a branch that landed as one commit' 1 $taken '' "$a" \
  'other dogs add 003 dogs; main git merge -q --squash dogs; main git commit -qm squashed; branch; add 003 cows; configured origin/main'
situation 'a branch that landed under another number' 0 '' '' "$a" \
  'other dogs add 003 dogs; add 003 cats; add 004 dogs; push; branch; add 005 cows'
situation 'the fetched copy of this branch' 0 '' '' "$a" \
  'branch; add 003 cows; git push -q origin topic; git fetch -q; git reset -q --hard origin/main; add 003 cats'
situation 'a branch from long ago' 0 '' '' "$a" \
  'other old delete 002_bees.sql; other older add 001 zebras; branch; delete 002_bees.sql; add 002 wasps'
situation 'a branch of another history' 0 '' '' "$a" \
  'branch; add 003 cows; git checkout -q --orphan lone; add 003 dogs; git push -q origin lone; git fetch -q; git checkout -q topic'
situation 'no such branch' 2 '' 'no branch that was fetched matches "upstream/*"' '--against=upstream/*' \
  'branch'
situation 'a clone of one branch' 0 '' '' "$a" \
  'branch; add 003 cows; other dogs add 003 dogs; shallow 1'
situation 'no pattern' 2 '' 'needs a value' --against= branch

# History that is not there.
situation 'depth 1, on GitHub' 2 '' 'fetch-depth: 0' - \
  'branch; edit 002_bees.sql; merged 1; github'
situation 'depth 2, on GitHub' 1 $edited '' - \
  'branch; edit 002_bees.sql; merged 2; github'
situation 'depth 2, on GitHub, in order' 0 '' '' - \
  'branch; add 003 cows; main add 003 dogs; rename 003_cows.sql 004_cows.sql; merged 2; github'
situation 'depth 2, the base by name' 1 $edited '' $m \
  'branch; edit 002_bees.sql; merged 2; github'
situation 'depth 2, the head checked out' 2 '' 'fetch-depth: 0' - \
  'branch; add 003 cows; merged 2; github; git checkout -q HEAD^2'
situation 'everything, on GitHub' 1 $edited '' - \
  'branch; edit 002_bees.sql; merged all; github; main add 003 dogs'
situation 'everything, main went on after the merge' 1 $taken '' - \
  'branch; add 003 cows; merged all; github; main add 003 dogs'
situation 'depth 1, a clone' 2 '' 'git fetch --unshallow origin main:refs/remotes/origin/main' $m \
  'branch; add 003 cows; shallow 1'
situation 'depth 1, with the tip of main' 2 '' 'no commit in common' $m \
  'branch; add 003 cows; main add 003 dogs; shallow 1; git fetch -q --depth 1 origin main:refs/remotes/origin/main'
situation 'a base that is not there' 2 '' 'git fetch origin next:refs/remotes/origin/next' origin/next \
  'branch'
situation 'a tag that is not there' 2 '' 'git fetch origin v1:v1' v1 'branch'
situation 'findings besides' 2 duplicate-version 'the check is not complete' v1 \
  'branch; add 002 cows'
situation 'histories that never met' 2 '' 'no commit in common' $m orphan
situation 'no commit yet' 2 '' 'HEAD is no commit yet' $m \
  'git checkout -q --orphan alone'
situation 'no repository' 2 '' 'no git repository' $m 'rm -rf .git'
situation 'no repository, on CI' 0 '' '' - 'github; rm -rf .git'
situation 'an option for a base' 2 '' 'is not the name of' --base=--help branch
situation 'a range for a base' 2 '' 'is not the name of' main..topic branch
situation 'a blob of the base is missing' 2 '' 'not a whole copy' $m \
  'branch; edit 002_bees.sql; id=$(git rev-parse origin/main:migrations/002_bees.sql); find ../origin.git .git -name "${id#??}" -delete'

# Where the work tree is.
situation 'a linked work tree' 1 $edited '' $m \
  'branch; edit 002_bees.sql; git checkout -q main; git branch -f other topic; git checkout -q topic; detach; worktree'
situation 'a submodule' 1 $edited '' $m \
  'branch; edit 002_bees.sql; submodule'
situation 'a detached head' 1 $taken '' $m \
  'branch; add 003 cows; main add 003 dogs; detach'
situation 'a project in a folder' 1 "$edited $taken" '' $m \
  'git checkout -qb moved; mkdir -p "a b/$(printf "\303\244")"; git mv migrations "a b/$(printf "\303\244")/"; touch "a b/$(printf "\303\244")/migcheck.toml"; commit move; git push -q origin HEAD:main; git fetch -q; branch; down_to "a b/$(printf "\303\244")"; edit 002_bees.sql; add 003 cows; cd ../..; git checkout -q moved; cd "a b/$(printf "\303\244")"; add 003 dogs; git push -q origin HEAD:main; git fetch -q; git checkout -q topic'
situation 'line ends that git converts' 0 '' '' $m 'crlf; branch; add 003 cows'
situation 'line ends that are committed' 0 $edited 'only its line ends differ' $m \
  'branch; crlf_for_good 002_bees.sql'
situation 'a link in place of a file' 0 '' '' $m \
  'branch; mkdir -p store; git mv migrations/002_bees.sql store/bees; ln -s ../store/bees migrations/002_bees.sql; commit link'
situation 'a new directory' 0 '' '' $m \
  'branch; mkdir -p db/migrations; cp migrations/001_ants.sql db/migrations/001_zebras.sql; commit new'

# Who says what the base is.
both='branch; add 003 cows; main add 003 dogs'
situation 'a merge queue' 1 duplicate-version '' - "$both; merged all; queue"
situation 'a merge queue, edited' 1 $edited '' - \
  'branch; edit 002_bees.sql; merged 2; queue'
situation 'GitLab' 1 $taken '' - "$both; gitlab"
situation 'GitLab, depth 1' 2 '' 'GIT_DEPTH: "0"' - \
  "$both; shallow 1; gitlab"
situation 'GitLab says what the merge base is' 1 $edited '' - \
  'branch; edit 002_bees.sql; id=$(git rev-parse origin/main); shallow 1; git fetch -q --depth 1 origin main:refs/remotes/origin/main $id; gitlab; export CI_MERGE_REQUEST_DIFF_BASE_SHA=$id'
situation 'Buildkite' 1 $taken '' - "$both; buildkite"
situation 'CircleCI' 1 $taken 'origin/HEAD' - "$both; circleci"
situation 'Jenkins' 1 $taken '' - "$both; jenkins"
situation 'nobody' 0 '' '' - "$both"
situation 'CI, and no base is wanted' 0 '' '' --no-base "$both; jenkins"
situation 'the configuration' 1 $taken '' - "$both; configured origin/main"
situation 'the configuration is overruled' 0 '' '' topic \
  "$both; configured origin/main"
situation 'the configuration names no ref' 2 '' 'migcheck.toml:2:7' - \
  "$both; configured -x"


# What git holds, in place of the disk.
b="--base $m"
situation 'a commit, its edit mended on disk' 1 $edited '"002_bees.sql" was edited' \
  "--rev HEAD $b" \
  'branch; edit 002_bees.sql; git checkout -q main -- migrations'
situation 'a commit, before an edit' 0 '' '' "--rev HEAD~1 $b" \
  'branch; edit 002_bees.sql'
situation 'a commit, before an edit on disk' 0 '' '' "--rev HEAD $b" \
  'branch; sed -i s/bigint/integer/ migrations/002_bees.sql'
situation 'a commit that both branches took' 1 $taken '"003_dogs.sql"' \
  "--rev topic $b" \
  'branch; add 003 cows; main add 003 dogs; git checkout -q --detach main'
situation 'a commit on the base' 0 '' '' "--rev $m $b" \
  'branch; add 002 cows; main add 003 dogs'
situation 'a tag' 1 duplicate-version '' '--rev v1' \
  'add 002 cows; git tag -am v1 v1; delete 002_cows.sql'
situation 'a commit with its lockfile' 1 edited-migration '' '--rev HEAD' \
  "$locked; edit 002_bees.sql; lock --amend migrations/002_bees.sql --reason a; git checkout -q HEAD~1 -- migrations/migrations.lock; commit back; git checkout -q HEAD~1 -- ."
situation 'a commit with its settings' 0 '' '' '--rev HEAD' \
  'add 002 cows; printf "[rules]\nduplicate-version = \"off\"\n" >migcheck.toml; commit off; rm migcheck.toml'
situation 'a commit without the settings on disk' 1 duplicate-version '' \
  '--rev HEAD' \
  'add 002 cows; printf "[rules]\nduplicate-version = \"off\"\n" >migcheck.toml'
situation 'a commit with its suppressions' 0 '' '' '--rev HEAD' \
  'table 002 cows; sed -i "1i -- migcheck: allow(duplicate-version) both were released" migrations/002_cows.sql; commit allow; sed -i 1d migrations/002_cows.sql'
situation 'a commit with its known findings' 0 '' '' '--rev HEAD --known known' \
  'add 002 cows; "$MIGCHECK_BIN" check --known known --write-known --reason released || :; commit known; rm known'
situation 'a commit is no place to write to' 2 '' 'goes by what lies on disk' \
  '--rev HEAD --known known --write-known --reason a' 'add 002 cows'
situation 'a commit that is not there' 2 '' '`git fetch origin`' '--rev v9' branch
situation 'a commit beyond the edge' 2 '' '`git fetch --unshallow origin`' \
  '--rev HEAD~1' 'branch; add 003 cows; shallow 1'
situation 'a commit without the folder' 2 '' 'has no folder "sub"' '--rev HEAD~1' \
  'branch; mkdir sub; git mv migrations sub; touch sub/migcheck.toml; commit sub; down_to sub'
situation 'a commit, from a folder' 1 duplicate-version '' '--rev HEAD~1' \
  'branch; mkdir sub; git mv migrations sub; touch sub/migcheck.toml; commit sub; down_to sub; add 002 cows; delete 002_cows.sql'
situation 'a commit, in a bare repository' 1 duplicate-version '' '--rev topic' \
  'branch; add 002 cows; git push -q origin topic; down_to ../origin.git'
situation 'a commit, in a linked work tree' 1 duplicate-version '' '--rev HEAD' \
  'branch; add 002 cows; git checkout -q main; git branch -f other topic; worktree; git checkout -q other; git rm -q migrations/002_cows.sql'
situation 'a range is no commit' 2 '' 'is not the name of' '--rev main..topic' \
  branch
situation 'a commit and the index' 2 '' 'exclude each other' \
  '--rev HEAD --staged' branch
situation 'the index' 1 $edited '' "--staged $b" \
  'branch; sed -i s/bigint/integer/ migrations/002_bees.sql; git add .; sed -i s/integer/bigint/ migrations/002_bees.sql'
situation 'the index, an edit on disk' 0 '' '' "--staged $b" \
  'branch; sed -i s/bigint/integer/ migrations/002_bees.sql'
situation 'the index, a deletion on disk' 0 '' '' "--staged $b" \
  'branch; rm migrations/002_bees.sql'
situation 'the index, a deletion' 1 $deleted '' "--staged $b" \
  'branch; git rm -q --cached migrations/002_bees.sql'
situation 'the index, not merged' 2 '' 'is not merged yet' --staged \
  'branch; edit 002_bees.sql; main delete 002_bees.sql; git merge -q origin/main || :'
situation 'the index, no repository' 2 '' 'needs a git repository' --staged \
  'rm -rf .git'
situation 'a push replaces' 1 $edited '' \
  "--rev HEAD --replaces origin/main" 'branch; edit 002_bees.sql'
situation 'a push replaces what is not there' 0 '' '' \
  '--rev HEAD --replaces 0123456789012345678901234567890123456789' \
  'branch; edit 002_bees.sql; git remote set-head origin -d'
situation 'a push replaces nothing' 1 $edited 'origin/HEAD' \
  '--rev HEAD --replaces 0000000000000000000000000000000000000000' \
  'branch; edit 002_bees.sql'
situation 'a push replaces, the configuration' 0 '' '' \
  '--rev HEAD --replaces origin/main' \
  'branch; edit 002_bees.sql; configured topic; commit configured'

finish

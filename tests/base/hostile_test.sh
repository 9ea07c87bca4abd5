#!/bin/sh
# A repository whose own configuration runs a program wherever git would let
# it. With a base nothing runs but git itself, seen by strace; nothing in the
# repository changes.
set -eu
# shellcheck source=../shell/testing.sh
. "$(dirname -- "$0")/../shell/testing.sh"
need git strace

export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=a \
  GIT_COMMITTER_EMAIL=a@b
cd "$work"
git init -qb main victim
cd victim
mkdir migrations
echo 'CREATE TABLE ants (id bigint);' >migrations/001_ants.sql
echo 'CREATE TABLE bees (id bigint);' >migrations/002_bees.sql
git add .
git commit -qm one
git checkout -qb topic
sed -i 's/bigint/integer/' migrations/002_bees.sql
echo 'CREATE TABLE cows (id bigint);' >migrations/003_cows.sql
git add .
git commit -qm two
git checkout -q main
echo 'CREATE TABLE dogs (id bigint);' >migrations/003_dogs.sql
git add .
git commit -qm three
git checkout -q topic
git update-ref refs/remotes/origin/main main
git tag v1.0.0 main~1

# What runs leaves a trace.
canary=$work/canary
evil=$work/evil
cat >"$evil" <<END
#!/bin/sh
echo "\$0 \$*" >>"$canary"
cat
END
chmod +x "$evil"
cp "$evil" git # a `git` of the project's own, with . on PATH
mkdir bin hooks
cp "$evil" bin/git
for hook in post-index-change reference-transaction post-checkout pre-commit \
  fsmonitor-watchman; do
  cp "$evil" "hooks/$hook"
  cp "$evil" ".git/hooks/$hook"
done
printf '* filter=evil diff=evil merge=evil\n' >.gitattributes
cp .gitattributes .git/info/attributes
printf '[core]\n\tfsmonitor = %s\n' "$evil" >.git/included
cat >>.git/config <<END
[core]
	fsmonitor = $evil
	hooksPath = $work/victim/hooks
	pager = $evil
	editor = $evil
	askPass = $evil
	sshCommand = $evil
	gitProxy = $evil
	alternateRefsCommand = $evil
	repositoryFormatVersion = 1
[include]
	path = included
[filter "evil"]
	clean = $evil
	smudge = $evil
	process = $evil
	required = true
[diff]
	external = $evil
[diff "evil"]
	command = $evil
	textconv = $evil
[merge "evil"]
	driver = $evil
[alias]
	cat-file = !$evil
	merge-base = !$evil
	for-each-ref = !$evil
[credential]
	helper = !$evil
[gpg]
	program = $evil
[log]
	showSignature = true
[remote "origin"]
	url = $work/victim
	promisor = true
	partialclonefilter = blob:none
	uploadpack = $evil
	vcs = evil
[remote "other"]
	url = ext::$evil
	promisor = true
[extensions]
	partialClone = origin
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[maintenance]
	auto = true
[gc]
	auto = 1
[trace2]
	eventTarget = $work/trace
[uploadpack]
	packObjectsHook = $evil
[submodule]
	recurse = true
END

# The trap works: git on its own runs it.
cp -r . ../trial
git -C ../trial status >/dev/null 2>&1 || :
holds "the trap" "$(cat "$canary" 2>/dev/null)" "$evil"
rm -f "$canary"

# Every program that is executed, by its path.
executed() {
  sed -nE 's/^.*execve\("([^"]*)".* = 0$/\1/p' "$work/trace.txt" | sort -u
}
state() {
  find . -type f -exec cksum {} + | sort
}
real_git=$(command -v git)
before=$(state)

traced() {
  run env PATH=".:$PWD/bin:bin:$PATH" GIT_EXTERNAL_DIFF="$evil" \
    GIT_SSH_COMMAND="$evil" GIT_PAGER="$evil" GIT_ASKPASS="$evil" \
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=core.fsmonitor \
    GIT_CONFIG_VALUE_0="$evil" GIT_TRACE="$work/trace" \
    strace -f -qq -e trace=execve -o "$work/trace.txt" \
    "$MIGCHECK_BIN" check --quiet --no-annotations "$@"
}

traced --base origin/main
exits "a hostile repository" 1
holds "a hostile repository" "$output" "[edited-since-base]"
holds "a hostile repository" "$output" "[version-taken-on-base]"
same "what was executed" "$(printf '%s\n%s\n' "$MIGCHECK_BIN" \
  "$(readlink -f "$(dirname "$real_git")")/git" | sort)" \
  "$(executed | grep -v '^/usr/bin/env$')"
same "what the configuration ran" "" "$(cat "$canary" 2>/dev/null)"
same "what was written" "$before" "$(state)"
same "what was traced" "" "$(cat "$work/trace" 2>/dev/null)"

# Nor with what git holds: a commit, and an index that differs from the disk.
only_git() {
  same "$1: what was executed" "$(printf '%s\n%s\n' "$MIGCHECK_BIN" \
    "$(readlink -f "$(dirname "$real_git")")/git" | sort)" \
    "$(executed | grep -v '^/usr/bin/env$')"
  same "$1: what the configuration ran" "" "$(cat "$canary" 2>/dev/null)"
  same "$1: what was written" "$before" "$(state)"
  same "$1: what was traced" "" "$(cat "$work/trace" 2>/dev/null)"
}
traced --release-base latest --against 'origin/*'
exits "a release" 1
holds "a release" "$output" "[edited-since-base]"
holds "a release" "$output" "[version-taken-on-branch]"
only_git "a release"
traced --rev HEAD --base origin/main
exits "a commit" 1
holds "a commit" "$output" "[edited-since-base]"
only_git "a commit"
cp migrations/002_bees.sql ../bees.sql
echo 'SELECT 1;' >>migrations/002_bees.sql
before=$(state)
traced --staged --base origin/main
exits "the index" 1
holds "the index" "$output" "[edited-since-base]"
only_git "the index"
mv ../bees.sql migrations/002_bees.sql

# A missing object is what a promisor remote is asked for.
id=$(git -C . rev-parse origin/main:migrations/002_bees.sql 2>/dev/null)
rm -f ".git/objects/$(printf %.2s "$id")/${id#??}" "$canary"
before=$(state)
traced --base origin/main
exits "an object that is not there" 2
holds "an object that is not there" "$output" "not a whole copy"
same "what was executed for it" "$(printf '%s\n%s\n' "$MIGCHECK_BIN" \
  "$(readlink -f "$(dirname "$real_git")")/git" | sort)" \
  "$(executed | grep -v '^/usr/bin/env$')"
same "what the configuration ran for it" "" "$(cat "$canary" 2>/dev/null)"
same "what was written for it" "$before" "$(state)"

rm migrations/002_bees.sql
before=$(state)
traced --rev origin/main
exits "a commit without a content" 2
holds "a commit without a content" "$output" "not a whole copy"
only_git "a commit without a content"

# Without a base not even git.
traced
same "what is executed without a base" "$MIGCHECK_BIN" \
  "$(executed | grep -v '^/usr/bin/env$')"

# Only the project's own git on PATH is none.
run env PATH=".:$PWD/bin" "$MIGCHECK_BIN" check --quiet --base origin/main
exits "no git but the project's" 2
holds "no git but the project's" "$output" "there is no git on PATH"
run env PATH=".:$PWD/bin" "$MIGCHECK_BIN" check --quiet --staged
exits "no git for the index but the project's" 2
holds "no git for the index" "$output" "git cannot be asked for its content"
run env PATH=".:$PWD/bin" "$MIGCHECK_BIN" check --quiet --rev HEAD
exits "no git for a commit but the project's" 2
holds "no git for a commit" "$output" "there is no git on PATH"
same "what the configuration ran then" "" "$(cat "$canary" 2>/dev/null)"

finish

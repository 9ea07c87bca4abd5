#!/usr/bin/env python3
"""usage: tests/history/replay.py MIGCHECK REPOSITORY DIRECTORY

Walks through every commit of a Go project that touches its migrations (DIRECTORY) or a Go file that lists
them, and holds what `migcheck check` says there against set differences computed here from Go's own syntax:
composite literals `[]T{...}` with two names or more. History says what a list is: complete, once it held four
fifths of the directory; of that directory, once half of it, and two names, stood there. No code is shared
with migcheck. REPOSITORY may be bare; commits are checked out into a temporary work tree of it.

Prints one line for each commit and list that differ, and a count. Exit 0: no finding that is not expected,
and every list that migcheck takes for complete is reported exactly. Exit 1: else.
"""
import collections
import json
import re
import shutil
import subprocess
import sys
import tempfile

ENTRY = re.compile(r'\d+[_-][A-Za-z0-9_.-]+\.sql')
MIGRATION = re.compile(r'\d{3,}_.+\.sql')
RULES = {'list-missing-migration': 'missing', 'list-stale-entry': 'stale'}


def git(repository, *arguments):
    done = subprocess.run(['git', '-C', repository, *arguments], check=True, capture_output=True)
    return done.stdout.decode('utf-8', 'replace')


def tokens(text):
    """Kind and value of Go's tokens: 'string', 'word' or 'mark'; comments, runes and blanks are left out."""
    pattern = re.compile(
        r'//[^\n]*|/\*.*?(?:\*/|\Z)|"((?:\\.|[^"\\\n])*)"?|`([^`]*)`?|\'(?:\\.|[^\'\\\n])*\'?|(\w+)|(\S)', re.S)
    for found in pattern.finditer(text):
        quoted, raw, word, mark = found.groups()
        if quoted is not None or raw is not None:
            yield 'string', quoted if quoted is not None else raw
        elif word:
            yield 'word', word
        elif mark:
            yield 'mark', mark


def closing(toks, at):
    """The index of the brace that closes the one at `at`."""
    depth = 0
    for i in range(at, len(toks)):
        depth += {('mark', '{'): 1, ('mark', '}'): -1}.get(toks[i], 0)
        if depth == 0:
            return i
    return len(toks)


def lists(text):
    """(function, variable, entries) of every literal that names two migrations or more."""
    toks = list(tokens(text))
    found, at, depth, function = [], 0, 0, ''
    while at + 2 < len(toks):
        depth += {('mark', '{'): 1, ('mark', '}'): -1}.get(toks[at], 0)
        if depth == 0 and toks[at] == ('word', 'func'):
            name = at + 1
            if toks[name] == ('mark', '('):
                name = toks.index(('mark', ')'), name) + 1
            function = toks[name][1]
        elif depth == 0 and toks[at] in (('word', 'var'), ('word', 'const'), ('word', 'type')):
            function = ''
        if toks[at] == ('mark', '[') and toks[at + 1] == ('mark', ']'):
            brace = at + 2
            while brace < len(toks) and (toks[brace][0] == 'word' or toks[brace] in (('mark', '.'), ('mark', '*'))):
                brace += 1
            if brace > at + 2 and brace < len(toks) and toks[brace] == ('mark', '{'):
                end = closing(toks, brace)
                names = [value.rsplit('/', 1)[-1] for kind, value in toks[brace:end] if kind == 'string']
                entries = list(dict.fromkeys(name for name in names if ENTRY.fullmatch(name)))
                if len(entries) >= 2:
                    before = at - 1
                    while before > 0 and toks[before] in (('mark', ':'), ('mark', '=')):
                        before -= 1
                    named = before < at - 1 and toks[before][0] == 'word'
                    found.append((function, toks[before][1] if named else '', entries))
                    at = end
        at += 1
    return found


class History:
    """What each list has been up to now."""

    def __init__(self):
        self.complete, self.own = set(), set()

    def expected(self, sources, names):
        """Per file and variable: what must be reported missing and stale."""
        present = {name for name in names if MIGRATION.fullmatch(name)}
        wanted = collections.defaultdict(lambda: {'missing': set(), 'stale': set()})
        for path, text in sources:
            seen = collections.Counter()
            for function, variable, entries in lists(text):
                seen[function, variable] += 1
                key = path, function, variable, seen[function, variable]
                held = len(present & set(entries))
                if held >= 2 and 5 * held >= 4 * len(present):
                    self.complete.add(key)
                if held >= 2 and 2 * held >= len(entries):
                    self.own.add(key)
                if key in self.own:
                    wanted[path, variable]['stale'] |= set(entries) - names
                if key in self.own and key in self.complete:
                    wanted[path, variable]['missing'] |= present - set(entries)
        return wanted


def reported(program, tree):
    """Per file and variable: what migcheck reports; and the intents that it gives."""
    def run(command):
        return json.loads(subprocess.run([program, command, '--format', 'json', tree], capture_output=True).stdout)

    found = collections.defaultdict(lambda: {'missing': set(), 'stale': set()})
    for finding in run('check')['findings']:
        if finding['rule'] in RULES and finding['path'].endswith('.go'):
            kind = RULES[finding['rule']]
            found[finding['path'], finding['data'].get('list', '')][kind] |= set(finding['data'][kind])
    intents = collections.defaultdict(set)
    for one in run('lists')['lists']:
        intents[one['path'], one['name'] or ''].add(one['intent'])
    return found, intents


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, repository, directory = sys.argv[1:]
    listing = git(repository, 'log', '--format=', '--name-only', 'HEAD', '-G[0-9]{3}_[a-z0-9_]+\\.sql"', '--', '*.go')
    files = sorted(set(listing.split()))
    commits = git(repository, 'rev-list', '--topo-order', '--reverse', 'HEAD', '--', directory, *files).split()
    tree = tempfile.mkdtemp()
    git(repository, 'worktree', 'add', '--detach', '--no-checkout', '-f', tree, commits[0])
    history, counts = History(), collections.Counter()
    try:
        for commit in commits:
            # A partial clone may lack large files: what matters is text.
            subprocess.run(['git', '-C', tree, 'checkout', '-q', '-f', '--detach', commit], capture_output=True)
            names = {path.rsplit('/', 1)[-1] for path in git(repository, 'ls-tree', '--name-only', commit, directory + '/').split('\n')}
            held = set(git(repository, 'ls-tree', '-r', '--name-only', commit, '--', *files).split('\n'))
            wanted = history.expected([(path, git(repository, 'show', f'{commit}:{path}')) for path in files if path in held], names)
            found, intents = reported(program, tree)
            for key in sorted(set(wanted) | set(found)):
                want, got = wanted[key], found[key]
                if want == got:
                    verdict = 'agree, differing' if want['missing'] or want['stale'] else 'agree, clean'
                elif all(got[kind] <= want[kind] for kind in got) and 'complete' not in intents[key]:
                    verdict = 'silent: ' + '/'.join(sorted(intents[key] or {'not found'}))
                else:
                    verdict = 'WRONG'
                counts[verdict] += 1
                if want != got:
                    print(commit[:9], *key, verdict, {kind: sorted(want[kind] ^ got[kind]) for kind in want}, flush=True)
    finally:
        git(repository, 'worktree', 'remove', '--force', tree)
        shutil.rmtree(tree, ignore_errors=True)
    print(len(commits), 'commits', dict(counts))
    sys.exit(1 if counts['WRONG'] else 0)


main()

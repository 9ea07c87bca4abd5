#!/usr/bin/env python3
"""usage: tests/base/replay.py MIGCHECK REPOSITORY COUNT DIRECTORY [PATTERN]

Takes the last COUNT merged changes of a project that touch its migrations (DIRECTORY): a merge stands for its
pull request, any other commit on the main line for one that was squashed or rebased. For each, holds what
`migcheck check --rev HEAD --base TIP` says of the base against what `git diff` tells, computed here without
migcheck's code: the versions of migrations that the change edited, deleted or renamed since the merge base, and those
that it adds though another file, which came to the base meanwhile, has them. Files that only take back are
left out, as migcheck does. REPOSITORY may be bare; nothing is
checked out. PATTERN finds the version in a path below DIRECTORY (default: the digits that it begins with).

Prints each finding, one line for each change where the two differ, and a table. Exit 0: no finding that is not
expected, none missing. Exit 1: else. What is out of order is printed and counted, and left to the reader.
"""
import collections
import json
import re
import subprocess
import sys

RULES = {'edited-since-base': 'edited', 'deleted-since-base': 'deleted', 'renamed-since-base': 'renamed',
         'version-taken-on-base': 'taken', 'out-of-order-with-base': 'out of order'}


def git(repository, *arguments):
    done = subprocess.run(['git', '-C', repository, *arguments], check=True, capture_output=True)
    return done.stdout.decode('utf-8', 'replace')


def changes(repository, count, directory):
    """(tip of the base, head of the change, commit that landed), newest first."""
    log = git(repository, 'log', '--first-parent', '-m', '--format=%H %P', '-n', str(count), 'HEAD', '--', directory)
    for line in log.splitlines():
        landed, *parents = line.split()
        if parents:
            yield parents[0], parents[-1] if len(parents) == 2 else landed, landed


def differences(repository, old, new, directory):
    """Path -> (status, old id, new id); a move is a deletion and an addition."""
    raw = git(repository, 'diff', '--raw', '-z', '--no-renames', '--no-abbrev', old, new, '--', directory)
    fields = raw.split('\0')
    return {path: (head.split()[4], head.split()[2], head.split()[3]) for head, path in zip(fields[::2], fields[1::2])}


def expected(repository, base, head, directory, pattern):
    merge_base = git(repository, 'merge-base', base, head).split()[0]
    here = differences(repository, merge_base, head, directory)
    there = differences(repository, merge_base, base, directory)

    def version(path):
        applied = path.endswith('.sql') and not path.endswith('down.sql')
        found = pattern.match(path[len(directory) + 1:]) if applied else None
        return found and found.group(1)

    def added(all_of_them, is_new):
        return collections.defaultdict(set, {
            number: {path for path, change in all_of_them.items() if change[0] == 'A' and version(path) == number}
            for number in {version(path) for path, change in all_of_them.items() if change[0] == 'A'} - {None}
            if is_new(number)})

    before = {version(path) for path in git(repository, 'ls-tree', '-r', '--name-only', '-z', merge_base, '--',
                                            directory + '/').split('\0')} - {None}
    new = added(here, lambda number: number not in before)
    newer = added(there, lambda number: number not in before)
    found = collections.defaultdict(set)
    moved = {change[2] for path, change in here.items() if change[0] == 'A' and version(path)}
    for path, change in here.items():
        if not version(path):
            continue
        if change[0] == 'M' and change[1] != change[2]:
            found['edited'].add(version(path))
        elif change[0] == 'D':
            found['renamed' if change[1] in moved else 'deleted'].add(version(path))
    found['deleted'] -= found['renamed']
    for number in new.keys() & newer.keys():
        if new[number] != newer[number]:
            found['taken'].add(number)
    return found


def reported(migcheck, repository, base, head):
    done = subprocess.run(
        [migcheck, 'check', repository, '--rev', head, '--base', base, '--format', 'json',
         '--select', ','.join(RULES)],
        capture_output=True)
    if done.returncode > 1:
        raise RuntimeError(done.stderr.decode('utf-8', 'replace').strip() or f'exit {done.returncode}')
    return json.loads(done.stdout)['findings']


def main():
    migcheck, repository, count, directory = sys.argv[1:5]

    def below(finding):
        path = finding['data'].get('was') or finding['data'].get('file') or finding['path']
        return path[len(directory) + 1:] if path.startswith(directory + '/') else ''

    pattern = re.compile(sys.argv[5] if len(sys.argv) > 5 else r'(\d+)')
    total = collections.Counter()
    differ = 0
    for base, head, landed in changes(repository, int(count), directory):
        total['changes'] += 1
        try:
            wanted = expected(repository, base, head, directory, pattern)
            findings = reported(migcheck, repository, base, head)
        except (RuntimeError, subprocess.CalledProcessError) as error:
            total['not checked'] += 1
            print(landed[:12], 'not checked:', error)
            continue
        got = collections.defaultdict(set)
        for finding in findings:
            if not pattern.match(below(finding)):
                continue
            kind = RULES[finding['rule']]
            total[kind] += 1
            got[kind].add(pattern.match(below(finding)).group(1))
            print(landed[:12], finding['message'])
        for kind in ('edited', 'deleted', 'renamed', 'taken'):
            for word, some in (('not said', wanted[kind] - got[kind]), ('not expected', got[kind] - wanted[kind])):
                if some:
                    differ += 1
                    print(landed[:12], f'{kind}, {word}:', *sorted(some))
    for name, number in sorted(total.items()):
        print(f'{name:14} {number:5}')
    return 1 if differ else 0


if __name__ == '__main__':
    sys.exit(main())

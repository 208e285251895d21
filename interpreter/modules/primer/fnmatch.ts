// Module fnmatch: names against shell patterns, case kept as on POSIX. https://docs.python.org/3.11/library/fnmatch.html
import { primerModule } from './declare.ts';

export const fnmatch = primerModule(
  'fnmatch',
  String.raw`
from _lockstep import refuse

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']

_STAR = object()
_ANY = object()


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def fnmatchcase(name, pat):
    return _matches(_parsed(name, pat), name)


def filter(names, pat):
    names = list(names)
    parts = _parsed('', pat)
    return [name for name in names if _matches(parts, name)]


def translate(pat):
    refuse('fnmatch.translate')


def _parsed(name, pat):
    '''Of each part of the pattern: the star, any one character, a character, or what a set says.'''
    if not isinstance(name, str) or not isinstance(pat, str):
        refuse('fnmatch of what is no str')
    parts = []
    at = 0
    while at < len(pat):
        char = pat[at]
        at += 1
        if char == '*':
            if not parts or parts[-1] is not _STAR:
                parts.append(_STAR)
        elif char == '?':
            parts.append(_ANY)
        elif char == '[':
            first = at + (pat[at:at + 1] == '!')
            end = pat.find(']', first + 1)
            if end < 0:
                parts.append('[')
            else:
                parts.append((first > at, _ranges(pat[first:end])))
                at = end + 1
        else:
            parts.append(char)
    return parts


def _ranges(text):
    '''Pairs of a first and a last character.'''
    ranges = []
    at = 0
    while at < len(text):
        if text[at + 1:at + 2] == '-' and at + 2 < len(text):
            ranges.append((text[at], text[at + 2]))
            at += 3
        else:
            ranges.append((text[at], text[at]))
            at += 1
    return ranges


def _fits(part, char):
    if isinstance(part, tuple):
        negated, ranges = part
        return any(first <= char <= last for first, last in ranges) != negated
    return part is _ANY or part == char


def _matches(parts, name):
    # After a star the shortest stretch is tried first; only the last star is ever gone back to.
    at = i = 0
    star = resume = None
    while at < len(name):
        if i < len(parts) and parts[i] is _STAR:
            star, resume = i, at
            i += 1
        elif i < len(parts) and _fits(parts[i], name[at]):
            i += 1
            at += 1
        elif star is None:
            return False
        else:
            resume += 1
            i, at = star + 1, resume
    return all(part is _STAR for part in parts[i:])
`,
);

// Module difflib: how alike two sequences are, and in what they differ. https://docs.python.org/3.11/library/difflib.html
import { primerModule } from './declare.ts';

export const difflib = primerModule(
  'difflib',
  String.raw`
from _lockstep import refuse
from collections import namedtuple
from heapq import nlargest

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'diff_bytes', 'HtmlDiff', 'Match']

Match = namedtuple('Match', 'a b size')


def _alike(matches, length):
    return 2.0 * matches / length if length else 1.0


def _same(a, b):
    '''Whether what is known of one is true of the other.'''
    return a == b if isinstance(a, (str, tuple, bytes)) else a is b


class SequenceMatcher:
    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if _same(a, self.a):
            return
        self.a = a
        self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if _same(b, self.b):
            return
        self.b = b
        self.matching_blocks = self.opcodes = None
        self.fullbcount = None
        self._index()

    def _index(self):
        '''Where each element of b stands; those that say nothing of a match are left out.'''
        self.b2j = places = {}
        for j, element in enumerate(self.b):
            places.setdefault(element, []).append(j)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk = {element for element in places if self.isjunk(element)}
            for element in self.bjunk:
                del places[element]
        self.bpopular = set()
        size = len(self.b)
        if self.autojunk and size >= 200:
            most = size // 100 + 1
            self.bpopular = {element for element, at in places.items() if len(at) > most}
            for element in self.bpopular:
                del places[element]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        i, j, size = alo, blo, 0
        # Of each place in b, how long a match ends there and at the element of a before this one.
        ending = {}
        for at in range(alo, ahi):
            longer = {}
            for place in self.b2j.get(a[at], ()):
                if place < blo:
                    continue
                if place >= bhi:
                    break
                length = longer[place] = ending.get(place - 1, 0) + 1
                if length > size:
                    i, j, size = at - length + 1, place - length + 1, length
            ending = longer
        # What was left out may still stand beside a match: first what is no junk, then what is.
        for wanted in (False, True):
            while i > alo and j > blo and (b[j - 1] in junk) is wanted and a[i - 1] == b[j - 1]:
                i, j, size = i - 1, j - 1, size + 1
            while (i + size < ahi and j + size < bhi and (b[j + size] in junk) is wanted
                   and a[i + size] == b[j + size]):
                size += 1
        return Match(i, j, size)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        open_ = [(0, len(self.a), 0, len(self.b))]
        while open_:
            alo, ahi, blo, bhi = open_.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    open_.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    open_.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        i = j = size = 0
        for a, b, more in found:
            if i + size == a and j + size == b:
                size += more
            else:
                if size:
                    blocks.append(Match(i, j, size))
                i, j, size = a, b, more
        if size:
            blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        if self.opcodes is not None:
            return self.opcodes
        i = j = 0
        self.opcodes = codes = []
        for a, b, size in self.get_matching_blocks():
            if i < a or j < b:
                tag = 'replace' if i < a and j < b else 'delete' if i < a else 'insert'
                codes.append((tag, i, a, j, b))
            i, j = a + size, b + size
            if size:
                codes.append(('equal', a, i, b, j))
        return codes

    def get_grouped_opcodes(self, n=3):
        # The ends are cut off in the list that is kept, as they are in CPython.
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        if codes[0][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[0]
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        if codes[-1][0] == 'equal':
            tag, i1, i2, j1, j2 = codes[-1]
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        return _alike(sum(size for _, _, size in self.get_matching_blocks()), len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for element in self.b:
                self.fullbcount[element] = self.fullbcount.get(element, 0) + 1
        left = {}
        matches = 0
        for element in self.a:
            count = left.get(element, self.fullbcount.get(element, 0))
            left[element] = count - 1
            matches += count > 0
        return _alike(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _alike(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError('n must be > 0: %r' % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError('cutoff must be in [0.0, 1.0]: %r' % (cutoff,))
    scored = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        if all(score() >= cutoff for score in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)):
            scored.append((matcher.ratio(), candidate))
    return [candidate for _, candidate in nlargest(n, scored)]


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    for text in [*a, *b, fromfile, tofile, fromfiledate, tofiledate, lineterm]:
        if not isinstance(text, str):
            refuse('unified_diff of what is no str')
    for number, group in enumerate(SequenceMatcher(None, a, b).get_grouped_opcodes(n)):
        if number == 0:
            yield '--- ' + fromfile + (fromfiledate and '\t' + fromfiledate) + lineterm
            yield '+++ ' + tofile + (tofiledate and '\t' + tofiledate) + lineterm
        ours, theirs = _span(group[0][1], group[-1][2]), _span(group[0][3], group[-1][4])
        yield f'@@ -{ours} +{theirs} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                yield from (' ' + line for line in a[i1:i2])
                continue
            if tag != 'insert':
                yield from ('-' + line for line in a[i1:i2])
            if tag != 'delete':
                yield from ('+' + line for line in b[j1:j2])


def _span(start, stop):
    size = stop - start
    if size == 1:
        return f'{start + 1}'
    return f'{start + 1 if size else start},{size}'


def IS_LINE_JUNK(line, pat=None):
    if pat is not None:
        return pat(line) is not None
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def ndiff(*args, **kwargs):
    refuse('difflib.ndiff')


def restore(*args, **kwargs):
    refuse('difflib.restore')


def context_diff(*args, **kwargs):
    refuse('difflib.context_diff')


def diff_bytes(*args, **kwargs):
    refuse('difflib.diff_bytes')


class Differ:
    def __init__(self, *args, **kwargs):
        refuse('difflib.Differ')


class HtmlDiff:
    def __init__(self, *args, **kwargs):
        refuse('difflib.HtmlDiff')
`,
);

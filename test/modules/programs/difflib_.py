# Module difflib: matches, ratios, operations, close matches, unified diffs.
import difflib
from difflib import SequenceMatcher, get_close_matches, unified_diff

PAIRS = [
    ('abcd', 'bcde'), ('', ''), ('', 'a'), ('qabxcd', 'abycdf'), ('private Thread currentThread;', 'private volatile Thread;'),
    ([1, 2, 3, 4], [2, 4, 1, 3]), ('aaaa', 'aa'), ('kitten', 'sitting'), ('abxab', 'ab' * 3), ('x' * 210, 'x' * 205 + 'y'),
    ('ab' * 120 + 'c', 'c' + 'ab' * 110), ((1, 'a'), (1, 'b')),
]
for a, b in PAIRS:
    for junk in (None, lambda x: x in (' ', 'a', 2)):
        m = SequenceMatcher(junk, a, b)
        print(m.find_longest_match(), [tuple(block) for block in m.get_matching_blocks()][:9])
        print(m.get_opcodes()[:9], m.ratio(), m.quick_ratio(), m.real_quick_ratio(), sorted(m.bjunk), sorted(m.bpopular))
m = SequenceMatcher(None, 'x' * 210 + 'abc', 'abc' + 'x' * 210, autojunk=False)
print(m.ratio(), m.find_longest_match(0, 5, 0, 9), m.get_matching_blocks()[-1])
m.set_seq1('abc')
print(m.ratio(), list(m.get_grouped_opcodes(1)))
m.set_seqs('one', 'two')
print(m.ratio(), m.a, m.b)
words = ['ape', 'apple', 'peach', 'puppy', 'appel', 'applet']
print(get_close_matches('appel', words), get_close_matches('appel', words, n=1), get_close_matches('zzz', words))
print(get_close_matches('aple', words, cutoff=0.8), get_close_matches('aple', words, 5, 0.0))
for n, cutoff in ((0, 0.5), (1, 2)):
    try:
        get_close_matches('a', words, n, cutoff)
    except ValueError as error:
        print(error)
one = 'zero one two three four five six seven eight nine ten eleven twelve'.split()
two = 'zero one tree three four five six seven nine nine ten eleven twelve dozen'.split()
print('\n'.join(unified_diff(one, two, 'a.txt', 'b.txt', '2020', lineterm='')))
print(list(unified_diff(['a\n'], ['a\n'])), list(unified_diff([], ['b\n'], n=0)), list(unified_diff(['a\n', 'b\n'], ['a\n'])))
print(difflib.IS_LINE_JUNK('  # \n'), difflib.IS_LINE_JUNK('a'), difflib.IS_CHARACTER_JUNK('\t'))
m = SequenceMatcher(None, 'xxxxab', 'xxxxcb')
codes = m.get_opcodes()
print(list(m.get_grouped_opcodes(1)), codes, SequenceMatcher(None, 'same', 'sa' + 'me'[:2]).ratio())

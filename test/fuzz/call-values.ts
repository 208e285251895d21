// Values for calls, as Python text by kind: what a caller may well pass, and the corners; and the Python around the calls.
// Knows nothing of what is called.

/** Kind to texts, each an expression that needs no more than `CALL_PRELUDE`. */
export const CALL_VALUES = {
  int: ['0', '1', '2', '3', '-1', '-2', '5', '7', '10', '-7', '16', '36', '97', '255', '1000', '-1000'],
  wide: ['2**31', '-2**63', '10**20', '2**64 + 1', '-10**25'],
  bool: ['True', 'False'],
  float: [
    '0.0',
    '-0.0',
    '1.0',
    '0.5',
    '-2.5',
    '3.7',
    '1e16',
    '1e-7',
    '123456.789',
    '1e300',
    "float('inf')",
    "-float('inf')",
    "float('nan')",
    '2.675',
    '1/3',
  ],
  complex: ['1j', '1 + 2j', '-0.5j', 'complex(3, -4)'],
  text: [
    "''",
    "'a'",
    "'abc'",
    "'Hello World'",
    "'  padded\\t'",
    "'a,b,,c'",
    "'12'",
    "'-7'",
    "'3.14'",
    "'ß'",
    "'Ǆungla'",
    "'naïve café'",
    "'line\\nnext\\r\\nlast'",
    "'xX'",
    "'aaa'",
    "'tab\\tbed'",
    "'İstanbul'",
    "'0x1f'",
    "'½'",
    "'日本語'",
    "'a' * 12",
    "'UPPER case Title'",
    "'{0}-{name!r:>8}'",
    "'%d|%5.2f|%s'",
    "'é'",
  ],
  spec: [
    "'d'",
    "'>10'",
    "'<8.3f'",
    "'^+12,'",
    "'#x'",
    "'08b'",
    "'.2%'",
    "'e'",
    "'g'",
    "'s'",
    "'=10'",
    "'_'",
    "'*^9s'",
    "'c'",
    "'n'",
  ],
  bytes: ["b''", "b'abc'", "b'\\x00\\xff'", "b'Hello, World'", "b'12'", "b'a b  c'"],
  list: [
    '[]',
    '[1]',
    '[3, 1, 2]',
    "['b', 'a']",
    '[1, 2, 2, 3, 3, 3]',
    '[[1, 2], [3]]',
    '[0.5, 2, True]',
    '[None]',
    "[('a', 1), ('b', 2)]",
    "['x', 'y', 'z']",
    '[5, -4, 3, -2, 1, 0]',
    "['ab', 'cd']",
    '[1.5, 2.5, 4.0]',
    "[1, 'a', None]",
  ],
  tuple: ['()', '(1,)', '(1, 2)', "('a', 'b', 'c')", '(3, 1, 2)', "('abc', 5)", '(1, (2, [3]))'],
  dict: [
    '{}',
    "{'a': 1}",
    "{'b': 2, 'a': 1}",
    '{1: [2], 3: []}',
    "{1: 'x', 2.5: 'y', (3,): 'z'}",
    "{97: 'A', 98: None}",
  ],
  set: [
    'set()',
    '{1}',
    '{3, 1, 2}',
    "{'a'}",
    '{1, 2, 3, 4}',
    'frozenset({2, 3})',
    'frozenset()',
    '{(1, 2), 5}',
  ],
  range: ['range(5)', 'range(0)', 'range(10, 0, -3)', 'range(2, 20, 4)'],
  none: ['None'],
  slice: ['slice(None)', 'slice(1, 3)', 'slice(None, None, -1)', 'slice(-2, None)'],
  function: [
    'len',
    'str',
    'abs',
    'lambda x: x',
    'lambda x: -x',
    'lambda a, b: a + b',
    'lambda: 0',
    'int',
    'repr',
    'bool',
    'lambda x: x % 2',
    'operator.mul',
  ],
  type: [
    'int',
    'str',
    'list',
    'object',
    'ValueError',
    'dict',
    '(int, str)',
    'float',
    'tuple',
    'Point',
    'bool',
  ],
  iterator: [
    'iter([1, 2, 3])',
    "iter('abc')",
    '(x * x for x in range(4))',
    "zip([1, 2], 'ab')",
    'enumerate([5, 6])',
    'map(str, [1, 2])',
    'reversed([1, 2])',
  ],
  deque: ['deque()', 'deque([1, 2, 3])', "deque('abc', maxlen=3)", 'deque([1, 2], 2)'],
  mapping: [
    "Counter('abracadabra')",
    'Counter(a=3, b=-1)',
    "OrderedDict([('a', 1), ('b', 2)])",
    "defaultdict(int, {'a': 1})",
    'defaultdict(list)',
    "ChainMap({'a': 1}, {'b': 2})",
  ],
  fraction: ['Fraction(1, 3)', 'Fraction(-7, 2)', 'Fraction(4)', "Fraction('0.125')"],
  decimal: [
    "Decimal('1.10')",
    "Decimal('-0')",
    "Decimal('3.14159')",
    "Decimal('1E+3')",
    "Decimal('NaN')",
    "Decimal('Infinity')",
    'Decimal(7)',
  ],
  time: [
    'date(2024, 2, 29)',
    'date(1, 1, 1)',
    'datetime(2023, 12, 31, 23, 59, 59, 999999)',
    'datetime(2000, 1, 1)',
    'timedelta(days=1, seconds=5)',
    'timedelta(microseconds=-1)',
    'time(12, 30, 5)',
    'datetime(2020, 5, 17, tzinfo=timezone.utc)',
    'timezone.utc',
  ],
  pattern: [
    "re.compile('a(b)?')",
    "re.compile(r'(\\w+) (?P<n>\\w+)')",
    "re.compile('[a-c]+', re.I)",
    "re.compile(r'\\d+')",
    "re.compile('')",
  ],
  match: ["re.match(r'(\\w)(?P<rest>\\w*)', 'abc')", "re.search('(b)|(z)', 'abc')"],
  regex: [
    "'a'",
    "'[a-c]+'",
    "r'\\d+'",
    "r'(\\w)(\\w)'",
    "'a|b'",
    "'^.*$'",
    "r'\\b'",
    "'(?i)A'",
    "'x*'",
    "r'(?P<n>\\w+)'",
    "'('",
  ],
  object: [
    'Point(1, 2)',
    'Point(0, -1)',
    'Empty()',
    'ValueError(3)',
    "KeyError('k')",
    'Colour.RED',
    'Pair(1, 2)',
    "array('i', [1, 2, 3])",
    "StringIO('one\\ntwo')",
    'Ellipsis',
    'NotImplemented',
    'UserList([1, 2])',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type CallKind = keyof typeof CALL_VALUES;

export const CALL_KINDS = Object.keys(CALL_VALUES) as CallKind[];

/**
 * What the texts of values need, the classes they are instances of, and `tried`, which prints what came of a call. Sets are
 * shown in order, iterators by what they give.
 */
export const CALL_PRELUDE = `import operator
import re
from array import array
from collections import ChainMap, Counter, OrderedDict, UserList, defaultdict, deque, namedtuple
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from io import StringIO


@dataclass(order=True)
class Point:
    x: int
    y: int = 0

    def dist(self):
        return abs(self.x) + abs(self.y)


class Empty:
    pass


class Colour(Enum):
    RED = 1
    GREEN = 'g'


Pair = namedtuple('Pair', 'first second', defaults=[9])


def show(value):
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + str(sorted(map(show, value)))
    if type(value).__name__ in ('list', 'tuple'):
        return type(value).__name__ + '[' + ', '.join(map(show, value)) + ']'
    if hasattr(value, '__next__'):
        taken = []
        for item in value:
            taken.append(show(item))
            if len(taken) == 12:
                break
        return type(value).__name__ + ' of ' + ', '.join(taken)
    return type(value).__name__ + ' ' + repr(value)


def tried(number, call):
    try:
        result = call()
        text = show(result)
    except Exception as error:
        print(number, 'raised', type(error).__name__, str(error))
    else:
        print(number, text)
`;

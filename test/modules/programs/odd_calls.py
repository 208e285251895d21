# Calls that `npm run fuzz:calls` found to differ.
import array
import base64
import bisect
import datetime
import decimal
import hashlib
import io
import itertools
import keyword
import re
import zlib
from collections import OrderedDict, defaultdict, deque, namedtuple
from decimal import Decimal
from fractions import Fraction


def tried(call):
    try:
        print(repr(call()))
    except Exception as error:
        print(type(error).__name__, error)


match = re.match(r'(\w)(?P<rest>\w*)', 'abc')
for call in [
    lambda: list(match),
    lambda: max(match),
    lambda: list(itertools.chain(match)),
    lambda: dict(match),
    lambda: match.group({1}),
    lambda: match.span({}),
    lambda: match.start(slice(None)),
    lambda: match['rest'],
    lambda: 'a' in match,
]:
    tried(call)

# wrappers of slots
for call in [
    lambda: 'abc'.__len__(1),
    lambda: 'abc'.__getitem__(),
    lambda: 'abc'.__mul__(),
    lambda: (5).__mul__(1, 2),
    lambda: (5).__pow__(),
    lambda: (5).__add__(),
    lambda: [1].__setitem__(0),
    lambda: [1].__getitem__(0, 1),
    lambda: {}.__contains__(),
    lambda: {1}.__contains__(),
    lambda: {}.__setitem__(1),
    lambda: {}.__delitem__(),
    lambda: str.__len__(),
    lambda: str.__len__(5),
    lambda: str.upper(5),
    lambda: list.__iter__((1,)),
    lambda: int.__add__('a', 1),
    lambda: deque.append(5, 5),
    lambda: (1.5).__neg__(2),
    lambda: 'a'.__eq__(),
    lambda: 'a'.__eq__('a', x=1),
    lambda: (2).__rpow__(3, 5),
    lambda: (2).__rpow__(3, 'a'),
    lambda: (1.5).__pow__(2, 3),
    lambda: (1j).__pow__(2, 3),
    lambda: (1j).__pow__('a', 3),
]:
    tried(call)

# numbers
print((-1000) ** 1j, (2 + 3j) ** (1.5 - 2j), pow(1 + 1j, 0.5j))
for call in [
    lambda: True - Decimal('NaN'),
    lambda: Decimal(1) - Decimal('-NaN'),
    lambda: Decimal('1.1').copy_sign('-1'),
    lambda: Decimal('1.1').compare('2'),
    lambda: Decimal('1.1').max((1, 2)),
    lambda: Decimal('1.1').same_quantum('1'),
    lambda: Decimal('1.1').compare(2.5),
    lambda: Decimal('1.15').to_integral_value('ROUND_NONE'),
    lambda: Decimal('1.15').to_integral_value(rounding='ROUND_UP'),
    lambda: Decimal('1.15').to_integral_exact(5),
    lambda: Decimal('1.15').normalize(5),
    lambda: Decimal('1.15').sqrt(object),
    lambda: Decimal('x', 5),
    lambda: decimal.setcontext(5),
    lambda: decimal.localcontext(5),
    lambda: complex(Fraction(1, 4)),
    lambda: Fraction(1, 4).__complex__(),
]:
    tried(call)

# dates
day, moment = datetime.date(2024, 2, 29), datetime.datetime(2020, 5, 17, 1, 2, 3)
span = datetime.timedelta(days=1)
for call in [
    lambda: day.__rsub__(5),
    lambda: moment.__rsub__(5),
    lambda: span.__rtruediv__(5),
    lambda: span.__rmod__(5),
    lambda: span.__rdivmod__(5),
    lambda: span.__rfloordiv__(5),
    lambda: 5 / span,
    lambda: 5 % span,
    lambda: divmod(5, span),
    lambda: day < moment,
    lambda: day == moment,
    lambda: day.strftime(5),
    lambda: moment.strftime({}),
    lambda: moment.isoformat(5),
    lambda: moment.isoformat('T', 5),
    lambda: moment.isoformat('ab'),
    lambda: moment.isoformat(timespec='days'),
    lambda: datetime.timezone.utc.dst(5),
    lambda: datetime.timezone.utc.tzname('a'),
    lambda: datetime.timezone.utc.utcoffset(span),
    lambda: datetime.timezone.utc.utcoffset(moment),
]:
    tried(call)

# collections
Pair = namedtuple('Pair', 'first second', defaults=[9])
for call in [
    lambda: Pair(1)._replace(5),
    lambda: Pair(1)._replace(first=5),
    lambda: Pair(1)._replace(third=5),
    lambda: Pair(1)._asdict(5),
    lambda: Pair(1).__repr__(5),
    lambda: list[len],
    lambda: deque[abs],
    lambda: deque([1, 2], 2).insert('a', 1),
    lambda: deque([1, 2], 2).insert(0, 1),
    lambda: defaultdict.fromkeys(5),
    lambda: OrderedDict().update(match),
    lambda: bisect.insort_left((), 1),
    lambda: bytes(array.array('i', [1, -2])),
    lambda: bytes(array.array('b', [1, -2])),
]:
    tried(call)

# texts and bytes
for call in [
    lambda: b''.decode('x*'),
    lambda: b'a'.decode('x*'),
    lambda: str.maketrans(defaultdict(int)),
    lambda: io.StringIO('one').truncate(False),
    lambda: io.StringIO('one\ntwo').readlines(3),
    lambda: base64.b64encode({}),
    lambda: zlib.adler32({1}),
    lambda: keyword.iskeyword([]),
    lambda: keyword.iskeyword('for'),
]:
    tried(call)

# exceptions
for call in [
    lambda: UnicodeDecodeError('a'),
    lambda: UnicodeEncodeError('a', 5),
    lambda: ValueError(3).with_traceback(None),
]:
    tried(call)

for call in [lambda: (5).__rmod__('%d'), lambda: (2.5).__rmod__('%s'), lambda: 'a' % deque([1]), lambda: 'a' % [1]]:
    tried(call)

print(hashlib.md5, hashlib.sha256.__name__, hashlib.md5(b'a').hexdigest())
tried(lambda: hashlib.md5(b'', b''))
tried(lambda: hashlib.sha1('a'))

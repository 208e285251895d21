# Operator methods that return None or are None; what `yield from` does with iterators of the program's own; patterns
# and mappings that are no dicts; what goes wrong in __set_name__.
import collections
import collections.abc
from array import array


class Silent:
    def __add__(self, other): print('add', other)
    def __radd__(self, other): print('radd', other)
    def __iadd__(self, other): print('iadd', other)
    def __rpow__(self, other): return f'rpow {other}'
    def __matmul__(self, other): return None
    def __neg__(self): return None
    def __lt__(self, other): return None
    def __getitem__(self, key): return None
    def __contains__(self, key): return None
    def __call__(self): return None


silent = Silent()
print(silent + 1, 1 + silent, silent @ 2, -silent, silent < 1, silent[0], 3 in silent, silent(), None ** silent)
silent += 1
print(silent)


class Blocked(Silent):
    __iadd__ = None
    __sub__ = None
    __radd__ = None


blocked = Blocked()
for attempt in (lambda: blocked - 1, lambda: 1 + blocked, lambda: blocked + 1, lambda: 1 - blocked):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    blocked += 1
except TypeError as error:
    print(error)

letters = {'a': 1, 'b': 2}
for other in ({'a'}, frozenset('a'), ['a'], {'a': 3}.keys(), 'a'):
    for made in (letters.keys() & other, letters.keys() | other, letters.keys() - other, letters.keys() ^ other):
        print(type(made).__name__, sorted(made))
print(type(frozenset('a') & letters.keys()).__name__, type({'a'} - letters.keys()).__name__)


class Steps:
    def __init__(self): self.count = 0
    def __iter__(self): return self
    def __next__(self):
        self.count += 1
        if self.count > 2:
            raise StopIteration('done')
        return self.count
    def send(self, what): return f'sent {what}'
    def throw(self, error): return f'thrown {error!r}'
    def close(self): print('closed')


class Plain:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def through(iterator):
    result = yield from iterator
    yield f'result {result}'


print(list(through(Steps())), list(through(Plain(2))), list(through('ab')), list(through({1: 2})))
steps = through(Steps())
print(next(steps), steps.send(5), steps.throw(ValueError('x')))
steps.close()
for attempt in (lambda g: g.send(1), lambda g: g.throw(KeyError('k'))):
    plain = through(Plain(3))
    next(plain)
    try:
        print(attempt(plain))
    except Exception as error:
        print(repr(error))
try:
    list(through(5))
except TypeError as error:
    print(error)


class Pair(collections.abc.Sequence):
    def __init__(self, *items): self.items = items
    def __getitem__(self, i): return self.items[i]
    def __len__(self): return len(self.items)


class Table(collections.abc.Mapping):
    def __init__(self, **items): self.items_ = items
    def __getitem__(self, key): return self.items_[key]
    def __len__(self): return len(self.items_)
    def __iter__(self): return iter(self.items_)


class Parent: pass
class Child(Parent): pass
class Loud(dict):
    def get(self, key, default=None):
        print('get', key)
        return super().get(key, default)


collections.abc.Sequence.register(Parent)


def kind(subject):
    match subject:
        case {'a': a, **rest}:
            return 'mapping', a, rest
        case {}:
            return 'mapping'
        case [x, *_, y]:
            return 'sequence', x, y
        case [*_]:
            return 'sequence'
    return None


for subject in (
    Pair(1, 2, 3), Pair(), Table(a=1, b=2), Table(b=1), collections.UserDict(a=1), collections.UserList([1, 2]),
    collections.deque([1, 2]), array('i', [4, 5]), range(3), 'ab', b'ab', {1, 2}, iter([1]), Loud(a=5, c=6),
    collections.Counter('aab'), collections.OrderedDict(b=1), collections.ChainMap({'a': 1}), (1,), vars(Parent),
):
    print(type(subject).__name__, kind(subject))
class Sized(Child):
    def __len__(self): return 0
print(kind(Sized()))


class Failing:
    def __set_name__(self, owner, name): 1 / 0


try:
    class Owner:
        attr = Failing()
except RuntimeError as error:
    print(error, repr(error.__cause__))

# typical programs
from dataclasses import dataclass, field
from enum import Enum, auto, IntEnum
from typing import List, Dict, Optional, NamedTuple, Union, Callable, Any, Tuple, Generic, TypeVar
from abc import ABC, abstractmethod
from collections import defaultdict, Counter, OrderedDict, deque
from functools import lru_cache, wraps, reduce, total_ordering, singledispatch, partial, cached_property
from contextlib import contextmanager
import logging, json, re, math, itertools, operator, copy, string, textwrap, datetime, decimal
logger = logging.getLogger(__name__)
class Status(Enum):
    OPEN = auto(); CLOSED = auto()
    @property
    def label(self): return self.name.title()
@dataclass(order=True)
class Task:
    pri: int
    name: str = field(compare=False)
    status: Status = Status.OPEN
    tags: List[str] = field(default_factory=list, repr=False)
    def close(self): self.status = Status.CLOSED; logger.info('closed %s', self.name)
ts = [Task(3, 'c'), Task(1, 'a', tags=['x']), Task(2, 'b')]
for t in sorted(ts, key=lambda t: (t.pri, t.name)): print(t, t.status.label)
ts[0].close(); print(Counter(t.status for t in ts)[Status.OPEN], ts[0])
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self) -> None: self._items: List[T] = []
    def push(self, x: T) -> None: self._items.append(x)
    def pop(self) -> Optional[T]: return self._items.pop() if self._items else None
s = Stack[int](); s.push(1); print(s.pop(), s.pop())
class Shape(ABC):
    @abstractmethod
    def area(self) -> float: ...
    def __str__(self): return f'{type(self).__name__}({self.area():.2f})'
class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return math.pi * self.r ** 2
class Sq(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a ** 2
print([str(x) for x in (Circle(1), Sq(2))])
try: Shape()
except TypeError as e: print(e)
@total_ordering
class V:
    def __init__(self, *p): self.p = p
    def __eq__(self, o): return self.p == o.p
    def __lt__(self, o): return self.p < o.p
print(V(1, 2) <= V(1, 3), max(V(1), V(2)).p, V(1) >= V(0))
def retry(n):
    def d(f):
        @wraps(f)
        def w(*a, **k):
            for i in range(n):
                try: return f(*a, **k)
                except ValueError as e: print(f'try {i}: {e}')
            return None
        return w
    return d
@retry(2)
def bad(x): 'docs'; raise ValueError(x)
print(bad('q'), bad.__name__, bad.__doc__)
@singledispatch
def show(x): return 'obj'
@show.register
def _(x: int): return 'int'
@show.register(list)
def _(x): return 'list'
print(show(1), show([]), show('s'), show(True))
class Node:
    def __init__(self, v, nxt=None): self.v, self.nxt = v, nxt
class LL:
    def __init__(self, it=()):
        self.head = None; self.n = 0
        for x in it: self.add(x)
    def add(self, x): self.head = Node(x, self.head); self.n += 1
    def __iter__(self):
        c = self.head
        while c: yield c.v; c = c.nxt
    def __len__(self): return self.n
    def __repr__(self): return ' -> '.join(map(str, self)) + ' -> None'
print(LL([1, 2, 3]), len(LL('ab')), list(LL(range(3))), 2 in LL([1, 2]))
print(json.dumps({'a': [1, 2.5, None, True], 'b': {'c': 'é'}}, indent=2, sort_keys=True), json.loads('{"x": [1, {"y": null}]}'))
print(re.sub(r'(\w+)@(\w+)\.com', r'\2 at \1', 'bob@site.com'), re.findall(r'\d+', 'a1b22'), [m.span() for m in re.finditer('a', 'banana')])
print(textwrap.dedent('''
    hello
      world''').strip(), string.ascii_lowercase[:5], datetime.date(2024, 1, 31) + datetime.timedelta(days=30), decimal.Decimal('1.10') + decimal.Decimal('2.20'))
class Account:
    interest = 0.02; _count = 0
    def __init__(self, owner, balance=0): self.owner = owner; self.__balance = balance; Account._count += 1
    @property
    def balance(self): return self.__balance
    @balance.setter
    def balance(self, v):
        if v < 0: raise ValueError('Insufficient funds')
        self.__balance = v
    @classmethod
    def count(cls): return cls._count
    def __iadd__(self, x): self.balance += x; return self
a = Account('Al', 100); a += 50; print(a.balance, a._Account__balance, Account.count(), vars(a))
try: a.balance = -5
except ValueError as e: print('Error:', e)
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info(), reduce(operator.mul, range(1, 6)), list(itertools.accumulate([1, 2, 3], operator.mul)), list(itertools.groupby('aab'))[0][0], [list(g) for k, g in itertools.groupby([1, 1, 2])], list(itertools.product('ab', [1, 2])), list(itertools.combinations('abc', 2)), list(itertools.zip_longest([1], [2, 3], fillvalue=0)))
class P(NamedTuple):
    x: int; y: int = 0
print(P(1), P(1, 2)._replace(x=5), P(3)._asdict(), P(1) == (1, 0))
g = defaultdict(list)
for k, v in [('a', 1), ('b', 2), ('a', 3)]: g[k].append(v)
print(dict(g), g, OrderedDict([('z', 1)]), deque([1, 2], maxlen=2))
def bfs(gr, s):
    seen, q, out = {s}, deque([s]), []
    while q:
        n = q.popleft(); out.append(n)
        for m in gr.get(n, []):
            if m not in seen: seen.add(m); q.append(m)
    return out
print(bfs({1: [2, 3], 2: [4], 3: [4]}, 1))
matrix = [[1, 2, 3], [4, 5, 6]]; print([list(r) for r in zip(*matrix)], [[sum(a * b for a, b in zip(r, c)) for c in zip(*matrix)] for r in [[1, 2], [3, 4]]])
print(f"{'Name':<10}|{'Qty':>5}|{'Price':^10}|"); print(f"{'x':-<10}|{5:>5}|{3.14159:^10.2f}|", '%-10s|%5d' % ('ab', 7), '{:>8,}'.format(1234567))
if __name__ == '__main__':
    print('main', copy.deepcopy({'a': [1]}), sorted('bca', reverse=True), any([]), all([]))

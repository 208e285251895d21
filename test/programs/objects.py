# Every kind of object that can change, changed in every way it can: what the trace says of the heap is held against
# the machine at every instruction of this program.
import copy
import functools
import heapq
import itertools
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from enum import Enum


# lists
xs = [3, 1, 2]
xs.append(5)
xs.extend(x * 10 for x in range(2))
xs += (7, 8)
xs *= 2
xs.insert(1, 'in')
xs.insert(-100, 'first')
xs.remove('in')
print(xs.pop(), xs.pop(0), xs.pop(-2))
xs[0] = 'zero'
xs[-1] = -1
xs[1:3] = ['a', 'b', 'c', 'd']
xs[::2] = range(len(xs[::2]))
del xs[0]
del xs[1:4]
del xs[::-2]
xs.reverse()
print(xs)
ys = [9, 3, 7, 1]
ys.sort()
ys.sort(key=abs, reverse=True)
ys.append(ys)
print(ys)
ys.clear()
grid = [[0] * 2 for _ in range(2)]
grid[1][0] += 5
row = grid[1]
row.append(grid[0])
print(grid, copy.deepcopy(grid) == grid)
heap = []
for n in (5, 2, 8):
    heapq.heappush(heap, n)
print(heapq.heappop(heap), heapq.heapreplace(heap, 1), heap)
try:
    heap[9] = 1
except IndexError as error:
    print(error)

# dicts
d = {'a': 1, 'b': 2}
d['c'] = d.pop('a')
d['b'] += 40
d.setdefault('d', []).append('x')
d.update({'e': 5, True: 'yes'}, f=6)
d |= {1: 'one', 1.5: 'float'}
print(d.popitem(), d)
del d['b']
for key in list(d):
    if isinstance(key, str):
        d[key + key] = d.pop(key)
print(d, list(d.items())[0])
keys, values = d.keys(), d.values()
d['late'] = None
print(len(keys), None in values)
d.clear()
print(keys)
groups = defaultdict(list)
for word in 'to be or not to'.split():
    groups[len(word)].append(word)
groups[9]
print(dict(groups))
count = Counter('abracadabra')
count.update('zz')
count.subtract({'a': 3, 'q': 1})
count['b'] += 10
del count['c']
print(sorted(count.items()), count.most_common(1))
order = OrderedDict(a=1, b=2, c=3)
order.move_to_end('a')
order.move_to_end('c', last=False)
print(order.popitem(last=False), list(order))

# sets
s = {4, 1, 9}
s.add(16)
s.add(4)
s.discard(1)
s.discard(100)
s |= {25, 36}
s &= {4, 16, 25, 49}
s ^= {4, 5}
s -= {25}
s.update([2, 3], (7,))
s.difference_update({2})
s.intersection_update(range(10))
s.symmetric_difference_update([3, 11])
s.remove(11)
print(sorted(s), s.pop() in range(10), frozenset(s) == s)
s.clear()
many = {n * n for n in range(20)}
for n in range(0, 20, 3):
    many.discard(n * n)
print(len(many))

# deques
q = deque([1, 2, 3], maxlen=4)
q.append(4)
q.append(5)
q.appendleft(0)
q.extend([6, 7])
q.extendleft('xy')
q.rotate(1)
q[1] = 'set'
q.reverse()
print(q, q.pop(), q.popleft())
q.insert(1, 'mid')
q.remove('mid')
del q[0]
q.clear()


# classes and instances
class Counted:
    """Counts its instances."""

    made = 0
    names: list = []

    def __init__(self, name):
        self.name = name
        Counted.made += 1
        self.names.append(name)

    @property
    def shout(self):
        return self.name.upper()

    @shout.setter
    def shout(self, value):
        self.name = value.lower()

    @shout.deleter
    def shout(self):
        self.name = ''


one = Counted('one')
two = Counted('two')
two.extra = one
one.friend = two
del two.extra
one.shout = 'LOUD'
print(one.name, one.shout, Counted.made, Counted.names)
del one.shout
setattr(two, 'n', 1)
two.n += 1
print(getattr(two, 'n'), hasattr(two, 'extra'), sorted(vars(two)), repr(one.name))
delattr(two, 'n')
Counted.later = lambda self: self.name
print(two.later())
del Counted.later
two.__dict__['through'] = 'dict'
print(two.through)
swapped = one.friend
one.friend, two.friend = two.friend if hasattr(two, 'friend') else None, one
print(one.friend, swapped is two)


class Stack(list):
    def __init__(self, *items):
        super().__init__(items)
        self.pushes = 0

    def push(self, item):
        self.append(item)
        self.pushes += 1


stack = Stack(1, 2)
stack.push(3)
stack[0] = 'bottom'
print(stack, stack.pushes)


class Lower(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f'no {key}'


lower = Lower()
lower['ABC'] = 1
lower.tag = 'tagged'
print(lower, lower['x'], lower.tag)


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)


p = Point(1)
p.x += 4
p.tags.append('moved')
print(p, p == Point(5, 0, ['moved']))


class Color(Enum):
    RED = 1
    BLUE = 2


print(Color.RED, Color(2).name, [c.value for c in Color])
Pair = namedtuple('Pair', 'left right')
pair = Pair([1], 2)
pair.left.append(3)
print(pair, pair._replace(right=0))


class Slotted:
    __slots__ = ('a', 'b')


slotted = Slotted()
slotted.a = 1
slotted.b = slotted.a + 1
del slotted.a
print(hasattr(slotted, 'a'), slotted.b)


# functions, cells, generators
def counter(start):
    total = start

    def add(n=1, *, log=[]):
        nonlocal total
        total += n
        log.append(total)
        return log

    def forget():
        nonlocal total
        del total
        total = 0

    return add, forget


add, forget = counter(10)
add()
print(add(5))
forget()
print(add(2), add.__name__)
add.calls = 3
add.calls += 1
del add.calls


def walk(tree):
    left, value, right = tree
    if left:
        yield from walk(left)
    got = yield value
    if got:
        tree.append(got)
    if right:
        yield from walk(right)


tree = [[None, 1, None], 2, [None, 3, None]]
walker = walk(tree)
print(next(walker), next(walker), walker.send('sent'), list(walker), tree)


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(8), fib.cache_info().hits)
bound = xs.append
bound('bound')
method = two.__init__
method('again')
print(xs[-1], two.name, Counted.made)
pairs = zip(itertools.count(), 'ab')
print(next(pairs), list(pairs))


# exceptions
class Trouble(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code


try:
    try:
        raise Trouble(7, 'bad')
    except Trouble as trouble:
        trouble.args = (8,)
        trouble.note = ['kept']
        trouble.note.append(trouble.code)
        raise KeyError('k') from trouble
except KeyError as error:
    print(repr(error), repr(error.__cause__), error.__cause__.note, error.__context__ is error.__cause__)


def fail(depth):
    if depth == 0:
        return [][0]
    try:
        return fail(depth - 1)
    finally:
        xs.append(depth)


try:
    fail(2)
except LookupError as error:
    kept = error
print(xs[-2:], kept, type(kept).__name__)

# expect:
# 8 first 10
# [7, 6, 5, 4, 3, 'a']
# [9, 7, 3, 1, [...]]
# [[0, 0], [5, 0, [0, 0]]] True
# 2 5 [1, 8]
# list assignment index out of range
# (1.5, 'float') {'b': 42, 'c': 1, 'd': ['x'], 'e': 5, True: 'one', 'f': 6}
# {True: 'one', 'cc': 1, 'dd': ['x'], 'ee': 5, 'ff': 6} (True, 'one')
# 6 True
# dict_keys([])
# {2: ['to', 'be', 'or', 'to'], 3: ['not'], 9: []}
# [('a', 2), ('b', 12), ('d', 1), ('q', -1), ('r', 2), ('z', 2)] [('b', 12)]
# ('c', 3) ['b', 'a']
# [5, 7] True True
# 13
# deque(['x', 'set'], maxlen=4) 4 3
# loud LOUD 2 ['one', 'two']
# 2 False ['n', 'name'] ''
# two
# dict
# None True
# ['bottom', 2, 3] 1
# {'abc': 1} no x tagged
# Point(x=5, y=0, tags=['moved']) True
# Color.RED BLUE [1, 2]
# Pair(left=[1, 3], right=2) Pair(left=[1, 3], right=0)
# False 2
# [11, 16]
# [11, 16, 2] add
# 1 2 3 [] [[None, 1, None], 2, [None, 3, None], 'sent']
# 21 6
# bound again 3
# (0, 'a') [(1, 'b')]
# KeyError('k') Trouble(8) ['kept', 7] True
# [1, 2] list index out of range IndexError
# lines 379 c225320b

# What is said of arguments that do not fit, in the words of the part of CPython that takes them.
import operator, heapq, bisect, functools, itertools, json, string, statistics
from fractions import Fraction
from types import SimpleNamespace
def attempt(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
for f in (lambda: '%r' % 1j, lambda: '%s|%5s' % (1j, 2j), lambda: '%d' % 1j, lambda: '%(a)s' % 1j,
          lambda: (5).__add__(1, x=1), lambda: [].__len__(k=1), lambda: 'a'.__mul__(2.5), lambda: [].__imul__('a'), lambda: (1,).__rmul__(),
          lambda: (5).__pow__(2.5), lambda: True.__pow__(0.5), lambda: (2.0).__pow__(3), lambda: (5).__pow__(2, 7),
          lambda: b''.__bytes__(1), lambda: operator.add(1), lambda: operator.add(1, x=2), lambda: operator.neg(1, 2), lambda: operator.add.__module__,
          lambda: heapq.heappush(None, 1), lambda: heapq.heapify(None), lambda: heapq.heappop((1,)), lambda: heapq.heappush([], 1, x=1),
          lambda: bisect.bisect({}, 1), lambda: bisect.bisect({1, 2}, 1), lambda: bisect.insort({'a': 1}, 2), lambda: format(1, None),
          lambda: type(None, (), {}), lambda: {}.__format__(None), lambda: list(enumerate('ab', None)), lambda: len(**5) if False else max(*5),
          lambda: itertools.combinations(5, None), lambda: itertools.chain([1], **5), lambda: operator.add(**5), lambda: json.dumps(**5),
          lambda: Fraction(**5), lambda: statistics.mean(**5), lambda: SimpleNamespace(1), lambda: string.capwords(5),
          lambda: json.loads(5, zork=1), lambda: operator.countOf(5, 1), lambda: operator.indexOf(None, 1),
          lambda: [x for _, x in zip(range(3), itertools.count(Fraction(1, 2), Fraction(1, 3)))],
          lambda: [x for _, x in zip(range(2), itertools.count(1j))], lambda: itertools.count('a')):
    attempt(f)
# `a *= b` repeats b only where a has nothing of a sequence.
class Own: pass
for a, b in (({'a': 1}, [1]), ({1}, 'ab'), (range(3), (1,)), (Own(), [1]), (2.5, [1]), (None, 'a'), (2, 'ab'), ([1], 'a'), ('a', [1])):
    try: a *= b; print(a)
    except TypeError as e: print(e)
# What is wrong with the slice is said before what is wrong with the values.
for s in (slice(None, None, 0), slice('a', None), slice(None, None, 2), slice(None, None, True), slice(1, 2.5)):
    x = [1, 2, 3, 4]
    try: x[s] = 5
    except Exception as e: print(type(e).__name__, e)
# A method can be made of any function and object.
from types import MethodType
class Dog:
    def __init__(self, name): self.name = name
rex = Dog('Rex'); rex.bark = MethodType(lambda self, n=1: self.name + '!' * n, rex)
print(rex.bark(), rex.bark(n=2), rex.bark.__self__ is rex, MethodType(len, 'abc')(), type(rex.bark) is MethodType)
for f in (lambda: MethodType(), lambda: MethodType(5, 1), lambda: MethodType(len, None)): attempt(f)

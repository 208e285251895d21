# What changed programs were found to differ in.
import heapq
import itertools
from collections import ChainMap, deque
import re
from typing import List
def tried(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
def outer():
    return [(lambda: 0) for _ in range(1)][0], [[(lambda: 1) for a in [1]] for b in [1]][0][0], (lambda: [lambda: 2 for _ in 'a'])()[0], next((lambda: 3) for _ in 'a')
for f in outer(): print(f.__qualname__); tried(lambda: f(1, 2))
class C:
    fs = [lambda: 0 for _ in 'a']
print(C.fs[0].__qualname__, [lambda: 0 for _ in 'a'][0].__qualname__)
tried(lambda: heapq.nsmallest([5], 5)); tried(lambda: heapq.nsmallest([5], [5])); tried(lambda: heapq.nsmallest('a', iter([5])))
tried(lambda: dict(ChainMap({}, [{}]))); tried(lambda: deque().insert()); tried(lambda: deque().insert(1)); tried(lambda: ''.join(5)); tried(lambda: ''.join(re.match('a', 'a'))); tried(lambda: 'a'.encode('ascii ')); tried(lambda: 'a'.encode('-utf 8-')); tried(lambda: ','.join(['a', 5])); tried(lambda: ','.join(x for x in 'abc')); tried(lambda: ','.join({'a': 1}))


# merge is a generator: nothing happens before its first element
def lazily():
    merged = heapq.merge(None, [1])
    yield 'made'
    yield next(merged)


for f in [lambda: list(lazily()), lambda: list(heapq.merge([1, 4], [2, 3])), lambda: list(heapq.merge([4, 1], [3, 2], reverse=True)), lambda: dict(ChainMap({'a': 1}, [dict])), lambda: dict(ChainMap({}, {'a': 1}, {'a': 2, 'b': 3})), lambda: itertools.tee(True, 0), lambda: re.compile('a').match([1], [2]), lambda: re.compile('a').search(5, 'a'), lambda: re.match('a', 'a').group([1]), lambda: re.match('(?P<n>a)', 'a').group([1]), lambda: List[next], lambda: list[next], lambda: type([], key=1)]:
    tried(f)


def again():
    yield from merged


merged = heapq.merge(again())
tried(lambda: next(merged))

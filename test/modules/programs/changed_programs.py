# What changed programs were found to differ in.
import heapq
from collections import ChainMap, deque
import re
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

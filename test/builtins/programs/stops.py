# StopIteration that escapes a function given to a lazy iterator ends its elements.
def stop(v):
    return next(iter([]))
def at3(v):
    if v == 3:
        raise StopIteration
    return v
print(list(map(stop, [5])))
print(list(map(at3, [1, 2, 3, 4])))
print(list(filter(at3, [1, 2, 3, 4])))
print([x for x in map(at3, [1, 2, 3, 4])])
for x in map(at3, [1, 3, 2]): print(x)
print(sum(map(at3, [1, 2, 3, 4])))
print(dict(zip('ab', map(at3, [3, 2]))))
from itertools import takewhile, dropwhile, starmap, accumulate, groupby, chain
print(list(takewhile(at3, [1, 2, 3, 4])))
print(list(starmap(lambda a, b: at3(a), [(1, 1), (3, 1)])))
print(list(accumulate([1, 2, 3, 4], lambda a, b: at3(b))))
print(list(iter(lambda: at3(3), 0)))
print([(k, list(g)) for k, g in groupby([1, 1, 3, 2], at3)])
print(list(chain.from_iterable(map(at3, [[1], [2]]))))
a, b = map(at3, [1, 2]); print(a, b)
print(max(map(at3, [1, 2, 3])))
print(3 in map(at3, [3]))
print('-'.join(map(lambda x: str(at3(x)), [1, 2, 3])))
try:
    print(sorted([1, 3], key=at3))
except StopIteration as e: print('SI', e)
try:
    print(next(map(at3, [3])))
except StopIteration as e: print('SI', e)
print(next(map(at3, [3]), 'dflt'))
print([*map(at3, [1, 3])], {*map(at3, [1, 3])}, tuple(map(at3, [2, 3])))
def g():
    yield from map(at3, [1, 3, 2])
print(list(g()))
print(list(enumerate(map(at3, [1, 3]))), list(zip(map(at3, [1, 3]), 'ab')), any(map(at3, [0, 3])), all(map(at3, [1, 3])))
print(list(reversed([1]))); from functools import reduce
try: print(reduce(lambda a, b: at3(b), [1, 2, 3]))
except StopIteration: print('SI')
import heapq; print(list(heapq.merge(map(at3, [1, 2, 3]), [5])))
print(list(dropwhile(at3, [1, 3, 2])))

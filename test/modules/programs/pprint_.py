import pprint, sys
from pprint import pprint as pp, pformat, PrettyPrinter
data = {'b': [1, 2, 3], 'a': {'x': list(range(30)), 'long': 'word ' * 30, 'n': None}, 'c': ('t', (1,), ())}
for kw in ({}, {'width': 40}, {'width': 20}, {'indent': 4}, {'compact': True}, {'depth': 1}, {'depth': 2}, {'sort_dicts': False}, {'width': 30, 'compact': True, 'indent': 2}):
    pp(data, **kw); print(kw, pformat([data, 'x'], **kw))
pp([{'id': i, 'name': 'item %d' % i, 'tags': ['a', 'b']} for i in range(5)]); pp('short'); pp('long ' * 30); pp({1, 3, 2}); pp(set(range(40))); pp({}); pp([]); pp(5); pp([['x' * 20] * 3] * 3); pp({'k': {'k': {'k': {}}}}, width=1)
pp({3: 'a', 1: 'b', 'z': 1} if 0 else {3: 'a', 1: 'b'}); pp(('a' * 50, 'b' * 50)); pp(('a' * 90,)); pp('a\nb\n' * 20); pp([10**6, 123456], underscore_numbers=True); PrettyPrinter(indent=2, width=30).pprint(data); pprint.pp({'b': 1, 'a': 2}); pp(frozenset(range(50))); pp({'x': 'multi line text ' * 10, 'y': ['nested text ' * 10]})
class A:
    def __repr__(self): return 'A' * 50
pp([A(), A()]); pp({'a': A(), 'b': [A()]})

from collections import UserDict, UserList
import inspect
class D(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return 'missing ' + k
d = D({'A': 1}, B=2); d['C'] = 3; d.update(E=5); print(d, d['zz'], d.get('q'), 'a' in d, list(d.items()), len(d), d.pop('a'), d.data, d | {'x': 1}, d == {'b': 2, 'c': 3, 'e': 5}, d.copy(), dict(d), UserDict.fromkeys('ab', 0), sorted(d.keys()))
class L(UserList):
    def total(self): return sum(self.data)
l = L([3, 1, 2]); l.append(5); l.sort(); print(l, l.total(), l[1:], type(l[1:]).__name__, l + [1], [0] + l, l * 2, l == [1, 2, 3, 5], 3 in l, l.index(3), len(l), list(reversed(l)), l.pop(), l.copy()); l.extend([7]); l += [8]; l[0] = 9; del l[1]; l.reverse(); print(l, l < [10], isinstance(l, list))
def f():
    """Doc line.

        indented
    more
    """
class K:
    'k'
    def m(self): pass
print(inspect.isclass(K), inspect.isfunction(f), inspect.ismethod(K().m), inspect.isbuiltin(len), repr(inspect.getdoc(f)), inspect.getdoc(K), repr(inspect.cleandoc('  a\n    b\n      c\n')), inspect.isgenerator(x for x in []), inspect.isroutine(print))

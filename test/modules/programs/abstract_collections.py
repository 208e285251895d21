from collections.abc import MutableMapping, Mapping, Sequence, MutableSequence, Set, Iterator, Iterable
class M(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(); m['a'] = 1; m.update(b=2); print(m.get('a'), m.get('z', 0), list(m.items()), list(m.keys()), list(m.values()), 'a' in m, m.pop('a'), m.setdefault('q', 5), m == {'b': 2, 'q': 5}, m.popitem(), len(m)); m.clear(); print(len(m))
class S(Sequence):
    def __getitem__(self, i): return [1, 2, 3][i]
    def __len__(self): return 3
s = S(); print(list(s), 2 in s, s.index(3), s.count(1), list(reversed(s)), isinstance(s, Iterable))
class L(MutableSequence):
    def __init__(self): self.l = []
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
l = L(); l.append(1); l.extend([2, 3]); l += [4]; l.reverse(); print(l.l, l.pop(), l.index(2)); l.remove(3); print(l.l); l.clear(); print(l.l)
class T(Set):
    def __init__(self, x): self.s = sorted(set(x))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
print((T([1, 2]) & T([2, 3])).s, (T([1]) | T([2])).s, T([1]) <= T([1, 2]), T([1]) == T([1]), (T([1, 2]) - T([2])).s, T([1]).isdisjoint(T([2])), (T([1,2]) ^ T([2,3])).s)
class I(Iterator):
    def __init__(self): self.n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(I()))

class Desc:
    def __init__(self, v): self.v = v
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o=None): return self if i is None else i.__dict__.get(self.n, self.v)
    def __set__(self, i, v):
        if v < 0: raise ValueError(f'{self.n} < 0')
        i.__dict__[self.n] = v
    def __delete__(self, i): del i.__dict__[self.n]; print('deleted')
class A:
    x = Desc(5)
    __slots__ = ('__dict__', 'y')
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print('sub', cls.__name__, tag)
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
    def __getattr__(self, n):
        if n.startswith('dyn_'): return n[4:]
        raise AttributeError(f'no {n}')
    def __call__(self, *a, k=1, **kw): return a, k, kw
    def __enter__(self): print('enter'); return self
    def __exit__(self, t, v, tb): print('exit', t and t.__name__, v); return t is KeyError
    def __len__(self): return 3
    def __bool__(self): return False
    def __contains__(self, i): return i == 'in'
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __iter__(self): return iter('abc')
    def __reversed__(self): return iter('cba')
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return ('round', n)
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __index__(self): return 2
    def __complex__(self): return 1
    def __format__(self, s): return f'<{s}>'
    def __hash__(self): return 77
    def __eq__(self, o): return isinstance(o, A) or o == 1
    def __lt__(self, o): return True
    def __matmul__(self, o): return ('@', o)
    def __rmatmul__(self, o): return ('r@', o)
    def __imatmul__(self, o): return 'i@'
    def __radd__(self, o): return ('radd', o)
    def __iadd__(self, o): print('iadd'); return self
    def __divmod__(self, o): return ('dm', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o): return ('rpow', o)
    def __trunc__(self): return 9
    def __floor__(self): return 8
    def __ceil__(self): return 10
    def __length_hint__(self): return 3
    def __bytes__(self): return b'by'
    def __repr__(self): return 'A()'
    def __dir__(self): return ['z', 'a']
    def __missing__(self, k): return k
class B(A, tag='T'): pass
a = A()
print(a.x, A[int], a.dyn_foo, a(1, 2, k=3, z=4), len(a), bool(a), 'in' in a, a[1:2], a[1, ...], list(a), list(reversed(a)), -a, +a, ~a, abs(a), round(a), round(a, 2), int(a), float(a), [1, 2, 3][a], f'{a:>5}', format(a, 'q'), hash(a), a == 1, a != 1, a < 2, a @ 1, 1 @ a, 5 + a, divmod(a, 3), a ** 2, pow(a, 2, 3), 2 ** a, bytes(a), hex(a), 'x' * a, 2 > a)
import math
print(math.trunc(a), math.floor(a), math.ceil(a), math.sqrt(a))
a.x = 7; print(a.x, a.__dict__, A.x is A.__dict__['x']); del a.x; print(a.x)
try: a.x = -1
except ValueError as e: print(e)
try: a.nope
except AttributeError as e: print(e)
with a as q: raise KeyError('k')
try:
    with a: raise TypeError('t')
except TypeError as e: print('got', e)
a[1] = 2; del a[3]; a += 1; a @= 2; print(a)
class S:
    __slots__ = ('p', 'q')
s = S(); s.p = 1
try: s.r = 1
except AttributeError as e: print(e)
try: s.q
except AttributeError as e: print(e)
try: s.__dict__
except AttributeError as e: print(e)
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): 'doc'; return self._v
    @v.setter
    def v(self, x): self._v = x * 2
    @v.deleter
    def v(self): self._v = -1
    @staticmethod
    def st(x): return x + 1
    @classmethod
    def cl(cls, x): return cls.__name__, x
    @property
    def ro(self): return 1
p = P(); p.v = 4; print(p.v); del p.v; print(p.v, P.st(1), p.st(2), P.cl(3), p.cl(4), P.v.fget(p), P.v.__doc__)
try: p.ro = 2
except AttributeError as e: print(e)
try: del p.ro
except AttributeError as e: print(e)
class C1:
    def who(self): return 'C1'
class C2(C1):
    def who(self): return 'C2>' + super().who()
class C3(C1):
    def who(self): return 'C3>' + super().who()
class C4(C2, C3):
    def who(self): return 'C4>' + super().who()
print(C4().who(), [c.__name__ for c in C4.__mro__], super(C2, C4()).who(), C4.__bases__, issubclass(C4, C1), isinstance(C4(), (int, C3)))
class Cnt:
    n = 0; items = []
    def __init__(self): Cnt.n += 1; self.items.append(Cnt.n)
Cnt(); Cnt(); print(Cnt.n, Cnt().items, Cnt.items is Cnt().items)
def df(x, acc=[]): acc.append(x); return acc
print(df(1), df(2), df(3, []), df.__defaults__)
class GS:
    def __setattr__(self, n, v): print('sa', n); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('da', n); super().__delattr__(n)
g = GS(); g.a = 1; del g.a
class Ctr:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1; return self.n
print(list(Ctr(3)), sum(Ctr(4)), max(Ctr(3)), tuple(zip(Ctr(2), Ctr(3))), [*Ctr(2)], {**{'a': 1}, 'b': 2}, dict(enumerate(Ctr(2))))

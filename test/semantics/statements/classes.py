# Programs of a few lines each, for `table.test.ts`: what they print and how they end is held against CPython.
# ----
class A:
    def m(self, x): pass
A().m()
# ----
class A:
    def __init__(self, x): pass
A()
# ----
class A: pass
A(1)
# ----
class A: pass
A().x
# ----
class A: pass
print(A.x)
# ----
class A: pass
A() + 1
# ----
class A: pass
A() < A()
# ----
class A: pass
len(A())
# ----
class A: pass
A()[0]
# ----
class A: pass
for x in A(): pass
# ----
class A: pass
A()()
# ----
class A:
    def __eq__(self, other): return True
print(A() == 1, 1 == A(), A() != 1, A() in [5])
hash(A())
# ----
class A:
    def __bool__(self): return 5
if A(): pass
# ----
class A:
    def __len__(self): return -1
len(A())
# ----
class A:
    def __len__(self): return 0
print(bool(A()), not A(), [] or A().__len__())
# ----
class A:
    def __repr__(self): return 5
print(A())
# ----
class A:
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(A(), [A()], f'{A()} {A()!r}', '%s %r' % (A(), A()), str(A()), {1: A()})
# ----
class A:
    def __getattr__(self, name): return name * 2
    def __getitem__(self, key): return key
    def __call__(self, *args, **kw): return args, kw
    def __contains__(self, x): return x == 1
a = A()
print(a.xy, a[1], a[1:2], a[1, 2], a(1, x=2), 1 in a, 2 in a)
# ----
class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): return 'radd'
    def __lt__(self, o): return self.v < o.v
    def __iadd__(self, o): self.v += o; return self
a = A(1)
a += 5
print(a.v, 1 + a, sorted([A(3), A(1)])[0].v, max(A(1), A(2)).v, A(1) > A(0))
a + 1
# ----
class A:
    x = 1
    def f(self): return self.x
    @property
    def p(self): return 'p'
    @staticmethod
    def s(v): return v
    @classmethod
    def c(cls): return cls.__name__
class B(A):
    x = 2
    def f(self): return super().f() + 10
print(A().f(), B().f(), A().p, A.s(1), B.c(), B.__mro__[1].__name__, isinstance(B(), A), issubclass(B, A))
B().p = 5

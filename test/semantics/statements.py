# Programs of a few lines each, for `table.test.ts`: what they print and how they end is held against CPython.
# ----
print(), print('a', 1, None, True, 1.5, sep='|', end='!\n')
print(*[1, 2], *'ab', sep='')
print('a', sep=None, end=None)
# ----
print('a', sep=1)
# ----
print('a', foo=1)
# ----
a, b = 1, 2
a, b = b, a
(c, d), e = [a, b], 'x'
f, *g = 'hello'
*h, i = range(4)
[j, [k, *l]] = 1, [2, 3, 4]
m = n = [0]
m.append(1)
print(a, b, c, d, e, f, g, h, i, j, k, l, n)
# ----
a, b = 1
# ----
a, b = 1, 2, 3
# ----
a, b, *c = [1]
# ----
a, b = {}
# ----
x = [1, 2, 3]
for v in x:
    if v < 6:
        x.append(v + 3)
    print(v, end=' ')
print(x)
# ----
x = [1, 2, 3, 4]
for v in x:
    x.remove(v)
print(x)
# ----
d = {1: 2}
for k in d:
    d[k + 1] = 0
# ----
d = {1: 2, 3: 4}
for k in d:
    del d[k]
# ----
d = {1: 2}
for k in d:
    d[1] = 5
print(d)
# ----
s = {1}
for v in s:
    s.add(v + 1)
# ----
d = {1: 1, 2: 2}
for k in list(d):
    del d[k]
print(d)
# ----
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print(i, j)
    else:
        print('inner', i)
else:
    print('outer')
# ----
n = 0
while n < 3:
    n += 1
    if n == 5:
        break
else:
    print('done', n)
while True:
    n -= 1
    if n < 0:
        break
else:
    print('never')
print(n)
# ----
i = 10
for i in []:
    pass
print(i)
for i in range(2):
    i += 10
print(i)
# ----
del x
# ----
x = 1
del x
print(x)
# ----
def f():
    print(x)
    x = 1
f()
# ----
def f():
    def g():
        return y
    g()
    y = 1
f()
# ----
x = 1
def f():
    global x
    x += 1
    return x
print(f(), f(), x)
# ----
def f():
    n = 0
    def g():
        nonlocal n
        n += 1
        return n
    g()
    return g(), n
print(f())
# ----
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
# ----
def f(a, b=[]):
    b.append(a)
    return b
print(f(1), f(2), f(3, []), f(4))
# ----
def f(a, b, /, c, *, d, e=5):
    return a, b, c, d, e
print(f(1, 2, 3, d=4), f(1, 2, c=3, d=4, e=6))
f(1, b=2, c=3, d=4)
# ----
def f(a, b, c): pass
f(1)
# ----
def f(a, b, c=1): pass
f(1, 2, 3, 4)
# ----
def f(*, a, b): pass
f()
# ----
def f(a): pass
f(1, b=2)
# ----
def f(a): pass
f(1, a=2)
# ----
def f(): pass
f(1)
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
# ----
try:
    1 / 0
except ZeroDivisionError as e:
    print(e, type(e).__name__)
print(e)
# ----
try:
    try:
        [][0]
    finally:
        print('finally')
except (KeyError, IndexError) as e:
    print(repr(e))
else:
    print('no')
# ----
def f():
    try:
        return 'try'
    finally:
        print('finally')
def g():
    try:
        1 / 0
    finally:
        return 'swallowed'
def h():
    for i in range(3):
        try:
            continue
        finally:
            print(i)
print(f(), g(), h())
# ----
try:
    raise ValueError('a') from KeyError('b')
except ValueError as e:
    print(repr(e.__cause__))
# ----
raise ValueError
# ----
raise ValueError('a', 1)
# ----
raise KeyError('k')
# ----
raise 5
# ----
raise
# ----
class E(Exception):
    pass
raise E('own')
# ----
class E(Exception):
    def __str__(self): return 'text'
raise E(1)
# ----
assert 1 == 1, 'no'
assert 1 == 2, 'yes'
# ----
assert []
# ----
assert 0, ('a', 1)
# ----
try:
    pass
except 5:
    pass
print('fine')
try:
    1 / 0
except 5:
    pass
# ----
def g():
    x = yield 1
    print('got', x)
    yield 2
    return 3
it = g()
print(next(it), it.send('s'))
try:
    next(it)
except StopIteration as e:
    print(e.value)
print(list(it), next(it, 'end'))
next(it)
# ----
def g():
    yield 1
    raise StopIteration
list(g())
# ----
def g():
    try:
        yield 1
    except ValueError as e:
        yield str(e)
it = g()
next(it)
print(it.throw(ValueError('in')))
it.throw(KeyError('out'))
# ----
def g():
    r = yield from [1, 2]
    r = yield from h()
    print(r)
def h():
    yield 3
    return 'h'
print(list(g()))
# ----
g = (x for x in [1])
next(g)
g.send(1)
# ----
def g(): yield
g().send(1)
# ----
x = 5
match x:
    case 1 | 2: print('small')
    case int(y) if y > 4: print('big', y)
match [1, [2, 3], {'k': 'v'}]:
    case [a, [b, *c], {'k': d, **rest}]: print(a, b, c, d, rest)
match 'a':
    case 'b': pass
    case _: print('else')
# ----
with 5: pass
# ----
class M:
    def __enter__(self): return 'in'
    def __exit__(self, t, v, tb): print(t and t.__name__, v); return True
with M() as m, M():
    print(m)
    raise ValueError('gone')
print('after')
# ----
x = [1, 2, 3, 4, 5]
x[1:3] = 'abc'
x[::2] = [0, 0, 0]
del x[-1]
x[10:] = [9]
x[0:0] = (7,)
print(x)
x[::2] = [1]
# ----
x = [1]
x[1] = 2
# ----
x = [1]
x['a'] = 2
# ----
x = [1]
x[0:1] = 5
# ----
del [1][5]
# ----
(1, 2)[0] = 5
# ----
t = (1, [2])
try:
    t[1] += [3]
except TypeError as e:
    print(e)
print(t)
# ----
'abc'[0] = 'x'
# ----
del 'abc'[0]
# ----
d = {}
del d['a']
# ----
d = {}
d[[]] = 1
# ----
None.x = 5
# ----
(5).x = 1
# ----
x = 'a'
x += 1
# ----
x = 1
x += 'a'
# ----
x = [1]
x += 'ab'
x *= 2
x += (y for y in [3])
print(x)
x += 5
# ----
import math, string
from math import sqrt as root, pi
print(math.floor(2.5), root(9), pi, string.ascii_lowercase)
# ----
import sys
sys.exit('bye')
# ----
import sys
sys.exit(3)
# ----
x: int = 5
y: 'nope'
def f(a: int, b: str = 'x') -> None: pass
print(x, f.__annotations__)
print(y)
# ----
print([y := 5, y ** 2], y)
if (n := len('abc')) > 2:
    print(n)
print([z for v in [1, 2, 3] if (z := v * 2) > 2], z)
# ----
x = 1
print([x for x in [2, 3]], x, {x: x for x in 'a'}, x)
class A:
    y = 5
    z = [y for _ in range(2)] if False else y
print(A.z)
# ----
int('abc' * 100)
# ----
{}['a' * 10, 1]
# ----
''.join(['a', None])
# ----
x = {'b': 1, 'a': 2}
x['c'] = x.pop('b')
print(x, list(x), sorted(x), x == {'c': 1, 'a': 2})
# ----
print(1_000, 0xff, 0b11, 0o17, 1e3, .5, 5., 1_0.0_1, 'a' 'b', b'a' b'b', r'\n', u'x', """a
b""")
# ----
lst = [3, 1, 2]
print(lst.sort(), lst, lst.reverse(), lst, lst.append(4), lst.insert(0, 9), lst, lst.pop(), lst.copy() is lst, lst.clear(), lst)
lst.sort(key=lambda x: 1 / 0)
lst = [3, 'a']
lst.sort()
# ----
lst = [2, 1]
def key(x):
    lst.append(x)
    return x
lst.sort(key=key)

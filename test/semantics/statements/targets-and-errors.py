# Programs of a few lines each, for `table.test.ts`: what they print and how they end is held against CPython.
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

# The command line, module builtins, length hints, keywords for __init__ of derived builtins, abstract managers.
import sys, operator, builtins
from builtins import len as size
print(len(sys.argv), sys.argv[1:], size([1]), builtins.sorted([2, 1]), builtins.max is max)
if len(sys.argv) > 1:
    print(sys.argv[1])
try: sys.argv[1]
except IndexError as e: print(e)
sys.argv = ['prog', '5']
print(int(sys.argv[1]))
for s in ('hello', (1,2), [1], range(5), {1:2}, {1}):
    print(operator.length_hint(s), operator.length_hint(iter(s)), operator.length_hint(reversed(s)) if not isinstance(s, set) else '')
class H:
    def __length_hint__(self): return 7
class N:
    def __length_hint__(self): return NotImplemented
print(operator.length_hint(H()), operator.length_hint(N(), 3), operator.length_hint(5, 2), operator.length_hint((x for x in [1])))
class S:
    def __init__(self, *v): self.v = v
    def __getitem__(self, i): return self.v[i]
    def __add__(self, o): return self.v + o.v
print(operator.concat(S(1), S(2)))
try: operator.concat(1, 2)
except TypeError as e: print(e)
class SS(set): pass
s = {frozenset([1]), frozenset([2])}
print(SS([1]) in s, s.discard(SS([2])), s)
try: s.remove(SS([5]))
except KeyError as e: print(repr(e))
class T(float):
    def __init__(self, value, unit='C'): self.unit = unit
t = T(30.5, unit='F'); print(t, t.unit)
class St(str):
    def __init__(self, value, unit='C'): self.unit = unit
try:
    t = St('a', unit='F'); print(t, t.unit)
except TypeError as e: print(e)
class Tu(tuple):
    def __init__(self, value, unit='C'): self.unit = unit
t = Tu('ab', unit='F'); print(t, t.unit)
class Fs(frozenset):
    def __init__(self, value, unit='C'): self.unit = unit
t = Fs('a', unit='F'); print(t, t.unit)
class Li(list):
    def __new__(cls, value, unit='C'): 
        o = super().__new__(cls, value); o.unit = unit; return o
t = Li('ab', unit='F'); print(t, t.unit)
class Di(dict):
    def __init__(self, *a, unit='C', **k):
        super().__init__(*a, **k); self.unit = unit
print(Di({1: 2}, unit=3, x=5).unit)
for f in (lambda: T(1, 2), lambda: Tu(1, 2), lambda: St('a', 'b')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def fun(a, b=2): return a
for f in (lambda: delattr(fun, '__name__'),):
    pass
from contextlib import AbstractContextManager
class M(AbstractContextManager): pass
try: M()
except TypeError as e: print(e)
class M2(AbstractContextManager):
    def __exit__(self, *a): return True
with M2(): 1/0
from string import Template
class Bad(Template):
    pattern = r"""
            (?P<badname>.*)                     |
            (?P<escaped>@{2})                   |
            @(?P<named>[_a-z][._a-z0-9]*)       |
            @{(?P<braced>[_a-z][._a-z0-9]*)}    |
            (?P<invalid>@)                      |
            """
for f in ('substitute', 'safe_substitute'):
    try: getattr(Bad('@a'), f)({})
    except ValueError as e: print(e.args[0])
class I(int):
    def __init__(self, value, unit='C'): self.unit = unit
for f in (lambda: I(1, 2), lambda: I('x', 3), lambda: I(30, unit='F'), lambda: I('11', base=2, unit=3)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
# __new__ called for a class that is not its own.
def tryit(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class Named(int):
    def __new__(cls, v, unit='m'):
        o = int.__new__(cls, v); o.unit = unit; return o
i = Named(5, 'km'); print(i, i.unit, type(i).__name__, isinstance(i, Named))
for f in (lambda: int.__new__(int, '12'), lambda: int.__new__(bool, 1), lambda: bool.__new__(bool, 3), lambda: int.__new__(str, 1),
          lambda: int.__new__(), lambda: int.__new__(3), lambda: object.__new__(int), lambda: object.__new__(Named),
          lambda: list.__new__(dict), lambda: float.__new__(int, 1), lambda: dict.__new__(dict), lambda: tuple.__new__(list),
          lambda: object.__new__(ValueError)):
    tryit(f)

# Modules fnmatch, colorsys and unicodedata, string.Formatter; functions that go by class, wraps with arguments.
import fnmatch, colorsys, string
from string import Formatter
for pat in ('*.py', 'a?c', '[a-c]*', '[!a-c]*', '*', '', '[]]x', '[', '[a', '*[0-9].txt', 'a*b*c', '[a-]', '[-a]', '[a-b-c]', '[!]', '**', '[c-a]', '[!c-a]', '[[]', '[^a]b'):
    print(pat, [n for n in ('a.py', 'abc', 'b', '', ']x', '[', '[a', 'x9.txt', 'aXbYc', '-', 'zz', '!', '^b', 'ab') if fnmatch.fnmatch(n, pat)], fnmatch.filter(['a.py', 'b.txt', 'abc'], pat), fnmatch.fnmatchcase('ABC', pat))
for rgb in ((0.1, 0.5, 0.9), (1, 0, 0), (0, 0, 0), (1.0, 1.0, 1.0), (0.3, 0.3, 0.9), (0.9, 0.2, 0.4), (0.2, 0.9, 0.4), (255, 100, 3)):
    print(colorsys.rgb_to_hsv(*rgb), colorsys.rgb_to_yiq(*rgb))
    try: print(colorsys.rgb_to_hls(*rgb))
    except ZeroDivisionError as e: print(e)
    print(colorsys.hsv_to_rgb(*rgb), colorsys.hls_to_rgb(*rgb), colorsys.yiq_to_rgb(*rgb))
f = Formatter()
print(list(f.parse('a{b}c{{d}}{0.x[1]!r:>{w}}{:5}z')))
print(f.format('{0} {1} {a:>5} {0!r} {b[k]} {c.real}', 'x', 2, a=1.5, b={'k': 3}, c=4j))
print(f.format('{} {} {:>{}}', 1, 2, 3, 5), f.vformat('{x}', (), {'x': 1}))
class D(Formatter):
    def get_value(self, key, args, kwargs):
        try: return super().get_value(key, args, kwargs)
        except (KeyError, IndexError): return f'<{key}>'
    def format_field(self, value, spec):
        if spec == 'up': return str(value).upper()
        return super().format_field(value, spec)
    def check_unused_args(self, used, args, kwargs): print(sorted(map(str, used)), args, kwargs)
print(D().format('{a:up} {b} {0} {5}', 'q', a='xyz', c=3))
for s in ('{', '}', '{a', '{0!}', '{0!x}', '{0} {}', '{} {0}', '{a.}', '{0[}', '{0!rx}', '{z}', '{5}', '{:{:{}}}', '{!}', '{a!r'):
    try: print(f.format(s, 1, 2, 3, a=4))
    except Exception as e: print(s, type(e).__name__, e)
import unicodedata as u

print(u.normalize('NFKD', 'Crème brûlée ﬁ ½ Å é').encode('ascii', 'ignore'), u.normalize('NFC', 'e\u0301'), u.is_normalized('NFC', 'e\u0301'))
def strip(s): return ''.join(c for c in u.normalize('NFD', s) if u.category(c) != 'Mn')
print(strip('Ångström naïve façade Ñandú'), ''.join(c for c in u.normalize('NFKD', 'čšž') if not u.combining(c)))
print([u.combining(chr(i)) for i in range(0x300, 0x370)])
print([u.category(c) for c in 'aA1 \n_-()«»+$^©ʰǅ中\u2028\u2029\u00ad\ue000'])
print(u.decimal('7'), u.digit('٣'), u.decimal('x', None), u.digit('a', -1))
for f in (lambda: u.category('ab'), lambda: u.category(5), lambda: u.normalize('X', 'a'), lambda: u.decimal('x'), lambda: u.digit('x'), lambda: u.normalize('NFC', 5), lambda: u.normalize(5, 'a'), lambda: u.combining(''), lambda: u.decimal('²'), lambda: u.decimal('½')):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import functools, numbers, collections.abc
from functools import singledispatch, singledispatchmethod, wraps, update_wrapper, lru_cache
@singledispatch
def f(x): return 'object'
@f.register(collections.abc.Sequence)
def _(x): return 'seq'
@f.register
def _(x: numbers.Integral): return 'integral'
@f.register(type(None))
def _(x): return 'none'
@f.register
def _(x: float | complex): return 'number'
@f.register(collections.abc.Mapping)
def _(x): return 'map'
@f.register(dict)
@f.register(set)
def _(x): return 'dict or set'
class MyMap(collections.abc.Mapping):
    def __getitem__(self, k): return k
    def __iter__(self): return iter(())
    def __len__(self): return 0
class Derived(dict): pass
for v in ([1], (1,), 'a', 5, True, None, 1.5, 2j, {}, set(), MyMap(), Derived(), range(2), object): print(repr(v) if not isinstance(v, MyMap) else 'MyMap', f(v))
print(f.dispatch(bool)(1), f.__name__, sorted(c.__name__ for c in f.registry))
class N:
    @singledispatchmethod
    def neg(self, arg): raise NotImplementedError(f'cannot negate {arg!r}')
    @neg.register
    def _(self, arg: int): return -arg
    @neg.register
    def _(self, arg: bool): return not arg
    @neg.register(str)
    def _(self, arg): return arg[::-1]
    @singledispatchmethod
    @classmethod
    def make(cls, arg): return cls.__name__, 'any', arg
    @make.register
    @classmethod
    def _(cls, arg: int): return cls.__name__, 'int', arg
n = N()
print(n.neg(5), n.neg(True), n.neg('abc'), N.make(3), N().make('s'))
for g in (lambda: n.neg(1.5), lambda: n.neg(), lambda: f()):
    try: print(g())
    except Exception as e: print(type(e).__name__, e)
def deco(fn):
    @wraps(fn, assigned=('__name__',), updated=())
    def inner(*a): return fn(*a)
    return inner
def orig(a):
    'doc'
    return a
orig.tag = 1
w = deco(orig)
print(w.__name__, w.__doc__, hasattr(w, 'tag'), w.__wrapped__ is orig, w.__qualname__)
def w2(): pass
update_wrapper(w2, orig, ('__doc__', '__missing__'))
print(w2.__name__, w2.__doc__, w2.tag)
class C:
    @lru_cache(maxsize=None)
    def sq(self, x): return x * x
    def plain(self, a=3): return a
    plain.level = 2
c = C(); c.sq(2); c.sq(2)
print(c.sq.cache_info(), C.sq.cache_info().hits, c.sq.__wrapped__(c, 5), c.plain.level, c.plain.__defaults__)
c.sq.cache_clear(); print(c.sq.cache_info().misses)
for g in (lambda: c.plain.nope, lambda: setattr(c.plain, 'x', 1)):
    try: print(g())
    except AttributeError as e: print(e)
class A:
    @classmethod
    def f(cls): "doc"
    @staticmethod
    def g(): pass
d = A.__dict__
print(d['f'].__name__, d['g'].__qualname__, d['f'].__doc__, d['g'].__wrapped__.__name__, A.f.__name__, A().f.__doc__)
from typing import *
T = TypeVar('T'); K = TypeVar('K'); V = TypeVar('V')
class A(Generic[T], Hashable): 
    def __hash__(self): return 1
class B(Mapping[K, V], Hashable): pass
class C(Generic[T], Sized, Iterable[T]):
    def __len__(self): return 0
    def __iter__(self): return iter(())
class D(Dict[K, V], Generic[K, V]): pass
class E(Sequence[T], Generic[T]):
    def __getitem__(self, i): return i
    def __len__(self): return 3
class F(Protocol[T], Sized): pass
class G(List): pass
class H(Protocol, Generic[T]): pass
for c in (A, B, C, D, E, F, G, H): print([b.__name__ for b in c.__mro__])

# The name of a class that its body or an assignment gives stands neither in its __dict__ nor on its instances.
class A:
    __name__ = 'zz'
    __qualname__ = 'ZZ'
    def f(self): return __class__
print(A.__name__, A().__name__, A, A.__qualname__, A().f(), '__qualname__' in A.__dict__, list(A.__dict__))
A.__qualname__ = 'R'
print(A, '__qualname__' in vars(A))
class Inner(A): x = 1
print(Inner.__qualname__, Inner.__name__, Inner().__name__, list(vars(Inner)))
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: A().__qualname__)
attempt(lambda: setattr(A, '__qualname__', 5))
attempt(lambda: type('T', (), {'__qualname__': 5}))
print(type('T', (), {'__qualname__': 'a.b'}))
from typing import NamedTuple, TypedDict, Generic, TypeVar
class Outer:
    class N(NamedTuple): x: int
    class D(TypedDict): x: int
print(Outer.N, Outer.N(1), Outer.D, Outer.D(x=1))
# Methods of builtin types that wrap a slot of the type word their complaints in their own way.
for f in (lambda: int.__hash__(), lambda: str.__len__(5), lambda: int.__add__(1), lambda: int.__add__('a', 1),
          lambda: dict.__getitem__([], 1), lambda: list.__getitem__([]), lambda: (5).__add__(), lambda: [].__len__(1),
          lambda: tuple.__getitem__(()), lambda: list.append(), lambda: str.upper(5), lambda: {}.__setitem__(1),
          lambda: float.__round__('a'), lambda: list.__reversed__(()), lambda: set.__contains__([], 1)):
    attempt(f)
print(list.__getitem__, tuple.__getitem__, dict.__contains__, list.__len__, int.__round__)
# What exceptions know beside their text.
def names(f):
    try: f()
    except (AttributeError, NameError) as e: print(type(e).__name__, e.name, vars(e))
    return 'done'
names(lambda: [].foo); names(lambda: A.foo); names(lambda: nothing)
try: (1).bar
except AttributeError as e: print(e.obj, e.name)
e = AttributeError('x', name='n', obj=3); print(e.name, e.obj, e.__dict__, NameError('q').name, ImportError('i').path)
class Own(AttributeError):
    def __init__(self, name): self.name = name
print(Own('mine').name, Own('mine').obj)
def chained(kind):
    try:
        try: 1 / 0
        except ZeroDivisionError as z:
            if kind == 0: raise ValueError(0)
            if kind == 1: raise ValueError(1) from None
            raise ValueError(2) from z
    except ValueError as v:
        print(v, repr(v.__cause__), repr(v.__context__), v.__suppress_context__)
        v.__cause__ = None
        print(v.__suppress_context__)
for kind in range(3): chained(kind)
# Names of types written in C have their module's before them in error texts.
import datetime, types, io, re, itertools, functools
from collections import deque
for f in (lambda: datetime.datetime.zork, lambda: datetime.date[1], lambda: types.SimpleNamespace(a=1).b, lambda: deque.zork,
          lambda: io.StringIO().zork, lambda: iter(re.match('a', 'a')), lambda: types.SimpleNamespace()[0],
          lambda: datetime.date(), lambda: datetime.date(1), lambda: datetime.date(1, 1), lambda: datetime.datetime(),
          lambda: datetime.date(1, 2, 3, 4), lambda: datetime.date(1, None, 3)):
    attempt(f)
print(itertools.chain[int], functools.partial[int])
T = TypeVar('T'); U = TypeVar('U')
for f in (lambda: Generic[T, T], lambda: Generic[int], lambda: Generic[T, U], lambda: (int | str)[int], lambda: list[int] == list[int],
          lambda: dict[str, int] == dict[int, str], lambda: types.GenericAlias(list, (int,)) == list[int], lambda: list[int] == list):
    attempt(f)
# Type variables say how they vary, and a ParamSpec names the parts of a function's parameters.
from typing import ParamSpec, TypeVarTuple, Callable, List
P = ParamSpec('P'); R = TypeVar('R', covariant=True); Q = TypeVar('Q', contravariant=True); Ts = TypeVarTuple('Ts')
def logged(f: Callable[P, R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R: return f(*args, **kwargs)
    return inner
print(logged(lambda a, b=2: a + b)(1, b=5), P, R, Q, T, Ts, P.args, P.__name__, List[R])
attempt(lambda: TypeVar('T', covariant=True, contravariant=True)); attempt(lambda: TypeVar('T', int))
# What __slots__ may list.
for body in ({'__slots__': ('x',), 'x': 1}, {'__slots__': (1,)}, {'__slots__': 'a b'}, {'__slots__': [], 'z': 2}):
    try: print(sorted(k for k in vars(type('S', (), body)) if k[0] != '_'))
    except Exception as e: print(type(e).__name__, e)
for base in (int, tuple, str, list, bytes):
    try: print(type('S', (base,), {'__slots__': ('x',)}).__name__)
    except TypeError as e: print(e)
# What the library has in Python is a function, and binds as one; what it has in C shows its module and does not bind.
import json, heapq, math, collections
print(type(json.dumps) is type(attempt), type(heapq.nlargest).__name__, type(math.sqrt).__name__, type(heapq.heappush), json.dumps.__name__,
      json.dumps.__qualname__, json.dumps.__module__, collections.deque.append, re.Match.group, repr(math.sqrt))
class Holder:
    small = heapq.nsmallest
    root = math.sqrt
    def __format__(self, spec): return 5
attempt(lambda: Holder().small([1])); print(Holder().root(4))
attempt(lambda: f'{Holder()}'); attempt(lambda: format(Holder(), 'x'))
# What object.__init_subclass__ takes, and what is abstract about a class.
from abc import ABC, abstractmethod
class Plug:
    def __init_subclass__(cls, **kw): super().__init_subclass__(**kw)
attempt(lambda: type('Made', (Plug,), {}, bad=1)); attempt(lambda: Plug.__init_subclass__(1))
class Shape(ABC):
    @abstractmethod
    def area(self): ...
class Round(Shape):
    def area(self): return 3
print(Shape.__abstractmethods__, Round.__abstractmethods__, type(Shape.__abstractmethods__))
attempt(lambda: Plug.__abstractmethods__)

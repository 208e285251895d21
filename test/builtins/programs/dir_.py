# dir(): the names that an object and its classes have; vars() of classes; metadata of the fields of a dataclass.
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, fields
class A:
    x = 1
    def __init__(self): self.y = 2
    def go(self): pass
    @property
    def p(self): return 1
class B(A):
    "doc"
    __slots__ = ('s',)
    def __len__(self): return 0
class S:
    __slots__ = ['a', 'b']
class D:
    def __dir__(self): return ['z', 'a']
class AB(ABC):
    @abstractmethod
    def f(self): ...
class E(ValueError):
    def __init__(self, code): self.code = code
class L(list):
    extra = 1
print([m for m in dir(A()) if not m.startswith('_')], [m for m in dir(A) if not m.startswith('__')])
for o in (A, A(), B, B(), S, S(), D(), AB, E(1), E, L([1]), 5, 'a', [], {}, (), set(), frozenset(), 1.5, 1j, True, b'', range(3), slice(1), None if False else object(), ValueError(), KeyError('a'), OSError(), int, str, list, ValueError, type('Q', (), {'w': 1})):
    print(len(dir(o)), dir(o))
def f(a, b):
    c = 1
    return dir()
print(f(1, 2), 'append' in dir(list), 'go' in dir(A()), sorted(set(dir(B)) - set(dir(A))))
@dataclass
class DC:
    x: int
    y: list = field(default_factory=list, metadata={'unit': 'm', 'n': 1})
print(dir(DC(1)), dir(DC), [f.metadata for f in fields(DC)], fields(DC)[1].metadata['unit'], dict(fields(DC)[1].metadata))
try: fields(DC)[1].metadata['q'] = 1
except TypeError as e: print(e)
methods = [n for n in dir(A) if callable(getattr(A, n)) and not n.startswith('__')]; print(methods, [n for n in dir(A()) if callable(getattr(A(), n)) and not n.startswith('_')])
class I(int): pass
class F(float): pass
class St(set): z = 1
class T(tuple): pass
class Sub(E): pass
class Slot:
    __slots__ = ('a',)
class SlotSub(Slot): pass
for c in (A, E, Sub, L, I, F, St, T, SlotSub, type('Q', (), {'w': 1})): print(list(vars(c)))
print(dir(I(1)) == sorted(set(dir(1)) | {'__dict__', '__module__'}), dir(F()) == sorted(set(dir(1.0)) | {'__dict__', '__module__', '__weakref__'}))
for o in (A(), A, Slot(), SlotSub(), I(1), 5, int, St()):
    try: print(getattr(o, '__weakref__') is None)
    except AttributeError as e: print(e)
class S:
    __slots__ = ('b', 'a', '__dict__')
    def f(self): pass
    z = 1
class T(S): __slots__ = 'q'
class U(list):
    "d"
    __slots__ = ['w', '__weakref__']
class V:
    __slots__ = ('x', '__weakref__', 'a')
    def __eq__(self, o): return 1
class W:
    def __eq__(self, o): return 1
class X:
    __hash__ = None
    def __eq__(self, o): return 1
for c in (S, T, U, V, W, X): print(list(vars(c)), [n for n in dir(c) if n[:2] != '__'])
class P:
    __slots__ = ('__priv', 'x')
    def __init__(self): self.__priv = 1; self.x = 2
    def get(self): return self.__priv
print(P().get(), P()._P__priv, list(vars(P)), dir(P)[0])

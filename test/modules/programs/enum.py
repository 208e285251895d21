from enum import *
import enum
class C(Enum):
    A=5
    B=1
    D=auto()
print(list(C))
try: print(C.A.B)
except Exception as e: print(type(e),e)
class S(str, Enum):
    X='x'
    Y='y'
print(S.X, repr(S.X), f'{S.X}', f'{S.X:>5}', '%s' % S.X, S.X == 'x', S('x'), S.X.upper(), S.X + 'a', 'a'.join([S.X]))
try: print(3 in C)
except Exception as e: print(type(e),e)
try: print('x' in S)
except Exception as e: print(type(e),e)
for f in (lambda: C.Q, lambda: C(9), lambda: C['Q'], lambda: setattr(C,'A',3), lambda: delattr(C,'A'), lambda: C.A < C.B, lambda: S(1)):
    try: print(f())
    except Exception as e: print(type(e),e)
class P(Flag):
    R=auto(); W=auto(); X=auto()
    RW = R|W
print(P.R|P.X, P.RW, P(0), ~P.R, list(P), list(P.RW), repr(P.R|P.X), len(P.RW), P.R in P.RW, bool(P(0)), P.R & P.W, P.R ^ P.RW, ~P.RW, ~P(0), repr(P(7)))
try: P(8)
except Exception as e: print(e)
class I(IntFlag):
    A=1; B=2
print(I.A|8, repr(I.A|8), I.A|I.B, ~I.A, repr(~I.A), I.A+1, I.A.value, I(0), repr(I(0)), I(3)|4, -1 & I.A, repr(I(-1)))
class N(IntEnum):
    ONE=1; TWO=2
print(N.ONE, repr(N.ONE), f'{N.ONE}', f'{N.ONE:03d}', '%d %s' % (N.ONE, N.ONE), N.ONE+N.TWO, N.ONE<N.TWO, N(1), sorted(N, reverse=True), max(N), N.ONE == 1, hash(N.ONE), {1:2}[N.ONE], isinstance(N.ONE,int), type(N.ONE))
class T(Enum):
    EARTH=(1,2.5); MARS=(3,4)
    def __init__(self, m, r): self.m=m; self.r=r
    @property
    def g(self): return self.m/self.r
print(T.EARTH.g, T.EARTH.value, T((3,4)), repr(T.MARS))
Z=Enum('Z','a b c'); print(list(Z), Z.b.value, Z, Enum('Q', {'x':1,'y':2}).y, list(IntEnum('W',['p','q'], start=5)))
print(C.__members__, type(C.__members__), C.A.name, C.A.value, isinstance(C.A, C), C, P, type(C), EnumMeta, EnumType)
class SE(StrEnum):
    AA=auto(); B='b'
print(SE.AA, repr(SE.AA), f'{SE.B:>3}', SE.AA=='aa')
try:
    @unique
    class D(Enum):
        A=1; B=1; E=2; F=2
except ValueError as e: print(e)
try:
    class E2(C): X=1
except TypeError as e: print(e)
try:
    class E3(Enum):
        A=1
        A=2
except TypeError as e: print(e)
class M(Enum):
    A=1
    @classmethod
    def _missing_(cls, v): return cls.A
print(M(99))
class G(Enum):
    def _generate_next_value_(name, start, count, last_values): return name.lower()
    X=auto(); Y=auto()
print([m.value for m in G])
class Al(Enum):
    A=1; B=1; C=2
print(list(Al), Al.B, Al.__members__, len(Al), Al.B is Al.A, list(reversed(Al)))
class U(Enum):
    A=[1]; B={'x':1}; C=None; D=lambda x:x
    E=staticmethod(len)
print(U([1]), U.B, U(None), len(U), U.D(3) if False else 0)
print({C.A: 1}[C.A], C.A == C.A, C.A != C.B, C.A == 5, C.A is C(5))
class St(Enum):
    A='a'
    def __str__(self): return 'st'+self.value
print(St.A, repr(St.A), f'{St.A}', [St.A], '%s'%St.A, '{:>6}'.format(St.A))
class V(Enum):
    a = 1
    def __new__(cls, v):
        o = object.__new__(cls); o._value_ = v*10; o.extra='e'; return o
print(V.a, V.a.value, V(10), V.a.extra)
class O(Enum):
    A=1; B=2
    def __lt__(self, o): return self.value < o.value
    @staticmethod
    def s(): return 1
    @classmethod
    def c(cls): return cls.A
print(sorted([O.B,O.A]), O.s(), O.c(), O.A.c())
match O.A:
    case O.B: print('b')
    case O.A: print('a')
import copy
print(copy.deepcopy(O.A) is O.A, copy.copy([O.A]))
class Tup(tuple, Enum):
    A=(1,2)
print(Tup.A, Tup.A[0], repr(Tup.A))
class F(float, Enum):
    A=1.5
print(F.A, F.A*2, repr(F.A), f'{F.A:.2f}' if False else '', F.A.value)
print(C.A.__class__, C.__name__, C.A.__doc__, C.__doc__)
print(P.R.value, P.R.name, (P.R|P.X).name, P(0).name, P['R'], P.R|P.R is P.R)
print(repr(auto), Enum, Flag, IntFlag, IntEnum, StrEnum)
try: Enum('x')
except Exception as e: print(type(e), e)
try:
    class Bad(Enum):
        _foo_ = 1
except Exception as e: print(type(e), e)
try: C()
except Exception as e: print(type(e), e)
class Mix(int, Enum):
    A=1; B=2
print(Mix.A, repr(Mix.A), f'{Mix.A}', Mix.A+1, f'{Mix.A:d}' if 0 else '', Mix(2), format(Mix.A), str(Mix.B), '%d' % Mix.B)
class Color(Enum):
    RED = 1
    GREEN = 'g'
    def describe(self):
        return f'{self.name} {self.value}'
print(Color.RED.describe(), [c.describe() for c in Color], {c.name: c.value for c in Color}, [(n, m) for n, m in Color.__members__.items()], Color.GREEN in Color, Color('g'), list(Color.__members__), hasattr(Color, 'BLUE'), getattr(Color, 'RED'), Color['RED'].value)

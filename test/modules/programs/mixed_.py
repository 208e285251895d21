# Fractions beside complex numbers, base32 with a digit for O and I, the rest of calendars, descriptors by hand.
from fractions import Fraction as F
for f in (lambda: F(1,10)+(1+0j), lambda: (1+0j)+F(1,10), lambda: F(1,2)*2j, lambda: F(1,2)/2j, lambda: 2j/F(1,2), lambda: F(1,2)-1j, lambda: 1j-F(1,2), lambda: F(1,2)==0.5+0j, lambda: F(1,2)==(0.5+1j), lambda: (0.5+0j)==F(1,2), lambda: F(10**23)==complex(10**23), lambda: F(1,2)<1j, lambda: F(1,2)**2j, lambda: 2j**F(1,2), lambda: F(1,2)//1j, lambda: F(1,2)%1j, lambda: divmod(F(1,2),1j), lambda: complex(F(1,2)), lambda: F(1,2)**F(1,2), lambda: F(1j)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import base64
print(base64.b32decode(b'me======', True), base64.b32decode('mfrgg===', casefold=True))
print(base64.b32decode(b'MLO23456', map01='L'))
try: print(base64.b32decode(b'M1023456', map01='L'))
except Exception as e: print(e)
class C:
    @classmethod
    def f(cls, x): return cls.__name__, x
    @staticmethod
    def g(x): return x
print(C.__dict__['f'].__get__(None, C)(1), C.__dict__['f'].__get__(C())(2), C.__dict__['g'].__get__(None, C)(3), C.__dict__['f'].__func__(C, 4), C.__dict__['g'].__func__(5))
import calendar
c=calendar.Calendar(6)
print(c.yeardayscalendar(2024)[0][1], list(c.itermonthdays3(2024,12))[-9:], list(c.itermonthdays4(2023,3))[:8], c.yeardays2calendar(2023,4)[0][0][0], c.yeardatescalendar(2023)[3][2][-1])
print(len(c.yeardayscalendar(2024,5)))
class P:
    @property
    def x(self): return 3
print(P.__dict__['x'].__get__(P()), P.x.fget(P()))
class D:
    def __init__(self, f): self.f=f
    def __get__(self, i, o): return self.f.__get__(i, o)
class K:
    @D
    @classmethod
    def a(cls): return cls.__name__
    @D
    @staticmethod
    def b(): return 'b'
    @D
    def c(self): return 'c'
    @classmethod
    @D
    def d(cls): return cls
    @D
    @property
    def e(self): return 'e'
print(K.a(), K().a(), K.b(), K().b(), K().c(), K().e)
print(K().d())
# A dataclass takes as default what the class has under the name: what a base has, what a descriptor says.
from dataclasses import dataclass, field, fields
class Parent: width = 5
@dataclass
class First:
    x: int = 1
@dataclass
class Second(First):
    x: int
    y: int = 2
@dataclass
class Third(Parent):
    width: int
class Whole:
    def __init__(self, *, default): self._default = default
    def __set_name__(self, owner, name): self._name = '_' + name
    def __get__(self, obj, type=None): return self._default if obj is None else getattr(obj, self._name, self._default)
    def __set__(self, obj, value): setattr(obj, self._name, int(value))
@dataclass
class Item:
    count: Whole = Whole(default=100)
i = Item(); print(Second(), Third(), i.count, i); i.count = 2.5; print(i.count, Item(7.9), fields(Item)[0].default)
@dataclass(frozen=True, slots=True)
class Slotted:
    x: int
    y: int = 0
    z: int = field(default=3, compare=False)
print(Slotted(1), Slotted.__slots__)
for change in (lambda s: setattr(s, 'x', 1), lambda s: setattr(s, 'q', 1), lambda s: delattr(s, 'y')):
    try: change(Slotted(1))
    except Exception as e: print(type(e).__name__, e)
from enum import Enum
class Kind(Enum): A = 1
for change in (lambda: setattr(Kind.A, 'value', 2), lambda: setattr(Kind.A, 'name', 'x'), lambda: delattr(Kind.A, 'value')):
    try: change()
    except AttributeError as e: print(e)
print(Kind.A.value, Kind.A.name)

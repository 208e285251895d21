class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Db(metaclass=Singleton):
    def __init__(self, x=1): self.x = x
print(Db(5) is Db(6), Db().x, type(Db), Singleton.__mro__)
class Reg(type):
    classes = {}
    def __new__(mcs, name, bases, ns, **kw):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.classes[name] = cls
        cls.kw = kw
        return cls
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.tag = name.lower()
    def __iter__(cls): return iter([1,2,3])
    def __len__(cls): return 7
    def __getitem__(cls, k): return k*2
    def __contains__(cls, x): return x == 3
    def __repr__(cls): return f'<Reg {cls.__name__}>'
    def hello(cls): return 'hello ' + cls.__name__
    @property
    def prop(cls): return 42
    def __instancecheck__(cls, o): return o == 3
    def __getattr__(cls, n): return 'got ' + n
    def __add__(cls, o): return 'added'
    def __call__(cls, *a): 
        print('calling', cls, a)
        return super().__call__(*a)
    def __lt__(cls, o): return cls.__name__ < o.__name__
class A(metaclass=Reg, flag=1):
    def __init__(self): self.z = 1
    def m(self): return str(self.z)
class B(A): 
    def m(self): return 'B' + super().m()
print(list(A), len(A), A['x'], 3 in A, A, B, A.hello(), B.prop, isinstance(3, A), isinstance(4, B), A.foo, A + 1, A.kw, B.kw, B.tag)
print(B().m(), sorted([B, A]), sorted(Reg.classes))
M = Reg('M', (A,), {'q': 5})
print(M, M.q, M.tag, type(M).__name__)
try:
    class M1(type): pass
    class M2(type): pass
    class X(metaclass=M1): pass
    class Y(metaclass=M2): pass
    class Z(X, Y): pass
except TypeError as e: print(e)
class D(dict):
    def __setitem__(self, k, v):
        print('set', k)
        super().__setitem__(k, v)
class P(type):
    @classmethod
    def __prepare__(mcs, name, bases): return D()
    def __new__(mcs, name, bases, ns):
        return super().__new__(mcs, name, bases, dict(ns))
class Q(metaclass=P):
    a = 1
    b = a + 1
    def f(self): return __class__
print(Q.b, Q().f() is Q)
from abc import ABCMeta, abstractmethod
class SM(ABCMeta):
    def __call__(cls, *a): return super().__call__(*a)
class AA(metaclass=SM):
    @abstractmethod
    def f(self): ...
try: AA()
except TypeError as e: print(e)
C = type('C', (object,), dict(x=1, f=lambda self: self.x))
print(C().f(), C.__name__, C.__bases__, type(C), type(type(C)))
def make(name): return type(name, (C,), {'__init__': lambda self, y: setattr(self, 'y', y)})
print(make('K')(3).y, make('K').__mro__)
class AttrMeta(type):
    def __setattr__(cls, k, v):
        print('setting', k); super().__setattr__(k, v)
class W(metaclass=AttrMeta): pass
W.a = 3; print(W.a)
class V(type):
    def __new__(m, n, b, d):
        return type.__new__(m, n, b, {k.upper() if not k.startswith('__') else k: v for k, v in d.items()})
class U(metaclass=V):
    foo = 1
print(U.FOO, hasattr(U, 'foo'))

# Classes: methods, inheritance, super, properties, class and static methods, operators, descriptors of the body.
class Animal:
    """An animal."""
    count = 0
    kinds: list = []

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f'{self.name} makes {self.sound()}'

    def sound(self):
        return 'a noise'

    @property
    def loud(self):
        return self.name.upper()

    @loud.setter
    def loud(self, value):
        self.name = value.lower()

    @classmethod
    def named(cls, name):
        return cls(name)

    @staticmethod
    def help():
        return 'help'

    def __repr__(self):
        return f'{type(self).__name__}({self.name!r})'

class Dog(Animal):
    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)

    def sound(self):
        return 'woof, not ' + super().sound()

class Puppy(Dog):
    def sound(self):
        first = super().sound()
        return ', '.join(super(Dog, self).sound() for _ in [1]) + '/' + first if False else first

a, d, p = Animal('cat'), Dog('rex', ['sit']), Puppy.named('bit')
print(a, d, p)
print(a.speak(), d.speak(), p.speak())
print(d.loud, Animal.help(), d.help(), Animal.count, d.count)
d.loud = 'MAX'
print(d.name, d.tricks, isinstance(p, Dog), issubclass(Dog, Animal), isinstance(a, Dog))
print(Puppy.__mro__[1].__name__, Animal.__doc__, Dog.__name__, type(d) is Dog)
try:
    del d.loud
except AttributeError as error:
    print(error)
try:
    d.missing
except AttributeError as error:
    print(error)
try:
    Animal()
except TypeError as error:
    print(error)

class A:
    def who(self):
        return ['A']

class B(A):
    def who(self):
        return ['B'] + super().who()

class C(A):
    def who(self):
        return ['C'] + super().who()

class D(B, C):
    def who(self):
        return ['D'] + super().who()

print(D().who(), [c.__name__ for c in D.__mro__])

class Vector:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, other):
        return (self.x, self.y) < (other.x, other.y)

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, k):
        return k == self.x or k == self.y

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __iadd__(self, k):
        self.x += k
        return self

    def __call__(self, *args):
        return sum(args) + self.x

    def __repr__(self):
        return f'<{self.x}, {self.y}>'

v = Vector(1, 2)
w = v + Vector(3, 4)
print(w, v * 2, 3 * v, v == Vector(1, 2), v != w, v < w, w > v)
print(len(v), v[1], list(v), 2 in v, 5 in v, bool(Vector(0, 0)), -v, v(1, 2))
v += 10
print(v, {v: 1}[Vector(11, 2)], sorted([w, v, Vector(0, 1)]))
x, y = w
print(x, y, max([v, w]))
try:
    v + 1
except TypeError as error:
    print(error)
try:
    v.z = 1
except AttributeError as error:
    print(error)

def with_cell(n):
    class Local:
        def get(self):
            return n
        def cls(self):
            return __class__.__name__
    return Local()

print(with_cell(4).get(), with_cell(1).cls())

class Meter:
    instances = []
    def __new__(cls, *args):
        self = super().__new__(cls)
        cls.instances.append(self)
        return self
    def __init__(self, n):
        self.n = n

print([m.n for m in (Meter(1), Meter(2))], len(Meter.instances))

class Hooked:
    registry = {}
    def __init_subclass__(cls, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Hooked.registry[cls.__name__] = tag

class One(Hooked, tag='first'):
    pass

class Two(One):
    pass

print(Hooked.registry)

class Lazy:
    def __getattr__(self, name):
        if name.startswith('get_'):
            return lambda: name[4:]
        raise AttributeError(name)

print(Lazy().get_up())
try:
    Lazy().down
except AttributeError as error:
    print(error)

class Stack(list):
    def push(self, x):
        self.append(x)
        return self

print(Stack([1]).push(2), len(Stack()), Stack((3, 4))[1])

def tag(cls):
    cls.tagged = True
    return cls

@tag
class Tagged:
    pass

print(Tagged.tagged, Tagged.__qualname__, with_cell(1).__class__.__qualname__)
bound = w.__add__
print(bound(w), Vector.__len__(w))

# expect:
# Animal('cat') Dog('rex') Puppy('bit')
# cat makes a noise rex makes woof, not a noise bit makes woof, not a noise
# REX help help 3 3
# max ['sit'] True True False
# Dog An animal. Dog True
# property 'loud' of 'Dog' object has no deleter
# 'Dog' object has no attribute 'missing'
# Animal.__init__() missing 1 required positional argument: 'name'
# ['D', 'B', 'C', 'A'] ['D', 'B', 'C', 'A', 'object']
# <4, 6> <2, 4> <3, 6> True True True True
# 2 2 [1, 2] True False False <-1, -2> 4
# <11, 2> 1 [<0, 1>, <4, 6>, <11, 2>]
# 4 6 <11, 2>
# unsupported operand type(s) for +: 'Vector' and 'int'
# 'Vector' object has no attribute 'z'
# 4 Local
# [1, 2] 2
# {'One': 'first', 'Two': None}
# up
# down
# [1, 2] 0 4
# True Tagged with_cell.<locals>.Local
# <8, 12> 2
# lines 275 ef7616da

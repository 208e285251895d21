# Calls: defaults, keywords, star arguments, binding errors.
def f(a, b=2, *rest, c, d=4, **more):
    return a, b, rest, c, d, more

print(f(1, c=3))
print(f(1, 5, 6, 7, c=3, d=9, z=0))
print(f(*[1, 2], **{'c': 3, 'q': 1}))
print(f(*range(3), c=1, *(8, 9)))

def pos(a, b, /, c, *, d=1):
    return (a, b, c, d)

print(pos(1, 2, 3))
print(pos(1, 2, c=3, d=5))

def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except TypeError as error:
        return str(error)

print(attempt(f))
print(attempt(f, 1))
print(attempt(pos, 1))
print(attempt(pos, 1, 2, 3, 4))
print(attempt(pos, 1, 2, 3, 4, d=1))
print(attempt(pos, 1, 2, 3, e=1))
print(attempt(pos, 1, b=2, c=3))
print(attempt(pos, 1, 2, 3, c=3))

def three(x, y, z=0):
    return x

print(attempt(three))
print(attempt(three, 1, 2, 3, 4))
print(attempt(three, 1, 2, x=3))
print(attempt(lambda: 0, 1))
print(attempt(lambda x: 0))

def kwonly(*, a, b, c):
    pass

print(attempt(kwonly))
print(attempt(kwonly, b=1))
print(attempt(kwonly, 1, a=1, b=2, c=3))

class Point:
    def __init__(self, x, y):
        self.x = x

    def move(self, dx):
        return self.x + dx

print(attempt(Point))
print(attempt(Point, 1, 2, 3))
print(attempt(Point(1, 2).move))
print(attempt(Point(1, 2).move, 1, 2))
print(attempt(5))
print(attempt(None))
print(attempt('a'.upper, 1))

def apply(*args):
    try:
        print(three(*args))
    except TypeError as error:
        print(error)

apply(1, 2)
apply()
try:
    three(*5)
except TypeError as error:
    print(error)
try:
    three(**5)
except TypeError as error:
    print(error)
try:
    three(1, **{'y': 1}, **{'y': 2})
except TypeError as error:
    print(error)

def mutable(x, seen=[]):
    seen.append(x)
    return seen

mutable(1)
print(mutable(2))

def outer(n):
    def inner(k=n):
        return k * n
    return inner

print(outer(3)(), outer(3)(2))
print((lambda a, *b, c=1, **d: (a, b, c, d))(1, 2, c=3, e=4))

def deco(tag):
    def wrap(function):
        def wrapped(*args, **kwargs):
            return tag, function(*args, **kwargs)
        return wrapped
    return wrap

@deco('a')
@deco('b')
def decorated(x):
    return x * 2

print(decorated(4))
print(f.__name__, outer(1).__qualname__, Point.move.__qualname__)

# expect:
# (1, 2, (), 3, 4, {})
# (1, 5, (6, 7), 3, 9, {'z': 0})
# (1, 2, (), 3, 4, {'q': 1})
# (0, 1, (2, 8, 9), 1, 4, {})
# (1, 2, 3, 1)
# (1, 2, 3, 5)
# f() missing 1 required positional argument: 'a'
# f() missing 1 required keyword-only argument: 'c'
# pos() missing 2 required positional arguments: 'b' and 'c'
# pos() takes 3 positional arguments but 4 were given
# pos() takes 3 positional arguments but 4 positional arguments (and 1 keyword-only argument) were given
# pos() got an unexpected keyword argument 'e'
# pos() got some positional-only arguments passed as keyword arguments: 'b'
# pos() got multiple values for argument 'c'
# three() missing 2 required positional arguments: 'x' and 'y'
# three() takes from 2 to 3 positional arguments but 4 were given
# three() got multiple values for argument 'x'
# <lambda>() takes 0 positional arguments but 1 was given
# <lambda>() missing 1 required positional argument: 'x'
# kwonly() missing 3 required keyword-only arguments: 'a', 'b', and 'c'
# kwonly() missing 2 required keyword-only arguments: 'a' and 'c'
# kwonly() takes 0 positional arguments but 1 positional argument (and 3 keyword-only arguments) were given
# Point.__init__() missing 2 required positional arguments: 'x' and 'y'
# Point.__init__() takes 3 positional arguments but 4 were given
# Point.move() missing 1 required positional argument: 'dx'
# Point.move() takes 2 positional arguments but 3 were given
# 'int' object is not callable
# 'NoneType' object is not callable
# str.upper() takes no arguments (1 given)
# 1
# three() missing 2 required positional arguments: 'x' and 'y'
# __main__.three() argument after * must be an iterable, not int
# __main__.three() argument after ** must be a mapping, not int
# __main__.three() got multiple values for keyword argument 'y'
# [1, 2]
# 9 6
# (1, (2,), 3, {'e': 4})
# ('a', ('b', 8))
# f outer.<locals>.inner Point.move
# lines 199 9c1ce3b7

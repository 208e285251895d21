# The match statement: every kind of pattern, guards, binding.
class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y

def describe(value):
    match value:
        case 0 | -1 | 1:
            return 'small'
        case 'a' | 'b' as letter:
            return f'letter {letter}'
        case None | True | False:
            return 'singleton'
        case int(n) if n > 100:
            return f'big {n}'
        case int() | float():
            return 'number'
        case str(text):
            return f'text {text}'
        case []:
            return 'empty'
        case [x]:
            return f'one {x}'
        case [x, [y, *_], *rest]:
            return f'nested {x} {y} {rest}'
        case (first, *_, last):
            return f'{first}..{last}'
        case {'kind': 'circle', 'r': r}:
            return f'circle {r}'
        case {'kind': kind, **rest}:
            return f'{kind} {rest}'
        case {}:
            return 'mapping'
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=y):
            return f'on axis {y}'
        case Point(x, y) as p if x == y:
            return f'diagonal {p.x}'
        case Point():
            return 'point'
        case _:
            return 'other'

for value in (1, 'a', None, 500, 7, 2.5, 'zz', [], [3], [1, [2, 3], 4], (1, 2, 3),
              {'kind': 'circle', 'r': 2}, {'kind': 'box', 'w': 1}, {'a': 1},
              Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), {1}, range(2), b'x'):
    print(describe(value))

def binds(value):
    match value:
        case [a, b] if a == b:
            return 'equal', a
        case [a, _]:
            return 'first', a
    return 'nothing'

print(binds([1, 1]), binds([1, 2]), binds([1, 2, 3]), binds('ab'))

class Color:
    RED = 1
    BLUE = 2

def color(c):
    match c:
        case Color.RED:
            return 'red'
        case Color.BLUE:
            return 'blue'
        case other:
            return other

print(color(1), color(2), color(3))

def alternatives(v):
    match v:
        case [x, 0] | [0, x] | {'x': x}:
            return x
        case [(1, a), (b, 1)] | [(a, 2), (2, b)]:
            return a, b
        case _:
            return None

print(alternatives([5, 0]), alternatives([0, 6]), alternatives({'x': 7}))
print(alternatives([(1, 8), (9, 1)]), alternatives([(8, 2), (2, 9)]), alternatives([1, 2]))

def command(text):
    match text.split():
        case ['go', ('north' | 'south') as way]:
            return way
        case ['take', *things] if things:
            return things
        case [single]:
            return single
        case []:
            return None
        case [_, _, *_, end]:
            return end
    return 'no match'

print(command('go north'), command('take a b'), command('x'), command(''), command('a b c d'), command('go up'))
try:
    match Point(1, 2):
        case Point(1, 2, 3):
            pass
except TypeError as error:
    print(error)
match 5:
    case x:
        print(x)
match [1, 2], 3:
    case [a, b], c:
        print(a, b, c)
match {'a': {'b': [1, 2]}}:
    case {'a': {'b': [_, second]}}:
        print(second)
match True:
    case 1:
        print('one')

# expect:
# small
# letter a
# singleton
# big 500
# number
# number
# text zz
# empty
# one 3
# nested 1 2 [4]
# 1..3
# circle 2
# box {'w': 1}
# mapping
# origin
# on axis 5
# diagonal 3
# point
# other
# 0..1
# other
# ('equal', 1) ('first', 1) nothing nothing
# red blue 3
# 5 6 7
# (8, 9) (8, 9) None
# north ['a', 'b'] x None d no match
# Point() accepts 2 positional sub-patterns (3 given)
# 5
# 1 2 3
# 2
# one
# lines 413 4fc659d8

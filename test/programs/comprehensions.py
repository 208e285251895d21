# Comprehensions and generator expressions: nesting, conditions, scopes, unpacking, walrus, closures.
print([x * y for x in range(3) for y in range(x) if x != y], [[j for j in range(i)] for i in range(3)])
print({x % 3 for x in range(7)}, {k: v for v, k in enumerate('ab')}, {i: {j: i * j for j in range(2)} for i in range(2)})
print([a + b for a, b in [(1, 2), (3, 4)]], [first for first, *rest in ['abc', 'd']], [(a, *b) for a, *b in [[1, 2, 3]]])
print([y for x in [1, 2, 3] if (y := x * x) > 1], y, [last := n for n in range(3)], last)
x = 'outer'
print([x for x in 'ab'], x, list(x for x in 'cd'), x)

def closures():
    n = 10
    fs = [lambda: i + n for i in range(3)]
    n = 20
    return [f() for f in fs], [(lambda k=k: k)() for k in range(3)], sum(k * n for k in range(3))

print(closures())

class Body:
    size = 3
    items = [i for i in range(size)]
    names = [[j for j in 'ab'] for _ in range(2)]

print(Body.items, Body.names)

def lazy():
    log = []
    def note(v):
        log.append(v)
        return v
    g = (note(v) for v in [note('first'), 'second'])
    log.append('made')
    log.append(next(g))
    return log, list(g), log

print(lazy())
print(sum(1 for row in [[1, 2], [3]] for _ in row), any(n > 2 for n in (1, 3)), ''.join(c.upper() for c in 'xy'))
try:
    [1 / n for n in (1, 0)]
except ZeroDivisionError as error:
    print(error)
try:
    [undefined_name for _ in 'a']
except NameError as error:
    print(error)
try:
    {[]: 1 for _ in 'a'}
except TypeError as error:
    print(error)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [*zip(*matrix)], dict(zip('ab', (n for n in [1, 2]))))
print([i if i % 2 else -i for i in range(4)], [(i, j) for i in range(2) for j in 'ab' if i or j == 'b'])

# expect:
# [0, 0, 2] [[], [0], [0, 1]]
# {0, 1, 2} {'a': 0, 'b': 1} {0: {0: 0, 1: 0}, 1: {0: 0, 1: 1}}
# [3, 7] ['a', 'd'] [(1, 2, 3)]
# [4, 9] 9 [0, 1, 2] 2
# ['a', 'b'] outer ['c', 'd'] outer
# ([22, 22, 22], [0, 1, 2], 60)
# [0, 1, 2] [['a', 'b'], ['a', 'b']]
# (['first', 'made', 'first', 'first', 'second'], ['second'], ['first', 'made', 'first', 'first', 'second'])
# 3 True XY
# division by zero
# name 'undefined_name' is not defined
# unhashable type: 'list'
# [[1, 4], [2, 5], [3, 6]] [(1, 4), (2, 5), (3, 6)] {'a': 1, 'b': 2}
# [0, 1, -2, 3] [(0, 'b'), (1, 'a'), (1, 'b')]
# lines 187 27114b4a

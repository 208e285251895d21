# Programs of a few lines each, for `table.test.ts`: what they print and how they end is held against CPython.
# ----
try:
    1 / 0
except ZeroDivisionError as e:
    print(e, type(e).__name__)
print(e)
# ----
try:
    try:
        [][0]
    finally:
        print('finally')
except (KeyError, IndexError) as e:
    print(repr(e))
else:
    print('no')
# ----
def f():
    try:
        return 'try'
    finally:
        print('finally')
def g():
    try:
        1 / 0
    finally:
        return 'swallowed'
def h():
    for i in range(3):
        try:
            continue
        finally:
            print(i)
print(f(), g(), h())
# ----
try:
    raise ValueError('a') from KeyError('b')
except ValueError as e:
    print(repr(e.__cause__))
# ----
raise ValueError
# ----
raise ValueError('a', 1)
# ----
raise KeyError('k')
# ----
raise 5
# ----
raise
# ----
class E(Exception):
    pass
raise E('own')
# ----
class E(Exception):
    def __str__(self): return 'text'
raise E(1)
# ----
assert 1 == 1, 'no'
assert 1 == 2, 'yes'
# ----
assert []
# ----
assert 0, ('a', 1)
# ----
try:
    pass
except 5:
    pass
print('fine')
try:
    1 / 0
except 5:
    pass
# ----
def g():
    x = yield 1
    print('got', x)
    yield 2
    return 3
it = g()
print(next(it), it.send('s'))
try:
    next(it)
except StopIteration as e:
    print(e.value)
print(list(it), next(it, 'end'))
next(it)
# ----
def g():
    yield 1
    raise StopIteration
list(g())
# ----
def g():
    try:
        yield 1
    except ValueError as e:
        yield str(e)
it = g()
next(it)
print(it.throw(ValueError('in')))
it.throw(KeyError('out'))
# ----
def g():
    r = yield from [1, 2]
    r = yield from h()
    print(r)
def h():
    yield 3
    return 'h'
print(list(g()))
# ----
g = (x for x in [1])
next(g)
g.send(1)
# ----
def g(): yield
g().send(1)
# ----
x = 5
match x:
    case 1 | 2: print('small')
    case int(y) if y > 4: print('big', y)
match [1, [2, 3], {'k': 'v'}]:
    case [a, [b, *c], {'k': d, **rest}]: print(a, b, c, d, rest)
match 'a':
    case 'b': pass
    case _: print('else')

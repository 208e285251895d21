def gen():
    r = []
    try:
        while True:
            x = yield len(r)
            r.append(x)
            if x == 'stop': return r
    except ValueError as e:
        yield f'caught {e}'
    finally:
        print('fin')
g = gen(); print(next(g), g.send('a'), g.send('b'), g.throw(ValueError('v')))
try: next(g)
except StopIteration as e: print('si', e.value)
g = gen(); next(g)
try: g.send('stop')
except StopIteration as e: print(e.value)
g = gen(); next(g); g.close(); print(list(g))
def d():
    r = yield from gen2()
    print('r', r); return 9
def gen2():
    yield 1; yield 2; return 'done'
print(list(d()), [x for x in d()])
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)), next(x for x in fib() if x > 50), next(iter([]), 'dflt'))
def deco(n=1):
    def w(f):
        def inner(*a, **k): return [f(*a, **k)] * n
        inner.__name__ = f.__name__; return inner
    return w
@deco(2)
@deco(n=3)
def h(x, *, y=2): return x + y
print(h(1), h(1, y=5), h.__name__)
def f(a, b=2, /, c=3, *args, d, e=5, **kw): return a, b, c, args, d, e, kw
print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, z=7), f(*[1, 2], **{'d': 4, 'c': 9}), f(*'ab', *'cd', d=0, **{'q': 1}, **{'r': 2}))
for bad in (lambda: f(), lambda: f(1), lambda: f(1, d=1, a=2), lambda: f(1, b=2, d=3), lambda: f(1, 2, 3, c=4, d=1), lambda: f(1, **{'d': 1, 1: 2}), lambda: f(*1, d=2), lambda: f(**[1]), lambda: h(), lambda: h(1, 2), lambda: (lambda x: x)(), lambda: len(), lambda: len(1, 2), lambda: int('1', bas=2), lambda: 'a'.join(1), lambda: [].append(), lambda: print(sepp=1), lambda: sorted([1], 2), lambda: f(1, d=2, **{'d': 3})):
    try: print(bad())
    except TypeError as e: print(e)
a, *b, c = range(5); (x, y), [z, *w] = (1, 2), [3, 4, 5]; print(a, b, c, x, y, z, w)
*m, = 'abc'; print(m); i, j = j0, i0 = 1, 2; print(i, j, j0, i0)
for k, (l, *n) in [(1, (2, 3, 4)), (5, [6])]: print(k, l, n)
print([*range(3), *'ab'], (*[1], 2), {*[1, 2], 3}, {**{'a': 1}, **{'a': 2}})
if (n := 10) > 5: print(n, [y := 1, y ** 2], [last := q for q in range(3)], last)
while (n := n - 3) > 0: print(n, end=' ')
print()
def match(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'small'
        case int(n) if n < 0: return f'neg {n}'
        case [] | (): return 'empty'
        case [x]: return f'one {x}'
        case [x, y, *rest]: return f'seq {x} {y} {rest}'
        case {'k': v, **rest}: return f'map {v} {rest}'
        case str() as s: return f'str {s}'
        case Pt(x=0, y=yy): return f'pt0 {yy}'
        case Pt(x, y): return f'pt {x} {y}'
        case None: return 'none'
        case float(): return 'fl'
        case True: return 'never'
        case _: return 'other'
class Pt:
    __match_args__ = ('x', 'y')
    def __init__(s, x, y): s.x, s.y = x, y
for v in [0, 1, -3, [], [5], [1, 2, 3], (1, 2), {'k': 1, 'z': 2}, {}, 'hi', Pt(0, 1), Pt(2, 3), None, 1.5, True, {1}, b'x', range(3)]: print(match(v))
def outer():
    x = 1
    def inner():
        nonlocal x; x += 1
        def deep():
            nonlocal x; x *= 10; return x
        return deep()
    r = inner(); return r, x
print(outer())
G = 1
def setg():
    global G, NEW
    G += 1; NEW = 'n'
setg(); print(G, NEW)
def tr(n):
    try:
        if n == 0: return 'ret'
        if n == 1: raise KeyError('k')
        if n == 2: 1 / 0
        if n == 3: return int('x')
    except KeyError as e: return f'ke {e!r}'
    except (ZeroDivisionError, TypeError) as e: return f'zd {e}'
    else: return 'else'
    finally:
        print('finally', n)
        if n == 3: return 'overridden'
print([tr(i) for i in range(5)])
try:
    try: raise ValueError('a')
    except ValueError as e: raise RuntimeError('b') from e
except RuntimeError as e: print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__)
try:
    try: raise ValueError('a')
    except ValueError: raise KeyError('c')
except KeyError as e: print(repr(e.__context__), e.__cause__, e.args)
class MyE(Exception):
    def __init__(self, code, msg='m'): super().__init__(msg); self.code = code
    def __str__(self): return f'[{self.code}] {self.args[0]}'
try: raise MyE(5)
except MyE as e: print(e, repr(e), e.code, e.args, isinstance(e, Exception))
try: raise MyE
except TypeError as e: print(e)
try: assert 1 > 2, 'msg %d' % 3
except AssertionError as e: print(e, repr(e))
try: e
except NameError as x: print(x)
for exc in (IndexError('i'), KeyError('k'), OSError(2, 'No such'), StopIteration(3), UnicodeError('u'), Exception(), Exception(1, 2), SystemExit(4)): print(str(exc), repr(exc), exc.args)
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print('body', i)
        finally: print('f', i)
    else: print('no')
    return i
print(loop())
for i in []: pass
else: print('empty else')
x = 5; del x
try: x
except NameError as e: print(e)
print(1 < 2 < 3 > 2 != 1, not 1 == 2, 1 if 0 else 2, [] or 'a', 0 and 1, (1, 2) < (1, 3), [1] == [1.0], 1 == True, 'a' < 'b' <= 'b', None is None, 3 in [1, 2], 5 not in (1,))

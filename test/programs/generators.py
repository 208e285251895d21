# Generators: yield, send, throw, close, yield from, generator expressions, return values.
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            i = got
        else:
            i += 1
    return 'done'

print(list(count(3)))
g = count(10)
print(next(g), next(g), g.send(7), next(g))
try:
    while True:
        next(g)
except StopIteration as stop:
    print(stop.value)
print(next(g, 'empty'))

def delegate():
    result = yield from count(2)
    print('result', result)
    yield from [7, 8]
    got = yield from echo()
    yield got

def echo():
    received = []
    try:
        while True:
            x = yield len(received)
            if x is None:
                break
            received.append(x)
    finally:
        print('echo closes')
    return received

g = delegate()
print(next(g), next(g), next(g), next(g), next(g))
print(g.send('a'), g.send('b'), next(g))

def catcher():
    while True:
        try:
            yield 'waiting'
        except ValueError as error:
            yield f'caught {error}'

g = catcher()
next(g)
print(g.throw(ValueError('x')), next(g))
try:
    g.throw(KeyError('k'))
except KeyError as error:
    print('escaped', error)
print(list(g))

def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print('cleaned')

g = cleanup()
next(g)
g.close()
print(list(g))

def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2

g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)

g = count(1)
try:
    g.send(5)
except TypeError as error:
    print(error)

def leaks():
    yield next(iter([]))

try:
    list(leaks())
except RuntimeError as error:
    print(error, repr(error.__cause__))

def recursive():
    yield next(running)

running = recursive()
try:
    next(running)
except ValueError as error:
    print(error)

print(sum(x * x for x in range(5) if x % 2), max((len(w), w) for w in ['a', 'bcd', 'ef']))
print(list(x + y for x in 'ab' for y in 'cd'), any(x > 2 for x in [1, 3]), dict((k, v) for k, v in [(1, 2)]))

class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right

print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))))

def primes():
    n, found = 2, []
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1

out = []
for p in primes():
    if p > 20:
        break
    out.append(p)
print(out)

def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b

f = fib()
print([next(f) for _ in range(10)], next(f))

class Countdown:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n

print(list(Countdown(3)), [*Countdown(2)], 1 in Countdown(5))

def from_iterator():
    r = yield from Countdown(2)
    yield r

print(list(from_iterator()))

def handled():
    try:
        raise ValueError('outer')
    except ValueError:
        yield 1
        try:
            raise KeyError('inner')
        except KeyError as error:
            yield repr(error.__context__)

print(list(handled()))
gen = (i for i in [1, 2, 3])
print(next(gen), list(gen), list(gen))

def lazily():
    print('started')
    yield

it = lazily()
print('made')
next(it)

def arguments(a, b=2, *c, **d):
    yield a, b, c, d

print(next(arguments(1, 2, 3, e=4)))
try:
    arguments()
except TypeError as error:
    print(error)

# expect:
# [0, 1, 2]
# 0 1 7 8
# done
# empty
# result done
# 0 1 7 8 0
# echo closes
# 1 2 ['a', 'b']
# caught x waiting
# escaped 'k'
# []
# cleaned
# []
# generator ignored GeneratorExit
# can't send non-None value to a just-started generator
# generator raised StopIteration StopIteration()
# generator already executing
# 10 (3, 'bcd')
# ['ac', 'ad', 'bc', 'bd'] True {1: 2}
# [1, 2, 3, 4, 5, 6]
# [2, 3, 5, 7, 11, 13, 17, 19]
# [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 55
# [2, 1, 0] [1, 0] True
# [1, 0, None]
# [1, "ValueError('outer')"]
# 1 [2, 3] []
# made
# started
# (1, 2, (3,), {'e': 4})
# arguments() missing 1 required positional argument: 'a'
# lines 507 76f0f58a

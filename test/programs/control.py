# Loops, conditions, boolean operators, chained comparisons, assignment in all its forms.
def loop(xs, stop):
    out = []
    for x in xs:
        if x == stop:
            out.append('stop')
            break
        if x % 2:
            continue
        out.append(x)
    else:
        out.append('done')
    return out

print(loop(range(5), 9))
print(loop(range(5), 3))

def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        if steps > 200:
            break
    else:
        return steps
    return -1

print(collatz(27), collatz(1))

i = 0
while True:
    i += 1
    if i > 3:
        break
print(i)
while 0:
    print('never')
else:
    print('else')

def classify(a, b):
    if a and not b:
        return 'a'
    elif not a and b or a == b == 0:
        return 'b or zero'
    elif not (a or b):
        return 'neither'
    return 'both'

print(classify(1, 0), classify(0, 1), classify(0, 0), classify('', []), classify(1, 1))

def side(value, log):
    log.append(value)
    return value

log = []
print(side(1, log) < side(2, log) < side(2, log) < side(9, log), log)
log = []
print(side(1, log) < side(2, log) <= side(2, log) != side(3, log), log)
print(1 < 2 > 1, 3 > 2 > 2, not 1 < 2, 1 in [1] in [[1]])
if 1 < i < 10 and not 5 < i < 6:
    print('between')
if not 1 < i < 3:
    print('outside')
print(0 or [] or 'x', 1 and 'y' and 0, None or None, '' and 1)
print('yes' if i > 3 else 'no', ('a' if 0 else 'b') if 1 else 'c')

a = b = c = 0
a, b = b + 1, a + 2
print(a, b, c)
a, b, c = c, a, b
print(a, b, c)
a, b, c, d = 1, 2, 3, 4
a, b, c, d = d, c, b, a
print(a, b, c, d)
(a, (b, *c)), d = [1, 'xyz'], 2
print(a, b, c, d)
*start, end = range(4)
print(start, end)
first, *middle, last = 'ab'
print(first, middle, last)
[p, q] = {1: 2, 3: 4}
print(p, q)
xs = [0, 1, 2, 3]
i = 1
i, xs[i] = 2, 'i'
print(i, xs)
xs[0], xs[-1] = xs[-1], xs[0]
print(xs)
xs[1:3] = ['a', 'b', 'c']
print(xs)
del xs[0], xs[-1]
print(xs)
for xs[0], *rest in [(1, 2, 3), (4,)]:
    print(xs, rest)

def unpack(value):
    try:
        a, b = value
    except (TypeError, ValueError) as error:
        print(error)

unpack([1])
unpack((1, 2, 3))
unpack(5)
unpack(None)
unpack({'a': 1})
try:
    a, *b, c = [1]
except ValueError as error:
    print(error)

class Box:
    value = 1

box = Box()
box.value += 4
print(box.value, Box.value)
grid = [[0] * 2 for _ in range(2)]
grid[1][0] += 5
grid[0][1] -= 1
print(grid)
s = t = [1]
s += [2]
s *= 2
print(t, s is t)
n = 10
n -= 1; n *= 3; n //= 2; n %= 8; n **= 2; n <<= 2; n |= 3; n &= 30; n ^= 5; n >>= 1
print(n)
n /= 2
print(n)
typed: int = 3
untyped: 'anything'
print(typed)
for k in []:
    pass
print('k' in dir() if False else 'no k')
assert typed == 3, 'fine'
try:
    assert typed == 4, f'{typed} is not 4'
except AssertionError as error:
    print(error)
try:
    assert not typed
except AssertionError as error:
    print(repr(error))

# expect:
# [0, 2, 4, 'done']
# [0, 2, 'stop']
# 111 0
# 4
# else
# a b or zero b or zero neither both
# False [1, 2, 2]
# True [1, 2, 2, 3]
# True False False True
# between
# outside
# x 0 None
# yes b
# 1 2 0
# 0 1 2
# 4 3 2 1
# 1 x ['y', 'z'] 2
# [0, 1, 2] 3
# a [] b
# 1 3
# 2 [0, 1, 'i', 3]
# [3, 1, 'i', 0]
# [3, 'a', 'b', 'c', 0]
# ['a', 'b', 'c']
# [1, 'b', 'c'] [2, 3]
# [4, 'b', 'c'] []
# not enough values to unpack (expected 2, got 1)
# too many values to unpack (expected 2)
# cannot unpack non-iterable int object
# cannot unpack non-iterable NoneType object
# not enough values to unpack (expected 2, got 1)
# not enough values to unpack (expected at least 2, got 1)
# 5 1
# [[0, -1], [5, 0]]
# [1, 2, 1, 2] True
# 1
# 0.5
# 3
# no k
# 3 is not 4
# AssertionError()
# lines 655 9e7d8ca6

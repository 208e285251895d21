# Programs of a few lines each, for `table.test.ts`: what they print and how they end is held against CPython.
# ----
print(), print('a', 1, None, True, 1.5, sep='|', end='!\n')
print(*[1, 2], *'ab', sep='')
print('a', sep=None, end=None)
# ----
print('a', sep=1)
# ----
print('a', foo=1)
# ----
a, b = 1, 2
a, b = b, a
(c, d), e = [a, b], 'x'
f, *g = 'hello'
*h, i = range(4)
[j, [k, *l]] = 1, [2, 3, 4]
m = n = [0]
m.append(1)
print(a, b, c, d, e, f, g, h, i, j, k, l, n)
# ----
a, b = 1
# ----
a, b = 1, 2, 3
# ----
a, b, *c = [1]
# ----
a, b = {}
# ----
x = [1, 2, 3]
for v in x:
    if v < 6:
        x.append(v + 3)
    print(v, end=' ')
print(x)
# ----
x = [1, 2, 3, 4]
for v in x:
    x.remove(v)
print(x)
# ----
d = {1: 2}
for k in d:
    d[k + 1] = 0
# ----
d = {1: 2, 3: 4}
for k in d:
    del d[k]
# ----
d = {1: 2}
for k in d:
    d[1] = 5
print(d)
# ----
s = {1}
for v in s:
    s.add(v + 1)
# ----
d = {1: 1, 2: 2}
for k in list(d):
    del d[k]
print(d)
# ----
for i in range(3):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print(i, j)
    else:
        print('inner', i)
else:
    print('outer')
# ----
n = 0
while n < 3:
    n += 1
    if n == 5:
        break
else:
    print('done', n)
while True:
    n -= 1
    if n < 0:
        break
else:
    print('never')
print(n)
# ----
i = 10
for i in []:
    pass
print(i)
for i in range(2):
    i += 10
print(i)
# ----
del x
# ----
x = 1
del x
print(x)

# Programs of a few lines each, for `table.test.ts`: what they print and how they end is held against CPython.
# ----
def f():
    print(x)
    x = 1
f()
# ----
def f():
    def g():
        return y
    g()
    y = 1
f()
# ----
x = 1
def f():
    global x
    x += 1
    return x
print(f(), f(), x)
# ----
def f():
    n = 0
    def g():
        nonlocal n
        n += 1
        return n
    g()
    return g(), n
print(f())
# ----
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
# ----
def f(a, b=[]):
    b.append(a)
    return b
print(f(1), f(2), f(3, []), f(4))
# ----
def f(a, b, /, c, *, d, e=5):
    return a, b, c, d, e
print(f(1, 2, 3, d=4), f(1, 2, c=3, d=4, e=6))
f(1, b=2, c=3, d=4)
# ----
def f(a, b, c): pass
f(1)
# ----
def f(a, b, c=1): pass
f(1, 2, 3, 4)
# ----
def f(*, a, b): pass
f()
# ----
def f(a): pass
f(1, b=2)
# ----
def f(a): pass
f(1, a=2)
# ----
def f(): pass
f(1)

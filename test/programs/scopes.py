# Names: locals, globals, closures, class bodies, comprehensions, deletion.
x = 'global'

def read():
    return x

def shadow():
    x = 'local'
    return x

def change():
    global x
    x = 'changed'

print(read(), shadow())
change()
print(x)

def unbound():
    try:
        print(y)
    except UnboundLocalError as error:
        print(error)
    y = 1
    del y
    try:
        del y
    except UnboundLocalError as error:
        print(error)

unbound()

def closures():
    makers = []
    for i in range(3):
        makers.append(lambda: i)
    fixed = [lambda i=i: i for i in range(3)]
    return [m() for m in makers], [m() for m in fixed]

print(closures())

def counter():
    n = 0
    def step(by=1):
        nonlocal n
        n += by
        return n
    def reset():
        nonlocal n
        n = 0
    return step, reset

step, reset = counter()
step()
print(step(5))
reset()
print(step())

def free():
    def inner():
        return late
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    late = 1
    print(inner())
    del late
    try:
        inner()
    except NameError as error:
        print(error)

free()
try:
    undefined
except NameError as error:
    print(error)
try:
    del undefined
except NameError as error:
    print(error)

class Body:
    x = 'class'
    y = x + '!'
    names = [n for n in (x, y)]
    def method(self):
        return x
    if True:
        z = y * 2
    del y

print(Body.x, Body().method(), Body.names, Body.z, hasattr(Body, 'y'))

def around(x):
    y = x * 2
    class Inner:
        seen = y
        x = seen + 1
        def get(self):
            return x
    return Inner.seen, Inner.x, Inner().get()

print(around(5))
print([x for x in range(3)], x)
print([(i, j) for i in range(3) for j in range(i) if i != j])
print({k: v for k, v in zip('ab', [1, 2])}, {c for c in 'aa'})
print([y := 1, y + 1], y)
print([last := n for n in range(4)], last)

def walrus(xs):
    if (n := len(xs)) > 2:
        return n
    while (n := n + 1) < 5:
        pass
    return -n

print(walrus([1, 2, 3]), walrus([]))

def deep():
    a = 1
    def mid():
        def low():
            nonlocal a
            a += 1
            return a
        return low
    return mid()(), a

print(deep())
del x
try:
    read()
except NameError as error:
    print(error)

class Private:
    __secret = 1
    def __hidden(self):
        return self.__secret
    def show(self):
        return self.__hidden()

print(Private().show(), hasattr(Private, '__secret'), Private._Private__secret)

# expect:
# global local
# changed
# cannot access local variable 'y' where it is not associated with a value
# cannot access local variable 'y' where it is not associated with a value
# ([2, 2, 2], [0, 1, 2])
# 6
# 1
# NameError cannot access free variable 'late' where it is not associated with a value in enclosing scope
# 1
# cannot access free variable 'late' where it is not associated with a value in enclosing scope
# name 'undefined' is not defined
# name 'undefined' is not defined
# class changed ['class', 'class!'] class!class! False
# (10, 11, 5)
# [0, 1, 2] changed
# [(1, 0), (2, 0), (2, 1)]
# {'a': 1, 'b': 2} {'a'}
# [1, 2] 1
# [0, 1, 2, 3] 3
# 3 -5
# (2, 2)
# name 'x' is not defined
# 1 False 1
# lines 184 085291a3

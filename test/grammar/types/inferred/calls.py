# Parameters without annotations are what the calls say.
# call: add([1, 2], 2.5)
def add(xs, more):  # xs: list[int]; more: float
    total = 0  # total: float
    for x in xs:  # x: int
        total += x * more
    return total
###
# A function is looked at anew for each combination of types; its result fits the call.
def twice(a):  # a: int | str
    return a + a
n = twice(2)  # n: int
s = twice('b')  # s: str
###
# Recursion.
# call: depth([1, [2, [3]]])
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def depth(tree):
    if not isinstance(tree, list):
        return 0
    return 1 + max([depth(part) for part in tree], default=0)
a = fib(10)  # a: int
###
# Functions as values, lambdas, closures.
def compose(f, g):
    return lambda x: f(g(x))
def counter():
    count = 0  # count: int
    def step():
        nonlocal count
        count += 1
        return count
    return step
h = compose(str, len)
a = h([1])  # a: str
step = counter()
b = step()  # b: int
c = sorted(['b', 'a'], key=lambda w: len(w))  # c: list[str]
###
# Defaults, stars and keywords.
def f(a, b=None, *rest, sep=',', **more):  # a: int; b: str | None; rest: tuple[()] | tuple[float, float]; sep: str; more: dict[str, bool]
    return sep
x = f(1)  # x: str
y = f(1, 'b', 2.5, 3.5, sep='-', flag=True)
###
# Generators.
def evens(limit):  # limit: int
    for n in range(limit):
        if n % 2 == 0:
            yield n
xs = list(evens(10))  # xs: list[int]
total = sum(n * 0.5 for n in evens(4))  # total: float
###
# With a call, what nothing calls does not count.
# call: used(1)
def used(n):  # n: int
    return n
def unused(n):
    return n + 1

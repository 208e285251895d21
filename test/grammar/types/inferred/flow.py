# A variable is what it was given last; all that it may ever be is its type in the comment.
x = 1  # x: int | str
y = x  # y: int
x = 'a'
z = x.upper()  # z: str
###
# Both ways through an if meet after it.
# call: f(True)
def f(flag):  # flag: bool
    if flag:
        x = 1  # x: float | str
    else:
        x = 'a'
    y = x  # y: int | str
    if flag:
        x = 2.5
        return x
    return y
###
# A loop may go round again, so what its body leaves comes in at its top.
# call: f([1, 2])
def f(xs):  # xs: list[int]
    best = None  # best: int | None
    for x in xs:  # x: int
        if best is None or x > best:
            best = x
    return best
###
# Only what can leave the loop is there after it.
# call: f('12')
def f(text):  # text: str
    n = None
    while n is None:
        n = int(text)  # n: int | None
    m = n  # m: int
    return m + 1
###
# What raises does not go on.
# call: f({'a': 1}, 'a')
def f(d, key):  # d: dict[str, int]; key: str
    value = d.get(key)  # value: int | None
    if value is None:
        raise KeyError(key)
    found = value  # found: int
    return found + 1
###
# The names of a handler and of a try block.
def f(text: str) -> int:
    try:
        n = int(text)  # n: int
    except ValueError as error:  # error: ValueError
        n = len(str(error))
    return n
###
# isinstance divides, on both sides.
# call: [f('a'), f(2), f([1.5])]
def f(a):  # a: int | str | list[float]
    if isinstance(a, str):
        s = a  # s: str
        return s
    elif isinstance(a, int):
        i = a  # i: int
        return i
    rest = a  # rest: list[float]
    return rest
###
# So does match.
# call: [f(1), f((2, 'b')), f(None)]
def f(a):  # a: int | tuple[int, str] | None
    match a:
        case int():
            return a + 1
        case (n, s):  # n: int; s: str
            return n + len(s)
        case None:
            return 0
###
# The walrus assigns where it stands.
# call: f(['1', ''])
def f(xs):  # xs: list[str]
    total = 0
    while xs and (x := xs.pop()) != '1':  # x: str
        total += len(x)
    return total
###
# Deleted and given again.
def f() -> int:
    a = 'a'  # a: int | str
    del a
    a = 1
    b = a  # b: int
    return b

# None where a number is needed.
def f(a: int | None) -> int:
    return a + 1  # gradual: unsupported operand type(s) for +: 'int | None' and 'int'
###
# A parameter that nothing tells of.
def f(a):  # a: Any; gradual: nothing says what the parameter a of f is
    return a
###
# The call does not suit.
# call: f('a')  # gradual: argument 'n' of f is 'str', which is not 'int'
def f(n: int) -> int:
    return n + 1  # gradual: unsupported operand type(s) for +: 'str' and 'int'
###
# Several places, each with its reason.
# call: f({'a': 1})
def f(d):  # d: dict[str, int]
    a = d.get('a') + 1  # gradual: unsupported operand type(s) for +: 'int | None' and 'int'
    b = d.a  # gradual: 'dict[str, int]' object has no attribute 'a'
    return a
###
# What the checker does not know, it says; what comes of it is anything.
import tkinter  # gradual: the checker does not know the module tkinter
x = tkinter.TkVersion  # x: Any
y = x + 1  # y: Any
###
# An attribute that is there only sometimes.
class A:
    def put(self):
        self.x = 1
a = A()
a.put()
y = a.x  # gradual: 'A' object may be without its attribute 'x'
###
# Results that are not what was promised.
def f(n: int) -> str:
    if n > 0:
        return n  # gradual: f gives 'int', but 'str' is promised
    return 'a'
###
# What a defaultdict makes is known for what it is.
from collections import defaultdict
groups = defaultdict(list)  # groups: defaultdict[int, list[str]]
groups[1].append('a')
y = groups[1].put('b')  # gradual: 'list[str]' object has no attribute 'put'
###
# Order among what has none.
x = sorted([1, 'a'])  # gradual: '<' not supported between instances of 'int | str' and 'int | str'

from functools import singledispatch
from typing import List, Optional
class P: pass
def f(a: int, b: 'text' = 2, *c: List[int], d: Optional[P] = None, **e: dict[str, int]) -> P: pass
print(f.__annotations__, (lambda x: x).__annotations__, P.__init__ is object.__init__)
@singledispatch
def show(x): return 'object'
@show.register
def _(x: int): return 'int'
@show.register
def _(x: P): return 'P'
print(show(1), show(P()), show(1.5))

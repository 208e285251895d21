# Unions of names of typing, subscripts of generic names, metaclasses called with too little.
from typing import Any, Callable, Dict, List, NewType, Optional, Sequence, Set, Tuple, TypeVar, Union
T = TypeVar('T')
K = TypeVar('K')
U = NewType('U', int)
print(T | int, int | T, Optional[int] | str, str | Optional[int], List[int] | None, Union[int, str] | float)
print(T | U, U | None, None | U, int | U, List[U], Optional[U], T | 'x', (int | str) | T, list[int] | str)
print(isinstance(3, Optional[int] | str), isinstance(3.5, Optional[int] | str))
for f in (lambda: list[int] | 'x', lambda: list[int] + 1, lambda: (int | str) + 1, lambda: (int | str)(), lambda: int | 'x'):
    try: print(f())
    except TypeError as e: print(e)
S = Union[Set[T], Sequence[T]]
print(S[int], List[T][int], list[T][int], Dict[T, int][str], Dict[K, T][str, int], Tuple[T, T][int], Optional[T][str])
print(Dict[str, List[T]][K], Union[T, int][int], List[T | None][str], dict[K, list[T]][int, str])
for f in (lambda: List[int][str], lambda: list[int][str], lambda: S[int][str]):
    try: print(f())
    except TypeError as e: print(e)
def takes(x: S[int], f: "Callable[[T], K]" = None) -> Optional[T]: return x
print(takes([1]))
class M(type): pass
for f in (lambda: M(), lambda: M('a'), lambda: M('a', (), {}, 1), lambda: type(), lambda: type('a', ())):
    try: print(f())
    except TypeError as e: print(e)
print(M('a', (), {}).__name__)
import typing
def search(p: typing.Pattern[str], m: 'typing.Match' = None) -> Optional[typing.Match[str]]: return m
print(search('a'), typing.Pattern, typing.Match[str], Optional[typing.Pattern[str]])

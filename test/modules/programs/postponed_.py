# Annotations that `from __future__ import annotations` leaves as texts.
from __future__ import annotations

import dataclasses
import typing
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from enum import Enum
from typing import Callable, ClassVar, Dict, Generic, List, NamedTuple, Optional, Protocol, Tuple, TypeVar
from typing import ClassVar as Shared

print(type(annotations).__name__ if False else 'imported')
T = TypeVar('T')


@dataclass
class Node:
    value: int
    left: Optional[Node] = None
    right: Node | None = None
    count: ClassVar[int] = 0
    total: typing.ClassVar[int] = 1
    other: Shared = 2
    start: InitVar[int] = 7
    again: dataclasses.InitVar[int] = 8
    tags: List[str] = field(default_factory=list)
    _: KW_ONLY
    table: Dict[str, Tuple[int, ...]] = field(default_factory=dict)
    act: Callable[[int, 'str'], None] = print
    odd: Literal['a', b'b', -1, True] = 'a'
    unknown: NoSuchThing[1, ()] = None

    def __post_init__(self, start, again):
        self.value += start + again


node = Node(1, table={'a': (1,)})
print(node.value, node.tags, node.table, node == Node(1, table={'a': (1,)}))
print([(f.name, f.type) for f in fields(node)])
print(Node.__annotations__)
try:
    Node(1, None, None, 7, 8, [], {})
except TypeError as error:
    print(error)


class Point(NamedTuple):
    x: int
    y: Undefined = 2


print(Point(1), Point(1)._replace(y=5))


class Shape(Enum):
    ROUND: int = 1


print(Shape.ROUND.value)


class Private:
    __hidden: a.b[c](d, e=1) = 3


print(Private.__annotations__)


def f(a: int, *rest: List[Node], b: 'quoted' = 1, **more: a | b) -> Optional[Node]:
    local: nothing[0] = 1
    return local


print(f.__annotations__, f(1))


class Sized(Protocol[T]):
    def size(self) -> T: ...


class Box(Sized[T]):
    def __init__(self, value: T):
        self.value = value

    def size(self) -> T:
        return self.value


class Empty(Sized):
    def size(self):
        return 0


class Both(Generic[T], Box[T]):
    pass


class Stack(List[T]):
    pass


class Last(Both[T], Generic[T]):
    pass


print(Box(3).size(), Empty().size(), Both(4).value, Last(5).value)
for cls in (Sized, Box, Both, Last, Stack, Empty):
    print([base.__name__ for base in cls.__bases__], [base.__name__ for base in cls.__mro__])
for attempt in (lambda: Sized(), lambda: Sized(1), lambda: Empty(1), lambda: Box()):
    try:
        print(attempt())
    except TypeError as error:
        print(error)

push = [].append
for attempt in (lambda: len(push), lambda: push[0], lambda: push.missing, lambda: {}.keys + 1, lambda: push.__func__):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(error)
print(type(push), type('a'.join).__name__, push.__name__, push.__qualname__, push.__self__, dict.fromkeys.__name__)
print({}.pop([], 'empty'), type(Box(1).size).__name__)
try:
    {}.pop([])
except KeyError as error:
    print(repr(error))

// The table of builtins: classes of the standard library. Source: the Python 3.11 library reference.

export const COLLECTIONS = `
class deque[T] mutable
__new__: (iterable: Iterable[T] = ..., maxlen: int | None = None) -> deque[T]
append: (x: T, /) -> None
appendleft: (x: T, /) -> None
clear: () -> None
copy: () -> deque[T]
count: (x: object, /) -> nat
extend: (iterable: Iterable[T], /) -> None
extendleft: (iterable: Iterable[T], /) -> None
index: (x: object, start: int = 0, stop: int = 0, /) -> nat
insert: (i: int, x: T, /) -> None
maxlen: nat | None
pop: () -> T
popleft: () -> T
remove: (value: object, /) -> None
reverse: () -> None
rotate: (n: int = 1, /) -> None
__len__: () -> nat

class defaultdict[K, V] mutable hashed < dict
__new__: (*args: object, **kwargs: object) -> defaultdict[K, V] !defaultdict
copy: () -> Self

class OrderedDict[K, V] mutable hashed < dict
__new__: (*args: object, **kwargs: object) -> OrderedDict[K, V] !dict
copy: () -> Self
move_to_end: (key: Hashable, last: bool = True) -> None
popitem: (last: bool = True) -> tuple[K, V]

class Counter[K, V] mutable hashed < dict
__new__: (*args: object, **kwargs: object) -> Counter[K, V] !counter
copy: () -> Self
elements: () -> Iterator[K] !elements
fromkeys: static (iterable: object, value: object = None, /) -> Never
most_common: (n: int | None = None) -> list[tuple[K, V]] !most_common
subtract: (*args: object, **kwargs: object) -> None !count_into
total: () -> Any !total
update: (*args: object, **kwargs: object) -> None !count_into

class Pattern[T]
findall: (string: str, pos: int = 0, endpos: int = 0) -> list[T]
finditer: (string: str, pos: int = 0, endpos: int = 0) -> Iterator[Match]
flags: nat
fullmatch: (string: str, pos: int = 0, endpos: int = 0) -> Match | None
groups: nat
match: (string: str, pos: int = 0, endpos: int = 0) -> Match | None
pattern: str
search: (string: str, pos: int = 0, endpos: int = 0) -> Match | None
split: (string: str, maxsplit: int = 0) -> list[str | None] 
sub: (repl: str | Callable[[Match], str], string: str, count: int = 0) -> str
subn: (repl: str | Callable[[Match], str], string: str, count: int = 0) -> tuple[str, nat]

class chain
__new__: (*iterables: Iterable[T]) -> Iterator[T]
from_iterable: static (iterable: Iterable[Iterable[T]], /) -> Iterator[T]

class Match
end: (group: int | str = 0, /) -> int
group: (*groups: int | str) -> Any !group
groupdict: (default: D = None) -> dict[str, str | D]
groups: (default: D = None) -> tuple[str | D, ...]
re: Any
span: (group: int | str = 0, /) -> tuple[int, int]
start: (group: int | str = 0, /) -> int
string: str
lastindex: nat | None

class staticmethod

class classmethod

class property
`;

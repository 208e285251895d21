// The table of builtins: containers and iterators. Source: the Python 3.11 library reference.
// `mutable` classes hold their contents in cells; `hashed` ones need their first parameter to be hashable.
// A parameter whose type is a parameter of the class goes into the container.

export const CLASSES = `
class list[T] mutable
__new__: (iterable: Iterable[T] = ..., /) -> list[T]
append: (object: T, /) -> None
clear: () -> None
copy: () -> list[T]
count: (value: object, /) -> nat
extend: (iterable: Iterable[T], /) -> None
index: (value: object, start: int = 0, stop: int = 0, /) -> nat
insert: (index: int, object: T, /) -> None
pop: (index: int = -1, /) -> T
remove: (value: object, /) -> None
reverse: () -> None
sort: (*, key: object = None, reverse: int = False) -> None !sort
__len__: () -> nat
__contains__: (key: object, /) -> bool
__getitem__: (index: int, /) -> T
__setitem__: (index: int, value: T, /) -> None

class tuple[T]
__new__: (iterable: Iterable[T] = ..., /) -> tuple[T, ...] !tuple
count: (value: object, /) -> nat
index: (value: object, start: int = 0, stop: int = 0, /) -> nat
__len__: () -> nat
__contains__: (key: object, /) -> bool

class set[T] mutable hashed
__new__: (iterable: Iterable[T] = ..., /) -> set[T]
add: (object: T, /) -> None
clear: () -> None
copy: () -> set[T]
difference: (*others: Iterable[Hashable]) -> set[T]
difference_update: (*others: Iterable[Hashable]) -> None
discard: (object: Hashable, /) -> None
intersection: (*others: Iterable[Hashable]) -> set[T]
intersection_update: (*others: Iterable[Hashable]) -> None
isdisjoint: (other: Iterable[Hashable], /) -> bool
issubset: (other: Iterable[Hashable], /) -> bool
issuperset: (other: Iterable[Hashable], /) -> bool
pop: () -> T
remove: (object: Hashable, /) -> None
symmetric_difference: (other: Iterable[S], /) -> set[T | S]
symmetric_difference_update: (other: Iterable[T], /) -> None
union: (*others: Iterable[S]) -> set[T | S]
update: (*others: Iterable[T]) -> None
__len__: () -> nat
__contains__: (key: Hashable, /) -> bool

class frozenset[T] hashed
__new__: (iterable: Iterable[T] = ..., /) -> frozenset[T]
copy: () -> frozenset[T]
difference: (*others: Iterable[Hashable]) -> frozenset[T]
intersection: (*others: Iterable[Hashable]) -> frozenset[T]
isdisjoint: (other: Iterable[Hashable], /) -> bool
issubset: (other: Iterable[Hashable], /) -> bool
issuperset: (other: Iterable[Hashable], /) -> bool
symmetric_difference: (other: Iterable[S], /) -> frozenset[T | S]
union: (*others: Iterable[S]) -> frozenset[T | S]
__len__: () -> nat

class dict[K, V] mutable hashed
__new__: (*args: object, **kwargs: object) -> dict[K, V] !dict
clear: () -> None
copy: () -> dict[K, V]
fromkeys: static (iterable: Iterable[K], /) -> dict[K, None]
fromkeys: static (iterable: Iterable[K], value: V, /) -> dict[K, V]
get: (key: Hashable, /) -> V | None
get: (key: Hashable, default: D, /) -> V | D
items: () -> dict_items[K, V]
keys: () -> dict_keys[K]
pop: (key: Hashable, /) -> V
pop: (key: Hashable, default: D, /) -> V | D
popitem: () -> tuple[K, V]
setdefault: (key: K, default: V = None, /) -> V
update: (*args: object, **kwargs: object) -> None !update
values: () -> dict_values[V]
__len__: () -> nat
__contains__: (key: Hashable, /) -> bool
__getitem__: (key: Hashable, /) -> V
__setitem__: (key: K, value: V, /) -> None

class dict_keys[K]
isdisjoint: (other: Iterable[Hashable], /) -> bool
__len__: () -> nat

class dict_values[V]
__len__: () -> nat

class dict_items[K, V]
isdisjoint: (other: Iterable[Hashable], /) -> bool
__len__: () -> nat

class Iterator[T]
__iter__: () -> Self
__next__: () -> T

class Generator[Y, S, R] mutable
close: () -> None
send: (value: S, /) -> Y
throw: (value: object, /) -> Y
__iter__: () -> Self
__next__: () -> Y
`;

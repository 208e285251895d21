// The table of builtins: functions. Source: the Python 3.11 library reference, "Built-in Functions".
// `!name` says that specials/ works out the result, and checks what a signature cannot say.

export const FUNCTIONS = `
module builtins
abs: (x: object, /) -> Any !abs
all: (iterable: Iterable[object], /) -> bool
any: (iterable: Iterable[object], /) -> bool
ascii: (object: object, /) -> str
bin: (number: Index, /) -> str
callable: (object: object, /) -> bool
chr: (i: int, /) -> str
divmod: (a: object, b: object, /) -> Any !divmod
enumerate: (iterable: Iterable[T]) -> Iterator[tuple[nat, T]]
enumerate: (iterable: Iterable[T], start: int = 0) -> Iterator[tuple[int, T]]
exit: (code: object = None, /) -> Never
filter: (function: object, iterable: Iterable[T], /) -> Iterator[T] !filter
format: (value: object, spec: str = '', /) -> str !format_value
getattr: (object: object, name: str, default: object = None, /) -> Any !getattr
hasattr: (object: object, name: str, /) -> bool
hash: (object: Hashable, /) -> int
hex: (number: Index, /) -> str
id: (object: object, /) -> nat
input: (prompt: object = '', /) -> str
isinstance: (object: object, classinfo: object, /) -> bool !isinstance
issubclass: (cls: object, classinfo: object, /) -> bool !isinstance
iter: (iterable: Iterable[T], /) -> Iterator[T]
iter: (callable: Callable[[], R], sentinel: object, /) -> Iterator[R] !iter
len: (obj: Sized, /) -> nat
map: (function: object, *iterables: object) -> Any !map
max: (*args: object, key: object = None, default: object = None) -> Any !extreme
min: (*args: object, key: object = None, default: object = None) -> Any !extreme
next: (iterator: object, default: object = None, /) -> Any !next
oct: (number: Index, /) -> str
ord: (c: str | bytes, /) -> nat
pow: (base: object, exp: object, mod: object = None) -> Any !pow
print: (*args: object, sep: str | None = None, end: str | None = None, file: object = None, flush: object = False) -> None
quit: (code: object = None, /) -> Never
repr: (object: object, /) -> str
reversed: (sequence: object, /) -> Any !reversed
round: (number: object, ndigits: int | None = None) -> Any !round
sorted: (iterable: Iterable[T], /, *, key: object = None, reverse: int = False) -> list[T] !sorted
sum: (iterable: Iterable[T], /, start: object = 0) -> Any !sum
zip: (*iterables: object, strict: bool = False) -> Any !zip
`;

// The table of builtins: str, bytes and the numbers. Source: the Python 3.11 library reference, "Built-in Types".
// A row is `name: signature`; rows of one name are overloads. `nat` is an int that is never negative.

export const STRINGS = `
class str
__new__: (object: object = '', /) -> str
__new__: (object: bytes, encoding: str, errors: str = '') -> str
capitalize: () -> str
casefold: () -> str
center: (width: int, fillchar: str = ' ', /) -> str
count: (sub: str, start: int | None = None, end: int | None = None, /) -> nat
encode: (encoding: str = '', errors: str = '') -> bytes
endswith: (suffix: str | tuple[str, ...], start: int | None = None, end: int | None = None, /) -> bool
expandtabs: (tabsize: int = 8) -> str
find: (sub: str, start: int | None = None, end: int | None = None, /) -> int
format: (*args: object, **kwargs: object) -> str !format
index: (sub: str, start: int | None = None, end: int | None = None, /) -> nat
isalnum: () -> bool
isalpha: () -> bool
isascii: () -> bool
isdecimal: () -> bool
isdigit: () -> bool
isidentifier: () -> bool
islower: () -> bool
isnumeric: () -> bool
isprintable: () -> bool
isspace: () -> bool
istitle: () -> bool
isupper: () -> bool
join: (iterable: Iterable[str], /) -> str
ljust: (width: int, fillchar: str = ' ', /) -> str
lower: () -> str
lstrip: (chars: str | None = None, /) -> str
maketrans: static (x: dict[int | str, int | str | None], /) -> dict[int, int | str | None]
maketrans: static (x: str, y: str, /) -> dict[int, int]
maketrans: static (x: str, y: str, z: str, /) -> dict[int, int | None]
partition: (sep: str, /) -> tuple[str, str, str]
removeprefix: (prefix: str, /) -> str
removesuffix: (suffix: str, /) -> str
replace: (old: str, new: str, count: int = -1, /) -> str
rfind: (sub: str, start: int | None = None, end: int | None = None, /) -> int
rindex: (sub: str, start: int | None = None, end: int | None = None, /) -> nat
rjust: (width: int, fillchar: str = ' ', /) -> str
rpartition: (sep: str, /) -> tuple[str, str, str]
rsplit: (sep: str | None = None, maxsplit: int = -1) -> list[str]
rstrip: (chars: str | None = None, /) -> str
split: (sep: str | None = None, maxsplit: int = -1) -> list[str]
splitlines: (keepends: int = False) -> list[str]
startswith: (prefix: str | tuple[str, ...], start: int | None = None, end: int | None = None, /) -> bool
strip: (chars: str | None = None, /) -> str
swapcase: () -> str
title: () -> str
translate: (table: dict[int, int | str | None], /) -> str
upper: () -> str
zfill: (width: int, /) -> str
__len__: () -> nat
__contains__: (key: str, /) -> bool

class bytes
__new__: (source: int | Iterable[int] = ..., /) -> bytes
__new__: (source: str, encoding: str, errors: str = '') -> bytes
count: (sub: bytes | int, start: int | None = None, end: int | None = None, /) -> nat
decode: (encoding: str = '', errors: str = '') -> str
endswith: (suffix: bytes | tuple[bytes, ...], start: int | None = None, end: int | None = None, /) -> bool
find: (sub: bytes | int, start: int | None = None, end: int | None = None, /) -> int
hex: () -> str
fromhex: static (string: str, /) -> bytes
index: (sub: bytes | int, start: int | None = None, end: int | None = None, /) -> nat
isalpha: () -> bool
isdigit: () -> bool
join: (iterable: Iterable[bytes], /) -> bytes
lower: () -> bytes
replace: (old: bytes, new: bytes, count: int = -1, /) -> bytes
rfind: (sub: bytes | int, start: int | None = None, end: int | None = None, /) -> int
split: (sep: bytes | None = None, maxsplit: int = -1) -> list[bytes]
splitlines: (keepends: int = False) -> list[bytes]
startswith: (prefix: bytes | tuple[bytes, ...], start: int | None = None, end: int | None = None, /) -> bool
strip: (chars: bytes | None = None, /) -> bytes
upper: () -> bytes
__len__: () -> nat

class int
__new__: (x: object = 0, /) -> int !int
__new__: (x: str | bytes, base: int) -> int
as_integer_ratio: () -> tuple[int, int]
bit_count: () -> nat
bit_length: () -> nat
conjugate: () -> int
denominator: nat
from_bytes: static (bytes: bytes | Iterable[int], byteorder: str = 'big', *, signed: bool = False) -> int
imag: nat
numerator: int
real: int
to_bytes: (length: int = 1, byteorder: str = 'big', *, signed: bool = False) -> bytes

class bool < int
__new__: (x: object = False, /) -> bool

class float
__new__: (x: object = 0, /) -> float !float
as_integer_ratio: () -> tuple[int, int]
conjugate: () -> float
fromhex: static (string: str, /) -> float
hex: () -> str
imag: float
is_integer: () -> bool
real: float

class complex
__new__: (real: object = 0, imag: object = 0) -> complex
conjugate: () -> complex
imag: float
real: float

class range
__new__: (start: int, stop: int = 0, step: int = 1, /) -> range !range
count: (value: object, /) -> nat
index: (value: object, /) -> nat
start: int
step: int
stop: int
__len__: () -> nat

class object
__new__: () -> Self

class slice
__new__: (start: object, stop: object = None, step: object = None, /) -> Any !slice
start: Any
stop: Any
step: Any

class NoneType

class ellipsis

class type
__new__: (object: object, /) -> Any !type
`;

// The table of builtins: modules of the standard library. Source: the Python 3.11 library reference.
// A module or a member that is not here is Any, and makes the program gradual.

export const MODULES = `
module math
acos: (x: float, /) -> float
acosh: (x: float, /) -> float
asin: (x: float, /) -> float
asinh: (x: float, /) -> float
atan: (x: float, /) -> float
atan2: (y: float, x: float, /) -> float
atanh: (x: float, /) -> float
cbrt: (x: float, /) -> float
ceil: (x: float, /) -> int
comb: (n: int, k: int, /) -> nat
copysign: (x: float, y: float, /) -> float
cos: (x: float, /) -> float
cosh: (x: float, /) -> float
degrees: (x: float, /) -> float
dist: (p: Sequence[float], q: Sequence[float], /) -> float
e: float
erf: (x: float, /) -> float
erfc: (x: float, /) -> float
exp: (x: float, /) -> float
exp2: (x: float, /) -> float
expm1: (x: float, /) -> float
fabs: (x: float, /) -> float
factorial: (n: int, /) -> nat
floor: (x: float, /) -> int
fmod: (x: float, y: float, /) -> float
frexp: (x: float, /) -> tuple[float, int]
fsum: (iterable: Iterable[float], /) -> float
gamma: (x: float, /) -> float
gcd: (*integers: int) -> nat
hypot: (*coordinates: float) -> float
inf: float
isclose: (a: float, b: float, *, rel_tol: float = 0, abs_tol: float = 0) -> bool
isfinite: (x: float, /) -> bool
isinf: (x: float, /) -> bool
isnan: (x: float, /) -> bool
isqrt: (n: int, /) -> nat
lcm: (*integers: int) -> nat
ldexp: (x: float, i: int, /) -> float
lgamma: (x: float, /) -> float
log: (x: float, base: float = 0, /) -> float
log10: (x: float, /) -> float
log1p: (x: float, /) -> float
log2: (x: float, /) -> float
modf: (x: float, /) -> tuple[float, float]
nan: float
nextafter: (x: float, y: float, /) -> float
perm: (n: int, k: int | None = None, /) -> nat
pi: float
pow: (x: float, y: float, /) -> float
prod: (iterable: Iterable[T], /, *, start: object = 1) -> Any !prod
radians: (x: float, /) -> float
remainder: (x: float, y: float, /) -> float
sin: (x: float, /) -> float
sinh: (x: float, /) -> float
sqrt: (x: float, /) -> float
tan: (x: float, /) -> float
tanh: (x: float, /) -> float
tau: float
trunc: (x: float, /) -> int
ulp: (x: float, /) -> float

module random
choice: (seq: Sequence[T]) -> T
choices: (population: Sequence[T], weights: Sequence[float] | None = None, *, cum_weights: Sequence[float] | None = None, k: int = 1) -> list[T]
gauss: (mu: float = 0, sigma: float = 1) -> float
randint: (a: int, b: int) -> int
random: () -> float
randrange: (start: int, stop: int | None = None, step: int = 1) -> int
sample: (population: Sequence[T], k: int) -> list[T]
seed: (a: int | float | str | bytes | None = None) -> None
shuffle: (x: list[object]) -> None
uniform: (a: float, b: float) -> float

module string
ascii_letters: str
ascii_lowercase: str
ascii_uppercase: str
digits: str
hexdigits: str
octdigits: str
printable: str
punctuation: str
whitespace: str
capwords: (s: str, sep: str | None = None) -> str

module heapq
heapify: (heap: list[T], /) -> None !heap
heappop: (heap: list[T], /) -> T !heap
heappush: (heap: list[T], item: T, /) -> None !heap
heappushpop: (heap: list[T], item: T, /) -> T !heap
heapreplace: (heap: list[T], item: T, /) -> T !heap
merge: (*iterables: Iterable[T], key: object = None, reverse: bool = False) -> Iterator[T] !ordered
nlargest: (n: int, iterable: Iterable[T], key: object = None) -> list[T] !ordered
nsmallest: (n: int, iterable: Iterable[T], key: object = None) -> list[T] !ordered

module bisect
bisect: (a: Sequence[T], x: A, lo: int = 0, hi: int | None = None, *, key: object = None) -> nat !bisect
bisect_left: (a: Sequence[T], x: A, lo: int = 0, hi: int | None = None, *, key: object = None) -> nat !bisect
bisect_right: (a: Sequence[T], x: A, lo: int = 0, hi: int | None = None, *, key: object = None) -> nat !bisect
insort: (a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: object = None) -> None !bisect
insort_left: (a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: object = None) -> None !bisect
insort_right: (a: list[T], x: T, lo: int = 0, hi: int | None = None, *, key: object = None) -> None !bisect

module itertools
accumulate: (iterable: Iterable[T], func: object = None, *, initial: object = None) -> Any !accumulate
combinations: (iterable: Iterable[T], r: int) -> Iterator[tuple[T, ...]] !picks
combinations_with_replacement: (iterable: Iterable[T], r: int) -> Iterator[tuple[T, ...]] !picks
compress: (data: Iterable[T], selectors: Iterable[object]) -> Iterator[T]
count: (start: A = 0, step: B = 1) -> Any !count
cycle: (iterable: Iterable[T], /) -> Iterator[T]
dropwhile: (predicate: Callable[[T], object], iterable: Iterable[T], /) -> Iterator[T]
filterfalse: (function: Callable[[T], object] | None, iterable: Iterable[T], /) -> Iterator[T]
groupby: (iterable: Iterable[T]) -> Iterator[tuple[T, Iterator[T]]]
groupby: (iterable: Iterable[T], key: None) -> Iterator[tuple[T, Iterator[T]]]
groupby: (iterable: Iterable[T], key: Callable[[T], K]) -> Iterator[tuple[K, Iterator[T]]]
islice: (iterable: Iterable[T], start: int | None, stop: int | None = None, step: int | None = None, /) -> Iterator[T]
pairwise: (iterable: Iterable[T], /) -> Iterator[tuple[T, T]]
permutations: (iterable: Iterable[T], r: int | None = None) -> Iterator[tuple[T, ...]] !picks
product: (*iterables: object, repeat: int = 1) -> Any !product
repeat: (object: T, times: int = 0) -> Iterator[T]
starmap: (function: object, iterable: object, /) -> Any !starmap
takewhile: (predicate: Callable[[T], object], iterable: Iterable[T], /) -> Iterator[T]
tee: (iterable: Iterable[T], n: int = 2, /) -> tuple[Iterator[T], ...]
zip_longest: (*iterables: object, fillvalue: object = None) -> Any !zip_longest

module functools
_compared: (mycmp: object, x: object, /) -> nat !compared
cmp_to_key: (mycmp: A) -> Any !cmp_to_key
partial: (func: A, /, *args: object, **kwargs: object) -> Any !partial
reduce: (function: object, iterable: Iterable[T], initial: object = None, /) -> Any !reduce
wraps: (wrapped: object, assigned: object = None, updated: object = None) -> Any !wraps

module operator
_attribute: (obj: object, /) -> Any !attribute
_item: (obj: object, /) -> Any !item
add: (a: object, b: object, /) -> Any !operator
and_: (a: object, b: object, /) -> Any !operator
attrgetter: (attr: str, /) -> Any !attrgetter
eq: (a: object, b: object, /) -> bool !operator
floordiv: (a: object, b: object, /) -> Any !operator
ge: (a: object, b: object, /) -> bool !operator
gt: (a: object, b: object, /) -> bool !operator
itemgetter: (item: object, /, *items: object) -> Any !itemgetter
le: (a: object, b: object, /) -> bool !operator
lt: (a: object, b: object, /) -> bool !operator
mod: (a: object, b: object, /) -> Any !operator
mul: (a: object, b: object, /) -> Any !operator
ne: (a: object, b: object, /) -> bool !operator
neg: (a: float, /) -> float !operator
not_: (a: object, /) -> bool
or_: (a: object, b: object, /) -> Any !operator
pow: (a: object, b: object, /) -> Any !operator
sub: (a: object, b: object, /) -> Any !operator
truediv: (a: object, b: object, /) -> Any !operator
truth: (a: object, /) -> bool
xor: (a: object, b: object, /) -> Any !operator

module copy
copy: (x: A) -> A
deepcopy: (x: A) -> A

module json
dumps: (obj: object, *, indent: int | str | None = None, sort_keys: bool = False, ensure_ascii: bool = True, separators: tuple[str, str] | None = None, default: object = None) -> str !dumps
loads: (s: str | bytes) -> Any

module re
ASCII: nat
DOTALL: nat
I: nat
IGNORECASE: nat
M: nat
MULTILINE: nat
S: nat
VERBOSE: nat
X: nat
compile: (pattern: str, flags: int = 0) -> Pattern[str] !compile
escape: (pattern: str) -> str
findall: (pattern: str | Pattern, string: str, flags: int = 0) -> list[str] !findall
finditer: (pattern: str | Pattern, string: str, flags: int = 0) -> Iterator[Match]
fullmatch: (pattern: str | Pattern, string: str, flags: int = 0) -> Match | None
match: (pattern: str | Pattern, string: str, flags: int = 0) -> Match | None
search: (pattern: str | Pattern, string: str, flags: int = 0) -> Match | None
split: (pattern: str | Pattern, string: str, maxsplit: int = 0, flags: int = 0) -> list[str | None] !split
sub: (pattern: str | Pattern, repl: str | Callable[[Match], str], string: str, count: int = 0, flags: int = 0) -> str
subn: (pattern: str | Pattern, repl: str | Callable[[Match], str], string: str, count: int = 0, flags: int = 0) -> tuple[str, nat]

module time
monotonic: () -> float
perf_counter: () -> float
sleep: (seconds: float, /) -> None
time: () -> float

module sys
getrecursionlimit: () -> nat
maxsize: nat
setrecursionlimit: (limit: int, /) -> None

module statistics
fmean: (data: Iterable[float]) -> float

module typing
cast: (typ: object, val: A) -> A

module collections
module collections.abc
module dataclasses
module enum
module abc
module contextlib
module __future__
`;

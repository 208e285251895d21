# What is put in later counts too.
xs = []  # xs: list[int | str]
xs.append(1)
xs.append('a')
d = {}  # d: dict[str, list[int]]
d.setdefault('a', []).append(1)
e = {}  # e: dict[str, int]
for word in 'a b a'.split():  # word: str
    e[word] = e.get(word, 0) + 1
###
# Tuples know each of their places, and forget them when they grow in a loop.
t = (1, 'a', None)  # t: tuple[int, str, None]
first, *rest = t  # first: int; rest: list[str | None]
a, b = 1, 'x'  # a: int | str; b: int | str
a, b = b, a
second = t[1]  # second: str
grown = ()  # grown: tuple[int, ...]
for n in range(10):
    grown = grown + (n,)
###
# Comprehensions and what zips, counts and sorts.
names = ['a', 'bc']
lengths = {name: len(name) for name in names}  # lengths: dict[str, int]
pairs = list(zip(names, [1.5, 2.5]))  # pairs: list[tuple[str, float]]
items = sorted(lengths.items(), key=lambda item: item[1])  # items: list[tuple[str, int]]
numbered = list(enumerate(names))  # numbered: list[tuple[int, str]]
unique = {n // 2 for n in range(5)}  # unique: set[int]
grid = [[0] * 3 for _ in range(3)]  # grid: list[list[int]]
###
# Numbers.
a = 7 // 2  # a: int
b = 7 / 2  # b: float
c = 2 ** 3  # c: int
d = 2 ** -1  # d: float
e = 1 + 2.5  # e: float
f = True + True  # f: int
g = divmod(7, 2)  # g: tuple[int, int]
h = round(2.5)  # h: int
i = round(2.5, 1)  # i: float
j = abs(-3)  # j: int
###
# Modules.
from collections import Counter, defaultdict, deque
import math
c = Counter('abca')  # c: Counter[str]
top = c.most_common(1)  # top: list[tuple[str, int]]
groups = defaultdict(list)  # groups: defaultdict[int, list[str]]
for word in ['a', 'bc']:
    groups[len(word)].append(word)
q = deque([1, 2])  # q: deque[int]
lengths = defaultdict(int)  # lengths: defaultdict[str, int]
lengths['a'] += 1
first = groups[1]  # first: list[str]
r = math.sqrt(2)  # r: float

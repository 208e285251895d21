# Every operator on its builtin types and through special methods, direct, reflected and in place.
print(2 ** 10, 2 ** -1, (-8) ** 3, 1 << 70, -5 >> 1, 6 | 9, 6 ^ 3, 6 & 3, +True, ~5, -(-3))
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, 1 / 3, 10 ** 20 // 3, divmod(-7, 2))
print('ab' * 3, [1] * 2, 3 * (0,), [1] + [2], (1,) + (2,), {1} | {2}, {1, 2} & {2}, {1, 2} - {2}, {1} ^ {2})
print({'a': 1} | {'b': 2}, 3 not in [1, 2], 'x' in 'xyz', 2 in {1: 2}, 1 in {1: 2})
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, 'a' < 'b' <= 'b', None is None, None is not None)

class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __imatmul__(self, other):
        self.parts = tuple(a * b for a, b in zip(self.parts, other.parts))
        return self

    def __pos__(self):
        return 'pos'

    def __invert__(self):
        return 'invert'

    def __neg__(self):
        return Vector(*[-part for part in self.parts])

    def __rsub__(self, other):
        return ('rsub', other)

    def __rpow__(self, other):
        return ('rpow', other)

    def __iadd__(self, other):
        self.parts += (other,)
        return self

    def __contains__(self, part):
        return part in self.parts

    def __bool__(self):
        return any(self.parts)

    def __eq__(self, other):
        return NotImplemented if not isinstance(other, Vector) else self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

v, w = Vector(1, 2), Vector(3, 4)
print(v @ w, +v, ~v, (-v).parts, 5 - v, 2 ** v, 2 in v, 9 not in v, bool(Vector(0)), v < w, v > w)
print(v == Vector(1, 2), v == 3, v != 3, v != w)
alias = v
v @= w
v += 7
print(alias.parts, alias is v)
try:
    v @ 3
except AttributeError as error:
    print(error)
for attempt in (lambda: 1 @ 2, lambda: 'a' - 1, lambda: [] + (), lambda: ~1.5, lambda: +'a', lambda: 1 << -1,
                lambda: {} | [], lambda: 1 < 'a', lambda: v > 3, lambda: 3 in 5, lambda: 'a' * 'b', lambda: None + 1):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

x = 5
x **= 2; x <<= 3; x >>= 1; x |= 3; x ^= 7; x &= 0xFF; x //= 3; x %= 50; x -= 1; x *= 2; x /= 4
print(x)
row = {'k': [1, 2]}
row['k'][0] += 10
row['k'] += [3]
row['n'] = row.get('n', 0) + 1
print(row)
s = {1}
s |= {2}; s &= {2, 3}; s ^= {5}; s -= {2}
print(s)
print([*range(3), *'ab'], (*[1], 2), {*[1, 1]}, {**{'a': 1}, 'b': 2, **{'a': 3}})
print(max([1, 5], [2], key=len), sorted('bca', reverse=True), int('ff', base=16), 'a-b'.split(sep='-', maxsplit=1))
print(not 0, not [], 0 or 'x', 1 and 'y', [] and 1, None or 0 or 'last')
print((lambda a, /, b=2, *c, d, **e: (a, b, c, d, e))(1, d=4, f=6))

# expect:
# 1024 0.5 -512 1180591620717411303424 -3 15 5 2 1 -6 3
# 3 -4 -2 2 3.0 0.5 0.3333333333333333 33333333333333333333 (-4, 1)
# ababab [1, 1] (0, 0, 0) [1, 2] (1, 2) {1, 2} {2} {1} {1, 2}
# {'a': 1, 'b': 2} True True False True
# True False True True True False
# 11 pos invert (-1, -2) ('rsub', 5) ('rpow', 2) True True False True False
# True False True True
# (3, 8, 7) True
# 'int' object has no attribute 'parts'
# TypeError unsupported operand type(s) for @: 'int' and 'int'
# TypeError unsupported operand type(s) for -: 'str' and 'int'
# TypeError can only concatenate list (not "tuple") to list
# TypeError bad operand type for unary ~: 'float'
# TypeError bad operand type for unary +: 'str'
# ValueError negative shift count
# TypeError unsupported operand type(s) for |: 'dict' and 'list'
# TypeError '<' not supported between instances of 'int' and 'str'
# TypeError '>' not supported between instances of 'Vector' and 'int'
# TypeError argument of type 'int' is not iterable
# TypeError can't multiply sequence by non-int of type 'str'
# TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
# 15.5
# {'k': [11, 2, 3], 'n': 1}
# {5}
# [0, 1, 2, 'a', 'b'] (1, 2) {1} {'a': 3, 'b': 2}
# [1, 5] ['c', 'b', 'a'] 255 ['a', 'b']
# True True x y [] last
# (1, 2, (), 4, {'f': 6})
# lines 156 cbc299b5

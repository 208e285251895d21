from fractions import Fraction
import math, operator, copy
F = Fraction
vals = [F(1, 3), F(-7, 2), F(0), F(5), F(22, 7), F(1, -4), 2, -3, 0, 1.5, 0.1, True]
ops = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.pow, operator.lt, operator.le, operator.eq, operator.ge, operator.ne]
for a in vals:
    for b in vals:
        if not (isinstance(a, F) or isinstance(b, F)): continue
        out = []
        for op in ops:
            try:
                r = None if op is operator.pow and a < 0 and not isinstance(b, int) else op(a, b)
                pass
                out.append(repr(r))
            except (ZeroDivisionError, TypeError, OverflowError) as e: out.append(type(e).__name__ + str(e))
        print(a, b, out)
for s in ['3/4', ' -1.5e3 ', '0.125', '7', '-0', '1_000/3', '.5', '3.', 'abc', '1/0', '', '1/-3', '2e-3', '+5/10']:
    try: print(repr(F(s)), F(s))
    except Exception as e: print(type(e).__name__, e)
for args in [(1, 0), (0, 0), (1.5, 2), ('1', 2), (F(1, 2), F(3, 4)), (4, -6), (True, 2), (None,), ([],)]:
    try: print(repr(F(*args)))
    except Exception as e: print(type(e).__name__, e)
x = F(-17, 5)
print(int(x), math.floor(x), math.ceil(x), round(x), round(x, 1), round(F(5, 2)), round(F(7, 2)), round(F(1234, 7), -1), float(x), abs(x), -x, +x, bool(F(0)), hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), hash(F(-1, 3)), math.trunc(x))
print(F(3.14159).limit_denominator(100), F(0.1), F.from_float(0.25), F(math.pi).limit_denominator(1000), F('0.1').limit_denominator(7), x.numerator, x.denominator, x.as_integer_ratio())
print(sum([F(1, i) for i in range(1, 10)]), sorted([F(1, 2), F(1, 3), 0.4]), max(F(1, 2), 1), {F(1, 2): 'a'}[0.5], F(1, 2) in [0.5], F(2, 4) == F(1, 2), [F(1, 2)], str(F(4, 2)), f'{F(1, 3)}', '%s' % F(1, 3))
print(copy.copy(F(1, 2)), copy.deepcopy([F(1, 2)]), isinstance(F(1), F), F(1, 2).__class__, F(1, 2) + 1, 1 - F(1, 3), 2 ** F(1, 2), F(4) ** 0.5, F(1, 2) ** -3, math.sqrt(F(1, 4)), F(1, 2) == '1/2')
try: F(1, 2) + 'a'
except TypeError as e: print(e)
try: F(1) < 'x'
except TypeError as e: print(e)
class MyF(Fraction): pass
print(MyF(1, 2), repr(MyF(1, 2)), repr(MyF(1, 2) + 1))
try: F(1, 2).x = 3
except AttributeError as e: print(e)
try: F(1,2).numerator = 3
except AttributeError as e: print(e)
from numbers import Rational, Number, Real, Integral
print(isinstance(F(1), Rational), isinstance(F(1), Number), isinstance(F(1), Integral), isinstance(F(1), Real))

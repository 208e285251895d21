from decimal import *
import decimal, math, operator
D = Decimal
vals = [D('0'), D('1'), D('-1.5'), D('0.1'), D('123.456'), D('1E+5'), D('-0'), D('2.50'), D('1e-10'), D('99999999999999999999999999999'), D(3), D('7.0000'), D('1234567890.12345678901234567890123')]
ops = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, divmod, operator.lt, operator.eq, operator.ge]
for a in vals:
    print(a, repr(a), -a, +a, abs(a), int(a), float(a), bool(a), a.as_tuple(), a.normalize(), a.adjusted(), hash(a) == hash(float(a)) if float(a) == a else '', a.to_integral_value(), round(a), a.to_eng_string(), math.floor(a), math.ceil(a), a.is_zero(), a.is_signed(), a.sqrt() if a >= 0 else '')
    for b in vals + [2, -3, 0]:
        out = []
        for op in ops:
            try: out.append(str(op(a, b)))
            except ArithmeticError as e: out.append(type(e).__name__ + str(e))
        print(a, b, out)
    for n in (0, 1, 2, 3, 5, 10, 33, -1, -2, -7):
        try: print(n, a ** n, end=' ')
        except ArithmeticError as e: print(n, type(e).__name__, e, end=' ')
    print()
    for f in ('', '<12.1f', '.2f', '.0f', '10.3f', '^12', '+', ',', ',.2f', 'e', '.3e', 'g', '.4g', '%', '.1%', '010.2f', ' ', '*>15', 'f', 'E'):
        print(format(a, f) if f else f'{a}', end=' ; ')
    print()
    for r in (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP):
        for q in ('0.01', '1', '0.1', '1E+1', '0.0001'):
            try: print(a.quantize(D(q), rounding=r), end=' ')
            except InvalidOperation as e: print(e, end=' ')
    print()
for s in ['abc', '', ' 1.5 ', '1_000', '+3', '.5', '5.', '1e5', '-.0', 'Infinity', '-inf', 'NaN', '0x1', '1 2', '1e', '٣']:
    try: print(repr(s), repr(D(s)))
    except Exception as e: print(repr(s), type(e).__name__, e)
for x in [0.1, 1.5, -2.0, 1e20, 5, True, (0, (1, 2, 3), -2), float('inf')]: print(repr(D(x)))
getcontext().prec = 6; print(D(1) / D(3), D(2).sqrt(), D('123456789') + 1, D(22) / 7, D('1.23456789') * 1, +D('1.23456789'))
getcontext().prec = 50; print(D(1) / 7, D(2).sqrt()); getcontext().prec = 28; getcontext().rounding = ROUND_HALF_UP; print(D('2.5').quantize(D(1)), round(D('2.5')), round(D('2.345'), 2), D('2.345').quantize(D('.01'))); getcontext().rounding = ROUND_HALF_EVEN
with localcontext() as c: c.prec = 4; print(D(1) / 3)
print(D(1) / 3, sum([D('0.1')] * 10), sum([D('0.1'), D('0.2')], D(0)), max(D(1), D(2)), sorted([D('1.1'), D('1.01'), 1]), D('0.1') + D('0.2') == D('0.3'), D('1.0') == 1, D('0.5') == 0.5, D('0.1') == 0.1, {D(1): 'a'}[1], D('1.10'), str(D('1.10').normalize()), D('3') * 2, 2 * D('3.1'), 1 - D('0.9'), 10 // D(3), 10 % D('3.5'), D('-7') // 2, D('-7') % 3, divmod(D(7), D('-2')), 5 / D(2), 2 ** D(3), pow(D(2), 3), D('1e3'), D('1000').normalize(), math.isnan(D('NaN')), D('NaN') == D('NaN'), D('Infinity') > 5, D(5).compare(D(3)), D('1.5').copy_sign(D(-1)), D(10).as_integer_ratio(), D('0.25').as_integer_ratio(), isinstance(D(1), Decimal), D('12.3').as_tuple().exponent, type(D(1)), D.from_float(0.25))
for f in (lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) % 0, lambda: D(1) + 1.5, lambda: D(1) + 'a', lambda: D([1]), lambda: D(None), lambda: D(-1).sqrt(), lambda: int(D('NaN')), lambda: int(D('inf')), lambda: D(1) < 'a', lambda: D(0) ** 0, lambda: D('inf') - D('inf'), lambda: D('NaN') < 1, lambda: D(10).quantize(D('1e-30')), lambda: D(1).foo, lambda: D(1) // 0, lambda: D({}), lambda: f'{D(1):x}', lambda: round(D(1), 1.5)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

# Complex numbers: arithmetic, text, comparison, conversion, patterns, and cmath.
import cmath
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
a = 3 + 4j
b = -1.5 - 2j
for f in (
    lambda: a + b,
    lambda: a - b,
    lambda: a * b,
    lambda: a / b,
    lambda: a ** 2,
    lambda: a ** -3,
    lambda: a ** 0.5,
    lambda: a ** b,
    lambda: a ** 0,
    lambda: 0j ** 2,
    lambda: 0j ** -1,
    lambda: 0j ** (1+1j),
    lambda: a / 0,
    lambda: a // 2,
    lambda: a % 2,
    lambda: divmod(a, 2),
    lambda: a < b,
    lambda: a == 3 + 4j,
    lambda: (3+0j) == 3,
    lambda: 3 == 3+0j,
    lambda: 3.0 == 3+0j,
    lambda: 3+1j == 3,
    lambda: True == 1+0j,
    lambda: a != b,
    lambda: abs(a),
    lambda: abs(b),
    lambda: -a,
    lambda: +a,
    lambda: ~a,
    lambda: bool(0j),
    lambda: bool(1j),
    lambda: a.real,
    lambda: a.imag,
    lambda: a.conjugate(),
    lambda: complex('1+2j'),
    lambda: complex(' ( -1.5e3-nanj ) '),
    lambda: complex('j'),
    lambda: complex('-j'),
    lambda: complex('3'),
    lambda: complex('1 + 2j'),
    lambda: complex(''),
    lambda: complex(1, 2),
    lambda: complex(1j, 2j),
    lambda: complex(1+2j, 3+4j),
    lambda: complex(1+2j, 3),
    lambda: complex(),
    lambda: complex(imag=3),
    lambda: complex(real=2),
    lambda: complex('1', 2),
    lambda: complex(1, '2'),
    lambda: complex([]),
    lambda: complex(1, []),
    lambda: complex(None),
    lambda: hash(1j),
    lambda: hash(3+0j),
    lambda: hash(1.5-2.5j),
    lambda: hash(-1j),
    lambda: {1: 'a'}[1+0j],
    lambda: {1j: 5}[0+1j],
    lambda: 1j in {1j},
    lambda: [1j].index(1j),
    lambda: {2.5: 1}[2.5+0j],
    lambda: f'{a:.2f}',
    lambda: f'{a:20}|',
    lambda: f'{a:<20.3g}|',
    lambda: f'{2j:10}|',
    lambda: f'{a:+.1e}',
    lambda: f'{a:010}',
    lambda: f'{a:=10}',
    lambda: f'{a:d}',
    lambda: f'{1e10+2e10j:,.1f}',
    lambda: f'{a!s:>12}',
    lambda: format(2j, '.3'),
    lambda: format(-0.0+2j, '^15'),
    lambda: (-8) ** (1/3),
    lambda: (-8.0) ** 0.5,
    lambda: (-1) ** 0.5,
    lambda: pow(-4, 0.5),
    lambda: pow(2j, 2),
    lambda: pow(2j, 2, 3),
    lambda: (-2.5) ** -1.5,
    lambda: int(a),
    lambda: float(a),
    lambda: round(a),
    lambda: sum([1j, 2, 3.5]),
    lambda: a + 'x',
    lambda: 'x' + a,
    lambda: [1] * 2j,
    lambda: max(1j, 2j),
    lambda: sorted([1j, 2]),
    lambda: complex(1e308, 1e308) * 10,
    lambda: abs(complex(1e308, 1.7e308)),
    lambda: (1e200+1e200j) ** 3,
    lambda: isinstance(a, complex),
    lambda: isinstance(1, complex),
    lambda: type(a),
    lambda: type(a).__name__,
    lambda: str(1e16j),
    lambda: repr(-0j),
    lambda: repr(-1j),
    lambda: repr(complex(-0.0, 1)),
    lambda: repr(complex(0, -0.0)),
    lambda: 1e-5j,
    lambda: complex(float('inf'), float('nan')),
    lambda: (1+2j).__add__(3),
    lambda: (1).__add__(2j),
    lambda: 1j.__eq__(1),
    lambda: 10**400 * 1j,
    lambda: 1j.x,
    lambda: len(1j),
    lambda: iter(1j),
    lambda: 3j.imag,
    lambda: 0x1F + 2J,
    lambda: 1_0.5_0j,
    lambda: cmath.sqrt(-1),
    lambda: cmath.sqrt(3+4j),
    lambda: cmath.sqrt(-3-4j),
    lambda: cmath.phase(-1),
    lambda: cmath.phase(1+1j),
    lambda: cmath.polar(3+4j),
    lambda: cmath.polar(-1.5),
    lambda: cmath.rect(2, 1),
    lambda: cmath.rect(5, 0),
    lambda: cmath.exp(1j * cmath.pi),
    lambda: cmath.exp(2+3j),
    lambda: cmath.log(3+4j),
    lambda: cmath.log(-10),
    lambda: cmath.log(8, 2),
    lambda: cmath.log10(100j),
    lambda: cmath.log(0),
    lambda: cmath.sqrt('a'),
    lambda: cmath.isclose(1j, 1j + 1e-12),
    lambda: cmath.isnan(complex('nan')),
    lambda: cmath.sqrt(0),
    lambda: cmath.exp(-2j * cmath.pi * 3 / 8),
    lambda: cmath.inf,
    lambda: cmath.infj,
    lambda: cmath.log(1j),
    lambda: cmath.log(0.6 + 0.7j),
    lambda: cmath.log(1.01 + 0.02j),
    lambda: cmath.sin(1 + 2j),
    lambda: cmath.cos(-0.5 + 1.25j),
    lambda: cmath.tan(0.5 + 0.25j),
    lambda: cmath.sinh(2j),
    lambda: cmath.cosh(1.5 + 3j),
    lambda: cmath.tanh(-1 + 0.5j),
    lambda: cmath.sin(0),
):
    show(f)
def roots(a, b, c):
    d = cmath.sqrt(b ** 2 - 4 * a * c)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)
print(roots(1, 2, 5), roots(1, -3, 2), roots(2, 1, 1))
def fft(x):
    n = len(x)
    if n == 1: return x
    even, odd = fft(x[0::2]), fft(x[1::2])
    t = [cmath.exp(-2j * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [even[k] + t[k] for k in range(n // 2)] + [even[k] - t[k] for k in range(n // 2)]
print(fft([1, 2, 3, 4, 4, 3, 2, 1]))
def kind(z):
    match z:
        case 1j: return 'i'
        case 1 + 2j: return 'one and two i'
        case -1 - 1j: return 'minus'
        case complex(real=r): return ('complex', r)
        case _: return 'other'
print([kind(z) for z in (1j, 1+2j, -1-1j, 5j, 4)])
def mandel(c):
    z, n = 0, 0
    while abs(z) <= 2 and n < 30:
        z = z * z + c
        n += 1
    return n
print([mandel(complex(x / 4, y / 4)) for x in range(-8, 3) for y in range(-4, 5)])
class Z(complex):
    pass
print(Z(1, 2), Z(1, 2) + 1, type(Z(1, 2) + 1).__name__)

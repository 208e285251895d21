// Module cmath. https://docs.python.org/3.11/library/cmath.html
// The order of operations is that of CPython's Modules/cmathmodule.c, so that results round alike.
import { primerModule } from './declare.ts';

export const cmath = primerModule(
  'cmath',
  String.raw`
import math
from _lockstep import refuse

__all__ = ['acos', 'acosh', 'asin', 'asinh', 'atan', 'atanh', 'cos', 'cosh', 'e', 'exp', 'inf', 'infj', 'isclose',
           'isfinite', 'isinf', 'isnan', 'log', 'log10', 'nan', 'nanj', 'phase', 'pi', 'polar', 'rect', 'sin', 'sinh',
           'sqrt', 'tan', 'tanh', 'tau']

e = math.e
pi = math.pi
tau = math.tau
inf = math.inf
nan = math.nan
infj = complex(0.0, math.inf)
nanj = complex(0.0, math.nan)

_LN10 = 2.302585092994046
_SMALLEST = 2.2250738585072014e-308
_LARGEST = 4.49423283715579e+307


def _number(z):
    if isinstance(z, complex):
        return z
    if hasattr(type(z), '__complex__'):
        return complex(z)
    if isinstance(z, str) or not (hasattr(type(z), '__float__') or hasattr(type(z), '__index__')):
        raise TypeError('must be real number, not %s' % type(z).__name__)
    return complex(z)


def _finite(z, name):
    z = _number(z)
    if not isfinite(z):
        refuse('cmath.%s of what is not finite' % name)
    return z


def isfinite(z, /):
    z = _number(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    z = _number(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    z = _number(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a = _number(a)
    b = _number(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError('tolerances must be non-negative')
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    difference = abs(a - b)
    return difference <= rel_tol * abs(b) or difference <= rel_tol * abs(a) or difference <= abs_tol


def phase(z, /):
    z = _number(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    z = _number(z)
    return abs(z), math.atan2(z.imag, z.real)


def rect(r, phi, /):
    r = math.fabs(r) if r > 0 else -math.fabs(r)
    if not math.isfinite(r) or not math.isfinite(phi):
        refuse('cmath.rect of what is not finite')
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * math.cos(phi), r * math.sin(phi))


def exp(z, /):
    z = _finite(z, 'exp')
    if z.real > 708.0:
        refuse('cmath.exp of such large numbers')
    size = math.exp(z.real)
    return complex(size * math.cos(z.imag), size * math.sin(z.imag))


def sqrt(z, /):
    z = _finite(z, 'sqrt')
    if z.real == 0.0 and z.imag == 0.0:
        return complex(0.0, z.imag)
    a = math.fabs(z.real)
    b = math.fabs(z.imag)
    if a < _SMALLEST and b < _SMALLEST:
        refuse('cmath.sqrt of subnormal numbers')
    a /= 8.0
    s = 2.0 * math.sqrt(a + abs(complex(a, b / 8.0)))
    d = b / (2.0 * s)
    if z.real >= 0.0:
        return complex(s, math.copysign(d, z.imag))
    return complex(d, math.copysign(s, z.imag))


def _natural(z):
    z = _finite(z, 'log')
    a = math.fabs(z.real)
    b = math.fabs(z.imag)
    if a > _LARGEST or b > _LARGEST:
        refuse('cmath.log of such large numbers')
    if a < _SMALLEST and b < _SMALLEST:
        if a > 0.0 or b > 0.0:
            refuse('cmath.log of subnormal numbers')
        raise ValueError('math domain error')
    size = abs(complex(a, b))
    if 0.71 <= size <= 1.73:
        excess = (max(a, b) - 1.0) * (max(a, b) + 1.0) + min(a, b) * min(a, b)
        return complex(math.log1p(excess) / 2.0, math.atan2(z.imag, z.real))
    return complex(math.log(size), math.atan2(z.imag, z.real))


def log(z, base=None, /):
    natural = _natural(z)
    if base is None:
        return natural
    below = _natural(base)
    if below == 0:
        raise ValueError('math domain error')
    return natural / below


def log10(z, /):
    natural = _natural(z)
    return complex(natural.real / _LN10, natural.imag / _LN10)


def _moderate(z, name):
    z = _finite(z, name)
    if math.fabs(z.real) > 708.0:
        refuse('cmath.%s of such large numbers' % name)
    return z


def sinh(z, /):
    z = _moderate(z, 'sinh')
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def cosh(z, /):
    z = _moderate(z, 'cosh')
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def tanh(z, /):
    z = _moderate(z, 'tanh')
    t = math.tanh(z.real)
    turn = math.tan(z.imag)
    c = 1.0 / math.cosh(z.real)
    below = 1.0 + (t * turn) * (t * turn)
    return complex(t * (1.0 + turn * turn) / below, ((turn / below) * c) * c)


def sin(z, /):
    z = _number(z)
    turned = sinh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def cos(z, /):
    z = _number(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    z = _number(z)
    turned = tanh(complex(-z.imag, z.real))
    return complex(turned.imag, -turned.real)


def acos(z, /):
    refuse('cmath.acos')


def acosh(z, /):
    refuse('cmath.acosh')


def asin(z, /):
    refuse('cmath.asin')


def asinh(z, /):
    refuse('cmath.asinh')


def atan(z, /):
    refuse('cmath.atan')


def atanh(z, /):
    refuse('cmath.atanh')
`,
);

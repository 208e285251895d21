// Module fractions. https://docs.python.org/3.11/library/fractions.html
import { primerModule } from './declare.ts';

export const fractions = primerModule(
  'fractions',
  String.raw`
import math
import operator
import re
from numbers import Rational

__all__ = ['Fraction']

_FORM = re.compile(r'''
    \A\s*
    (?P<sign>[-+]?)
    (?=\d|\.\d)
    (?P<num>\d*|\d+(_\d+)*)
    (?:
       (?:/(?P<denom>\d+(_\d+)*))?
    |
       (?:\.(?P<decimal>\d*|\d+(_\d+)*))?
       (?:E(?P<exp>[-+]?\d+(_\d+)*))?
    )
    \s*\Z
''', re.VERBOSE | re.IGNORECASE)


class Fraction(Rational):
    '''This class implements rational numbers.'''

    __slots__ = ('_numerator', '_denominator')
    __display__ = 'Fraction({_numerator}, {_denominator})'

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, (int, Fraction)):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, float) or type(numerator).__name__ == 'Decimal':
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if isinstance(numerator, str):
                self._numerator, self._denominator = _parsed(numerator)
                return self
            raise TypeError('argument should be a string or a Rational instance')
        if type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        if _normalize:
            g = math.gcd(numerator, denominator)
            if denominator < 0:
                g = -g
            numerator //= g
            denominator //= g
        self._numerator = numerator
        self._denominator = denominator
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)' % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int):
            return cls(dec)
        if type(dec).__name__ != 'Decimal':
            raise TypeError('%s.from_decimal() only takes Decimals, not %r (%s)'
                            % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        bound1 = Fraction(p0 + k * p1, q0 + k * q1)
        bound2 = Fraction(p1, q1)
        if abs(bound2 - self) <= abs(bound1 - self):
            return bound2
        return bound1

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return '%s/%s' % (self._numerator, self._denominator)

    def __add__(self, other):
        return _forward(self, other, _add, operator.add)

    def __radd__(self, other):
        return _backward(self, other, _add, operator.add)

    def __sub__(self, other):
        return _forward(self, other, _sub, operator.sub)

    def __rsub__(self, other):
        return _backward(self, other, _sub, operator.sub)

    def __mul__(self, other):
        return _forward(self, other, _mul, operator.mul)

    def __rmul__(self, other):
        return _backward(self, other, _mul, operator.mul)

    def __truediv__(self, other):
        return _forward(self, other, _div, operator.truediv)

    def __rtruediv__(self, other):
        return _backward(self, other, _div, operator.truediv)

    def __floordiv__(self, other):
        return _forward(self, other, _floordiv, operator.floordiv)

    def __rfloordiv__(self, other):
        return _backward(self, other, _floordiv, operator.floordiv)

    def __mod__(self, other):
        return _forward(self, other, _mod, operator.mod)

    def __rmod__(self, other):
        return _backward(self, other, _mod, operator.mod)

    def __divmod__(self, other):
        return _forward(self, other, _divmod, divmod)

    def __rdivmod__(self, other):
        return _backward(self, other, _divmod, divmod)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)):
            if other.denominator == 1:
                power = other.numerator
                if power >= 0:
                    return Fraction(self._numerator ** power, self._denominator ** power, _normalize=False)
                if self._numerator >= 0:
                    if self._numerator == 0:
                        return Fraction(self._denominator ** -power, self._numerator ** -power)
                    return Fraction(self._denominator ** -power, self._numerator ** -power, _normalize=False)
                return Fraction((-self._denominator) ** -power, (-self._numerator) ** -power, _normalize=False)
            return float(self) ** float(other)
        return float(self) ** other

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, (int, Fraction)):
            return Fraction(other.numerator, other.denominator) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator, _normalize=False)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator, _normalize=False)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator, _normalize=False)

    def __int__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    __trunc__ = __int__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            if remainder * 2 < self._denominator:
                return floor
            if remainder * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __complex__(self):
        return complex(float(self))

    def __float__(self):
        return self._numerator / self._denominator

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, 2305843009213693951)
        except ValueError:
            number = 314159
        else:
            number = hash(hash(abs(self._numerator)) * inverse)
        result = number if self._numerator >= 0 else -number
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return self == self.from_float(other)
        return NotImplemented

    def _compared(self, other, op):
        if isinstance(other, (int, Fraction)):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        return self._compared(other, operator.lt)

    def __gt__(self, other):
        return self._compared(other, operator.gt)

    def __le__(self, other):
        return self._compared(other, operator.le)

    def __ge__(self, other):
        return self._compared(other, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _parsed(text):
    found = _FORM.match(text)
    if found is None:
        raise ValueError('Invalid literal for Fraction: %r' % text)
    numerator = int(found.group('num') or '0')
    denominator = 1
    given = found.group('denom')
    if given:
        denominator = int(given)
    else:
        decimal = found.group('decimal')
        if decimal:
            decimal = decimal.replace('_', '')
            scale = 10 ** len(decimal)
            numerator = numerator * scale + int(decimal)
            denominator *= scale
        exponent = found.group('exp')
        if exponent:
            exponent = int(exponent)
            if exponent >= 0:
                numerator *= 10 ** exponent
            else:
                denominator *= 10 ** -exponent
    if found.group('sign') == '-':
        numerator = -numerator
    if denominator == 0:
        raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
    g = math.gcd(numerator, denominator)
    return numerator // g, denominator // g


def _forward(a, b, exact, fallback):
    if isinstance(b, (int, Fraction)):
        return exact(a, b)
    if isinstance(b, float):
        return fallback(float(a), b)
    if isinstance(b, complex):
        return fallback(complex(a), b)
    return NotImplemented


def _backward(b, a, exact, fallback):
    if isinstance(a, (int, Fraction)):
        return exact(a, b)
    if isinstance(a, float):
        return fallback(a, float(b))
    if isinstance(a, complex):
        return fallback(a, complex(b))
    return NotImplemented


def _add(a, b):
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)


def _sub(a, b):
    return Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)


def _mul(a, b):
    return Fraction(a.numerator * b.numerator, a.denominator * b.denominator)


def _div(a, b):
    top, bottom = a.numerator * b.denominator, a.denominator * b.numerator
    if bottom == 0:
        g = math.gcd(a.numerator, b.numerator)
        raise ZeroDivisionError('Fraction(%s, 0)' % (a.numerator // g * b.denominator if g else 0))
    return Fraction(top, bottom)


def _floordiv(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)


def _mod(a, b):
    da, db = a.denominator, b.denominator
    return Fraction((a.numerator * db) % (b.numerator * da), da * db)


def _divmod(a, b):
    da, db = a.denominator, b.denominator
    div, n_mod = divmod(a.numerator * db, da * b.numerator)
    return div, Fraction(n_mod, da * db)
`,
);

// Module decimal over ints of any size, with CPython's default context but for precision and rounding.
// https://docs.python.org/3.11/library/decimal.html
import { primerModule } from './declare.ts';
import { NUMBERS } from './decimal-numbers.ts';
import { ARITHMETIC } from './decimal-arithmetic.ts';
import { ROUNDING } from './decimal-rounding.ts';

export const decimal = primerModule(
  'decimal',
  String.raw`
from _lockstep import refuse, type_name
import math
import re

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext',
           'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal',
           'Overflow', 'Underflow', 'FloatOperation', 'DivisionImpossible', 'InvalidContext', 'ConversionSyntax',
           'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
           'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext']

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'
_ROUNDINGS = (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN,
              ROUND_05UP)


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


def _invalid(kind=InvalidOperation):
    raise InvalidOperation([kind])


def _check_rounding(rounding):
    if rounding not in _ROUNDINGS:
        raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                        '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')


def _context(context):
    '''The context that a method is given; the current one for None.'''
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    return context


class Context:
    '''The precision and rounding; the exponents go from -999999 to 999999.'''

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        if Emin not in (None, -999999) or Emax not in (None, 999999) or capitals not in (None, 1) or clamp not in (
                None, 0) or flags is not None or traps is not None:
            refuse('such a context of decimal')
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding

    def __setattr__(self, name, value):
        if name == 'prec':
            if not isinstance(value, int):
                raise TypeError("'%s' object cannot be interpreted as an integer" % type_name(value))
            if not 1 <= value <= 999999999999999999:
                raise ValueError('valid range for prec is [1, MAX_PREC]')
        elif name == 'rounding':
            _check_rounding(value)
        else:
            refuse('the %s of a context of decimal' % name)
        object.__setattr__(self, name, value)

    def __getattr__(self, name):
        refuse('the %s of a context of decimal' % name)

    def copy(self):
        return Context(self.prec, self.rounding)

    def create_decimal(self, num='0'):
        return Decimal(num)._fix(self)

    def sqrt(self, a):
        return Decimal(a).sqrt(self)

    def quantize(self, a, b):
        return Decimal(a).quantize(b, context=self)

    def divide(self, a, b):
        return Decimal(a)._divide(Decimal(b), self)

    def add(self, a, b):
        return Decimal(a)._add(Decimal(b), self)

    def multiply(self, a, b):
        return Decimal(a)._multiply(Decimal(b), self)

    def __repr__(self):
        refuse('the repr of a context of decimal')


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP)
ExtendedContext = Context(9)
_state = [Context()]


def getcontext():
    return _state[-1]


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    _state[-1] = context.copy()


class localcontext:
    def __init__(self, ctx=None, **kwargs):
        self._new = _context(ctx).copy()
        for name, value in kwargs.items():
            setattr(self._new, name, value)

    def __enter__(self):
        self._saved = _state[-1]
        _state[-1] = self._new
        return self._new

    def __exit__(self, t, v, tb):
        _state[-1] = self._saved


_FORM = re.compile(r'''
    (?P<sign>[-+])?
    (
      (?=\d|\.\d)(?P<int>\d*)(\.(?P<frac>\d*))?(E(?P<exp>[-+]?\d+))?
    | Inf(inity)?
    | (?P<signal>s)?NaN(?P<diag>\d*)
    )
    \Z''', re.VERBOSE | re.IGNORECASE)


class DecimalTuple(tuple):
    __slots__ = ()

    def __new__(cls, sign, digits, exponent):
        return super().__new__(cls, (sign, digits, exponent))

    @property
    def sign(self):
        return self[0]

    @property
    def digits(self):
        return self[1]

    @property
    def exponent(self):
        return self[2]

    def __repr__(self):
        return 'DecimalTuple(sign=%r, digits=%r, exponent=%r)' % (self[0], self[1], self[2])


def _digits(n):
    return len(str(n))


def _rounded(coefficient, sign, drop, rounding):
    '''The coefficient without its last digits, rounded, and whether that lost anything.'''
    scale = 10 ** drop
    whole, rest = divmod(coefficient, scale)
    if not rest:
        return whole, False
    double = rest * 2
    if rounding == ROUND_HALF_EVEN:
        up = double > scale or double == scale and whole & 1
    elif rounding == ROUND_HALF_UP:
        up = double >= scale
    elif rounding == ROUND_HALF_DOWN:
        up = double > scale
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = whole % 10 in (0, 5)
    return whole + 1 if up else whole, True
` +
    NUMBERS +
    ARITHMETIC +
    ROUNDING,
);

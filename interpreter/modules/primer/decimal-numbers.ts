// Module decimal: the numbers. Follows the text of `decimal.ts`.

export const NUMBERS = String.raw`

class Decimal:
    '''Construct a new Decimal object.'''

    __slots__ = ('_sign', '_int', '_exp', '_special')
    __shown_name__ = 'decimal.Decimal'
    __display__ = "Decimal('{_text!s}')"

    def __new__(cls, value='0', context=None):
        _context(context)
        if isinstance(value, Decimal):
            return cls._made(value._sign, value._int, value._exp, value._special)
        if isinstance(value, int):
            return cls._made(int(value < 0), abs(int(value)), 0)
        if isinstance(value, float):
            return cls.from_float(value)
        if isinstance(value, str):
            found = _FORM.match(value.strip().replace('_', ''))
            if found is None:
                _invalid(ConversionSyntax)
            sign = int(found.group('sign') == '-')
            whole = found.group('int')
            if whole is not None:
                fraction = found.group('frac') or ''
                exponent = int(found.group('exp') or '0')
                return cls._made(sign, int(whole + fraction), exponent - len(fraction))
            if found.group('diag') is not None:
                if found.group('signal') or found.group('diag'):
                    refuse('such a NaN of decimal')
                return cls._made(sign, 0, 0, 'NaN')
            return cls._made(sign, 0, 0, 'Infinity')
        if isinstance(value, (tuple, list)):
            if len(value) != 3:
                raise ValueError('argument must be a sequence of length 3')
            sign, digits, exponent = value
            if not isinstance(sign, int) or sign not in (0, 1):
                raise ValueError('sign must be an integer with the value 0 or 1')
            if isinstance(exponent, str):
                if exponent not in ('F', 'n', 'N'):
                    raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
                refuse('such a Decimal')
            if not isinstance(exponent, int):
                raise ValueError('exponent must be an integer')
            if not isinstance(digits, (tuple, list)):
                raise ValueError('coefficient must be a tuple of digits')
            coefficient = 0
            for digit in digits:
                if not isinstance(digit, int) or not 0 <= digit <= 9:
                    raise ValueError('coefficient must be a tuple of digits')
                coefficient = coefficient * 10 + digit
            return cls._made(int(sign), coefficient, int(exponent))
        raise TypeError('conversion from %s to Decimal is not supported' % type_name(value))

    @classmethod
    def _made(cls, sign, coefficient, exponent, special=None):
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._special = sign, coefficient, exponent, special
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('argument must be int or float')
        if math.isnan(f):
            return cls('NaN')
        if math.isinf(f):
            return cls('Infinity' if f > 0 else '-Infinity')
        sign = 0 if math.copysign(1.0, f) == 1.0 else 1
        n, d = abs(f).as_integer_ratio()
        k = d.bit_length() - 1
        return cls._made(sign, n * 5 ** k, -k)

    def _fix(self, context=None):
        if self._special is not None:
            return self
        context = _context(context)
        coefficient, exponent = self._int, self._exp
        drop = _digits(coefficient) - context.prec
        if drop > 0:
            coefficient, _ = _rounded(coefficient, self._sign, drop, context.rounding)
            exponent += drop
            if _digits(coefficient) > context.prec:
                coefficient //= 10
                exponent += 1
        if coefficient and exponent + _digits(coefficient) - 1 > 999999:
            raise Overflow([Overflow, Inexact, Rounded])
        if exponent + _digits(coefficient) - 1 < -999999 or exponent > 999999:
            refuse('a Decimal of such an exponent')
        return Decimal._made(self._sign, coefficient, exponent)

    def _nan(self, *others):
        for one in (self, *others):
            if one._special == 'NaN':
                return one
        return None

    @staticmethod
    def _other(value):
        if isinstance(value, Decimal):
            return value
        if isinstance(value, int):
            return Decimal(value)
        return None

    @staticmethod
    def _operand(value):
        '''Of a method, where an operator would leave what is no Decimal to the other side.'''
        other = Decimal._other(value)
        if other is None:
            raise TypeError('conversion from %s to Decimal is not supported' % type_name(value))
        return other

    def is_nan(self):
        return self._special == 'NaN'

    def is_infinite(self):
        return self._special == 'Infinity'

    def is_finite(self):
        return self._special is None

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._special is None and self._int == 0

    def is_qnan(self):
        return self._special == 'NaN'

    def is_snan(self):
        return False

    def __bool__(self):
        return self._special is not None or self._int != 0

    def as_tuple(self):
        if self._special == 'Infinity':
            return DecimalTuple(self._sign, (0,), 'F')
        if self._special is not None:
            return DecimalTuple(self._sign, (), 'n')
        return DecimalTuple(self._sign, tuple([int(d) for d in str(self._int)]), self._exp)

    def as_integer_ratio(self):
        if self._special == 'NaN':
            raise ValueError('cannot convert NaN to integer ratio')
        if self._special is not None:
            raise OverflowError('cannot convert Infinity to integer ratio')
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    @property
    def _text(self):
        return str(self)

    def __str__(self):
        return self._shown(False)

    def _shown(self, eng):
        sign = '-' if self._sign else ''
        if self._special is not None:
            return sign + self._special
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif self._int == 0:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = '0', '.' + '0' * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point], '.' + digits[point:]
        exponent = '' if left == point else 'E%+d' % (left - point)
        return sign + whole + fraction + exponent

    def to_eng_string(self, context=None):
        _context(context)
        return self._shown(True)

    def __repr__(self):
        return "Decimal('%s')" % str(self)

    def __hash__(self):
        if self._special is not None:
            if self._special == 'NaN':
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        p = 2305843009213693951
        power = pow(10, self._exp, p) if self._exp >= 0 else pow(pow(10, -1, p), -self._exp, p)
        number = self._int * power % p
        answer = -number if self._sign else number
        return -2 if answer == -1 else answer

    def _compare(self, other):
        '''-1, 0 or 1 for numbers.'''
        a = (-1 if self._sign else 1) if self._special is not None else 0
        b = (-1 if other._sign else 1) if other._special is not None else 0
        if a or b:
            return (a > b) - (a < b)
        x = -self._int if self._sign else self._int
        y = -other._int if other._sign else other._int
        if self._exp > other._exp:
            x *= 10 ** (self._exp - other._exp)
        else:
            y *= 10 ** (other._exp - self._exp)
        return (x > y) - (x < y)

    def _comparable(self, value):
        other = Decimal._other(value)
        if other is not None:
            return other
        if isinstance(value, float):
            return Decimal.from_float(value)
        if type(value).__name__ == 'Fraction':
            refuse('comparing a Decimal with a Fraction')
        return None

    def __eq__(self, value):
        other = self._comparable(value)
        if other is None:
            return NotImplemented
        return False if self._nan(other) is not None else self._compare(other) == 0

    def _order(self, value):
        other = self._comparable(value)
        if other is None:
            return None
        if self._nan(other) is not None:
            _invalid()
        return self._compare(other)

    def __lt__(self, value):
        order = self._order(value)
        return NotImplemented if order is None else order < 0

    def __le__(self, value):
        order = self._order(value)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, value):
        order = self._order(value)
        return NotImplemented if order is None else order > 0

    def __ge__(self, value):
        order = self._order(value)
        return NotImplemented if order is None else order >= 0

    def compare(self, other, context=None):
        _context(context)
        other = Decimal._operand(other)
        nan = self._nan(other)
        return nan if nan is not None else Decimal(self._compare(other))

    def __neg__(self):
        if self.is_nan():
            return self
        if self.is_zero() and getcontext().rounding != ROUND_FLOOR:
            return self.copy_abs()._fix()
        return self.copy_negate()._fix()

    def __pos__(self):
        if self.is_zero() and getcontext().rounding != ROUND_FLOOR:
            return self.copy_abs()._fix()
        return Decimal(self)._fix()

    def __abs__(self):
        return -self if self._sign else +self

    def copy_abs(self):
        return Decimal._made(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return Decimal._made(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        _context(context)
        return Decimal._made(Decimal._operand(other)._sign, self._int, self._exp, self._special)
`;

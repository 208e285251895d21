// Module decimal: arithmetic. Follows the text of `decimal-numbers.ts`.

export const ARITHMETIC = String.raw`

    def _add(self, other, context):
        nan = self._nan(other)
        if nan is not None:
            return nan
        if self._special is not None or other._special is not None:
            if self._special and other._special and self._sign != other._sign:
                _invalid()
            return Decimal(self if self._special is not None else other)
        exponent = min(self._exp, other._exp)
        x = (-self._int if self._sign else self._int) * 10 ** (self._exp - exponent)
        y = (-other._int if other._sign else other._int) * 10 ** (other._exp - exponent)
        total = x + y
        if total:
            sign = int(total < 0)
        elif self._sign == other._sign:
            sign = self._sign
        else:
            sign = int(context.rounding == ROUND_FLOOR)
        return Decimal._made(sign, abs(total), exponent)._fix(context)

    def _subtract(self, other, context):
        nan = self._nan(other)
        return self._add(other.copy_negate(), context) if nan is None else nan

    def __add__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else self._add(other, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else self._subtract(other, getcontext())

    def __rsub__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else other._subtract(self, getcontext())

    def _multiply(self, other, context):
        nan = self._nan(other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special is not None or other._special is not None:
            if self.is_zero() or other.is_zero():
                _invalid()
            return Decimal._made(sign, 0, 0, 'Infinity')
        return Decimal._made(sign, self._int * other._int, self._exp + other._exp)._fix(context)

    def __mul__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else self._multiply(other, getcontext())

    __rmul__ = __mul__

    def _divide(self, other, context):
        nan = self._nan(other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special is not None:
            if other._special is not None:
                _invalid()
            return Decimal._made(sign, 0, 0, 'Infinity')
        if other._special is not None:
            refuse('a Decimal divided by infinity')
        if not other._int:
            if not self._int:
                _invalid(DivisionUndefined)
            raise DivisionByZero([DivisionByZero])
        if not self._int:
            return Decimal._made(sign, 0, self._exp - other._exp)._fix(context)
        shift = _digits(other._int) - _digits(self._int) + context.prec + 1
        exponent = self._exp - other._exp - shift
        if shift >= 0:
            coefficient, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            coefficient, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            if coefficient % 5 == 0:
                coefficient += 1
        else:
            ideal = self._exp - other._exp
            while exponent < ideal and coefficient % 10 == 0:
                coefficient //= 10
                exponent += 1
        return Decimal._made(sign, coefficient, exponent)._fix(context)

    def __truediv__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else self._divide(other, getcontext())

    def __rtruediv__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else other._divide(self, getcontext())

    def _divmod(self, other, want):
        nan = self._nan(other)
        if nan is not None:
            return nan, nan
        if self._special is not None or other._special is not None:
            refuse('whole division of infinite Decimals')
        if not other._int:
            if want == 'rest':
                _invalid(InvalidOperation if self._int else DivisionUndefined)
            if not self._int:
                _invalid(DivisionUndefined)
            if want == 'both':
                raise InvalidOperation([InvalidOperation, DivisionByZero])
            raise DivisionByZero([DivisionByZero])
        context = getcontext()
        exponent = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exponent)
        b = other._int * 10 ** (other._exp - exponent)
        q, r = divmod(a, b)
        if _digits(q) > context.prec:
            _invalid(DivisionImpossible)
        return (Decimal._made(self._sign ^ other._sign, q, 0),
                Decimal._made(self._sign, r, exponent)._fix(context))

    def __floordiv__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else self._divmod(other, 'whole')[0]

    def __rfloordiv__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else other._divmod(self, 'whole')[0]

    def __mod__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else self._divmod(other, 'rest')[1]

    def __rmod__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else other._divmod(self, 'rest')[1]

    def __divmod__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else self._divmod(other, 'both')

    def __rdivmod__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else other._divmod(self, 'both')

    def __pow__(self, other, modulo=None):
        other = Decimal._other(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            refuse('pow of Decimals with a modulus')
        nan = self._nan(other)
        if nan is not None:
            return nan
        if self._special is not None or other._special is not None or other != other.to_integral_value():
            refuse('a power of a Decimal that is no whole one')
        n = int(other)
        context = getcontext()
        if n == 0:
            if not self._int:
                _invalid()
            return Decimal(1)
        if not self._int:
            if n < 0:
                return Decimal._made(self._sign & n & 1, 0, 0, 'Infinity')
            return Decimal._made(self._sign & n & 1, 0, 0)
        sign = self._sign & n & 1
        # As libmpdec has it: by squaring, with some digits to spare at each step.
        work = Context(context.prec + _digits(abs(n)) + (3 if n < 0 else 2))
        base = self.copy_abs()
        if n < 0:
            base = Decimal(1)._divide(base, work)
        made = base
        for bit in bin(abs(n))[3:]:
            made = made._multiply(made, work)
            if bit == '1':
                made = made._multiply(base, work)
        return Decimal._made(sign, made._int, made._exp)._fix(context)

    def __rpow__(self, other):
        other = Decimal._other(other)
        return NotImplemented if other is None else other ** self
`;

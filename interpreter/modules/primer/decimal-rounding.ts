// Module decimal: rounding and formats. Follows the text of `decimal-arithmetic.ts`.

export const ROUNDING = String.raw`

    def _rescale(self, exponent, rounding):
        if self._exp >= exponent:
            return Decimal._made(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        coefficient, _ = _rounded(self._int, self._sign, exponent - self._exp, rounding)
        return Decimal._made(self._sign, coefficient, exponent)

    def quantize(self, exp, rounding=None, context=None):
        context = _context(context)
        if rounding is None:
            rounding = context.rounding
        else:
            _check_rounding(rounding)
        given = Decimal._operand(exp)
        nan = self._nan(given)
        if nan is not None:
            return nan
        if self._special is not None or given._special is not None:
            if self._special and given._special:
                return Decimal(self)
            _invalid()
        made = self._rescale(given._exp, rounding)
        if _digits(made._int) > context.prec:
            _invalid()
        return made

    def same_quantum(self, other, context=None):
        _context(context)
        other = Decimal._operand(other)
        return self._exp == other._exp and self._special == other._special

    def to_integral_value(self, rounding=None, context=None):
        context = _context(context)
        if rounding is None:
            rounding = context.rounding
        else:
            _check_rounding(rounding)
        if self._special is not None or self._exp >= 0:
            return Decimal(self)
        return self._rescale(0, rounding)

    to_integral = to_integral_exact = to_integral_value

    def normalize(self, context=None):
        made = self._fix(context)
        if made._special is not None:
            return made
        if not made._int:
            return Decimal._made(made._sign, 0, 0)
        coefficient, exponent = made._int, made._exp
        while coefficient % 10 == 0:
            coefficient //= 10
            exponent += 1
        return Decimal._made(made._sign, coefficient, exponent)

    def adjusted(self):
        return 0 if self._special is not None else self._exp + _digits(self._int) - 1

    def sqrt(self, context=None):
        context = _context(context)
        if self._special == 'NaN':
            return self
        if not self._int and self._special is None:
            return Decimal._made(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            _invalid()
        if self._special is not None:
            return self
        prec = context.prec + 1
        exponent = self._exp // 2
        if self._exp & 1:
            coefficient = self._int * 10
            length = (_digits(self._int) >> 1) + 1
        else:
            coefficient = self._int
            length = _digits(self._int) + 1 >> 1
        shift = prec - length
        if shift >= 0:
            coefficient *= 100 ** shift
            exact = True
        else:
            coefficient, rest = divmod(coefficient, 100 ** -shift)
            exact = not rest
        ideal = exponent
        exponent -= shift
        n = math.isqrt(coefficient)
        exact = exact and n * n == coefficient
        if exact:
            while exponent < ideal and n % 10 == 0:
                n //= 10
                exponent += 1
            while exponent > ideal and _digits(n) < context.prec:
                n *= 10
                exponent -= 1
        elif n % 5 == 0:
            n += 1
        return Decimal._made(0, n, exponent)._fix(Context(context.prec, ROUND_HALF_EVEN))

    def max(self, other, context=None):
        context = _context(context)
        other = Decimal._operand(other)
        if self._nan(other) is not None:
            refuse('the max of a NaN')
        order = self._compare(other)
        if order == 0:
            refuse('the max of equal Decimals')
        return (self if order > 0 else other)._fix(context)

    def min(self, other, context=None):
        context = _context(context)
        other = Decimal._operand(other)
        if self._nan(other) is not None:
            refuse('the min of a NaN')
        order = self._compare(other)
        if order == 0:
            refuse('the min of equal Decimals')
        return (self if order < 0 else other)._fix(context)

    def __getattr__(self, name):
        if name in ('ln', 'log10', 'exp', 'fma', 'remainder_near', 'logb', 'scaleb', 'shift', 'rotate', 'next_plus',
                    'next_minus', 'next_toward', 'number_class', 'radix', 'canonical', 'is_canonical', 'is_normal',
                    'is_subnormal', 'logical_and', 'logical_or', 'logical_xor', 'logical_invert', 'max_mag', 'min_mag',
                    'compare_signal', 'compare_total', 'compare_total_mag', '__complex__'):
            refuse('Decimal.%s' % name)
        raise AttributeError("'decimal.Decimal' object has no attribute %r" % name)

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def __int__(self):
        if self._special == 'NaN':
            raise ValueError('cannot convert NaN to integer')
        if self._special is not None:
            raise OverflowError('cannot convert Infinity to integer')
        if self._exp >= 0:
            n = self._int * 10 ** self._exp
        else:
            n = self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __floor__(self):
        return int(self._finite()._rescale(0, ROUND_FLOOR))

    def __ceil__(self):
        return int(self._finite()._rescale(0, ROUND_CEILING))

    def _finite(self):
        if self._special is not None:
            int(self)
        return self

    def __round__(self, n=None):
        if n is None:
            return int(self._finite()._rescale(0, ROUND_HALF_EVEN))
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        return self.quantize(Decimal._made(0, 1, -n))

    def __float__(self):
        if self._special == 'NaN':
            return float('-nan' if self._sign else 'nan')
        return float(str(self))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __format__(self, spec):
        found = re.match(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<alt>\#)?(?P<zero>0)?(?P<width>\d+)?'
                         r'(?P<comma>,)?(?:\.(?P<prec>\d+))?(?P<type>[eEfFgGn%])?\Z', spec, re.DOTALL)
        if found is None:
            raise ValueError('invalid format string')
        kind = found.group('type')
        if self._special is not None or found.group('alt') or kind == 'n':
            if spec == '':
                return str(self)
            refuse('such a format of a Decimal')
        precision = found.group('prec')
        precision = None if precision is None else int(precision)
        value = self
        if kind == '%':
            value = Decimal._made(self._sign, self._int, self._exp + 2)
        rounding = getcontext().rounding
        if precision is not None:
            if kind in ('e', 'E'):
                value = value._to_digits(precision + 1, rounding)
            elif kind in ('f', 'F', '%'):
                value = value._rescale(-precision, rounding)
            elif _digits(value._int) > (precision or 1):
                value = value._to_digits(precision or 1, rounding)
        if not value._int and value._exp > 0 and kind in ('f', 'F', '%'):
            value = value._rescale(0, rounding)
        digits = str(value._int)
        left = value._exp + len(digits)
        if kind in ('e', 'E'):
            point = 1 - precision if not value._int and precision is not None else 1
        elif kind in ('f', 'F', '%'):
            point = left
        elif value._exp <= 0 and left > -6:
            point = left
        else:
            point = 1
        if point < 0:
            whole, fraction = '0', '0' * -point + digits
        elif point > len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point] or '0', digits[point:]
        exponent = left - point
        body = '.' + fraction if fraction else ''
        if exponent or kind in ('e', 'E'):
            body += '%s%+d' % ('e' if kind in ('e', 'g') else 'E', exponent)
        if kind == '%':
            body += '%'
        sign = '-' if value._sign else {'+': '+', ' ': ' '}.get(found.group('sign'), '')
        width = int(found.group('width') or 0)
        fill, align = found.group('fill') or ' ', found.group('align') or '>'
        zero = found.group('zero')
        if zero and found.group('align'):
            raise ValueError('invalid format string')
        if zero:
            fill, align = '0', '='
        if found.group('comma'):
            if zero:
                refuse('such a format of a Decimal')
            whole = '{:,}'.format(int(whole))
        gap = width - len(sign) - len(whole) - len(body)
        if align == '=':
            return sign + fill * gap + whole + body
        text = sign + whole + body
        if align == '<':
            return text + fill * gap
        if align == '^':
            return fill * (gap // 2) + text + fill * (gap - gap // 2) if gap > 0 else text
        return fill * gap + text

    def _to_digits(self, places, rounding):
        if not self._int:
            return self
        drop = _digits(self._int) - places
        if drop <= 0:
            return Decimal._made(self._sign, self._int * 10 ** -drop, self._exp + drop)
        coefficient, _ = _rounded(self._int, self._sign, drop, rounding)
        exponent = self._exp + drop
        if _digits(coefficient) > places:
            coefficient //= 10
            exponent += 1
        return Decimal._made(self._sign, coefficient, exponent)
`;

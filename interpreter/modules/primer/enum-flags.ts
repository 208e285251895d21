// The second half of module enum: flags. Follows the text of `enum.ts`.

export const FLAGS = String.raw`
class FlagBoundary(StrEnum):
    '''
    control how out of range values are handled
    '''
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


def _bits(value):
    bit = 1
    while bit <= value:
        if value & bit:
            yield bit
        bit <<= 1


def _binary(value, width):
    '''As enum.bin shows it: the sign bit apart, at least that many digits.'''
    text = bin(value + (1 << value.bit_length()) if value < 0 else value)[2:]
    if value < 0:
        return '0b1 ' + text.rjust(width, '1')
    return '0b0 ' + text.rjust(width, '0')


class Flag(Enum):
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            high = last.bit_length() - 1
        except Exception:
            raise TypeError('invalid flag value %r' % last) from None
        return 2 ** (high + 1)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        mask = cls._flag_mask_
        every = cls._all_bits_
        negative = None
        if not ~every <= value <= every or value & (every ^ mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError('%r invalid value %r\n    given %s\n  allowed %s'
                                 % (cls, value, _binary(value, width), _binary(mask, width)))
            if boundary is CONFORM:
                value = value & mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = every + 1 + value
        unknown = value & ~mask
        known = value & mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError('%s(%r) -->  unknown values %r [%s]' % (cls.__name__, value, unknown, bin(unknown)))
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        members = [cls._value2member_map_[bit] for bit in _bits(known & cls._singles_mask_)]
        covered = 0
        for one in members:
            covered |= one._value_
        for name in cls._member_map_:
            one = cls._member_map_[name]
            left = known & ~covered
            if left and one._value_ and one not in members and one._value_ & left == one._value_:
                members.append(one)
                covered |= one._value_
        unknown |= known & ~covered
        if members:
            made._name_ = '|'.join([one._name_ for one in members])
            if unknown:
                made._name_ += '|' + cls._numeric_repr_(unknown)
        else:
            made._name_ = None
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r"
                            % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        cls = self.__class__
        for bit in _bits(self._value_ & cls._flag_mask_):
            if bit in cls._value2member_map_:
                yield cls._value2member_map_[bit]

    def __len__(self):
        return bin(self._value_).count('1')

    def __repr__(self):
        name = self.__class__.__name__
        text = _value_text(self) if self.__class__._member_type_ is not object else repr(self._value_)
        if self._name_ is None:
            return '<%s: %s>' % (name, text)
        return '<%s.%s: %s>' % (name, self._name_, text)

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self.__class__._member_type_ is not object and isinstance(other, self.__class__._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ is EJECT or cls._boundary_ is KEEP:
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    '''
    Support for integer-based Flags
    '''

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return int.__format__(self._value_, format_spec)

    __repr__ = Flag.__repr__
    __contains__ = Flag.__contains__
    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__or__
    __rand__ = Flag.__and__
    __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def unique(enumeration):
    '''
    Class decorator for enumerations ensuring unique member values.
    '''
    again = [(name, made._name_) for name, made in enumeration.__members__.items() if name != made._name_]
    if again:
        listed = ', '.join(['%s -> %s' % pair for pair in again])
        raise ValueError('duplicate values found in %r: %s' % (enumeration, listed))
    return enumeration
`;

// Module array. https://docs.python.org/3.11/library/array.html
import { primerModule } from './declare.ts';

export const array = primerModule(
  'array',
  String.raw`
from _lockstep import float32, refuse, type_name

__all__ = ['array', 'ArrayType', 'typecodes']

typecodes = 'bBuhHiIlLqQfd'
_BITS = {'b': 8, 'B': 8, 'h': 16, 'H': 16, 'i': 32, 'I': 32, 'l': 64, 'L': 64, 'q': 64, 'Q': 64, 'f': 32, 'd': 64,
         'u': 32}
_NAMES = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short integer', 'H': 'unsigned short',
          'i': 'signed integer', 'I': 'unsigned int'}


def _index(value):
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type_name(value)) from None


def _checked(code, value):
    '''The value as an array of that type code keeps it.'''
    if code == 'u':
        if not isinstance(value, str):
            raise TypeError('array item must be a unicode character, not %s' % type_name(value))
        if len(value) != 1:
            raise TypeError('array item must be a unicode character, not str')
        return value
    if code in 'fd':
        if not isinstance(value, (int, float)):
            if not hasattr(value, '__float__'):
                raise TypeError('must be real number, not %s' % type_name(value))
        return float32(float(value)) if code == 'f' else float(value)
    value = _index(value)
    if code in 'bBhHi':
        if not -1 << 63 <= value < 1 << 63:
            raise OverflowError('Python int too large to convert to C long')
        bits = _BITS[code]
        low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if code in 'bhi' else (0, (1 << bits) - 1)
        if not low <= value <= high:
            # What reads the number from its object may find it too large before the array does.
            what = _NAMES[code]
            if code == 'b' and not -32768 <= value <= 32767:
                what = 'signed short integer'
            elif code == 'H' and not -2147483648 <= value <= 2147483647:
                what = 'signed integer'
            raise OverflowError('%s is %s' % (what, 'greater than maximum' if value > high else 'less than minimum'))
    elif code in 'IL':
        if value < 0:
            raise OverflowError("can't convert negative value to unsigned int")
        if value >= 1 << 64:
            raise OverflowError('Python int too large to convert to C unsigned long')
        if code == 'I' and value >= 1 << 32:
            raise OverflowError('unsigned int is greater than maximum')
    elif code == 'l':
        if not -1 << 63 <= value < 1 << 63:
            raise OverflowError('Python int too large to convert to C long')
    elif code == 'q':
        if not -1 << 63 <= value < 1 << 63:
            raise OverflowError('int too big to convert')
    else:
        if value < 0:
            raise OverflowError("can't convert negative int to unsigned")
        if value >= 1 << 64:
            raise OverflowError('int too big to convert')
    return value


class array:
    '''array(typecode [, initializer]) -> array'''

    __shown_name__ = 'array.array'
    __hash__ = None
    __display__ = 'array({typecode}, {_items})'

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not %s' % type_name(typecode))
        if typecode not in typecodes:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode = typecode
        if isinstance(initializer, str) and typecode != 'u':
            raise TypeError("cannot use a str to initialize an array with typecode '%s'" % typecode)
        self._items = []
        if isinstance(initializer, bytes):
            self.frombytes(initializer)
            return
        if isinstance(initializer, array):
            if typecode != 'u' and initializer.typecode == 'u':
                raise TypeError("cannot use a unicode array to initialize an array with typecode '%s'" % typecode)
        for value in initializer:
            self._items.append(_checked(typecode, value))

    @property
    def itemsize(self):
        return _BITS[self.typecode] // 8

    def _of(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def append(self, x, /):
        self._items.append(_checked(self.typecode, x))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(bb._items)
            return
        for value in bb:
            self.append(value)

    def fromlist(self, list_, /):
        if not isinstance(list_, list):
            raise TypeError('arg must be list')
        self._items.extend([_checked(self.typecode, value) for value in list_])

    def insert(self, i, v, /):
        self._items.insert(_index(i), _checked(self.typecode, v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        i = _index(i)
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('pop index out of range')
        return self._items.pop(i)

    def remove(self, x, /):
        if x not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(x)

    def index(self, v, start=0, stop=9223372036854775807, /):
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return self._items[:]

    def tounicode(self):
        if self.typecode != 'u':
            raise ValueError("tounicode() may only be called on unicode type ('u') arrays")
        return ''.join(self._items)

    def tobytes(self):
        if self.typecode in 'fdu':
            refuse('the bytes of an array of such items')
        size = self.itemsize
        return b''.join([value.to_bytes(size, 'little', signed=self.typecode in 'bhilq') for value in self._items])

    def frombytes(self, buffer, /):
        if self.typecode in 'fdu':
            refuse('the bytes of an array of such items')
        size = self.itemsize
        if len(buffer) % size:
            raise ValueError('bytes length not a multiple of item size')
        signed = self.typecode in 'bhilq'
        for i in range(0, len(buffer), size):
            self._items.append(int.from_bytes(buffer[i:i + size], 'little', signed=signed))

    def byteswap(self):
        refuse('array.byteswap')

    def buffer_info(self):
        refuse('array.buffer_info, which shows an address')

    def __len__(self):
        return len(self._items)

    def __bytes__(self):
        return self.tobytes()

    def __iter__(self):
        i = 0
        while i < len(self._items):
            yield self._items[i]
            i += 1

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._of(self._items[i])
        if not hasattr(i, '__index__'):
            raise TypeError('array indices must be integers')
        i = i.__index__()
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('array index out of range')
        return self._items[i]

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array):
                raise TypeError('can only assign array (not "%s") to array slice' % type_name(value))
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            self._items[i] = value._items
            return
        if not hasattr(i, '__index__'):
            raise TypeError('array indices must be integers')
        i = i.__index__()
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('array assignment index out of range')
        self._items[i] = _checked(self.typecode, value)

    def __delitem__(self, i):
        if not isinstance(i, slice):
            if not hasattr(i, '__index__'):
                raise TypeError('array indices must be integers')
            if not -len(self._items) <= i.__index__() < len(self._items):
                raise IndexError('array assignment index out of range')
        del self._items[i]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "%s") to array' % type_name(other))
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._of(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend with array (not "%s")' % type_name(other))
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._of(self._items * _index(n))

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= _index(n)
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self._of(self._items[:])

    def __deepcopy__(self, memo):
        return self._of(self._items[:])

    def __repr__(self):
        if not self._items:
            return "array('%s')" % self.typecode
        if self.typecode == 'u':
            return "array('u', %r)" % self.tounicode()
        return "array('%s', %r)" % (self.typecode, self._items)


ArrayType = array
`,
);

// Module binascii. https://docs.python.org/3.11/library/binascii.html
import { primerModule } from './declare.ts';

export const binascii = primerModule(
  'binascii',
  String.raw`
from _lockstep import refuse, type_name

__all__ = ['hexlify', 'unhexlify', 'b2a_hex', 'a2b_hex', 'crc32', 'b2a_base64', 'a2b_base64', 'Error']

_ALPHABET = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = {c: i for i, c in enumerate(_ALPHABET)}


class Error(ValueError):
    pass


def _bytes(data):
    if not isinstance(data, bytes):
        raise TypeError("a bytes-like object is required, not '%s'" % type_name(data))
    return data


def hexlify(data, sep=None, bytes_per_sep=1):
    text = _bytes(data).hex() if sep is None else _bytes(data).hex(sep, bytes_per_sep)
    return text.encode()


def unhexlify(hexstr):
    if isinstance(hexstr, bytes):
        hexstr = hexstr.decode('latin-1')
    elif not isinstance(hexstr, str):
        raise TypeError("argument should be bytes, buffer or ASCII string, not '%s'" % type_name(hexstr))
    if len(hexstr) % 2:
        raise Error('Odd-length string')
    if not all([c in '0123456789abcdefABCDEF' for c in hexstr]):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(hexstr)


b2a_hex = hexlify
a2b_hex = unhexlify

_TABLE = []
for _n in range(256):
    for _ in range(8):
        _n = _n >> 1 ^ (0xEDB88320 if _n & 1 else 0)
    _TABLE.append(_n)


def crc32(data, crc=0, /):
    crc ^= 0xFFFFFFFF
    for byte in _bytes(data):
        crc = crc >> 8 ^ _TABLE[(crc ^ byte) & 255]
    return crc ^ 0xFFFFFFFF


def b2a_base64(data, /, *, newline=True):
    data = _bytes(data)
    out = []
    for i in range(0, len(data), 3):
        part = data[i:i + 3]
        number = int.from_bytes(part + bytes(3 - len(part)), 'big')
        digits = [_ALPHABET[number >> shift & 63] for shift in (18, 12, 6, 0)]
        out.extend(digits[:len(part) + 1] + [61] * (3 - len(part)))
    return bytes(out) + (b'\n' if newline else b'')


def a2b_base64(data, /, *, strict_mode=False):
    if strict_mode:
        refuse('strict base64')
    if isinstance(data, str):
        try:
            data = data.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    elif not isinstance(data, bytes):
        raise TypeError("argument should be bytes, buffer or ASCII string, not '%s'" % type_name(data))
    out = []
    number = count = pads = 0
    for c in data:
        if c == 61:
            pads += 1
            if count >= 2 and count + pads >= 4:
                return bytes(out)
            continue
        value = _VALUES.get(c)
        if value is None:
            continue
        pads = 0
        if count == 0:
            number = value
        elif count == 1:
            out.append(number << 2 | value >> 4)
            number = value & 15
        elif count == 2:
            out.append(number << 4 | value >> 2)
            number = value & 3
        else:
            out.append(number << 6 | value)
        count = (count + 1) % 4
    if count == 1:
        raise Error('Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple '
                    'of 4' % (len(out) // 3 * 4 + 1))
    if count:
        raise Error('Incorrect padding')
    return bytes(out)
`,
);

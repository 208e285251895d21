// Module base64. https://docs.python.org/3.11/library/base64.html
import { primerModule } from './declare.ts';

export const base64 = primerModule(
  'base64',
  String.raw`
import binascii
import re

__all__ = ['encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode', 'b16encode', 'b16decode',
           'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode']

_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def _given(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, bytes):
        return s
    raise TypeError('argument should be a bytes-like object or ASCII string, not %r' % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        return encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _given(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_given(altchars), b'+/'))
    if validate and not re.fullmatch('[A-Za-z0-9+/]*={0,2}', s.decode('latin-1')):
        raise binascii.Error('Only base64 data is allowed')
    return binascii.a2b_base64(s)


standard_b64encode = b64encode
standard_b64decode = b64decode


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b'+/', b'-_'))


def urlsafe_b64decode(s):
    return b64decode(_given(s).translate(bytes.maketrans(b'-_', b'+/')))


def b32encode(s):
    left = len(s) % 5
    padded = s + bytes(5 - left) if left else s
    out = []
    for i in range(0, len(padded), 5):
        number = int.from_bytes(padded[i:i + 5], 'big')
        out.extend([_B32[number >> shift & 31] for shift in range(35, -5, -5)])
    if left:
        pads = {1: 6, 2: 4, 3: 3, 4: 1}[left]
        out[-pads:] = [61] * pads
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _given(s)
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = _given(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    size = len(s)
    s = s.rstrip(b'=')
    pads = size - len(s)
    out = b''
    number = count = 0
    for c in s + b'A' * pads:
        value = _B32.find(bytes([c]))
        if value < 0:
            raise binascii.Error('Non-base32 digit found')
        number = number << 5 | value
        count += 1
        if count == 8:
            out += number.to_bytes(5, 'big')
            number = count = 0
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    return out[:len(out) - {0: 0, 1: 1, 3: 2, 4: 3, 6: 4}[pads]]


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _given(s)
    if casefold:
        s = s.upper()
    if re.search('[^0-9A-F]', s.decode('latin-1')):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def encodebytes(s):
    return b''.join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(s)
`,
);

// Module zlib: the checksums. https://docs.python.org/3.11/library/zlib.html
import { primerModule } from './declare.ts';

export const zlib = primerModule(
  'zlib',
  String.raw`
from _lockstep import type_name
from binascii import crc32

__all__ = ['adler32', 'crc32']


def adler32(data, value=1, /):
    if not isinstance(data, bytes):
        raise TypeError("a bytes-like object is required, not '%s'" % type_name(data))
    a, b = value & 0xFFFF, value >> 16 & 0xFFFF
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a
`,
);

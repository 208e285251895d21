// Module io: the streams in memory. Files are outside Primer.
// https://docs.python.org/3.11/library/io.html#text-i-o
import { primerModule } from './declare.ts';

export const io = primerModule(
  'io',
  String.raw`
from _lockstep import refuse

__all__ = ['StringIO', 'BytesIO', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2


class UnsupportedOperation(OSError, ValueError):
    pass


class _InMemory:
    def __init__(self):
        self._position = 0
        self._closed = False

    @property
    def closed(self):
        return self._closed

    def _check(self):
        if self._closed:
            raise ValueError(self._when_closed)

    _when_closed = 'I/O operation on closed file.'

    def getvalue(self):
        self._check()
        return self._contents

    def close(self):
        self._closed = True

    def tell(self):
        self._check()
        return self._position

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def isatty(self):
        self._check()
        return False

    def read(self, size=-1, /):
        self._check()
        if size is None or size < 0:
            part = self._contents[self._position:]
        else:
            part = self._contents[self._position:self._position + size]
        self._position += len(part)
        return part

    def readline(self, size=-1, /):
        self._check()
        end = self._contents.find(self._newline, self._position) + 1
        if end == 0:
            end = len(self._contents)
        if size is not None and size >= 0:
            end = min(end, self._position + size)
        part = self._contents[self._position:end]
        self._position += len(part)
        return part

    def readlines(self, hint=-1, /):
        lines = []
        taken = 0
        for line in self:
            lines.append(line)
            taken += len(line)
            if hint is not None and 0 < hint <= taken:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def _put(self, part):
        size = len(part)
        if size:
            start = self._position
            gap = start - len(self._contents)
            if gap > 0:
                self._contents += self._filler * gap
            if start >= len(self._contents):
                self._contents += part
            else:
                self._contents = self._contents[:start] + part + self._contents[start + size:]
            self._position = start + size
        return size

    def truncate(self, size=None, /):
        self._check()
        if size is None:
            size = self._position
        size = size.__index__()
        if size < 0:
            raise ValueError('Negative size value %d' % size)
        self._contents = self._contents[:size]
        return size

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()


class StringIO(_InMemory):
    '''Text I/O implementation using an in-memory buffer.'''

    __module__ = '_io'
    __shown_name__ = '_io.StringIO'
    _newline = '\n'
    _filler = '\0'
    _when_closed = 'I/O operation on closed file'

    def __init__(self, initial_value='', newline='\n'):
        if newline != '\n':
            refuse('a StringIO with other newlines')
        super().__init__()
        if initial_value is None:
            initial_value = ''
        if not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not %s' % type(initial_value).__name__)
        self._contents = initial_value

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '%s'" % type(s).__name__)
        self._check()
        return self._put(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError('Negative seek position %d' % pos)
        elif whence not in (1, 2):
            raise ValueError('Invalid whence (%d, should be 0, 1 or 2)' % whence)
        elif pos != 0:
            raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 1:
            pos = self._position
        else:
            pos = len(self._contents)
        self._position = pos
        return pos


class BytesIO(_InMemory):
    '''Buffered I/O implementation using an in-memory bytes buffer.'''

    __module__ = '_io'
    __shown_name__ = '_io.BytesIO'
    _newline = b'\n'
    _filler = b'\0'

    def __init__(self, initial_bytes=b''):
        super().__init__()
        if not isinstance(initial_bytes, bytes):
            raise TypeError("a bytes-like object is required, not '%s'" % type(initial_bytes).__name__)
        self._contents = initial_bytes

    def write(self, b, /):
        self._check()
        if not isinstance(b, bytes):
            raise TypeError("a bytes-like object is required, not '%s'" % type(b).__name__)
        return self._put(b)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0:
            if pos < 0:
                raise ValueError('negative seek value %d' % pos)
        elif whence == 1:
            pos += self._position
        elif whence == 2:
            pos += len(self._contents)
        else:
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)' % whence)
        self._position = max(0, pos)
        return self._position
`,
);

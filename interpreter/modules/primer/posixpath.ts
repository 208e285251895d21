// Module os.path: what can be said of paths without looking at files. https://docs.python.org/3.11/library/os.path.html
import { primerModule } from './declare.ts';

export const posixpath = primerModule(
  'posixpath',
  String.raw`
from _lockstep import refuse

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'split', 'splitext', 'basename', 'dirname', 'commonprefix',
           'normpath', 'curdir', 'pardir', 'sep', 'pathsep', 'altsep', 'extsep', 'commonpath', 'relpath']

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
altsep = None


def _text(path):
    if not isinstance(path, str):
        if isinstance(path, bytes):
            refuse('paths of bytes')
        raise TypeError('expected str, bytes or os.PathLike object, not %s' % type(path).__name__)
    return path


def normcase(s):
    return _text(s)


def isabs(s):
    return _text(s).startswith('/')


def join(a, *p):
    path = _text(a)
    for b in p:
        if not isinstance(b, str):
            raise TypeError('join() argument must be str, bytes, or os.PathLike object, not %r' % type(b).__name__)
        if b.startswith('/'):
            path = b
        elif not path or path.endswith('/'):
            path += b
        else:
            path += '/' + b
    return path


def split(p):
    p = _text(p)
    i = p.rfind('/') + 1
    head, tail = p[:i], p[i:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail


def splitext(p):
    p = _text(p)
    slash = p.rfind('/')
    dot = p.rfind('.')
    if dot > slash:
        start = slash + 1
        while start < dot:
            if p[start] != '.':
                return p[:dot], p[dot:]
            start += 1
    return p, ''


def splitdrive(p):
    return '', _text(p)


def basename(p):
    p = _text(p)
    return p[p.rfind('/') + 1:]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ''
    first, last = min(m), max(m)
    for i, c in enumerate(first):
        if c != last[i]:
            return first[:i]
    return first


def normpath(path):
    path = _text(path)
    if path == '':
        return '.'
    slashes = 1 if path.startswith('/') else 0
    if path.startswith('//') and not path.startswith('///'):
        slashes = 2
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not slashes and not parts or parts and parts[-1] == '..':
            parts.append(part)
        elif parts:
            parts.pop()
    return '/' * slashes + '/'.join(parts) or '.'


def relpath(path, start=None):
    path = _text(path)
    if not path:
        raise ValueError('no path specified')
    if start is None or not path.startswith('/') or not _text(start).startswith('/'):
        refuse('the working directory')
    here = [part for part in normpath(start).split('/') if part]
    there = [part for part in normpath(path).split('/') if part]
    same = len(commonprefix([here, there]))
    return '/'.join(['..'] * (len(here) - same) + there[same:]) or '.'


def commonpath(paths):
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = [_text(path) for path in paths]
    if len({path.startswith('/') for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split('/') if part and part != '.'] for path in paths]
    return ('/' if paths[0].startswith('/') else '') + '/'.join(commonprefix(parts))
`,
);

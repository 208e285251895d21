// Module pprint. https://docs.python.org/3.11/library/pprint.html
import { primerModule } from './declare.ts';

export const pprint = primerModule(
  'pprint',
  String.raw`
from _lockstep import refuse
from collections import OrderedDict, UserDict, defaultdict, deque, Counter
import sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    printer = PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact,
                            sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    printer.pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, 1)


def isreadable(object):
    refuse('pprint.isreadable')


def isrecursive(object):
    refuse('pprint.isrecursive')


class _Key:
    '''Orders what has no order of its own by type.'''

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            if type(self.obj) is type(other.obj):
                refuse('the order of values that cannot be compared')
            return str(type(self.obj)) < str(type(other.obj))


class _Pair(_Key):
    def __lt__(self, other):
        first, second = _Key(self.obj[0]), _Key(other.obj[0])
        return first < second


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = bool(compact)
        self._sort = sort_dicts
        self._underscores = underscore_numbers
        self._active = []

    def pprint(self, object):
        stream = self._stream if self._stream is not None else sys.stdout
        stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        out = []
        self._active = []
        self._format(object, out, 0, 0, 1)
        return ''.join(out)

    def isreadable(self, object):
        refuse('pprint.isreadable')

    def isrecursive(self, object):
        refuse('pprint.isrecursive')

    def format(self, object, context, maxlevels, level):
        refuse('PrettyPrinter.format')

    def _items(self, mapping):
        return sorted(mapping.items(), key=_Pair) if self._sort else list(mapping.items())

    def _repr(self, object, level):
        kind = type(object)
        if kind is int:
            return '%s' % format(object, '_d') if self._underscores else repr(object)
        if kind.__repr__ is dict.__repr__ and issubclass(kind, dict):
            if not object:
                return '{}'
            if self._depth is not None and level > self._depth:
                return '{...}'
            self._enter(object)
            parts = ['%s: %s' % (self._repr(key, level + 1), self._repr(value, level + 1))
                     for key, value in self._items(object)]
            self._active.pop()
            return '{%s}' % ', '.join(parts)
        if kind.__repr__ is list.__repr__ and issubclass(kind, list) or (
                kind.__repr__ is tuple.__repr__ and issubclass(kind, tuple)):
            if issubclass(kind, list):
                if not object:
                    return '[]'
                form = '[%s]'
            elif len(object) == 1:
                form = '(%s,)'
            else:
                if not object:
                    return '()'
                form = '(%s)'
            if self._depth is not None and level > self._depth:
                return form % '...'
            self._enter(object)
            parts = [self._repr(one, level + 1) for one in object]
            self._active.pop()
            return form % ', '.join(parts)
        return repr(object)

    def _enter(self, object):
        for one in self._active:
            if one is object:
                refuse('printing what contains itself')
        self._active.append(object)

    def _format(self, object, out, indent, allowance, level):
        text = self._repr(object, level)
        if len(text) > self._width - indent - allowance:
            kind = type(object)
            action = None
            if kind.__repr__ is dict.__repr__:
                action = self._dict
            elif kind.__repr__ is list.__repr__:
                action = self._list
            elif kind.__repr__ is tuple.__repr__:
                action = self._tuple
            elif kind.__repr__ is set.__repr__ or kind.__repr__ is frozenset.__repr__:
                action = self._set
            elif kind.__repr__ is str.__repr__:
                action = self._str
            elif kind in (OrderedDict, defaultdict, deque, Counter) or kind.__repr__ is bytes.__repr__:
                refuse('pprint of a long %s' % kind.__name__)
            elif hasattr(kind, '__dataclass_fields__') or kind.__name__ in ('SimpleNamespace', 'mappingproxy',
                                                                            'ChainMap', 'UserDict', 'UserList'):
                refuse('pprint of a long %s' % kind.__name__)
            if action is not None:
                self._enter(object)
                action(object, out, indent, allowance, level + 1)
                self._active.pop()
                return
        out.append(text)

    def _dict(self, object, out, indent, allowance, level):
        out.append('{')
        if self._indent > 1:
            out.append((self._indent - 1) * ' ')
        if len(object):
            inner = indent + self._indent
            items = self._items(object)
            for i, (key, value) in enumerate(items):
                last = i == len(items) - 1
                text = self._repr(key, level)
                out.append(text + ': ')
                self._format(value, out, inner + len(text) + 2, allowance + 1 if last else 1, level)
                if not last:
                    out.append(',\n' + ' ' * inner)
        out.append('}')

    def _list(self, object, out, indent, allowance, level):
        out.append('[')
        self._sequence(object, out, indent, allowance + 1, level)
        out.append(']')

    def _tuple(self, object, out, indent, allowance, level):
        end = ',)' if len(object) == 1 else ')'
        out.append('(')
        self._sequence(object, out, indent, allowance + len(end), level)
        out.append(end)

    def _set(self, object, out, indent, allowance, level):
        if not len(object):
            out.append(repr(object))
            return
        kind = type(object)
        if kind is set:
            out.append('{')
            end = '}'
        else:
            out.append(kind.__name__ + '({')
            end = '})'
            indent += len(kind.__name__) + 1
        self._sequence(sorted(object, key=_Key), out, indent, allowance + len(end), level)
        out.append(end)

    def _sequence(self, items, out, indent, allowance, level):
        if self._indent > 1:
            out.append((self._indent - 1) * ' ')
        indent += self._indent
        items = list(items)
        if not items:
            return
        break_line = ',\n' + ' ' * indent
        sep = ''
        width = room = self._width - indent + 1
        for i, one in enumerate(items):
            last = i == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(one, level)
                size = len(text) + 2
                if width < size:
                    width = room
                    if sep:
                        sep = break_line
                if width >= size:
                    width -= size
                    out.append(sep)
                    sep = ', '
                    out.append(text)
                    continue
            out.append(sep)
            sep = break_line
            self._format(one, out, indent, allowance if last else 1, level)

    def _str(self, object, out, indent, allowance, level):
        import re
        if not len(object):
            out.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 2:
            indent += 1
            allowance += 1
        room = most = self._width - indent
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
            else:
                parts = re.findall(r'\S*\s*', line)
                parts.pop()
                width = room
                current = ''
                for j, part in enumerate(parts):
                    candidate = current + part
                    if j == len(parts) - 1 and i == len(lines) - 1:
                        width -= allowance
                    if len(repr(candidate)) > width:
                        if current:
                            chunks.append(repr(current))
                        current = part
                    else:
                        current = candidate
                if current:
                    chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 2:
            out.append('(')
        for i, text in enumerate(chunks):
            if i > 0:
                out.append('\n' + ' ' * indent)
            out.append(text)
        if level == 2:
            out.append(')')
`,
);

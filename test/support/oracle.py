"""CPython as an oracle for whole programs, in one long-lived process.

Reads a JSON object a line, {code, call, stdin, lines, seconds}, and answers each with one line: what was printed, the
repr of the call's value or the exception that ended it, and, when `lines` is not 0, the first so many executed lines
with the variables of their frame that changed since that frame's line before.
"""
import collections
import contextlib
import enum
import hashlib
import io
import json
import os
import signal
import sys
import types

PROGRAM = '<program>'
DEEPEST = 60
# Longer texts of variables, in UTF-16 units, are answered by their digest: thousands of lines may have megabytes each.
LONGEST = 10_000
# What a class body or a comprehension has without saying so.
IMPLICIT = {'__module__', '__qualname__', '__classcell__', '__annotations__', '.0'}
PLAIN = (int, float, bool, str, bytes, type(None), range, complex)


class Late(BaseException):
    """The time for a program is over."""


def late(signum, frame):
    raise Late


class Show:
    """Values as our views show them: repr, without running the program's code and without addresses."""

    def __init__(self):
        self.active = set()

    def text(self, value):
        kind = type(value)
        if kind is int:
            return self.integer(value)
        if kind in PLAIN:
            return repr(value)
        if id(value) in self.active or len(self.active) >= DEEPEST:
            return '[...]' if isinstance(value, list) else '{...}' if isinstance(value, dict) else '(...)'
        self.active.add(id(value))
        try:
            return self.object(value, kind)
        finally:
            self.active.discard(id(value))

    def integer(self, value):
        """In hexadecimal when it is too long for repr."""
        try:
            return int.__repr__(value)
        except ValueError:
            return hex(value)

    def items(self, values):
        return ', '.join(map(self.text, values))

    def entries(self, value):
        return ', '.join(f'{self.text(k)}: {self.text(v)}' for k, v in dict.items(value))

    def object(self, value, kind):
        if kind is list:
            return f'[{self.items(value)}]'
        if kind is tuple:
            return f'({self.items(value)}{"," if len(value) == 1 else ""})'
        if kind is dict:
            return f'{{{self.entries(value)}}}'
        if kind is set or kind is frozenset:
            if not value:
                return f'{kind.__name__}()'
            braced = f'{{{self.items(value)}}}'
            return braced if kind is set else f'frozenset({braced})'
        if isinstance(value, BaseException):
            return f'{kind.__name__}({self.items(value.args)})'
        if kind is types.FunctionType:
            return f'<function {value.__name__}>'
        if kind is types.GeneratorType:
            own = value.gi_code.co_filename in ('<program>', '<call>')
            return f'<generator {value.__name__}>' if own else '<generator>'
        if kind is types.MethodType:
            return f'<method {value.__name__}>'
        if kind is types.BuiltinMethodType and not isinstance(value.__self__, (types.ModuleType, type)):
            return f'<method {value.__name__}>'
        if isinstance(value, types.ModuleType):
            return f'<module {value.__name__}>'
        if isinstance(value, type):
            return f"<class {value.__name__!r}>" if value.__module__ == '__main__' else self.library(value, kind)
        return self.instance(value, kind) if kind.__module__ == '__main__' else self.library(value, kind)

    def library(self, value, kind):
        """A value of a class of Python's own. What it holds may be of the program's."""
        name = kind.__name__
        if kind is collections.deque:
            rest = '' if value.maxlen is None else f', maxlen={value.maxlen}'
            return f'deque([{self.items(value)}]{rest})'
        if kind is collections.defaultdict:
            return f'defaultdict({self.text(value.default_factory)}, {{{self.entries(value)}}})'
        if kind is collections.OrderedDict:
            pairs = ', '.join(f'({self.text(k)}, {self.text(v)})' for k, v in value.items())
            return f'OrderedDict([{pairs}])' if value else 'OrderedDict()'
        if kind in (type({}.keys()), type({}.values())):
            return f'{name}([{self.items(value)}])'
        if kind is type({}.items()):
            return f'{name}([{", ".join(f"({self.text(k)}, {self.text(v)})" for k, v in value)}])'
        if kind in (staticmethod, classmethod):
            return f'<{name}({self.text(value.__func__)})>'
        if isinstance(value, io.StringIO):
            return '<TextIOWrapper>'
        if hasattr(value, '__next__') and not isinstance(value, type):
            return f'<{name}>'
        text = repr(value)
        return f'<{name}>' if ' at 0x' in text else text

    def instance(self, value, kind):
        if isinstance(value, enum.Enum):
            return f'<{kind.__name__}.{value._name_}: {self.text(value._value_)}>'
        if isinstance(value, tuple) and hasattr(kind, '_fields'):
            pairs = ', '.join(f'{n}={self.text(v)}' for n, v in zip(kind._fields, value))
            return f'{kind.__name__}({pairs})'
        if isinstance(value, (int, float, str, bytes)):
            return next(base.__repr__(value) for base in (int, float, str, bytes) if isinstance(value, base))
        inner = []
        if isinstance(value, dict):
            inner = [f'{{{self.entries(value)}}}']
        elif isinstance(value, (list, tuple)):
            inner = [f'[{self.items(value)}]']
        elif isinstance(value, (set, frozenset)):
            inner = [self.items(value)]
        attrs = [f'{name}={self.text(item)}' for name, item in getattr(value, '__dict__', {}).items()]
        return f'{kind.__name__}({", ".join(inner + attrs)})'


def brief(text):
    units = text.encode('utf-16-le', 'surrogatepass')
    if len(units) <= 2 * LONGEST:
        return text
    return f'{len(units) // 2} units, {hashlib.sha256(units).hexdigest()}'


class Lines:
    """The executed lines of a program, as `sys.settrace` reports them.

    Left out is what CPython runs of a generator that nobody refers to any more, as GeneratorExit passes its except clauses:
    when that is hangs on the counting of references, and a program in which it could be seen is refused.
    """

    def __init__(self, most, closes):
        self.most = most
        # the program closes generators itself
        self.closes = closes
        self.rows = []
        self.frames = {}
        self.numbers = 0
        self.show = Show()

    def trace(self, frame, event, arg):
        if frame.f_code.co_filename != PROGRAM or len(self.rows) >= self.most:
            return None
        if event == 'call' and id(frame) not in self.frames:
            self.frames[id(frame)] = [frame, None, {}, False]
        state = self.frames.get(id(frame))
        if state is None:
            return None
        if event == 'exception' and arg[0] is GeneratorExit and not self.closes:
            state[3] = True
        if event == 'line' and frame.f_lineno and not state[3]:
            self.line(frame, state)
        elif event == 'return' and not frame.f_code.co_flags & 0x20:
            del self.frames[id(frame)]
        return self.trace

    def line(self, frame, state):
        if state[1] is None:
            self.numbers += 1
            state[1] = self.numbers
        module = frame.f_code.co_name == '<module>'
        now = {
            name: brief(self.show.text(value))
            for name, value in list(frame.f_locals.items())
            if not (name in IMPLICIT or module and name.startswith('__'))
        }
        known = state[2]
        changed = {name: text for name, text in now.items() if known.get(name) != text}
        for name in known:
            if name not in now:
                changed[name] = None
        state[2] = now
        self.rows.append([state[1], frame.f_lineno, changed])


def run(job):
    out, lines = io.StringIO(), Lines(job.get('lines', 0), '.close(' in job['code'])
    module = types.ModuleType('__main__')
    space = module.__dict__
    answer = {'result': None, 'error': None}
    sys.modules['__main__'] = module
    sys.stdin = io.StringIO(job.get('stdin') or '')
    signal.setitimer(signal.ITIMER_REAL, job.get('seconds') or 20)
    try:
        code = compile(job['code'], PROGRAM, 'exec')
        call = None if job.get('call') is None else compile(job['call'], '<call>', 'eval')
        with contextlib.redirect_stdout(out):
            if lines.most:
                sys.settrace(lines.trace)
            try:
                exec(code, space)
                if call is not None:
                    value = eval(call, space)
            finally:
                sys.settrace(None)
            answer['result'] = 'None' if call is None else repr(value)
    except Late:
        answer['late'] = True
    except BaseException as error:
        answer['error'] = type(error).__name__
        try:
            answer['text'] = str(error)
        except BaseException as inner:
            answer['text'] = f'<str raised {type(inner).__name__}>'
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    answer['output'] = out.getvalue()
    answer['lines'] = lines.rows
    return answer


if __name__ == '__main__':
    signal.signal(signal.SIGALRM, late)
    jobs, answers = sys.stdin, sys.stdout
    sys.stdout = sys.stderr = open(os.devnull, 'w')
    sys.set_int_max_str_digits(4300)
    for line in jobs:
        answers.write(json.dumps(run(json.loads(line))) + '\n')
        answers.flush()

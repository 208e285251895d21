// Module doctest: examples that all pass, of which it prints nothing. One that fails is refused.
// https://docs.python.org/3.11/library/doctest.html
import { primerModule } from './declare.ts';

export const doctest = primerModule(
  'doctest',
  String.raw`
from _lockstep import program_globals, redirect, refuse, run_example
from io import StringIO
import re

__all__ = ['testmod', 'TestResults', 'run_docstring_examples', 'ELLIPSIS', 'NORMALIZE_WHITESPACE',
           'IGNORE_EXCEPTION_DETAIL']

NORMALIZE_WHITESPACE = 4
ELLIPSIS = 8
IGNORE_EXCEPTION_DETAIL = 32

_EXAMPLE = re.compile(r'''
    (?P<source>
        (?:^(?P<indent> [ ]*) >>>    .*)
        (?:\n           [ ]*  \.\.\. .*)*)
    \n?
    (?P<want> (?:(?![ ]*$)
                 (?![ ]*>>>)
                 .+$\n?
              )*)
    ''', re.MULTILINE | re.VERBOSE)
_FAILURE = re.compile(r'''
    ^(?P<hdr> Traceback\ \(
        (?: most\ recent\ call\ last
        |   innermost\ last
        ) \) :
    )
    \s* $
    (?P<stack> .*?)
    ^ (?P<msg> \w+ .*)
    ''', re.VERBOSE | re.MULTILINE | re.DOTALL)


class TestResults(tuple):
    def __new__(cls, failed, attempted):
        return super().__new__(cls, (failed, attempted))

    @property
    def failed(self):
        return self[0]

    @property
    def attempted(self):
        return self[1]

    def __repr__(self):
        return 'TestResults(failed=%r, attempted=%r)' % (self[0], self[1])


def _examples(text):
    text = text.expandtabs()
    lines = [line for line in text.split('\n') if line.strip()]
    margin = min([len(line) - len(line.lstrip()) for line in lines], default=0)
    text = '\n'.join([line[margin:] for line in text.split('\n')])
    examples = []
    for found in _EXAMPLE.finditer(text):
        indent = len(found.group('indent'))
        source = []
        for line in found.group('source').split('\n'):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                refuse('a doctest that is written wrongly')
            source.append(line[indent + 4:])
        want = found.group('want').split('\n')
        if len(want) > 1 and re.match(r' *$', want[-1]):
            del want[-1]
        for line in want:
            if line and not line.startswith(' ' * indent):
                refuse('a doctest that is written wrongly')
        source = '\n'.join(source)
        want = '\n'.join([line[indent:] for line in want])
        if '# doctest:' in source or '#doctest:' in source:
            refuse('the directives of doctest')
        if re.match(r'\s*(#.*)?\Z', source):
            continue
        examples.append((source, want + '\n' if want and not want.endswith('\n') else want))
    return examples


def _texts(globs):
    '''The docstrings with examples, by the names under which doctest runs them.'''
    found = []

    def visit(obj, name):
        doc = obj.__doc__
        if isinstance(doc, str) and '>>>' in doc:
            found.append((name, doc))
        if isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if isinstance(value, property):
                    if isinstance(value.__doc__, str) and '>>>' in value.__doc__:
                        found.append((name + '.' + key, value.__doc__))
                elif isinstance(value, (type(visit), type)) and value.__module__ == '__main__':
                    visit(value, name + '.' + key)

    doc = globs.get('__doc__')
    if isinstance(doc, str) and '>>>' in doc:
        found.append(('__main__', doc))
    if '__test__' in globs:
        refuse('the __test__ of doctest')
    for key, value in globs.items():
        if hasattr(value, '__wrapped__'):
            refuse('a doctest of a function with a wrapper')
        if isinstance(value, (type(visit), type)) and value.__module__ == '__main__':
            visit(value, '__main__.' + key)
    return sorted(found)


def _matches(want, got, flags):
    if got == want:
        return True
    if want == 'True\n' and got == '1\n' or want == 'False\n' and got == '0\n':
        return True
    want = re.sub(r'(?m)^<BLANKLINE>\s*?$', '', want)
    got = re.sub(r'(?m)^[^\S\n]+$', '', got)
    if got == want:
        return True
    if flags & NORMALIZE_WHITESPACE:
        got, want = ' '.join(got.split()), ' '.join(want.split())
        if got == want:
            return True
    if flags & ELLIPSIS and '...' in want:
        return re.fullmatch('.*'.join([re.escape(part) for part in want.split('...')]), got, re.DOTALL) is not None
    return False


def _run(doc, globs, flags):
    '''The examples of one docstring; what doctest would say of one that fails is not known here.'''
    count = 0
    for source, want in _examples(doc):
        count += 1
        out = StringIO()
        old = redirect('stdout', out)
        error = None
        try:
            run_example(source, globs)
        except KeyboardInterrupt:
            raise
        except BaseException as exc:
            error = exc
        finally:
            redirect('stdout', old)
        got = out.getvalue()
        failure = _FAILURE.match(want)
        if error is None:
            good = failure is None and _matches(want, got, flags)
        elif failure is None:
            good = False
        else:
            kind = type(error)
            name = kind.__qualname__
            if kind.__module__ not in ('builtins', '__main__'):
                name = kind.__module__ + '.' + name
            elif kind.__module__ == '__main__':
                name = '__main__.' + name
            text = str(error)
            said = '%s: %s\n' % (name, text) if text else name + '\n'
            message = failure.group('msg')
            message = message if message.endswith('\n') else message + '\n'
            good = _matches(message, said, flags)
            if not good and flags & IGNORE_EXCEPTION_DETAIL:
                refuse('IGNORE_EXCEPTION_DETAIL')
        if not good:
            refuse('what doctest prints of an example that fails: %s' % source.split('\n')[0])
    return count


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None,
            raise_on_error=False, exclude_empty=False):
    if m is not None or verbose or raise_on_error:
        refuse('doctest.testmod with such arguments')
    base = program_globals() if globs is None else globs
    total = 0
    for _, doc in _texts(program_globals()):
        space = dict(base)
        if extraglobs is not None:
            space.update(extraglobs)
        total += _run(doc, space, optionflags)
    return TestResults(0, total)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    if verbose:
        refuse('what doctest prints')
    doc = f.__doc__
    if isinstance(doc, str):
        _run(doc, dict(program_globals() if type(globs) is not dict else globs), optionflags)
`,
);

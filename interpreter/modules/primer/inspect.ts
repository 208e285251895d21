// Module inspect: what kind an object is, and its docstring. https://docs.python.org/3.11/library/inspect.html
import { primerModule } from './declare.ts';

export const inspect = primerModule(
  'inspect',
  String.raw`
from _lockstep import refuse

__all__ = ['isclass', 'isfunction', 'ismethod', 'isgenerator', 'isbuiltin', 'isroutine', 'cleandoc', 'getdoc']


class _Methods:
    def method(self):
        yield


_function = type(_Methods.method)
_method = type(_Methods().method)
_generator = type(_Methods().method())
_builtin = type(len)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, _function)


def ismethod(object):
    return isinstance(object, _method)


def isgenerator(object):
    return isinstance(object, _generator)


def isbuiltin(object):
    return isinstance(object, _builtin)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()], default=0)
    if lines:
        lines[0] = lines[0].lstrip()
    lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    doc = object.__doc__
    if doc is None:
        refuse('a docstring that is inherited')
    return cleandoc(doc) if isinstance(doc, str) else None
`,
);

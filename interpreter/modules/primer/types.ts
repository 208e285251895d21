// Module types. https://docs.python.org/3.11/library/types.html
import { primerModule } from './declare.ts';

export const types = primerModule(
  'types',
  String.raw`
from _lockstep import mappingproxy as MappingProxyType, refuse


def _function():
    yield


class _Methods:
    def method(self):
        pass


FunctionType = LambdaType = type(_function)
GeneratorType = type(_function())
MethodType = type(_Methods().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)


class SimpleNamespace:
    '''A simple attribute-based namespace.

SimpleNamespace(**kwargs)'''

    __exact_dict__ = True
    __shown_name__ = 'types.SimpleNamespace'

    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError('no positional arguments expected')
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return '%s(%s)' % (name, ', '.join(['%s=%r' % pair for pair in self.__dict__.items()]))

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented


def new_class(name, bases=(), kwds=None, exec_body=None):
    refuse('types.new_class')


def coroutine(func):
    refuse('types.coroutine')
`,
);

// Module enum. Members are made once the class is there, as `EnumType.__new__` finds them in the class body.
// https://docs.python.org/3.11/library/enum.html
import { primerModule } from './declare.ts';
import { FLAGS } from './enum-flags.ts';

export const enumModule = primerModule(
  'enum',
  String.raw`
from types import MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'property', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP']

_plain_property = property
_function_type = type(lambda: 0)
_unset = object()
_HOOKS = ('_order_', '_generate_next_value_', '_missing_', '_ignore_', '_numeric_repr_')


class property(_plain_property):
    pass


def _fixed(name, verb):
    def refuse_change(self, *value):
        raise AttributeError("<enum 'Enum'> cannot %s attribute %r" % (verb, name))
    return refuse_change


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    '''
    Instances are replaced with an appropriate value in Enum class suites.
    '''

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return 'auto(%r)' % (self.value,)


def _is_descriptor(value):
    if isinstance(value, (_function_type, _plain_property, classmethod, staticmethod)):
        return True
    kind = type(value)
    return hasattr(kind, '__get__') or hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def _wrapped(name, mark):
    size = len(mark)
    return (len(name) > 2 * size and name[:size] == mark and name[-size:] == mark
            and name[size] != '_' and name[-size - 1] != '_')


class EnumDict(dict):
    '''Watches the names that the body of an enumeration binds.'''

    def __init__(self, cls_name):
        super().__init__()
        self.cls_name = cls_name
        self.member_values = {}
        self.given = []
        self.ignored = []
        self.make_next = None

    def __setitem__(self, key, value):
        if key.startswith('_' + self.cls_name + '__') and not key.endswith('__'):
            pass
        elif _wrapped(key, '_'):
            if key not in _HOOKS:
                raise ValueError('_sunder_ names, such as %r, are reserved for future Enum use' % (key,))
            if key == '_generate_next_value_':
                if self.given and self.auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self.make_next = value.__func__ if isinstance(value, staticmethod) else value
                value = staticmethod(self.make_next)
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self.ignored = value
                again = set(value) & set(self.member_values)
                if again:
                    raise ValueError('_ignore_ cannot specify already set names: %r' % (again,))
        elif _wrapped(key, '__'):
            pass
        elif key in self.member_values:
            raise TypeError('%r already defined as %r' % (key, self[key]))
        elif key in self.ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and _is_descriptor(value):
            pass
        else:
            if key in self:
                raise TypeError('%r already defined as %r' % (key, self[key]))
            if isinstance(value, member):
                value = value.value
            value = self._resolved(key, value)
            self.member_values[key] = value
            self.given.append(value)
        super().__setitem__(key, value)

    auto_called = False

    def _resolved(self, key, value):
        if isinstance(value, auto):
            if value.value is _unset:
                self.auto_called = True
                value.value = self._next(key)
            return value.value
        if type(value) is tuple:
            return tuple([self._resolved(key, part) if isinstance(part, auto) else part for part in value])
        return value

    def _next(self, key):
        return self.make_next(key, 1, len(self.member_values), self.given[:])


def _made_by(cls):
    '''The mixed-in data type of an enumeration, which makes its members, or object.'''
    for base in cls.__mro__[1:]:
        if isinstance(base, EnumType):
            if base._member_type_ is not object:
                return base._member_type_
        elif base.__new__ is not object.__new__:
            return base
    return object


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


class EnumType(type):
    '''
    Metaclass for Enum
    '''

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        names = EnumDict(cls)
        for base in bases:
            if isinstance(base, EnumType):
                if base._member_map_:
                    raise TypeError('%r cannot extend %r' % (_shown(cls, bases), base))
                if names.make_next is None:
                    names.make_next = base._generate_next_value_
        return names

    def __new__(metacls, cls, bases, namespace, *, boundary=None, _simple=False, **kwds):
        if not isinstance(namespace, EnumDict):
            watched = metacls.__prepare__(cls, bases)
            for key, value in namespace.items():
                watched[key] = value
            namespace = watched
        values = namespace.member_values
        if 'mro' in values:
            raise ValueError('invalid enum member name(s) %s' % "'mro'")
        body = {key: value for key, value in namespace.items()
                if key not in values and key not in namespace.ignored and key != '_ignore_'}
        maker = body.get('__new__')
        made = super().__new__(metacls, cls, bases, body, **kwds)
        made._member_names_ = []
        made._member_map_ = {}
        made._value2member_map_ = {}
        made._unhashable_ = []
        made._member_type_ = _made_by(made)
        if maker is not None:
            made._own_new_ = True
        elif not hasattr(made, '_own_new_'):
            made._own_new_ = False
        if maker is not None:
            made._new_member_ = staticmethod(maker.__func__ if isinstance(maker, staticmethod) else maker)
        elif not made._own_new_:
            made._new_member_ = made._member_type_.__new__
        if _is_flag(made):
            made._boundary_ = boundary or getattr(made, '_boundary_', STRICT)
            made._flag_mask_ = 0
            made._singles_mask_ = 0
            made._all_bits_ = 0
        order = body.get('_order_')
        for name, value in values.items():
            _add_member(made, name, value)
        if bases:
            # What the data type or object would do gives way to what the enumeration does.
            for name in ('__repr__', '__str__', '__format__'):
                found = getattr(made, name)
                if name not in body and (found == getattr(made._member_type_, name) or found == getattr(object, name)):
                    setattr(made, name, getattr(bases[-1], name))
        if order is not None:
            listed = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            if [name for name in listed if name in made._member_names_] != made._member_names_:
                raise TypeError('member order does not match _order_:\n  %r\n  %r' % (made._member_names_, listed))
        return made

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return _look_up(cls, value)
        return _from_names(cls, value, names, type, start, boundary)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'"
                            % (type(member).__qualname__, cls.__class__.__qualname__))
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getattr__(cls, name):
        if not (name.startswith('__') and name.endswith('__')):
            members = cls.__mro__[0]._member_map_ if name != '_member_map_' else {}
            if name in members:
                return members[name]
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name != '_member_map_' and name in getattr(cls, '_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % (name,))
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        super().__delattr__(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_plain_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if _is_flag(cls):
            return '<flag %r>' % (cls.__name__,)
        return '<enum %r>' % (cls.__name__,)


EnumMeta = EnumType
Enum = Flag = ReprEnum = None


class _shown:
    '''What the class would be called that is not there yet.'''

    def __init__(self, name, bases):
        self.name = name
        self.flag = any(_is_flag(base) for base in bases)

    def __repr__(self):
        return '<%s %r>' % ('flag' if self.flag else 'enum', self.name)


def _add_member(cls, name, value):
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    if cls._member_type_ is object and not cls._own_new_:
        made = object.__new__(cls)
    else:
        made = cls._new_member_(cls, *args)
    if not hasattr(made, '_value_'):
        if cls._member_type_ is object:
            made._value_ = value
        else:
            try:
                made._value_ = cls._member_type_(*args)
            except Exception as exc:
                raise TypeError('_value_ not set in __new__, unable to create it') from exc
    value = made._value_
    made._name_ = name
    made.__objclass__ = cls
    made.__init__(*args)
    made._sort_order_ = len(cls._member_names_)
    known = _known(cls, value)
    if known is not None:
        made = known
    elif _is_flag(cls):
        if not isinstance(value, int):
            raise TypeError('%r is not a valid Flag value' % (value,)) 
        cls._flag_mask_ |= value
        if value > 0 and value & (value - 1) == 0:
            cls._singles_mask_ |= value
            cls._member_names_.append(name)
        cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
    else:
        cls._member_names_.append(name)
    _remember(cls, value, made)
    cls._member_map_[name] = made
    for base in cls.__mro__[1:]:
        if name in ('name', 'value') and isinstance(base, EnumType):
            return
    type.__setattr__(cls, name, made)


def _known(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known, made in cls._unhashable_:
            if known == value:
                return made
    return None


def _remember(cls, value, made):
    try:
        cls._value2member_map_.setdefault(value, made)
    except TypeError:
        cls._unhashable_.append((value, made))


def _look_up(cls, value):
    if type(value) is cls:
        return value
    found = _known(cls, value)
    if found is not None:
        return found
    if not cls._member_map_ and not _is_flag(cls):
        raise TypeError('%r has no members defined' % (cls,))
    error = None
    try:
        result = cls._missing_(value)
    except Exception as exc:
        error = exc
        result = None
    if isinstance(result, cls):
        return result
    if _is_flag(cls) and cls._boundary_ is EJECT and isinstance(result, int):
        return result
    invalid = ValueError('%r is not a valid %s' % (value, cls.__qualname__))
    if result is None and error is None:
        raise invalid
    if error is None:
        error = TypeError('error in %s._missing_: returned %r instead of None or a valid member'
                          % (cls.__name__, result))
    if not isinstance(error, ValueError):
        error.__context__ = invalid
    raise error


def _from_names(cls, name, names, mixed, start, boundary):
    bases = (cls,) if mixed is None else (mixed, cls)
    metacls = type(cls)
    body = metacls.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
        last = []
        listed = []
        for count, one in enumerate(names):
            value = cls._generate_next_value_(one, start, count, last[:])
            last.append(value)
            listed.append((one, value))
        names = listed
    if names is None:
        names = ()
    body['__module__'] = '__main__'
    body['__qualname__'] = name
    for item in names:
        if isinstance(item, str):
            body[item] = names[item]
        else:
            one, value = item
            body[one] = value
    return metacls.__new__(metacls, name, bases, body, boundary=boundary)


class Enum(metaclass=EnumType):
    __display__ = '<{cls}.{_name_!s}: {_value_}>'

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            pass
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return '<%s.%s: %s>' % (self.__class__.__name__, self._name_, _value_text(self))

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def name(self):
        return self._name_

    def value(self):
        return self._value_

    name = property(name, _fixed('name', 'set'), _fixed('name', 'delete'))
    value = property(value, _fixed('value', 'set'), _fixed('value', 'delete'))


def _value_text(self):
    kind = self.__class__._member_type_
    return kind.__repr__(self._value_) if kind is not object else repr(self._value_)


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    '''
    Enum where members are also (and must be) ints
    '''

    def __str__(self):
        return int.__repr__(self._value_)

    def __format__(self, format_spec):
        return int.__format__(self._value_, format_spec)


class StrEnum(str, ReprEnum):
    '''
    Enum where members are also (and must be) strings
    '''

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError('encoding must be a string, not %r' % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return str.__str__(self._value_)

    def __format__(self, format_spec):
        return str.__format__(self._value_, format_spec)
` + FLAGS,
);

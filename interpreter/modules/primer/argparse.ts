// Module argparse, for arguments that the program gives itself. What it prints is refused.
// https://docs.python.org/3.11/library/argparse.html
import { primerModule } from './declare.ts';

export const argparse = primerModule(
  'argparse',
  String.raw`
import re
import sys
from _lockstep import refuse

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'Namespace', 'SUPPRESS', 'OPTIONAL',
           'ZERO_OR_MORE', 'ONE_OR_MORE', 'REMAINDER', 'HelpFormatter', 'RawDescriptionHelpFormatter',
           'RawTextHelpFormatter', 'ArgumentDefaultsHelpFormatter']

SUPPRESS = '==SUPPRESS=='
OPTIONAL = '?'
ZERO_OR_MORE = '*'
ONE_OR_MORE = '+'
REMAINDER = '...'
_NEGATIVE = re.compile(r'^-\d+$|^-\d*\.\d+$')


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = argument
        self.message = message

    def __str__(self):
        return self.message if self.argument_name is None else 'argument %s: %s' % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    pass


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class Namespace:
    '''Simple object for storing attributes.'''

    __exact_dict__ = True

    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts = []
        odd = {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append('%s=%r' % (name, value))
            else:
                odd[name] = value
        if odd:
            parts.append('**%r' % (odd,))
        return '%s(%s)' % (type(self).__name__, ', '.join(parts))


class _Argument:
    def __init__(self, names, dest, action, nargs, const, default, type, choices, required, metavar):
        self.option_strings = names
        self.dest = dest
        self.action = action
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.metavar = metavar

    def named(self):
        if self.option_strings:
            return '/'.join(self.option_strings)
        if self.metavar not in (None, SUPPRESS):
            return self.metavar
        return self.dest


_FLAGS = ('store_const', 'store_true', 'store_false', 'append_const', 'count', 'help', 'version')


class _Container:
    def add_argument(self, *names, dest=None, action='store', nargs=None, const=None, default=None, type=None,
                     choices=None, required=None, help=None, metavar=None, version=None):
        if not isinstance(action, str):
            refuse('an action of argparse of its own')
        if type is not None and not callable(type):
            raise ValueError('%r is not callable' % (type,))
        if action not in ('store', 'append', 'extend') + _FLAGS:
            if action == 'parsers':
                refuse('subparsers')
            raise ValueError('unknown action "%s"' % action)
        positional = not names or len(names) == 1 and names[0][:1] != '-'
        if positional:
            if names and dest is not None:
                raise ValueError('dest supplied twice for positional argument')
            if dest is None:
                dest = names[0]
            if required is not None:
                raise TypeError("'required' is an invalid argument for positionals")
            required = nargs not in (OPTIONAL, ZERO_OR_MORE) or nargs == ZERO_OR_MORE and default is None and False
            names = ()
        else:
            for name in names:
                if name[:1] != '-':
                    raise ValueError("invalid option string %r: must start with a character '-'" % name)
            if dest is None:
                long = [name for name in names if name.startswith('--') and len(name) > 2]
                dest = (long or names)[0].lstrip('-')
                if not dest:
                    raise ValueError("dest= is required for options like '-'")
                dest = dest.replace('-', '_')
            required = bool(required)
        if action == 'store_true':
            const, default = True, False if default is None else default
        elif action == 'store_false':
            const, default = False, True if default is None else default
        elif action in ('help', 'version'):
            default = SUPPRESS
        if action in ('store', 'append', 'extend') and nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions such as '
                             'store true or store const may be more appropriate')
        if action in _FLAGS:
            nargs = 0
        made = _Argument(names, dest, action, nargs, const, self._parser._defaults.get(dest, default)
                         if default is None else default, type, choices, required, metavar)
        self._parser._add(made)
        if self._exclusive is not None:
            self._exclusive.append(made)
        return made

    def add_argument_group(self, *args, **kwargs):
        return _Group(self._parser, None)

    def add_mutually_exclusive_group(self, *, required=False):
        group = []
        self._parser._groups.append((group, required))
        return _Group(self._parser, group)

    def set_defaults(self, **kwargs):
        self._parser._defaults.update(kwargs)
        for one in self._parser._arguments:
            if one.dest in kwargs:
                one.default = kwargs[one.dest]

    def get_default(self, dest):
        for one in self._parser._arguments:
            if one.dest == dest and one.default is not None:
                return one.default
        return self._parser._defaults.get(dest)


class _Group(_Container):
    def __init__(self, parser, exclusive):
        self._parser = parser
        self._exclusive = exclusive


class ArgumentParser(_Container):
    '''Object for parsing command line strings into Python objects.'''

    _exclusive = None

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter,
                 prefix_chars='-', fromfile_prefix_chars=None, argument_default=None, conflict_handler='error',
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        if parents or prefix_chars != '-' or fromfile_prefix_chars or argument_default is not None:
            refuse('such an ArgumentParser')
        self._parser = self
        self.prog = prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self.exit_on_error = exit_on_error
        self.allow_abbrev = allow_abbrev
        self.conflict_handler = conflict_handler
        self._arguments = []
        self._groups = []
        self._defaults = {}
        self._options = {}
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS)

    def _add(self, made):
        for name in made.option_strings:
            if name in self._options:
                if self.conflict_handler == 'resolve':
                    refuse('conflict_handler resolve')
                raise ArgumentError(made.named(), 'conflicting option string: %s' % name)
        for name in made.option_strings:
            self._options[name] = made
        self._arguments.append(made)

    def add_subparsers(self, **kwargs):
        refuse('subparsers')

    def parse_args(self, args=None, namespace=None):
        args, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error('unrecognized arguments: %s' % ' '.join(rest))
        return args

    def parse_known_args(self, args=None, namespace=None):
        if args is None:
            refuse('the arguments of the command line')
        args = list(args)
        if namespace is None:
            namespace = Namespace()
        for one in self._arguments:
            if one.dest != SUPPRESS and not hasattr(namespace, one.dest) and one.default != SUPPRESS:
                setattr(namespace, one.dest, one.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        try:
            return self._parse(args, namespace)
        except ArgumentError as error:
            if not self.exit_on_error:
                raise
            self.error(str(error))

    def _option(self, arg):
        '''What an argument names: None for a positional, else the argument, its name and the value beside it.'''
        if not arg or arg[0] != '-':
            return None
        if arg in self._options:
            return self._options[arg], arg, None
        if len(arg) == 1:
            return None
        if '=' in arg:
            name, value = arg.split('=', 1)
            if name in self._options:
                return self._options[name], name, value
        found = []
        if arg.startswith('--'):
            if self.allow_abbrev:
                name, sep, value = arg.partition('=')
                found = [(one, known, value if sep else None) for known, one in self._options.items()
                         if known.startswith(name)]
        else:
            for known, one in self._options.items():
                if known == arg[:2] and not known.startswith('--'):
                    found.append((one, known, arg[2:]))
                elif known.startswith(arg):
                    found.append((one, known, None))
        if len(found) > 1:
            self.error('ambiguous option: %s could match %s' % (arg, ', '.join([name for _, name, _ in found])))
        if found:
            return found[0]
        if _NEGATIVE.match(arg) and not any([_NEGATIVE.match(name) for name in self._options]):
            return None
        if ' ' in arg:
            return None
        return None, arg, None

    def _parse(self, args, namespace):
        kinds = []
        options = {}
        for i, arg in enumerate(args):
            if arg == '--':
                kinds.append('-')
                kinds.extend('A' * (len(args) - i - 1))
                break
            found = self._option(arg)
            if found is None:
                kinds.append('A')
            else:
                options[i] = found
                kinds.append('O')
        pattern = ''.join(kinds)
        seen = []
        extras = []
        waiting = [one for one in self._arguments if not one.option_strings]
        given = []

        def take(one, values, name=None):
            seen.append(one)
            value = self._values(one, values)
            if values or value != one.default:
                given.append(one)
                for group, _ in self._groups:
                    if one in group:
                        for other in group:
                            if other is not one and other in given:
                                raise ArgumentError(one.named(), 'not allowed with argument %s' % other.named())
            self._act(one, namespace, value, name)

        def positionals(start):
            for count in range(len(waiting), 0, -1):
                form = ''.join([self._form(one) for one in waiting[:count]])
                found = re.match(form, pattern[start:])
                if found is not None:
                    break
            else:
                return start
            for one, part in zip(waiting[:count], found.groups()):
                take(one, args[start:start + len(part)])
                start += len(part)
            del waiting[:count]
            return start

        def optional(start):
            one, name, value = options[start]
            if one is None:
                extras.append(args[start])
                return start + 1
            while value is not None:
                count = re.match(self._form(one), 'A')
                if one.nargs == 0 and not name.startswith('--') and value:
                    take(one, [], name)
                    name = '-' + value[0]
                    rest = value[1:] or None
                    if name not in self._options:
                        raise ArgumentError(one.named(), 'ignored explicit argument %r' % value)
                    one, value = self._options[name], rest
                    if value is None:
                        break
                elif count is not None and one.nargs != 0 and len(count.group(1)) == 1:
                    take(one, [value], name)
                    return start + 1
                else:
                    raise ArgumentError(one.named(), 'ignored explicit argument %r' % value)
            start += 1
            found = re.match(self._form(one), pattern[start:])
            if found is None:
                raise ArgumentError(one.named(), {
                    None: 'expected one argument', OPTIONAL: 'expected at most one argument',
                    ONE_OR_MORE: 'expected at least one argument'}.get(
                        one.nargs, 'expected %s argument%s' % (one.nargs, '' if one.nargs == 1 else 's')))
            size = len(found.group(1))
            take(one, args[start:start + size], name)
            return start + size

        start = 0
        last = max(options) if options else -1
        while start <= last:
            following = min([i for i in options if i >= start])
            if start != following:
                end = positionals(start)
                if end > start:
                    start = end
                    continue
                start = end
            if start not in options:
                extras.extend(args[start:following])
                start = following
            start = optional(start)
        stop = positionals(start)
        extras.extend(args[stop:])
        missing = []
        for one in self._arguments:
            if one not in seen:
                if one.required:
                    missing.append(one.named())
                elif (one.default is not None and isinstance(one.default, str) and hasattr(namespace, one.dest)
                        and one.default == getattr(namespace, one.dest)):
                    setattr(namespace, one.dest, self._value(one, one.default))
        if missing:
            self.error('the following arguments are required: %s' % ', '.join(missing))
        for group, required in self._groups:
            if required and not any([one in given for one in group]):
                self.error('one of the arguments %s is required' % ' '.join([one.named() for one in group]))
        return namespace, extras

    def _form(self, one):
        nargs = one.nargs
        if nargs is None:
            form = '(-*A-*)'
        elif nargs == OPTIONAL:
            form = '(-*A?-*)'
        elif nargs == ZERO_OR_MORE:
            form = '(-*[A-]*)'
        elif nargs == ONE_OR_MORE:
            form = '(-*A[A-]*)'
        elif nargs == REMAINDER:
            form = '([-AO]*)'
        else:
            form = '(-*%s-*)' % '-*'.join('A' * nargs)
        if one.option_strings:
            form = form.replace('-*', '').replace('-', '')
        return form

    def _value(self, one, text):
        if one.type is None:
            return text
        try:
            return one.type(text)
        except ArgumentTypeError as error:
            raise ArgumentError(one.named(), str(error))
        except (TypeError, ValueError):
            name = getattr(one.type, '__name__', repr(one.type))
            raise ArgumentError(one.named(), 'invalid %s value: %r' % (name, text))

    def _check(self, one, value):
        if one.choices is not None and value not in one.choices:
            raise ArgumentError(one.named(), 'invalid choice: %r (choose from %s)'
                                % (value, ', '.join(map(repr, one.choices))))

    def _values(self, one, texts):
        if one.nargs != REMAINDER and '--' in texts:
            texts = list(texts)
            texts.remove('--')
        if not texts and one.nargs == OPTIONAL:
            value = one.const if one.option_strings else one.default
            if isinstance(value, str):
                value = self._value(one, value)
                self._check(one, value)
            return value
        if not texts and one.nargs == ZERO_OR_MORE and not one.option_strings:
            value = one.default if one.default is not None else texts
            if one.default is not None:
                self._check(one, value)
            return value
        if len(texts) == 1 and one.nargs in (None, OPTIONAL):
            value = self._value(one, texts[0])
            self._check(one, value)
            return value
        values = [self._value(one, text) for text in texts]
        if one.nargs != REMAINDER:
            for value in values:
                self._check(one, value)
        return values

    def _act(self, one, namespace, value, name):
        action = one.action
        if action == 'store':
            setattr(namespace, one.dest, value)
        elif action in ('store_const', 'store_true', 'store_false'):
            setattr(namespace, one.dest, one.const)
        elif action == 'count':
            count = getattr(namespace, one.dest, None)
            setattr(namespace, one.dest, (0 if count is None else count) + 1)
        elif action in ('append', 'extend', 'append_const'):
            items = list(getattr(namespace, one.dest, None) or [])
            if action == 'extend':
                items.extend(value)
            else:
                items.append(one.const if action == 'append_const' else value)
            setattr(namespace, one.dest, items)
        else:
            refuse('what argparse prints')

    def print_usage(self, file=None):
        if file is None or file is sys.stdout:
            refuse('what argparse prints')

    print_help = print_usage

    def format_help(self):
        refuse('what argparse prints')

    format_usage = format_help

    def exit(self, status=0, message=None):
        sys.exit(status)

    def error(self, message):
        self.exit(2)
`,
);

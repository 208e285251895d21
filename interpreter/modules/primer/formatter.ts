// string.Formatter: format strings with hooks. https://docs.python.org/3.11/library/string.html#custom-string-formatting
import { primerModule } from './declare.ts';

export const formatter = primerModule(
  '_lockstep_formatter',
  String.raw`
class Formatter:
    __module__ = 'string'

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._formatted(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _formatted(self, text, args, kwargs, used, depth, number):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        out = []
        for literal, name, spec, conversion in self.parse(text):
            if literal:
                out.append(literal)
            if name is None:
                continue
            if name == '':
                if number is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(number)
                number += 1
            elif name.isdigit():
                if number:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                number = False
            obj, key = self.get_field(name, args, kwargs)
            used.add(key)
            obj = self.convert_field(obj, conversion)
            spec, number = self._formatted(spec, args, kwargs, used, depth - 1, number)
            out.append(self.format_field(obj, spec))
        return ''.join(out), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        if not isinstance(format_string, str):
            raise TypeError('expected str, got ' + type(format_string).__name__)
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, key in rest:
            obj = getattr(obj, key) if is_attr else obj[key]
        return obj, first


def _fields(text):
    '''Of each field the literal text before it, its name, its format and its conversion.'''
    literal = ''
    at = 0
    while at < len(text):
        char = text[at]
        at += 1
        if char not in '{}':
            literal += char
            continue
        if text[at:at + 1] == char:
            yield literal + char, None, None, None
            at += 1
        elif char == '}':
            raise ValueError("Single '}' encountered in format string")
        else:
            name, spec, conversion, at = _field(text, at)
            yield literal, name, spec, conversion
        literal = ''
    if literal:
        yield literal, None, None, None


def _field(text, at):
    '''The field that begins at a place, and where the text goes on.'''
    if at >= len(text):
        raise ValueError("Single '{' encountered in format string")
    start = at
    brackets = False
    while at < len(text) and (brackets or text[at] not in ':!}'):
        if text[at] == '[':
            brackets = True
        elif text[at] == ']':
            brackets = False
        elif text[at] == '{' and not brackets:
            raise ValueError("unexpected '{' in field name")
        at += 1
    name = text[start:at]
    conversion = None
    if at < len(text) and text[at] == '!':
        conversion = text[at + 1:at + 2]
        if conversion in ('', '}'):
            raise ValueError("end of string while looking for conversion specifier" if conversion == ''
                             else "unmatched '{' in format spec")
        at += 2
        if at < len(text) and text[at] not in ':}':
            raise ValueError("expected ':' after conversion specifier")
    if at >= len(text):
        raise ValueError("expected '}' before end of string" if conversion is None
                         else "unmatched '{' in format spec")
    if text[at] == '}':
        return name, '', conversion, at + 1
    start = at = at + 1
    depth = 1
    while at < len(text):
        if text[at] == '{':
            depth += 1
        elif text[at] == '}':
            depth -= 1
            if depth == 0:
                return name, text[start:at], conversion, at + 1
        at += 1
    raise ValueError("expected '}' before end of string" if depth == 1 else "unmatched '{' in format spec")


def _split(name):
    '''The first part of a field name, and the attributes and items after it.'''
    end = min([at for at in (name.find('.'), name.find('[')) if at >= 0], default=len(name))
    first, rest = name[:end], []
    at = end
    while at < len(name):
        if name[at] == '.':
            end = min([i for i in (name.find('.', at + 1), name.find('[', at + 1)) if i >= 0], default=len(name))
            key = name[at + 1:end]
            rest.append((True, key))
        elif name[at] == '[':
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            rest.append((False, int(key) if key.isdigit() else key))
            end += 1
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if key == '':
            raise ValueError('Empty attribute in format string')
        at = end
    return (int(first) if first.isdigit() else first), rest
`,
);

// string.Template: the part of module string that is written in Primer.
// https://docs.python.org/3.11/library/string.html#template-strings
import { primerModule } from './declare.ts';

export const template = primerModule(
  '_lockstep_template',
  String.raw`
import re
from collections import ChainMap

_absent = object()


class Template:
    '''A string class for supporting $-substitutions.'''

    __module__ = 'string'
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = re.IGNORECASE

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.pattern if 'pattern' in vars(cls) else _form(cls)
        cls.pattern = re.compile(own, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _invalid(self, found):
        at = found.start('invalid')
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            column, line = 1, 1
        else:
            column, line = at - len(''.join(lines[:-1])), len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (line, column))

    def substitute(self, mapping=_absent, /, **kws):
        mapping = _joined(mapping, kws)

        def convert(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                return str(mapping[name])
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is not None:
                self._invalid(found)
            self._unrecognized()
        return self.pattern.sub(convert, self.template)

    def safe_substitute(self, mapping=_absent, /, **kws):
        mapping = _joined(mapping, kws)

        def convert(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                try:
                    return str(mapping[name])
                except KeyError:
                    return found.group()
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is not None:
                return found.group()
            self._unrecognized()
        return self.pattern.sub(convert, self.template)

    def _unrecognized(self):
        raise ValueError('Unrecognized named group in pattern', self.pattern)

    def _found(self):
        for found in self.pattern.finditer(self.template):
            if all(found.group(name) is None for name in ('named', 'braced', 'escaped', 'invalid')):
                self._unrecognized()
            yield found

    def is_valid(self):
        for found in self.pattern.finditer(self.template):
            if found.group('invalid') is not None:
                return False
            if all(found.group(name) is None for name in ('named', 'braced', 'escaped')):
                self._unrecognized()
        return True

    def get_identifiers(self):
        names = []
        for found in self._found():
            name = found.group('named') or found.group('braced')
            if name is not None and name not in names:
                names.append(name)
        return names


def _joined(mapping, kws):
    if mapping is _absent:
        return kws
    return ChainMap(kws, mapping) if kws else mapping


def _form(cls):
    delimiter = re.escape(cls.delimiter)
    return r'''
        %s(?:
          (?P<escaped>%s)  |
          (?P<named>%s)    |
          {(?P<braced>%s)} |
          (?P<invalid>)
        )''' % (delimiter, delimiter, cls.idpattern, cls.braceidpattern or cls.idpattern)


Template.pattern = re.compile(_form(Template), Template.flags | re.VERBOSE)
`,
);

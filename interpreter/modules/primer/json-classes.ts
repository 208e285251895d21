// json.JSONEncoder and JSONDecoder, `dump` and `load`: the parts of module json that are written in Primer, over the
// native functions on strings. Chunks of a document are not told apart: what would show them is refused.
// https://docs.python.org/3.11/library/json.html#encoders-and-decoders
import { primerModule } from './declare.ts';

export const jsonClasses = primerModule(
  '_lockstep_json',
  String.raw`
import json
from _lockstep import refuse


class JSONEncoder:
    '''Extensible JSON <https://json.org> encoder for Python data structures.'''

    __module__ = 'json.encoder'
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        if isinstance(o, str):
            return json.dumps(o, ensure_ascii=self.ensure_ascii)
        return ''.join(list(self.iterencode(o, _one_shot=True)))

    def iterencode(self, o, _one_shot=False):
        if not _one_shot:
            refuse('the chunks of a JSON document')
        return (json.dumps(o, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii,
                           check_circular=self.check_circular, allow_nan=self.allow_nan, indent=self.indent,
                           separators=(self.item_separator, self.key_separator), default=self.default,
                           sort_keys=self.sort_keys),)


class JSONDecoder:
    '''Simple JSON <https://json.org> decoder'''

    __module__ = 'json.decoder'

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        if not isinstance(s, str):
            raise TypeError('expected string or bytes-like object, got %r' % type(s).__name__)
        return json.loads(s, object_hook=self.object_hook, parse_float=self.parse_float, parse_int=self.parse_int,
                          parse_constant=self.parse_constant, strict=self.strict,
                          object_pairs_hook=self.object_pairs_hook)

    def raw_decode(self, s, idx=0):
        refuse('JSONDecoder.raw_decode')


def _is_ours(fp):
    return type(fp).__module__ == '_io'


def dump(obj, fp, *, cls=None, **kw):
    if not _is_ours(fp) or cls is not None and 'iterencode' in vars(cls):
        refuse('the chunks of a JSON document')
    try:
        text = json.dumps(obj, cls=cls, **kw)
    except Exception:
        refuse('json.dump of what cannot be dumped')
    fp.write(text)


def load(fp, **kw):
    return json.loads(fp.read(), **kw)
`,
);

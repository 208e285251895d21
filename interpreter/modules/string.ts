// Module string. https://docs.python.org/3.11/library/string.html
import type { Runtime } from '../runtime.ts';
import { requireText } from '../builtins/text-args.ts';
import { getAttr } from '../values/attributes.ts';
import { unbox } from '../values/boxed.ts';
import { capitalize } from '../values/letter-case.ts';
import type { Value } from '../values/objects.ts';
import { splitSpace, splitText } from '../values/text-search.ts';
import { isSpace } from '../values/unicode.ts';
import { defineModule } from './define.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const WHITESPACE = ' \t\n\r\v\f';

export const string = defineModule('string', (module) => {
  module.value('ascii_letters', LOWER + UPPER);
  module.value('ascii_lowercase', LOWER);
  module.value('ascii_uppercase', UPPER);
  module.value('digits', DIGITS);
  module.value('hexdigits', `${DIGITS}abcdefABCDEF`);
  module.value('octdigits', '01234567');
  module.value('printable', DIGITS + LOWER + UPPER + PUNCTUATION + WHITESPACE);
  module.value('punctuation', PUNCTUATION);
  module.value('whitespace', WHITESPACE);
  module.function(
    'capwords(s, sep=None)',
    (rt: Runtime, s: Value, sep: Value) => {
      if (typeof unbox(s) !== 'string') return rt.call(getAttr(rt, s, 'split'), [sep]);
      const text = requireText(s);
      rt.charge(text.length);
      const words = sep === null ? splitSpace(text, -1, isSpace) : splitText(text, requireText(sep), -1);
      return words.map(capitalize).join(sep === null || sep === '' ? ' ' : requireText(sep));
    },
    'python',
  );
  module.primer('Template', '_lockstep_template');
  module.primer('Formatter', '_lockstep_formatter');
});

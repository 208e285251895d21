// Rules for what is in what: keys, elements, letters; what has been seen before and what is new.
import { affirmed, last, ref, rules, type Rule } from './rule.ts';
import { NOTHING, relation } from './conditions.ts';

const ENTRY = 'key|entry|element|item|record|count';
const SEEN = '=counted|=seen|=added|=met|=visited|=encountered|=recorded|=stored|=registered';
const IT =
  'it|this|that|that one|this one|them|this key|that key|this letter|that letter|this word|that word';

export const MEMBERSHIP_RULES: readonly Rule[] = [
  ...rules(
    [
      `<S:s> <DO:be> (appear|exist|occur) (in it|there|<END>)`,
      `<S:s> <BE:be> (a key|one of the keys|among the keys|one of the elements) <END>`,
    ],
    (c) => relation(ref(c, 's'), 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(
    [
      `<S:s> <BE:be> [already|present|found|contained] (in|inside|among) the <KIND:k>`,
      `<S:s> <BE:be> (in|inside) the <KIND:k> (already|yet)`,
    ],
    (c) => relation(ref(c, 's'), 'in', { loose: c['k'] as string }, affirmed(c, 'be')),
  ),
  ...rules(
    [
      `<S:s> <DO:do> (appear|exist|occur|show up) in <V:v>`,
      `<S:s> <BE:do> (a key|an element|one) (of|in) <V:v>`,
    ],
    (c) => relation(ref(c, 's'), 'in', { code: last(c, 'v') }, affirmed(c, 'do')),
  ),
  ...rules([`there <BE:be> such (key|entry|element|item)`], (c) =>
    relation({ loose: 'it' }, 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules([`(there <BE>|has) no such (key|entry|element|item)`, `cannot be found`, `can not be found`], () =>
    relation({ loose: 'it' }, 'in', NOTHING, false),
  ),
  ...rules([`<S:s> (cannot|can not) (be found|find) [in <V:v>]`], (c) =>
    relation(ref(c, 's'), 'in', c['v'] === undefined ? NOTHING : { code: last(c, 'v') }, false),
  ),
  ...rules(
    [
      '<S:s> <BE:be> [already] (in it|in there|there|in <END>|present|known|among them)',
      '<S:s> <BE:be> already in',
    ],
    (c) => relation(ref(c, 's'), 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(['[<S:s>] not (in it|in there|there|in <END>|present)'], (c) =>
    relation(ref(c, 's'), 'in', NOTHING, false),
  ),
  ...rules(['in it <END>', 'in there <END>', 'already there'], () => relation(NOTHING, 'in', NOTHING, true)),
  ...rules(['<S:s> <BE:be> (new|missing|absent) <END>'], (c) =>
    relation(ref(c, 's'), 'not in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(['(has|have) not been (counted|seen|added|met|visited) [before|yet|so far]'], () =>
    relation({ loose: 'it' }, 'in', { loose: 'container' }, false),
  ),
  ...rules(['<S:s> has no entry [yet|so far]'], (c) =>
    relation({ loose: 'it' }, 'not in', ref(c, 's'), true),
  ),
  // `we have already seen that one`
  ...rules(
    [
      `(have|has|had) [already|been] (${SEEN}) [<IT>] [before|already|earlier|by now|too] <END>`.replace(
        '<IT>',
        IT,
      ),
    ],
    () => relation({ loose: 'it' }, 'in', { loose: 'container' }, true),
  ),
  ...rules([`(already|still) (have|has|had) (${IT}) <END>`, `have (${IT}) already`], () =>
    relation({ loose: 'it' }, 'in', NOTHING, true),
  ),
  ...rules(
    [
      `(have|has|had) not [yet] [been] (${SEEN}) (${IT}) [before|yet|so far]`,
      `(do|does|did) not (have|know) (${IT}) [yet|so far] <END>`,
      `(first|only) time [that] [we] [see|meet|encounter|come across] (${IT})`,
    ],
    () => relation({ loose: 'it' }, 'in', { loose: 'container' }, false),
  ),
  // `the key 3 does not exist yet`
  ...rules([`<S:s> <DO:do> [already|yet] (exist|appear) [already|yet|there|before]`], (c) =>
    relation(ref(c, 's'), 'in', NOTHING, affirmed(c, 'do')),
  ),
  ...rules([`(this|that|the) (key|entry) <DO:do> [already|yet] (exist|appear) [already|yet]`], (c) =>
    relation({ loose: 'it' }, 'in', NOTHING, affirmed(c, 'do')),
  ),
  ...rules(
    [
      `<E:e> <DO:do> [already] (has|have|hold|contain) [already] (a|an|the) (${ENTRY}) (for|of|called|named) <V:v>`,
    ],
    (c) => relation({ code: last(c, 'v') }, 'in', ref(c, 'e'), affirmed(c, 'do')),
  ),
  ...rules([`<E:e> (has|have|holds|contains) no [such] (${ENTRY}) [yet] (for|of|called|named) <V:v>`], (c) =>
    relation({ code: last(c, 'v') }, 'in', ref(c, 'e'), false),
  ),
  ...rules([`<S:s> (has|have|gets) no (${ENTRY}) in <V:v>`], (c) =>
    relation(ref(c, 's'), 'in', { code: last(c, 'v') }, false),
  ),
  ...rules([`<S:s> [already] (has|have) [already] (a|an) (${ENTRY}) in <V:v>`], (c) =>
    relation(ref(c, 's'), 'in', { code: last(c, 'v') }, true),
  ),
  ...rules([`there <BE:be> [already|yet] (a|an|any) (${ENTRY}) for <V:v>`], (c) =>
    relation({ code: last(c, 'v') }, 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules([`there <BE:be> [already|yet] (a|an|any) (${ENTRY}) for (${IT})`], (c) =>
    relation({ loose: 'it' }, 'in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules([`there <BE> no (${ENTRY}) for <V:v>`], (c) =>
    relation({ code: last(c, 'v') }, 'in', NOTHING, false),
  ),
  ...rules([`there <BE> no (${ENTRY}) for (${IT})`], () => relation({ loose: 'it' }, 'in', NOTHING, false)),
  ...rules(
    [
      `<S:s> <BE:be> [already|yet|also|still] (a|one of the) (key|keys|element|elements|member|members) (of|in) <V:v>`,
    ],
    (c) => relation(ref(c, 's'), 'in', { code: last(c, 'v') }, affirmed(c, 'be')),
  ),
  ...rules(
    [`<S:s> <BE:be> (a new|a fresh|an unseen) (key|entry|element|letter|word|value|number|character) <END>`],
    (c) => relation(ref(c, 's'), 'not in', NOTHING, affirmed(c, 'be')),
  ),
  ...rules(
    [`<S:s> <BE:be> (new|missing|absent|unseen|unknown|not there) (as well|in <V:v>|from <V:v>|to <V:v>)`],
    (c) =>
      relation(
        ref(c, 's'),
        'not in',
        c['v'] === undefined ? NOTHING : { code: last(c, 'v') },
        affirmed(c, 'be'),
      ),
  ),
  ...rules([`<START> [also] (new|missing|absent|unseen) <END>`], () =>
    relation(NOTHING, 'not in', NOTHING, true),
  ),
  // `4: in b`, `→ not in counts`
  ...rules(
    [
      `<LEAD> in <IN:v> <END>`,
      `, in <IN:v> (;|, so)`,
      `<JOINT> (already|also) in <IN:v> <END>`,
      `<JOINT> [already|also] (found|present|contained) in <IN:v>`,
    ],
    (c) => relation(NOTHING, 'in', { code: c['v'] as string }, true),
  ),
  ...rules([`(we|i|you) (can not|do not|cannot|did not) (find|see) <V:w> in <V:v>`], (c) =>
    relation({ code: last(c, 'w') }, 'in', { code: last(c, 'v') }, false),
  ),
  ...rules([`(we|i|you) [do|did] (find|see) <V:w> in <V:v>`], (c) =>
    relation({ code: last(c, 'w') }, 'in', { code: last(c, 'v') }, true),
  ),
  ...rules([`(we|i|you) (can not|do not|cannot|did not) (find|see) (${IT}) in <V:v>`], (c) =>
    relation({ loose: 'it' }, 'in', { code: last(c, 'v') }, false),
  ),
  ...rules([`(which|that) (we|i|you) (can not|do not|cannot|did not) (find|see) in <V:v>`], (c) =>
    relation({ loose: 'which' }, 'in', { code: last(c, 'v') }, false),
  ),
  ...rules(
    [
      `(which|that) (we|i|you) (can|do|did|=find) [also] (find|see|=found) in <V:v>`,
      `(we|i|you) (can|do|did) (find|see) (${IT}) in <V:v>`,
    ],
    (c) => relation({ loose: 'which' }, 'in', { code: last(c, 'v') }, true),
  ),
  ...rules([`<E:e> <DO:do> (contain|include|have) (${IT})`], (c) =>
    relation({ loose: 'it' }, 'in', ref(c, 'e'), affirmed(c, 'do')),
  ),
];

// Methods of match objects. https://docs.python.org/3.11/library/re.html#match-objects
import { method, nativeProperty } from '../../builtins/declare.ts';
import { declareGeneric } from '../../builtins/generic-types.ts';
import { requireText } from '../../builtins/text-args.ts';
import type { Runtime } from '../../runtime.ts';
import { asIndex } from '../../values/as-index.ts';
import { PyDict } from '../../values/dict.ts';
import { indexError } from '../../values/errors.ts';
import { hashKey } from '../../values/hash-key.ts';
import type { Value } from '../../values/objects.ts';
import { strRepr } from '../../values/str-repr.ts';
import { PyTuple } from '../../values/tuple.ts';
import { unbox } from '../../values/boxed.ts';
import { matchClass, type PyMatch } from './objects.ts';
import { expandTemplate, parseTemplate } from './template.ts';

/** How much of the matched text a repr shows. */
const SHOWN = 50;

declareGeneric(matchClass);

/** The number of the group that a program names by number or name. */
function groupIndex(rt: Runtime, match: PyMatch, given: Value): number {
  const name = unbox(given);
  const index = typeof name === 'string' ? match.pattern.regex.names.get(name) : asIndex(rt, given);
  // what is no number is looked for among the names, so that it must have a hash
  if (index === undefined && match.pattern.regex.names.size > 0) hashKey(rt, given);
  if (typeof index !== 'number' || index < 0 || index >= match.spans.length)
    return indexError('no such group');
  return index;
}

/** The text of a group, `absent` when it did not match. */
function groupText(match: PyMatch, group: number, absent: Value): Value {
  return match.text(group) ?? absent;
}

function allGroups(match: PyMatch, absent: Value): Value[] {
  return match.spans.slice(1).map((_, i) => groupText(match, i + 1, absent));
}

method(matchClass, 'group(*args)', (rt: Runtime, self: PyMatch, args: readonly Value[]) => {
  if (args.length === 0) return groupText(self, 0, null);
  const texts = args.map((arg) => groupText(self, groupIndex(rt, self, arg), null));
  return texts.length === 1 ? texts[0] : new PyTuple(texts);
});
method(matchClass, '__getitem__(key, /)', (rt: Runtime, self: PyMatch, key: Value) =>
  groupText(self, groupIndex(rt, self, key), null),
);
method(
  matchClass,
  'groups(default=None)',
  (_rt: Runtime, self: PyMatch, absent: Value) => new PyTuple(allGroups(self, absent)),
);
method(matchClass, 'groupdict(default=None)', (rt: Runtime, self: PyMatch, absent: Value) => {
  const dict = new PyDict();
  for (const [name, group] of self.pattern.regex.names) dict.set(rt, name, groupText(self, group, absent));
  return dict;
});
method(
  matchClass,
  'start(group=0, /)',
  (rt: Runtime, self: PyMatch, group: Value) => self.spans[groupIndex(rt, self, group)][0],
);
method(
  matchClass,
  'end(group=0, /)',
  (rt: Runtime, self: PyMatch, group: Value) => self.spans[groupIndex(rt, self, group)][1],
);
method(
  matchClass,
  'span(group=0, /)',
  (rt: Runtime, self: PyMatch, group: Value) => new PyTuple([...self.spans[groupIndex(rt, self, group)]]),
);
method(matchClass, 'expand(template)', (rt: Runtime, self: PyMatch, template: Value) =>
  expandTemplate(rt, parseTemplate(rt, self.pattern, requireText(template)), self),
);
for (const name of ['__copy__()', '__deepcopy__(memo, /)'])
  method(matchClass, name, (_rt: Runtime, self: PyMatch) => self);
method(matchClass, '__repr__()', (_rt: Runtime, self: PyMatch) => {
  const [start, end] = self.spans[0];
  const shown = Array.from(strRepr(self.text(0) as string))
    .slice(0, SHOWN)
    .join('');
  return `<re.Match object; span=(${start}, ${end}), match=${shown}>`;
});

nativeProperty(matchClass, 're', (_rt, self: PyMatch) => self.pattern);
nativeProperty(matchClass, 'string', (_rt, self: PyMatch) => self.subject.text);
nativeProperty(matchClass, 'pos', (_rt, self: PyMatch) => self.region[0]);
nativeProperty(matchClass, 'endpos', (_rt, self: PyMatch) => self.region[1]);
nativeProperty(matchClass, 'lastindex', (_rt, self: PyMatch) => self.lastGroup);
nativeProperty(matchClass, 'lastgroup', (_rt, self: PyMatch) => {
  for (const [name, group] of self.pattern.regex.names) if (group === self.lastGroup) return name;
  return null;
});
nativeProperty(
  matchClass,
  'regs',
  (_rt, self: PyMatch) => new PyTuple(self.spans.map((span) => new PyTuple([...span]))),
);

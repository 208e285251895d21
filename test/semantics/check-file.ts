// `npm run semantics`: the expressions of a file `{python, cases: [{expr, repr, type | error, text}]}`,
// held against the answers in it. Prints how many are exact, refused by name and different, and lists the latter two.
import { command, file, jsonOf } from '../../scripts/command-line.js';
import type { Answer } from '../support/python.ts';
import { answerText, ownEvaluation } from './compare.ts';

interface File {
  readonly python: string;
  readonly cases: readonly (Answer & { readonly expr: string })[];
}

const program = command(
  'semantics',
  'Holds expressions against the answers of CPython beside them: how many are exact, refused by name and different, and ' +
    'lists the latter two.',
  'expressions.json',
)
  .argument('<FILE>', 'JSON: {python, cases: [{expr, repr, type | error, text}]}', file)
  .parse();
const { python, cases } = jsonOf(program, program.args[0]!) as File;
if (!Array.isArray(cases)) program.error(`${program.args[0]} has no cases`);
const refused: string[] = [];
const different: string[] = [];
for (const theirs of cases) {
  const ours = ownEvaluation(theirs.expr);
  if ('refused' in ours) refused.push(`${theirs.expr}: ${ours.refused}`);
  else if (answerText(ours) !== answerText(theirs))
    different.push(`${theirs.expr}\n  ours:   ${answerText(ours)}\n  theirs: ${answerText(theirs)}`);
}
for (const line of refused) console.log(`refused    ${line}`);
for (const line of different) console.log(`DIFFERENT  ${line}`);
const exact = cases.length - refused.length - different.length;
console.log(
  `${cases.length} expressions of CPython ${python.split(' ')[0]}: ${exact} exact, ${refused.length} refused, ${different.length} different`,
);
process.exitCode = different.length > 0 ? 1 : 0;

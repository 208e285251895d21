// A whole generated program: imports, definitions, statements, and the call that ends it. The same for the same seed
// and index.
import { Draw } from '../../corpus/draw.ts';
import { classDef, functionDef, generatorDef, recordDef, recursiveDef } from './definitions.ts';
import { call } from './expressions.ts';
import { Scope } from './scope.ts';
import { statement } from './statements.ts';

export interface Generated {
  readonly code: string;
  readonly call: string | null;
}

const IMPORTS = [
  'import bisect, copy, functools, heapq, itertools, json, math, operator, re, string',
  'from collections import Counter, OrderedDict, defaultdict, deque, namedtuple',
  'from dataclasses import dataclass, field',
];

/** The program of that index. */
export function generateProgram(seed: number, index: number): Generated {
  const draw = Draw.of('fuzz', seed, index);
  const scope = new Scope(draw);
  const lines = [...IMPORTS, ''];
  const makers = [functionDef, functionDef, generatorDef, classDef, classDef, recordDef, recursiveDef];
  for (let i = draw.int(1, 4); i > 0; i--) lines.push(...draw.pick(makers)(scope), '');
  const place = { loop: false, func: 'none', result: 'I' } as const;
  for (let i = draw.int(2, 7); i > 0; i--) {
    const made = statement(scope, place, 3);
    if (draw.chance(0.4)) lines.push(...made);
    else
      lines.push(
        'try:',
        ...made.map((line) => `    ${line}`),
        'except Exception as error:',
        '    print(repr(error))',
      );
  }
  const callable = scope.functions.filter(({ name }) => name.startsWith('f') || name.startsWith('r'));
  const last = callable.length === 0 ? null : draw.pick(callable);
  return {
    code: `${lines.join('\n')}\n`,
    call: last === null ? null : call(scope.inner(), last.name, last.params, 2),
  };
}

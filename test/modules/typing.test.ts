// What the arguments of types are is refused where CPython has references of a kind of its own for names.
import { expect, test } from 'vitest';
import { ownAnswer } from '../support/own-answer.ts';

test.each([
  "get_args(Optional['Node'])",
  "get_args(Union['A', int])",
  "List['Node'].__args__",
  "get_args(Callable[['A'], int])",
])('%s is refused', (expression) => {
  const code = `from typing import *\nprint(${expression})\n`;
  expect(ownAnswer({ code, call: null, lines: 0 })).toEqual({ refused: 'references to types by name' });
});

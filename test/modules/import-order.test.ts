// A module of the library can be imported before the rest of the interpreter: no import needs another to come first.
import { expect, test } from 'vitest';
import { primerModule } from '../../interpreter/modules/primer/declare.ts';
import { enumModule } from '../../interpreter/modules/primer/enum.ts';
import { libraryProgram } from '../../interpreter/modules/primer/compile.ts';

test('library modules stand on their own', () => {
  expect(libraryProgram(enumModule).names).toContain('Enum');
  expect(libraryProgram(primerModule('own', 'x = 1\n')).names).toContain('x');
});

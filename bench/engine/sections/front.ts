// From text to code: parsing, scopes, types, compiling, on generated programs. What is parsed is printed again first and
// has to be the same text; that the code is right, `generatedPrograms` has made sure.
import { analyzeScopes, parse, print, Source } from '../../../grammar/index.ts';
import { checkTypes } from '../../../grammar/types/check.ts';
import { compileProgram } from '../../../interpreter/index.ts';
import { generatedPrograms } from '../generated.ts';
import { measure, type Section } from '../section.ts';

const PROGRAMS = 150;

export const front: Section = {
  name: 'front',
  about: 'parse, analyse, check types, compile: MB/s of source and µs a program',
  async run(results) {
    const programs = generatedPrograms(PROGRAMS);
    const bytes = programs.reduce((sum, { text }) => sum + Buffer.byteLength(text.source), 0);
    for (const { module, text } of programs)
      if (print(module) !== text.source) throw new Error('print and parse differ');
    const seconds = await measure('front', {
      parse: () => {
        for (const { text } of programs) parse(new Source(text.source));
      },
      scopes: () => {
        for (const { module } of programs) analyzeScopes(module);
      },
      types: () => {
        for (const { module, scopes, call } of programs) checkTypes(module, scopes, call?.expr ?? null);
      },
      compile: () => {
        for (const { module, scopes, source, call } of programs) compileProgram(module, scopes, source, call);
      },
    });
    const table: Record<string, Record<string, string>> = {};
    for (const [stage, taken] of Object.entries(seconds)) {
      results.add(`${stage}, of source`, bytes / taken / 1e6, 'MB/s');
      const each = (taken / PROGRAMS) * 1e6;
      results.add(`${stage}, a program`, each, 'µs');
      table[stage] = { 'MB/s': (bytes / taken / 1e6).toFixed(2), 'µs a program': each.toFixed(1) };
    }
    console.log(`${PROGRAMS} generated programs, ${(bytes / PROGRAMS).toFixed(0)} bytes each`);
    console.table(table);
  },
};

// Whole programs that use the library and the builtins, one file each beside this one: they end as under CPython.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { hasPython } from '../support/python.ts';
import { expectSameEndings } from '../support/programs.ts';

const FOLDERS = ['modules', 'builtins'];

describe.skipIf(!hasPython)('programs end as under CPython', () => {
  for (const folder of FOLDERS) {
    const path = new URL(`../${folder}/programs/`, import.meta.url);
    const files = readdirSync(path).filter((file) => file.endsWith('.py'));
    it.each(files.sort())(`${folder}/%s`, (file) => {
      expectSameEndings([readFileSync(new URL(file, path), 'utf8')]);
    });
  }
});

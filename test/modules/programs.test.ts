// Whole programs that use the library and the builtins, one file each beside this one: they print what CPython prints.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasPython, runPython } from '../support/python.ts';
import { ourEnding } from '../support/programs.ts';

const FOLDERS = ['modules', 'builtins'];

describe.skipIf(!hasPython)('programs print what CPython prints', () => {
  for (const folder of FOLDERS) {
    const path = new URL(`../${folder}/programs/`, import.meta.url);
    const files = readdirSync(path).filter((file) => file.endsWith('.py'));
    it.each(files.sort())(`${folder}/%s`, (file) => {
      const program = readFileSync(new URL(file, path), 'utf8');
      expect(ourEnding(program)).toBe(runPython(program));
    });
  }
});

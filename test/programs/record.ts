// Writes CPython's answers into the programs of this folder: `npx tsx test/programs/record.ts`. To be run, with
// python3.11, after a program was changed; read the difference before committing it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotate, annotatedPrograms, askPythonAbout, folder } from './annotated.ts';

const programs = annotatedPrograms();
const answers = askPythonAbout(programs);
for (const [i, program] of programs.entries())
  writeFileSync(join(folder, program.name), annotate(program, answers[i]));

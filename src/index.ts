// The library: what `import { … } from 'lockstep'` gives. Everything here is stable; all else may change.
export { BadInput } from './bad-input.ts';
export { compileProgram, execute, judge, makeRow, Rejected, tell, Unfaithful } from './pipeline/index.ts';
export type {
  Compiled,
  Complaint,
  Ending,
  Execution,
  Place,
  ProgramText,
  RowLabels,
  RowWording,
  Wording,
} from './pipeline/index.ts';
export {
  ask,
  askAgain,
  BadQuestion,
  NoQuestion,
  TASK_SUMMARIES,
  TracedRun,
  taskNames,
} from './tasks/index.ts';
export type { Judged, Posed, QuestionData, QuestionSeed, TaskName } from './tasks/index.ts';
export { extentOf, instructionRows, lineRows } from './views/index.ts';
export type { Extent, InstructionRow, LineRow } from './views/index.ts';
export { rowProblem, rowSchema, SPLITS } from './record.ts';
export type { Claim, Features, Row, Split } from './record.ts';
export { DEFAULT_LIMITS } from '../interpreter/index.ts';
export type { Limits, Outcome } from '../interpreter/index.ts';
export { LINE_STYLES, STYLES } from '../verbalizer/index.ts';
export type { StyleName, Verdict } from '../verbalizer/index.ts';
export { version } from './version.ts';

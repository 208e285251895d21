// The pipeline from a program's text to its run, its words and its row.
export { judgeAnyText, viewOf } from './any-text.ts';
export { sha256 } from './claims.ts';
export { compileProgram, compileTree, type Compiled, type ProgramText } from './program.ts';
export { execute, executeWithin, exceptionLine, type Ending, type Execution } from './execution.ts';
export type { Place } from './place.ts';
export { Rejected, unsupportedCode, type Complaint } from './rejected.ts';
export {
  makeRow,
  phrasingSeed,
  ROW_STAGES,
  RowInMaking,
  splitOf,
  treesOf,
  Unfaithful,
  type RowLabels,
} from './row.ts';
export { isStrict } from './strictness.ts';
export { judge, tell, type Telling } from './telling.ts';
export type { RowWording, Wording } from './wording.ts';

// The public face of the interpreter layer.
export { codeAt, type CodeObject, type Program } from './code.ts';
export { compileProgram, type CallSource } from './compiler/index.ts';
export { disassemble } from './disassemble.ts';
export { DEFAULT_LIMITS, type LimitName, type Limits } from './limits.ts';
export { LimitReached, Unsupported, type NondeterminismCause, type Outcome, type Place } from './outcome.ts';
export {
  runProgram,
  runWindow,
  runWithin,
  TIERS,
  type RunOptions,
  type RunResult,
  type TierName,
  type WindowResult,
} from './run.ts';

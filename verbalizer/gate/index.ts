// The public face of the gate.
export { gate, gateOf, gateOriginal, type GateOriginal } from './gate.ts';
export type { GateParagraph, GateReason, GateVerdict, GateViolation, Target, Telling } from './gate.ts';
export { isJudged } from './targets.ts';

// What the gate says of a rewritten text. Data only.

export type GateReason =
  /** It is not so in the run. */
  | 'false'
  /** It is so, but not here. */
  | 'order'
  /** An essential claim of the original is not made. */
  | 'missing'
  /** A number, string, name or computation that the run does not account for at this point. */
  | 'unaccounted'
  /** Words that cannot be checked. */
  | 'not understood'
  /** Talk of traces, tools or templates; code blocks. */
  | 'forbidden';

/** What is wrong with a claim. */
export interface Fault {
  readonly reason: GateReason;
  readonly message: string;
}

export interface GateViolation {
  readonly reason: GateReason;
  /** UTF-16 offsets into the rewritten text; for what is missing, where it should have stood. */
  readonly span: readonly [number, number];
  /** The stretch itself; empty for what is missing. */
  readonly quote: string;
  /** What is wrong, in words that a model can be sent. */
  readonly message: string;
  /** Source line that it is about, when one is known. */
  readonly line: number | null;
  /** The step that is missing. */
  readonly step?: number;
}

export interface GateParagraph {
  readonly span: readonly [number, number];
  readonly accepted: boolean;
  readonly violations: readonly GateViolation[];
}

export interface GateVerdict {
  readonly accepted: boolean;
  readonly violations: readonly GateViolation[];
  /** The same by paragraphs of the rewritten text. */
  readonly paragraphs: readonly GateParagraph[];
  /** Essential claims of the original, and how many of them the text makes. */
  readonly essential: number;
  readonly told: number;
  /** For each told target the stretches that tell it: whoever drops them drops the claim. */
  readonly tellings: readonly Telling[];
}

export interface Telling {
  readonly target: number;
  readonly spans: readonly (readonly [number, number])[];
}

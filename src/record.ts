// The row of a dataset: the one declaration of its fields. Writers, readers, exporters and docs derive from it.
// Knows nothing of how a row is made.
import { z } from 'zod';

const count = z.int().nonnegative();

/** Half-open: from the first position to the one after the last. */
const span = z.tuple([count, count]);

const programSchema = z.strictObject({
  /** The whole source text, UTF-8, as CPython would be given it. */
  source: z.string(),
  /** The expression that is evaluated after the module ran; null when the module itself is the run. */
  call: z.string().nullable(),
  /** SHA-256 of `source` in UTF-8, in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** What `input()` reads; left out when it is nothing. */
  input: z.string().min(1).optional(),
  /** True when every name has a static type; false for a gradual program. */
  strict: z.boolean(),
});

const traceSchema = z.strictObject({
  /** 64 bits over the canonical event stream, in hex. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** Executed instructions. */
  events: count,
  /** Executed lines: how often the run came to a line. */
  lines: count,
});

/** A value that stands abbreviated, by its length, beginning and end, and what the whole of it is. */
const digestSchema = z.strictObject({
  /** Where the abbreviation stands in `reasoning`, in code points. */
  text: span,
  /**
   * SHA-256, in hex, of the whole value's `repr` in UTF-8; for an object without a `repr` of its own, of its class's name
   * with its attributes: `Node(value=1, next=None)`.
   */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const claimSchema = z.strictObject({
  /** Where the claim stands in `reasoning`, in code points (what Python's slices count). */
  text: span,
  /** The events of the trace that it speaks of. */
  events: span,
  /** The source line, from 1. */
  line: count,
  /** The values that it abbreviates; left out when there is none. */
  digests: z.array(digestSchema).min(1).optional(),
});

const polishSchema = z.strictObject({
  /** As the server names it. */
  model: z.string(),
  /** Answers that the model gave for this row. */
  attempts: count,
  /** Whether any words of the model stand in `reasoning`. */
  accepted: z.boolean(),
  /** How much of the text is the model's: all of it, some paragraphs, some sentences, nothing. */
  scope: z.enum(['text', 'paragraphs', 'sentences', 'none']),
  /** Why each refused answer was refused: its first fault. */
  refused: z.array(z.string()),
});

/**
 * Numbers and labels measured on the program, its run and its words: see `corpus/difficulty/features.ts`.
 * `steps` and `depth` are always there.
 */
const featuresSchema = z
  .object({
    /** Executed instructions. */
    steps: count,
    /** The deepest nesting of calls. */
    depth: count,
  })
  .catchall(z.union([z.number(), z.string(), z.boolean(), z.null()]));

export const SPLITS = ['train', 'validation', 'test'] as const;

export const rowSchema = z.strictObject({
  id: z.string().min(1),
  /** The seed of all that was drawn for this row, the program and the phrasing. */
  seed: count,
  program: programSchema,
  /** What is asked, by name: see `src/tasks/`. */
  task: z.string().min(1),
  /** What the question is about, such as a line and its visit; left out when the task leaves nothing to choose. */
  question: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  /** What a model is asked. */
  prompt: z.string().min(1),
  /** The chain of thought. The answer stands in `answer`; exporters join the two. */
  reasoning: z.string(),
  answer: z.string(),
  style: z.string().min(1),
  /** 1 to 10 for a generated program, null for an imported one. */
  level: z.int().min(1).max(10).nullable(),
  features: featuresSchema,
  trace: traceSchema,
  claims: z.array(claimSchema),
  /** What a language model did to the words; null for templated text. */
  polish: polishSchema.nullable(),
  /** By canonical program, so that no program stands in two splits. */
  split: z.enum(SPLITS),
  /** The Lockstep that made the row. */
  version: z.string(),
});

export type Row = z.infer<typeof rowSchema>;
export type Claim = z.infer<typeof claimSchema>;
export type Polish = z.infer<typeof polishSchema>;
export type Features = z.infer<typeof featuresSchema>;
export type Split = (typeof SPLITS)[number];

/** Why a line is not a row, field by field; null when it is one. */
export function rowProblem(value: unknown): string | null {
  const parsed = rowSchema.safeParse(value);
  return parsed.success ? null : describeIssues(parsed.error);
}

/** Zod's issues in one line: `trace.hash: Invalid string; seed: expected int`. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}

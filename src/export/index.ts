// The export formats, sorted by name. A new format is one file in `formats/` and one line in this list.
import type { Format } from './format.ts';
import { alpaca } from './formats/alpaca.ts';
import { lmEval } from './formats/lm-eval.ts';
import { messages } from './formats/messages.ts';
import { openai } from './formats/openai.ts';
import { promptCompletion } from './formats/prompt-completion.ts';
import { sharegpt } from './formats/sharegpt.ts';
import { trlStepwise } from './formats/trl-stepwise.ts';
import { verifiers } from './formats/verifiers.ts';
import { verl } from './formats/verl.ts';

export const FORMATS: readonly Format[] = [
  alpaca,
  lmEval,
  messages,
  openai,
  promptCompletion,
  sharegpt,
  trlStepwise,
  verifiers,
  verl,
];

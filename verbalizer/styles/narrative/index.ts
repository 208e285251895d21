// The narrative style: a patient person's reasoning, in whole sentences.
import { wordings, type Style } from '../../style.ts';
import { CHANGES } from './changes.ts';
import { CONDITIONS } from './conditions.ts';
import { FLOW } from './flow.ts';
import { FOLDS } from './folds.ts';
import { LOOPS } from './loops.ts';
import { VALUES } from './values.ts';

export const narrative: Style = {
  name: 'narrative',
  title: "a patient person's reasoning, in whole sentences",
  manner: {
    effects: {
      leave: 1,
      else: 0.5,
      skip: 0.15,
      elif: 0.1,
      again: 0.05,
      continue: 0.9,
      pass: 0.8,
      finally: 0.8,
      nobreak: 1,
    },
    loops: 1,
    loopsAgain: 0.2,
    loopEnds: 0.85,
    resumesSilent: 1,
    asides: { done: 0.1, case: 1, each: 1, test: 1, resume: 0.6, escape: 0.5 },
    joins: 0.35,
    clauses: 3,
    afterRound: ', ',
    afterTest: ', so ',
    between: [', and ', '; ', ', and '],
  },
  wordings: wordings([...VALUES, ...CHANGES, ...CONDITIONS, ...LOOPS, ...FLOW, ...FOLDS]),
};

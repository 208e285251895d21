// The concise style: a quick expert's notes, only what is needed to follow.
import { wordings, type Style } from '../../style.ts';
import { CONDITIONS } from './conditions.ts';
import { FLOW } from './flow.ts';
import { FOLDS } from './folds.ts';
import { VALUES } from './values.ts';

export const concise: Style = {
  name: 'concise',
  title: "a quick expert's notes, only what is needed to follow",
  manner: {
    effects: { leave: 0.6, continue: 0.8, pass: 0.4, finally: 0.4, else: 0.1, nobreak: 0.9 },
    loops: 0.6,
    loopsAgain: 0,
    loopEnds: 0.5,
    resumesSilent: 0.5,
    asides: { case: 0.8, done: 0.05, each: 0.6, test: 0.7, resume: 0.1 },
    joins: 0.8,
    clauses: 5,
    afterRound: ': ',
    afterTest: ', so ',
    between: ['; ', ', '],
  },
  wordings: wordings([...VALUES, ...CONDITIONS, ...FLOW, ...FOLDS]),
};

// The narrative style: a patient person's reasoning, in whole sentences.
import { wordings, type Style } from '../../style.ts';
import { FLOW } from './flow.ts';
import { VALUES } from './values.ts';

export const narrative: Style = {
  name: 'narrative',
  title: "a patient person's reasoning, in whole sentences",
  manner: {
    effects: { leave: 1, else: 0.6, skip: 0.25 },
    loops: 1,
    done: 0.5,
    joins: 0.35,
    clauses: 3,
    afterRound: ', ',
    afterTest: ', so ',
    between: [', and ', '; ', ', and '],
  },
  wordings: wordings([...VALUES, ...FLOW]),
};

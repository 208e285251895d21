// The narrative style: a patient person's reasoning, in whole sentences.
import { wordings, type Style } from '../../style.ts';
import { FLOW } from './flow.ts';
import { VALUES } from './values.ts';

export const narrative: Style = {
  name: 'narrative',
  title: "a patient person's reasoning, in whole sentences",
  wordings: wordings([...VALUES, ...FLOW]),
};

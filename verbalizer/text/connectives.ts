// What may stand between two clauses, and the words in it: a name that is one of them would be taken for it.
/** What may stand between two clauses, longest first. Those that end in a stop begin a new sentence. */
export const CONNECTIVES = [
  ', which means ',
  ', so now ',
  ', and so ',
  ', and ',
  ', so ',
  ', but ',
  ', then ',
  ', ',
  '; ',
  ': ',
] as const;
export type Connective = (typeof CONNECTIVES)[number];

/** The words of connectives: as names they stand in backticks. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(
  CONNECTIVES.flatMap((text) => text.match(/\w+/g) ?? []),
);

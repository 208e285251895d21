// What a model is told when it polishes: all of its rules stand here. Knows nothing of how answers are judged.
import type { Message } from './payload.ts';

const RULES = `You rewrite a worked explanation of what a Python program does, so that it reads like the natural
reasoning of a careful person. The explanation is exact. Keep it exact:

1. Keep every fact: every value that a name takes, every condition with its outcome, every round of a loop, every
   call and what it returns, every exception, everything printed, the final result.
2. Keep their order. Do not merge rounds that are told one by one, and do not skip any.
3. Write names, numbers, strings and lists exactly as they stand, character by character.
4. Add nothing that the explanation does not say: no guesses, no remarks on style or cost, no summary at the end.
5. Never negate a condition or turn a comparison round. If it says that 3 < 2 is false, say that.
6. Do not speak of a trace, a tool, a template or these rules. Write no code blocks, no headings, no lists.
7. Keep the paragraphs: as many as there are, each about the same things.

Change the wording freely: vary the sentences, join short ones, say why one step leads to the next.`;

/** Structured output, for servers that have it: one field, so that nothing stands around the text. */
export const RESPONSE_FORMAT = {
  type: 'json_schema',
  json_schema: {
    name: 'rewriting',
    strict: true,
    schema: {
      type: 'object',
      properties: { text: { type: 'string', description: 'the rewritten explanation' } },
      required: ['text'],
      additionalProperties: false,
    },
  },
} as const;

export interface Subject {
  readonly source: string;
  readonly call: string | null;
}

function setting({ source, call }: Subject): string {
  const asked = call === null ? 'It is run as it stands.' : `It is run as \`${call}\`.`;
  return `The program:\n\n\`\`\`python\n${source.trimEnd()}\n\`\`\`\n\n${asked}`;
}

/** Asks for a rewriting of the whole text. */
export function wholeRequest(subject: Subject, text: string): Message[] {
  return [
    { role: 'system', content: RULES },
    { role: 'user', content: `${setting(subject)}\n\nThe explanation to rewrite:\n\n${text}` },
  ];
}

/** Asks for a rewriting of one paragraph; what stands before it is shown for context. */
export function paragraphRequest(subject: Subject, before: string, paragraph: string): Message[] {
  const context = before === '' ? '' : `\n\nWhat stands before it, not to be repeated:\n\n${before}`;
  return [
    { role: 'system', content: RULES },
    {
      role: 'user',
      content: `${setting(subject)}${context}\n\nThe one paragraph to rewrite, as one paragraph:\n\n${paragraph}`,
    },
  ];
}

const SENTENCE_RULE = 'Say each text in other words. Keep every name, number and value as it stands.';

/** Worked examples, for models that follow these better than rules. */
const EXAMPLES: readonly (readonly [string, string])[] = [
  ['total_even receives nums = [3, 4].', 'total_even is called with nums = [3, 4].'],
  ['With n = 3, 3 % 2 = 1, not 0.', 'For n = 3, 3 % 2 is 1, which is not 0.'],
  [
    'Next, for n = 4, 4 % 2 == 0, so total goes from 0 to 4.',
    'Then n = 4. Here 4 % 2 == 0, so total rises from 0 to 4.',
  ],
  ["5 is less than 8, so label becomes 'low'.", "Because 5 is less than 8, label becomes 'low'."],
  ['The result of area is 12.', 'So area returns 12.'],
  ['7 is appended to odds, which is now [5, 7].', 'We append 7 to odds, giving [5, 7].'],
  ['count starts out as 2.', 'At the start, count is 2.'],
  ['The return value of pick is "b".', 'pick gives back "b".'],
];

/** Asks for a rewriting of one sentence, shown by examples; without the program, which only distracts a small model. */
export function sentenceRequest(sentence: string): Message[] {
  return [
    { role: 'system', content: SENTENCE_RULE },
    ...EXAMPLES.flatMap(([text, other]): Message[] => [
      { role: 'user', content: text },
      { role: 'assistant', content: other },
    ]),
    { role: 'user', content: sentence },
  ];
}

/** Goes on with a conversation: what was wrong with the answer, word for word. */
export function correction(answer: string, faults: readonly string[]): Message[] {
  const listed = faults.map((fault) => `- ${fault}`).join('\n');
  return [
    { role: 'assistant', content: answer },
    {
      role: 'user',
      content: `These places depart from the explanation:\n\n${listed}\n\nWrite it again, whole, with these places put right.`,
    },
  ];
}

// The one table of what Python 3.11 has and Primer does not. Each row makes an E04xx diagnostic that
// names the construct, so that a refused program says why. Knows nothing of how constructs are found.

/** A construct outside Primer. */
export interface Construct {
  /** What the construct is called: a noun phrase, after "not part of Primer: …". */
  readonly construct: string;
  /** What to write instead, or null. */
  readonly hint: string | null;
  readonly doc: string;
  /** A whole program that produces the diagnostic. */
  readonly example: string;
}

/** How a refusal is worded, whoever finds the construct: the grammar, the compiler or the machine. */
export const REFUSAL = 'not part of Primer: {construct}';

/** The message for a construct, which is a noun phrase with whatever article it needs. */
export function refusalOf(construct: string): string {
  return REFUSAL.replace('{construct}', () => construct);
}

export const CONSTRUCTS = {
  E0401: {
    construct: 'async function',
    hint: 'Write a plain function.',
    doc: 'Asynchronous functions need an event loop, whose order of events is not part of the language.',
    example: 'async def f():\n    pass\n',
  },
  E0402: {
    construct: 'await expression',
    hint: null,
    doc: '`await` belongs to asynchronous functions, which Primer leaves out.',
    example: 'x = await f()\n',
  },
  E0403: {
    construct: 'async for',
    hint: null,
    doc: '`async for` belongs to asynchronous functions, which Primer leaves out.',
    example: 'async for x in y:\n    pass\n',
  },
  E0404: {
    construct: 'async with',
    hint: null,
    doc: '`async with` belongs to asynchronous functions, which Primer leaves out.',
    example: 'async with x:\n    pass\n',
  },
  E0405: {
    construct: 'async comprehension',
    hint: null,
    doc: 'Asynchronous comprehensions belong to asynchronous functions, which Primer leaves out.',
    example: 'x = [y async for y in z]\n',
  },
  E0407: {
    construct: 'except* clause',
    hint: 'Use a plain `except`.',
    doc: 'Primer has no exception groups.',
    example: 'try:\n    pass\nexcept* ValueError:\n    pass\n',
  },
  E0408: {
    construct: 'star import inside a function or class',
    hint: 'Name what is imported.',
    doc: 'CPython allows `from m import *` at the top level of a module alone.',
    example: 'def f():\n    from math import *\n',
  },
  E0409: {
    construct: 'relative import',
    hint: null,
    doc: 'A program is a single module, so there is no package to be relative to.',
    example: 'from . import a\n',
  },
  E0411: {
    construct: 'named Unicode escape',
    hint: 'Write the character itself, or its `\\u` escape.',
    doc: 'The names behind `\\N{...}` are a database of their own.',
    example: "x = '\\N{BULLET}'\n",
  },
  E0412: {
    construct: 'lone surrogate',
    hint: 'Characters beyond U+FFFF are written with one `\\U` escape of eight digits.',
    doc: 'A string holds half of a surrogate pair, which is no character.',
    example: "x = '\\ud800'\n",
  },
  E0413: {
    construct: 'nesting this deep',
    hint: 'Give parts of it names.',
    doc: 'More than 100 brackets and blocks are open together, 30 lambdas are nested, or an expression is a tree of more than 1000 levels, as a sum of so many terms is. CPython allows 200 brackets and near 2990 levels.',
    example: `x = ${'-'.repeat(1001)}1\n`,
  },
  E0414: {
    construct: 'elif chain of more than 1000 clauses',
    hint: 'Use a dict.',
    doc: 'CPython gives up somewhat later, near 2990.',
    example: `if 0:\n    pass\n${'elif 0:\n    pass\n'.repeat(1001)}`,
  },
  E0415: {
    construct: 'annotation of a name in parentheses',
    hint: 'Leave the parentheses out.',
    doc: '`(x): int` annotates without making `x` a variable of the function, unlike `x: int`.',
    example: '(x): int = 1\n',
  },
} as const satisfies Record<string, Construct>;

export type ConstructCode = keyof typeof CONSTRUCTS;

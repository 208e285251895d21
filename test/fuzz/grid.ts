// A grid of small functions: compound statements nested in each other in every way, and left in every way. On which line
// CPython puts clean-up that has none of its own, and which line it reports twice, hangs on such nestings, and chance
// seldom meets them.

/** Every place that a statement can stand in: `...` is the place. */
const SHAPES: Readonly<Record<string, string>> = {
  'try-finally': 'try:\n    ...\nfinally:\n    note(1)',
  finally: 'try:\n    note(1)\nfinally:\n    ...',
  'finally-raised': 'try:\n    fail(1)\nfinally:\n    ...',
  'finally-returned': 'try:\n    return 1\nfinally:\n    ...',
  'try-except': 'try:\n    ...\nexcept ValueError:\n    note(1)',
  'try-other': 'try:\n    ...\nexcept KeyError as error:\n    note(1)',
  'try-as': 'try:\n    ...\nexcept ValueError as error:\n    note(error)',
  except: 'try:\n    fail(1)\nexcept ValueError:\n    ...',
  'except-as': 'try:\n    fail(1)\nexcept ValueError as error:\n    ...',
  'except-bare': 'try:\n    fail(1)\nexcept:\n    ...',
  'except-second': 'try:\n    fail(1)\nexcept KeyError:\n    note(1)\nexcept ValueError:\n    ...',
  'try-else': 'try:\n    note(1)\nexcept KeyError:\n    note(2)\nelse:\n    ...',
  'try-all': 'try:\n    ...\nexcept KeyError:\n    note(1)\nelse:\n    note(2)\nfinally:\n    note(3)',
  'finally-all': 'try:\n    fail(1)\nexcept ValueError as error:\n    note(1)\nfinally:\n    ...',
  with: 'with Context() as got:\n    ...',
  'with-two': 'with Context(), Context(True):\n    ...',
  for: 'for i in range(2):\n    ...',
  'for-else': 'for i in range(2):\n    note(i)\nelse:\n    ...',
  while: 'while c < 3:\n    c += 1\n    ...',
  'while-true': 'while True:\n    c += 1\n    if c > 2:\n        break\n    ...',
  'while-break': 'while c < 5:\n    c += 1\n    if c < 3:\n        continue\n    ...\n    break',
  'while-else': 'while not yes:\n    note(1)\nelse:\n    ...',
  if: 'if yes:\n    ...',
  'if-else': 'if not yes:\n    note(1)\nelse:\n    ...',
  'if-before': 'if yes:\n    ...\nelse:\n    note(1)',
  elif: 'if not yes:\n    note(1)\nelif yes:\n    ...',
  case: 'match [1]:\n    case [a, *b]:\n        ...',
  'case-first': 'match yes:\n    case True:\n        ...\n    case 2:\n        note(2)',
  'case-guard': 'match 1:\n    case 1 if no:\n        note(1)\n    case 1 if yes:\n        ...',
  'case-any': 'match yes:\n    case False:\n        note(1)\n    case _:\n        ...',
};

/** Every way of being done with a statement. */
const ENDS = [
  'note(0)',
  'again()',
  'pass',
  'note(1)',
  'return',
  'return note(0)',
  'return 5',
  'break',
  'continue',
  'raise ValueError(0)',
  'raise',
  'del lost',
  'fail(0)',
  'raise KeyError',
];

const LOOPED: ReadonlySet<string> = new Set([
  'break',
  'continue',
  'return',
  'note(0)',
  'raise KeyError',
  'again()',
]);

const PRELUDE = `class Context:
    def __init__(self, mild=False):
        self.mild = mild

    def __enter__(self):
        return 1

    def __exit__(self, *error):
        return self.mild and error[0] is ValueError


def fail(n):
    raise ValueError(n)


def again():
    raise


def note(n):
    return n


`;

export const KINDS: readonly string[] = Object.keys(SHAPES);
export const ENDINGS: readonly string[] = ENDS;

/** The shapes from the outermost, and the statement inside. */
export interface Cell {
  readonly shapes: readonly string[];
  readonly end: string;
}

function nested({ shapes, end }: Cell): string {
  return shapes.reduceRight((inner, shape) => {
    return SHAPES[shape]!.replace(/^( *)\.\.\.$/m, (_, indent: string) => indent + shift(inner, indent));
  }, end);
}

const shift = (text: string, indent: string): string => text.replaceAll('\n', `\n${indent}`);

/** A program that comes by every cell. */
export function gridProgram(cells: readonly Cell[]): string {
  const functions = cells.map((cell, i) => {
    const body = nested(cell);
    // A loop around, and a statement after it, or the end of the function.
    const whole = LOOPED.has(cell.end) ? `for turn in range(2):\n    ${shift(body, '    ')}\nnote(9)` : body;
    return `def f${i}(yes, no, c):\n    ${shift(whole, '    ')}\n\n\n`;
  });
  const calls = cells.map(
    (_, i) => `try:\n    print(f${i}(True, False, 0))\nexcept Exception as error:\n    print(repr(error))\n`,
  );
  return PRELUDE + functions.join('') + calls.join('');
}

/** Every cell of shapes nested so deep. */
export function* grid(depth: number): Generator<Cell> {
  if (depth === 0) return yield* ENDS.map((end) => ({ shapes: [], end }));
  for (const cell of grid(depth - 1))
    for (const shape of KINDS) yield { shapes: [shape, ...cell.shapes], end: cell.end };
}

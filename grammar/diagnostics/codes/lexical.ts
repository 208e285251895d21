// E01xx: text that cannot be cut into tokens. Messages are CPython 3.11's where it has one.
import type { CodeRow } from './row.ts';

export const LEXICAL = {
  E0101: {
    message: "invalid character '{char}' (U+{hex})",
    hint: 'Typographic quotes, dashes and symbols are not Python operators; type the plain ASCII character.',
    doc: 'A character that can start no token stands outside a string or comment.',
    example: 'x = 3 × 4\n',
  },
  E0102: {
    message: 'invalid non-printable character U+{hex}',
    hint: 'Delete it; it may be invisible in an editor (a no-break space, a zero-width joiner).',
    doc: 'An invisible character stands outside a string or comment.',
    example: 'x =\u00a03\n',
  },
  E0103: {
    message: 'unterminated string literal (detected at line {line})',
    hint: 'Close the quote on the same line, or use triple quotes.',
    doc: 'A string in single quotes must end on the line where it starts.',
    example: "x = 'abc\n",
  },
  E0104: {
    message: 'unterminated triple-quoted string literal (detected at line {line})',
    hint: 'Add the closing triple quotes.',
    doc: 'A triple-quoted string runs to the end of the file without being closed.',
    example: 'x = """abc\n',
  },
  E0105: {
    message: "'{bracket}' was never closed",
    hint: 'Add the closing bracket.',
    doc: 'A bracket is still open at the end of the file, or where a line starts with a word that can only begin a statement.',
    example: 'x = (1,\n',
  },
  E0106: {
    message: "unmatched '{bracket}'",
    hint: 'Delete it, or add the opening bracket.',
    doc: 'A closing bracket has no opening one.',
    example: 'x = 1)\n',
  },
  E0107: {
    message: "closing parenthesis '{close}' does not match opening parenthesis '{open}'{where}",
    hint: 'Brackets close in the reverse order of opening.',
    doc: 'A closing bracket is not of the kind that was opened last.',
    example: 'x = (1]\n',
  },
  E0108: {
    message: 'invalid {base} literal',
    hint: 'An underscore stands between two digits, and a name cannot start with a digit.',
    doc: 'A number is malformed: letters or a stray underscore follow its digits, or no digit follows its prefix.',
    example: 'x = 12abc\n',
  },
  E0109: {
    message: "invalid digit '{digit}' in {base} literal",
    hint: null,
    doc: 'A digit is too large for the base: `0o` takes 0 to 7, `0b` takes 0 and 1.',
    example: 'x = 0b102\n',
  },
  E0110: {
    message:
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    hint: 'Write 7 or 0o7 instead of 07.',
    doc: 'An integer other than zero starts with a 0. Zero itself may be written `00`.',
    example: 'x = 007\n',
  },
  E0111: {
    message: 'inconsistent use of tabs and spaces in indentation',
    hint: 'Indent with spaces only.',
    doc: 'How two lines compare in depth would depend on how wide a tab is. CPython raises TabError.',
    example: 'if True:\n        x = 1\n\ty = 2\n',
  },
  E0112: {
    message: 'unindent does not match any outer indentation level',
    hint: 'Line it up with the start of an enclosing block.',
    doc: 'A line is less deep than the one before it, but as deep as no enclosing block. CPython raises IndentationError.',
    example: 'if True:\n        x = 1\n    y = 2\n',
  },
  E0113: {
    message: 'unexpected character after line continuation character',
    hint: 'Nothing, not even a space, may follow the backslash that continues a line.',
    doc: 'A backslash outside a string is not followed by the end of the line.',
    example: 'x = 1 \\ + 2\n',
  },
  E0114: {
    message: 'source code string cannot contain null bytes',
    hint: 'Is this a text file?',
    doc: 'The text holds a NUL character.',
    example: 'x = 1\0\n',
  },
  E0115: {
    message: 'too many nested parentheses',
    hint: 'CPython allows brackets to be nested 200 deep.',
    doc: 'Brackets are nested more than 200 deep.',
    example: `x = ${'('.repeat(201)}1${')'.repeat(201)}\n`,
  },
  E0116: {
    message: 'too many levels of indentation',
    hint: 'CPython allows 100 levels.',
    doc: 'Blocks are nested 100 deep or more.',
    example: Array.from({ length: 101 }, (_, depth) => `${' '.repeat(depth)}if 1:\n`).join(''),
  },
  E0117: {
    message: 'unexpected EOF while parsing',
    hint: 'The backslash continues a line that is not there.',
    doc: 'A backslash that continues a line is the last character of the file.',
    example: 'x = 1 + \\',
  },
  E0118: {
    message: 'Exceeds the limit (4300 digits) for integer string conversion: value has {digits} digits',
    hint: 'Write the number in hexadecimal, or compute it.',
    doc: 'A decimal integer has more digits than CPython converts.',
    example: `x = ${'1'.repeat(4301)}\n`,
  },
  E0120: {
    message:
      "(unicode error) 'unicodeescape' codec can't decode bytes in position {from}-{to}: truncated {escape} escape",
    hint: '`\\x` takes two hexadecimal digits, `\\u` four and `\\U` eight; a literal backslash is written `\\\\`.',
    doc: 'An escape in a string has too few hexadecimal digits.',
    example: "x = '\\x1'\n",
  },
  E0121: {
    message:
      "(unicode error) 'unicodeescape' codec can't decode bytes in position {from}-{to}: illegal Unicode character",
    hint: 'The largest code point is U+10FFFF.',
    doc: 'A `\\U` escape is beyond the last Unicode code point.',
    example: "x = '\\U00110000'\n",
  },
  E0122: {
    message: '(value error) invalid \\x escape at position {from}',
    hint: '`\\x` takes two hexadecimal digits.',
    doc: 'A `\\x` escape in a bytes literal has too few digits.',
    example: "x = b'\\x1'\n",
  },
  E0123: {
    message: 'bytes can only contain ASCII literal characters',
    hint: 'Write the byte as an escape, or use a string and `.encode()`.',
    doc: 'A bytes literal holds a character beyond ASCII.',
    example: "x = b'é'\n",
  },
  E0124: {
    message: 'cannot mix bytes and nonbytes literals',
    hint: null,
    doc: 'Adjacent literals are joined, which needs all of them to be strings or all to be bytes.',
    example: "x = b'a' 'b'\n",
  },
  E0130: {
    message: 'f-string: empty expression not allowed',
    hint: 'Write `{{}}` for literal braces.',
    doc: 'The braces of an f-string hold no expression.',
    example: "x = f'a{}'\n",
  },
  E0131: {
    message: "f-string: single '}' is not allowed",
    hint: 'Write `}}` for a literal brace.',
    doc: 'A closing brace in an f-string closes nothing.',
    example: "x = f'a}'\n",
  },
  E0132: {
    message: "f-string: expecting '}'",
    hint: null,
    doc: 'An expression in an f-string is not closed before the string ends, or something odd follows it.',
    example: "x = f'{1'\n",
  },
  E0133: {
    message: 'f-string expression part cannot include a backslash',
    hint: 'Compute the value before the f-string and name it. (Python 3.12 lifts this.)',
    doc: 'In Python 3.11 no backslash may stand between the braces of an f-string.',
    example: 'x = f\'{"\\n".join([])}\'\n',
  },
  E0134: {
    message: "f-string expression part cannot include '#'",
    hint: null,
    doc: 'In Python 3.11 no comment may stand between the braces of an f-string.',
    example: "x = f'{1 # one}'\n",
  },
  E0135: {
    message: "f-string: invalid conversion character: expected 's', 'r', or 'a'",
    hint: null,
    doc: 'After `!` an f-string takes one of `s`, `r` and `a`.',
    example: "x = f'{1!x}'\n",
  },
  E0136: {
    message: 'f-string: expressions nested too deeply',
    hint: 'A format specification may hold expressions, but theirs may not.',
    doc: 'Format specifications of an f-string are nested more than two deep.',
    example: "x = f'{1:{2:{3}}}'\n",
  },
  E0137: {
    message: 'f-string: unterminated string',
    hint: 'Use the other kind of quote inside the braces.',
    doc: 'A string that starts between the braces of an f-string is still open at its end.',
    example: "x = f'{\"a}'\n",
  },
  E0138: {
    message: "f-string: unmatched '{bracket}'",
    hint: null,
    doc: 'A closing bracket between the braces of an f-string has no opening one.',
    example: "x = f'{1)}'\n",
  },
  E0139: {
    message: "f-string: closing parenthesis '{close}' does not match opening parenthesis '{open}'",
    hint: null,
    doc: 'A closing bracket between the braces of an f-string is not of the kind that was opened last.',
    example: "x = f'{(1]}'\n",
  },
  E0140: {
    message: "f-string: expression required before '{char}'",
    hint: null,
    doc: 'The braces of an f-string hold a conversion or a format, but no expression.',
    example: "x = f'{!r}'\n",
  },
} as const satisfies Record<string, CodeRow>;

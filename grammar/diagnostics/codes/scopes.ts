// E03xx: names that CPython's symbol table refuses. Messages are CPython 3.11's.
import type { CodeRow } from './row.ts';

export const SCOPES = {
  E0301: {
    message: "name '{name}' is parameter and {declaration}",
    hint: null,
    doc: 'A parameter is declared `global` or `nonlocal`.',
    example: 'def f(a):\n    global a\n',
  },
  E0302: {
    message: "name '{name}' is used prior to {declaration} declaration",
    hint: 'Put the declaration first in the function.',
    doc: 'A name is read before its `global` or `nonlocal` declaration.',
    example: 'def f():\n    print(a)\n    global a\n',
  },
  E0303: {
    message: "name '{name}' is assigned to before {declaration} declaration",
    hint: 'Put the declaration first in the function.',
    doc: 'A name is assigned before its `global` or `nonlocal` declaration.',
    example: 'def f():\n    a = 1\n    global a\n',
  },
  E0304: {
    message: "annotated name '{name}' can't be {declaration}",
    hint: null,
    doc: 'A name is both annotated and declared `global` or `nonlocal`.',
    example: 'def f():\n    global a\n    a: int = 1\n',
  },
  E0305: {
    message: "name '{name}' is nonlocal and global",
    hint: null,
    doc: 'A name is declared both `nonlocal` and `global`.',
    example: 'def f():\n    a = 1\n    def g():\n        nonlocal a\n        global a\n',
  },
  E0306: {
    message: 'nonlocal declaration not allowed at module level',
    hint: null,
    doc: 'A module has no function around it.',
    example: 'nonlocal a\n',
  },
  E0307: {
    message: "no binding for nonlocal '{name}' found",
    hint: 'A module variable is declared `global`.',
    doc: 'No enclosing function has a variable of that name.',
    example: 'def f():\n    nonlocal a\n',
  },
  E0310: {
    message: "assignment expression cannot rebind comprehension iteration variable '{name}'",
    hint: null,
    doc: 'A `:=` inside a comprehension assigns one of its loop variables.',
    example: 'x = [a := 1 for a in [1]]\n',
  },
  E0311: {
    message: 'assignment expression cannot be used in a comprehension iterable expression',
    hint: null,
    doc: 'A `:=` stands in what a comprehension loops over.',
    example: 'x = [a for a in (b := [1])]\n',
  },
  E0312: {
    message: 'assignment expression within a comprehension cannot be used in a class body',
    hint: null,
    doc: 'A `:=` stands in a comprehension of a class body.',
    example: 'class A:\n    x = [b := a for a in [1]]\n',
  },
  E0313: {
    message: "comprehension inner loop cannot rebind assignment expression target '{name}'",
    hint: null,
    doc: 'A loop variable of a comprehension was assigned by `:=` further left.',
    example: 'x = [1 for a in [1] if (b := a) for b in [1]]\n',
  },
  E0314: {
    message: "'yield' inside {comprehension}",
    hint: null,
    doc: 'A `yield` stands in a comprehension or generator expression.',
    example: 'def f():\n    return [(yield a) for a in [1]]\n',
  },
} as const satisfies Record<string, CodeRow>;

// W05xx: what is wrong with the types of a program. All are warnings: the program runs, and raises what CPython
// raises. Messages are CPython's where it has words for the same thing.
import type { CodeRow } from './row.ts';

export const TYPES = {
  W0501: {
    message: "unsupported operand type(s) for {op}: '{left}' and '{right}'",
    hint: 'Convert one of the operands, or rule out the case beforehand.',
    doc: 'A binary operator is applied to operands that, for some of the values they may have, it does not take. CPython raises TypeError there.',
    example: 'def f(a: int, b: str | None) -> int:\n    return a + b\n',
  },
  W0502: {
    message: "bad operand type for unary {op}: '{type}'",
    hint: null,
    doc: 'A unary operator is applied to a value that it does not take. CPython raises TypeError.',
    example: "x = -'a'\n",
  },
  W0503: {
    message: "'{op}' not supported between instances of '{left}' and '{right}'",
    hint: 'Values that are sorted or compared by order must be of one kind; give a key function that makes them so.',
    doc: 'Values are put in order that have none, by an operator or by sorting. CPython raises TypeError.',
    example: "x = sorted([1, 'a'])\n",
  },
  W0504: {
    message: "'{type}' object is not iterable",
    hint: null,
    doc: 'Something is iterated over, unpacked, or looked into with `in`, that may be no iterable. CPython raises TypeError.',
    example: 'for x in 5:\n    pass\n',
  },
  W0505: {
    message: "'{type}' object is not callable",
    hint: null,
    doc: 'Something is called that may be no function, class or object with `__call__`. CPython raises TypeError.',
    example: 'x = 5\nx()\n',
  },
  W0506: {
    message: "argument '{param}' of {callee} is '{actual}', which is not '{expected}'",
    hint: null,
    doc: 'An argument does not fit the annotation of the parameter, or what a builtin takes.',
    example: "def f(a: int) -> int:\n    return a\nf('a')\n",
  },
  W0507: {
    message: "'{type}' is not {wanted}",
    hint: null,
    doc: 'A statement needs a certain kind of object: `raise` and `except` an exception, `with` a context manager, `**` a mapping.',
    example: "raise 'a'\n",
  },
  W0508: {
    message: "unhashable type: '{type}'",
    hint: 'A tuple or a frozenset can be a key, a list or a set cannot.',
    doc: 'A dict key or set member may be of a type that has no hash. CPython raises TypeError.',
    example: 'x = {[1]: 2}\n',
  },
  W0509: {
    message: "'{type}' object has no attribute '{name}'",
    hint: 'Rule out None first, if that is what the value may be.',
    doc: 'An attribute is read, or assigned, that some of the possible values do not have. CPython raises AttributeError.',
    example: 'x = (5).append\n',
  },
  W0510: {
    message: "'{type}' object may be without its attribute '{name}'",
    hint: 'Assign it in `__init__`, on every way through.',
    doc: 'An attribute is read that the constructor does not always assign. CPython raises AttributeError where it is missing.',
    example: 'class A:\n    def put(self):\n        self.x = 1\n\na = A()\na.put()\nprint(a.x)\n',
  },
  W0511: {
    message: "{callee} gives '{actual}', but '{expected}' is promised",
    hint: 'A function that reaches its end gives None.',
    doc: 'A function returns something that its annotation of the result does not allow.',
    example: "def f() -> int:\n    return 'a'\nf()\n",
  },
  W0512: {
    message: '{callee} {problem}',
    hint: null,
    doc: 'A call does not suit the parameters: an argument is missing, superfluous or unknown by name. CPython raises TypeError.',
    example: 'def f(a: int) -> int:\n    return a\nf()\n',
  },
  W0513: {
    message: "'{type}' object is not subscriptable",
    hint: null,
    doc: 'Square brackets follow something that may have no items. CPython raises TypeError.',
    example: 'x = 5\ny = x[0]\n',
  },
  W0514: {
    message: "'{type}' cannot be indexed by '{index}'",
    hint: null,
    doc: 'A sequence is indexed by something that is neither an int nor a slice of ints. CPython raises TypeError.',
    example: "x = [1]\ny = x['a']\n",
  },
  W0515: {
    message: "'{type}' object does not support item assignment",
    hint: 'Strings and tuples cannot be changed; make a new one.',
    doc: 'An item is assigned or deleted of something that may be immutable, or have no items. CPython raises TypeError.',
    example: "x = 'abc'\nx[0] = 'd'\n",
  },
  W0516: {
    message: "'{name}' is annotated '{expected}', but is given '{actual}'",
    hint: null,
    doc: 'A variable or attribute is given a value that its annotation does not allow.',
    example: "x: int = 'a'\n",
  },
  W0517: {
    message: "a container annotated to hold '{expected}' is given '{actual}'",
    hint: null,
    doc: 'Something is put into a container that the annotation of a variable, parameter or attribute does not allow in it.',
    example: "x: list[int] = []\nx.append('a')\n",
  },
} as const satisfies Record<string, CodeRow>;

// The words of docs/primer.md; a line `<name>` is where a table goes.
export const PRIMER_TEXT = `# Primer, the language

<!-- Made by \`npm run docs\` from scripts/docs and from what the code declares; a test holds it current. -->

Primer is a large subset of Python 3.11. **Every Primer program is a Python program, and does exactly what CPython 3.11 does
with it**: the same output, the same result, the same exception with the same text. What is outside the subset is refused by
name, before or while it runs; there is never a silently different answer. So a program written for Primer needs no Primer to be
understood, and most short, self-contained Python programs are Primer programs as they stand.

\`\`\`python
def count_pairs(xs: list[int], target: int) -> int:
    pairs = 0
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[i] + xs[j] == target:
                pairs += 1
    return pairs
\`\`\`

\`lockstep run FILE --call "count_pairs([1, 4, 3, 2], 5)"\` runs the file as CPython would run it as a module (\`__name__\` is
\`'__main__'\`), then the call, and prints the \`repr\` of its result.

## Why a subset

Everything about a run must be told and checked: each instruction leaves an event, each sentence about the run is held against
them. So a program has to do the same thing every time and everywhere. That leaves out what depends on the machine, the clock,
the network or other threads; and it leaves out what we could not make exact.

Some things are found only while a program runs, and end it with the outcome \`unsupported\` and a name:

- **addresses**: the default \`repr\` of objects and what else shows where in memory something lies;
- **identity of equal values**: \`is\` between numbers, strings or tuples, which depends on how CPython shares them;
- **the order of sets of strings** depends on a seed. It is CPython's under \`PYTHONHASHSEED=0\`; if the result or the
  output would be another under another seed, the run is \`nondeterministic\` instead;
- **last digits that depend on the C library**, in functions such as \`math.gamma\`, where no two platforms agree;
- modules, functions and methods that we do not have. Those CPython has are told from names that do not exist: the former are
  refused, the latter raise \`AttributeError\` or \`ImportError\` as they should.

## Types

Annotations are optional. The types of everything are inferred: from annotations, from the code, and from the arguments of the
call. Inference follows the flow of the program: a variable may hold an \`int\` here and a \`str\` there, \`if x is None: return\`
rules \`None\` out below, and a function is looked at anew for each combination of argument types.

A program in which this proves that no \`TypeError\` and no \`AttributeError\` can arise is called **strict**. All others are
**gradual**: they run just the same, and the checks happen at run time, as in CPython. \`lockstep run FILE --types\` says which it
is and lists every place that made it gradual; [diagnostics.md](diagnostics.md) explains the codes \`W05xx\`.

## Limits

A run ends with the outcome \`limit\` when it uses up one of these.

<limits>

Beside these, a program may nest 100 brackets and blocks; CPython allows 200.

## Statements

<statements>

Decorators may be any expression. Functions may be nested and close over variables; classes have methods, properties, class and
static methods, several bases, \`super()\`, and the special methods that operators and builtins use.

## Expressions

<expressions>

## Patterns of \`match\`

<patterns>

## What is refused while reading

<refusals>

## Builtins

<builtins>

Refused by name:

<refused builtins>

Exceptions:

<exceptions>

## Methods of the builtin types

Beside these, each type has the special methods of the operators and builtins that work on it. What CPython 3.11 has and the
table has not is refused by name.

<methods>

## Modules

<modules>
`;

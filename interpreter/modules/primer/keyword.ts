// Module keyword. https://docs.python.org/3.11/library/keyword.html
import { primerModule } from './declare.ts';

export const keyword = primerModule(
  'keyword',
  String.raw`
__all__ = ['iskeyword', 'issoftkeyword', 'kwlist', 'softkwlist']

kwlist = ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del',
          'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda',
          'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield']
softkwlist = ['_', 'case', 'match']


def iskeyword(word):
    hash(word)
    return word in kwlist


def issoftkeyword(word):
    return word in softkwlist
`,
);

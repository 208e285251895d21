// Module traceback: what it writes to standard error, which nobody reads. https://docs.python.org/3.11/library/traceback.html
import { primerModule } from './declare.ts';

export const traceback = primerModule(
  'traceback',
  String.raw`
from _lockstep import refuse
import sys

__all__ = ['print_exc', 'print_exception', 'print_stack', 'print_tb']


def _to_stderr(file):
    if file is not None and file is not sys.__stderr__:
        refuse('what traceback prints')


def print_exc(limit=None, file=None, chain=True):
    _to_stderr(file)


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    _to_stderr(file)


def print_tb(tb, limit=None, file=None):
    _to_stderr(file)


def print_stack(f=None, limit=None, file=None):
    _to_stderr(file)
`,
);

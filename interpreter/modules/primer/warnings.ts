// Module warnings: they go to standard error. https://docs.python.org/3.11/library/warnings.html
import { primerModule } from './declare.ts';

export const warnings = primerModule(
  'warnings',
  String.raw`
from _lockstep import refuse

__all__ = ['warn', 'filterwarnings', 'simplefilter', 'resetwarnings', 'catch_warnings']


def warn(message, category=None, stacklevel=1, source=None):
    if category is None and not isinstance(message, Warning):
        category = UserWarning
    if isinstance(message, Warning):
        category = type(message)
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'" % type(category).__name__)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    if action == 'error':
        refuse('warnings that are errors')


def simplefilter(action, category=Warning, lineno=0, append=False):
    if action == 'error':
        refuse('warnings that are errors')


def resetwarnings():
    pass


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        if record or action == 'error':
            refuse('recording warnings')

    def __enter__(self):
        return None

    def __exit__(self, *details):
        pass
`,
);

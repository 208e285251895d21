// Module logging: it writes to standard error, which nobody reads, so the levels are what is left.
// https://docs.python.org/3.11/library/logging.html
import { primerModule } from './declare.ts';

export const logging = primerModule(
  'logging',
  String.raw`
import sys
from _lockstep import refuse

__all__ = ['CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Formatter', 'Handler', 'INFO', 'Logger', 'NOTSET',
           'NullHandler', 'StreamHandler', 'WARN', 'WARNING', 'basicConfig', 'critical', 'debug', 'disable', 'error',
           'exception', 'fatal', 'getLevelName', 'getLogger', 'info', 'log', 'warning', 'warn']

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0
_NAMES = {50: 'CRITICAL', 40: 'ERROR', 30: 'WARNING', 20: 'INFO', 10: 'DEBUG', 0: 'NOTSET'}
_LEVELS = {'CRITICAL': 50, 'FATAL': 50, 'ERROR': 40, 'WARN': 30, 'WARNING': 30, 'INFO': 20, 'DEBUG': 10, 'NOTSET': 0}


def getLevelName(level):
    if level in _NAMES:
        return _NAMES[level]
    return _LEVELS.get(level, 'Level %s' % (level,))


def _check_level(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _LEVELS:
            raise ValueError('Unknown level: %r' % (level,))
        return _LEVELS[level]
    raise TypeError('Level not an integer or a valid string: %r' % (level,))


def _check_stream(stream):
    if stream is not None and stream is not sys.__stderr__:
        refuse('logging to another stream than standard error')


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style='%', validate=True):
        pass


class Handler:
    def __init__(self, level=NOTSET):
        if type(self).__module__ == '__main__':
            refuse('a log handler of the program')
        self.level = _check_level(level)

    def setLevel(self, level):
        self.level = _check_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def addFilter(self, filter):
        refuse('filters of logging')

    def close(self):
        pass

    def flush(self):
        pass


class NullHandler(Handler):
    pass


class StreamHandler(Handler):
    def __init__(self, stream=None):
        super().__init__()
        _check_stream(stream)


class FileHandler(Handler):
    def __init__(self, *args, **kwargs):
        refuse('logging to a file')


class Logger:
    '''Writes to standard error, which nobody reads: what is left is the levels.'''

    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        self.level = _check_level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and _state['disabled'] < level and level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        logger = self
        while logger:
            if logger.handlers:
                return True
            logger = logger.parent
        return False

    def addFilter(self, filter):
        refuse('filters of logging')

    def getChild(self, suffix):
        return getLogger(suffix if self is root else self.name + '.' + suffix)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    exception = error

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            raise TypeError('level must be an integer')
        if not self.isEnabledFor(level) or type(msg) is str and not args:
            return
        for part in (msg, *args):
            if type(part) not in (str, int, float, bool, type(None)):
                if type(part).__module__ == '__main__':
                    str(part)

    def __repr__(self):
        return '<%s %s (%s)>' % (self.__class__.__name__, self.name, getLevelName(self.getEffectiveLevel()))


class RootLogger(Logger):
    pass


_state = {'disabled': 0}
root = RootLogger('root', WARNING)
_loggers = {}


def getLogger(name=None):
    if not name or name == root.name:
        return root
    if not isinstance(name, str):
        raise TypeError('A logger name must be a string')
    if name not in _loggers:
        logger = Logger(name)
        parent = name.rpartition('.')[0]
        while parent and parent not in _loggers:
            parent = parent.rpartition('.')[0]
        logger.parent = _loggers[parent] if parent else root
        for other, known in _loggers.items():
            if other.startswith(name + '.') and not known.parent.name.startswith(name):
                known.parent = logger
        _loggers[name] = logger
    return _loggers[name]


def basicConfig(*, stream=None, level=None, force=False, filename=None, handlers=None, **kwargs):
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    if filename is not None:
        refuse('logging to a file')
    _check_stream(stream)
    for handler in handlers if handlers is not None else [StreamHandler(stream)]:
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    _state['disabled'] = level


def debug(msg, *args, **kwargs):
    log(DEBUG, msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    log(INFO, msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    log(WARNING, msg, *args, **kwargs)


warn = warning


def error(msg, *args, **kwargs):
    log(ERROR, msg, *args, **kwargs)


exception = error


def critical(msg, *args, **kwargs):
    log(CRITICAL, msg, *args, **kwargs)


fatal = critical


def log(level, msg, *args, **kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)
`,
);

// Module threading, for one thread: locks. What another thread would have to do is refused.
// https://docs.python.org/3.11/library/threading.html
import { primerModule } from './declare.ts';

export const threading = primerModule(
  'threading',
  String.raw`
from _lockstep import refuse

__all__ = ['Lock', 'RLock', 'local']


class _Lock:
    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        if self._count and not self._reentrant:
            if not blocking:
                return False
            refuse('waiting for another thread')
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError(self._unlocked)
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *details):
        self.release()


class lock(_Lock):
    __module__ = '_thread'
    _reentrant = False
    _unlocked = 'release unlocked lock'

    def locked(self):
        return self._count > 0


class RLock(_Lock):
    __module__ = '_thread'
    _reentrant = True
    _unlocked = 'cannot release un-acquired lock'


def Lock():
    return lock()


class local:
    __module__ = '_thread'
    __exact_dict__ = True
`,
);

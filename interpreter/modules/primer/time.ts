// Module time: a clock that differs from probe to probe, so that a result which hangs on it is found out.
// https://docs.python.org/3.11/library/time.html
import { primerModule } from './declare.ts';

export const time = primerModule(
  'time',
  String.raw`
from _lockstep import chance, refuse


class _Clock:
    '''Goes on a little at each look, in each probe by another step.'''

    def __init__(self):
        self.slept = 0.0
        self.looks = 0

    def now(self, start):
        probe = chance()
        self.looks += 1
        return start + probe * 86.4321 + self.slept + self.looks * (0.000017, 0.61, 7.3, 0.0023)[probe % 4]


_clock = _Clock()


def sleep(seconds, /):
    if not isinstance(seconds, (int, float)):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(seconds).__name__)
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _clock.slept += seconds


def time():
    return _clock.now(1700000000.25)


def perf_counter():
    return _clock.now(1234.5)


def monotonic():
    return _clock.now(1234.5)


def process_time():
    return _clock.now(0.03)


def thread_time():
    return _clock.now(0.02)


def time_ns():
    return int(time() * 10 ** 9)


def perf_counter_ns():
    return int(perf_counter() * 10 ** 9)


def monotonic_ns():
    return int(monotonic() * 10 ** 9)


def process_time_ns():
    return int(process_time() * 10 ** 9)
`,
);

// Module datetime. The clock differs from probe to probe, so that a result which hangs on it is found out; the local
// time zone is outside Primer. https://docs.python.org/3.11/library/datetime.html
import { primerModule } from './declare.ts';
import { DATES } from './datetime-dates.ts';
import { ZONES } from './datetime-zones.ts';
import { MOMENTS } from './datetime-moments.ts';

export const datetime = primerModule(
  'datetime',
  String.raw`
from _lockstep import chance, refuse, type_name

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
           'November', 'December')
_WEEKDAYS = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _class_name(self):
    cls = type(self)
    return 'datetime.' + cls.__name__ if cls.__module__ == __name__ else cls.__name__


def _days_in_month(year, month):
    return 29 if month == 2 and _leap(year) else _DAYS[month]


def _before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _before_month(year, month):
    return sum(_DAYS[1:month]) + (month > 2 and _leap(year))


def _to_ordinal(year, month, day):
    return _before_year(year) + _before_month(year, month) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _days_in_month(year, month):
        n -= _days_in_month(year, month)
        month += 1
    return year, month, n + 1


def _index(value):
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an integer")
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer" % type_name(value)) from None


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('year %i is out of range' % year)
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def _check_text(what, value):
    if not isinstance(value, str):
        raise TypeError('%s must be str, not %s' % (what, type_name(value)))


def _check_moment(method, value):
    if value is not None and not isinstance(value, datetime):
        raise TypeError('%s(dt) argument must be a datetime instance or None, not %s' % (method, type_name(value)))


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % type_name(tz))


def _round(x):
    return round(x)


def _divided(a, b):
    '''a / b, rounded half to even.'''
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2 == 1:
        q += 1
    return q


def _offset_text(off, sep=':'):
    if off is None:
        return ''
    sign = '+'
    if off.days < 0:
        sign = '-'
        off = -off
    hours, rest = divmod(off, timedelta(hours=1))
    minutes, rest = divmod(rest, timedelta(minutes=1))
    text = '%s%02d%s%02d' % (sign, hours, sep, minutes)
    if rest or rest.microseconds:
        text += '%s%02d' % (sep, rest.seconds)
        if rest.microseconds:
            text += '.%06d' % rest.microseconds
    return text


def _format(self, format, moment):
    out = []
    i, n = 0, len(format)
    year, month, day, hour, minute, second, micro, weekday, yday = moment
    while i < n:
        ch = format[i]
        i += 1
        if ch != '%':
            out.append(ch)
            continue
        if i >= n:
            refuse('strftime with a single % at the end')
        ch = format[i]
        i += 1
        if ch == 'Y':
            text = str(year) if year >= 1000 else refuse('the year of a date before 1000')
        elif ch == 'm':
            text = '%02d' % month
        elif ch == 'd':
            text = '%02d' % day
        elif ch == 'H':
            text = '%02d' % hour
        elif ch == 'M':
            text = '%02d' % minute
        elif ch == 'S':
            text = '%02d' % second
        elif ch == 'f':
            text = '%06d' % micro
        elif ch == 'y':
            text = '%02d' % (year % 100)
        elif ch == 'B':
            text = _MONTHS[month]
        elif ch in 'bh':
            text = _MONTHS[month][:3]
        elif ch == 'A':
            text = _WEEKDAYS[weekday]
        elif ch == 'a':
            text = _WEEKDAYS[weekday][:3]
        elif ch == 'I':
            text = '%02d' % ((hour - 1) % 12 + 1)
        elif ch == 'l':
            text = '%2d' % ((hour - 1) % 12 + 1)
        elif ch == 'p':
            text = 'AM' if hour < 12 else 'PM'
        elif ch == 'P':
            text = 'am' if hour < 12 else 'pm'
        elif ch == 'j':
            text = '%03d' % yday
        elif ch == 'w':
            text = str((weekday + 1) % 7)
        elif ch == 'u':
            text = str(weekday + 1)
        elif ch == 'U':
            text = '%02d' % ((yday + 6 - (weekday + 1) % 7) // 7)
        elif ch == 'W':
            text = '%02d' % ((yday + 6 - weekday) // 7)
        elif ch in 'GV':
            iso = date(year, month, day).isocalendar()
            text = str(iso[0]) if ch == 'G' else '%02d' % iso[1]
        elif ch == 'e':
            text = '%2d' % day
        elif ch == 'k':
            text = '%2d' % hour
        elif ch == 'D':
            text = '%02d/%02d/%02d' % (month, day, year % 100)
        elif ch == 'F':
            text = '%s-%02d-%02d' % (year if year >= 1000 else refuse('the year of a date before 1000'), month, day)
        elif ch == 'T':
            text = '%02d:%02d:%02d' % (hour, minute, second)
        elif ch == 'R':
            text = '%02d:%02d' % (hour, minute)
        elif ch == 'X':
            text = '%02d:%02d:%02d' % (hour, minute, second)
        elif ch == 'x':
            text = '%02d/%02d/%02d' % (month, day, year % 100)
        elif ch == 'c':
            if year < 1000:
                refuse('the year of a date before 1000')
            text = '%s %s %2d %02d:%02d:%02d %d' % (
                _WEEKDAYS[weekday][:3], _MONTHS[month][:3], day, hour, minute, second, year)
        elif ch == 'C':
            text = '%02d' % (year // 100)
        elif ch == 'n':
            text = '\n'
        elif ch == 't':
            text = '\t'
        elif ch == '%':
            text = '%'
        elif ch == 'z':
            off = self.utcoffset() if hasattr(self, 'utcoffset') else None
            text = _offset_text(off, '')
        elif ch == 'Z':
            text = (self.tzname() or '') if hasattr(self, 'tzname') else ''
        else:
            refuse('the strftime directive %%%s' % ch)
        out.append(text)
    return ''.join(out)


class timedelta:
    '''Difference between two datetime values.'''

    __shown_name__ = 'datetime.timedelta'

    __slots__ = ('_days', '_seconds', '_microseconds')
    __display__ = 'datetime.timedelta(days={_days}, seconds={_seconds}, microseconds={_microseconds})'

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        left = 0.0
        for value, unit, name in ((microseconds, 1, 'microseconds'), (milliseconds, 1000, 'milliseconds'),
                                  (seconds, 1000000, 'seconds'), (minutes, 60000000, 'minutes'),
                                  (hours, 3600000000, 'hours'), (days, 86400000000, 'days'),
                                  (weeks, 604800000000, 'weeks')):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                part = value - whole
                if part:
                    exact = part * unit
                    micros = int(exact)
                    total += micros
                    left += exact - micros
            else:
                raise TypeError('unsupported type for timedelta %s component: %s' % (name, type_name(value)))
        if left:
            whole = round(left)
            if abs(whole - left) == 0.5:
                is_odd = total & 1
                whole = 2.0 * round((left + is_odd) * 0.5) - is_odd
            total += int(whole)
        return cls._of(total)

    @classmethod
    def _of(cls, total):
        seconds, micros = divmod(total, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not -2147483648 <= days <= 2147483647:
            raise OverflowError('Python int too large to convert to C int')
        if not -999999999 <= days <= 999999999:
            raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
        self = object.__new__(cls)
        self._days, self._seconds, self._microseconds = days, seconds, micros
        return self

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    def total_seconds(self):
        return self._total() / 10 ** 6

    def __repr__(self):
        args = []
        if self._days:
            args.append('days=%d' % self._days)
        if self._seconds:
            args.append('seconds=%d' % self._seconds)
        if self._microseconds:
            args.append('microseconds=%d' % self._microseconds)
        return '%s(%s)' % (_class_name(self), ', '.join(args) or '0')

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = '%d:%02d:%02d' % (hours, minutes, seconds)
        if self._days:
            text = '%d day%s, %s' % (self._days, '' if abs(self._days) == 1 else 's', text)
        if self._microseconds:
            text += '.%06d' % self._microseconds
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divided(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __rtruediv__(self, other):
        return NotImplemented

    __rfloordiv__ = __rmod__ = __rdivmod__ = __rtruediv__

    def __floordiv__(self, other):
        if not isinstance(other, (int, timedelta)):
            return NotImplemented
        if isinstance(other, timedelta):
            return self._total() // other._total()
        return timedelta._of(self._total() // other)

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError('integer division or modulo by zero')
            return timedelta._of(_divided(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            if a == 0:
                raise ZeroDivisionError('integer division or modulo by zero')
            return timedelta._of(_divided(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
` +
    DATES +
    ZONES +
    MOMENTS,
);

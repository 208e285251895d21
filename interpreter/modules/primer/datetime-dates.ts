// Module datetime: dates. Follows the text of `datetime.ts`.

export const DATES = String.raw`

class IsoCalendarDate(tuple):
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % (self[0], self[1], self[2])


def _iso_week1(year):
    first = _to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _now(tz_hours=0):
    probe = chance()
    return datetime(2023 + probe, 1 + probe * 5 % 12, 3 + probe * 7 % 25, 4 + probe * 3 % 18, 10 + probe, 20 + probe,
                    123456 + probe)


_unset = object()


def _check_given(*parts):
    for i, (name, part) in enumerate(zip(('year', 'month', 'day'), parts)):
        if part is _unset:
            raise TypeError('function missing required argument %r (pos %d)' % (name, i + 1))


class date:
    '''date(year, month, day) --> date object'''

    __shown_name__ = 'datetime.date'

    __slots__ = ('_year', '_month', '_day')
    __display__ = 'datetime.date({_year}, {_month}, {_day})'

    def __new__(cls, year=_unset, month=_unset, day=_unset, *more):
        if more:
            raise TypeError('function takes at most 3 arguments (%d given)' % (3 + len(more)))
        _check_given(year, month, day)
        year, month, day = _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    @classmethod
    def today(cls):
        now = _now()
        return cls(now._year, now._month, now._day)

    @classmethod
    def fromtimestamp(cls, timestamp):
        refuse('the local time zone')

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > _MAXORDINAL:
            raise ValueError('year is out of range')
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        parts = _iso_date(date_string)
        if parts is None:
            raise ValueError('Invalid isoformat string: %r' % (date_string,))
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError('Year is out of range: %d' % year)
        weeks = 53 if _iso_week1(year + 1) - _iso_week1(year) == 371 else 52
        if not 1 <= week <= weeks:
            raise ValueError('Invalid week: %d' % week)
        if not 1 <= day <= 7:
            raise ValueError('Invalid weekday: %d (range is [1, 7])' % day)
        return cls.fromordinal(_iso_week1(year) + (week - 1) * 7 + day - 1)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def toordinal(self):
        return _to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        day = _to_ordinal(self._year, self._month, self._day)
        week1 = _iso_week1(year)
        if day < week1:
            year -= 1
            week1 = _iso_week1(year)
        elif day >= _iso_week1(year + 1):
            year += 1
            week1 = _iso_week1(year)
        week, weekday = divmod(day - week1, 7)
        return IsoCalendarDate(year, week + 1, weekday + 1)

    def _moment(self):
        return (self._year, self._month, self._day, 0, 0, 0, 0, self.weekday(),
                _before_month(self._year, self._month) + self._day)

    def timetuple(self):
        refuse('timetuple')

    def ctime(self):
        return _format(self, '%a %b %e %H:%M:%S ', self._moment()) + '%04d' % self._year

    def strftime(self, format):
        _check_text('strftime() argument 1', format)
        return _format(self, format, self._moment())

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError('must be str, not %s' % type_name(fmt))
        return self.strftime(fmt) if fmt else str(self)

    def isoformat(self):
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    __str__ = isoformat

    def __repr__(self):
        return '%s(%d, %d, %d)' % (_class_name(self), self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def _key(self):
        return (self._year, self._month, self._day)

    def _like(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._like(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._like(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._like(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._like(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._like(other) else NotImplemented

    def __hash__(self):
        return hash('%d %d %d' % self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        n = self.toordinal() + other._days
        if not 0 < n <= _MAXORDINAL:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(n)

    __radd__ = __add__

    def __rsub__(self, other):
        return NotImplemented

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if self._like(other):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
`;

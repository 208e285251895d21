// Module datetime: dates with a time, and reading them. Follows the text of `datetime-zones.ts`.

export const MOMENTS = String.raw`

class datetime(date):
    '''datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])'''

    __shown_name__ = 'datetime.datetime'

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')
    __display__ = 'datetime.datetime({_year}, {_month}, {_day}, {_hour}, {_minute}, {_second}, {_microsecond})'

    def __new__(cls, year=_unset, month=_unset, day=_unset, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_given(year, month, day)
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def now(cls, tz=None):
        now = _now()
        return cls(now._year, now._month, now._day, now._hour, now._minute, now._second, now._microsecond, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        if tz is None:
            refuse('the local time zone')
        _check_zone(tz)
        made = _EPOCH + timedelta._of(_timestamp_micros(timestamp))
        made = cls(made._year, made._month, made._day, made._hour, made._minute, made._second, made._microsecond)
        return tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        made = _EPOCH + timedelta._of(_timestamp_micros(timestamp))
        return cls(made._year, made._month, made._day, made._hour, made._minute, made._second, made._microsecond)

    @classmethod
    def combine(cls, date_, time_, tzinfo=True):
        if not isinstance(date_, date):
            raise TypeError('combine() argument 1 must be datetime.date, not %s' % type_name(date_))
        if not isinstance(time_, time):
            raise TypeError('combine() argument 2 must be datetime.time, not %s' % type_name(time_))
        return cls(date_._year, date_._month, date_._day, time_._hour, time_._minute, time_._second,
                   time_._microsecond, time_._tzinfo if tzinfo is True else tzinfo, fold=time_._fold)

    @classmethod
    def fromordinal(cls, n):
        made = date.fromordinal(n)
        return cls(made._year, made._month, made._day)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        size = 10 if date_string[4:5] == '-' else 8
        day = _iso_date(date_string[:size])
        rest = date_string[size:]
        clock = _iso_time(rest[1:]) if rest and len(rest) > 1 and not rest[1:].startswith('T') else None
        if day is None or rest and clock is None:
            raise ValueError('Invalid isoformat string: %r' % (date_string,))
        return cls(*day, *(clock or ()))

    @classmethod
    def strptime(cls, date_string, format):
        return _parsed(cls, date_string, format)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timestamp(self):
        if self._tzinfo is None:
            refuse('the local time zone')
        return (self - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()

    def astimezone(self, tz=None):
        if tz is None or self._tzinfo is None:
            refuse('the local time zone')
        _check_zone(tz)
        if tz is self._tzinfo:
            return self
        utc = (self - self.utcoffset()).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _moment(self):
        return (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                self.weekday(), _before_month(self._year, self._month) + self._day)

    def isoformat(self, sep='T', timespec='auto'):
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be a unicode character, not %s' % type_name(sep))
        _check_text('isoformat() argument 2', timespec)
        return ('%04d-%02d-%02d' % (self._year, self._month, self._day) + sep + _time_text(self, timespec)
                + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(sep=' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if parts[-1] == 0:
            del parts[-1]
            if parts[-1] == 0:
                del parts[-1]
        text = '%s(%s)' % (_class_name(self), ', '.join(map(str, parts)))
        if self._tzinfo is not None:
            text = text[:-1] + ', tzinfo=%r' % self._tzinfo + ')'
        if self._fold:
            text = text[:-1] + ', fold=1)'
        return text

    def _micros(self):
        seconds = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        return seconds * 1000000 + self._microsecond

    def _like(self, other):
        return isinstance(other, datetime)

    def _compared(self, other, op):
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            if op == '==':
                return False
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        a, b = self._micros(), other._micros()
        if mine is not None:
            a, b = a - mine._total(), b - theirs._total()
        return a == b if op == '==' else a < b if op == '<' else a <= b

    def _order(self, other, op):
        if isinstance(other, datetime):
            return self._compared(other, op)
        if isinstance(other, date):
            if op == '==':
                return False
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __eq__(self, other):
        return self._order(other, '==')

    def __lt__(self, other):
        return self._order(other, '<')

    def __le__(self, other):
        return self._order(other, '<=')

    def __gt__(self, other):
        if isinstance(other, datetime):
            return other._compared(self, '<')
        return self._order(other, '<')

    def __ge__(self, other):
        if isinstance(other, datetime):
            return other._compared(self, '<=')
        return self._order(other, '<=')

    def __hash__(self):
        offset = self.utcoffset()
        return hash('datetime %d' % (self._micros() - (0 if offset is None else offset._total())))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._at(self._micros() + other._total())

    __radd__ = __add__

    def _at(self, micros):
        seconds, micro = divmod(micros, 1000000)
        minutes, second = divmod(seconds, 60)
        hours, minute = divmod(minutes, 60)
        days, hour = divmod(hours, 24)
        if not 0 < days <= _MAXORDINAL:
            raise OverflowError('date value out of range')
        year, month, day = _from_ordinal(days)
        return type(self)(year, month, day, hour, minute, second, micro, tzinfo=self._tzinfo)

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._at(self._micros() - other._total())
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        left = self._micros() - other._micros()
        if mine is not None and self._tzinfo is not other._tzinfo:
            left += theirs._total() - mine._total()
        return timedelta._of(left)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1)


def _timestamp_micros(timestamp):
    if isinstance(timestamp, int):
        return timestamp * 1000000
    if not isinstance(timestamp, float):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type_name(timestamp))
    a, b = timestamp.as_integer_ratio()
    return _divided(a * 1000000, b)


_NUMBERS = {'d': 2, 'm': 2, 'H': 2, 'I': 2, 'M': 2, 'S': 2, 'y': 2, 'Y': 4, 'j': 3, 'f': 6}


def _parsed(cls, text, format):
    for argument, which in ((text, 0), (format, 1)):
        if not isinstance(argument, str):
            raise TypeError('strptime() argument %d must be str, not %s' % (which, type_name(argument)))
    import re
    pattern = ''
    seen = []
    i = 0
    while i < len(format):
        ch = format[i]
        i += 1
        if ch.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            pattern += r'\s+'
        elif ch != '%':
            pattern += re.escape(ch)
        else:
            if i >= len(format):
                raise ValueError("stray %% in format '%s'" % format)
            code = format[i]
            i += 1
            if code == '%':
                pattern += '%'
                continue
            if code in 'aAbBpz':
                pattern += {'a': '(?P<a>mon|tue|wed|thu|fri|sat|sun)',
                            'A': '(?P<A>monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
                            'b': '(?P<b>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)',
                            'B': '(?P<B>january|february|march|april|may|june|july|august|september|october'
                                 '|november|december)',
                            'p': '(?P<p>am|pm)',
                            'z': r'(?P<z>[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z))'}[code]
            elif code in _NUMBERS:
                pattern += {'d': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])', 'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
                            'H': r'(?P<H>2[0-3]|[0-1]\d|\d)', 'I': r'(?P<I>1[0-2]|0[1-9]|[1-9])',
                            'M': r'(?P<M>[0-5]\d|\d)', 'S': r'(?P<S>6[0-1]|[0-5]\d|\d)', 'y': r'(?P<y>\d\d)',
                            'Y': r'(?P<Y>\d\d\d\d)', 'f': r'(?P<f>[0-9]{1,6})',
                            'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])'}[code]
            elif code in 'cxXUWuwGVZ':
                refuse('the strptime directive %%%s' % code)
            else:
                raise ValueError("'%s' is a bad directive in format '%s'" % (code, format))
            if code in seen:
                refuse('a strptime directive twice')
            seen.append(code)
    found = re.compile(pattern, re.IGNORECASE).match(text)
    if found is None:
        raise ValueError('time data %r does not match format %r' % (text, format))
    if len(text) != found.end():
        raise ValueError('unconverted data remains: %s' % text[found.end():])
    got = found.groupdict()
    year, month, day = 1900, 1, 1
    hour = minute = second = micro = 0
    zone = None
    if 'y' in got:
        year = int(got['y'])
        year += 2000 if year <= 68 else 1900
    if 'Y' in got:
        year = int(got['Y'])
    if 'm' in got:
        month = int(got['m'])
    if 'B' in got:
        month = [name.lower() for name in _MONTHS].index(got['B'].lower())
    if 'b' in got:
        month = [name[:3].lower() for name in _MONTHS].index(got['b'].lower())
    if 'd' in got:
        day = int(got['d'])
    if 'H' in got:
        hour = int(got['H'])
    if 'I' in got:
        hour = int(got['I'])
        half = got.get('p', '').lower()
        if half in ('', 'am'):
            hour = 0 if hour == 12 else hour
        elif hour != 12:
            hour += 12
    if 'M' in got:
        minute = int(got['M'])
    if 'S' in got:
        second = int(got['S'])
    if 'f' in got:
        micro = int((got['f'] + '00000')[:6])
    if 'j' in got:
        if 'm' in got or 'B' in got or 'b' in got or 'd' in got:
            refuse('a day of the year beside a month')
        made = date.fromordinal(_to_ordinal(year, 1, 1) + int(got['j']) - 1)
        year, month, day = made._year, made._month, made._day
    if 'z' in got:
        given = got['z']
        if given == 'Z':
            zone = UTC
        else:
            digits = given[1:].replace(':', '')
            if ':' in given and given[3] != ':':
                raise ValueError('Inconsistent use of : in %s' % given)
            fraction = 0
            if '.' in digits:
                digits, fraction = digits.split('.')
                fraction = int((fraction + '000000')[:6])
            offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:4]), seconds=int(digits[4:] or 0),
                               microseconds=fraction)
            zone = timezone(-offset if given[0] == '-' else offset)
    return cls(year, month, day, hour, minute, second, micro, zone)
`;

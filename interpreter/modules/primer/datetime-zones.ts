// Module datetime: time zones and times of day. Follows the text of `datetime-dates.ts`.

export const ZONES = String.raw`

class tzinfo:
    '''Abstract base class for time zone info objects.'''

    __shown_name__ = 'datetime.tzinfo'

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        refuse('the fromutc of a time zone')


class timezone(tzinfo):
    '''Fixed offset from UTC implementation of tzinfo.'''

    __shown_name__ = 'datetime.timezone'

    __slots__ = ('_offset', '_name')
    __display__ = 'datetime.timezone({_offset})'

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('timezone() argument 1 must be datetime.timedelta, not %s' % type_name(offset))
        if name is not None and not isinstance(name, str):
            raise TypeError('timezone() argument 2 must be str, not %s' % type_name(name))
        if not -timedelta(1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             'timedelta(hours=24), not %r.' % (offset,))
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        _check_moment('utcoffset', dt)
        return self._offset

    def tzname(self, dt):
        _check_moment('tzname', dt)
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        _check_moment('dst', dt)
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return 'datetime.timezone(%r)' % (self._offset,)
        return 'datetime.timezone(%r, %r)' % (self._offset, self._name)

    def __str__(self):
        return self.tzname(None)


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


class time:
    '''time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object'''

    __shown_name__ = 'datetime.time'

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')
    __display__ = 'datetime.time({_hour}, {_minute}, {_second}, {_microsecond})'

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        parts = _iso_time(time_string)
        if parts is None:
            raise ValueError('Invalid isoformat string: %r' % (time_string,))
        return cls(*parts)

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

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec='auto'):
        return _time_text(self, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        _check_text('strftime() argument 1', format)
        return _format(self, format, (1900, 1, 1, self._hour, self._minute, self._second, self._microsecond, 0, 1))

    def __format__(self, fmt):
        return self.strftime(fmt) if fmt else str(self)

    def __repr__(self):
        text = '%d, %d' % (self._hour, self._minute)
        if self._microsecond:
            text += ', %d, %d' % (self._second, self._microsecond)
        elif self._second:
            text += ', %d' % self._second
        text = '%s(%s)' % (_class_name(self), text)
        if self._tzinfo is not None:
            text = text[:-1] + ', tzinfo=%r' % self._tzinfo + ')'
        if self._fold:
            text = text[:-1] + ', fold=1)'
        return text

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _key(self):
        offset = self.utcoffset()
        key = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        return key if offset is None else key - offset._total()

    def _compared(self, other, op):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            if op == '==':
                return False
            raise TypeError("can't compare offset-naive and offset-aware times")
        a, b = self._key(), other._key()
        return a == b if op == '==' else a < b if op == '<' else a <= b

    def __eq__(self, other):
        return self._compared(other, '==') if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compared(other, '<') if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compared(other, '<=') if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return other._compared(self, '<') if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return other._compared(self, '<=') if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash('time %d' % self._key())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _time_text(self, timespec):
    text = '%02d' % self._hour
    if timespec == 'auto':
        timespec = 'microseconds' if self._microsecond else 'seconds'
    if timespec == 'hours':
        return text
    text += ':%02d' % self._minute
    if timespec == 'minutes':
        return text
    text += ':%02d' % self._second
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return text + '.%03d' % (self._microsecond // 1000)
    if timespec == 'microseconds':
        return text + '.%06d' % self._microsecond
    raise ValueError('Unknown timespec value')


def _iso_date(text):
    if len(text) == 10 and text[4] == text[7] == '-':
        parts = text[:4], text[5:7], text[8:]
    elif len(text) == 8 and text.isdigit():
        parts = text[:4], text[4:6], text[6:]
    elif len(text) > 4 and 'W' in text:
        refuse('a date by its week')
    else:
        return None
    if not all([part.isascii() and part.isdigit() for part in parts]):
        return None
    return [int(part) for part in parts]


def _iso_time(text):
    if text.startswith('T'):
        text = text[1:]
    zone = None
    for i, ch in enumerate(text):
        if ch in '+-Z':
            zone = _iso_zone(text[i:])
            if zone is None:
                return None
            text = text[:i]
            break
    micro = 0
    for point in '.,':
        if point in text:
            text, fraction = text.split(point, 1)
            if not fraction.isdigit() or not fraction.isascii():
                return None
            micro = int((fraction + '000000')[:6])
            if len(text.replace(':', '')) != 6:
                return None
            break
    parts = text.split(':') if ':' in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or not all([len(part) == 2 and part.isascii() and part.isdigit() for part in parts]):
        return None
    return [int(part) for part in parts] + [0] * (3 - len(parts)) + [micro, zone]


def _iso_zone(text):
    if text == 'Z':
        return UTC
    parts = _iso_time(text[1:]) if text[1:] and text[1:][0].isdigit() else None
    if parts is None or parts[4] is not None:
        return None
    offset = timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2], microseconds=parts[3])
    if not offset:
        return UTC
    return timezone(-offset if text[0] == '-' else offset)
`;

import datetime as dt
from datetime import datetime, date, timedelta, time, timezone
D = [date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31), date(2000, 1, 1), date(1999, 12, 31), date(2021, 1, 3), date(2020, 12, 31), date(1600, 3, 1)]
for d in D:
    print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.isoformat(), d.ctime(), date.fromordinal(d.toordinal()) == d, f'{d}')
    if d.year >= 1000: print(d.strftime('%Y-%m-%d %a %A %b %B %j %U %W %w %u %y %G %V %e %D %F %x %c %%'), f'{d:%d/%m/%Y}')
for n in range(1, 3652060, 9973): assert date.fromordinal(n).toordinal() == n
T = [timedelta(1), timedelta(0), timedelta(-1, 5), timedelta(seconds=3661.5), timedelta(days=1.5, hours=-3), timedelta(microseconds=1), timedelta(weeks=2, minutes=1, milliseconds=5), timedelta(hours=25), timedelta(seconds=-1)]
for a in T:
    print(a, repr(a), a.days, a.seconds, a.microseconds, a.total_seconds(), -a, abs(a), a * 2, a * 0.3, a / 3, a // 7, bool(a), a / 0.7)
    for b in T[:4]:
        try: print(a + b, a - b, a < b, a == b, a / b, a // b, a % b, divmod(a, b))
        except ZeroDivisionError as e: print(e)
x = datetime(2023, 5, 17, 13, 4, 5, 678); y = datetime(2024, 2, 29)
print(x, repr(x), x.isoformat(), x.isoformat(' ', 'minutes'), x.date(), x.time(), repr(x.time()), x.strftime('%H:%M:%S.%f %I %p %X %c %T %R|%z|%Z|'), y - x, x + timedelta(days=300, seconds=80000), x - timedelta(1), x < y, x == y, x.replace(year=2020, microsecond=0), x.weekday(), x.timetz(), max(x, y), x.hour, x.minute)
print(repr(y), repr(datetime(2020, 1, 1, 5)), repr(datetime(2020, 1, 1, 5, 6, 7)), datetime.combine(date(2020, 1, 2), time(3, 4)), datetime.min, datetime.max, timedelta.max, date.min, time(1, 2, 3), repr(time(1, 2, 3, 4)), time(10) < time(11), time.min, time(5, 6).strftime('%H-%M'), time(12, 30).isoformat('hours'))
u = datetime(2023, 1, 1, 12, tzinfo=timezone.utc); p = timezone(timedelta(hours=5, minutes=30)); print(u, repr(u), u.astimezone(p), u.astimezone(p) == u, u.timestamp(), p, repr(p), timezone(timedelta(hours=-3), 'X'), u.isoformat(), u.strftime('%z %Z'), u.utcoffset(), u.tzname(), repr(timezone.utc), datetime.fromtimestamp(0, timezone.utc), datetime.utcfromtimestamp(1.5), dt.UTC)
for s, f in [('2023-05-17', '%Y-%m-%d'), ('17/05/23 1:02 PM', '%d/%m/%y %I:%M %p'), ('May 3, 2021', '%B %d, %Y'), ('Mon 3 jan 2022', '%a %d %b %Y'), ('12:30:45.5', '%H:%M:%S.%f'), ('2023-13-01', '%Y-%m-%d'), ('2023-02-30', '%Y-%m-%d'), ('2023-01-01 x', '%Y-%m-%d'), ('abc', '%Y'), ('2023 045', '%Y %j'), ('2023-01-01T10:00:00+0530', '%Y-%m-%dT%H:%M:%S%z'), ('1', '%q'), ('12 AM', '%I %p'), ('5%', '%d%%')]:
    try: print(repr(datetime.strptime(s, f)))
    except ValueError as e: print(e)
for s in ['2023-05-17', '20230517', '2023-05-17T10:20:30', '2023-05-17 10:20', '2023-05-17T10:20:30.123', '2023-05-17T10:20:30.123456+02:00', '2023-05-17T10:20Z', '2023-5-17', 'x', '', '2023-05-17T', '2023-05-17T25:00', '2023-02-30', '2023-05-17T10:20:30-05:00']:
    try: print(repr(datetime.fromisoformat(s)))
    except ValueError as e: print(e)
    try: print(repr(date.fromisoformat(s)))
    except ValueError as e: print(e)
for s in ['10:20', '10', '10:20:30.5', '1:2', '10:20+01:00']:
    try: print(repr(time.fromisoformat(s)))
    except ValueError as e: print(e)
for f in (lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2023, 13, 1), lambda: datetime(2023, 1, 1, 24), lambda: time(0, 60), lambda: date(2023, 1), lambda: date('2023', 1, 1), lambda: date(2023, 1, 1) + 1, lambda: date(2023, 1, 1) - datetime(2023, 1, 1), lambda: date.max + timedelta(1), lambda: x < date(2023, 1, 1), lambda: x - u, lambda: x < u, lambda: x == u, lambda: timedelta('a'), lambda: timedelta(1) + 1, lambda: timedelta(10**10), lambda: date(2023, 1, 1) < 5, lambda: date(2023.5, 1, 1), lambda: timedelta(1) / 0, lambda: datetime(2023, 1), lambda: date(2023, 1, 1).replace(day=31, month=2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print({date(2023, 1, 1): 'a'}[date(2023, 1, 1)], sorted([date(2023, 5, 1), date(2022, 1, 1)]), (date(2024, 3, 1) - date(2024, 2, 1)).days, isinstance(x, date), date(2023, 1, 1) == datetime(2023, 1, 1), sum([timedelta(1), timedelta(2)], timedelta()), date.fromisocalendar(2020, 53, 5), dt.MINYEAR, hash(timedelta(1)) == hash(timedelta(hours=24)), len({x, x, y}))
class MyD(date):
    def quarter(self): return (self.month - 1) // 3 + 1
print(MyD(2023, 7, 4).quarter(), repr(MyD(2023, 7, 4)), type(MyD(2023, 7, 4) + timedelta(1)).__name__, MyD(2023, 1, 1).isocalendar()[1], MyD(2023, 1, 1).isocalendar().week)

import calendar
print(calendar.isleap(2024), calendar.isleap(1900), calendar.monthrange(2024, 2), calendar.weekday(2023, 5, 17), calendar.leapdays(1900, 2024), calendar.monthcalendar(2023, 5), list(calendar.month_name), calendar.day_name[0], list(calendar.day_abbr), calendar.month_abbr[5])
print(calendar.month(2023, 5)); calendar.prmonth(2024, 2); print(calendar.calendar(2023)); print(calendar.TextCalendar(6).formatmonth(2022, 10)); print(calendar.TextCalendar().formatyear(2021, m=4)); calendar.setfirstweekday(6); print(calendar.month(2023, 1), calendar.firstweekday(), calendar.monthcalendar(2023, 1))
c = calendar.Calendar(); print(list(c.itermonthdays(2023, 2)), list(c.itermonthdates(2023, 2))[0], c.monthdays2calendar(2023, 2)[0], list(c.iterweekdays()), c.monthdatescalendar(2024, 2)[-1])
try: calendar.monthrange(2023, 13)
except calendar.IllegalMonthError as e: print(e)
except ValueError as e: print(e)
print(calendar.timegm((2023, 1, 1, 0, 0, 0)), calendar.SUNDAY, len(calendar.month_name), [m for m in calendar.month_name if m][:2])

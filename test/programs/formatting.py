# f-strings, format specs and percent formatting; what print does.
name, n, f = 'Ada', 42, 3.14159
print(f'{name!r:>8}|{n:05d}|{n:+}|{n:#x}|{n:,}|{f:.2f}|{f:e}|{f:10.3g}|{name:*^9}|{{}}')
print(f'{n=} {f = :.1f} {name!s} {name!a} {"nested " + f"{n + 1}"}', f'{n:{n // 4}}', f'{[1, {"a": 2}]}')
print('%s %r %d %5.1f %x %% %-5s| %(k)s' % ('a', 'b', 3, 2.25, 255, 'z') if 0 else '%s %r %d %5.1f %x %% %-5s|' % ('a', 'b', 3, 2.25, 255, 'z'))
print('%(k)s=%(v)03d' % {'k': 'key', 'v': 7}, '{} {1}'.replace('1', '').format('x', 'y'), '{0}{1}{0}'.format('a', 'b'))
print('{:>{w}}|{key[0]}|{obj.real}'.format('r', w=4, key=[9], obj=5), format(1234567.891, ',.2f'), format(True), format(True, 'd'))
print(1, 'a', None, 2.0, sep='-', end='!\n')
print()
print('multi\nline', 'tab\tq', repr('quote\'s "both"'), repr('\x00é\u200b😀'), ascii('é'))
print(1e16, 1e15, 1e-5, 0.0001, -0.0, float('inf'), float('nan'), 1e22, 123456789.123, 5e-324)
print([1.0, None, True, 'x', (1,), (), {1: [2]}, {1}, set(), frozenset({1}), range(3), b'ab\x00', ...])

class Both:
    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'

    def __format__(self, spec):
        return f'format({spec})'

print(Both(), [Both()], f'{Both()} {Both()!r} {Both():>5}', '%s %r' % (Both(), Both()), str(Both()))
for attempt in (lambda: f'{"a":d}', lambda: f'{1:q}', lambda: '%d' % 'a', lambda: '{}'.format(), lambda: '%s' % (1, 2),
                lambda: format([], 'x'), lambda: '{a}'.format(b=1), lambda: f'{1.5:d}'):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)

# expect:
#    'Ada'|00042|+42|0x2a|42|3.14|3.141590e+00|      3.14|***Ada***|{}
# n=42 f = 3.1 Ada 'Ada' nested 43         42 [1, {'a': 2}]
# a 'b' 3   2.2 ff % z    |
# key=007 x y aba
#    r|9|5 1,234,567.89 True 1
# 1-a-None-2.0!
#
# multi
# line tab	q 'quote\'s "both"' '\x00é\u200b😀' '\xe9'
# 1e+16 1000000000000000.0 1e-05 0.0001 -0.0 inf nan 1e+22 123456789.123 5e-324
# [1.0, None, True, 'x', (1,), (), {1: [2]}, {1}, set(), frozenset({1}), range(0, 3), b'ab\x00', Ellipsis]
# str [repr] format() repr format(>5) str repr str
# ValueError Unknown format code 'd' for object of type 'str'
# ValueError Unknown format code 'q' for object of type 'int'
# TypeError %d format: a real number is required, not str
# IndexError Replacement index 0 out of range for positional args tuple
# TypeError not all arguments converted during string formatting
# TypeError unsupported format string passed to list.__format__
# KeyError 'a'
# ValueError Unknown format code 'd' for object of type 'float'
# lines 76 1f42c7ea

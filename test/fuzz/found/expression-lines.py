# Where several ways meet inside an expression: a conditional has none's line behind it, constants and chains have theirs.
k = 2
x51 = dict if 1 > 2.5 > 2 else {'a': 1, 'b': 2}
map(5 and abs, {'a': 1, 'b': []})
x = {'a': k or 1, 'b': k if k else 2, 'c': k > 1 > 2}
y = ('%s' % (k or 3)) if k else '%s %s' % (1, k and 2)
z = [1 < k < 3, (k or 1) if 0 < k < 3 else 2]
4 or missing if bytes else pow
x24: int = None or 2 if k else len
x25 = -1 and k if (1, 2) and k else not 0 or k
x26 = [2 > 3.14159 > 10, {'a': 1, 'b': 2}]
if 1 < k < 3 or k: z = 1
while k: k -= 1 if k < 0 < 3 else 1
assert k < 1 < 2 or k, 'a' if k else 'b'


def constant_tests(a, b):
    c = a or b if True else None
    for d in (a, b):
        c = (a and d) if not False else 0
    if c:
        c = a or b if not False else None
    match [a]:
        case [e, *_]:
            e = e or b if True else c
    return (a or b) if False else (b or a)


print(constant_tests(0, 2), constant_tests(1, 0), constant_tests([], ''))

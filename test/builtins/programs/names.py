x = 10
def sq(n): return n * n
print(eval('x + 1'), eval('sq(4) + len("abc")'), eval(' [i * 2 for i in range(3)]'), eval('{"a": (1, 2)}'), eval('x', {'x': 5}), eval('x + y', {'x': 1}, {'y': 2}), eval('max(1, 2) if True else None'), eval('"a" "b"'), eval('-3.5e2'), eval('a + b', {'a': 1, 'b': 2}))
def f(a, b=2, *args, k=3, **kw):
    c = a + b
    def g(): return c
    print({k: v for k, v in locals().items() if k != 'g'}, eval('a * b + c'), vars() == locals(), 'c' in locals(), eval('sq(a)'))
    if a: del a
    return sorted(locals())
print(f(1), f(0, 5, 6, z=7))
def clo():
    p = 1
    def inner():
        q = p
        return locals()
    return inner()
print(clo(), globals()['x'], 'sq' in globals(), 'nope' in globals(), globals().get('zz', 'd'), globals()['sq'](3), locals()['x'])
for e in ('1/0', 'undefined_name', '[1][5]', 'int("x")', '"a" + 1'):
    try: print(eval(e))
    except Exception as ex: print(type(ex).__name__, ex)
try: eval('x', 5)
except TypeError as ex: print(ex)
class C:
    v = 3
    w = eval('v + 1')
    names = sorted(n for n in locals() if not n.startswith('__'))
print(C.w, C.names, list(map(eval, ['1+1', 'x*2'])), eval('C.v'), eval('f') is f)
ops = {'+': lambda a, b: a + b}
print(eval('ops["+"](1, 2)'), [eval(f'{a} {o} {b}') for a, o, b in [(1, '+', 2), (3, '*', 4), (7, '//', 2)]], eval('3 > 2 and x == 10'), eval(str([1, {'k': None}])))

from contextlib import contextmanager, closing, suppress, nullcontext, ExitStack, redirect_stdout, ContextDecorator, AbstractContextManager
import io, sys
@contextmanager
def tag(n):
    print('<', n)
    try:
        yield n * 2
    except ValueError as e:
        print('caught', e)
    finally:
        print('>', n)
with tag('a') as x: print(x)
with tag('b'): raise ValueError('v')
try:
    with tag('c'): raise KeyError('k')
except KeyError as e: print('out', e)
@tag('deco')
def f(x): 'doc'; return x + 1
print(f(1), f(2), f.__name__)
@contextmanager
def bad():
    if 0: yield
try:
    with bad(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
class C:
    def close(self): print('closed')
with closing(C()) as c: print(type(c).__name__)
with suppress(ZeroDivisionError, KeyError): 1/0
with suppress(KeyError): {}['a']
try:
    with suppress(KeyError): 1/0
except ZeroDivisionError as e: print(e)
with nullcontext(5) as n: print(n)
with ExitStack() as st:
    a = st.enter_context(tag('s1')); b = st.enter_context(tag('s2')); st.callback(print, 'cb', end='!\n'); print(a, b)
    raise ValueError('inside')
with ExitStack() as st:
    @st.callback
    def _(): print('bye')
    st.push(lambda *a: print(a[0]))
buf = io.StringIO()
with redirect_stdout(buf):
    print('hidden'); sys.stdout.write('x')
print(repr(buf.getvalue()))
class T(ContextDecorator):
    def __enter__(self): print('in'); return self
    def __exit__(self, *e): print('out', e[0]); return False
@T()
def g(): print('g')
g()
class M(AbstractContextManager):
    def __exit__(self, *a): print('exit'); return True
with M() as m: raise ValueError
def gen():
    with tag('g'):
        yield 1
print(list(gen()))
with tag('x') as p, tag('y') as q: print(p, q)
def chain(e):
    shown = []
    while e: shown.append(repr(e)); e = e.__context__
    return shown
class Leaving:
    def __init__(self, n, act=None): self.n = n; self.act = act
    def __enter__(self): return self
    def __exit__(self, t, e, tb):
        print('exit', self.n, t and t.__name__, e, repr(e and e.__context__))
        if self.act: raise self.act
from contextlib import ExitStack, suppress
def many():
    with ExitStack() as st:
        st.enter_context(Leaving(1)); st.enter_context(Leaving(2, KeyError('k'))); st.enter_context(Leaving(3, IndexError('i')))
        raise ValueError('v')
def handled():
    try: raise OSError('outer')
    except OSError:
        with ExitStack() as st:
            st.callback(lambda: 1/0); st.callback(lambda: [][1])
def quietened():
    with ExitStack() as st:
        st.callback(lambda: 1/0)
        with suppress(KeyError): {}[1]
        st.push(lambda *d: True)
        raise KeyError(3)
for f in (many, handled, quietened):
    try: f()
    except Exception as e: print(chain(e), e.__cause__)

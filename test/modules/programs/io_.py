import io, sys
from io import StringIO
s = StringIO(); print(s.write('hello\n'), s.write('world'), s.tell(), repr(s.getvalue()), s.read()); s.seek(0); print(repr(s.read(3)), repr(s.readline()), s.readlines(), s.tell())
s = StringIO('a\nb\n\nc'); print([l for l in s]); s.seek(0); print(next(s), s.readlines(), s.seek(0, 2)); s.seek(2); s.write('XYZ'); print(repr(s.getvalue())); s.truncate(3); print(repr(s.getvalue()), s.closed)
s.seek(10); s.write('!'); print(repr(s.getvalue()))
s.close()
for f in (lambda: s.write('a'), lambda: s.getvalue(), lambda: StringIO(3), lambda: StringIO().write(b'x'), lambda: StringIO().seek(-1), lambda: StringIO().seek(1, 1), lambda: io.BytesIO('a'), lambda: io.BytesIO().write('a'), lambda: io.BytesIO().seek(-1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
with StringIO('x y') as f: print(f.read().split())
print(f.closed)
b = io.BytesIO(b'abc\ndef'); print(b.read(2), b.readline(), b.seek(-2, 2), b.read(), b.getvalue(), b.tell()); b.seek(0); b.write(b'ZZ'); print(b.getvalue())
old = sys.stdout; sys.stdout = buf = StringIO(); print('captured', 1); sys.stdout.write('more'); sys.stdout = old; print(repr(buf.getvalue()))
print('to buf', file=buf, end=''); print(repr(buf.getvalue()[-6:])); print('err', file=sys.stderr); sys.stderr.write('x'); print(sys.getrecursionlimit()); sys.setrecursionlimit(5000); print(sys.getrecursionlimit())
out = StringIO(); print('a', 'b', sep='-', file=out); print(out.getvalue().upper(), StringIO, type(out).__name__)
class Tee:
    def __init__(self, o): self.o = o; self.d = []
    def write(self, t): self.d.append(t); return self.o.write(t)
    def flush(self): self.o.flush()
sys.stdout = t = Tee(sys.stdout); print('tee', 5); sys.stdout = t.o; print(t.d)

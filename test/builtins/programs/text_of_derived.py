class S(str):
    def __str__(self): return 'X'
    def __repr__(self): return 'R'
print('%s %s %r' % (S('a'), 'b', S('q')), '{} {!r} {!s} {:>3}'.format(S('a'), S('a'), S('a'), S('a')), f'{S("a")}', str(S('b')), S('a')+'b')
class A: pass
class B(A): 'doc'
print(A.__doc__, B.__doc__, B().__doc__, A().__doc__)

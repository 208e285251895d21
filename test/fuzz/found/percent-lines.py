# A format with % and a tuple is compiled as an f-string: its text has no line.
class C:
    def __repr__(self):
        return 'C<%s>' % (id is None,)

    @staticmethod
    def f(a):
        return 'a %s and %-5r' % (
            a,
            1)

    def g(self):
        return '%s' % (self,)


def h(x):
    x += 1
    return 'so %s' % (x,)


print(C(), C.f(3), C().g(), h(2), 'x%%y %d' % (3,))

# Context managers: order of calls, suppressing, leaving by return and break.
class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress

    def __enter__(self):
        print('enter', self.name)
        return self.name * 2

    def __exit__(self, kind, value, trace):
        print('exit', self.name, kind.__name__ if kind else None, value)
        return self.suppress

with Manager('a') as a:
    print('body', a)

with Manager('b') as b, Manager('c') as c:
    print(b, c)

with Manager('s', True):
    raise ValueError('gone')

try:
    with Manager('outer'), Manager('inner'):
        raise KeyError('k')
except KeyError as error:
    print('caught', error)

def leaves():
    with Manager('r'):
        return 'value'

print(leaves())

def loops():
    for i in range(3):
        with Manager(i):
            if i == 0:
                continue
            break
    return i

print(loops())

def swallow_and_go_on():
    with Manager('x', True):
        1 / 0
    return 'after'

print(swallow_and_go_on())
try:
    with 5:
        pass
except TypeError as error:
    print(error)

class Half:
    def __enter__(self):
        pass

try:
    with Half():
        pass
except TypeError as error:
    print(error)

class Raising:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise RuntimeError('from exit')

try:
    with Raising():
        raise ValueError('first')
except RuntimeError as error:
    print(error, repr(error.__context__))

def nested_finally():
    try:
        with Manager('n'):
            return 1
    finally:
        print('finally')

print(nested_finally())

# expect:
# enter a
# body aa
# exit a None None
# enter b
# enter c
# bb cc
# exit c None None
# exit b None None
# enter s
# exit s ValueError gone
# enter outer
# enter inner
# exit inner KeyError 'k'
# exit outer KeyError 'k'
# caught 'k'
# enter r
# exit r None None
# value
# enter 0
# exit 0 None None
# enter 1
# exit 1 None None
# 1
# enter x
# exit x ZeroDivisionError division by zero
# after
# 'int' object does not support the context manager protocol
# 'Half' object does not support the context manager protocol (missed __exit__ method)
# from exit ValueError('first')
# enter n
# exit n None None
# finally
# 1
# lines 130 7b7e62f9

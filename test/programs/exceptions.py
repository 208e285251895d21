# try in all its forms: handlers, else, finally, leaving through finally, chaining, re-raising.
# Ends with an exception that nothing catches.
def run(action):
    log = []
    try:
        log.append('try')
        action()
    except ZeroDivisionError as error:
        log.append(str(error))
    except (KeyError, IndexError) as error:
        log.append(type(error).__name__)
    except Exception:
        log.append('other')
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log

print(run(lambda: 1))
print(run(lambda: 1 / 0))
print(run(lambda: {}['x']))
print(run(lambda: [][0]))
print(run(lambda: int('x')))

def through():
    for i in range(3):
        try:
            if i == 0:
                continue
            if i == 1:
                return 'returned'
        finally:
            print('finally', i)

print(through())

def overrides():
    try:
        return 'try'
    finally:
        return 'finally'

def swallows():
    while True:
        try:
            1 / 0
        finally:
            break
    return 'swallowed'

def keeps():
    x = 1
    try:
        return x
    finally:
        x = 2

def nested():
    try:
        try:
            return 'inner'
        finally:
            print('first')
    finally:
        print('second')

print(overrides(), swallows(), keeps(), nested())

def loops():
    out = []
    for i in range(2):
        for j in range(3):
            try:
                if j == 1:
                    break
                out.append((i, j))
            finally:
                out.append('f')
        else:
            out.append('never')
    return out

print(loops())

def unbinds():
    try:
        raise ValueError('v')
    except ValueError as e:
        pass
    try:
        e
    except UnboundLocalError as error:
        return str(error)

print(unbinds())

def chain():
    try:
        try:
            raise KeyError('a')
        except KeyError:
            raise ValueError('b')
    except ValueError as error:
        return repr(error.__context__), error.__cause__

print(chain())

def cause():
    try:
        try:
            raise KeyError('a')
        except KeyError as error:
            raise ValueError('b') from error
    except ValueError as error:
        return repr(error.__cause__)

print(cause())

def reraise():
    try:
        try:
            [].pop()
        except IndexError:
            raise
    except IndexError as error:
        return repr(error), error.__context__

print(reraise())
try:
    raise
except RuntimeError as error:
    print(error)
try:
    raise 5
except TypeError as error:
    print(error)
try:
    raise ValueError from 5
except TypeError as error:
    print(error)
try:
    raise ValueError
except ValueError as error:
    print(repr(error))
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as error:
    print(error)

class Custom(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code

    def __str__(self):
        return f'[{self.code}] {self.args[0]}'

try:
    raise Custom(7, 'bad')
except Exception as error:
    print(error, error.code, error.args, isinstance(error, Custom))

def handled_inside():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            [][1]
        except IndexError as inner:
            return repr(inner.__context__)

print(handled_inside())

def finally_raises():
    try:
        try:
            1 / 0
        finally:
            {}['k']
    except KeyError as error:
        return repr(error), repr(error.__context__)

print(finally_raises())

def try_in_loop():
    total = 0
    for text in ['1', 'x', '3']:
        try:
            total += int(text)
        except ValueError:
            continue
        else:
            total *= 10
    return total

print(try_in_loop())

def return_in_handler():
    for x in [1, 2]:
        try:
            raise ValueError(x)
        except ValueError as error:
            return error.args
        finally:
            print('cleanup')

print(return_in_handler())

def break_in_handler():
    for x in [1, 2]:
        try:
            raise ValueError(x)
        except ValueError as e:
            break
    try:
        e
    except NameError as error:
        print('unbound')
    return x

print(break_in_handler())

def deep(n):
    if n == 0:
        raise LookupError('bottom')
    try:
        deep(n - 1)
    finally:
        order.append(n)

order = []
try:
    deep(3)
except LookupError as error:
    print(error, order)
print('end')
[1, 2][5]

# expect:
# ['try', 'else', 'finally']
# ['try', 'division by zero', 'finally']
# ['try', 'KeyError', 'finally']
# ['try', 'IndexError', 'finally']
# ['try', 'other', 'finally']
# finally 0
# finally 1
# returned
# first
# second
# finally swallowed 1 inner
# [(0, 0), 'f', 'f', (1, 0), 'f', 'f']
# cannot access local variable 'e' where it is not associated with a value
# ("KeyError('a')", None)
# KeyError('a')
# ("IndexError('pop from empty list')", None)
# No active exception to reraise
# exceptions must derive from BaseException
# exception causes must derive from BaseException
# ValueError()
# catching classes that do not inherit from BaseException is not allowed
# [7] bad 7 ('bad',) True
# ZeroDivisionError('division by zero')
# ("KeyError('k')", "ZeroDivisionError('division by zero')")
# 130
# cleanup
# (1,)
# unbound
# 1
# bottom [1, 2, 3]
# end
# ! IndexError: list index out of range
# lines 263 f6167f35

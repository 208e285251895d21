// Module unittest: test cases and their assertions. What the runner prints has times in it; asking for that is
// refused. https://docs.python.org/3.11/library/unittest.html
import { primerModule } from './declare.ts';
import { RUNNING } from './unittest-running.ts';

export const unittest = primerModule(
  'unittest',
  String.raw`
import re
from _lockstep import program_globals, refuse

__all__ = ['TestCase', 'TestSuite', 'TestResult', 'TestLoader', 'TextTestRunner', 'TextTestResult', 'SkipTest',
           'skip', 'skipIf', 'skipUnless', 'expectedFailure', 'main', 'defaultTestLoader']


class SkipTest(Exception):
    '''
    Raise this exception in a test to skip it.
    '''
    __module__ = 'unittest.case'


class _Unseen:
    '''A message that nobody has worked out: fine as long as nobody looks at it.'''

    def __init__(self, what):
        self.what = what

    def __str__(self):
        refuse('what unittest says of ' + self.what)

    __repr__ = __str__


def _short(obj):
    text = repr(obj)
    return text if len(text) <= 80 else None


class _Raises:
    def __init__(self, case, expected, pattern=None, msg=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg

    called = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            names = self.expected
            name = getattr(names, '__name__', None) or str(names)
            by = '' if self.called is None else ' by %s' % self.called
            self.case._failed(self.msg, '%s not raised%s' % (name, by))
        if not issubclass(kind, self.expected):
            return False
        self.exception = value
        if self.pattern is not None and not re.search(self.pattern, str(value)):
            pattern = self.pattern if isinstance(self.pattern, str) else self.pattern.pattern
            self.case._failed(self.msg, '"%s" does not match "%s"' % (pattern, str(value)))
        return True


class _SubTest:
    def __init__(self, case):
        self.case = case

    def __enter__(self):
        return None

    def __exit__(self, kind, value, tb):
        result = self.case._result
        if kind is None or result is None or not issubclass(kind, Exception):
            return False
        if issubclass(kind, SkipTest):
            result.skipped.append((self.case, str(value)))
        else:
            self.case._outcome(result, kind, value)
        return True


class TestCase:
    '''A class whose instances are single test cases.'''

    __module__ = 'unittest.case'
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._result = None
        self._cleanups = []
        if not hasattr(self, methodName) and methodName != 'runTest':
            raise ValueError('no such test method in %s: %s' % (self.__class__, methodName))

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def skipTest(self, reason):
        raise SkipTest(reason)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def subTest(self, msg=None, **params):
        return _SubTest(self)

    def id(self):
        return '%s.%s.%s' % (self.__class__.__module__, self.__class__.__qualname__, self._testMethodName)

    def countTestCases(self):
        return 1

    def _outcome(self, result, kind, value):
        if issubclass(kind, self.failureException):
            result.failures.append((self, _Unseen('a failure')))
        else:
            result.errors.append((self, _Unseen('an error')))
        self._bad = True

    def _attempt(self, result, action, *args, **kwargs):
        try:
            action(*args, **kwargs)
        except KeyboardInterrupt:
            raise
        except SkipTest as exc:
            result.skipped.append((self, str(exc)))
            self._bad = True
            return False
        except BaseException as exc:
            self._outcome(result, type(exc), exc)
            return False
        return True

    def run(self, result=None):
        if result is None:
            result = TestResult()
        result.testsRun += 1
        method = getattr(self, self._testMethodName)
        for marked in (self.__class__, method):
            if getattr(marked, '__unittest_skip__', False):
                result.skipped.append((self, marked.__unittest_skip_why__))
                return result
        expecting = getattr(method, '__unittest_expecting_failure__', False)
        own = TestResult() if expecting else result
        self._result, self._bad = own, False
        if self._attempt(own, self.setUp):
            self._attempt(own, method)
            self._attempt(own, self.tearDown)
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._attempt(own, function, *args, **kwargs)
        self._result = None
        if expecting:
            if self._bad:
                result.expectedFailures.append((self, _Unseen('a failure')))
            else:
                result.unexpectedSuccesses.append(self)
        return result

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        refuse('TestCase.debug')

    def _failed(self, msg, standard):
        if not self.longMessage:
            raise self.failureException(msg or standard)
        raise self.failureException(standard if msg is None else '%s : %s' % (standard, msg))

    def _shown(self, *objects):
        texts = [_short(one) for one in objects]
        if None in texts:
            raise self.failureException(_Unseen('long values'))
        return texts

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._failed(msg, '%s is not true' % self._shown(expr)[0])

    def assertFalse(self, expr, msg=None):
        if expr:
            self._failed(msg, '%s is not false' % self._shown(expr)[0])

    def assertEqual(self, first, second, msg=None):
        if first == second:
            return
        if type(first) is type(second) and isinstance(first, (str, list, tuple, dict, set, frozenset)):
            raise self.failureException(_Unseen('unequal values'))
        self._failed(msg, '%s != %s' % tuple(self._shown(first, second)))

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._failed(msg, '%s == %s' % tuple(self._shown(first, second)))

    def _kinds(self, first, second, kind, msg):
        for which, one in (('First', first), ('Second', second)):
            if not isinstance(one, kind):
                raise self.failureException(_Unseen('values of another type'))
        if first != second:
            raise self.failureException(_Unseen('unequal values'))

    def assertListEqual(self, list1, list2, msg=None):
        self._kinds(list1, list2, list, msg)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self._kinds(tuple1, tuple2, tuple, msg)

    def assertDictEqual(self, d1, d2, msg=None):
        self._kinds(d1, d2, dict, msg)

    def assertSetEqual(self, set1, set2, msg=None):
        if set1 != set2:
            raise self.failureException(_Unseen('unequal values'))

    def assertMultiLineEqual(self, first, second, msg=None):
        self._kinds(first, second, str, msg)

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if len(seq1) != len(seq2) or any(a != b for a, b in zip(seq1, seq2)):
            raise self.failureException(_Unseen('unequal values'))

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for one in list(first):
            if one not in rest:
                raise self.failureException(_Unseen('unequal values'))
            rest.remove(one)
        if rest:
            raise self.failureException(_Unseen('unequal values'))

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if diff <= delta:
                return
            texts = tuple(self._shown(first, second, delta, diff))
            self._failed(msg, '%s != %s within %s delta (%s difference)' % texts)
        if places is None:
            places = 7
        if round(diff, places) == 0:
            return
        first, second, diff = self._shown(first, second, diff)
        self._failed(msg, '%s != %s within %r places (%s difference)' % (first, second, places, diff))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError('specify delta or places not both')
        diff = abs(first - second)
        if delta is not None:
            if not first == second and diff > delta:
                return
            texts = tuple(self._shown(first, second, delta, diff))
            self._failed(msg, '%s == %s within %s delta (%s difference)' % texts)
        if places is None:
            places = 7
        if not first == second and round(diff, places) != 0:
            return
        first, second = self._shown(first, second)
        self._failed(msg, '%s == %s within %r places' % (first, second, places))

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._failed(msg, '%s is not %s' % tuple(self._shown(expr1, expr2)))

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._failed(msg, 'unexpectedly identical: %s' % self._shown(expr1)[0])

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._failed(msg, '%s is not None' % self._shown(obj)[0])

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._failed(msg, 'unexpectedly None')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._failed(msg, '%s not found in %s' % tuple(self._shown(member, container)))

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._failed(msg, '%s unexpectedly found in %s' % tuple(self._shown(member, container)))

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._failed(msg, '%s is not an instance of %r' % (self._shown(obj)[0], cls))

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._failed(msg, '%s is an instance of %r' % (self._shown(obj)[0], cls))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._failed(msg, '%s not less than %s' % tuple(self._shown(a, b)))

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._failed(msg, '%s not less than or equal to %s' % tuple(self._shown(a, b)))

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._failed(msg, '%s not greater than %s' % tuple(self._shown(a, b)))

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._failed(msg, '%s not greater than or equal to %s' % tuple(self._shown(a, b)))

    def assertRegex(self, text, expected_regex, msg=None):
        if not re.search(expected_regex, text):
            pattern = expected_regex if isinstance(expected_regex, str) else expected_regex.pattern
            self._failed(msg, "Regex didn't match: %r not found in %r" % (pattern, text))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        found = re.search(unexpected_regex, text)
        if found:
            pattern = unexpected_regex if isinstance(unexpected_regex, str) else unexpected_regex.pattern
            self._failed(msg, 'Regex matched: %r matches %r in %r' % (found.group(), pattern, text))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(_Raises(self, expected_exception, None, kwargs.pop('msg', None)), args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(_Raises(self, expected_exception, expected_regex, kwargs.pop('msg', None)), args, kwargs)

    def _raises(self, context, args, kwargs):
        if not args:
            return context
        func, *rest = args
        context.called = getattr(func, '__name__', None) or str(func)
        with context:
            func(*rest, **kwargs)

    def assertLogs(self, logger=None, level=None):
        refuse('assertLogs')

    def assertWarns(self, *args, **kwargs):
        refuse('assertWarns')

    assertWarnsRegex = assertWarns

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                            f"not support the context manager protocol") from None
        result = enter(cm)
        self.addCleanup(exit, cm, None, None, None)
        return result

    assertEquals = assertEqual
    assertItemsEqual = assertCountEqual
` + RUNNING,
);

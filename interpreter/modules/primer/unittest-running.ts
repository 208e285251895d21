// The second half of module unittest: results, suites, running them. Follows the text of `unittest.ts`.

export const RUNNING = String.raw`
def skip(reason):
    def decorator(test_item):
        test_item.__unittest_skip__ = True
        test_item.__unittest_skip_why__ = reason
        return test_item
    if isinstance(reason, type(skip)):
        test_item = reason
        reason = ''
        return decorator(test_item)
    return decorator


def skipIf(condition, reason):
    if condition:
        return skip(reason)
    return lambda test_item: test_item


def skipUnless(condition, reason):
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


class TestResult:
    __module__ = 'unittest.result'

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.testsRun = 0
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []
        self.shouldStop = False

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def __repr__(self):
        return '<%s run=%i errors=%i failures=%i>' % (
            'unittest.%s.%s' % ('runner' if type(self) is TextTestResult else 'result', type(self).__name__),
            self.testsRun, len(self.errors), len(self.failures))


class TextTestResult(TestResult):
    __module__ = 'unittest.runner'


class TestSuite:
    __module__ = 'unittest.suite'

    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for test in tests:
            self.addTest(test)

    def countTestCases(self):
        return sum([test.countTestCases() for test in self._tests])

    def __iter__(self):
        return iter(self._tests)

    def _flat(self):
        for test in self._tests:
            if isinstance(test, TestSuite):
                yield from test._flat()
            else:
                yield test

    def run(self, result, debug=False):
        current, broken = None, False
        for test in self._flat():
            if type(test) is not current:
                self._leave(current, broken, result)
                current, broken = type(test), False
                if not getattr(current, '__unittest_skip__', False):
                    try:
                        current.setUpClass()
                    except SkipTest as exc:
                        result.skipped.append((current, str(exc)))
                        broken = True
                    except Exception:
                        result.errors.append((current, _Unseen('an error')))
                        broken = True
            if not broken:
                test.run(result)
        self._leave(current, broken, result)
        return result

    def _leave(self, cls, broken, result):
        if cls is None or broken or getattr(cls, '__unittest_skip__', False):
            return
        try:
            cls.tearDownClass()
        except Exception:
            result.errors.append((cls, _Unseen('an error')))

    __call__ = run


class TestLoader:
    __module__ = 'unittest.loader'
    testMethodPrefix = 'test'
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        names = []
        for cls in testCaseClass.__mro__:
            if cls.__module__.startswith('unittest') or cls is object:
                continue
            for name in cls.__dict__:
                if name.startswith(self.testMethodPrefix) and callable(getattr(testCaseClass, name)):
                    if name not in names:
                        names.append(name)
        return sorted(names)

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *args, **kws):
        suites = []
        for name, value in sorted(program_globals().items()):
            if name in ('setUpModule', 'tearDownModule', 'load_tests'):
                refuse('the function %s of a test module' % name)
            if isinstance(value, type) and issubclass(value, TestCase) and value is not TestCase:
                suites.append(self.loadTestsFromTestCase(value))
        return self.suiteClass(suites)

    def loadTestsFromName(self, name, module=None):
        refuse('loading tests by name')

    def discover(self, *args, **kwargs):
        refuse('finding tests in files')


defaultTestLoader = TestLoader()


class TextTestRunner:
    __module__ = 'unittest.runner'

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, **kwargs):
        if stream is not None:
            refuse('what unittest prints, which has times in it')
        if failfast or buffer:
            refuse('failfast and buffer of unittest')

    def run(self, test):
        result = TextTestResult()
        test(result)
        return result


def main(module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
         verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, **kwargs):
    if module != '__main__' or defaultTest is not None or failfast or buffer:
        refuse('unittest.main with other tests than the program has')
    runner = testRunner if testRunner is not None else TextTestRunner(verbosity=verbosity)
    if isinstance(runner, type):
        runner = runner()
    result = runner.run(testLoader.loadTestsFromModule(module))
    if exit:
        raise SystemExit(not result.wasSuccessful())
    return _Program(result)


class _Program:
    def __init__(self, result):
        self.result = result
`;

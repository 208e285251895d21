import unittest
from unittest import TestCase
from string import Template
import time
class A(TestCase):
    @classmethod
    def setUpClass(cls): print('suc')
    def setUp(self): print('setup', self._testMethodName); self.x = 1
    def tearDown(self): print('td')
    def test_b(self): self.assertEqual(self.x, 1); print('b')
    def test_a(self):
        with self.assertRaises(ValueError) as cm: int('x')
        print(cm.exception); self.assertIn(1, [1]); self.assertTrue(1); self.assertAlmostEqual(0.1 + 0.2, 0.3)
    def test_fail(self): self.assertEqual([1], [2])
    def test_err(self): 1/0
    @unittest.skip('no')
    def test_skip(self): print('never')
    @unittest.expectedFailure
    def test_xf(self): self.fail()
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): print(i); self.assertNotEqual(i, 1)
    def helper(self): print('no')
class B(A):
    def test_c(self): self.addCleanup(print, 'cleanup'); self.skipTest('x')
t = TestCase()
for f in (lambda: t.assertEqual(1, 2), lambda: t.assertTrue(0), lambda: t.assertFalse([1]), lambda: t.assertIs(1, 2, 'm'), lambda: t.assertIn(3, [1]), lambda: t.assertNotIn(1, [1]), lambda: t.assertIsNone(5), lambda: t.assertIsNotNone(None), lambda: t.assertLess(2, 1), lambda: t.assertGreaterEqual(1, 2), lambda: t.assertIsInstance(1, str), lambda: t.assertAlmostEqual(1.0, 1.1), lambda: t.assertAlmostEqual(1, 2, delta=0.5), lambda: t.assertRaises(ValueError, int, '3'), lambda: t.assertRegex('abc', 'x+'), lambda: t.assertRaisesRegex(ValueError, 'zzz', int, 'q'), lambda: t.fail('boom'), lambda: t.assertNotEqual(1, 1), lambda: t.assertListEqual([1], [1]), lambda: t.assertCountEqual([1, 2], [2, 1]), lambda: t.assertEqual(1, 'a', 'custom'), lambda: t.assertNotAlmostEqual(1, 1)):
    try: print(f())
    except AssertionError as e: print(e)
r = unittest.TextTestRunner().run(unittest.TestLoader().loadTestsFromTestCase(A)); print(r.testsRun, len(r.failures), len(r.errors), len(r.skipped), r.wasSuccessful(), r)
s = unittest.TestSuite(); s.addTest(A('test_b')); print(s.countTestCases()); print(unittest.TextTestRunner(verbosity=0).run(s).wasSuccessful())
print(Template('$a ${b} $$ $c').safe_substitute(a=1, b='x'), Template('Hi $name').substitute({'name': 'Bob'}), Template('$x').template, Template('$a').substitute({'a': 1}, a=2))
for f in (lambda: Template('$x').substitute(), lambda: Template('a $ b').substitute(), lambda: Template('l1\n${').substitute(a=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t0 = time.time(); time.sleep(0.001); t1 = time.perf_counter(); print(time.time() > t0)
if __name__ == '__main__':
    try:
        unittest.main()
    except SystemExit as e:
        print('exit', e.code)

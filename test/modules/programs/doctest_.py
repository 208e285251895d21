'''Module doc.

>>> add(1, 2)
3
'''
import doctest
def add(a, b):
    """
    >>> add(2, 3)
    5
    >>> add('a', 'b')
    'ab'
    >>> x = add(1, 1)
    >>> x
    2
    >>> for i in range(2):
    ...     print(i)
    0
    1
    >>> add(1, 'a')
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for +: 'int' and 'str'
    >>> [add(i, i) for i in range(3)]  # comment
    [0, 2, 4]
    >>> def g(y): return y * x
    >>> g(4)
    8
    >>> print('a\\n\\nb')
    a
    <BLANKLINE>
    b
    >>> None
    >>> list(map(lambda v: v + x, [1]))
    [3]
    """
    return a + b
class K:
    """
    >>> k = K(3)
    >>> k.v, k.dbl
    (3, 6)
    """
    def __init__(self, v): self.v = v
    @property
    def dbl(self):
        """
        >>> K(1).dbl
        2
        """
        return self.v * 2
    @staticmethod
    def s():
        """
        >>> K.s()
        'Hello World'
        """
        return 'Hello World'
class E(Exception): pass
def boom():
    """
    >>> boom()
    Traceback (most recent call last):
    ValueError: bad
    """
    raise ValueError('bad')
if __name__ == '__main__':
    print(doctest.testmod())
    r = doctest.testmod(optionflags=doctest.ELLIPSIS); print(r.failed, r.attempted)
    doctest.run_docstring_examples(add, globals())

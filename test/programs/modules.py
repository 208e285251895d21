# import in all its forms, and what is done with modules as values.
import math
import math as m, collections
import collections.abc
from collections import deque, OrderedDict as Ordered, Counter, defaultdict
from functools import reduce
from itertools import chain

print(math.floor(2.5), m is math, math.gcd(12, 18), collections.deque is deque)
print(isinstance([], collections.abc.Sequence), reduce(lambda a, b: a * b, [1, 2, 3, 4]))

def local():
    import string
    from math import sqrt as root
    return string.digits, root(16)

print(local())

class Inside:
    from math import ceil
    import itertools as tools

print(Inside.tools.chain is chain, list(chain([1], [2, 3])))

queue = deque([1, 2, 3], maxlen=3)
queue.append(4)
queue.appendleft(0)
queue.rotate(1)
print(queue, queue.pop(), queue.popleft(), len(queue))
counts = Counter('abracadabra')
counts['z'] -= 1
counts.update('aa')
print(counts.most_common(2), counts['missing'], sorted(counts.elements())[:3])
groups = defaultdict(list)
for word in ['ab', 'c', 'de']:
    groups[len(word)].append(word)
print(groups, dict(groups))
order = Ordered(a=1, b=2)
order.move_to_end('a')
print(order, list(order), order.popitem(last=False))
try:
    math.sqrt(-1)
except ValueError as error:
    print(error)

# expect:
# 2 True 6 True
# True 24
# ('0123456789', 4.0)
# True [1, 2, 3]
# deque([0], maxlen=3) 2 3 1
# [('a', 7), ('b', 2)] 0 ['a', 'a', 'a']
# defaultdict(<class 'list'>, {2: ['ab', 'de'], 1: ['c']}) {2: ['ab', 'de'], 1: ['c']}
# OrderedDict([('a', 1)]) ['b', 'a'] ('b', 2)
# math domain error
# lines 46 79532951

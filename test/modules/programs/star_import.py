from math import *
from collections import *
from queue import *
from itertools import *
def f(x): return sqrt(x) + floor(2.7) + pow(2, 3)
print(f(4), pi, Counter('aab'), list(accumulate([1,2,3])))
q = Queue(); q.put(1); print(q.get())

# Ints of more digits than repr writes, and a deque of more elements than a call takes arguments.
from collections import deque

a = 3
for i in range(10):
    a |= a**3
b = [-a]
xs = deque([None]) * 150_000

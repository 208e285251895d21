# An index is too large from 2**63 on, not from 2**53.
from collections import deque

for container in ([1], (1,), 'a', b'a', deque([1])):
    for index in (2**53, 10**18, 2**63 - 1, 2**63, -(2**63), -(2**63) - 1):
        try:
            container[index]
        except IndexError as error:
            print(type(container).__name__, index, error)

from array import array
import copy
a = array('i', [3, 1, 2]); a.append(4); a.extend([5, 6]); a.insert(1, 9); print(a, len(a), a[0], a[-1], a[1:4], a.pop(), a.pop(0), a.index(2), a.count(1), list(a), sum(a), max(a), 9 in a, a.typecode, a.itemsize, sorted(a), a.tolist())
a.reverse(); a.remove(9); a[0] = 100; a[1:2] = array('i', [7, 8]); del a[0]; print(a, a + array('i', [1]), a * 2, 2 * a, a == array('i', a), a < array('i', [9]), bool(array('i')), [x * 2 for x in a], repr(array('d', [1, 2.5])), array('f', [1.1, 0.1]), array('u', 'abc'), array('b', b'\x01\xff'), array('i', range(3)).tobytes())
b = copy.copy(a); b += array('i', [1]); b *= 2; print(a, b, a is not b, array('i', a[::-1]), [i for i, x in enumerate(a)], str(a), f'{a}')
for t in 'bBhHiIlLqQ':
    for v in (10**30, -10**30, 2**31, 2**15, 200, 2**63, 2**64, -1, 'a', 1.5):
        try: print(t, v, array(t,[v]))
        except Exception as e: print(t, v, type(e).__name__, e)
for f in (lambda: array('z'), lambda: array('i', 5), lambda: array('i', 'ab'), lambda: array('i').pop(), lambda: array('i',[1])[3], lambda: array('i',[1]).remove(2), lambda: array('i',[1]).index(2), lambda: array('i',[1])+[2], lambda: array('i')+array('f'), lambda: array('i',[1]).extend([1.5]), lambda: array('i',[1]).extend(array('f')), lambda: array('f',['a']), lambda: array('i',[1])['a'], lambda: array('i',[1,2]).__setitem__(5,1), lambda: array('i',[1]).fromlist(5), lambda: array('u','héy'), lambda: array('d',[1,2]), lambda: array('i',b'\x01\0\0\0'), lambda: array('i',[1])==array('f',[1.0]), lambda: array('i',[1]) == [1], lambda: hash(array('i')), lambda: repr(array('i')), lambda: array(5), lambda: array('i',(x for x in [1,2])), lambda: array('i',{1:2}), lambda: array('i', None), lambda: array('i',[1]).insert('a',1), lambda: array('i',[1]).pop(5), lambda: array('ii')):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)

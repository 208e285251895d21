import statistics as s, math
from statistics import *
from fractions import Fraction as F
D = [[1, 2, 3, 4], [1.5, 2.5, 2.5, 2.75, 3.25, 4.75], [F(1, 2), F(3, 4), F(5, 6)], [1, 2.5, True], [5], [0.1]*10, [1e300, 1e300, -1e300], [-1, -2, 3], [3, 1, 2, 2, 1], range(10), [10**20, 1, 2]]
for d in D:
    for f in (mean, fmean, median, median_low, median_high, mode, multimode, variance, pvariance, stdev, pstdev, quantiles, harmonic_mean, median_grouped):
        try: print(f.__name__, f(d), end='; ')
        except (StatisticsError, TypeError, OverflowError) as e: print(f.__name__, type(e).__name__, e, end='; ')
    print()
for f in (mean, fmean, median, mode, multimode, variance, stdev, harmonic_mean, pstdev, median_low):
    try: print(f([]))
    except StatisticsError as e: print(e)
print(mode('aabbb'), multimode('aabb'), mode(['x', 'y', 'x']), quantiles([1, 2, 3, 4, 5], n=10, method='inclusive'), quantiles(range(1, 12), n=5), mean(iter([1, 2, 3])), stdev([1, 2, 3, 4], 2.5), pvariance([1, 2, 3], 2), harmonic_mean([40, 60], weights=[5, 30]), fmean([1, 2, 3], [3, 2, 1]), harmonic_mean([1, 0, 2]))
print(covariance([1, 2, 3], [1, 2, 4]), correlation([1, 2, 3, 4], [1, 3, 2, 5]), linear_regression([1, 2, 3], [2, 4, 7]), linear_regression([1, 2, 3], [2, 4, 6], proportional=True))
for f in (lambda: mean(['a']), lambda: mean([None]), lambda: median([1, 'a']), lambda: correlation([1, 1], [1, 2]), lambda: linear_regression([1, 1], [1, 2]), lambda: quantiles([1]), lambda: harmonic_mean([-1, 2])):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(geometric_mean([54, 24, 36]), mean([1, 1]), type(mean([1, 2])), type(mean([1, 3])), mean([True, False]))

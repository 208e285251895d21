# exit and quit, which the site module adds; and the streams' parts that are not here.
def check(x):
    if x < 0:
        print('negative')
        exit(3)
    return x
print(check(3))
try: check(-1)
except SystemExit as e: print(repr(e), e.code)
print(exit, quit, type(exit).__name__, callable(quit), repr(exit)[:3])
try: exit(1, 2)
except TypeError as e: print(e)
try: print(input('who? '))
except ValueError as e: print(e)
try: print(input())
except ValueError as e: print(e)
def last():
    try: quit()
    finally: print('cleaned up')
try: last()
except SystemExit as e: print(repr(e))

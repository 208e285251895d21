# A clean-up that raises again leaves its line, so that the next clean-up's line is come by anew.
class Context:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def f(kind):
    try:
        if kind == 0:
            missing
        elif kind == 1:
            with Context(), Context():
                missing
        elif kind == 2:
            with Context() as a, Context() as b: missing
    finally:
        try:
            missing
        finally:
            del x9
            x9 = kind


def g(kind):
    for turn in range(2):
        try:
            missing
        except NameError as error:
            if kind == 0:
                return
            elif kind == 1:
                return 5
            elif kind == 2:
                break
            elif kind == 3:
                continue
            try:
                return turn
            finally:
                return


for kind in range(5):
    try:
        print(g(kind))
        f(kind)
    except (UnboundLocalError, NameError) as error:
        print(kind, error)

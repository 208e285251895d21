# What re-raises at the end of a finally stands on the line that the compiler was at.
def f(kind):
    try:
        raise ValueError(kind)
    finally:
        if kind == 0:
            x = 1
        elif kind == 1:
            missing
        elif kind == 2:
            for i in missing:
                pass
            else:
                print(1)
        elif kind == 3:
            match missing:
                case _:
                    x = 2
        elif kind == 4:
            while missing:
                x = 3
        else:
            try:
                missing
            finally:
                x = 4


for kind in range(7):
    try:
        f(kind)
    except (ValueError, NameError) as error:
        print(kind, error)


def g(kind):
    try:
        del x30
    finally:
        if kind:
            missing


for kind in range(2):
    try:
        g(kind)
    except NameError as error:
        print(kind, error)

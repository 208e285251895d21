# What several ways lead to has no line, and the end of a function then has the line that stands before it.
def f(kind):
    try:
        try:
            match kind:
                case 0:
                    c = 2
                    while c:
                        c -= 1
                case 1 if kind:
                    if kind == 1:
                        kind += 1
        except ValueError as error:
            pass
    except KeyError as error:
        pass


def g(kind):
    try:
        missing
    except NameError as error:
        try:
            if kind:
                with open_it():
                    pass
        except NameError as error:
            kind
        else:
            while kind < 2:
                kind += 1


def h(kind):
    try:
        missing
    finally:
        try:
            kind += 1
        finally:
            while kind:
                kind -= 1


for kind in range(3):
    for function in f, g, h:
        try:
            function(kind)
        except NameError as error:
            print(kind, error)
x26: int = dict
x27 = x26 or 255 if callable else None
try:
    if not False:
        if kind:
            kind = 5
    else:
        kind = None
except KeyError as error:
    pass
print(kind)

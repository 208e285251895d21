# A jump that falls out takes the way it was with it: what comes after it then has the line of one way for all.
class Context:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def f(kind):
    try:
        try:
            match kind:
                case n if n:
                    if kind == 1:
                        kind += 1
        except ValueError as error:
            pass
    except KeyError as error:
        pass


def g(kind):
    match kind:
        case 1:
            try:
                try:
                    missing
                except NameError as error:
                    with Context() as got:
                        pass
            except ValueError:
                pass
        case 2:
            pass


def h(kind):
    for turn in range(2):
        try:
            return 1
        finally:
            try:
                missing
            except NameError:
                try:
                    kind
                finally:
                    while kind < 3:
                        kind += 1
                        break


def i(kind):
    try:
        missing
    except NameError as error:
        match 1:
            case 1 if kind:
                pass
            case 1 if kind == 0:
                for turn in range(2):
                    pass


def j(kind):
    try:
        missing
    except NameError as error:
        try:
            return 1
        finally:
            match kind:
                case 1:
                    with Context() as got:
                        pass
                case 2:
                    pass


def k(kind):
    for turn in range(2):
        try:
            missing
        finally:
            try:
                missing
            except NameError as error:
                pass
            finally:
                while kind < 3:
                    kind += 1
                    try:
                        continue
                    except ValueError:
                        pass


for kind in range(3):
    for function in f, g, h, i, j:
        function(kind)
    try:
        k(kind)
    except NameError as error:
        print(error)

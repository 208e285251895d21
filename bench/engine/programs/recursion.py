def fib(n: int) -> int:
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def hanoi(n: int, source: str, target: str, spare: str) -> int:
    if n == 0:
        return 0
    return hanoi(n - 1, source, spare, target) + 1 + hanoi(n - 1, spare, target, source)


def main(size: int) -> tuple[int, int]:
    return fib(size), hanoi(size - 5, 'A', 'C', 'B')

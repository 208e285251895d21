def collatz(limit: int) -> int:
    longest = 0
    for start in range(1, limit):
        n = start
        length = 1
        while n != 1:
            if n % 2 == 0:
                n = n // 2
            else:
                n = 3 * n + 1
            length += 1
        if length > longest:
            longest = length
    return longest


def sums(limit: int) -> int:
    total = 0
    for i in range(limit):
        total = (total * 31 + i * i) % 1000003
    return total


def main(size: int) -> tuple[int, int]:
    return collatz(size), sums(size * 10)

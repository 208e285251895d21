def insertion_sort(xs: list[int]) -> list[int]:
    for i in range(1, len(xs)):
        x = xs[i]
        j = i - 1
        while j >= 0 and xs[j] > x:
            xs[j + 1] = xs[j]
            j -= 1
        xs[j + 1] = x
    return xs


def sieve(limit: int) -> int:
    prime = [True] * limit
    count = 0
    for n in range(2, limit):
        if prime[n]:
            count += 1
            for multiple in range(n * n, limit, n):
                prime[multiple] = False
    return count


def main(size: int) -> tuple[int, int, int]:
    xs = []
    seed = 1
    for _ in range(size):
        seed = (seed * 1103515245 + 12345) % 2147483648
        xs.append(seed % 1000)
    ordered = insertion_sort(xs)
    return ordered[0], ordered[size // 2], sieve(size * 80)

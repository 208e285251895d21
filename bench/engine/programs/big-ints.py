def factorial(n: int) -> int:
    product = 1
    for i in range(2, n + 1):
        product *= i
    return product


def fibonacci(n: int) -> int:
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def main(size: int) -> tuple[int, int]:
    total = 0
    for _ in range(size):
        total += factorial(60) % 1000003 + fibonacci(200) % 1000003
    return total, factorial(100) % 10**12

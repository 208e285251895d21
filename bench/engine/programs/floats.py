def integrate(steps: int) -> float:
    total = 0.0
    width = 1.0 / steps
    for i in range(steps):
        x = (i + 0.5) * width
        total += 4.0 / (1.0 + x * x)
    return total * width


def newton(n: int) -> float:
    guess = n / 2.0
    while abs(guess * guess - n) > 1e-9:
        guess = (guess + n / guess) / 2.0
    return guess


def main(size: int) -> tuple[float, float]:
    total = 0.0
    for n in range(1, size // 10):
        total += newton(n)
    return round(integrate(size), 9), round(total, 6)

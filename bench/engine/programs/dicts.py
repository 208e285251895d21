def count_words(words: list[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in words:
        if word in counts:
            counts[word] += 1
        else:
            counts[word] = 1
    return counts


def pairs(limit: int) -> int:
    seen: dict[int, int] = {}
    found = 0
    for i in range(limit):
        key = i * 7919 % 997
        if 996 - key in seen:
            found += seen[996 - key]
        seen[key] = seen.get(key, 0) + 1
    return found


def main(size: int) -> tuple[int, int]:
    counts = count_words('the cat and the dog and the bird'.split() * size)
    return counts['the'], pairs(size * 10)

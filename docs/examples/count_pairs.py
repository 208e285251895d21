def count_pairs(xs: list[int], target: int) -> int:
    pairs = 0
    for i in range(len(xs)):
        for j in range(i + 1, len(xs)):
            if xs[i] + xs[j] == target:
                pairs += 1
    return pairs

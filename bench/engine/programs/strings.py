def caesar(text: str, shift: int) -> str:
    out = ''
    for ch in text:
        if ch.isalpha():
            out += chr((ord(ch) - ord('a') + shift) % 26 + ord('a'))
        else:
            out += ch
    return out


def palindromes(text: str) -> int:
    count = 0
    for i in range(len(text)):
        for j in range(i + 1, min(i + 12, len(text)) + 1):
            part = text[i:j]
            if part == part[::-1]:
                count += 1
    return count


def main(size: int) -> tuple[str, int]:
    text = ' '.join(['madam anna saw the level kayak'] * size)
    return caesar(text, 3)[:20], palindromes(text)

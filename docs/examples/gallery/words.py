def initials(title: str) -> str:
    letters = []
    for word in title.split():
        if word in ('of', 'the'):
            continue
        letters.append(word[0].upper())
    return '.'.join(letters)

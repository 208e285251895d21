# Texts of variables that are too long to be compared whole.
s = 'ä😀b' * 6000
t = [s, 'x' * 20000]
for i in range(3):
    s += 'c'
    t[1] = t[1][:-1]
print(len(s))

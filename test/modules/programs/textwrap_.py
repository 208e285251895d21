import textwrap
T = "The quick brown fox jumped over the lazy dog.  It was a well-known   state-of-the-art trick -- honestly!\n\tTabs too. Averyveryverylongwordthatdoesnotfit_anywhere-at-all in x."
for w in (5, 10, 20, 33, 70):
    print(textwrap.wrap(T, w)); print(textwrap.fill(T, width=w, initial_indent='* ', subsequent_indent='  '))
    print(textwrap.wrap(T, w, break_long_words=False), textwrap.wrap(T, w, break_on_hyphens=False), textwrap.wrap(T, w, fix_sentence_endings=True), textwrap.wrap(T, w, drop_whitespace=False), textwrap.wrap(T, w, replace_whitespace=False, expand_tabs=False))
    for m in (1, 2, 3):
        try: print(textwrap.wrap(T, w, max_lines=m), textwrap.wrap(T, w, max_lines=m, placeholder='...'))
        except ValueError as e: print(e)
print(textwrap.shorten("Hello  world of shortening!", width=12), textwrap.shorten("Hello world!", width=11), textwrap.shorten('hi', 5), textwrap.shorten("Hello world", width=10, placeholder="..."))
print(repr(textwrap.dedent("""
    a
      b
    
    c
""")), repr(textwrap.dedent("\ta\n\t b\n  c")), repr(textwrap.dedent("  x\n\n   \n  y")))
print(repr(textwrap.indent("a\nb\n\nc", '> ')), repr(textwrap.indent("a\n\nb", '- ', lambda l: True)))
w = textwrap.TextWrapper(width=15, tabsize=4); w.width = 12; print(w.wrap(T), w.fill('a b c'))
try: textwrap.wrap('a', 0)
except ValueError as e: print(e)
print(textwrap.wrap(''), textwrap.fill(''), textwrap.wrap('   '))

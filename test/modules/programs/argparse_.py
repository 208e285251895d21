import argparse
def mk():
    p = argparse.ArgumentParser(prog='x', description='d')
    p.add_argument('file'); p.add_argument('rest', nargs='*'); p.add_argument('-n', '--num', type=int, default=3, help='h'); p.add_argument('-v', '--verbose', action='store_true'); p.add_argument('-q', action='count', default=0)
    p.add_argument('--list', nargs='+', type=float); p.add_argument('-a', action='append'); p.add_argument('--mode', choices=['x', 'y'], default='x'); p.add_argument('--opt', nargs='?', const='C', default='D'); p.add_argument('--two', nargs=2); p.add_argument('--no-cache', dest='cache', action='store_false'); p.add_argument('--long-name')
    return p
for a in ['f', 'f a b', '-n 5 f', 'f -n5 -v', '--num=7 f -qqv', 'f --list 1 2.5', '-a 1 -a 2 f', '--mode y f', '--mode z f', 'f --opt', 'f --opt Q', '--two a b f', '--two a', '', 'f --no-cache', '-n x f', '--verb f', '--bogus f', 'f -- -x', 'f -5', '-vn 4 f', 'f --long-name=a=b', '--l 1 f', 'f x --num 2 y']:
    try: print(a, '=>', mk().parse_args(a.split()))
    except SystemExit as e: print(a, 'exit', e.code)
p = argparse.ArgumentParser(); g = p.add_mutually_exclusive_group(required=True); g.add_argument('--a', action='store_true'); g.add_argument('--b', action='store_true'); gg = p.add_argument_group('t'); gg.add_argument('--c', required=True, type=int)
for a in ['--a --c 1', '--a --b --c 1', '--c 1', '--b']:
    try: print(p.parse_args(a.split()))
    except SystemExit as e: print(a, 'exit', e.code)
p.set_defaults(z=9); ns = p.parse_args(['--a', '--c', '4']); print(ns.z, ns.c, vars(ns), ns == argparse.Namespace(a=True, b=False, c=4, z=9), 'a' in ns, p.get_default('z'))
print(p.parse_known_args(['--a', '--c', '3', '--zz', 'q']))
p = argparse.ArgumentParser(exit_on_error=False); p.add_argument('--i', type=int)
try: p.parse_args(['--i', 'a'])
except argparse.ArgumentError as e: print(e)

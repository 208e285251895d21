// Exclusive or: the one without a partner, checksums, simple encryption, swapping, missing numbers.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { WORDS } from '../pools.ts';

interface Plan {
  goal: 'single' | 'missing' | 'checksum' | 'cipher' | 'two-singles' | 'prefix' | 'nim';
  numbers: number[];
  text: string;
  key: number;
}

const xor = (numbers: readonly number[]): number => numbers.reduce((a, b) => a ^ b, 0);

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['single', 'checksum'],
  3: ['missing', 'single'],
  4: ['cipher', 'checksum'],
  5: ['prefix', 'missing'],
  6: ['two-singles'],
  7: ['two-singles', 'prefix', 'cipher'],
  8: ['nim'],
  9: ['nim'],
  10: ['nim'],
};

export const xorTricksFamily = defineFamily<Plan>({
  name: 'xor-tricks',
  title: 'Exclusive or',
  topics: ['bits', 'lists', 'loops'],
  ladder: [
    [2, 'the number that has no partner; a checksum'],
    [3, 'the number that is missing'],
    [4, 'a text changed by a key'],
    [5, 'running values'],
    [6, 'the two numbers that have no partner'],
    [7, 'longer lists'],
    [8, 'a game of nim played out'],
    [9, 'more heaps'],
    [10, 'longer games'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [2, 3, 4, 5, 3, 6, 0, 0, 0][level - 2];
    const values = draw.distinct(size + 2, 1, 60);
    const word = draw.sample(WORDS, level > 6 ? 2 : 1).join(' ');
    const numbers = {
      single: () => draw.shuffle([...values.slice(0, size), ...values.slice(0, size + 1)]),
      missing: () => {
        const gone = draw.int(1, size + 3);
        return draw.shuffle(Array.from({ length: size + 3 }, (_, i) => i + 1)).filter((x) => x !== gone);
      },
      checksum: () => draw.ints(size + 2, 1, 255),
      cipher: () => [],
      'two-singles': () => draw.shuffle([...values.slice(0, size), ...values]),
      prefix: () => draw.ints(size + 1, 1, 31),
      nim: () => draw.ints(level === 8 ? 3 : 4, level - 7, [5, 5, 6][level - 8]),
    }[goal]();
    return { goal, numbers, text: word, key: draw.int(1, 31) };
  },
  write({ goal, numbers, text, key }, draw) {
    const names = {
      numbers: ['values', 'xs', 'codes'],
      x: ['number', 'value', 'n'],
      result: ['answer', 'acc', 'left_over'],
    };
    const argument = literal(numbers);
    const fold = draw.pick([
      stmts`
          result = 0
          for x in numbers:
              result ^= x
          return result`,
      stmts`
          result = 0
          for i in range(len(numbers)):
              result = result ^ numbers[i]
          return result`,
    ]);
    switch (goal) {
      case 'nim': {
        const total = draw.pick([
          stmts`
            def nim_sum(heaps: list[int]) -> int:
                total = 0
                for heap in heaps:
                    total ^= heap
                return total`,
          stmts`
            def nim_sum(heaps: list[int]) -> int:
                total = heaps[0]
                for i in range(1, len(heaps)):
                    total = total ^ heaps[i]
                return total`,
        ]);
        const move = draw.pick([
          stmts`
            def best_move(heaps: list[int]) -> tuple[int, int]:
                total = nim_sum(heaps)
                for i, heap in enumerate(heaps):
                    wanted = heap ^ total
                    if wanted < heap:
                        return (i, heap - wanted)
                largest = heaps.index(max(heaps))
                return (largest, 1)`,
          stmts`
            def best_move(heaps: list[int]) -> tuple[int, int]:
                total = nim_sum(heaps)
                largest = 0
                for i in range(len(heaps)):
                    if heaps[i] ^ total < heaps[i]:
                        return (i, heaps[i] - (heaps[i] ^ total))
                    if heaps[i] > heaps[largest]:
                        largest = i
                return (largest, 1)`,
        ]);
        const main = draw.pick([
          stmts`
            def play(heaps: list[int]) -> tuple[str, list[int]]:
                players = ['first', 'second']
                moves: list[int] = []
                while any(heaps):
                    heap, taken = best_move(heaps)
                    heaps[heap] -= taken
                    moves.append(taken)
                winner = players[(len(moves) - 1) % 2]
                return (winner, moves)`,
          stmts`
            def play(heaps: list[int]) -> tuple[str, list[int]]:
                player, other = 'first', 'second'
                moves: list[int] = []
                left = sum(heaps)
                while left > 0:
                    heap, taken = best_move(heaps)
                    heaps[heap] -= taken
                    left -= taken
                    moves.append(taken)
                    player, other = other, player
                return (other, moves)`,
        ]);
        return {
          body: [...total, ...move, ...main],
          call: expr`play(${argument})`,
          names: {
            play: ['play_nim', 'winner_of', 'game'],
            best_move: ['choose', 'next_move'],
            nim_sum: ['xor_all', 'balance'],
            heaps: ['piles', 'rows'],
            heap: ['pile', 'row'],
            moves: ['turns', 'history'],
            wanted: ['rest', 'smaller'],
          },
          doc: 'Play nim: who takes the last piece wins. Return the winner, and how many pieces each move takes.',
        };
      }
      case 'single': {
        const other = stmts`
          unpaired: set[int] = set()
          for x in numbers:
              if x in unpaired:
                  unpaired.remove(x)
              else:
                  unpaired.add(x)
          return unpaired.pop()`;
        const body = stmts`
          def find_single(numbers: list[int]) -> int:
              ${draw.chance(0.7) ? fold : other}`;
        return {
          body,
          call: expr`find_single(${argument})`,
          names: { ...names, find_single: ['without_partner', 'odd_one_out', 'single_number'] },
        };
      }
      case 'checksum': {
        const body = stmts`
          def checksum(numbers: list[int]) -> int:
              ${fold}`;
        return {
          body,
          call: expr`checksum(${argument})`,
          names: {
            ...names,
            numbers: ['data', 'values', 'message'],
            checksum: ['xor_all', 'parity_byte', 'check_value'],
          },
        };
      }
      case 'missing': {
        const body = draw.pick([
          stmts`
            def find_missing(numbers: list[int]) -> int:
                result = len(numbers) + 1
                for i, x in enumerate(numbers, start=1):
                    result ^= i ^ x
                return result`,
          stmts`
            def find_missing(numbers: list[int]) -> int:
                result = 0
                for i in range(1, len(numbers) + 2):
                    result ^= i
                for x in numbers:
                    result ^= x
                return result`,
          stmts`
            def find_missing(numbers: list[int]) -> int:
                count = len(numbers) + 1
                return count * (count + 1) // 2 - sum(numbers)`,
        ]);
        return {
          body,
          call: expr`find_missing(${argument})`,
          names: {
            ...names,
            numbers: ['cards', 'tickets', 'values'],
            find_missing: ['missing_number', 'which_is_gone'],
          },
          doc: 'Return the one that is missing of 1, 2, 3 and so on.',
        };
      }
      case 'cipher': {
        const body = draw.pick([
          stmts`
            def encode(text: str, key: int) -> list[int]:
                codes: list[int] = []
                for ch in text:
                    codes.append(ord(ch) ^ key)
                return codes`,
          stmts`
            def encode(text: str, key: int) -> list[int]:
                return [ord(ch) ^ key for ch in text]`,
          stmts`
            def encode(text: str, key: int) -> list[int]:
                codes = [ord(text[0]) ^ key]
                for i in range(1, len(text)):
                    codes.append(ord(text[i]) ^ key)
                return codes`,
        ]);
        const encode = ['xor_cipher', 'scramble', 'hide'];
        return {
          body,
          call: expr`encode(${literal(text)}, ${key})`,
          names: { encode, codes: ['result', 'secret'], text: ['message', 'word'], key: ['mask', 'code'] },
        };
      }
      case 'prefix': {
        const body = draw.pick([
          stmts`
            def running_xor(numbers: list[int]) -> list[int]:
                result: list[int] = []
                current = 0
                for x in numbers:
                    current ^= x
                    result.append(current)
                return result`,
          stmts`
            def running_xor(numbers: list[int]) -> list[int]:
                result = [numbers[0]]
                for x in numbers[1:]:
                    result.append(result[-1] ^ x)
                return result`,
        ]);
        return {
          body,
          call: expr`running_xor(${argument})`,
          names: { ...names, running_xor: ['prefix_xor', 'xor_so_far'], current: ['acc', 'so_far'] },
        };
      }
      case 'two-singles': {
        const body = draw.pick([
          stmts`
            def two_singles(numbers: list[int]) -> list[int]:
                both = 0
                for x in numbers:
                    both ^= x
                lowest = both & -both
                first = 0
                second = 0
                for x in numbers:
                    if x & lowest:
                        first ^= x
                    else:
                        second ^= x
                return sorted([first, second])`,
          stmts`
            def two_singles(numbers: list[int]) -> list[int]:
                counts: dict[int, int] = {}
                for x in numbers:
                    counts[x] = counts.get(x, 0) + 1
                return sorted(x for x in counts if counts[x] == 1)`,
        ]);
        return {
          body,
          call: expr`two_singles(${argument})`,
          names: {
            ...names,
            two_singles: ['without_partners', 'find_both'],
            both: ['mixed', 'together'],
            lowest: ['bit', 'marker'],
            'first second': ['a b', 'left right'],
          },
          doc: 'Return the two numbers that occur only once.',
        };
      }
    }
  },
  reference({ goal, numbers, text, key }): Data {
    switch (goal) {
      case 'nim': {
        const moves: number[] = [];
        for (let heaps = [...numbers]; heaps.some((heap) => heap > 0);) {
          // The first heap that can be made so small that the heaps balance; one of the largest if none can.
          const choices = heaps.flatMap((heap, i) =>
            Array.from({ length: heap }, (_, rest) => ({ i, rest })).filter(
              ({ rest }) => xor(heaps.with(i, rest)) === 0,
            ),
          );
          const most = Math.max(...heaps);
          const { i, rest } = choices[0] ?? { i: heaps.indexOf(most), rest: most - 1 };
          moves.push(heaps[i] - rest);
          heaps = heaps.with(i, rest);
        }
        return tuple(moves.length % 2 === 1 ? 'first' : 'second', moves);
      }
      case 'single':
        return numbers.find((x) => numbers.indexOf(x) === numbers.lastIndexOf(x)) ?? null;
      case 'missing':
        return (
          Array.from({ length: numbers.length + 1 }, (_, i) => i + 1).find((x) => !numbers.includes(x)) ??
          null
        );
      case 'checksum':
        return xor(numbers);
      case 'cipher':
        return [...text].map((ch) => ch.charCodeAt(0) ^ key);
      case 'prefix':
        return numbers.map((_, i) => xor(numbers.slice(0, i + 1)));
      case 'two-singles':
        return numbers.filter((x) => numbers.indexOf(x) === numbers.lastIndexOf(x)).sort((a, b) => a - b);
    }
  },
  example: { plan: { goal: 'single', numbers: [4, 9, 4], text: '', key: 0 }, answer: '9' },
});

// Lists in lists and simple trees: summing, measuring, flattening and walking them by recursion.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data } from '../data.ts';
import type { Draw } from '../draw.ts';
import { defineFamily } from '../family.ts';

/** A binary tree: a number and two branches. */
interface Tree {
  value: number;
  left: Tree | null;
  right: Tree | null;
}

interface Plan {
  goal: 'flatten' | 'row-sums' | 'depth' | 'nested-sum' | 'tree-sum' | 'in-order' | 'height';
  rows: number[][];
  /** a text of brackets and digits that is a nested list */
  nest: string;
  /** numbers that are put into a search tree in this order */
  keys: number[];
}

/** A nested list as text: `[1, [2, 3]]`. */
function nest(draw: Draw, size: number, depth: number): string {
  const items = draw.list(size, () =>
    depth > 1 && draw.chance(0.45) ? nest(draw, draw.int(1, 3), depth - 1) : String(draw.int(1, 9)),
  );
  return `[${items.join(', ')}]`;
}

function insert(tree: Tree | null, value: number): Tree {
  if (!tree) return { value, left: null, right: null };
  if (value < tree.value) return { ...tree, left: insert(tree.left, value) };
  return { ...tree, right: insert(tree.right, value) };
}

const height = (tree: Tree | null): number =>
  tree ? 1 + Math.max(height(tree.left), height(tree.right)) : 0;

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['flatten'],
  3: ['row-sums', 'flatten'],
  4: ['depth'],
  5: ['nested-sum'],
  6: ['height', 'tree-sum'],
  7: ['in-order'],
  8: ['in-order', 'height', 'tree-sum'],
};

export const nestedListsFamily = defineFamily<Plan>({
  name: 'nested-lists',
  title: 'Nested lists and trees',
  topics: ['recursion', 'lists', 'classes'],
  ladder: [
    [2, 'two or three short rows made one'],
    [3, 'the sums of rows'],
    [4, 'how deep brackets go'],
    [5, 'numbers weighted by their depth'],
    [6, 'a search tree: its height or the sum of its numbers'],
    [7, 'a search tree: its numbers in order'],
    [8, 'larger trees'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const rows = draw.list(draw.int(2, level), () => draw.ints(draw.int(0, 3), 1, 40));
    return {
      goal,
      rows: rows.some((row) => row.length > 0) ? rows : [[draw.int(1, 9)], ...rows],
      nest: nest(draw, 3, level - 2),
      keys: draw.distinct(Math.max(3, level - 2 + (level === 8 ? 2 : 0)), 1, 60),
    };
  },
  write({ goal, rows, nest: text, keys }, draw) {
    const names = {
      rows: ['lists', 'table', 'groups'],
      row: ['group', 'inner', 'part'],
      result: ['flat', 'out', 'items'],
      text: ['line', 'source'],
      depth: ['level', 'nesting'],
      total: ['result', 'acc'],
      tree: ['node', 'branch'],
      'left right': ['smaller larger'],
    };
    switch (goal) {
      case 'flatten': {
        const body = draw.pick([
          stmts`
            def flatten(rows: list[list[int]]) -> list[int]:
                result: list[int] = []
                for row in rows:
                    for x in row:
                        result.append(x)
                return result`,
          stmts`
            def flatten(rows: list[list[int]]) -> list[int]:
                return [x for row in rows for x in row]`,
          stmts`
            def flatten(rows: list[list[int]]) -> list[int]:
                if not rows:
                    return []
                return rows[0] + flatten(rows[1:])`,
          stmts`
            def flatten(rows: list[list[int]]) -> list[int]:
                result: list[int] = []
                for row in rows:
                    result.extend(row)
                return result`,
        ]);
        return {
          body,
          call: expr`flatten(${literal(rows)})`,
          names: { ...names, flatten: ['join_rows', 'unnest', 'make_flat'], x: ['value', 'item'] },
        };
      }
      case 'row-sums': {
        const body = draw.pick([
          stmts`
            def row_sums(rows: list[list[int]]) -> list[int]:
                result: list[int] = []
                for row in rows:
                    total = 0
                    for x in row:
                        total += x
                    result.append(total)
                return result`,
          stmts`
            def row_sums(rows: list[list[int]]) -> list[int]:
                return [sum(row) for row in rows]`,
          stmts`
            def row_sums(rows: list[list[int]]) -> list[int]:
                result = [0] * len(rows)
                for i in range(len(rows)):
                    for j in range(len(rows[i])):
                        result[i] += rows[i][j]
                return result`,
        ]);
        return {
          body,
          call: expr`row_sums(${literal(rows)})`,
          names: {
            ...names,
            result: ['sums', 'out'],
            total: ['acc', 'row_total'],
            row_sums: ['totals', 'sum_rows'],
            x: ['value', 'item'],
          },
        };
      }
      case 'depth': {
        const body = draw.pick([
          stmts`
            def max_depth(text: str) -> int:
                depth = 0
                deepest = 0
                for ch in text:
                    if ch == '[':
                        depth += 1
                        deepest = max(deepest, depth)
                    elif ch == ']':
                        depth -= 1
                return deepest`,
          stmts`
            def max_depth(text: str) -> int:
                deepest = 0
                for i in range(len(text)):
                    if text[i] == '[':
                        depth = text[:i + 1].count('[') - text[:i + 1].count(']')
                        if depth > deepest:
                            deepest = depth
                return deepest`,
        ]);
        return {
          body,
          call: expr`max_depth(${literal(text)})`,
          names: {
            ...names,
            max_depth: ['nesting_depth', 'deepest_level'],
            deepest: ['record', 'highest'],
            ch: ['char', 'c'],
          },
          doc: 'Return how deep the brackets in {text} are nested.',
        };
      }
      case 'nested-sum': {
        const body = draw.pick([
          stmts`
            def weighted_sum(text: str) -> int:
                depth = 0
                total = 0
                for ch in text:
                    if ch == '[':
                        depth += 1
                    elif ch == ']':
                        depth -= 1
                    elif ch.isdigit():
                        total += depth * int(ch)
                return total`,
          stmts`
            def add_up(text: str, pos: int, depth: int) -> tuple[int, int]:
                total = 0
                while pos < len(text) and text[pos] != ']':
                    if text[pos] == '[':
                        inner, pos = add_up(text, pos + 1, depth + 1)
                        total += inner
                    elif text[pos].isdigit():
                        total += depth * int(text[pos])
                    pos += 1
                return (total, pos)

            def weighted_sum(text: str) -> int:
                total, end = add_up(text, 0, 0)
                return total`,
        ]);
        return {
          body,
          call: expr`weighted_sum(${literal(text)})`,
          names: {
            text: names.text,
            depth: names.depth,
            total: names.total,
            weighted_sum: ['depth_sum', 'sum_by_depth'],
            pos: ['at', 'i'],
          },
          doc: 'Add up the digits in {text}, each times the depth of its brackets.',
        };
      }
      case 'tree-sum':
      case 'height':
      case 'in-order': {
        const tree = stmts`
          class Node:
              def __init__(self, value: int) -> None:
                  self.value = value
                  self.left: Node | None = None
                  self.right: Node | None = None`;
        const insertion = draw.pick([
          stmts`
            def insert(tree: Node | None, value: int) -> Node:
                if tree is None:
                    return Node(value)
                if value < tree.value:
                    tree.left = insert(tree.left, value)
                else:
                    tree.right = insert(tree.right, value)
                return tree`,
          stmts`
            def insert(tree: Node | None, value: int) -> Node:
                new = Node(value)
                if tree is None:
                    return new
                place = tree
                while True:
                    if value < place.value:
                        if place.left is None:
                            place.left = new
                            return tree
                        place = place.left
                    else:
                        if place.right is None:
                            place.right = new
                            return tree
                        place = place.right`,
        ]);
        const { question, type } = {
          'tree-sum': {
            type: expr`int`,
            question: stmts`
              def measure(tree: Node | None) -> int:
                  if tree is None:
                      return 0
                  return tree.value + measure(tree.left) + measure(tree.right)`,
          },
          height: {
            type: expr`int`,
            question: draw.pick([
              stmts`
                def measure(tree: Node | None) -> int:
                    if tree is None:
                        return 0
                    return 1 + max(measure(tree.left), measure(tree.right))`,
              stmts`
                def measure(tree: Node | None) -> int:
                    if tree is None:
                        return 0
                    left = measure(tree.left)
                    right = measure(tree.right)
                    if left > right:
                        return left + 1
                    return right + 1`,
            ]),
          },
          'in-order': {
            type: expr`list[int]`,
            question: stmts`
              def measure(tree: Node | None) -> list[int]:
                  if tree is None:
                      return []
                  return measure(tree.left) + [tree.value] + measure(tree.right)`,
          },
        }[goal];
        const main = stmts`
          def build_and_measure(keys: list[int]) -> ${type}:
              tree: Node | None = None
              for key in keys:
                  tree = insert(tree, key)
              return measure(tree)`;
        const measures = {
          'tree-sum': ['tree_sum', 'sum_tree'],
          height: ['height', 'depth_of'],
          'in-order': ['in_order', 'walk'],
        }[goal];
        return {
          body: [...tree, ...insertion, ...question, ...main],
          call: expr`build_and_measure(${literal(keys)})`,
          names: {
            Node: ['Tree', 'Branch'],
            tree: ['root', 'node'],
            measure: measures,
            build_and_measure: {
              'tree-sum': ['total_of_tree'],
              height: ['tree_height'],
              'in-order': ['tree_sort'],
            }[goal],
            keys: ['numbers', 'values'],
            key: ['number', 'x'],
          },
        };
      }
    }
  },
  reference({ goal, rows, nest: text, keys }): Data {
    const depthAt = (i: number): number =>
      text.slice(0, i + 1).split('[').length - text.slice(0, i + 1).split(']').length;
    const depths = [...text].map((_, i) => depthAt(i));
    const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
    switch (goal) {
      case 'flatten':
        return rows.flat();
      case 'row-sums':
        return rows.map(sum);
      case 'depth':
        return Math.max(...depths);
      case 'nested-sum':
        return sum([...text].map((ch, i) => (/\d/.test(ch) ? Number(ch) * depths[i] : 0)));
      case 'tree-sum':
        return sum(keys);
      case 'height':
        return height(keys.reduce(insert, null as Tree | null));
      case 'in-order':
        return keys.toSorted((a, b) => a - b);
    }
  },
  example: { plan: { goal: 'nested-sum', rows: [], nest: '[1, [2, 3]]', keys: [] }, answer: '11' },
});

// Union-find: joining groups, asking whether two belong together, the cheapest network.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Plan {
  goal: 'find' | 'groups' | 'same' | 'largest' | 'network';
  n: number;
  pairs: [number, number][];
  lengths: number[];
}

/** The group of each node, by repeated relabelling. */
function labels(n: number, pairs: readonly (readonly [number, number])[]): number[] {
  return pairs.reduce(
    (label, [a, b]) => label.map((x) => (x === label[a] ? label[b] : x)),
    Array.from({ length: n }, (_, i) => i),
  );
}

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['find'],
  5: ['same'],
  6: ['groups', 'same'],
  7: ['largest', 'groups'],
  8: ['network'],
  9: ['network', 'largest'],
};

export const unionFindFamily = defineFamily<Plan>({
  name: 'union-find',
  title: 'Union-find',
  topics: ['graphs', 'lists', 'loops'],
  ladder: [
    [4, 'following parents to the root'],
    [5, 'do two belong to one group?'],
    [6, 'how many groups are left'],
    [7, 'the size of the largest group'],
    [8, 'the cheapest network'],
    [9, 'larger groups and networks'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const n = [6, 5, 6, 7, 5, 8][level - 4];
    const count = [5, 4, 5, 6, 7, 9][level - 4];
    const pairs = draw.list(count, () => draw.distinct(2, 0, n - 1) as [number, number]);
    // A tower of parents: each but the first hangs on an earlier one.
    const tower = Array.from({ length: n - 1 }, (_, i): [number, number] => [
      i + 1,
      draw.int(Math.max(0, i - 2), i),
    ]);
    return { goal, n, pairs: goal === 'find' ? tower : pairs, lengths: draw.distinct(count, 1, 30) };
  },
  write({ goal, n, pairs, lengths }, draw) {
    const names = {
      parent: ['leader', 'root_of', 'above'],
      find: ['find_root', 'leader_of', 'root'],
      x: ['node', 'item', 'i'],
      n: ['size', 'people'],
      pairs: ['links', 'friends', 'bridges'],
      union: ['join', 'connect', 'unite'],
    };
    const find = draw.pick([
      stmts`
        def find(parent: list[int], x: int) -> int:
            while parent[x] != x:
                x = parent[x]
            return x`,
      stmts`
        def find(parent: list[int], x: int) -> int:
            if parent[x] != x:
                parent[x] = find(parent, parent[x])
            return parent[x]`,
      stmts`
        def find(parent: list[int], x: int) -> int:
            if parent[x] == x:
                return x
            return find(parent, parent[x])`,
    ]);
    const links = literal(pairs.map((pair) => tuple(...pair)));
    const union = stmts`
      def union(parent: list[int], a: int, b: int) -> bool:
          root_a = find(parent, a)
          root_b = find(parent, b)
          if root_a == root_b:
              return False
          parent[root_a] = root_b
          return True`;
    switch (goal) {
      case 'find': {
        const parent = literal([0, ...pairs.map(([, above]) => above)]);
        const main = draw.pick([
          stmts`
            def depth(parent: list[int], x: int) -> int:
                steps = 0
                while parent[x] != x:
                    x = parent[x]
                    steps += 1
                return steps`,
          stmts`
            def depth(parent: list[int], x: int) -> int:
                if parent[x] == x:
                    return 0
                return 1 + depth(parent, parent[x])`,
          stmts`
            def depth(parent: list[int], x: int) -> int:
                chain = [x]
                while parent[chain[-1]] != chain[-1]:
                    chain.append(parent[chain[-1]])
                return len(chain) - 1`,
        ]);
        return {
          body: main,
          call: expr`depth(${parent}, ${n - 1})`,
          names: {
            ...names,
            depth: ['steps_to_root', 'level_of', 'height_above_root'],
            steps: ['count', 'distance'],
          },
          doc: 'Count the steps from {x} up to the root.',
        };
      }
      case 'same': {
        const [a, b] = [0, n - 1];
        const main = draw.pick([
          stmts`
            def same_group(n: int, pairs: list[tuple[int, int]], a: int, b: int) -> bool:
                parent = list(range(n))
                for left, right in pairs:
                    parent[find(parent, left)] = find(parent, right)
                return find(parent, a) == find(parent, b)`,
          stmts`
            def same_group(n: int, pairs: list[tuple[int, int]], a: int, b: int) -> bool:
                parent = [i for i in range(n)]
                for left, right in pairs:
                    root = find(parent, left)
                    if root != find(parent, right):
                        parent[root] = find(parent, right)
                return find(parent, a) == find(parent, b)`,
        ]);
        return {
          body: [...find, ...main],
          call: expr`same_group(${n}, ${links}, ${a}, ${b})`,
          names: {
            ...names,
            x: ['node', 'item'],
            same_group: ['together', 'connected', 'are_friends'],
            'left right': ['one other', 'p q'],
            'a b': ['first second'],
          },
        };
      }
      case 'groups': {
        const main = draw.pick([
          [
            ...union,
            ...stmts`
              def count_groups(n: int, pairs: list[tuple[int, int]]) -> int:
                  parent = list(range(n))
                  groups = n
                  for left, right in pairs:
                      if union(parent, left, right):
                          groups -= 1
                  return groups`,
          ],
          stmts`
            def count_groups(n: int, pairs: list[tuple[int, int]]) -> int:
                parent = list(range(n))
                for left, right in pairs:
                    parent[find(parent, left)] = find(parent, right)
                roots = {find(parent, i) for i in range(n)}
                return len(roots)`,
        ]);
        return {
          body: [...find, ...main],
          call: expr`count_groups(${n}, ${links})`,
          names: {
            ...names,
            x: ['node', 'item'],
            count_groups: ['number_of_groups', 'groups_left'],
            'left right': ['one other', 'p q'],
            groups: ['count', 'remaining'],
          },
          doc: 'Count the groups of {n} people after all {pairs} are joined.',
        };
      }
      case 'largest': {
        const main = draw.pick([
          stmts`
            def largest_group(n: int, pairs: list[tuple[int, int]]) -> int:
                parent = list(range(n))
                size = [1] * n
                for left, right in pairs:
                    a, b = find(parent, left), find(parent, right)
                    if a == b:
                        continue
                    if size[a] > size[b]:
                        a, b = b, a
                    parent[a] = b
                    size[b] += size[a]
                return max(size)`,
          stmts`
            def largest_group(n: int, pairs: list[tuple[int, int]]) -> int:
                parent = list(range(n))
                for left, right in pairs:
                    parent[find(parent, left)] = find(parent, right)
                sizes: dict[int, int] = {}
                for i in range(n):
                    root = find(parent, i)
                    sizes[root] = sizes.get(root, 0) + 1
                return max(sizes.values())`,
        ]);
        return {
          body: [...find, ...main],
          call: expr`largest_group(${n}, ${links})`,
          names: {
            ...names,
            x: ['node', 'item'],
            n: ['people', 'count'],
            largest_group: ['biggest_circle', 'max_group'],
            size: ['members', 'weight'],
            'left right': ['one other', 'p q'],
          },
        };
      }
      case 'network': {
        const cables = literal(pairs.map(([a, b], i) => tuple(lengths[i], a, b)));
        const main = draw.pick([
          stmts`
            def cheapest_network(n: int, cables: list[tuple[int, int, int]]) -> int:
                parent = list(range(n))
                total = 0
                for length, a, b in sorted(cables):
                    if union(parent, a, b):
                        total += length
                return total`,
          stmts`
            def cheapest_network(n: int, cables: list[tuple[int, int, int]]) -> int:
                cables.sort()
                parent = [i for i in range(n)]
                total = 0
                joined = 0
                for length, a, b in cables:
                    if joined == n - 1:
                        break
                    if union(parent, a, b):
                        total += length
                        joined += 1
                return total`,
        ]);
        return {
          body: [...find, ...union, ...main],
          call: expr`cheapest_network(${n}, ${cables})`,
          names: {
            ...names,
            x: ['node', 'item'],
            cheapest_network: ['spanning_cost', 'kruskal'],
            cables: ['pipes', 'roads'],
            length: ['cost', 'price'],
            total: ['result', 'sum_total'],
          },
          doc: 'Return the cost of the cheapest {cables} that connect as much as possible.',
        };
      }
    }
  },
  reference({ goal, n, pairs, lengths }): Data {
    const group = labels(n, pairs);
    const sizes = group.map((label) => group.filter((other) => other === label).length);
    switch (goal) {
      case 'find': {
        const up = (x: number): number => (x === 0 ? 0 : 1 + up(pairs[x - 1][1]));
        return up(n - 1);
      }
      case 'same':
        return group[0] === group[n - 1];
      case 'groups':
        return new Set(group).size;
      case 'largest':
        return Math.max(...sizes);
      case 'network': {
        // From the dearest down, a cable is dropped if the others still join its ends.
        const order = lengths.map((_, i) => i).sort((i, j) => lengths[j] - lengths[i]);
        const kept = order.reduce((left, i) => {
          const rest = left.filter((other) => other !== i);
          const label = labels(
            n,
            rest.map((other) => pairs[other]),
          );
          return label[pairs[i][0]] === label[pairs[i][1]] ? rest : left;
        }, order);
        return kept.reduce((total, i) => total + lengths[i], 0);
      }
    }
  },
  example: {
    plan: {
      goal: 'groups',
      n: 5,
      pairs: [
        [0, 1],
        [3, 4],
        [1, 0],
      ],
      lengths: [],
    },
    answer: '3',
  },
});

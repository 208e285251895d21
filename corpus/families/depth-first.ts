// Depth-first search: visiting orders, cycles, parts of a graph that hang together.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, type Data, dict } from '../data.ts';
import { defineFamily } from '../family.ts';
import { neighbours, randomGraph } from '../graphs.ts';

interface Plan {
  goal: 'visit' | 'connected' | 'components' | 'cycle' | 'all-paths' | 'two-colors' | 'mutual';
  graph: [string, string[]][];
  start: string;
  goalNode: string;
}

type Links = ReadonlyMap<string, string[]>;

/** The nodes in the order of first visit; neighbours are taken in their given order. */
function visits(graph: Links, node: string, before: readonly string[] = []): string[] {
  return (graph.get(node) ?? []).reduce<string[]>(
    (seen, next) => (seen.includes(next) ? seen : visits(graph, next, seen)),
    [...before, node],
  );
}

const paths = (graph: Links, from: string, to: string, used: readonly string[] = []): string[][] =>
  from === to
    ? [[...used, to]]
    : (graph.get(from) ?? [])
        .filter((next) => !used.includes(next) && next !== from)
        .flatMap((next) => paths(graph, next, to, [...used, from]));

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  4: ['connected'],
  5: ['visit'],
  6: ['components', 'visit'],
  7: ['cycle', 'components'],
  8: ['two-colors', 'all-paths'],
  9: ['all-paths', 'components', 'cycle', 'two-colors'],
  10: ['mutual'],
};

export const depthFirstFamily = defineFamily<Plan>({
  name: 'depth-first',
  title: 'Depth-first search',
  topics: ['graphs', 'recursion', 'stacks'],
  ladder: [
    [4, 'is there a way between two nodes?'],
    [5, 'the order in which nodes are visited'],
    [6, 'the parts of a graph'],
    [7, 'is there a cycle?'],
    [8, 'two colours for neighbours, or all ways'],
    [9, 'larger graphs'],
    [10, 'the parts of a directed graph whose nodes reach each other'],
  ],
  plan(draw, level) {
    if (level >= 10) {
      const drawn = randomGraph(draw, draw.int(5, 6), 3, true);
      for (let i = 0; i < 2; i++) {
        const [from, to] = draw.distinct(2, 0, drawn.nodes.length - 1).sort((a, b) => b - a);
        drawn.edges.push([drawn.nodes[from], drawn.nodes[to]]);
      }
      return { goal: 'mutual', graph: [...neighbours(drawn, true)], start: drawn.nodes[0], goalNode: '' };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [4, 5, 6, 5, 5, 8][level - 4] + (goal === 'components' ? 1 : 0);
    const directed = goal === 'cycle' || goal === 'all-paths' || (goal === 'visit' && draw.chance(0.4));
    const apart = goal === 'components' || goal === 'connected';
    const extra = goal === 'all-paths' ? size - 1 : goal === 'two-colors' ? 1 : Math.floor(size / 2);
    const drawn = randomGraph(draw, size, apart ? 1 : extra, !apart);
    // Edges run from low to high; one that runs back may close a cycle.
    if (goal === 'cycle' && draw.chance(0.6))
      drawn.edges.push([drawn.nodes[size - 1], drawn.nodes[draw.int(0, size - 2)]]);
    return {
      goal,
      graph: [...neighbours(drawn, directed)],
      start: drawn.nodes[0],
      goalNode: drawn.nodes[size - 1],
    };
  },
  write({ goal, graph, start, goalNode }, draw) {
    const argument = literal(new Map(graph));
    const [from, to] = [literal(start), literal(goalNode)];
    const names = {
      graph: ['links', 'network', 'edges', 'friends'],
      node: ['current', 'place', 'here'],
      seen: ['visited', 'known', 'done'],
      neighbour: ['other', 'following', 'child'],
      start: ['source', 'origin'],
      goal: ['end', 'destination', 'wanted'],
      stack: ['waiting', 'todo', 'pending'],
    };
    switch (goal) {
      case 'mutual': {
        const type = expr`dict[str, list[str]]`;
        const turn = draw.pick([
          stmts`
            def turned(graph: ${type}) -> ${type}:
                back: dict[str, list[str]] = {}
                for node, targets in graph.items():
                    back.setdefault(node, [])
                    for target in targets:
                        back.setdefault(target, []).append(node)
                return back`,
          stmts`
            def turned(graph: ${type}) -> ${type}:
                back: dict[str, list[str]] = {node: [] for node in graph}
                for node in graph:
                    for target in graph[node]:
                        back[target].append(node)
                return back`,
        ]);
        const visit = draw.pick([
          stmts`
            def visit(graph: ${type}, node: str, seen: set[str], left: list[str]) -> None:
                if node in seen:
                    return
                seen.add(node)
                for target in graph[node]:
                    visit(graph, target, seen, left)
                left.append(node)`,
          stmts`
            def visit(graph: ${type}, node: str, seen: set[str], left: list[str]) -> None:
                seen.add(node)
                for target in graph[node]:
                    if target not in seen:
                        visit(graph, target, seen, left)
                left.append(node)`,
        ]);
        const main = draw.pick([
          stmts`
            def strong_parts(graph: ${type}) -> list[list[str]]:
                order: list[str] = []
                seen: set[str] = set()
                for node in graph:
                    if node not in seen:
                        visit(graph, node, seen, order)
                back = turned(graph)
                seen = set()
                parts: list[list[str]] = []
                for node in reversed(order):
                    if node in seen:
                        continue
                    part: list[str] = []
                    visit(back, node, seen, part)
                    parts.append(sorted(part))
                return sorted(parts)`,
          stmts`
            def strong_parts(graph: ${type}) -> list[list[str]]:
                back = turned(graph)
                parts: list[list[str]] = []
                placed: set[str] = set()
                for node in sorted(graph):
                    if node in placed:
                        continue
                    onwards: list[str] = []
                    visit(graph, node, set(), onwards)
                    backwards: list[str] = []
                    visit(back, node, set(), backwards)
                    part = [other for other in sorted(onwards) if other in backwards]
                    placed.update(part)
                    parts.append(part)
                return parts`,
        ]);
        return {
          body: [...turn, ...visit, ...main],
          call: expr`strong_parts(${literal(dict(graph))})`,
          names: {
            strong_parts: ['mutual_groups', 'strong_components', 'round_trips'],
            turned: ['reverse_graph', 'reversed_links'],
            visit: ['explore', 'walk'],
            back: ['opposite', 'incoming'],
            left: ['finished', 'found'],
            order: ['finish_order', 'by_finish'],
            parts: ['groups', 'components'],
            part: ['group', 'component'],
          },
          doc: 'Return the groups of nodes that can reach each other.',
        };
      }
      case 'connected': {
        const body = draw.pick([
          stmts`
            def find(graph: dict[str, list[str]], node: str, goal: str, seen: set[str]) -> bool:
                if node == goal:
                    return True
                seen.add(node)
                for neighbour in graph[node]:
                    if neighbour not in seen and find(graph, neighbour, goal, seen):
                        return True
                return False

            def connected(graph: dict[str, list[str]], start: str, goal: str) -> bool:
                return find(graph, start, goal, set())`,
          stmts`
            def connected(graph: dict[str, list[str]], start: str, goal: str) -> bool:
                stack = [start]
                seen: set[str] = set()
                while stack:
                    node = stack.pop()
                    if node == goal:
                        return True
                    if node in seen:
                        continue
                    seen.add(node)
                    stack.extend(graph[node])
                return False`,
        ]);
        return {
          body,
          call: expr`connected(${argument}, ${from}, ${to})`,
          names: { ...names, connected: ['has_path', 'can_reach', 'is_linked'], find: ['search', 'explore'] },
        };
      }
      case 'visit': {
        const body = draw.pick([
          stmts`
            def visit(graph: dict[str, list[str]], node: str, seen: list[str]) -> None:
                seen.append(node)
                for neighbour in graph[node]:
                    if neighbour not in seen:
                        visit(graph, neighbour, seen)

            def visiting_order(graph: dict[str, list[str]], start: str) -> list[str]:
                seen: list[str] = []
                visit(graph, start, seen)
                return seen`,
          stmts`
            def visiting_order(graph: dict[str, list[str]], start: str) -> list[str]:
                seen: list[str] = []
                stack = [start]
                while stack:
                    node = stack.pop()
                    if node not in seen:
                        seen.append(node)
                        for neighbour in reversed(graph[node]):
                            stack.append(neighbour)
                return seen`,
        ]);
        return {
          body,
          call: expr`visiting_order(${argument}, ${from})`,
          names: { ...names, visiting_order: ['dfs', 'explore', 'walk'], visit: ['go', 'search_from'] },
        };
      }
      case 'components': {
        const body = draw.pick([
          stmts`
            def collect(graph: dict[str, list[str]], node: str, part: list[str]) -> None:
                if node in part:
                    return
                part.append(node)
                for neighbour in graph[node]:
                    collect(graph, neighbour, part)

            def components(graph: dict[str, list[str]]) -> list[list[str]]:
                parts: list[list[str]] = []
                seen: set[str] = set()
                for node in graph:
                    if node not in seen:
                        part: list[str] = []
                        collect(graph, node, part)
                        seen.update(part)
                        parts.append(sorted(part))
                return parts`,
          stmts`
            def components(graph: dict[str, list[str]]) -> list[list[str]]:
                seen: set[str] = set()
                parts: list[list[str]] = []
                for start in graph:
                    if start in seen:
                        continue
                    part: list[str] = []
                    stack = [start]
                    seen.add(start)
                    while stack:
                        node = stack.pop()
                        part.append(node)
                        for neighbour in graph[node]:
                            if neighbour not in seen:
                                seen.add(neighbour)
                                stack.append(neighbour)
                    parts.append(sorted(part))
                return parts`,
        ]);
        return {
          body,
          call: expr`components(${argument})`,
          names: {
            ...names,
            components: ['connected_parts', 'find_groups'],
            part: ['group', 'component'],
            parts: ['groups', 'result'],
            collect: ['gather', 'spread'],
          },
          doc: 'Return the connected parts of {graph}.',
        };
      }
      case 'cycle': {
        const body = draw.pick([
          stmts`
            def leads_back(graph: dict[str, list[str]], node: str, trail: list[str], done: set[str]) -> bool:
                if node in trail:
                    return True
                if node in done:
                    return False
                for neighbour in graph[node]:
                    if leads_back(graph, neighbour, trail + [node], done):
                        return True
                done.add(node)
                return False

            def has_cycle(graph: dict[str, list[str]]) -> bool:
                done: set[str] = set()
                for node in graph:
                    if leads_back(graph, node, [], done):
                        return True
                return False`,
          stmts`
            def visit(graph: dict[str, list[str]], node: str, state: dict[str, str]) -> bool:
                state[node] = 'open'
                for neighbour in graph[node]:
                    if state[neighbour] == 'open':
                        return True
                    if state[neighbour] == 'new' and visit(graph, neighbour, state):
                        return True
                state[node] = 'closed'
                return False

            def has_cycle(graph: dict[str, list[str]]) -> bool:
                state = {node: 'new' for node in graph}
                return any(state[node] == 'new' and visit(graph, node, state) for node in graph)`,
        ]);
        return {
          body,
          call: expr`has_cycle(${argument})`,
          names: {
            graph: ['tasks', 'links', 'needs'],
            node: names.node,
            neighbour: names.neighbour,
            has_cycle: ['is_cyclic', 'contains_loop'],
            trail: ['path', 'way'],
            state: ['status', 'marks'],
          },
          doc: 'Tell whether {graph} has a cycle.',
        };
      }
      case 'all-paths': {
        const body = draw.pick([
          stmts`
            def find_paths(graph: dict[str, list[str]], start: str, goal: str) -> list[list[str]]:
                if start == goal:
                    return [[goal]]
                paths: list[list[str]] = []
                for neighbour in graph[start]:
                    for rest in find_paths(graph, neighbour, goal):
                        paths.append([start] + rest)
                return paths`,
          stmts`
            def walk(graph: dict[str, list[str]], path: list[str], goal: str, paths: list[list[str]]) -> None:
                if path[-1] == goal:
                    paths.append(path)
                    return
                for neighbour in graph[path[-1]]:
                    walk(graph, path + [neighbour], goal, paths)

            def find_paths(graph: dict[str, list[str]], start: str, goal: str) -> list[list[str]]:
                paths: list[list[str]] = []
                walk(graph, [start], goal, paths)
                return paths`,
        ]);
        return {
          body,
          call: expr`find_paths(${argument}, ${from}, ${to})`,
          names: {
            ...names,
            find_paths: ['all_routes', 'every_way'],
            paths: ['routes', 'found'],
            walk: ['extend', 'search'],
            rest: ['tail', 'way_on'],
          },
          doc: 'Return all ways from {start} to {goal}.',
        };
      }
      case 'two-colors': {
        const body = draw.pick([
          stmts`
            def two_colors(graph: dict[str, list[str]]) -> bool:
                color: dict[str, int] = {}
                for start in graph:
                    if start in color:
                        continue
                    color[start] = 0
                    stack = [start]
                    while stack:
                        node = stack.pop()
                        for neighbour in graph[node]:
                            if neighbour not in color:
                                color[neighbour] = 1 - color[node]
                                stack.append(neighbour)
                            elif color[neighbour] == color[node]:
                                return False
                return True`,
          stmts`
            def paint(graph: dict[str, list[str]], node: str, shade: bool, color: dict[str, bool]) -> bool:
                if node in color:
                    return color[node] == shade
                color[node] = shade
                for neighbour in graph[node]:
                    if not paint(graph, neighbour, not shade, color):
                        return False
                return True

            def two_colors(graph: dict[str, list[str]]) -> bool:
                color: dict[str, bool] = {}
                for node in graph:
                    if node not in color and not paint(graph, node, True, color):
                        return False
                return True`,
        ]);
        return {
          body,
          call: expr`two_colors(${argument})`,
          names: {
            ...names,
            color: ['team', 'side', 'colors'],
            two_colors: ['is_bipartite', 'can_split'],
            paint: ['assign', 'fill_in'],
          },
          doc: 'Tell whether two colours are enough for all neighbours to differ.',
        };
      }
    }
  },
  reference({ goal, graph, start, goalNode }): Data {
    const links = new Map(graph);
    const nodes = [...links.keys()];
    switch (goal) {
      case 'mutual': {
        const all: Links = new Map(graph);
        const reached = new Map(graph.map(([node]) => [node, visits(all, node)]));
        const partOf = (node: string): string[] =>
          graph
            .map(([other]) => other)
            .filter((other) => reached.get(node)!.includes(other) && reached.get(other)!.includes(node))
            .sort();
        return [...new Set(graph.map(([node]) => partOf(node).join(' ')))]
          .sort()
          .map((part) => part.split(' '));
      }
      case 'connected':
        return visits(links, start).includes(goalNode);
      case 'visit':
        return visits(links, start);
      case 'components': {
        const parts = nodes.map((node) => visits(links, node).sort());
        return parts.filter((part, i) => parts.findIndex((other) => other.join() === part.join()) === i);
      }
      case 'cycle':
        return nodes.some((node) =>
          (links.get(node) ?? []).some((next) => visits(links, next).includes(node)),
        );
      case 'all-paths':
        return paths(links, start, goalNode);
      case 'two-colors':
        // All ways of colouring tried.
        return Array.from({ length: 2 ** nodes.length }, (_, mask) => mask).some((mask) =>
          graph.every(([node, others]) =>
            others.every((other) => ((mask >> nodes.indexOf(node)) ^ (mask >> nodes.indexOf(other))) & 1),
          ),
        );
    }
  },
  example: {
    plan: {
      goal: 'visit',
      graph: [
        ['A', ['B', 'C']],
        ['B', ['C']],
        ['C', []],
      ],
      start: 'A',
      goalNode: 'C',
    },
    answer: "['A', 'B', 'C']",
  },
});

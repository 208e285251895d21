// Weighted graphs: the length of a given way, Dijkstra's algorithm, relaxing edges until nothing changes.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple, type Data } from '../data.ts';
import { defineFamily } from '../family.ts';
import { neighbours, randomGraph } from '../graphs.ts';

interface Plan {
  goal: 'length' | 'compare' | 'nearest' | 'distances' | 'one' | 'relax' | 'path';
  nodes: string[];
  edges: [from: string, to: string, weight: number][];
  /** the ways whose length is asked for */
  ways: string[][];
}

/** All simple ways between two nodes with their lengths. */
function simpleWays(
  edges: Plan['edges'],
  from: string,
  to: string,
  used: readonly string[] = [],
): { length: number; way: string[] }[] {
  if (from === to) return [{ length: 0, way: [to] }];
  return edges
    .filter(([a, b]) => a === from && !used.includes(b))
    .flatMap(([, b, weight]) =>
      simpleWays(edges, b, to, [...used, from]).map(({ length, way }) => ({
        length: length + weight,
        way: [from, ...way],
      })),
    );
}

const distance = (edges: Plan['edges'], from: string, to: string): number =>
  Math.min(...simpleWays(edges, from, to).map(({ length }) => length));

/** Both directions of every edge. */
const bothWays = (edges: Plan['edges']): Plan['edges'] =>
  edges.flatMap(([a, b, w]): Plan['edges'] => [
    [a, b, w],
    [b, a, w],
  ]);

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  3: ['length'],
  4: ['compare'],
  5: ['nearest'],
  6: ['distances'],
  7: ['distances', 'relax'],
  8: ['one', 'relax'],
  9: ['path'],
  10: ['path', 'one', 'distances'],
};

export const shortestPathFamily = defineFamily<Plan>({
  name: 'shortest-path',
  title: 'Shortest ways in weighted graphs',
  topics: ['graphs', 'queues', 'dicts'],
  ladder: [
    [3, 'the length of a given way'],
    [4, 'the shortest of given ways'],
    [5, 'always on to the nearest place'],
    [6, 'distances in a graph of three nodes'],
    [7, 'distances in a graph of four nodes'],
    [8, 'distance between two nodes; relaxing edges'],
    [9, 'the way itself'],
    [10, 'larger graphs'],
  ],
  plan(draw, level) {
    const goal = draw.pick(GOALS[level]);
    const size = [4, 4, 5, 3, 4, 5, 5, 6][level - 3];
    const graph = randomGraph(draw, size, Math.ceil(size / 2) + (level > 8 ? 1 : 0), true);
    const next = neighbours(graph, false);
    const walk = (): string[] => {
      const way = [graph.nodes[0]];
      for (let i = 0; i < 3; i++) way.push(draw.pick(next.get(way[i]) ?? []));
      return way;
    };
    const ways = goal === 'length' ? [walk()] : goal === 'compare' ? draw.list(3, walk) : [];
    const [first, last] = [graph.nodes[0], graph.nodes[size - 1]];
    for (;;) {
      const lengths = draw.distinct(graph.edges.length, 1, 12 + size);
      const one = graph.edges.map(([a, b], i): [string, string, number] => [a, b, lengths[i]]);
      const edges = goal === 'relax' ? one : bothWays(one);
      // Where the way itself is asked for, only one may be the shortest.
      const shortest = simpleWays(edges, first, last).filter(
        ({ length }) => length === distance(edges, first, last),
      );
      if (goal !== 'path' || shortest.length === 1) return { goal, nodes: graph.nodes, edges, ways };
    }
  },
  write({ goal, nodes, edges, ways }, draw) {
    const roads = literal(
      dict(nodes.map((node) => [node, dict(edges.filter(([a]) => a === node).map(([, b, w]) => [b, w]))])),
    );
    const [first, last] = [literal(nodes[0]), literal(nodes[nodes.length - 1])];
    const graphType = expr`dict[str, dict[str, int]]`;
    const names = {
      roads: ['graph', 'map_of_roads', 'network'],
      distance: ['dist', 'cost', 'best'],
      node: ['city', 'place', 'current'],
      start: ['source', 'home'],
      goal: ['end', 'target'],
      done: ['visited', 'finished', 'settled'],
      length: ['weight', 'miles', 'step'],
    };
    switch (goal) {
      case 'length': {
        const body = draw.pick([
          stmts`
            def way_length(roads: ${graphType}, way: list[str]) -> int:
                total = 0
                for i in range(len(way) - 1):
                    total += roads[way[i]][way[i + 1]]
                return total`,
          stmts`
            def way_length(roads: ${graphType}, way: list[str]) -> int:
                total = 0
                for here, there in zip(way, way[1:]):
                    total += roads[here][there]
                return total`,
          stmts`
            def way_length(roads: ${graphType}, way: list[str]) -> int:
                total = 0
                here = way[0]
                for there in way[1:]:
                    total += roads[here][there]
                    here = there
                return total`,
        ]);
        return {
          body,
          call: expr`way_length(${roads}, ${literal(ways[0])})`,
          names: {
            ...names,
            way_length: ['route_length', 'trip_distance'],
            way: ['route', 'stops'],
            'here there': ['a b', 'from_city to_city'],
          },
        };
      }
      case 'compare': {
        const body = draw.pick([
          stmts`
            def way_length(roads: ${graphType}, way: list[str]) -> int:
                total = 0
                for here, there in zip(way, way[1:]):
                    total += roads[here][there]
                return total

            def shortest_way(roads: ${graphType}, ways: list[list[str]]) -> int:
                return min(way_length(roads, way) for way in ways)`,
          stmts`
            def shortest_way(roads: ${graphType}, ways: list[list[str]]) -> int:
                best = -1
                for way in ways:
                    total = 0
                    for i in range(1, len(way)):
                        total += roads[way[i - 1]][way[i]]
                    if best < 0 or total < best:
                        best = total
                return best`,
        ]);
        return {
          body,
          call: expr`shortest_way(${roads}, ${literal(ways)})`,
          names: {
            ...names,
            shortest_way: ['best_route', 'compare_routes'],
            way: ['route', 'trip'],
            ways: ['routes', 'trips'],
            'here there': ['a b', 'from_city to_city'],
          },
          doc: 'Return the length of the shortest of the {ways}.',
        };
      }
      case 'nearest': {
        const body = draw.pick([
          stmts`
            def wander(roads: ${graphType}, start: str) -> tuple[list[str], int]:
                route = [start]
                total = 0
                while True:
                    nearest = ''
                    for other, length in roads[route[-1]].items():
                        if other in route:
                            continue
                        if nearest == '' or length < roads[route[-1]][nearest]:
                            nearest = other
                    if nearest == '':
                        return (route, total)
                    total += roads[route[-1]][nearest]
                    route.append(nearest)`,
          stmts`
            def wander(roads: ${graphType}, start: str) -> tuple[list[str], int]:
                route = [start]
                total = 0
                node = start
                choices = roads[node]
                while choices:
                    node = min(choices, key=lambda other: choices[other])
                    total += choices[node]
                    route.append(node)
                    choices = {other: length for other, length in roads[node].items() if other not in route}
                return (route, total)`,
        ]);
        return {
          body,
          call: expr`wander(${roads}, ${first})`,
          names: {
            ...names,
            wander: ['nearest_neighbour', 'greedy_trip'],
            route: ['trip', 'visited'],
            choices: ['options', 'open_roads'],
            nearest: ['closest', 'best'],
          },
          doc: 'Go on to the nearest new place until there is none.',
        };
      }
      case 'distances': {
        const body = draw.pick([
          stmts`
            def distances(roads: ${graphType}, start: str) -> dict[str, int]:
                distance = {start: 0}
                done: list[str] = []
                while len(done) < len(distance):
                    open_nodes = [node for node in distance if node not in done]
                    node = min(open_nodes, key=lambda name: distance[name])
                    done.append(node)
                    for other, length in roads[node].items():
                        through = distance[node] + length
                        if other not in distance or through < distance[other]:
                            distance[other] = through
                return {node: distance[node] for node in sorted(distance)}`,
          stmts`
            import heapq

            def distances(roads: ${graphType}, start: str) -> dict[str, int]:
                distance: dict[str, int] = {}
                queue = [(0, start)]
                while queue:
                    total, node = heapq.heappop(queue)
                    if node in distance:
                        continue
                    distance[node] = total
                    for other, length in roads[node].items():
                        if other not in distance:
                            heapq.heappush(queue, (total + length, other))
                return {node: distance[node] for node in sorted(distance)}`,
        ]);
        return {
          body,
          call: expr`distances(${roads}, ${first})`,
          names: {
            ...names,
            distances: ['dijkstra', 'all_distances', 'shortest_distances'],
            through: ['candidate', 'new'],
            open_nodes: ['waiting', 'frontier'],
            other: ['neighbour', 'following'],
          },
        };
      }
      case 'one': {
        const body = draw.pick([
          stmts`
            def shortest(roads: ${graphType}, start: str, goal: str) -> int:
                distance = {node: 1000 for node in roads}
                distance[start] = 0
                left = list(roads)
                while left:
                    node = left[0]
                    for other in left:
                        if distance[other] < distance[node]:
                            node = other
                    if node == goal:
                        break
                    left.remove(node)
                    for other, length in roads[node].items():
                        distance[other] = min(distance[other], distance[node] + length)
                return distance[goal]`,
          stmts`
            import heapq

            def shortest(roads: ${graphType}, start: str, goal: str) -> int:
                queue = [(0, start)]
                done: set[str] = set()
                while queue:
                    total, node = heapq.heappop(queue)
                    if node == goal:
                        return total
                    if node in done:
                        continue
                    done.add(node)
                    for other, length in roads[node].items():
                        if other not in done:
                            heapq.heappush(queue, (total + length, other))
                return -1`,
        ]);
        return {
          body,
          call: expr`shortest(${roads}, ${first}, ${last})`,
          names: {
            ...names,
            shortest: ['dijkstra', 'shortest_distance'],
            left: ['unvisited', 'open_nodes'],
            other: ['neighbour', 'following'],
          },
          doc: 'Return the shortest distance from {start} to {goal}.',
        };
      }
      case 'relax': {
        const list = literal(edges.map((edge) => tuple(...edge)));
        const body = draw.pick([
          stmts`
            def relax_all(edges: list[tuple[str, str, int]], start: str) -> dict[str, int]:
                distance = {start: 0}
                changed = True
                while changed:
                    changed = False
                    for a, b, length in edges:
                        if a not in distance:
                            continue
                        through = distance[a] + length
                        if b not in distance or through < distance[b]:
                            distance[b] = through
                            changed = True
                return {node: distance[node] for node in sorted(distance)}`,
          stmts`
            def relax(edges: list[tuple[str, str, int]], distance: dict[str, int]) -> int:
                changes = 0
                for a, b, length in edges:
                    if a in distance and distance[a] + length < distance.get(b, 1000):
                        distance[b] = distance[a] + length
                        changes += 1
                return changes

            def relax_all(edges: list[tuple[str, str, int]], start: str) -> dict[str, int]:
                distance = {start: 0}
                while relax(edges, distance) > 0:
                    pass
                return {node: distance[node] for node in sorted(distance)}`,
        ]);
        return {
          body,
          call: expr`relax_all(${list}, ${first})`,
          names: {
            ...names,
            edges: ['roads', 'links'],
            relax_all: ['bellman_ford', 'find_distances'],
            relax: ['one_round', 'improve'],
            through: ['candidate', 'new'],
            changed: ['better', 'improved'],
          },
          doc: 'Shorten distances from {start} along edges until nothing changes.',
        };
      }
      case 'path': {
        const body = stmts`
          def find_route(roads: ${graphType}, start: str, goal: str) -> tuple[int, str]:
              distance = {start: 0}
              previous: dict[str, str] = {}
              done: set[str] = set()
              node = start
              while node != goal:
                  done.add(node)
                  for other, length in roads[node].items():
                      through = distance[node] + length
                      if other not in distance or through < distance[other]:
                          distance[other] = through
                          previous[other] = node
                  node = min((name for name in distance if name not in done), key=lambda name: distance[name])
              route = goal
              while node in previous:
                  node = previous[node]
                  route = node + '-' + route
              return (distance[goal], route)`;
        const heap = stmts`
          import heapq

          def find_route(roads: ${graphType}, start: str, goal: str) -> tuple[int, str]:
              queue = [(0, start, start)]
              done: set[str] = set()
              while queue:
                  total, node, route = heapq.heappop(queue)
                  if node == goal:
                      return (total, route)
                  if node in done:
                      continue
                  done.add(node)
                  for other, length in roads[node].items():
                      if other not in done:
                          heapq.heappush(queue, (total + length, other, route + '-' + other))
              return (-1, '')`;
        return {
          body: draw.chance(0.6) ? body : heap,
          call: expr`find_route(${roads}, ${first}, ${last})`,
          names: {
            ...names,
            find_route: ['shortest_route', 'plan_trip'],
            route: ['path', 'way'],
            other: ['neighbour', 'following'],
            previous: ['came_from', 'before'],
          },
          doc: 'Return length and stops of the shortest way from {start} to {goal}.',
        };
      }
    }
  },
  reference({ goal, nodes, edges, ways }): Data {
    const [first, last] = [nodes[0], nodes[nodes.length - 1]];
    const weight = (a: string, b: string): number => edges.find(([x, y]) => x === a && y === b)?.[2] ?? NaN;
    switch (goal) {
      case 'length':
      case 'compare':
        return Math.min(
          ...ways.map((way) => way.slice(1).reduce((total, node, i) => total + weight(way[i], node), 0)),
        );
      case 'nearest': {
        const on = (route: string[], total: number): Data => {
          const here = route[route.length - 1];
          const open = edges.filter(([a, b]) => a === here && !route.includes(b)).sort((a, b) => a[2] - b[2]);
          return open.length === 0 ? tuple(route, total) : on([...route, open[0][1]], total + open[0][2]);
        };
        return on([first], 0);
      }
      case 'distances':
      case 'relax':
        return dict(
          [...nodes]
            .sort()
            .map((node) => [node, distance(edges, first, node)] as const)
            .filter(([, d]) => d < Infinity),
        );
      case 'one':
        return distance(edges, first, last);
      case 'path': {
        const [best] = simpleWays(edges, first, last).sort((a, b) => a.length - b.length);
        return tuple(best.length, best.way.join('-'));
      }
    }
  },
  example: {
    plan: {
      goal: 'length',
      nodes: ['A', 'B'],
      edges: [
        ['A', 'B', 4],
        ['B', 'A', 4],
      ],
      ways: [['A', 'B', 'A']],
    },
    answer: '8',
  },
});

// Random graphs for the graph families: nodes with names, edges without loops or repetitions.
// Pure draws; knows nothing of programs.

import type { Draw } from './draw.ts';
import { CITIES } from './pools.ts';

export interface Graph {
  nodes: string[];
  edges: [from: string, to: string][];
}

const LETTERS = [...'ABCDEFGHJK'];

/** A graph of `size` nodes and about `extra` edges more than a tree; connected if `connected`. */
export function randomGraph(draw: Draw, size: number, extra: number, connected: boolean): Graph {
  const nodes: string[] = draw.chance(0.7) ? LETTERS.slice(0, size) : draw.sample(CITIES, size);
  const seen = new Set<string>();
  const edges: [string, string][] = [];
  const add = (a: number, b: number): void => {
    const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
    if (a === b || seen.has(key)) return;
    seen.add(key);
    edges.push([nodes[a], nodes[b]]);
  };
  for (let i = 1; i < size; i++)
    if (connected || draw.chance(0.6)) add(draw.int(Math.max(0, i - 3), i - 1), i);
  for (let i = 0; i < extra; i++)
    add(...(draw.distinct(2, 0, size - 1).sort((a, b) => a - b) as [number, number]));
  return { nodes, edges };
}

/** For each node its neighbours in the order of the edges; one way only, or both. */
export function neighbours({ nodes, edges }: Graph, directed: boolean): Map<string, string[]> {
  return new Map(
    nodes.map((node) => [
      node,
      edges.flatMap(([a, b]) => (a === node ? [b] : b === node && !directed ? [a] : [])),
    ]),
  );
}

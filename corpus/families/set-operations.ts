// Sets: what lists share, what is missing, who is where; by hand and by the operators.

import { expr, stmts } from '../../grammar/quote.ts';
import { dict, literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { PEOPLE, SUBJECTS } from '../pools.ts';

interface Plan {
  goal:
    | 'common'
    | 'missing'
    | 'either'
    | 'distinct-count'
    | 'subset'
    | 'everyone'
    | 'alike'
    | 'cover'
    | 'friends';
  a: (number | string)[];
  b: (number | string)[];
  groups: { name: string; members: string[] }[];
}

type Item = number | string;
const sorted = (items: Iterable<Item>): Item[] =>
  [...new Set(items)].sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['distinct-count'],
  2: ['common', 'missing'],
  3: ['either', 'subset', 'missing'],
  4: ['everyone'],
  5: ['alike', 'everyone'],
  6: ['cover'],
  7: ['friends'],
  8: ['friends'],
  9: ['friends'],
};

export const setOperationsFamily = defineFamily<Plan>({
  name: 'set-operations',
  title: 'Working with sets',
  topics: ['sets', 'lists', 'dicts'],
  ladder: [
    [1, 'how many different numbers there are'],
    [2, 'what two lists share, or what one lacks'],
    [3, 'what is in one list only; is one inside the other?'],
    [4, 'who takes part in everything'],
    [5, 'the two groups that are most alike'],
    [6, 'the fewest groups that cover all, chosen greedily'],
    [7, 'friends of friends to get to know'],
    [8, 'more people'],
    [9, 'large circles'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const people = draw.sample(PEOPLE, [4, 5, 6][level - 7] + draw.int(0, 1));
      const links = people.flatMap((one, i) =>
        people.slice(i + 1).map((other): [string, string] => [one, other]),
      );
      const chosen = draw.sample(links, people.length + draw.int(0, 1));
      return {
        goal: 'friends',
        a: [people[0], people[1]],
        b: [],
        groups: people.map((name) => ({
          name,
          members: chosen.flatMap(([x, y]) => (x === name ? [y] : y === name ? [x] : [])),
        })),
      };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [5, 5, 6, 6, 6, 7][level - 1];
    const pool: Item[] = draw.chance(0.6) ? draw.distinct(size + 2, 1, 50) : draw.sample(PEOPLE, size + 2);
    const a =
      goal === 'distinct-count'
        ? draw.list(size + 2, () => draw.pick(pool.slice(0, 5)))
        : draw.sample(pool, size - 1);
    const inside = goal === 'subset' && draw.chance(0.6);
    const b = draw.sample(inside ? a : pool, goal === 'subset' ? size - 3 : size - 1);
    const people = draw.sample(PEOPLE, level === 6 ? 6 : 5);
    const groups = draw
      .sample(SUBJECTS, level >= 5 ? 4 : 3)
      .map((name) => ({ name, members: draw.sample(people, draw.int(2, level === 6 ? 3 : 4)) }));
    if (goal === 'everyone')
      for (const group of groups) if (!group.members.includes(people[0])) group.members.push(people[0]);
    return { goal, a, b, groups };
  },
  write({ goal, a, b, groups }, draw) {
    const type = typeof a[0] === 'number' ? 'int' : 'str';
    const names = {
      'a b': ['first second', 'left right', type === 'int' ? 'mine yours' : 'monday tuesday'],
      result: ['out', 'found', 'answer'],
      item: ['x', 'entry', type === 'int' ? 'number' : 'name'],
      clubs: ['courses', 'groups', 'classes'],
      members: ['people', 'students', 'crowd'],
    };
    const [one, two] = [literal(a), literal(b)];
    const clubs = literal(dict(groups.map(({ name, members }) => [name, members])));
    switch (goal) {
      case 'friends': {
        const circle = literal(dict(groups.map(({ name, members }) => [name, members])));
        const common = draw.pick([
          stmts`
            def in_common(a: set[str], b: set[str]) -> int:
                count = 0
                for name in sorted(a):
                    if name in b:
                        count += 1
                return count`,
          stmts`
            def in_common(a: set[str], b: set[str]) -> int:
                return len(a & b)`,
        ]);
        const suggest = draw.pick([
          stmts`
            def suggestions(person: str, friends: dict[str, set[str]]) -> list[str]:
                scores: dict[str, int] = {}
                for other in friends:
                    if other == person or other in friends[person]:
                        continue
                    shared = in_common(friends[person], friends[other])
                    if shared > 0:
                        scores[other] = shared
                return sorted(scores, key=lambda name: (-scores[name], name))`,
          stmts`
            def suggestions(person: str, friends: dict[str, set[str]]) -> list[str]:
                ranked: list[tuple[int, str]] = []
                strangers = set(friends) - friends[person] - {person}
                for other in sorted(strangers):
                    shared = in_common(friends[person], friends[other])
                    if shared > 0:
                        ranked.append((-shared, other))
                ranked.sort()
                return [name for _, name in ranked]`,
        ]);
        const main = draw.pick([
          stmts`
            def introduce(circle: dict[str, list[str]]) -> dict[str, str]:
                friends = {name: set(known) for name, known in circle.items()}
                pairs: dict[str, str] = {}
                for person in circle:
                    found = suggestions(person, friends)
                    if not found:
                        continue
                    pairs[person] = found[0]
                    friends[person].add(found[0])
                    friends[found[0]].add(person)
                return pairs`,
          stmts`
            def introduce(circle: dict[str, list[str]]) -> dict[str, str]:
                friends: dict[str, set[str]] = {}
                for name, known in circle.items():
                    friends[name] = set(known)
                pairs: dict[str, str] = {}
                for person in friends:
                    for other in suggestions(person, friends):
                        friends[person].add(other)
                        friends[other].add(person)
                        pairs[person] = other
                        break
                return pairs`,
        ]);
        return {
          body: [...common, ...suggest, ...main],
          call: expr`introduce(${circle})`,
          names: {
            introduce: ['make_friends', 'recommend_all', 'new_pairs'],
            suggestions: ['recommend', 'candidates'],
            in_common: ['shared_friends', 'overlap'],
            friends: ['network', 'links'],
            circle: ['members', 'people'],
            pairs: ['introduced', 'matches'],
            scores: ['counts', 'mutual'],
          },
          doc: 'Introduce each person in turn to the stranger with whom most friends are shared; they are friends from then on.',
        };
      }
      case 'distinct-count': {
        const body = draw.pick([
          stmts`
            def count_different(a: list[${type}]) -> int:
                return len(set(a))`,
          stmts`
            def count_different(a: list[${type}]) -> int:
                seen: set[${type}] = set()
                for item in a:
                    seen.add(item)
                return len(seen)`,
          stmts`
            def count_different(a: list[${type}]) -> int:
                count = 0
                for i in range(len(a)):
                    if a[i] not in a[:i]:
                        count += 1
                return count`,
        ]);
        return {
          body,
          call: expr`count_different(${one})`,
          names: {
            a: type === 'int' ? ['numbers', 'values', 'rolls'] : ['names', 'visitors', 'guests'],
            item: names.item,
            count_different: ['how_many_kinds', 'count_distinct'],
          },
        };
      }
      case 'common': {
        const body = draw.pick([
          stmts`
            def in_both(a: list[${type}], b: list[${type}]) -> list[${type}]:
                return sorted(set(a) & set(b))`,
          stmts`
            def in_both(a: list[${type}], b: list[${type}]) -> list[${type}]:
                known = set(b)
                result: list[${type}] = []
                for item in a:
                    if item in known:
                        result.append(item)
                result.sort()
                return result`,
          stmts`
            def in_both(a: list[${type}], b: list[${type}]) -> list[${type}]:
                return sorted(item for item in a if item in b)`,
        ]);
        return {
          body,
          call: expr`in_both(${one}, ${two})`,
          names: { ...names, in_both: ['common', 'shared', 'overlap'] },
        };
      }
      case 'missing': {
        const body = draw.pick([
          stmts`
            def missing(a: list[${type}], b: list[${type}]) -> list[${type}]:
                return sorted(set(a) - set(b))`,
          stmts`
            def missing(a: list[${type}], b: list[${type}]) -> list[${type}]:
                left = set(a)
                for item in b:
                    left.discard(item)
                return sorted(left)`,
          stmts`
            def missing(a: list[${type}], b: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for item in sorted(a):
                    if item not in b:
                        result.append(item)
                return result`,
        ]);
        return {
          body,
          call: expr`missing(${one}, ${two})`,
          names: {
            ...names,
            'a b': ['wanted present', 'expected found', 'first second'],
            missing: ['not_in_second', 'absent', 'still_needed'],
          },
          doc: 'Return what {a} has and {b} lacks, in order.',
        };
      }
      case 'either': {
        const body = draw.pick([
          stmts`
            def only_once(a: list[${type}], b: list[${type}]) -> list[${type}]:
                return sorted(set(a) ^ set(b))`,
          stmts`
            def only_once(a: list[${type}], b: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for item in a:
                    if item not in b:
                        result.append(item)
                for item in b:
                    if item not in a:
                        result.append(item)
                return sorted(result)`,
          stmts`
            def only_once(a: list[${type}], b: list[${type}]) -> list[${type}]:
                both = set(a) & set(b)
                return sorted(item for item in a + b if item not in both)`,
        ]);
        return {
          body,
          call: expr`only_once(${one}, ${two})`,
          names: { ...names, only_once: ['in_one_only', 'either_or', 'not_shared'] },
        };
      }
      case 'subset': {
        const body = draw.pick([
          stmts`
            def contains_all(a: list[${type}], b: list[${type}]) -> bool:
                return set(b) <= set(a)`,
          stmts`
            def contains_all(a: list[${type}], b: list[${type}]) -> bool:
                for item in b:
                    if item not in a:
                        return False
                return True`,
          stmts`
            def contains_all(a: list[${type}], b: list[${type}]) -> bool:
                return all(item in a for item in b)`,
        ]);
        return {
          body,
          call: expr`contains_all(${one}, ${two})`,
          names: {
            ...names,
            'a b': ['all_items wanted', 'whole part', 'first second'],
            contains_all: ['covers', 'includes', 'has_all'],
          },
        };
      }
      case 'everyone': {
        const body = draw.pick([
          stmts`
            def in_all(clubs: dict[str, list[str]]) -> list[str]:
                lists = list(clubs.values())
                common = set(lists[0])
                for members in lists[1:]:
                    common &= set(members)
                return sorted(common)`,
          stmts`
            def in_all(clubs: dict[str, list[str]]) -> list[str]:
                counts: dict[str, int] = {}
                for members in clubs.values():
                    for name in members:
                        counts[name] = counts.get(name, 0) + 1
                return sorted(name for name in counts if counts[name] == len(clubs))`,
        ]);
        return {
          body,
          call: expr`in_all(${clubs})`,
          names: {
            ...names,
            in_all: ['takes_everything', 'member_of_all'],
            common: ['shared', 'remaining'],
            name: ['person', 'student'],
          },
          doc: 'List those who are in all of the {clubs}.',
        };
      }
      case 'alike': {
        const body = draw.pick([
          stmts`
            def most_alike(clubs: dict[str, list[str]]) -> tuple[str, str, int]:
                best = ('', '', -1)
                titles = list(clubs)
                for i in range(len(titles)):
                    for j in range(i + 1, len(titles)):
                        shared = set(clubs[titles[i]]) & set(clubs[titles[j]])
                        if len(shared) > best[2]:
                            best = (titles[i], titles[j], len(shared))
                return best`,
          stmts`
            def overlap(a: list[str], b: list[str]) -> int:
                count = 0
                for name in a:
                    if name in b:
                        count += 1
                return count

            def most_alike(clubs: dict[str, list[str]]) -> tuple[str, str, int]:
                best = ('', '', -1)
                titles = list(clubs)
                for i, left in enumerate(titles):
                    for right in titles[i + 1:]:
                        count = overlap(clubs[left], clubs[right])
                        if count > best[2]:
                            best = (left, right, count)
                return best`,
        ]);
        return {
          body,
          call: expr`most_alike(${clubs})`,
          names: {
            clubs: names.clubs,
            most_alike: ['closest_pair', 'largest_overlap'],
            titles: ['keys', 'labels'],
            overlap: ['shared_members', 'in_common'],
            name: ['person', 'member'],
          },
        };
      }
      case 'cover': {
        const body = draw.pick([
          stmts`
            def choose_clubs(clubs: dict[str, list[str]]) -> list[str]:
                uncovered: set[str] = set()
                for members in clubs.values():
                    uncovered.update(members)
                chosen: list[str] = []
                while uncovered:
                    best = ''
                    gain = 0
                    for title, members in clubs.items():
                        fresh = len(uncovered & set(members))
                        if fresh > gain:
                            best = title
                            gain = fresh
                    chosen.append(best)
                    uncovered -= set(clubs[best])
                return chosen`,
          stmts`
            def count_new(members: list[str], reached: set[str]) -> int:
                return len([name for name in members if name not in reached])

            def choose_clubs(clubs: dict[str, list[str]]) -> list[str]:
                reached: set[str] = set()
                chosen: list[str] = []
                while True:
                    best = max(clubs, key=lambda title: count_new(clubs[title], reached))
                    if count_new(clubs[best], reached) == 0:
                        return chosen
                    chosen.append(best)
                    reached.update(clubs[best])`,
        ]);
        return {
          body,
          call: expr`choose_clubs(${clubs})`,
          names: {
            ...names,
            choose_clubs: ['greedy_cover', 'pick_groups'],
            uncovered: ['left', 'waiting'],
            fresh: ['newly', 'added'],
            chosen: ['picked', 'selection'],
          },
          doc: 'Choose {clubs} until everyone is reached, always the one that reaches most.',
        };
      }
    }
  },
  reference({ goal, a, b, groups }) {
    switch (goal) {
      case 'friends': {
        const linked = new Set(
          groups.flatMap(({ name, members }) => members.map((other) => `${name} ${other}`)),
        );
        const all = groups.map(({ name }) => name);
        const shared = (x: string, y: string): number =>
          all.filter((name) => linked.has(`${x} ${name}`) && linked.has(`${y} ${name}`)).length;
        const pairs: [string, string][] = [];
        for (const person of all) {
          const strangers = [...all]
            .sort()
            .filter((one) => one !== person && !linked.has(`${person} ${one}`));
          const most = Math.max(0, ...strangers.map((one) => shared(person, one)));
          const found = strangers.find((one) => shared(person, one) === most);
          if (most === 0 || found === undefined) continue;
          pairs.push([person, found]);
          linked.add(`${person} ${found}`).add(`${found} ${person}`);
        }
        return dict(pairs);
      }
      case 'distinct-count':
        return new Set(a).size;
      case 'common':
        return sorted(a.filter((item) => b.includes(item)));
      case 'missing':
        return sorted(a.filter((item) => !b.includes(item)));
      case 'either':
        return sorted([...a, ...b].filter((item) => a.includes(item) !== b.includes(item)));
      case 'subset':
        return b.every((item) => a.includes(item));
      case 'everyone':
        return sorted(
          groups[0].members.filter((name) => groups.every(({ members }) => members.includes(name))),
        );
      case 'alike': {
        const pairs = groups.flatMap((x, i) =>
          groups
            .slice(i + 1)
            .map((y) => ({ x, y, n: x.members.filter((m) => y.members.includes(m)).length })),
        );
        const best = pairs.reduce((top, pair) => (pair.n > top.n ? pair : top));
        return tuple(best.x.name, best.y.name, best.n);
      }
      case 'cover': {
        const chosen: string[] = [];
        const left = new Set(groups.flatMap(({ members }) => members));
        while (left.size > 0) {
          const news = groups.map(({ members }) => members.filter((name) => left.has(name)));
          const best = news.findIndex(
            (fresh) => fresh.length === Math.max(...news.map((other) => other.length)),
          );
          chosen.push(groups[best].name);
          news[best].forEach((name) => left.delete(name));
        }
        return chosen;
      }
    }
  },
  example: { plan: { goal: 'either', a: [1, 2, 3], b: [3, 4], groups: [] }, answer: '[1, 2, 4]' },
});

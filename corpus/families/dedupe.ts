// Repeated items: dropping them, finding them, keeping the first or the last, closing gaps.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple } from '../data.ts';
import { defineFamily } from '../family.ts';
import { CITIES, PEOPLE } from '../pools.ts';

interface Plan {
  goal:
    'unique' | 'has-repeat' | 'repeats' | 'keep-last' | 'first-unique' | 'in-place' | 'limit' | 'contacts';
  items: (string | number)[];
  /** what a program would call the list */
  label: string;
}

const count = <T>(items: readonly T[], item: T): number => items.filter((other) => other === item).length;

/** What may be asked at each level. */
const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  1: ['has-repeat'],
  2: ['unique', 'has-repeat'],
  3: ['repeats', 'unique'],
  4: ['first-unique', 'keep-last'],
  5: ['in-place', 'limit'],
  6: ['repeats', 'limit', 'keep-last', 'in-place'],
  7: ['contacts'],
  8: ['contacts'],
  9: ['contacts'],
};

export const dedupeFamily = defineFamily<Plan>({
  name: 'dedupe',
  title: 'Repeated items',
  topics: ['lists', 'sets', 'loops'],
  ladder: [
    [1, 'does a short list repeat itself?'],
    [2, 'each item once'],
    [3, 'the items that occur again'],
    [4, 'the first item that occurs once; the last of each kind'],
    [5, 'a sorted list in place, or no item more than twice'],
    [6, 'longer lists'],
    [7, 'contacts that share a number or an address, put together'],
    [8, 'more contacts'],
    [9, 'long address books'],
  ],
  plan(draw, level) {
    if (level >= 7) {
      const size = [4, 5, 7][level - 7];
      const people = draw.sample(PEOPLE, Math.ceil(size * 0.6));
      const cards = draw.list(size, () => {
        const name = draw.pick(people);
        const phone = String(100 + 7 * people.indexOf(name) + draw.int(0, 1));
        const mail = `${name.toLowerCase()}@${draw.pick(['mail.org', 'post.net'])}`;
        return `${name} ${phone} ${mail}`;
      });
      return { goal: 'contacts', items: cards, label: 'contacts' };
    }
    const goal = draw.pick(GOALS[level]);
    const size = [3, 5, 6, 7, 8, 12][level - 1] + draw.int(0, 1);
    const kinds = Math.ceil(size * (goal === 'limit' ? 0.4 : 0.65));
    const numbers = { label: draw.pick(['numbers', 'codes', 'tickets']), pool: draw.distinct(kinds, 1, 60) };
    const people = { label: draw.pick(['names', 'guests', 'winners']), pool: draw.sample(PEOPLE, kinds) };
    const places = { label: draw.pick(['cities', 'stops', 'places']), pool: draw.sample(CITIES, kinds) };
    const themes: { label: string; pool: (string | number)[] }[] = [numbers, people, places];
    const { label, pool } = goal === 'in-place' ? numbers : draw.pick(themes);
    let items = draw.list(size, () => draw.pick(pool));
    // Something must occur once, or there is nothing to return.
    if (goal === 'first-unique')
      items = [
        ...items.map((item) => (item === pool[0] ? pool[1] : item)).slice(0, -2),
        pool[0],
        draw.pick(pool.slice(1)),
      ];
    if (goal === 'in-place') items.sort((a, b) => Number(a) - Number(b));
    return { goal, items, label };
  },
  write({ goal, items, label }, draw) {
    const type = typeof items[0] === 'number' ? 'int' : 'str';
    const names = {
      items: [label, label, label, 'entries'],
      item: ['value', 'entry', 'x'],
      seen: ['known', 'met', 'visited'],
      result: ['unique', 'kept', 'out'],
    };
    const argument = literal(items);
    switch (goal) {
      case 'contacts': {
        const cards = literal(items.map((card) => tuple(...String(card).split(' '))));
        const same = draw.pick([
          stmts`
            def same_person(a: tuple[str, str, str], b: tuple[str, str, str]) -> bool:
                if a[1] == b[1]:
                    return True
                return a[2] == b[2]`,
          stmts`
            def same_person(a: tuple[str, str, str], b: tuple[str, str, str]) -> bool:
                for i in (1, 2):
                    if a[i] == b[i]:
                        return True
                return False`,
        ]);
        const find = draw.pick([
          stmts`
            def belongs(contact: tuple[str, str, str], group: list[tuple[str, str, str]]) -> bool:
                for other in group:
                    if same_person(contact, other):
                        return True
                return False`,
          stmts`
            def belongs(contact: tuple[str, str, str], group: list[tuple[str, str, str]]) -> bool:
                return any(same_person(contact, other) for other in group)`,
        ]);
        const main = draw.pick([
          stmts`
            def merge_contacts(contacts: list[tuple[str, str, str]]) -> list[tuple[str, int]]:
                groups: list[list[tuple[str, str, str]]] = []
                for contact in contacts:
                    joined = [contact]
                    apart: list[list[tuple[str, str, str]]] = []
                    for group in groups:
                        if belongs(contact, group):
                            joined = group + joined
                        else:
                            apart.append(group)
                    groups = apart + [joined]
                return sorted((min(group)[0], len(group)) for group in groups)`,
          stmts`
            def merge_contacts(contacts: list[tuple[str, str, str]]) -> list[tuple[str, int]]:
                left = contacts[:]
                merged: list[tuple[str, int]] = []
                while left:
                    group = [left.pop(0)]
                    grown = True
                    while grown:
                        grown = False
                        for contact in left:
                            if belongs(contact, group):
                                group.append(contact)
                                left.remove(contact)
                                grown = True
                                break
                    merged.append((min(group)[0], len(group)))
                return sorted(merged)`,
        ]);
        return {
          body: [...same, ...find, ...main],
          call: expr`merge_contacts(${cards})`,
          names: {
            merge_contacts: ['people_in', 'join_contacts', 'merge_cards'],
            same_person: ['same_owner', 'alike'],
            belongs: ['fits', 'is_known'],
            contacts: ['cards', 'address_book'],
            contact: ['card', 'entry'],
            groups: ['people', 'persons'],
            merged: ['result', 'summary'],
            joined: ['whole', 'together'],
            grown: ['changed', 'found'],
          },
          doc: 'Contacts with the same number or address are one person: return names with how many cards each has.',
        };
      }
      case 'has-repeat': {
        const body = draw.pick([
          stmts`
            def has_repeat(items: list[${type}]) -> bool:
                seen: set[${type}] = set()
                for item in items:
                    if item in seen:
                        return True
                    seen.add(item)
                return False`,
          stmts`
            def has_repeat(items: list[${type}]) -> bool:
                for i in range(len(items)):
                    for j in range(i + 1, len(items)):
                        if items[i] == items[j]:
                            return True
                return False`,
          stmts`
            def has_repeat(items: list[${type}]) -> bool:
                for i, item in enumerate(items):
                    if item in items[:i]:
                        return True
                return False`,
          stmts`
            def has_repeat(items: list[${type}]) -> bool:
                return len(set(items)) < len(items)`,
        ]);
        return {
          body,
          call: expr`has_repeat(${argument})`,
          names: { ...names, has_repeat: ['has_duplicates', 'repeats_itself', 'contains_twins'] },
        };
      }
      case 'unique': {
        const body = draw.pick([
          stmts`
            def unique(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for item in items:
                    if item not in result:
                        result.append(item)
                return result`,
          stmts`
            def unique(items: list[${type}]) -> list[${type}]:
                seen: set[${type}] = set()
                result: list[${type}] = []
                for item in items:
                    if item in seen:
                        continue
                    seen.add(item)
                    result.append(item)
                return result`,
          stmts`
            def unique(items: list[${type}]) -> list[${type}]:
                return list(dict.fromkeys(items))`,
          stmts`
            def unique(items: list[${type}]) -> list[${type}]:
                return [item for i, item in enumerate(items) if item not in items[:i]]`,
        ]);
        return {
          body,
          call: expr`unique(${argument})`,
          names: {
            ...names,
            result: ['kept', 'out', 'once'],
            unique: ['dedupe', 'without_repeats', 'distinct'],
          },
          doc: 'Return {items} without repetitions, in order.',
        };
      }
      case 'repeats': {
        const body = draw.pick([
          stmts`
            def find_repeats(items: list[${type}]) -> list[${type}]:
                seen: set[${type}] = set()
                result: list[${type}] = []
                for item in items:
                    if item in seen and item not in result:
                        result.append(item)
                    seen.add(item)
                return result`,
          stmts`
            def find_repeats(items: list[${type}]) -> list[${type}]:
                counts: dict[${type}, int] = {}
                result: list[${type}] = []
                for item in items:
                    counts[item] = counts.get(item, 0) + 1
                    if counts[item] == 2:
                        result.append(item)
                return result`,
        ]);
        return {
          body,
          call: expr`find_repeats(${argument})`,
          names: {
            ...names,
            result: ['repeated', 'found', 'twins'],
            find_repeats: ['duplicates', 'repeated_items'],
          },
          doc: 'Return what occurs more than once, in the order of the second time.',
        };
      }
      case 'keep-last': {
        const body = draw.pick([
          stmts`
            def keep_last(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for item in items:
                    if item in result:
                        result.remove(item)
                    result.append(item)
                return result`,
          stmts`
            def keep_last(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for i in range(len(items)):
                    if items[i] not in items[i + 1:]:
                        result.append(items[i])
                return result`,
          stmts`
            def keep_last(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for item in reversed(items):
                    if item not in result:
                        result.insert(0, item)
                return result`,
        ]);
        return {
          body,
          call: expr`keep_last(${argument})`,
          names: { ...names, keep_last: ['most_recent', 'last_of_each'] },
          doc: 'Keep the last of each kind of {items}.',
        };
      }
      case 'first-unique': {
        const body = draw.pick([
          stmts`
            def first_single(items: list[${type}]) -> ${type}:
                counts: dict[${type}, int] = {}
                for item in items:
                    counts[item] = counts.get(item, 0) + 1
                for item in items:
                    if counts[item] == 1:
                        return item
                return items[0]`,
          stmts`
            def first_single(items: list[${type}]) -> ${type}:
                i = 0
                while items.count(items[i]) > 1:
                    i += 1
                return items[i]`,
        ]);
        return {
          body,
          call: expr`first_single(${argument})`,
          names: { ...names, first_single: ['first_unique', 'first_without_twin'] },
          doc: 'Return the first of the {items} that occurs only once.',
        };
      }
      case 'in-place': {
        const body = draw.pick([
          stmts`
            def compact(items: list[int]) -> int:
                write = 1
                for read in range(1, len(items)):
                    if items[read] != items[write - 1]:
                        items[write] = items[read]
                        write += 1
                return write`,
          stmts`
            def compact(items: list[int]) -> int:
                i = 1
                while i < len(items):
                    if items[i] == items[i - 1]:
                        del items[i]
                    else:
                        i += 1
                return len(items)`,
        ]);
        return {
          body,
          call: expr`compact(${argument})`,
          names: {
            items: names.items,
            compact: ['squeeze', 'count_distinct', 'remove_twins'],
            'write read': ['slow fast', 'target source'],
          },
          doc: 'Drop repetitions from the sorted {items} and return how many are left.',
        };
      }
      case 'limit': {
        const body = draw.pick([
          stmts`
            def at_most_twice(items: list[${type}]) -> list[${type}]:
                counts: dict[${type}, int] = {}
                result: list[${type}] = []
                for item in items:
                    times = counts.get(item, 0)
                    if times < 2:
                        result.append(item)
                    counts[item] = times + 1
                return result`,
          stmts`
            def at_most_twice(items: list[${type}]) -> list[${type}]:
                result: list[${type}] = []
                for item in items:
                    if result.count(item) < 2:
                        result.append(item)
                return result`,
        ]);
        return {
          body,
          call: expr`at_most_twice(${argument})`,
          names: { ...names, at_most_twice: ['limit_repeats', 'keep_two'] },
        };
      }
    }
  },
  reference({ goal, items }) {
    switch (goal) {
      case 'contacts': {
        const cards = items.map((card) => String(card).split(' '));
        // Numbers of groups spread until nothing changes.
        let group = cards.map((_, i) => i);
        for (let before: number[] = []; before.join() !== group.join();) {
          before = group;
          group = cards.map(([, phone, mail]) =>
            Math.min(...before.filter((_, j) => cards[j][1] === phone || cards[j][2] === mail)),
          );
        }
        return [...new Set(group)]
          .map((one) => cards.filter((_, i) => group[i] === one))
          .map((members) => ({ name: members.map(([name]) => name).sort()[0], count: members.length }))
          .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.count - b.count))
          .map(({ name, count }) => tuple(name, count));
      }
      case 'has-repeat':
        return items.some((item) => count(items, item) > 1);
      case 'unique':
        return [...new Set(items)];
      case 'repeats':
        return items.filter((item, i) => count(items.slice(0, i + 1), item) === 2);
      case 'keep-last':
        return items.filter((item, i) => items.lastIndexOf(item) === i);
      case 'first-unique':
        return items.find((item) => count(items, item) === 1) ?? null;
      case 'in-place':
        return new Set(items).size;
      case 'limit':
        return items.filter((item, i) => count(items.slice(0, i), item) < 2);
    }
  },
  example: { plan: { goal: 'repeats', items: [4, 7, 4, 1, 7, 4], label: 'xs' }, answer: '[4, 7]' },
});

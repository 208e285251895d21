// Flags in one number: setting, clearing and testing permissions, packing fields.

import { expr, stmts } from '../../grammar/quote.ts';
import { literal, tuple, type Data, dict } from '../data.ts';
import { defineFamily } from '../family.ts';

interface Role {
  name: string;
  parents: string[];
  own: string[];
}

interface Plan {
  goal: 'names' | 'combine' | 'toggle' | 'text' | 'pack' | 'unpack' | 'roles';
  /** for `roles` */
  roles?: Role[];
  flags: string[];
  mask: number;
  changes: [action: string, flag: string][];
  /** for `pack` and `unpack`: values and how many bits each has */
  fields: [value: number, width: number][];
}

const FLAG_SETS = [
  ['read', 'write', 'execute'],
  ['bold', 'italic', 'underline', 'strike'],
  ['north', 'east', 'south', 'west'],
  ['lights', 'heating', 'alarm', 'radio', 'blinds'],
  ['milk', 'sugar', 'ice', 'lemon'],
];

const GOALS: Readonly<Record<number, readonly Plan['goal'][]>> = {
  2: ['combine', 'names'],
  3: ['names', 'combine'],
  4: ['toggle'],
  5: ['text', 'toggle'],
  6: ['pack', 'unpack'],
  7: ['text', 'toggle', 'unpack'],
  8: ['roles'],
  9: ['roles'],
  10: ['roles'],
};

export const permissionFlagsFamily = defineFamily<Plan>({
  name: 'permission-flags',
  title: 'Flags and bit fields',
  topics: ['bits', 'dicts', 'loops'],
  ladder: [
    [2, 'names to a number, or back'],
    [3, 'more flags'],
    [4, 'flags switched on, off and over'],
    [5, 'permissions written as rwx, more switches'],
    [6, 'numbers packed into one, and taken out again'],
    [7, 'longer runs'],
    [8, 'roles that take over the rights of other roles'],
    [9, 'more roles and requests'],
    [10, 'long chains of roles'],
  ],
  plan(draw, level) {
    if (level >= 8) {
      const flags = ['read', 'write', 'delete', 'share', 'admin'].slice(0, level === 8 ? 4 : 5);
      const names = draw.sample(
        ['guest', 'member', 'editor', 'reviewer', 'owner', 'support', 'auditor'],
        level - 4,
      );
      return {
        goal: 'roles',
        flags,
        mask: 0,
        changes: draw.list([5, 9, 14][level - 8], () => [draw.pick(names.slice(-3)), draw.pick(flags)]),
        fields: [],
        roles: names.map((name, i) => ({
          name,
          parents: draw.sample(names.slice(0, i), Math.min(i, draw.int(1, 2))),
          own: draw.sample(flags, draw.int(1, i === 0 ? 1 : 2)),
        })),
      };
    }
    const goal = draw.pick(GOALS[level]);
    const flags = draw.pick(FLAG_SETS.filter((set) => (level === 2 ? set.length === 3 : set.length > 3)));
    const count = [0, 0, 3, 5, 0, 8][level - 2];
    return {
      goal,
      flags,
      mask: goal === 'text' ? draw.int(0o100, 0o777) : draw.int(1, 2 ** flags.length - 1),
      changes: draw.list(count, () => [draw.pick(['on', 'off', 'switch']), draw.pick(flags)]),
      fields: draw.list(level === 7 ? 4 : 3, () => {
        const width = draw.int(3, 6);
        return [draw.int(1, 2 ** width - 1), width];
      }),
    };
  },
  write({ goal, flags, mask, changes, fields, roles }, draw) {
    const table = literal(new Map(flags.map((flag, i) => [flag, 2 ** i])));
    const constants = stmts`FLAGS = ${table}`;
    const names = {
      FLAGS: ['BITS', 'OPTIONS', 'VALUES'],
      flag: ['name', 'option'],
      mask: ['state', 'bits', 'code'],
      result: ['found', 'out'],
    };
    const chosen = flags.filter((_, i) => (mask >> i) & 1);
    switch (goal) {
      case 'roles': {
        const bits = literal(dict(flags.map((flag, i) => [flag, 2 ** i])));
        const table = literal(
          dict((roles ?? []).map(({ name, parents, own }) => [name, tuple(parents, own)])),
        );
        const asked = literal(changes.map(([role, flag]) => tuple(role, flag)));
        const own = draw.pick([
          stmts`
            def mask_of(rights: list[str]) -> int:
                mask = 0
                for right in rights:
                    mask |= BITS[right]
                return mask`,
          stmts`
            def mask_of(rights: list[str]) -> int:
                mask = 0
                for right, bit in BITS.items():
                    if right in rights:
                        mask += bit
                return mask`,
        ]);
        const all = draw.pick([
          stmts`
            def rights_of(role: str, roles: dict[str, tuple[list[str], list[str]]], known: dict[str, int]) -> int:
                if role not in known:
                    parents, rights = roles[role]
                    mask = mask_of(rights)
                    for parent in parents:
                        mask |= rights_of(parent, roles, known)
                    known[role] = mask
                return known[role]`,
          stmts`
            def rights_of(role: str, roles: dict[str, tuple[list[str], list[str]]], known: dict[str, int]) -> int:
                if role in known:
                    return known[role]
                waiting = [role]
                seen = {role}
                mask = 0
                while waiting:
                    parents, rights = roles[waiting.pop()]
                    mask |= mask_of(rights)
                    for parent in parents:
                        if parent not in seen:
                            seen.add(parent)
                            waiting.append(parent)
                known[role] = mask
                return mask`,
        ]);
        const main = draw.pick([
          stmts`
            def decide(
                roles: dict[str, tuple[list[str], list[str]]], requests: list[tuple[str, str]]
            ) -> tuple[list[str], dict[str, int]]:
                known: dict[str, int] = {}
                denied: list[str] = []
                for role, right in requests:
                    if rights_of(role, roles, known) & BITS[right] == 0:
                        denied.append(f'{role} may not {right}')
                asked = sorted({role for role, _ in requests})
                return (denied, {role: rights_of(role, roles, known) for role in asked})`,
          stmts`
            def decide(
                roles: dict[str, tuple[list[str], list[str]]], requests: list[tuple[str, str]]
            ) -> tuple[list[str], dict[str, int]]:
                known: dict[str, int] = {}
                denied: list[str] = []
                for role, right in requests:
                    allowed = rights_of(role, roles, known) & BITS[right]
                    if allowed:
                        continue
                    denied.append(f'{role} may not {right}')
                return (denied, {role: known[role] for role in sorted(known) if role in [name for name, _ in requests]})`,
        ]);
        return {
          body: [...stmts`BITS = ${bits}`, ...own, ...all, ...main],
          call: expr`decide(${table}, ${asked})`,
          names: {
            decide: ['check_requests', 'denials', 'audit'],
            rights_of: ['effective_rights', 'collect_rights'],
            mask_of: ['to_mask', 'pack'],
            BITS: ['FLAGS', 'RIGHTS'],
            known: ['cache', 'resolved'],
            denied: ['refused', 'problems'],
            waiting: ['todo', 'stack'],
          },
          doc: 'Tell which of the {requests} are refused; a role has its own rights and those of its parents.',
        };
      }
      case 'combine': {
        const main = draw.pick([
          stmts`
            def combine(flags: list[str]) -> int:
                mask = 0
                for flag in flags:
                    mask |= FLAGS[flag]
                return mask`,
          stmts`
            def combine(flags: list[str]) -> int:
                mask = 0
                for i, flag in enumerate(FLAGS):
                    if flag in flags:
                        mask |= 1 << i
                return mask`,
        ]);
        const order = literal(draw.chance(0.5) ? chosen : chosen.toReversed());
        return {
          body: [...constants, ...main],
          call: expr`combine(${order})`,
          names: { ...names, flags: ['wanted', 'names'], combine: ['to_mask', 'encode_flags'] },
        };
      }
      case 'names': {
        const main = draw.pick([
          stmts`
            def active_flags(mask: int) -> list[str]:
                result: list[str] = []
                for flag, bit in FLAGS.items():
                    if mask & bit:
                        result.append(flag)
                return result`,
          stmts`
            def active_flags(mask: int) -> list[str]:
                return [flag for flag in FLAGS if mask & FLAGS[flag] != 0]`,
        ]);
        return {
          body: [...constants, ...main],
          call: expr`active_flags(${mask})`,
          names: { ...names, active_flags: ['decode_flags', 'flags_in'] },
        };
      }
      case 'toggle': {
        const steps = literal(changes.map((change) => tuple(...change)));
        const main = draw.pick([
          stmts`
            def apply_changes(mask: int, changes: list[tuple[str, str]]) -> int:
                for action, flag in changes:
                    bit = FLAGS[flag]
                    if action == 'on':
                        mask |= bit
                    elif action == 'off':
                        mask &= ~bit
                    else:
                        mask ^= bit
                return mask`,
          stmts`
            def apply_changes(mask: int, changes: list[tuple[str, str]]) -> int:
                for action, flag in changes:
                    bit = FLAGS[flag]
                    is_on = mask & bit != 0
                    if action == 'on' and not is_on:
                        mask += bit
                    elif action == 'off' and is_on:
                        mask -= bit
                    elif action == 'switch':
                        mask ^= bit
                return mask`,
        ]);
        return {
          body: [...constants, ...main],
          call: expr`apply_changes(${mask}, ${steps})`,
          names: {
            ...names,
            apply_changes: ['update', 'run_switches'],
            changes: ['steps', 'commands'],
            action: ['what', 'verb'],
          },
        };
      }
      case 'text': {
        const body = draw.pick([
          stmts`
            def permission_text(mode: int) -> str:
                text = ''
                for i in range(8, -1, -1):
                    if mode & 1 << i:
                        text += 'rwx'[(8 - i) % 3]
                    else:
                        text += '-'
                return text`,
          stmts`
            def triple(digit: int) -> str:
                text = 'r' if digit & 4 else '-'
                text += 'w' if digit & 2 else '-'
                text += 'x' if digit & 1 else '-'
                return text

            def permission_text(mode: int) -> str:
                return triple(mode >> 6) + triple(mode >> 3 & 7) + triple(mode & 7)`,
        ]);
        return {
          body,
          call: expr`permission_text(${mask})`,
          names: {
            permission_text: ['show_mode', 'mode_text'],
            mode: ['permissions', 'bits'],
            text: ['result', 'out'],
            triple: ['three_signs', 'part'],
          },
          doc: 'Write file permissions as in rwxr-x---.',
        };
      }
      case 'pack': {
        const body = draw.pick([
          stmts`
            def pack(fields: list[tuple[int, int]]) -> int:
                word = 0
                for value, width in fields:
                    word = word << width | value
                return word`,
          stmts`
            def pack(fields: list[tuple[int, int]]) -> int:
                word = 0
                for value, width in fields:
                    word *= 2 ** width
                    word += value
                return word`,
        ]);
        const list = literal(fields.map((field) => tuple(...field)));
        return {
          body,
          call: expr`pack(${list})`,
          names: { pack: ['pack_fields', 'join_bits'], word: ['packed', 'result'], width: ['size', 'bits'] },
        };
      }
      case 'unpack': {
        const word = fields.reduce((packed, [value, width]) => packed * 2 ** width + value, 0);
        const body = draw.pick([
          stmts`
            def unpack(word: int, widths: list[int]) -> list[int]:
                values: list[int] = []
                for width in reversed(widths):
                    values.insert(0, word & (1 << width) - 1)
                    word >>= width
                return values`,
          stmts`
            def unpack(word: int, widths: list[int]) -> list[int]:
                values: list[int] = []
                for width in widths[::-1]:
                    word, value = divmod(word, 2 ** width)
                    values.append(value)
                values.reverse()
                return values`,
        ]);
        return {
          body,
          call: expr`unpack(${word}, ${literal(fields.map(([, width]) => width))})`,
          names: {
            unpack: ['unpack_fields', 'split_bits'],
            word: ['packed', 'number'],
            values: ['fields', 'result'],
            width: ['size', 'bits'],
          },
          doc: 'Take numbers of the given {widths} out of {word}.',
        };
      }
    }
  },
  reference({ goal, flags, mask, changes, fields, roles }): Data {
    switch (goal) {
      case 'roles': {
        const find = (name: string): Role => (roles ?? []).find((role) => role.name === name)!;
        const above = (name: string): string[] => [name, ...find(name).parents.flatMap(above)];
        const has = (name: string, flag: string): boolean =>
          above(name).some((one) => find(one).own.includes(flag));
        const worth = (name: string): number =>
          flags.reduce((total, flag, i) => total + (has(name, flag) ? 2 ** i : 0), 0);
        const denied = changes.filter(([role, flag]) => !has(role, flag));
        return tuple(
          denied.map(([role, flag]) => `${role} may not ${flag}`),
          dict([...new Set(changes.map(([role]) => role))].sort().map((role) => [role, worth(role)])),
        );
      }
      case 'combine':
        return mask;
      case 'names':
        return flags.filter((_, i) => (mask >> i) & 1);
      case 'toggle': {
        const on = new Set(flags.filter((_, i) => (mask >> i) & 1));
        for (const [action, flag] of changes) {
          if (action === 'on' || (action === 'switch' && !on.has(flag))) on.add(flag);
          else on.delete(flag);
        }
        return flags.reduce((sum, flag, i) => sum + (on.has(flag) ? 2 ** i : 0), 0);
      }
      case 'text':
        return [...mask.toString(2).padStart(9, '0')]
          .map((bit, i) => (bit === '1' ? 'rwx'[i % 3] : '-'))
          .join('');
      case 'pack':
        return parseInt(fields.map(([value, width]) => value.toString(2).padStart(width, '0')).join(''), 2);
      case 'unpack':
        return fields.map(([value]) => value);
    }
  },
  example: {
    plan: {
      goal: 'toggle',
      flags: ['read', 'write'],
      mask: 1,
      changes: [
        ['on', 'write'],
        ['switch', 'read'],
      ],
      fields: [],
    },
    answer: '2',
  },
});

import { canonicalJson, problem } from '@tumor-board/kernel';

// JSON.stringify writes U+0000 and unpaired surrogates as escapes, which PostgreSQL's jsonb refuses.
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;
const deepest = 100;

/**
 * The canonical JSON (RFC 8785) of a value that jsonb gives back unchanged; members that are undefined are left out.
 * @throws Problem `event.not-plain-json` naming the path of what JSON cannot carry: a number that is not finite, a
 *   bigint, a date or another object with a class, undefined in an array, U+0000 or half a surrogate pair in a text
 */
export function plainJson(value: unknown, name: string): string {
  const ordered = inOrder(value, 0);
  if (ordered === needsCare) assertPlain(value, name, 0);
  const text = ordered === needsCare ? canonicalJson(value) : JSON.stringify(ordered);
  if (text.includes('\\u') && unstorable.test(text)) {
    throw problem('event.not-plain-json', `${name} holds a text with U+0000 or half a surrogate pair, which cannot be stored.`, {
      path: name,
    });
  }
  return text;
}

const needsCare = Symbol('needs care');

/**
 * The value with all members in canonical order, so that the engine's own JSON writer gives canonical JSON, in a
 * third of the time. `needsCare` for what JSON cannot carry, and for keys that an object does not keep in order.
 */
function inOrder(value: unknown, depth: number): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : needsCare;
  if (typeof value !== 'object' || depth > deepest) return needsCare;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (let i = 0; i < value.length; i++) {
      const item = inOrder(value[i], depth + 1);
      if (item === needsCare) return needsCare;
      items.push(item);
    }
    return items;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return needsCare;
  const members = value as Record<string, unknown>;
  const keys = Object.keys(members);
  for (let i = 1; i < keys.length; i++) {
    if ((keys[i] as string) < (keys[i - 1] as string)) {
      keys.sort(byCodeUnit);
      break;
    }
  }
  const ordered: Record<string, unknown> = {};
  for (const key of keys) {
    // Keys that look like an array index come first in every object, and __proto__ is no member at all.
    if (key === '__proto__' || key === 'toJSON' || (key.charCodeAt(0) <= 57 && /^\d+$/.test(key))) return needsCare;
    const member = members[key];
    if (member === undefined) continue;
    const inside = inOrder(member, depth + 1);
    if (inside === needsCare) return needsCare;
    ordered[key] = inside;
  }
  return ordered;
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1);

function assertPlain(value: unknown, path: string, depth: number): void {
  const refuse = (what: string) => problem('event.not-plain-json', `${path} is ${what}, which JSON cannot carry.`, { path });
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse(String(value));
    return;
  }
  if (typeof value !== 'object') throw refuse(`a ${typeof value}`);
  if (depth > deepest) throw refuse(`more than ${deepest} levels deep`);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) assertPlain(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refuse('not a plain object');
  for (const [key, member] of Object.entries(value)) {
    if (member !== undefined) assertPlain(member, `${path}.${key}`, depth + 1);
  }
}

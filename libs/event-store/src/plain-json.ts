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
  assertPlain(value, name, 0);
  const text = canonicalJson(value);
  if (text.includes('\\u') && unstorable.test(text)) {
    throw problem('event.not-plain-json', `${name} holds a text with U+0000 or half a surrogate pair, which cannot be stored.`, {
      path: name,
    });
  }
  return text;
}

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

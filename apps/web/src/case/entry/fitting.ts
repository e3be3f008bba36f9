import type { Draft } from './draft.js';

const isLike = (value: unknown, model: unknown): boolean => typeof value === typeof model && Array.isArray(value) === Array.isArray(model);

/** What was kept of some fields; what another version of this program kept otherwise starts anew. */
export function fitting<Fields extends Draft>(start: Fields, kept: Draft): Fields {
  const found = Object.entries(start).map(([name, model]) => [name, isLike(kept[name], model) ? kept[name] : model]);
  return Object.fromEntries(found) as Fields;
}

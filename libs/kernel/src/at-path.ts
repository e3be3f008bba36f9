/** What stands in the place of a text that was erased. */
export const ERASED = '[erased]';

/** A path into JSON, taken apart: the names of members, and `[]` for each element of an array. */
export type Steps = readonly string[];

/** Takes a dotted path apart: `content.dissent[].text`, `replacement.note`. */
export const stepsOf = (path: string): Steps => path.replaceAll('[]', '.[]').split('.');

/**
 * The value with what stands at a path replaced; the value itself where nothing stands there. Never changes what it is
 * given; what is off the path is shared.
 */
export function replaceAt(value: unknown, steps: Steps, replace: (found: unknown) => unknown, from = 0): unknown {
  if (value === undefined) return undefined;
  const step = steps[from];
  if (step === undefined) return replace(value);
  if (typeof value !== 'object' || value === null) return value;
  if (step === '[]') {
    if (!Array.isArray(value)) return value;
    const items = value.map((item: unknown) => replaceAt(item, steps, replace, from + 1));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (Array.isArray(value) || !Object.hasOwn(value, step)) return value;
  const before = (value as Record<string, unknown>)[step];
  const after = replaceAt(before, steps, replace, from + 1);
  return after === before ? value : { ...value, [step]: after };
}

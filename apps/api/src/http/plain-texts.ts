import { type Fault, isPlainText, PLAIN_TEXT_EXPECTED } from '@tumor-board/kernel';
import { pathText } from '@tumor-board/oncology';

/** Deeper than any schema goes; a body of nothing but brackets ends here. */
const DEEPEST = 100;

/** The faults of texts in a request that nothing can keep or search for, by path; none where there is nothing to walk through. */
export function textFaults(value: unknown, path: readonly PropertyKey[] = []): Fault[] {
  if (typeof value === 'string') return isPlainText(value) ? [] : [{ path: pathText(path) || '(whole)', message: PLAIN_TEXT_EXPECTED }];
  if (path.length >= DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textFaults(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textFaults(member, [...path, name]));
}

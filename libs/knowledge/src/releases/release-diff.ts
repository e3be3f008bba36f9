import { canonicalJson } from '@tumor-board/kernel';
import { type KnowledgeRelease, releaseContent } from '../release.js';

/** A field that reads otherwise. Values as they stand in the content of a release; absent where there was none. */
export interface ChangedField {
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** An entry, by its id, in which fields changed. */
export interface ChangedEntry {
  readonly id: string;
  readonly fields: readonly ChangedField[];
}

/** How a list of entries with ids differs. Ids are in the order of the release that has them. */
export interface ListDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly ChangedEntry[];
  /** True when the entries that both have stand in another order. In the pathway the order decides. */
  readonly reordered: boolean;
}

/** What changes from one release to another: `tumor-board-release-diff/1`. */
export interface ReleaseDiff {
  readonly format: 'tumor-board-release-diff/1';
  readonly from: { readonly id: string; readonly contentHash: string };
  readonly to: { readonly id: string; readonly contentHash: string };
  /** The fields of the release itself: `title`, `basis`, `effectiveFrom`, `defaultEdition`. */
  readonly fields: readonly ChangedField[];
  /** The lists of the release by name: `pathway`, `m1`, `fitness`, `sources`; those without a difference are left out. */
  readonly lists: Readonly<Record<string, ListDiff>>;
  /**
   * Rows of the pathway whose tests or details are computed otherwise. Their words are in `lists`; what a row adds to its
   * step for a case is code, which no text shows.
   */
  readonly computedOtherwise: readonly string[];
}

type Content = Readonly<Record<string, unknown>>;
interface Entry extends Content {
  readonly id: string;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && typeof (value as Content)['id'] === 'string';
const isEntries = (value: unknown): value is readonly Entry[] => Array.isArray(value) && value.every(isEntry);
const areEqual = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** The fields that differ between two objects, those of the first in their order and then what the second has more. */
function changedFields(before: Content, after: Content): readonly ChangedField[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !areEqual(before[field], after[field]))
    .map((field) => ({
      field,
      ...(before[field] === undefined ? {} : { before: before[field] }),
      ...(after[field] === undefined ? {} : { after: after[field] }),
    }));
}

/** What is recorded in two lists of entries. */
function listDiff(before: readonly Entry[], after: readonly Entry[]): ListDiff {
  const [old, now] = [new Map(before.map((entry) => [entry.id, entry])), new Map(after.map((entry) => [entry.id, entry]))];
  const kept = before.filter(({ id }) => now.has(id)).map(({ id }) => id);
  const keptNow = after.filter(({ id }) => old.has(id)).map(({ id }) => id);
  return {
    added: after.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    removed: before.filter(({ id }) => !now.has(id)).map(({ id }) => id),
    changed: kept.flatMap((id) => {
      const fields = changedFields(old.get(id) as Entry, now.get(id) as Entry);
      return fields.length === 0 ? [] : [{ id, fields }];
    }),
    reordered: !areEqual(kept, keptNow),
  };
}

const isEmpty = ({ added, removed, changed, reordered }: ListDiff): boolean =>
  added.length + removed.length + changed.length === 0 && !reordered;

/**
 * What differs between two release contents as `releaseContent` writes them. Every list of entries with ids is compared entry by
 * entry, so that a part that releases gain later is compared as well.
 */
export function contentDiff(before: string, after: string): Pick<ReleaseDiff, 'fields' | 'lists'> {
  const [old, now] = [JSON.parse(before) as Content, JSON.parse(after) as Content];
  const lists: Record<string, ListDiff> = {};
  const fields: ChangedField[] = [];
  for (const change of changedFields(old, now)) {
    const [was, is] = [change.before ?? [], change.after ?? []];
    if (isEntries(was) && isEntries(is)) {
      const diff = listDiff(was, is);
      if (!isEmpty(diff)) lists[change.field] = diff;
    } else if (change.field !== 'id') fields.push(change);
  }
  return { fields, lists };
}

/** The rows of two pathways whose functions differ. */
function computedOtherwise(a: KnowledgeRelease, b: KnowledgeRelease): readonly string[] {
  const old = new Map(a.pathway.map((rule) => [rule.id, rule]));
  return b.pathway.flatMap((rule) => {
    const before = old.get(rule.id);
    if (before === undefined) return [];
    const sameTests = rule.when.length === before.when.length && rule.when.every(({ test }, index) => test === before.when[index]?.test);
    return sameTests && rule.details === before.details ? [] : [rule.id];
  });
}

/** What changes from one release to another. */
export const releaseDiff = (a: KnowledgeRelease, b: KnowledgeRelease): ReleaseDiff => ({
  format: 'tumor-board-release-diff/1',
  from: { id: a.id, contentHash: a.contentHash },
  to: { id: b.id, contentHash: b.contentHash },
  ...contentDiff(releaseContent(a), releaseContent(b)),
  computedOtherwise: computedOtherwise(a, b),
});

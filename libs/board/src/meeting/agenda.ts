import type { DEFERRAL_REASONS } from '../case/board-event.js';
import type { CarryOver, ItemMode, ItemOrigin } from './meeting-values.js';

/** What became of an item. `waiting` and `in-discussion` are open, the others settled. */
export type ItemStatus = 'waiting' | 'in-discussion' | 'decided' | 'deferred' | 'not-reached';

/** A case on an agenda. */
export interface AgendaItem {
  readonly itemId: string;
  readonly caseId: string;
  readonly mode: ItemMode;
  readonly status: ItemStatus;
  readonly origin: ItemOrigin;
  /** To be looked at afterwards, because it went, or was to go, without discussion. */
  readonly sampled: boolean;
  /** Who wanted it discussed after all. */
  readonly pulledBackBy: string | null;
  readonly deferredBecause: (typeof DEFERRAL_REASONS)[number] | null;
  /** Where it was to go when it was deferred or not reached. */
  readonly carryOver: CarryOver | null;
  /** Where it has gone: a meeting or `queue`. */
  readonly carriedOverTo: string | null;
  /** The decisions recorded of it in this meeting, the newest last. */
  readonly decisions: readonly string[];
}

/** An item that was taken off. */
export interface RemovedItem {
  readonly caseId: string;
  /** The item that it stood behind when it was taken off. */
  readonly after: string | null;
}

/** The items in their order, and what is remembered of those that were taken off. */
export interface Agenda {
  readonly items: readonly AgendaItem[];
  readonly removed: ReadonlyMap<string, RemovedItem>;
}

export const emptyAgenda: Agenda = { items: [], removed: new Map() };

/** True while the board may still come to the item. */
export const isOpenItem = ({ status }: AgendaItem): boolean => status === 'waiting' || status === 'in-discussion';

export const itemOf = ({ items }: Agenda, itemId: string): AgendaItem | undefined => items.find((item) => item.itemId === itemId);

/**
 * The item of a case: the one that the board may still come to, else the last that was settled. A case that was deferred and
 * put on again has two.
 */
export const itemOfCase = ({ items }: Agenda, caseId: string): AgendaItem | undefined =>
  items.find((item) => item.caseId === caseId && isOpenItem(item)) ?? items.findLast((item) => item.caseId === caseId);

/** The item that an item stands behind; null at the head. */
export function predecessorOf({ items }: Agenda, itemId: string): string | null {
  const index = items.findIndex((item) => item.itemId === itemId);
  return items[index - 1]?.itemId ?? null;
}

/**
 * The item to stand behind when `asked` was asked for: itself, or, when it was taken off, what it stood behind then, and
 * so on up to the head. Undefined for an item that was never there.
 */
export function standingBehind(agenda: Agenda, asked: string | null): string | null | undefined {
  let after = asked;
  while (after !== null && itemOf(agenda, after) === undefined) {
    const removed = agenda.removed.get(after);
    if (removed === undefined) return undefined;
    after = removed.after;
  }
  return after;
}

/** With one more item. */
export const withItem = (agenda: Agenda, item: AgendaItem, after: string | null): Agenda => ({
  ...agenda,
  items: inserted(agenda.items, item, after),
});

/** With an item behind another. */
export function withItemMoved(agenda: Agenda, moved: AgendaItem, after: string | null): Agenda {
  const others = agenda.items.filter(({ itemId }) => itemId !== moved.itemId);
  return { ...agenda, items: inserted(others, moved, after) };
}

/** Without an item, whose place is remembered for those who still name it. */
export const withoutItem = (agenda: Agenda, { itemId, caseId }: AgendaItem): Agenda => ({
  items: agenda.items.filter((item) => item.itemId !== itemId),
  removed: new Map(agenda.removed).set(itemId, { caseId, after: predecessorOf(agenda, itemId) }),
});

/** With an item changed in place. */
export const withChange = (agenda: Agenda, itemId: string, change: Partial<AgendaItem>): Agenda => ({
  ...agenda,
  items: agenda.items.map((item) => (item.itemId === itemId ? { ...item, ...change } : item)),
});

function inserted(items: readonly AgendaItem[], item: AgendaItem, after: string | null): readonly AgendaItem[] {
  const place = after === null ? 0 : items.findIndex(({ itemId }) => itemId === after) + 1;
  return [...items.slice(0, place), item, ...items.slice(place)];
}

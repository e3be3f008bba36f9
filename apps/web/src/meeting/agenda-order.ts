import type { AgendaItem, Meeting } from './meeting-queries.js';

/** True while the board has not come to a result on the case: only then can it be moved, taken off, called or deferred. */
export const isOpen = ({ status }: Pick<AgendaItem, 'status'>): boolean => status === 'waiting' || status === 'in-discussion';

/** Behind which item one stands that is put at a place, counted from 0; null for the head; undefined when it stands there already. */
export function behind(order: readonly string[], itemId: string, place: number): string | null | undefined {
  const now = order.indexOf(itemId);
  if (now === -1) return undefined;
  const to = Math.min(Math.max(place, 0), order.length - 1);
  if (to === now) return undefined;
  const others = order.filter((id) => id !== itemId);
  return to === 0 ? null : others[to - 1];
}

/** An agenda on which an item stands behind another. What is not on it changes nothing. */
export function reordered<Item extends { readonly itemId: string }>(items: readonly Item[], itemId: string, after: string | null): Item[] {
  const moved = items.find((item) => item.itemId === itemId);
  const others = items.filter((item) => item.itemId !== itemId);
  const at = after === null ? 0 : others.findIndex((item) => item.itemId === after) + 1;
  if (moved === undefined || (after !== null && at === 0)) return [...items];
  return [...others.slice(0, at), moved, ...others.slice(at)];
}

/** The place over which something is dragged, from the middles of the rows, in pixels down the page. */
export const placeAt = (middles: readonly number[], y: number): number =>
  Math.max(0, Math.min(middles.length - 1, middles.filter((middle) => middle < y).length));

/** What is to be discussed one after the other, then what goes without discussion. */
export const inOrderOfDiscussion = ({ agenda }: Pick<Meeting, 'agenda'>): readonly AgendaItem[] => [
  ...agenda.filter(({ mode }) => mode === 'discussion'),
  ...agenda.filter(({ mode }) => mode === 'without-discussion'),
];

/** The item that is shown large: the chosen one, else the one in discussion, else the first that is still open. */
export const shownItem = (order: readonly AgendaItem[], chosen: string | undefined): AgendaItem | undefined =>
  order.find(({ itemId }) => itemId === chosen) ?? order.find(({ status }) => status === 'in-discussion') ?? order.find(isOpen) ?? order[0];

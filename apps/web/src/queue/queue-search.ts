import type { operations } from '../api/schema.js';
import { addressText } from '../shell/address-text.js';

type Asked = NonNullable<operations['getQueue']['parameters']['query']>;

/** The part of the queue that an address names. */
export interface QueueSearch {
  readonly order?: NonNullable<Asked['order']>;
  readonly reason?: NonNullable<Asked['reason']>;
  readonly discipline?: NonNullable<Asked['discipline']>;
  readonly readiness?: NonNullable<Asked['readiness']>;
  readonly dueBefore?: string;
  readonly search?: string;
}

const FIELDS = ['order', 'reason', 'discipline', 'readiness', 'dueBefore', 'search'] as const satisfies readonly (keyof QueueSearch)[];

/** The search of an address, without what the queue does not know; the service refuses a value that it does not know. */
export function readQueueSearch(search: Readonly<Record<string, unknown>>): QueueSearch {
  const known = FIELDS.flatMap((field) => {
    const value = addressText(search[field]);
    return value === undefined ? [] : [[field, value] as const];
  });
  return Object.fromEntries(known) as QueueSearch;
}

/** A search under a name, to come back to. */
export interface SavedView {
  readonly name: string;
  readonly search: QueueSearch;
}

const place = (account: string): string => `tumor-board.queue-views.${account}`;

/** The views that somebody saved in this browser. */
export function savedViews(account: string): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(account)) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.flatMap((view: unknown): SavedView[] => {
      if (typeof view !== 'object' || view === null || !('name' in view) || typeof view.name !== 'string') return [];
      const search = 'search' in view && typeof view.search === 'object' && view.search !== null ? view.search : {};
      return [{ name: view.name, search: readQueueSearch(search as Record<string, unknown>) }];
    });
  } catch {
    return [];
  }
}

/** Keeps views in this browser; a view of the same name is replaced. */
export function saveViews(account: string, views: readonly SavedView[]): void {
  localStorage.setItem(place(account), JSON.stringify(views));
}
